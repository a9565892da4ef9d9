#include "delivery/Exchange.h"

#include "base/Text.h"
#include "delivery/ExchangeText.h"
#include "delivery/TlsSetup.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCipher>

#include <algorithm>

namespace creel
{

namespace
{

constexpr qint64 PieceBytes = 64 * 1024;
constexpr qint64 SocketBufferBytes = 256 * 1024;
constexpr int ExpectWaitMs = 1'000;

ParseLimits limitsOf(const SendSettings& settings)
{
    ParseLimits limits;
    limits.headBytes = settings.headBytes;
    limits.headerFields = 1'000;
    limits.bodyBytes = settings.bodyBytes;
    return limits;
}

QByteArray addressText(const QHostAddress& address, quint16 port)
{
    const QByteArray text = address.toString().toLatin1();
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (v6 ? '[' + text + ']' : text) + ':' + QByteArray::number(port);
}

QByteArray tlsVersionText(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return "TLSv1.2";
    case QSsl::TlsV1_3:
        return "TLSv1.3";
    default:
        return {};
    }
}

/** Looks only at the head that is sent, in any letter case; a head that the user broke is sent all the same. */
bool headHas(const QByteArray& head, const QByteArray& name, const QByteArray& word)
{
    for (const QByteArray& line : asciiLower(head).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed() == name && line.mid(colon + 1).contains(word))
            return true;
    }
    return false;
}

} // namespace

Exchange::Exchange(HttpRequest request, Target target, ConnectionPool& pool)
    : m_request(std::move(request))
    , m_target(std::move(target))
    , m_pool(pool)
    , m_parser(limitsOf(m_request.settings))
    , m_sink(m_request.settings.memoryBytes)
{
    m_parser.setAnswersHead(m_request.head.startsWith("HEAD "));
    for (QTimer* timer : {&m_phaseTimer, &m_totalTimer, &m_expectTimer})
        timer->setSingleShot(true);
    connect(&m_phaseTimer, &QTimer::timeout, this, [this] { onPhaseTimeout(); });
    connect(&m_totalTimer, &QTimer::timeout, this, [this] {
        fail(ErrorCode::Io, totalTimeoutText(m_target, m_result.phase, m_request.settings.timeouts.totalMs));
    });
    connect(&m_expectTimer, &QTimer::timeout, this, [this] {
        m_expectWaitAt = -1;
        sendMore();
    });
}

Exchange::~Exchange()
{
    if (m_lookupId >= 0)
        QHostInfo::abortHostLookup(m_lookupId);
    if (m_socket)
        m_socket->disconnect(this);
}

QByteArray Exchange::poolKey() const
{
    const TlsSettings& tls = m_request.settings.tls;
    QCryptographicHash key(QCryptographicHash::Sha256);
    const QByteArray passphrase = tls.passphrase ? tls.passphrase->view().toByteArray() : QByteArray();
    for (const QByteArray& part :
        {QByteArray(m_target.tls ? "s" : "p"), m_target.host.toUtf8(), QByteArray::number(m_target.port),
            QByteArray::number(int(m_proxy.type())), m_proxy.hostName().toUtf8(), QByteArray::number(m_proxy.port()),
            m_proxy.user().toUtf8(), m_proxy.password().toUtf8(), QByteArray(tls.verify ? "v" : "n"),
            tls.caFile.toUtf8(), tls.clientCertificateFile.toUtf8(), tls.clientKeyFile.toUtf8(), passphrase}) {
        key.addData(part);
        key.addData(QByteArrayView("\0", 1));
    }
    return key.result();
}

void Exchange::enter(HttpPhase phase, int limitMs)
{
    m_result.phase = phase;
    if (limitMs > 0)
        m_phaseTimer.start(limitMs);
    else
        m_phaseTimer.stop();
}

qint64 Exchange::lap()
{
    const qint64 now = m_clock.nsecsElapsed() / 1'000;
    return now - std::exchange(m_lapUs, now);
}

void Exchange::start()
{
    m_clock.start();
    const SendSettings& settings = m_request.settings;
    if (settings.timeouts.totalMs > 0)
        m_totalTimer.start(settings.timeouts.totalMs);
    m_proxy = proxyFor(settings.proxy, m_target, m_request.url);
    if (m_target.tls) {
        Result<QSslConfiguration> tls = makeTlsConfiguration(settings.tls);
        if (!tls) {
            fail(tls.error().code, tls.error().text);
            return;
        }
        m_tls = *std::move(tls);
    }
    if (settings.keepAlive)
        m_socket = m_pool.take(poolKey());
    if (m_socket) {
        m_result.reusedConnection = true;
        connectSignals();
        beginSend();
        return;
    }
    lookup();
}

void Exchange::lookup()
{
    lap();
    const QHostAddress literal(m_target.host);
    if (m_proxy.type() != QNetworkProxy::NoProxy) {
        connectNext(); // the proxy looks the name up
        return;
    }
    enter(HttpPhase::Lookup, m_request.settings.timeouts.lookupMs);
    if (!literal.isNull()) {
        m_result.timings.lookupUs = 0;
        m_addresses = {literal};
        connectNext();
        return;
    }
    m_lookupId = QHostInfo::lookupHost(m_target.host, this, [this](const QHostInfo& info) { onLookup(info); });
}

