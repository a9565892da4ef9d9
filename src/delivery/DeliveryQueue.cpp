#include "delivery/DeliveryQueue.h"

#include <QPointer>

#include <algorithm>
#include <cmath>

namespace creel
{

DeliveryQueue::DeliveryQueue(Sender& sender, const Clock& clock, DeliveryRecorder* recorder)
    : m_sender(sender)
    , m_clock(clock)
    , m_recorder(recorder)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { pump(); });
}

DeliveryQueue::~DeliveryQueue()
{
    for (const auto& [number, sending] : m_running)
        m_sender.cancel(sending);
}

void DeliveryQueue::setRate(double perSecond)
{
    m_gapUs = perSecond > 0 ? qint64(std::llround(1'000'000.0 / perSecond)) : 0;
    m_nextStartUs = 0;
    pump();
}

void DeliveryQueue::setConcurrency(int count)
{
    m_concurrency = std::clamp(count, 1, 64);
    pump();
}

quint64 DeliveryQueue::add(DeliveryJob job, Done done)
{
    const quint64 number = ++m_last;
    m_deliveries[number] = {std::move(job), std::move(done), 0};
    m_waiting.push_back(number);
    wake();
    emit changed();
    return number;
}

bool DeliveryQueue::retry(quint64 number)
{
    const auto ended = std::find(m_ended.begin(), m_ended.end(), number);
    if (ended == m_ended.end())
        return false;
    m_ended.erase(ended);
    m_waiting.push_back(number);
    pump();
    return true;
}

void DeliveryQueue::cancel(quint64 number)
{
    if (const auto running = m_running.find(number); running != m_running.end()) {
        m_sender.cancel(running->second);
        return;
    }
    const auto found = std::find(m_waiting.begin(), m_waiting.end(), number);
    if (found == m_waiting.end())
        return;
    m_waiting.erase(found);
    m_deliveries.erase(number);
    settle();
}

void DeliveryQueue::cancelAll()
{
    for (const quint64 number : std::exchange(m_waiting, {}))
        m_deliveries.erase(number);
    for (const auto& [number, sending] : m_running)
        m_sender.cancel(sending);
    settle();
}

void DeliveryQueue::wake()
{
    if (!m_timer.isActive())
        m_timer.start(0);
}

void DeliveryQueue::pump()
{
    const QPointer<DeliveryQueue> guard(this);
    while (guard && !m_waiting.empty() && running() < m_concurrency) {
        const qint64 now = m_clock.steadyUs();
        if (m_gapUs > 0 && now < m_nextStartUs) {
            m_timer.start(int((m_nextStartUs - now + 999) / 1'000));
            return;
        }
        // A late start does not let the next ones come in a burst.
        m_nextStartUs = now + m_gapUs;
        const quint64 number = m_waiting.front();
        m_waiting.pop_front();
        start(number);
    }
}

void DeliveryQueue::start(quint64 number)
{
    Delivery& delivery = m_deliveries.at(number);
    DeliveryRecord record;
    record.delivery = number;
    record.event = delivery.job.event;
    record.draft = delivery.job.draft;
    record.attempt = ++delivery.attempts;
    record.startedAtUs = m_clock.nowUs();
    Result<BuiltRequest> made = delivery.job.make();
    if (!made) {
        HttpResult result;
        result.error = made.error();
        finish(number, std::move(record), std::move(result));
        return;
    }
    record.method = made->method;
    record.url = made->recorded ? made->recorded->url : made->request.url;
    record.head = made->recorded ? made->recorded->head : made->request.head;
    record.body = made->recorded ? made->recorded->body : made->request.body;
    m_running[number] = m_sender.send(std::move(made->request),
        [guard = QPointer<DeliveryQueue>(this), number, record = std::move(record)](HttpResult result) mutable {
            if (guard)
                guard->finish(number, std::move(record), std::move(result));
        });
    emit changed();
}

void DeliveryQueue::finish(quint64 number, DeliveryRecord record, HttpResult result)
{
    m_running.erase(number);
    record.result = std::make_shared<const HttpResult>(std::move(result));
    m_ended.push_back(number);
    const Done done = m_deliveries.at(number).done;
    if (m_ended.size() > MaxEnded) {
        m_deliveries.erase(m_ended.front());
        m_ended.pop_front();
    }
    if (m_recorder)
        m_recorder->record(record);
    const QPointer<DeliveryQueue> guard(this);
    if (done)
        done(record);
    if (guard)
        settle();
}

void DeliveryQueue::settle()
{
    emit changed();
    if (!m_waiting.empty())
        wake();
    else if (m_running.empty())
        emit idle();
}

} // namespace creel
