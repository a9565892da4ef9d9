#include "store/EventReader.h"

#include "base/ThreadName.h"
#include "store/ReadConnection.h"

#include <QCoreApplication>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace creel
{
namespace
{

using namespace std::chrono_literals;

constexpr int threadCount = 3;
constexpr std::size_t keptConnections = 4;
constexpr auto sliceTime = 100ms; ///< in one transaction, so that the log can be cut

Error goneError()
{
    return Error{ErrorCode::NotFound, QCoreApplication::translate("creel", "This event is no longer there.")};
}

} // namespace

struct EventReader::Private {
    /** Does one step; true while there is more to do: then it waits in the line again. */
    using Job = std::function<bool()>;

    explicit Private(StoreContext& store)
        : context(store)
    {
        for (int i = 0; i < threadCount; ++i)
            threads.emplace_back([this] { run(); });
    }
    ~Private()
    {
        {
            const std::lock_guard lock(mutex);
            ending = true;
            jobs.clear();
        }
        wake.notify_all();
        for (std::thread& thread : threads)
            thread.join();
    }

    void run();
    void post(Job job);
    std::unique_ptr<ReadConnection> take();
    void giveBack(std::unique_ptr<ReadConnection> connection);
    template <class Value, class Read> Result<Value> read(const StopToken& stop, Read function);
    template <class Value, class Read>
    void readLater(StopToken stop, std::function<void(Result<Value>)> done, Read function);

    StoreContext& context;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<Job> jobs;
    std::vector<std::unique_ptr<ReadConnection>> idle;
    bool ending = false;
    std::vector<std::thread> threads;
};

void EventReader::Private::run()
{
    nameThread("reader");
    std::unique_lock lock(mutex);
    for (;;) {
        wake.wait(lock, [this] { return ending || !jobs.empty(); });
        if (ending)
            return;
        Job job = std::move(jobs.front());
        jobs.pop_front();
        lock.unlock();
        const bool more = job();
        if (!more)
            job = nullptr; // what it holds goes without the lock
        lock.lock();
        if (more && !ending)
            jobs.push_back(std::move(job));
    }
}

void EventReader::Private::post(Job job)
{
    {
        const std::lock_guard lock(mutex);
        jobs.push_back(std::move(job));
    }
    wake.notify_one();
}

std::unique_ptr<ReadConnection> EventReader::Private::take()
{
    {
        const std::lock_guard lock(mutex);
        if (!idle.empty()) {
            std::unique_ptr<ReadConnection> connection = std::move(idle.back());
            idle.pop_back();
            return connection;
        }
    }
    return std::make_unique<ReadConnection>(context);
}

void EventReader::Private::giveBack(std::unique_ptr<ReadConnection> connection)
{
    const std::lock_guard lock(mutex);
    if (idle.size() < keptConnections)
        idle.push_back(std::move(connection));
}

template <class Value, class Read> Result<Value> EventReader::Private::read(const StopToken& stop, Read function)
{
    std::unique_ptr<ReadConnection> connection;
    try {
        connection = take();
        connection->database().setStop(stop);
        Result<Value> result = function(*connection);
        connection->database().setStop({});
        giveBack(std::move(connection));
        return result;
    } catch (const SqlError& error) {
        // Who types stops one search after the other: the connection is as good as before.
        if (connection && error.isStopped() && !connection->database().inTransaction()) {
            connection->index().end();
            connection->database().setStop({});
            giveBack(std::move(connection));
        }
        return error.toError(context.file);
    }
}

template <class Value, class Read>
void EventReader::Private::readLater(StopToken stop, std::function<void(Result<Value>)> done, Read function)
{
    post([this, stop, done = std::move(done), function] {
        if (stop.stopRequested())
            return false;
        Result<Value> result = read<Value>(stop, function);
        if (!stop.stopRequested())
            done(std::move(result));
        return false;
    });
}

EventReader::EventReader(Workspace& workspace)
    : d(std::make_unique<Private>(workspace.context()))
{
}

EventReader::~EventReader() = default;

void EventReader::rows(
    std::vector<EventId> ids, StopToken stop, std::function<void(Result<std::vector<EventRow>>)> done)
{
    d->readLater<std::vector<EventRow>>(
        std::move(stop), std::move(done), [ids = std::move(ids)](ReadConnection& c) { return c.rows(ids); });
}

Result<std::vector<EventRow>> EventReader::rowsNow(const std::vector<EventId>& ids, StopToken stop)
{
    return d->read<std::vector<EventRow>>(stop, [&](ReadConnection& c) { return c.rows(ids); });
}

namespace
{

Result<EventDetail> readDetail(ReadConnection& connection, EventId id, qint64 maxBody)
{
    std::optional<EventDetail> detail = connection.detail(id, maxBody);
    if (!detail)
        return goneError();
    return std::move(*detail);
}

Result<QByteArray> readBodyPart(ReadConnection& connection, EventId id, ByteOffset offset, qint64 size)
{
    std::optional<QByteArray> bytes = connection.body(id, offset.v, size);
    if (!bytes)
        return goneError();
    return std::move(*bytes);
}

} // namespace

void EventReader::detail(EventId id, qint64 maxBody, StopToken stop, std::function<void(Result<EventDetail>)> done)
{
    d->readLater<EventDetail>(
        std::move(stop), std::move(done), [id, maxBody](ReadConnection& c) { return readDetail(c, id, maxBody); });
}

Result<EventDetail> EventReader::detailNow(EventId id, qint64 maxBody, StopToken stop)
{
    return d->read<EventDetail>(stop, [&](ReadConnection& c) { return readDetail(c, id, maxBody); });
}

void EventReader::body(
    EventId id, ByteOffset offset, qint64 size, StopToken stop, std::function<void(Result<QByteArray>)> done)
{
    d->readLater<QByteArray>(std::move(stop), std::move(done),
        [id, offset, size](ReadConnection& c) { return readBodyPart(c, id, offset, size); });
}

Result<QByteArray> EventReader::bodyNow(EventId id, ByteOffset offset, qint64 size, StopToken stop)
{
    return d->read<QByteArray>(stop, [&](ReadConnection& c) { return readBodyPart(c, id, offset, size); });
}

void EventReader::find(Query query, StopToken stop, std::function<void(Result<QueryPart>)> part)
{
    auto scan = std::make_shared<Scan>(std::move(query));
    auto first = std::make_shared<bool>(true);
    d->post([this, scan, first, stop, part = std::move(part)] {
        if (stop.stopRequested())
            return false;
        const qint64 wanted = std::exchange(*first, false) ? 200 : -1;
        Result<QueryPart> next =
            d->read<QueryPart>(stop, [&](ReadConnection& c) { return scan->next(c, sliceTime, wanted); });
        if (stop.stopRequested())
            return false;
        const bool more = next.ok() && !next->done;
        part(std::move(next));
        return more;
    });
}

Result<EventSet> EventReader::findNow(const Query& query, qint64 limit, StopToken stop)
{
    Scan scan(query);
    EventSet found;
    while (!scan.isDone() && (limit < 0 || found.size() < limit)) {
        const qint64 wanted = limit < 0 ? -1 : limit - found.size();
        const Result<QueryPart> part =
            d->read<QueryPart>(stop, [&](ReadConnection& c) { return scan.next(c, sliceTime, wanted); });
        if (!part.ok())
            return part.error();
        found.unite(part->found);
    }
    if (limit >= 0 && found.size() > limit)
        found.removeRange(EventId(1), found.at(Row(limit)));
    return found;
}

Result<EventSet> EventReader::filterNow(const Query& query, const std::vector<EventId>& ids, StopToken stop)
{
    return d->read<EventSet>(stop, [&](ReadConnection& c) { return Scan(query).filter(c, ids); });
}

void EventReader::changes(Sequence since, StopToken stop, std::function<void(Result<Changes>)> done)
{
    d->readLater<Changes>(std::move(stop), std::move(done), [since](ReadConnection& c) { return c.changes(since.v); });
}

Result<EventReader::Changes> EventReader::changesNow(Sequence since, StopToken stop)
{
    return d->read<Changes>(stop, [&](ReadConnection& c) { return c.changes(since.v); });
}

Result<QByteArray> EventReader::settingNow(const QByteArray& key)
{
    return d->read<QByteArray>({}, [&](ReadConnection& c) { return c.setting(key); });
}

void EventReader::run(StopToken stop, std::function<void()> work)
{
    d->post([stop = std::move(stop), work = std::move(work)] {
        if (!stop.stopRequested())
            work();
        return false;
    });
}

Result<void> EventReader::readNow(StopToken stop, const std::function<void(Database&)>& read)
{
    return d->read<void>(stop, [&](ReadConnection& c) -> Result<void> {
        const Transaction transaction(c.database(), Transaction::Kind::Read);
        read(c.database());
        return {};
    });
}

} // namespace creel
