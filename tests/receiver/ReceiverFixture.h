#pragma once

#include "RawClient.h"
#include "receiver/Receiver.h"
#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

namespace creel::test
{

/** A receiver on a free port with a workspace of its own. */
class ReceiverFixture
{
public:
    explicit ReceiverFixture(const ReceiverSettings& settings = {}, const QString& folder = {})
        : m_file((folder.isEmpty() ? m_folder.path() : folder) + QStringLiteral("/test.creel"))
        , m_settings(settings)
    {
        WorkspaceOptions options;
        options.cacheFolder = m_folder.path();
        auto opened = Workspace::open(m_file, options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        workspace = *std::move(opened);
        receiver = std::make_unique<Receiver>(workspace->writer(), clock);
        m_settings.port = 0;
        const auto started = receiver->start(m_settings);
        if (!started)
            qFatal("%s", qPrintable(started.error().text));
    }
    ~ReceiverFixture() { receiver.reset(); }

    RawClient client() const { return RawClient(receiver->port()); }
    quint16 port() const { return receiver->port(); }
    QString file() const { return m_file; }

    /** All events, oldest first, with bodies up to 4 MiB, once everything handed over so far is committed. */
    std::vector<EventDetail> events()
    {
        std::vector<EventDetail> found;
        workspace->writer().flush();
        const auto set = workspace->reader().findNow(Query());
        if (!set)
            return found;
        std::vector<EventId> ids = set->ids(Row(0), set->size());
        for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
            auto detail = workspace->reader().detailNow(*id, 4 * 1024 * 1024);
            if (detail)
                found.push_back(*std::move(detail));
        }
        return found;
    }
    /** Waits until so many events are there: for those that nobody is answered for. */
    std::vector<EventDetail> waitForEvents(std::size_t count, int waitMs = 10'000)
    {
        std::vector<EventDetail> found = events();
        for (int waited = 0; found.size() < count && waited < waitMs; waited += 20) {
            QTest::qSleep(20);
            found = events();
        }
        return found;
    }

    void setEndpoints(std::vector<EndpointTable::Entry> entries, std::shared_ptr<const SchemeCatalog> catalog = {},
        std::shared_ptr<const AnswerChooser> chooser = {})
    {
        auto table = std::make_shared<EndpointTable>();
        table->entries = std::move(entries);
        table->catalog = std::move(catalog);
        table->chooser = std::move(chooser);
        receiver->setEndpoints(std::move(table));
    }

    QTemporaryDir m_folder;
    SystemClock clock;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Receiver> receiver;

private:
    QString m_file;
    ReceiverSettings m_settings;
};

inline EndpointTable::Entry entryFor(const QByteArray& path, const Answer& answer = {})
{
    EndpointTable::Entry entry;
    entry.endpoint.path = path;
    entry.endpoint.answer = answer;
    entry.answer = std::make_shared<const Answer>(answer);
    return entry;
}

} // namespace creel::test
