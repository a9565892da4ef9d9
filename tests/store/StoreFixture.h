#pragma once

#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QTemporaryDir>

#include <future>
#include <memory>

namespace creel::test
{

/** A complete POST with this body. */
inline NewEvent makeEvent(QByteArray body, QByteArray path = "/hook", qint64 at = 1'700'000'000'000'000)
{
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = path;
    request->head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n";
    request->headers = {{"Host", "localhost"}, {"Content-Type", "application/json"}};
    request->bodySize = body.size();
    request->body = std::move(body);
    NewEvent event;
    event.receivedAtUs = at;
    event.durationUs = 250;
    event.peer = "127.0.0.1:50000";
    event.endpoint = "/";
    event.request = std::move(request);
    return event;
}

/** A workspace in a folder of its own, with waiting forms of the writer's members. */
class StoreFixture
{
public:
    explicit StoreFixture(const WorkspaceOptions& options = {})
        : m_options(options)
    {
        reopen();
    }

    QString file() const { return m_folder.filePath(QStringLiteral("test.creel")); }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    Workspace& workspace() { return *m_workspace; }
    EventWriter& writer() { return m_workspace->writer(); }
    EventReader& reader() { return m_workspace->reader(); }

    void close() { m_workspace.reset(); }
    void reopen()
    {
        m_workspace.reset();
        Result<std::unique_ptr<Workspace>> opened = Workspace::open(file(), m_options);
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().text));
        m_workspace = std::move(*opened);
    }

    Result<EventId> add(NewEvent event) { return addTo(writer(), std::move(event)); }
    static Result<EventId> addTo(EventWriter& writer, NewEvent event)
    {
        std::promise<Result<EventId>> promise;
        writer.addEvent(std::move(event), [&](const Result<EventId>& id) { promise.set_value(id); });
        return promise.get_future().get();
    }
    /** Runs what takes a Done as its last argument and waits for it. */
    template <class Call> static Result<void> wait(Call call)
    {
        std::promise<Result<void>> promise;
        call([&](const Result<void>& result) { promise.set_value(result); });
        return promise.get_future().get();
    }
    EventDetail detail(EventId id)
    {
        Result<EventDetail> detail = reader().detailNow(id, 1LL << 40);
        if (!detail.ok())
            qFatal("%s", qPrintable(detail.error().text));
        return std::move(*detail);
    }
    std::vector<qint64> found(const Query& query)
    {
        std::vector<qint64> ids;
        const Result<EventSet> set = reader().findNow(query);
        if (!set.ok())
            qFatal("%s", qPrintable(set.error().text));
        for (const EventId id : set->ids(Row(0), set->size()))
            ids.push_back(id.v);
        return ids;
    }

private:
    QTemporaryDir m_folder;
    WorkspaceOptions m_options;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace creel::test
