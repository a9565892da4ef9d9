#include "store/Indexer.h"

#include "base/Log.h"
#include "base/ThreadName.h"
#include "store/EventWriter.h"
#include "store/ReadConnection.h"

#include <QThread>

#include <algorithm>

namespace creel
{
namespace
{

using namespace std::chrono_literals;

constexpr qint64 batchEvents = 256;
constexpr qint64 batchBytes = 4 << 20;
constexpr qint64 commitEvents = 16'384;
constexpr qint64 fewEvents = 256; ///< so many may wait a while: looking through them costs nothing
constexpr std::size_t breath = 16; ///< events between two looks at the writer
constexpr auto commitEvery = 2s;
constexpr auto gatherTime = 1s; ///< few events wait so long for more of them
constexpr auto lookEvery = 500ms;
constexpr auto quietTime = 2s;
constexpr auto afterTrouble = 10s;
constexpr auto longestRest = 5s;
constexpr int restFactor = 20;
constexpr qint64 staleLeast = 1'000;

} // namespace

Indexer::Indexer(StoreContext& context, const EventWriter& writer, std::function<void()> onProgress)
    : m_context(context)
    , m_writer(writer)
    , m_onProgress(std::move(onProgress))
    , m_thread([this] { run(); })
{
}

Indexer::~Indexer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Indexer::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_wake.notify_one();
}

bool Indexer::ended()
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

/** Until then, or until there is something to do. */
void Indexer::pause(Clock::duration time)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, time, [this] { return m_ending || m_woken; });
    m_woken = false;
}

void Indexer::run()
{
    nameThread("indexer");
    QThread::currentThread()->setPriority(QThread::IdlePriority);
    m_file = std::make_unique<IndexFile>(m_context);
    while (!ended()) {
        try {
            step();
        } catch (const SqlError& error) {
            // A cache: what went wrong with it is told to nobody, and it is begun anew.
            qCWarning(logStore) << "indexing stopped for a while:" << error.code << error.message;
            m_file->drop();
            m_workspace.reset();
            tell(0);
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, afterTrouble, [this] { return m_ending; });
        }
    }
    m_file->rollback();
    m_file.reset();
    m_workspace.reset();
}

void Indexer::step()
{
    if (!m_workspace)
        m_workspace = std::make_unique<ReadConnection>(m_context);
    if (!m_file->lock()) {
        follow(*m_workspace);
        return;
    }
    if (!m_file->isOpen()) {
        openFile(*m_workspace);
    } else if (m_context.indexBroken.exchange(false) || !m_file->isIntact()) {
        qCInfo(logStore) << "the search index was changed by someone else: it is made again";
        m_file->remake();
        m_waiting = 0;
        tell(0);
    }
    fill(*m_workspace);
    keepUp(*m_workspace);
}

/** Another process fills the index: its progress is shown. */
void Indexer::follow(ReadConnection& workspace)
{
    {
        const Transaction transaction(workspace.database(), Transaction::Kind::Read);
        const qint64 upTo = workspace.index().begin(workspace.database());
        workspace.index().end();
        if (upTo != m_context.indexedUpTo.load())
            tell(upTo);
    }
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, quietTime, [this] { return m_ending; });
}

void Indexer::openFile(ReadConnection& workspace)
{
    const Transaction transaction(workspace.database(), Transaction::Kind::Read);
    m_context.indexBroken.store(false);
    m_file->open(workspace.database());
    m_waiting = 0;
    tell(m_file->upTo());
}

/** Indexes until nothing is left. */
void Indexer::fill(ReadConnection& workspace)
{
    qint64 upTo = m_file->upTo();
    const auto few = [&] { return m_context.newestId.load() - upTo < fewEvents; };
    if (few() && Clock::now() - m_quietSince < gatherTime)
        return;
    for (bool last = false; !last && !ended();) {
        const Batch batch = readBatch(workspace, upTo);
        addAll(batch);
        if (ended())
            return;
        upTo = batch.upTo;
        last = batch.last;
        const bool due = m_waiting >= commitEvents || Clock::now() - m_began >= commitEvery;
        if (m_file->inTransaction() && (last || due))
            commit(upTo);
        if (!m_file->isIntact())
            return;
    }
    if (upTo > m_context.indexedUpTo.load())
        tell(upTo); // removed events at the end need no entry
}

