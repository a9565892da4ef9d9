#include "receiver/Connection.h"

#include "receiver/ReceiverWorker.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace creel
{

namespace
{

constexpr qint64 LingerUs = 2'000'000;
constexpr int RefusedIdleMs = 500; ///< how long a connection over the limit may wait with its request

qint64 microseconds(int milliseconds)
{
    return qint64(milliseconds) * 1000;
}

ParseLimits parseLimits(const ReceiverLimits& limits)
{
    return {limits.headBytes, limits.headerFields, limits.bodyBytes};
}

} // namespace

Connection::Connection(ReceiverWorker& worker, quint64 token, Socket socket, bool refuse)
    : m_worker(worker)
    , m_token(token)
    , m_socket(std::move(socket))
    , m_peer(m_socket.peer())
    , m_refuse(refuse)
    , m_parser(parseLimits(worker.limits()))
{
}

Connection::~Connection()
{
    closeSocket();
    m_worker.release(m_held);
}

void Connection::begin()
{
    m_lastReadUs = m_worker.steadyUs();
    if (!m_worker.poller().add(m_socket.descriptor(), m_token, Poller::Read)) {
        m_socket.close();
        return;
    }
    m_interest = Poller::Read;
    if (m_worker.isStopping())
        finishSoon();
    else
        update();
}

bool Connection::isFinished() const
{
    return !m_socket.isOpen() && m_exchanges.empty() && m_phase != Phase::Storing;
}

void Connection::onReady(quint8 flags)
{
    if (m_socket.isOpen() && (flags & (Poller::Read | Poller::Hangup)))
        readSome();
    if (m_socket.isOpen() && (flags & Poller::Hangup))
        onBroken();
    pump();
}

void Connection::onTimer(qint64 at)
{
    if (at != m_timerAt)
        return;
    m_timerAt = -1;
    const qint64 now = m_worker.steadyUs();
    if (m_socket.isOpen() && now >= deadline())
        onDeadline(now);
    pump();
}

void Connection::onCommitted(quint64 exchange, const Result<EventId>& result)
{
    const auto found = std::find_if(
        m_exchanges.begin(), m_exchanges.end(), [&](const Exchange& one) { return one.number == exchange; });
    if (found == m_exchanges.end())
        return;
    found->committed = true;
    m_worker.keepRoom(std::move(found->body));
    found->dueUs = m_worker.steadyUs();
    if (result.ok()) {
        found->id = *result;
        found->dueUs += microseconds(found->answer->delayMs);
    } else {
        found->answer = storeRefusal(result.error());
    }
    m_lastWriteUs = found->dueUs;
    if (!m_socket.isOpen())
        forgetCommitted();
    pump();
}

void Connection::onPieceStored(qint64 bytes, const Result<void>& result)
{
    if (!m_upload)
        return;
    m_upload->onStored(bytes, result);
    if (m_upload->error())
        failUpload(); // the rest has no place to go: say so now rather than after 100 MiB
    else if (m_phase == Phase::Storing && m_upload->isQuiet())
        finishUpload();
    pump();
}

void Connection::resume()
{
    m_paused = false;
    m_lastReadUs = m_headSinceUs = m_worker.steadyUs(); // the pause was ours
    pump();
}

void Connection::finishSoon()
{
    if (!m_socket.isOpen())
        return;
    if (m_phase == Phase::Lingering)
        closeSocket();
    else if (m_phase == Phase::Reading && !isMidRequest() && m_exchanges.empty())
        readSome(); // what has come by now is in flight
    pump(); // closes where nothing is
}

void Connection::cutOff()
{
    if (m_phase == Phase::Reading && isMidRequest())
        storeIncomplete(QCoreApplication::translate("creel", "The receiver was stopped before the request ended."));
    m_exchanges.clear();
    m_phase = Phase::Answering;
    closeSocket();
}

void Connection::pump()
{
    if (m_socket.isOpen())
        writeSome();
    if (m_stalled && hasRoom()) {
        const QByteArray input = std::exchange(m_input, QByteArray());
        QByteArrayView bytes = input;
        parse(bytes);
        m_input = bytes.toByteArray();
        if (m_socket.isOpen() && m_wantsContinue)
            writeSome();
    }
    account();
    if (m_socket.isOpen())
        update();
}

void Connection::writeSome()
{
    m_blocked = false;
    while (m_socket.isOpen() && !m_exchanges.empty() && m_exchanges.front().committed) {
        if (!writeFront())
            return;
    }
    if (m_socket.isOpen() && m_exchanges.empty()) {
        if (m_phase == Phase::Answering || (m_worker.isStopping() && m_phase == Phase::Reading && !isMidRequest()))
            closeSocket();
        else if (m_wantsContinue)
            sendContinue();
    }
}

/** False where the front answer is not out yet. */
bool Connection::writeFront()
{
    Exchange& front = m_exchanges.front();
    const qint64 now = m_worker.steadyUs();
    if (now < front.dueUs)
        return false;
    if (front.wire.isEmpty()) {
        const bool last = m_worker.isStopping() && m_exchanges.size() == 1 && !isMidRequest();
        front.form.keepAlive = front.form.keepAlive && !last;
        front.wire = m_worker.wire(front.answer, front.form);
    }
    const Socket::Outcome outcome = m_socket.write(QByteArrayView(front.wire).sliced(front.sent));
    if (outcome.failed) {
        onBroken();
        return false;
    }
    front.sent += outcome.bytes;
    if (outcome.bytes > 0)
        m_lastWriteUs = now;
    if (front.sent < front.wire.size()) {
        m_blocked = true;
        return false;
    }
    // A sender that has closed altogether looks like one that has half-closed until its answer bounces.
    const bool bounced = m_ended && isReset();
    if (front.id.isValid())
        m_worker.recordAnswer(
            {front.id, bounced ? AnswerOutcome::ClientGone : AnswerOutcome::Written, now - front.completeUs});
    const bool close = !front.form.keepAlive;
    m_exchanges.erase(m_exchanges.begin());
    m_lastReadUs = now; // idle from here on
    if (close)
        linger();
    return true;
}

void Connection::sendContinue()
{
    m_wantsContinue = false;
    constexpr QByteArrayView interim = "HTTP/1.1 100 Continue\r\n\r\n";
    if (m_socket.write(interim).bytes != interim.size()) // a sender with a full window does not wait for it
        onBroken();
}

void Connection::linger()
{
    m_phase = Phase::Lingering;
    m_input = QByteArray();
    m_socket.shutdownWrite();
    m_lingerUntilUs = m_worker.steadyUs() + LingerUs;
    if (m_worker.isStopping() || m_ended)
        closeSocket();
}

bool Connection::isReset()
{
    char byte = 0;
    return m_socket.read(&byte, 1).failed;
}

void Connection::closeSocket()
{
    if (!m_socket.isOpen())
        return;
    m_worker.poller().remove(m_socket.descriptor());
    m_socket.close();
}

void Connection::onBroken()
{
    if (m_phase == Phase::Reading && isMidRequest())
        storeIncomplete(QCoreApplication::translate("creel", "The connection broke before the request ended."));
    closeSocket();
    if (m_phase != Phase::Storing)
        m_phase = Phase::Answering;
    forgetCommitted();
}

void Connection::forgetCommitted()
{
    const qint64 now = m_worker.steadyUs();
    for (const Exchange& exchange : m_exchanges)
        if (exchange.committed && exchange.id.isValid())
            m_worker.recordAnswer({exchange.id, AnswerOutcome::ClientGone, now - exchange.completeUs});
    std::erase_if(m_exchanges, [](const Exchange& exchange) { return exchange.committed; });
}

void Connection::update()
{
    const bool reads = m_phase == Phase::Lingering || (hasRoom() && !m_paused);
    const auto interest = quint8((reads ? Poller::Read : 0) | (m_blocked ? Poller::Write : 0));
    if (interest != m_interest) {
        m_interest = interest;
        m_worker.poller().change(m_socket.descriptor(), m_token, interest);
    }
    const qint64 at = deadline();
    if (at != std::numeric_limits<qint64>::max() && (m_timerAt < 0 || at < m_timerAt)) {
        m_timerAt = at;
        m_worker.setTimer(m_token, at);
    }
}

qint64 Connection::deadline() const
{
    if (m_phase == Phase::Lingering)
        return m_lingerUntilUs;
    const ReceiverLimits& limits = m_worker.limits();
    const qint64 idle = microseconds(m_refuse ? std::min(RefusedIdleMs, limits.idleTimeoutMs) : limits.idleTimeoutMs);
    qint64 at = std::numeric_limits<qint64>::max();
    if (!m_exchanges.empty() && m_exchanges.front().committed)
        at = m_exchanges.front().wire.isEmpty() ? m_exchanges.front().dueUs : m_lastWriteUs + idle;
    if (m_phase != Phase::Reading)
        return at;
    if (m_paused)
        return at;
    if (isMidRequest() && !m_inBody)
        return std::min(at, m_headSinceUs + microseconds(limits.headTimeoutMs));
    if ((m_upload && m_upload->isFull()) || (!m_exchanges.empty() && !isMidRequest()))
        return at;
    return std::min(at, m_lastReadUs + idle);
}

void Connection::onDeadline(qint64 now)
{
    if (m_phase == Phase::Lingering) {
        closeSocket();
        return;
    }
    if (!m_exchanges.empty() && m_exchanges.front().committed) {
        const Exchange& front = m_exchanges.front();
        if (front.wire.isEmpty() && now >= front.dueUs)
            return; // pump writes it
        if (!front.wire.isEmpty() && now >= m_lastWriteUs + microseconds(m_worker.limits().idleTimeoutMs)) {
            onBroken();
            return;
        }
    }
    if (m_phase != Phase::Reading)
        return;
    if (isMidRequest() && !m_inBody)
        refuse(408, QCoreApplication::translate("creel", "The head of the request took longer than the time limit."),
            EventState::Refused);
    else if (isMidRequest())
        refuse(408,
            QCoreApplication::translate("creel", "The body of the request made no progress within the time limit."),
            EventState::Refused);
    else if (m_refuse && m_exchanges.empty())
        refuseConnection();
    else if (m_exchanges.empty())
        closeSocket();
}

} // namespace creel
