#include "store/EventWriter.h"

#include "base/Log.h"
#include "store/BulkWork.h"
#include "store/EndpointStore.h"
#include "store/WriterLoop.h"

#include <QCoreApplication>

#include <atomic>
#include <future>

namespace creel
{
namespace
{

Error lostPiece()
{
    return Error{
        ErrorCode::Full, QCoreApplication::translate("creel", "An earlier part of this body could not be written.")};
}

/** The hot path: one event. */
class EventTask final : public WriteTask
{
public:
    EventTask(NewEvent event, EventWriter::EventDone done)
        : m_event(std::move(event))
        , m_done(std::move(done))
    {
        bytes = m_event.request->head.size() + m_event.request->body.size();
    }
    void apply(WriteSession& session) override { m_id = session.insertEvent(m_event); }
    void finish(const Error* error) override
    {
        if (!m_done)
            return;
        if (error)
            m_done(*error);
        else if (!m_id.isValid())
            m_done(lostPiece());
        else
            m_done(m_id);
    }

private:
    NewEvent m_event;
    EventWriter::EventDone m_done;
    EventId m_id;
};

/** The same for a listener. */
class HandedTask final : public WriteTask, public HandedEvent
{
public:
    HandedTask(NewEvent newEvent, quint64 theTag, quint64 theNumber, std::shared_ptr<CommitListener> listener)
        : HandedEvent(std::move(newEvent), theTag, theNumber)
        , m_listener(std::move(listener))
    {
        bytes = event.request->head.size() + event.request->body.size();
    }
    void apply(WriteSession& session) override { m_id = session.insertEvent(event); }
    void finish(const Error* error) override
    {
        if (error)
            result = *error;
        else if (!m_id.isValid())
            result = lostPiece();
        else
            result = m_id;
    }
    HandedEvent* handed() override { return this; }
    const std::shared_ptr<CommitListener>* listener() const override { return &m_listener; }

private:
    const std::shared_ptr<CommitListener> m_listener;
    EventId m_id;
};

/** A piece of a body. Where it can't be written, the whole body is of no use any more. */
class PieceTask final : public WriteTask
{
public:
    PieceTask(WriterLoop& loop, BodyId id, QByteArray piece, EventWriter::Done done)
        : m_loop(loop)
        , m_id(id)
        , m_piece(std::move(piece))
        , m_done(std::move(done))
    {
        bytes = m_piece.size();
    }
    void apply(WriteSession& session) override { m_written = session.appendBody(m_id, m_piece); }
    void finish(const Error* error) override
    {
        // Also where it was refused without a try: what follows must not close over the gap
        if (WriteSession* const session = error ? m_loop.session() : nullptr)
            session->breakBody(m_id);
        if (!m_done)
            return;
        if (error)
            m_done(*error);
        else if (!m_written)
            m_done(lostPiece());
        else
            m_done({});
    }

private:
    WriterLoop& m_loop;
    BodyId m_id;
    QByteArray m_piece;
    EventWriter::Done m_done;
    bool m_written = false;
};

std::unique_ptr<WriteTask> voidTask(std::function<void(WriteSession&)> apply, EventWriter::Done done = {})
{
    return std::make_unique<FunctionTask<void>>(
        [apply = std::move(apply)](WriteSession& session) -> Result<void> {
            apply(session);
            return {};
        },
        std::move(done));
}

} // namespace

struct EventWriter::Private {
    explicit Private(Workspace& workspace)
        : loop(workspace.context())
    {
    }
    std::atomic<qint64> nextBody{1};
    WriterLoop loop;
};

EventWriter::EventWriter(Workspace& workspace)
    : d(std::make_unique<Private>(workspace))
{
}

EventWriter::~EventWriter() = default;

void EventWriter::addEvent(NewEvent event, EventDone done)
{
    d->loop.post(std::make_unique<EventTask>(std::move(event), std::move(done)));
}

void EventWriter::addEvent(NewEvent event, quint64 tag, quint64 number, std::shared_ptr<CommitListener> listener)
{
    d->loop.post(std::make_unique<HandedTask>(std::move(event), tag, number, std::move(listener)));
}

BodyId EventWriter::beginBody(const NewEvent& soFar)
{
    const BodyId id(d->nextBody.fetch_add(1));
    d->loop.post(voidTask([id, soFar](WriteSession& session) { session.beginBody(id, soFar); }));
    return id;
}

void EventWriter::appendBody(BodyId id, QByteArray piece, Done done)
{
    d->loop.post(std::make_unique<PieceTask>(d->loop, id, std::move(piece), std::move(done)));
}

void EventWriter::dropBody(BodyId id)
{
    d->loop.post(voidTask([id](WriteSession& session) { session.dropBody(id); }));
}

void EventWriter::recordAnswer(EventId id, AnswerOutcome outcome, qint64 answeredAfterUs)
{
    d->loop.postAnswers({{id, outcome, answeredAfterUs}});
}

void EventWriter::recordAnswers(const std::vector<AnsweredEvent>& answers)
{
    d->loop.postAnswers(answers);
}

void EventWriter::setVerdict(EventId id, const StoredVerdict& verdict)
{
    d->loop.post(verdictTask(id, verdict));
}

void EventWriter::setPinned(std::vector<EventId> ids, bool pinned, Done done)
{
    d->loop.post(pinTask(std::move(ids), pinned, std::move(done)));
}

void EventWriter::setTags(std::vector<EventId> ids, QStringList tags, Done done)
{
    d->loop.post(tagTask(std::move(ids), std::move(tags), std::move(done)));
}

void EventWriter::setNote(EventId id, QString note, Done done)
{
    d->loop.post(noteTask(id, std::move(note), std::move(done)));
}

void EventWriter::deleteEvents(std::vector<EventId> ids, Done done)
{
    d->loop.post(deleteTask(std::move(ids), true, std::move(done)));
}

void EventWriter::undeleteEvents(std::vector<EventId> ids, Done done)
{
    d->loop.post(deleteTask(std::move(ids), false, std::move(done)));
}

void EventWriter::purgeDeleted(Done done)
{
    d->loop.post(purgeTask({}));
    compact(std::move(done));
}

void EventWriter::saveEndpoint(Endpoint endpoint, std::function<void(const Result<Endpoint>&)> done)
{
    d->loop.post(std::make_unique<FunctionTask<Endpoint>>(
        [endpoint](WriteSession& session) { return storeEndpoint(session.database(), endpoint); },
        [this, done = std::move(done)](const Result<Endpoint>& saved) {
            if (saved.ok())
                d->loop.reloadSettings();
            if (done)
                done(saved);
        }));
}

void EventWriter::deleteEndpoint(EndpointId id, Done done)
{
    d->loop.post(std::make_unique<FunctionTask<void>>(
        [id](WriteSession& session) { return removeEndpoint(session.database(), id); },
        [this, done = std::move(done)](const Result<void>& deleted) {
            if (deleted.ok())
                d->loop.reloadSettings();
            if (done)
                done(deleted);
        }));
}

void EventWriter::setRetention(Retention retention, Done done)
{
    d->loop.post(voidTask([retention](WriteSession& session) { storeRetention(session.database(), retention); },
        [this, done = std::move(done)](const Result<void>& stored) {
            if (stored.ok())
                d->loop.reloadSettings();
            if (done)
                done(stored);
        }));
}

void EventWriter::setSetting(QByteArray key, QByteArray value, Done done)
{
    d->loop.post(voidTask(
        [key, value](WriteSession& session) { storeSetting(session.database(), key, value); }, std::move(done)));
}

void EventWriter::saveCopy(QString file, Done done)
{
    d->loop.post(barrierTask([this, file = std::move(file), done = std::move(done)](
                                 const Result<void>&) { d->loop.startCopy(file, done); }));
}

void EventWriter::compact(Done done)
{
    d->loop.post(vacuumTask({}));
    d->loop.post(barrierTask([this, done = std::move(done)](const Result<void>& result) {
        d->loop.truncateLog();
        if (done)
            done(result);
    }));
}

void EventWriter::post(std::unique_ptr<WriteTask> task)
{
    d->loop.post(std::move(task));
}

qint64 EventWriter::bytesInFlight() const
{
    return d->loop.bytesInFlight();
}

void EventWriter::flush()
{
    auto reached = std::make_shared<std::promise<void>>();
    std::future<void> waiting = reached->get_future();
    d->loop.postAnswers({{}});
    d->loop.post(barrierTask([reached](const Result<void>&) { reached->set_value(); }));
    waiting.wait();
}

} // namespace creel
