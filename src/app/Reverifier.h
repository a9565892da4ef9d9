#pragma once

#include "base/StopToken.h"
#include "receiver/EndpointTable.h"
#include "store/EventReader.h"
#include "store/EventWriter.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace creel
{

/**
 * The endpoint that decides about a stored event: the one that caught it. What `/` caught because nothing else was
 * there belongs to the endpoint that covers its path now, where that has a scheme: a secret added to an event's own
 * path verifies that event too.
 */
const EndpointTable::Entry& entryOfEvent(const EndpointTable& table, const EventRow& row);

/**
 * Verifies one event of the store as its endpoint says, at the time it came. The body is read in pieces where the
 * scheme can be streamed, else as a whole. For worker threads.
 */
Result<Verification> verifyStored(
    EventReader& reader, EventId id, const EndpointTable::Entry& entry, const StopToken& stop = {});

/**
 * Makes verdicts again in the background, newest events first: of an endpoint whose scheme, secret or public URL
 * changed, and of bodies that were too large to be verified as they came. Writes a verdict only where it differs. One
 * thread; every job can be cancelled by a newer one for the same endpoint.
 */
class Reverifier
{
public:
    /** `progress` is called on the worker's thread: events left, 0 at the end of a job. */
    Reverifier(EventReader& reader, EventWriter& writer, std::function<void(qint64)> progress);
    ~Reverifier(); ///< cancels and joins
    Reverifier(const Reverifier&) = delete;
    Reverifier& operator=(const Reverifier&) = delete;

    /** All stored events of the endpoint `path` of the table, or those after `after`; then those that `/` caught on its
     * path. Replaces a job for the same path. */
    void verifyEndpoint(
        std::shared_ptr<const EndpointTable> table, const QByteArray& path, std::optional<EventId> after = {});
    /** Events after `after` that are unverified because of the size of their body. */
    void verifyLarge(std::shared_ptr<const EndpointTable> table, EventId after);

private:
    struct Job {
        QByteArray path; ///< empty: large bodies of all endpoints
        std::shared_ptr<const EndpointTable> table;
        std::optional<EventId> after;
        std::shared_ptr<StopSource> stop;
    };
    void post(Job job);
    void run();
    void work(const Job& job);
    /** Verifies what a query finds. */
    void workThrough(const Job& job, const Query& query);
    /** The entry that decides, or null where there is nothing to verify. */
    const EndpointTable::Entry* entryFor(const Job& job, const EventRow& row) const;

    EventReader& m_reader;
    EventWriter& m_writer;
    std::function<void(qint64)> m_progress;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_jobs;
    std::shared_ptr<StopSource> m_running;
    QByteArray m_runningPath;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace creel
