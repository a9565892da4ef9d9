#include "store/BulkWork.h"

#include <algorithm>

namespace creel
{
namespace
{

bool isOver(BulkTask::Deadline deadline)
{
    return std::chrono::steady_clock::now() >= deadline;
}

/** Calls `done` at the end; most tasks need no more. */
class DoneTask : public BulkTask
{
public:
    explicit DoneTask(BulkDone done)
        : m_done(std::move(done))
    {
    }
    void committed() override { }
    void finish(const Error* error) override
    {
        if (m_done)
            m_done(error ? Result<void>(*error) : Result<void>());
    }

private:
    BulkDone m_done;
};

/** The same for each event of a list, which is gone through in rising order. */
class EachTask final : public DoneTask
{
public:
    using Each = std::function<void(WriteSession&, EventId)>;
    EachTask(std::vector<EventId> ids, Each each, BulkDone done)
        : DoneTask(std::move(done))
        , m_ids(std::move(ids))
        , m_each(std::move(each))
    {
        std::sort(m_ids.begin(), m_ids.end());
        m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
    }
    bool slice(WriteSession& session, Deadline deadline) override
    {
        m_reached = m_next;
        while (m_reached < m_ids.size()) {
            m_each(session, m_ids[m_reached++]);
            if (isOver(deadline))
                break;
        }
        return m_reached >= m_ids.size();
    }
    void committed() override { m_next = m_reached; }

private:
    std::vector<EventId> m_ids;
    Each m_each;
    std::size_t m_next = 0;
    std::size_t m_reached = 0;
};

/** Changes one event by an UPDATE whose ?1 is its id and ?2 the number of the change, and logs it. */
class RowUpdate
{
public:
    RowUpdate(WriteSession& session, const char* sql)
        : m_statement(session.database().prepare(sql))
    {
    }
    Statement& statement() { return m_statement; }
    void run(WriteSession& session, EventId id)
    {
        session.logChange(ChangeKind::Changed, id);
        m_statement.bind(1, id.v);
        m_statement.bind(2, session.nextChange());
        m_statement.run();
    }

private:
    Statement m_statement;
};

template <class Bind>
std::unique_ptr<BulkTask> updateTask(std::vector<EventId> ids, const char* sql, Bind bindValues, BulkDone done)
{
    auto update = std::make_shared<std::unique_ptr<RowUpdate>>();
    return std::make_unique<EachTask>(
        std::move(ids),
        [update, sql, bindValues](WriteSession& session, EventId id) {
            if (!*update)
                *update = std::make_unique<RowUpdate>(session, sql);
            bindValues(session, (*update)->statement());
            (*update)->run(session, id);
        },
        std::move(done));
}

/** Marks or clears the mark, with counters and log. */
void markDeleted(WriteSession& session, EventId id, bool deleted)
{
    Database& database = session.database();
    Statement find = database.prepare("SELECT flags, endpoint, head_size+body_size FROM event WHERE id=?1");
    find.bind(1, id.v);
    if (!find.next() || bool(find.integer(0) & flag::deleted) == deleted)
        return;
    const qint64 endpoint = find.integer(1);
    const qint64 bytes = find.integer(2);
    const qint64 flags = deleted ? find.integer(0) | flag::deleted : find.integer(0) & ~flag::deleted;
    find.reset();
    session.logChange(deleted ? ChangeKind::Deleted : ChangeKind::Restored, id);
    Statement mark = database.prepare("UPDATE event SET flags=?2, changed=?3 WHERE id=?1");
    mark.bind(1, id.v);
    mark.bind(2, flags);
    mark.bind(3, session.nextChange());
    mark.run();
    Statement list =
        database.prepare(deleted ? "INSERT OR IGNORE INTO deleted VALUES(?1)" : "DELETE FROM deleted WHERE id=?1");
    list.bind(1, id.v);
    list.run();
    session.tally(endpoint, deleted ? -1 : 1, deleted ? -bytes : bytes);
}

/** Remembers a removed id, so that the set of all ids needs no scan: neighbouring gaps are one row. */
void addGap(Database& database, qint64 id)
{
    qint64 first = id;
    qint64 last = id;
    Statement before = database.prepare("SELECT first, last FROM gap WHERE first<=?1 ORDER BY first DESC LIMIT 1");
    before.bind(1, id);
    if (before.next() && before.integer(1) == id - 1)
        first = before.integer(0);
    before.reset();
    Statement after = database.prepare("SELECT last FROM gap WHERE first=?1");
    after.bind(1, id + 1);
    if (after.next())
        last = after.integer(0);
    after.reset();
    Statement clear = database.prepare("DELETE FROM gap WHERE first=?1 OR first=?2");
    clear.bind(1, first);
    clear.bind(2, id + 1);
    clear.run();
    Statement insert = database.prepare("INSERT INTO gap VALUES(?1,?2)");
    insert.bind(1, first);
    insert.bind(2, last);
    insert.run();
}

/** Removes an event for good. */
void removeEvent(WriteSession& session, qint64 id)
{
    Database& database = session.database();
    Statement find = database.prepare("SELECT flags, endpoint, head_size+body_size, body FROM event WHERE id=?1");
    find.bind(1, id);
    if (!find.next())
        return;
    const bool wasDeleted = find.integer(0) & flag::deleted;
    const qint64 endpoint = find.integer(1);
    const qint64 bytes = find.integer(2);
    const qint64 body = find.integer(3);
    find.reset();
    if (body) {
        Statement pieces = database.prepare("DELETE FROM body_chunk WHERE id BETWEEN ?1 AND ?2");
        pieces.bind(1, firstChunk(body));
        pieces.bind(2, lastChunk(body));
        pieces.run();
    }
    for (const char* sql : {"DELETE FROM body_chunk WHERE id=?1", "DELETE FROM event_head WHERE id=?1",
             "DELETE FROM deleted WHERE id=?1", "DELETE FROM event WHERE id=?1"}) {
        Statement s = database.prepare(sql);
        s.bind(1, id);
        s.run();
    }
    addGap(database, id);
    dropAnswered(database, EventId(id));
    if (!wasDeleted) {
        session.tally(endpoint, -1, -bytes);
        session.logChange(ChangeKind::Deleted, EventId(id));
    }
}

class PurgeTask final : public DoneTask
{
public:
    using DoneTask::DoneTask;
    bool slice(WriteSession& session, Deadline deadline) override
    {
        Statement first = session.database().prepare("SELECT min(id) FROM deleted");
        while (!isOver(deadline)) {
            if (!first.next() || first.isNull(0))
                return true;
            const qint64 id = first.integer(0);
            first.reset();
            removeEvent(session, id);
        }
        return false;
    }
};

class RetentionTask final : public DoneTask
{
public:
    explicit RetentionTask(const Retention& retention)
        : DoneTask({})
        , m_retention(retention)
    {
    }
    bool isBackground() const override { return true; }
    bool slice(WriteSession& session, Deadline deadline) override
    {
        qint64 events = session.context().eventCount.load();
        qint64 bytes = session.context().byteCount.load();
        const qint64 oldest = session.context().clock->nowUs() - m_retention.maxAgeS * 1'000'000;
        m_reached = m_next;
        Statement find = session.database().prepare(
            "SELECT id, flags, received_at, head_size+body_size FROM event WHERE id>?1 ORDER BY id LIMIT 1");
        while (!isOver(deadline)) {
            const StatementReset reset(find);
            find.bind(1, m_reached);
            if (!find.next())
                return true;
            const qint64 id = find.integer(0);
            const qint64 flags = find.integer(1);
            const bool tooMany = m_retention.maxEvents > 0 && events > m_retention.maxEvents;
            const bool tooLarge = m_retention.maxBytes > 0 && bytes > m_retention.maxBytes;
            const bool tooOld = m_retention.maxAgeS > 0 && find.integer(2) < oldest;
            const qint64 size = find.integer(3);
            if (!tooMany && !tooLarge && !tooOld)
                return true;
            if (!(flags & (flag::pinned | flag::deleted))) {
                find.reset();
                removeEvent(session, id);
                --events;
                bytes -= size;
            }
            m_reached = id;
        }
        return false;
    }
    void committed() override { m_next = m_reached; }

private:
    Retention m_retention;
    qint64 m_next = 0;
    qint64 m_reached = 0;
};

class VacuumTask final : public DoneTask
{
public:
    using DoneTask::DoneTask;
    bool isBackground() const override { return true; }
    bool slice(WriteSession& session, Deadline deadline) override
    {
        while (session.database().integer("PRAGMA freelist_count") > 0) {
            Statement vacuum = session.database().prepare("PRAGMA incremental_vacuum(32)");
            vacuum.run();
            if (isOver(deadline))
                return false;
        }
        return true;
    }
};

class BarrierTask final : public DoneTask
{
public:
    using DoneTask::DoneTask;
    bool slice(WriteSession&, Deadline) override { return true; }
};

} // namespace

std::unique_ptr<BulkTask> pinTask(std::vector<EventId> ids, bool pinned, BulkDone done)
{
    const char* sql = pinned ? "UPDATE event SET flags=flags|1, changed=?2 WHERE id=?1 AND flags&1=0"
                             : "UPDATE event SET flags=flags&~1, changed=?2 WHERE id=?1 AND flags&1=1";
    return updateTask(
        std::move(ids), sql, [](WriteSession&, Statement&) {}, std::move(done));
}

std::unique_ptr<BulkTask> tagTask(std::vector<EventId> ids, QStringList tags, BulkDone done)
{
    const QString text = joinTags(tags);
    return updateTask(
        std::move(ids), "UPDATE event SET tags=?3, changed=?2 WHERE id=?1 AND tags IS NOT ?3",
        [text](WriteSession&, Statement& statement) { statement.bindText(3, text); }, std::move(done));
}

std::unique_ptr<BulkTask> noteTask(EventId id, QString note, BulkDone done)
{
    return std::make_unique<EachTask>(
        std::vector<EventId>{id},
        [note](WriteSession& session, EventId event) {
            Statement s = session.database().prepare("UPDATE event_head SET note=?2 WHERE id=?1");
            s.bind(1, event.v);
            s.bindText(2, note);
            s.run();
            RowUpdate(session, "UPDATE event SET changed=?2 WHERE id=?1").run(session, event);
        },
        std::move(done));
}

std::unique_ptr<BulkTask> verdictTask(EventId id, const StoredVerdict& verdict)
{
    return updateTask({id}, "UPDATE event SET signature=?3, freshness=?4, scheme=?5, changed=?2 WHERE id=?1",
        [verdict](WriteSession& session, Statement& statement) {
            statement.bind(3, qint64(verdict.signature));
            statement.bind(4, qint64(verdict.freshness));
            statement.bind(5, session.names().idOf(verdict.scheme));
        },
        {});
}

std::unique_ptr<BulkTask> deleteTask(std::vector<EventId> ids, bool deleted, BulkDone done)
{
    return std::make_unique<EachTask>(
        std::move(ids), [deleted](WriteSession& session, EventId id) { markDeleted(session, id, deleted); },
        std::move(done));
}

std::unique_ptr<BulkTask> purgeTask(BulkDone done)
{
    return std::make_unique<PurgeTask>(std::move(done));
}

std::unique_ptr<BulkTask> retentionTask(const Retention& retention)
{
    return std::make_unique<RetentionTask>(retention);
}

std::unique_ptr<BulkTask> vacuumTask(BulkDone done)
{
    return std::make_unique<VacuumTask>(std::move(done));
}

std::unique_ptr<BulkTask> barrierTask(BulkDone done)
{
    return std::make_unique<BarrierTask>(std::move(done));
}

} // namespace creel
