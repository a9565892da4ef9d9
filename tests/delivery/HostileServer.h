#pragma once

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <functional>
#include <vector>

namespace creel::test
{

/**
 * A server on loopback that does what the test says, well or badly. `onRequest` is called once the head and as many
 * body bytes as its Content-Length says are there; by default it answers 200.
 */
class HostileServer : public QTcpServer
{
public:
    using Handler = std::function<void(QTcpSocket& socket, const QByteArray& request)>;

    explicit HostileServer(Handler handler, const QSslConfiguration& tls = {})
        : m_handler(std::move(handler))
        , m_tls(tls)
    {
        listen(QHostAddress::LocalHost);
    }

    QByteArray url(const QByteArray& path = "/", const QByteArray& scheme = "http") const
    {
        return scheme + "://127.0.0.1:" + QByteArray::number(serverPort()) + path;
    }

    QList<QByteArray> requests;
    int connections = 0;
    std::function<void(QTcpSocket&)> onConnection; ///< instead of waiting for a request
    std::function<void(QTcpSocket&, const QByteArray&)> onBytes; ///< all bytes so far, at each arrival

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++connections;
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QSslSocket::readyRead, socket, [this, socket, buffer] {
            buffer->append(socket->readAll());
            if (onBytes)
                onBytes(*socket, *buffer);
            else
                takeRequests(*socket, *buffer);
        });
        if (!m_tls.isNull()) {
            socket->setSslConfiguration(m_tls);
            socket->startServerEncryption();
        }
        if (onConnection)
            onConnection(*socket);
    }

private:
    void takeRequests(QTcpSocket& socket, QByteArray& buffer)
    {
        const QPointer<QTcpSocket> guard(&socket);
        while (guard) {
            const qsizetype end = buffer.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            qsizetype size = end + 4;
            const qsizetype length = buffer.left(end).toLower().indexOf("content-length:");
            if (length >= 0) {
                const qsizetype lineEnd = buffer.indexOf("\r\n", length);
                size += buffer.mid(length + 15, lineEnd - length - 15).trimmed().toLongLong();
            } else if (buffer.left(end).toLower().contains("transfer-encoding: chunked")) {
                const qsizetype last = buffer.indexOf("0\r\n\r\n", end + 4);
                if (last < 0)
                    return;
                size = last + 5;
            }
            if (buffer.size() < size)
                return;
            const QByteArray request = buffer.left(size);
            buffer.remove(0, size);
            requests.append(request);
            m_handler(socket, request);
        }
    }

    Handler m_handler;
    QSslConfiguration m_tls;
};

/** Closes with a reset instead of a FIN. */
void resetConnection(QTcpSocket& socket);

} // namespace creel::test