void Exchange::onLookup(const QHostInfo& info)
{
    m_lookupId = -1;
    if (m_ended)
        return;
    m_result.timings.lookupUs = lap();
    m_addresses = info.addresses();
    if (m_addresses.isEmpty()) {
        fail(ErrorCode::Io, lookupFailedText(m_target, info.errorString()));
        return;
    }
    connectNext();
}

void Exchange::connectNext()
{
    // One limit for all addresses of the name.
    if (m_result.phase != HttpPhase::Connect)
        enter(HttpPhase::Connect, m_request.settings.timeouts.connectMs);
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket.release()->deleteLater();
    }
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_proxy);
    m_socket->setReadBufferSize(SocketBufferBytes);
    if (m_target.tls) {
        m_socket->setSslConfiguration(m_tls);
        m_socket->setPeerVerifyName(m_target.host);
    }
    connectSignals();
    if (m_addresses.isEmpty())
        m_socket->connectToHost(m_target.host, m_target.port);
    else
        m_socket->connectToHost(m_addresses.takeFirst().toString(), m_target.port);
}

void Exchange::connectSignals()
{
    QSslSocket* socket = m_socket.get();
    connect(socket, &QSslSocket::connected, this, [this] { onConnected(); });
    connect(socket, &QSslSocket::encrypted, this, [this] { onEncrypted(); });
    connect(socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) { onSslErrors(errors); });
    connect(
        socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) { onSocketError(error); });
    connect(socket, &QSslSocket::readyRead, this, [this] { onReadyRead(); });
    connect(socket, &QSslSocket::bytesWritten, this, [this] { onWritten(); });
    connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] { onWritten(); });
    connect(socket, &QSslSocket::disconnected, this, [this] { onClosed(); });
}

void Exchange::onConnected()
{
    m_result.timings.connectUs = lap();
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!m_target.tls) {
        beginSend();
        return;
    }
    enter(HttpPhase::Tls, m_request.settings.timeouts.tlsMs);
    m_socket->startClientEncryption();
}

void Exchange::onSslErrors(const QList<QSslError>& errors)
{
    for (const QSslError& error : errors)
        m_result.tlsProblems.append(error.errorString());
    m_result.tlsProblems.removeDuplicates();
    if (!m_request.settings.tls.verify)
        m_socket->ignoreSslErrors();
}

void Exchange::onEncrypted()
{
    m_result.timings.tlsUs = lap();
    beginSend();
}

qint64 Exchange::bytesToSend() const
{
    return m_request.head.size() + m_request.body.size();
}

void Exchange::beginSend()
{
    lap();
    m_sendBeganUs = m_lapUs;
    m_result.remoteAddress = addressText(m_socket->peerAddress(), m_socket->peerPort());
    if (m_target.tls) {
        m_result.tlsVersion = tlsVersionText(m_socket->sessionProtocol());
        m_result.tlsCipher = m_socket->sessionCipher().name().toLatin1();
    }
    if (!m_request.body.isEmpty() && headHas(m_request.head, "expect", "100-continue")) {
        m_expectWaitAt = m_request.head.size();
        m_expectTimer.start(ExpectWaitMs);
    }
    enter(HttpPhase::Send, m_request.settings.timeouts.sendMs);
    sendMore();
}

void Exchange::sendMore()
{
    const qint64 headSize = m_request.head.size();
    while (!m_ended && m_handed < bytesToSend() && m_handed != m_expectWaitAt
        && m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < SocketBufferBytes) {
        const bool inHead = m_handed < headSize;
        const QByteArray& source = inHead ? m_request.head : m_request.body;
        const qint64 from = inHead ? m_handed : m_handed - headSize;
        const qint64 size = std::min(PieceBytes, source.size() - from);
        m_handed += size;
        if (m_socket->write(source.constData() + from, size) != size)
            return; // errorOccurred tells why
    }
}

void Exchange::onWritten()
{
    if (m_ended || m_result.phase < HttpPhase::Send || m_result.timings.sendUs >= 0)
        return;
    if (!m_answerBegun)
        enter(HttpPhase::Send, m_request.settings.timeouts.sendMs);
    sendMore();
    const qint64 waiting = m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
    m_result.bytesSent = std::max<qint64>(0, m_handed - waiting);
    if (m_handed < bytesToSend() || waiting > 0)
        return;
    m_result.bytesSent = bytesToSend();
    if (m_answerBegun) { // an answer that came early does not end the sending
        m_result.timings.sendUs = m_clock.nsecsElapsed() / 1'000 - m_sendBeganUs;
        return;
    }
    m_result.timings.sendUs = lap();
    enter(HttpPhase::FirstByte, m_request.settings.timeouts.firstByteMs);
}