Indexer::Batch Indexer::readBatch(ReadConnection& workspace, qint64 after)
{
    Batch batch;
    batch.upTo = after;
    const Transaction transaction(workspace.database(), Transaction::Kind::Read);
    const qint64 newest = workspace.newest();
    Statement find =
        workspace.database().prepare("SELECT e.id, e.received_at, e.head_size, e.body_size, e.body, h.head FROM event e"
                                     " LEFT JOIN event_head h ON h.id=e.id WHERE e.id>?1 ORDER BY e.id");
    find.bind(1, after);
    qint64 bytes = 0;
    while (qint64(batch.entries.size()) < batchEvents && bytes < batchBytes) {
        if (!find.next()) {
            batch.upTo = newest;
            batch.last = true;
            break;
        }
        Entry entry;
        entry.event = {find.integer(0), find.integer(1), find.integer(2), find.integer(3)};
        const QByteArrayView head = find.view(5);
        const SearchBody body(workspace, entry.event.id, find.integer(4), entry.event.bodySize, head);
        entry.text = indexText(head, body);
        bytes += entry.text.text.size();
        batch.upTo = entry.event.id;
        batch.entries.push_back(std::move(entry));
    }
    return batch;
}

void Indexer::addAll(const Batch& batch)
{
    if (!batch.entries.empty() && !m_file->inTransaction()) {
        m_file->begin();
        m_began = Clock::now();
        m_waiting = 0;
    }
    auto from = Clock::now();
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        m_file->add(batch.entries[i].event, batch.entries[i].text);
        m_lastAdded = batch.entries[i].event;
        ++m_waiting;
        if (i % breath == breath - 1) {
            if (ended())
                return;
            yieldToWriter(Clock::now() - from);
            from = Clock::now();
        }
    }
}

void Indexer::commit(qint64 upTo)
{
    const auto from = Clock::now();
    m_file->commit(upTo, m_lastAdded);
    m_waiting = 0;
    m_quietSince = Clock::now();
    tell(upTo);
    yieldToWriter(Clock::now() - from);
}

void Indexer::tell(qint64 upTo)
{
    m_context.indexedUpTo.store(upTo);
    m_onProgress();
}

/** While events come in, a twentieth of the time is all the indexer takes. */
void Indexer::yieldToWriter(Clock::duration worked)
{
    const qint64 newest = m_context.newestId.load();
    const bool busy = m_writer.bytesInFlight() > 0 || newest != m_newestSeen;
    m_newestSeen = newest;
    if (!busy)
        return;
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::min<Clock::duration>(worked * restFactor, longestRest), [this] { return m_ending; });
}

/** Everything is indexed: time to put the index in order, and to rest. */
void Indexer::keepUp(ReadConnection& workspace)
{
    const auto quiet = Clock::now() - m_quietSince;
    if (quiet >= quietTime) {
        if (isStale(workspace)) {
            qCInfo(logStore) << "the search index holds too much that was removed: it is made again";
            m_file->remake();
            tell(0);
            return;
        }
        m_file->settle();
    }
    pause(lookEvery);
}

/** Over 30 % of the entries belong to events that are gone. */
bool Indexer::isStale(ReadConnection& workspace)
{
    const Transaction transaction(workspace.database(), Transaction::Kind::Read);
    const qint64 version = workspace.database().integer("PRAGMA data_version");
    if (version == m_dataVersion || m_file->entries() < staleLeast)
        return false;
    m_dataVersion = version;
    Statement gaps = workspace.database().prepare("SELECT coalesce(sum(last-first+1), 0) FROM gap WHERE last<=?1");
    gaps.bind(1, m_file->upTo());
    const qint64 alive = m_file->upTo() - (gaps.next() ? gaps.integer(0) : 0);
    return (m_file->entries() - alive) * 10 > m_file->entries() * 3;
}

} // namespace creel
