#pragma once

#include "base/Result.h"
#include "store/Endpoint.h"
#include "store/Event.h"
#include "store/Workspace.h"

#include <functional>
#include <memory>
#include <vector>

namespace creel
{

class WriteTask;

/** An event that was handed over with a CommitListener, and what became of it. */
class HandedEvent
{
public:
    HandedEvent(NewEvent newEvent, quint64 theTag, quint64 theNumber)
        : event(std::move(newEvent))
        , tag(theTag)
        , number(theNumber)
    {
    }
    virtual ~HandedEvent() = default;
    HandedEvent(const HandedEvent&) = delete;
    HandedEvent& operator=(const HandedEvent&) = delete;

    NewEvent event;
    const quint64 tag; ///< the listener's own, as is `number`
    const quint64 number;
    Result<EventId> result = EventId();
};

/** Hears of its events batch by batch, and gets them back: memory is freed best by the thread that took it. */
class CommitListener
{
public:
    virtual ~CommitListener() = default;
    /** On the writer thread, after the commit or with the errors. */
    virtual void committed(std::vector<std::unique_ptr<HandedEvent>> events) = 0;
};

/** What became of the answer to one event. */
struct AnsweredEvent {
    EventId id;
    AnswerOutcome outcome = AnswerOutcome::Unknown;
    qint64 afterUs = 0; ///< request complete to answer written
};

/**
 * The one thread and connection of this process that writes the workspace. Every member may be called on any thread and
 * returns at once; `done` is called on the writer thread after the commit (or with the error: nothing of it was
 * written). Everything that waits goes into one transaction (group commit).
 */
class EventWriter
{
public:
    using EventDone = std::function<void(const Result<EventId>&)>;
    using Done = std::function<void(const Result<void>&)>;

    explicit EventWriter(Workspace& workspace);
    ~EventWriter(); ///< writes what waits, then stops
    EventWriter(const EventWriter&) = delete;
    EventWriter& operator=(const EventWriter&) = delete;

    void addEvent(NewEvent event, EventDone done);
    /** For many events: `listener` is told once for each batch. */
    void addEvent(NewEvent event, quint64 tag, quint64 number, std::shared_ptr<CommitListener> listener);

    /** A body that comes in pieces: take an id, append pieces of at most 1 MiB, name the id in NewEvent. Pieces are
     * committed on the way. */
    BodyId beginBody(
        const NewEvent& soFar); ///< head, peer and time, so that an `incomplete` event can be made of it after a crash
    void appendBody(BodyId id, QByteArray piece, Done done);
    void dropBody(BodyId id);

    /** What became of an answer: goes with the next batch, costs no commit of its own. */
    void recordAnswer(EventId id, AnswerOutcome outcome, qint64 answeredAfterUs);
    void recordAnswers(const std::vector<AnsweredEvent>& answers);

    /** A verdict that came late or was made again. */
    void setVerdict(EventId id, const StoredVerdict& verdict);

    // The user's changes. Bulk work runs in slices of at most 5 ms.
    void setPinned(std::vector<EventId> ids, bool pinned, Done done = {});
    void setTags(std::vector<EventId> ids, QStringList tags, Done done = {});
    void setNote(EventId id, QString note, Done done = {});
    /** Marks as deleted: gone from every list, still there for `undelete`. */
    void deleteEvents(std::vector<EventId> ids, Done done = {});
    void undeleteEvents(std::vector<EventId> ids, Done done = {});
    /** Removes what is marked as deleted and gives the room back to the file system. */
    void purgeDeleted(Done done = {});

    void saveEndpoint(Endpoint endpoint, std::function<void(const Result<Endpoint>&)> done = {});
    void deleteEndpoint(EndpointId id, Done done = {});
    void setRetention(Retention retention, Done done = {});
    /** Any small value of the workspace that is not secret. */
    void setSetting(QByteArray key, QByteArray value, Done done = {});

    /** Writes a copy of the workspace, complete and consistent, to `file`. */
    void saveCopy(QString file, Done done);
    /** Gives unused room back to the file system. */
    void compact(Done done);

    /** Bytes handed over and not yet committed: the receiver's back-pressure looks at it. */
    qint64 bytesInFlight() const;
    /** Returns when everything posted before is committed. For tests and the end of a program, never on the GUI thread.
     */
    void flush();

    void post(std::unique_ptr<WriteTask> task); ///< for this folder alone

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
