#pragma once

#include "app/Workbench.h"
#include "desktop/MainWindow.h"
#include "desktop/Settings.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/ListPane.h"
#include "desktop/start/HttpSampleSender.h"
#include "http/Message.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace creel
{

/** A real window on a workspace of its own, with secrets in memory and settings in a file of its own. */
struct TestWindow {
    explicit TestWindow(const QString& folder)
        : settings(folder + QStringLiteral("/creel.ini"))
        , secrets(makeMemoryStore())
    {
        WorkbenchOptions options;
        options.workspaceFile = folder + QStringLiteral("/test.creel");
        options.schemeFolder = folder + QStringLiteral("/schemes");
        options.maskFile = folder + QStringLiteral("/masks.json");
        auto opened = Workbench::open(options, *secrets);
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().text));
        workbench = std::move(opened).value();
        window = std::make_unique<MainWindow>(*workbench, settings, samples);
        window->resize(1440, 900);
    }

    EventTable& table() { return window->list().table(); }
    EventTableModel& model() { return window->list().model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    template <class T> T* child(const char* name) { return window->findChild<T*>(QString::fromLatin1(name)); }

    /** Stores an event as the receiver does. */
    void add(const QByteArray& target, const QByteArray& body = "{}", const QString& provider = {},
        const QByteArray& type = {}, const QByteArray& endpoint = "/")
    {
        auto request = std::make_shared<Request>();
        request->method = "POST";
        request->target = target;
        request->headers.add("Host", "localhost");
        request->body = body;
        request->bodySize = body.size();
        request->head = "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        NewEvent event;
        event.receivedAtUs = workbench->clock().nowUs();
        event.peer = "127.0.0.1:50000";
        event.endpoint = endpoint;
        event.request = request;
        event.provider = provider;
        event.eventType = type;
        event.answer = std::make_shared<Answer>();
        workbench->writer().addEvent(std::move(event), [](const Result<EventId>&) {});
    }

    Settings settings;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<Workbench> workbench;
    HttpSampleSender samples;
    std::unique_ptr<MainWindow> window;
};

} // namespace creel
