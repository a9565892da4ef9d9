#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "delivery/RequestBuilder.h"
#include "delivery/Sender.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace creel
{

/** What is to be delivered. */
struct DeliveryJob {
    std::optional<EventId> event; ///< the event that is replayed
    std::optional<DraftId> draft;
    /** Makes the bytes, called just before they are sent, so that a signature's timestamp is fresh whatever the wait.
     */
    std::function<Result<BuiltRequest>()> make;
};

/** One attempt of a delivery, as it is recorded: see BuiltRequest::recorded for what never is. */
struct DeliveryRecord {
    quint64 delivery = 0; ///< number in the queue
    std::optional<EventId> event;
    std::optional<DraftId> draft;
    int attempt = 1; ///< from 1
    qint64 startedAtUs = 0; ///< microseconds since the epoch
    QByteArray method;
    QByteArray url;
    QByteArray head; ///< as sent; empty where the request could not be made
    QByteArray body; ///< as sent, with the transfer coding
    std::shared_ptr<const HttpResult> result;
};

/** Keeps deliveries: the workspace, or a test. Called on the queue's thread. */
class DeliveryRecorder
{
public:
    virtual ~DeliveryRecorder() = default;
    virtual void record(const DeliveryRecord& attempt) = 0;
};

/**
 * Makes deliveries one after the other or some at a time, at most so many a second. An attempt is made once; a further
 * one only where the user asks with `retry`. Lives on the thread of its Sender's owner.
 */
class DeliveryQueue : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const DeliveryRecord&)>;

    /** All must outlive the queue; `recorder` may be null. */
    DeliveryQueue(Sender& sender, const Clock& clock, DeliveryRecorder* recorder = nullptr);
    ~DeliveryQueue() override;

    /** Starts of deliveries a second; 0: as fast as they go. */
    void setRate(double perSecond);
    /** How many run beside each other, 1 to 64; they are started in order. */
    void setConcurrency(int count);

    /** `done` is called after each attempt, recorded already. Returns the delivery's number, from 1. */
    quint64 add(DeliveryJob job, Done done = {});
    /** Another attempt of a delivery that has ended; false where there is none of that number. */
    bool retry(quint64 number);
    /** One that waits ends without an attempt and without `done`; one that runs ends as cancelled. */
    void cancel(quint64 number);
    void cancelAll();

    int waiting() const { return int(m_waiting.size()); }
    int running() const { return int(m_running.size()); }

signals:
    /** A delivery was added, started, or has ended. */
    void changed();
    /** Nothing waits or runs any more. */
    void idle();

private:
    struct Delivery {
        DeliveryJob job;
        Done done;
        int attempts = 0;
    };
    void wake();
    void pump();
    void start(quint64 number);
    void finish(quint64 number, DeliveryRecord record, HttpResult result);
    void settle();

    static constexpr std::size_t MaxEnded = 1'000; ///< deliveries kept for `retry`

    Sender& m_sender;
    const Clock& m_clock;
    DeliveryRecorder* m_recorder;
    std::map<quint64, Delivery> m_deliveries;
    std::deque<quint64> m_waiting;
    std::deque<quint64> m_ended;
    std::map<quint64, quint64> m_running; ///< to the Sender's number
    QTimer m_timer;
    qint64 m_nextStartUs = 0; ///< of the steady clock
    qint64 m_gapUs = 0;
    int m_concurrency = 1;
    quint64 m_last = 0;
};

} // namespace creel
