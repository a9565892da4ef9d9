#pragma once

#include "delivery/BodySink.h"
#include "delivery/ConnectionPool.h"
#include "delivery/HttpTypes.h"
#include "delivery/Target.h"
#include "http/ResponseParser.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <memory>

namespace creel
{

/**
 * One request and its answer on one connection, from look-up to the last byte. Nothing is ever sent twice: only
 * connecting is tried at the next address of a name. Emits `ended` once, from the event loop.
 */
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(HttpRequest request, Target target, ConnectionPool& pool);
    ~Exchange() override;

    void start();
    void cancel();
    HttpResult takeResult() { return std::move(m_result); }
    const HttpRequest& request() const { return m_request; }

signals:
    void ended();

private:
    // Connecting
    void lookup();
    void onLookup(const QHostInfo& info);
    void connectNext();
    void connectSignals();
    void onConnected();
    void onEncrypted();
    void onSslErrors(const QList<QSslError>& errors);
    // Sending
    void beginSend();
    void sendMore();
    void onWritten();
    qint64 bytesToSend() const;
    // Receiving
    void onReadyRead();
    void feed(QByteArrayView bytes);
    bool onEvent(ParseEvent event);
    void onClosed();
    // Ending
    void onSocketError(QAbstractSocket::SocketError error);
    void onPhaseTimeout();
    void succeed();
    void fail(ErrorCode code, const QString& text);
    void finish();
    bool mayKeep() const;

    void enter(HttpPhase phase, int limitMs);
    qint64 lap();
    QString where() const;
    QByteArray poolKey() const;

    HttpRequest m_request;
    Target m_target;
    ConnectionPool& m_pool;
    QNetworkProxy m_proxy;
    QSslConfiguration m_tls;
    HttpResult m_result;
    std::unique_ptr<QSslSocket> m_socket;
    ResponseParser m_parser;
    BodySink m_sink;
    QList<QHostAddress> m_addresses;
    int m_lookupId = -1;
    QTimer m_phaseTimer;
    QTimer m_totalTimer;
    QElapsedTimer m_clock;
    qint64 m_lapUs = 0; ///< when the current phase began
    qint64 m_sendBeganUs = 0;
    qint64 m_handed = 0; ///< bytes given to the socket
    qint64 m_expectWaitAt = -1; ///< how many bytes go before 100 (Continue) has come; -1: all
    QTimer m_expectTimer;
    bool m_answerBegun = false;
    bool m_ended = false;
};

} // namespace creel