void Exchange::onReadyRead()
{
    while (!m_ended && m_socket->bytesAvailable() > 0) {
        const QByteArray bytes = m_socket->read(PieceBytes);
        if (bytes.isEmpty())
            return;
        if (!m_answerBegun) {
            onWritten(); // the system may have taken the last bytes without having told yet
            m_answerBegun = true;
            m_result.timings.firstByteUs = lap();
        }
        enter(HttpPhase::Receive, m_request.settings.timeouts.receiveMs);
        feed(bytes);
    }
}

void Exchange::feed(QByteArrayView bytes)
{
    while (!m_ended) {
        const ParseEvent event = m_parser.next(bytes);
        if (event == ParseEvent::NeedMore)
            return;
        if (event == ParseEvent::Complete && !bytes.isEmpty())
            m_request.settings.keepAlive = false; // more than the answer came: nothing to build on
        if (!onEvent(event))
            return;
    }
}

bool Exchange::onEvent(ParseEvent event)
{
    switch (event) {
    case ParseEvent::NeedMore:
    case ParseEvent::Head:
        return true;
    case ParseEvent::Interim:
        m_result.interim.push_back(m_parser.takeResponse());
        if (m_result.interim.size() > 100) {
            fail(ErrorCode::Invalid, tooManyInterimText(m_target));
            return false;
        }
        if (m_expectWaitAt >= 0 && m_result.interim.back().status == 100) {
            m_expectTimer.stop();
            m_expectWaitAt = -1;
            sendMore();
        }
        return true;
    case ParseEvent::Body: {
        const Result<void> added = m_sink.add(m_parser.bodyPiece());
        if (!added)
            fail(added.error().code, added.error().text);
        return added.ok();
    }
    case ParseEvent::Complete:
        succeed();
        return false;
    case ParseEvent::Failed:
        fail(ErrorCode::Invalid, badAnswerText(m_target, m_parser.failure().text));
        return false;
    }
    return false;
}

void Exchange::onClosed()
{
    if (m_ended || m_result.phase < HttpPhase::Send)
        return;
    onReadyRead();
    if (m_ended)
        return;
    if (!m_answerBegun) {
        m_result.closedBeforeAnswer = m_result.reusedConnection;
        fail(ErrorCode::Io, m_result.reusedConnection ? keptConnectionClosedText(m_target) : noAnswerText(m_target));
        return;
    }
    if (onEvent(m_parser.finish()) && !m_ended)
        fail(ErrorCode::Io, noAnswerText(m_target));
}

void Exchange::onSocketError(QAbstractSocket::SocketError error)
{
    if (m_ended)
        return;
    if (m_result.phase == HttpPhase::Connect && !m_addresses.isEmpty()) {
        connectNext();
        return;
    }
    const QString detail = m_socket->errorString();
    if (m_result.phase < HttpPhase::Send) {
        const bool certificate =
            m_result.phase == HttpPhase::Tls && !m_result.tlsProblems.isEmpty() && m_request.settings.tls.verify;
        fail(ErrorCode::Io,
            certificate ? badCertificateText(m_target, m_result.tlsProblems)
                        : connectFailedText(m_target, m_result.phase, error, detail));
        return;
    }
    if (error == QAbstractSocket::RemoteHostClosedError) {
        onClosed();
        return;
    }
    onReadyRead();
    if (m_ended)
        return;
    m_result.closedBeforeAnswer = m_result.reusedConnection && !m_answerBegun;
    fail(ErrorCode::Io,
        m_result.closedBeforeAnswer ? keptConnectionClosedText(m_target)
                                    : brokenText(m_target, m_result.phase, detail));
}

void Exchange::onPhaseTimeout()
{
    fail(ErrorCode::Io, phaseTimeoutText(m_target, m_result.phase, m_phaseTimer.interval()));
}

void Exchange::cancel()
{
    fail(ErrorCode::Cancelled, QCoreApplication::translate("creel", "Canceled."));
}

bool Exchange::mayKeep() const
{
    return m_request.settings.keepAlive && m_parser.keepAlive() && m_result.timings.sendUs >= 0
        && m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesAvailable() == 0
        && !headHas(m_request.head, "connection", "close");
}

void Exchange::succeed()
{
    m_result.timings.receiveUs = lap();
    if (mayKeep()) {
        m_socket->disconnect(this);
        m_pool.put(poolKey(), std::move(m_socket));
    }
    m_result.phase = HttpPhase::Done;
    finish();
}

void Exchange::fail(ErrorCode code, const QString& text)
{
    if (m_ended)
        return;
    m_result.error = Error{code, text};
    finish();
}

void Exchange::finish()
{
    m_ended = true;
    m_phaseTimer.stop();
    m_totalTimer.stop();
    m_expectTimer.stop();
    if (m_lookupId >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookupId, -1));
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    m_result.response = m_parser.takeResponse();
    const Result<void> kept = m_sink.finish(m_result);
    if (!kept && !m_result.error)
        m_result.error = kept.error();
    m_result.timings.totalUs = m_clock.isValid() ? m_clock.nsecsElapsed() / 1'000 : 0;
    QMetaObject::invokeMethod(
        this, [this] { emit ended(); }, Qt::QueuedConnection);
}

} // namespace creel
