#pragma once

#include "base/Result.h"
#include "base/StopToken.h"
#include "store/Event.h"
#include "store/EventSet.h"
#include "store/Query.h"
#include "store/Workspace.h"

#include <functional>
#include <memory>
#include <vector>

namespace creel
{

class Database;

/** A piece of a running query. */
struct QueryPart {
    EventSet found; ///< new since the last part
    qint64 scanned = 0; ///< events looked at so far
    qint64 total = 0;
    bool done = false;
};

/**
 * Reads on a pool of threads with read-only connections of their own. Each asynchronous request takes a StopToken and a
 * callback, which is called on a pool thread (post it into a Mailbox and wake your own thread); not called once
 * stopped. The synchronous forms (`…Now`) are for pool threads, the command line and tests: never the GUI thread.
 */
class EventReader
{
public:
    explicit EventReader(Workspace& workspace);
    ~EventReader();
    EventReader(const EventReader&) = delete;
    EventReader& operator=(const EventReader&) = delete;

    /** Rows of these ids, in their order; those that are gone are left out. */
    void rows(std::vector<EventId> ids, StopToken stop, std::function<void(Result<std::vector<EventRow>>)> done);
    Result<std::vector<EventRow>> rowsNow(const std::vector<EventId>& ids, StopToken stop = {});

    /** One event; the body is read where it has at most `maxBody` bytes. */
    void detail(EventId id, qint64 maxBody, StopToken stop, std::function<void(Result<EventDetail>)> done);
    Result<EventDetail> detailNow(EventId id, qint64 maxBody, StopToken stop = {});

    /** `size` bytes of a body from `offset`, fewer at its end. */
    void body(EventId id, ByteOffset offset, qint64 size, StopToken stop, std::function<void(Result<QByteArray>)> done);
    Result<QByteArray> bodyNow(EventId id, ByteOffset offset, qint64 size, StopToken stop = {});

    /** All ids that match, newest first, streaming: the first screen comes first. Ends with a part that is `done`. */
    void find(Query query, StopToken stop, std::function<void(Result<QueryPart>)> part);
    Result<EventSet> findNow(const Query& query, qint64 limit = -1, StopToken stop = {});

    /** Which of `ids` match: for those that changed() named. */
    Result<EventSet> filterNow(const Query& query, const std::vector<EventId>& ids, StopToken stop = {});

    /** What happened after `since`: ids added, changed (tag, pin, verdict), deleted. Give `now` the next time. */
    struct Changes {
        Sequence now;
        EventId newestId;
        std::vector<EventId> changed; ///< also those that were deleted and are back
        std::vector<EventId> deleted;
        bool everything = false; ///< too much has happened: read all again
    };
    void changes(Sequence since, StopToken stop, std::function<void(Result<Changes>)> done);
    Result<Changes> changesNow(Sequence since, StopToken stop = {});

    /** Value of setSetting(), empty where there is none. */
    Result<QByteArray> settingNow(const QByteArray& key);

    /** Runs `work` on a pool thread, where the `…Now` forms may be used; not where it was stopped before its turn. */
    void run(StopToken stop, std::function<void()> work);

    /** One read transaction; for this folder alone. */
    Result<void> readNow(StopToken stop, const std::function<void(Database&)>& read);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
