// The reading half of Connection: bytes to requests to events.
#include "receiver/Connection.h"
#include "receiver/ReceiverWorker.h"
#include "signature/Scheme.h"

#include <QCoreApplication>

namespace creel
{

namespace
{

constexpr int ReadsAtOnce = 4;
constexpr std::size_t MaxPipelined = 16; ///< requests of one connection that wait for their commit
constexpr qint64 MaxPipelinedBytes = 512 * 1024;

} // namespace

bool Connection::hasRoom() const
{
    if (m_phase != Phase::Reading || m_exchanges.size() >= MaxPipelined || (m_upload && m_upload->isFull()))
        return false;
    qint64 waiting = 0;
    for (const Exchange& exchange : m_exchanges)
        waiting += exchange.bytes;
    return waiting < MaxPipelinedBytes;
}

void Connection::readSome()
{
    std::vector<char>& scratch = m_worker.scratch();
    for (int i = 0; i < ReadsAtOnce && m_socket.isOpen(); ++i) {
        if (m_phase != Phase::Lingering && !hasRoom())
            return;
        if (m_phase == Phase::Reading && m_worker.isPressed()) {
            pause();
            return;
        }
        const Socket::Outcome outcome = m_socket.read(scratch.data(), qsizetype(scratch.size()));
        if (outcome.bytes > 0 && m_phase == Phase::Reading) {
            m_lastReadUs = m_worker.steadyUs();
            takeIn(QByteArrayView(scratch.data(), outcome.bytes));
        }
        if (outcome.closed)
            onEndOfInput();
        if (outcome.failed)
            onBroken();
        if (outcome.bytes < qsizetype(scratch.size()))
            return;
    }
}

void Connection::pause()
{
    m_paused = true;
    m_worker.waitForRelief(m_token);
    // Half a body in memory would wait for room that others wait for too: it goes to the store.
    if (!m_upload && !m_body.isEmpty())
        startUpload();
    if (m_upload)
        m_upload->flush();
}

void Connection::takeIn(QByteArrayView bytes)
{
    if (m_stalled) {
        m_input += bytes;
        return; // pump parses it
    }
    const qsizetype size = bytes.size();
    parse(bytes);
    if (m_begun && !m_inBody)
        m_headBytes += size - bytes.size();
    if (!bytes.isEmpty() || !m_input.isEmpty())
        m_input = bytes.toByteArray();
}

void Connection::account()
{
    const qint64 held = m_input.size() + m_headBytes + m_body.size() + (m_upload ? m_upload->buffered() : 0);
    if (held != m_held)
        m_worker.hold(held - m_held);
    m_held = held;
}

void Connection::parse(QByteArrayView& bytes)
{
    m_stalled = false;
    while (hasRoom()) {
        if (!m_begun && bytes.isEmpty())
            return;
        const ParseEvent event = m_parser.next(bytes);
        if (!m_begun && (event != ParseEvent::NeedMore || !m_parser.isIdle())) {
            m_begun = true;
            m_firstUs = m_worker.nowUs();
            m_firstSteadyUs = m_headSinceUs = m_worker.steadyUs();
        }
        switch (event) {
        case ParseEvent::NeedMore:
            return;
        case ParseEvent::Head:
            onHead();
            break;
        case ParseEvent::Body:
            onBody(m_parser.bodyPiece());
            break;
        case ParseEvent::Complete:
            onComplete();
            break;
        case ParseEvent::Failed:
            onFailed();
            return;
        case ParseEvent::Interim: // of responses alone
            break;
        }
    }
    m_stalled = m_phase == Phase::Reading || m_phase == Phase::Storing;
}

void Connection::onHead()
{
    m_table = m_worker.table();
    m_entry = &m_table->match(m_parser.request().path());
    if (m_refuse) {
        refuseConnection();
        return;
    }
    m_inBody = true;
    m_wantsContinue = m_parser.expectsContinue();
    if (m_parser.contentLength() > BodyUpload::PieceBytes)
        startUpload();
}

void Connection::onBody(QByteArrayView piece)
{
    m_wantsContinue = false;
    if (!m_upload && m_body.size() + piece.size() > BodyUpload::PieceBytes)
        startUpload();
    if (m_upload)
        m_upload->add(piece);
    else {
        if (m_body.isEmpty())
            m_body = m_worker.takeRoom();
        m_body += piece;
    }
}

void Connection::startUpload()
{
    NewEvent soFar = newEvent(EventState::Incomplete, {});
    soFar.request = std::make_shared<const Request>(m_parser.request());
    m_upload = std::make_unique<BodyUpload>(m_worker, m_token, soFar, *m_entry);
    m_upload->add(m_body);
    m_body = QByteArray();
}

void Connection::onComplete()
{
    if (!m_upload) {
        store(m_parser.takeRequest());
        return;
    }
    m_upload->flush();
    m_whole = m_parser.takeRequest();
    m_phase = Phase::Storing;
    if (m_upload->isQuiet())
        finishUpload();
}

void Connection::finishUpload()
{
    m_phase = Phase::Reading;
    Request request = *std::move(m_whole);
    m_whole.reset();
    store(std::move(request));
    if (!m_socket.isOpen())
        m_phase = Phase::Answering;
}

void Connection::failUpload()
{
    Exchange exchange;
    exchange.number = ++m_lastExchange;
    exchange.answer = storeRefusal(*m_upload->error());
    exchange.form = {m_parser.request().versionMinor, m_parser.request().method != "HEAD", false};
    exchange.committed = true;
    exchange.dueUs = exchange.completeUs = m_lastWriteUs = m_worker.steadyUs();
    m_upload->drop();
    m_whole.reset();
    endRequest();
    m_phase = Phase::Answering;
    if (m_socket.isOpen())
        m_exchanges.push_back(std::move(exchange));
}

void Connection::onFailed()
{
    const ParseFailure& failure = m_parser.failure();
    refuse(failure.status > 0 ? failure.status : 400, failure.text,
        failure.status == 400 ? EventState::Malformed : EventState::Refused);
}

void Connection::onEndOfInput()
{
    m_ended = true;
    if (m_phase == Phase::Lingering)
        closeSocket();
    if (m_phase != Phase::Reading)
        return;
    if (isMidRequest()) {
        m_parser.finish();
        storeIncomplete(
            QCoreApplication::translate("creel", "The sender closed the connection before the request ended."));
    }
    m_phase = Phase::Answering;
}

NewEvent Connection::newEvent(EventState state, const QString& reason) const
{
    NewEvent event;
    event.receivedAtUs = m_firstUs;
    event.durationUs = m_worker.steadyUs() - m_firstSteadyUs;
    event.state = state;
    event.reason = reason;
    event.peer = m_peer;
    event.endpoint = m_entry ? m_entry->endpoint.path : QByteArray("/");
    return event;
}

std::shared_ptr<const Request> Connection::partialRequest()
{
    Request request = m_parser.takeRequest();
    request.bodySize = m_upload ? m_upload->size() : m_body.size();
    request.body = std::exchange(m_body, QByteArray());
    return std::make_shared<const Request>(std::move(request));
}

void Connection::judge(NewEvent& event)
{
    const Request& request = *event.request;
    if (m_entry->verifier) {
        const auto quick = m_upload ? std::nullopt : m_entry->verifier->quickState(request.headers, request.body);
        if (quick) {
            event.verdict = {*quick, Freshness::None, m_entry->verifier->scheme().id};
        } else {
            const Verification found = m_upload
                ? m_upload->finish(*m_entry, request, event.receivedAtUs)
                : m_entry->verifier->verify(signedMessageOf(m_entry->endpoint, request), event.receivedAtUs);
            event.verdict = {found.signature, found.freshness, found.scheme};
        }
    }
    if (!m_table->catalog)
        return;
    const Scheme* const scheme = m_entry->verifier ? &m_entry->verifier->scheme() : nullptr;
    const QByteArrayView start =
        m_upload ? m_upload->start() : QByteArrayView(request.body).first(qMin(request.body.size(), 64 * 1024));
    Recognition found = scheme && !scheme->recognize.empty()
        ? recognizeAs(*scheme, request.headers, request.target, start)
        : recognize(*m_table->catalog, scheme, request.headers, request.target, start);
    event.provider = std::move(found.provider);
    event.eventType = std::move(found.eventType);
    event.providerId = std::move(found.providerId);
}

void Connection::store(Request request)
{
    const bool keepAlive = m_parser.keepAlive();
    request.bodySize = m_upload ? m_upload->size() : m_body.size();
    request.body = std::exchange(m_body, QByteArray());
    NewEvent event = newEvent(EventState::Complete, {});
    event.request = std::make_shared<const Request>(std::move(request));
    if (m_upload)
        event.bodyId = m_upload->id();
    judge(event);
    ChosenAnswer chosen = chooseAnswer(*m_table, *m_entry, *event.request, event.verdict);
    event.handshake = chosen.handshake;
    push(std::move(event), std::move(chosen.answer), keepAlive);
    if (!keepAlive)
        m_phase = Phase::Answering;
}

void Connection::refuseConnection()
{
    if (m_firstUs == 0) {
        m_firstUs = m_worker.nowUs();
        m_firstSteadyUs = m_worker.steadyUs();
    }
    refuse(503, QCoreApplication::translate("creel", "Too many connections are open."), EventState::Refused);
}

void Connection::refuse(int status, const QString& reason, EventState state)
{
    if (m_upload)
        m_upload->flush();
    NewEvent event = newEvent(state, reason);
    event.request = partialRequest();
    if (!m_entry && !event.request->target.isEmpty())
        event.endpoint = m_worker.table()->match(event.request->path()).endpoint.path;
    if (m_upload)
        event.bodyId = m_upload->id();
    if (state == EventState::Refused)
        m_worker.countRefused();
    push(std::move(event), refusal(status, reason), false);
    m_phase = Phase::Answering;
}

void Connection::storeIncomplete(const QString& reason)
{
    if (m_upload)
        m_upload->flush();
    NewEvent event = newEvent(EventState::Incomplete, reason);
    event.request = partialRequest();
    if (m_upload)
        event.bodyId = m_upload->id();
    m_worker.submit(std::move(event), 0, 0);
    endRequest();
}

void Connection::push(NewEvent event, std::shared_ptr<const Answer> answer, bool keepAlive)
{
    Exchange exchange;
    exchange.number = ++m_lastExchange;
    exchange.form = {event.request->versionMinor, event.request->method != "HEAD", keepAlive};
    exchange.completeUs = m_worker.steadyUs();
    exchange.bytes = event.request->head.size() + event.request->body.size();
    exchange.answer = answer;
    exchange.body = event.request->body;
    event.answer = std::move(answer);
    m_worker.submit(std::move(event), m_token, exchange.number);
    m_exchanges.push_back(std::move(exchange));
    endRequest();
}

void Connection::endRequest()
{
    m_begun = false;
    m_inBody = false;
    m_wantsContinue = false;
    m_headBytes = 0;
    m_body = QByteArray();
    m_upload.reset();
    m_entry = nullptr;
    m_table.reset();
}

} // namespace creel
