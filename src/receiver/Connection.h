#pragma once

#include "http/RequestParser.h"
#include "receiver/BodyUpload.h"
#include "receiver/ResponseRules.h"
#include "receiver/Socket.h"
#include "store/Event.h"

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

class ReceiverWorker;

/**
 * One sender's connection: reads requests, hands them to the store, writes the answers in their order once the events
 * are committed. Lives on its worker's thread. It goes when `isFinished`: the socket is closed and nothing that the
 * store still has to say matters.
 */
class Connection
{
public:
    /** `refuse`: over the limit of connections, answer 503 to whatever comes. */
    Connection(ReceiverWorker& worker, quint64 token, Socket socket, bool refuse);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void begin();
    void onReady(quint8 flags);
    void onTimer(qint64 at);
    void onCommitted(quint64 exchange, const Result<EventId>& result);
    void onPieceStored(qint64 bytes, const Result<void>& result);
    /** Memory is there again. */
    void resume();
    /** Ends at once where nothing is under way, else after it. */
    void finishSoon();
    /** Ends now; what was read of a request becomes an `incomplete` event. */
    void cutOff();

    quint64 token() const { return m_token; }
    bool isFinished() const;

private:
    enum class Phase {
        Reading,
        Storing, ///< a large body is complete and its last pieces are not committed yet
        Answering, ///< nothing more is read, answers are due
        Lingering, ///< the last answer is out; what still comes is thrown away, so that no reset overtakes it
    };
    /** One request whose answer is due. */
    struct Exchange {
        quint64 number = 0;
        std::shared_ptr<const Answer> answer;
        QByteArray body; ///< shared with the event: its room is used again
        ResponseForm form;
        bool committed = false;
        EventId id; ///< invalid where the event could not be stored
        qint64 bytes = 0;
        qint64 completeUs = 0; ///< steady
        qint64 dueUs = 0; ///< steady; after the delay
        QByteArray wire; ///< empty until its turn
        qsizetype sent = 0;
    };

    // Reading
    void readSome();
    void takeIn(QByteArrayView bytes);
    void parse(QByteArrayView& bytes);
    bool hasRoom() const;
    void pause();
    void onHead();
    void onBody(QByteArrayView piece);
    void startUpload();
    void onComplete();
    void onFailed();
    void onEndOfInput();
    void finishUpload();
    void store(Request request);
    void refuse(int status, const QString& reason, EventState state);
    void storeIncomplete(const QString& reason);
    NewEvent newEvent(EventState state, const QString& reason) const;
    std::shared_ptr<const Request> partialRequest();
    void judge(NewEvent& event);
    void push(NewEvent event, std::shared_ptr<const Answer> answer, bool keepAlive);
    void refuseConnection();
    void failUpload();
    void endRequest();
    void account();
    bool isMidRequest() const { return m_begun; }

    // Writing and ending
    void pump();
    void writeSome();
    bool writeFront();
    void sendContinue();
    void update();
    qint64 deadline() const;
    void onDeadline(qint64 now);
    void onBroken();
    void forgetCommitted();
    bool isReset();
    void linger();
    void closeSocket();

    ReceiverWorker& m_worker;
    const quint64 m_token;
    Socket m_socket;
    const QByteArray m_peer;
    const bool m_refuse;
    RequestParser m_parser;
    Phase m_phase = Phase::Reading;
    QByteArray m_input; ///< read and not yet parsed: pipelined requests that must wait
    std::vector<Exchange> m_exchanges;
    quint64 m_lastExchange = 0;

    // The request that is being read
    bool m_begun = false; ///< at least one byte of it is there
    bool m_inBody = false;
    bool m_wantsContinue = false;
    qint64 m_firstUs = 0;
    qint64 m_firstSteadyUs = 0;
    qint64 m_headSinceUs = 0; ///< steady; its time limit counts from here
    QByteArray m_body;
    std::shared_ptr<const EndpointTable> m_table; ///< in force when its head was complete
    const EndpointTable::Entry* m_entry = nullptr;
    std::unique_ptr<BodyUpload> m_upload;
    std::optional<Request> m_whole; ///< in phase Storing

    qint64 m_headBytes = 0; ///< read while the head was not complete
    qint64 m_held = 0; ///< bytes counted as in flight on this connection's account
    qint64 m_lastReadUs = 0; ///< steady
    qint64 m_lastWriteUs = 0;
    qint64 m_lingerUntilUs = 0;
    qint64 m_timerAt = -1;
    quint8 m_interest = 0;
    bool m_blocked = false; ///< the sender does not take what is written
    bool m_paused = false; ///< too much is in flight
    bool m_stalled = false; ///< parsing has stopped for want of room, not of bytes
    bool m_ended = false; ///< the sender has closed its side
};

} // namespace creel
