#pragma once

#include "receiver/ReceiverShared.h"
#include "receiver/ResponseRules.h"
#include "receiver/TimerWheel.h"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace creel
{

class Connection;

/**
 * One thread with the connections that were given to it. It waits in a Poller, not in Qt's event loop: GLib's
 * dispatcher, which Qt takes where it is there, walks every descriptor at each turn. Worker 0 accepts for all.
 */
class ReceiverWorker
{
public:
    /** `finished` is called on the worker's thread when it has stopped; it must only wake. */
    ReceiverWorker(std::shared_ptr<ReceiverShared> shared, std::size_t index,
        std::vector<std::shared_ptr<Listener>> listeners, std::function<void()> finished);
    /** Waits for the thread: tell it to stop before. */
    ~ReceiverWorker();
    ReceiverWorker(const ReceiverWorker&) = delete;
    ReceiverWorker& operator=(const ReceiverWorker&) = delete;

    void start();

    // The rest is for connections, on the worker's thread.
    const ReceiverShared& shared() const { return *m_shared; }
    const ReceiverLimits& limits() const { return m_shared->limits; }
    EventWriter& writer() { return m_shared->writer; }
    Poller& poller() { return *m_inbox->poller; }
    /** Where a read puts its bytes, for the length of one call. */
    std::vector<char>& scratch() { return m_scratch; }
    std::shared_ptr<const EndpointTable> table();
    qint64 nowUs() const { return m_shared->clock.nowUs(); }
    qint64 steadyUs() const { return m_shared->clock.steadyUs(); }
    /** The bytes of an answer; those of the last one are kept, since most answers are the same. */
    QByteArray wire(const std::shared_ptr<const Answer>& answer, const ResponseForm& form);
    void setTimer(quint64 token, qint64 atSteadyUs) { m_wheel.add(token, atSteadyUs); }
    void submit(NewEvent event, quint64 token, quint64 exchange);
    /** An empty body, with the room of one that is stored where there is some: malloc is slow above a kilobyte. */
    QByteArray takeRoom();
    void keepRoom(QByteArray&& room);
    void recordAnswer(AnsweredEvent answered) { m_answered.push_back(answered); }
    void appendBody(BodyId id, QByteArray piece, quint64 token);
    void hold(qint64 bytes) { m_shared->inFlight.fetch_add(bytes, std::memory_order_relaxed); }
    void release(qint64 bytes) { m_shared->inFlight.fetch_sub(bytes, std::memory_order_relaxed); }
    /** Too much is in flight: read no more until `resume` is called on the connection. */
    bool isPressed() const { return m_shared->inFlight.load(std::memory_order_relaxed) >= limits().bytesInFlight; }
    void waitForRelief(quint64 token) { m_pressed.push_back(token); }
    void countRefused() { m_shared->refused.fetch_add(1, std::memory_order_relaxed); }
    bool isStopping() const { return m_stopAt >= 0; }

private:
    void run();
    bool refreshDate();
    void acceptAll(std::size_t listener);
    void handOut(Socket socket);
    void pauseAccepting();
    void watchListeners(quint8 flags);
    void adopt(NewSocket&& arrived);
    void tell(WorkerMessage& message);
    void beginStop(qint64 deadlineUs);
    void turnTimers();
    void relieve();
    void handAnswersOver();
    Connection* find(quint64 token);
    void sweep(Connection* connection);
    int waitMs() const;

    struct Slot {
        std::unique_ptr<Connection> connection;
        quint32 generation = 0;
    };

    std::shared_ptr<ReceiverShared> m_shared;
    std::shared_ptr<WorkerInbox> m_inbox;
    std::vector<std::shared_ptr<Listener>> m_listeners;
    std::vector<qintptr> m_listening; ///< their descriptors, as the poller knows them
    std::function<void()> m_finished;
    std::thread m_thread; ///< not a QThread: there is no event loop, and ThreadSanitizer sees its join
    std::vector<char> m_scratch;
    TimerWheel m_wheel;
    std::vector<Poller::Ready> m_ready;
    std::vector<TimerWheel::Entry> m_due;
    std::vector<Slot> m_connections;
    std::vector<quint32> m_free;
    std::vector<quint64> m_pressed;
    std::vector<AnsweredEvent> m_answered; ///< of this turn
    std::vector<QByteArray> m_rooms; ///< of bodies that are stored
    qsizetype m_count = 0;
    std::shared_ptr<const EndpointTable> m_table;
    quint64 m_tableVersion = 0;
    QByteArray m_date;
    qint64 m_dateSecond = -1;
    std::shared_ptr<const Answer> m_lastAnswer;
    ResponseForm m_lastForm;
    QByteArray m_lastWire;
    qint64 m_stopAt = -1;
    bool m_acceptPaused = false;
};

} // namespace creel
