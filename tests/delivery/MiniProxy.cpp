#include "MiniProxy.h"

#include <QNetworkProxy>

namespace creel::test
{

MiniProxy::MiniProxy(bool socks, quint16 target)
    : m_socks(socks)
    , m_target(target)
{
    setProxy(QNetworkProxy::NoProxy);
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* client = nextPendingConnection();
        auto buffer = std::make_shared<QByteArray>();
        connect(client, &QTcpSocket::readyRead, client, [this, client, buffer] {
            buffer->append(client->readAll());
            if (m_socks)
                onSocks(*client, *buffer);
            else
                onHttp(*client, *buffer);
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    });
}

void MiniProxy::onHttp(QTcpSocket& client, QByteArray& buffer)
{
    if (!buffer.contains("\r\n\r\n"))
        return;
    const QByteArray head = std::exchange(buffer, {});
    if (!userAndPassword.isEmpty() && !head.contains("Basic " + userAndPassword.toBase64())) {
        client.write("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    asked.append(head.split(' ').value(1));
    tunnel(client, "HTTP/1.1 200 Connected\r\n\r\n");
}

// RFC 1928; user name and password by RFC 1929.
void MiniProxy::onSocks(QTcpSocket& client, QByteArray& buffer)
{
    const QByteArray bytes = std::exchange(buffer, {});
    if (bytes.startsWith("\x05") && bytes.size() == 2 + bytes[1]) {
        client.write(userAndPassword.isEmpty() ? QByteArray("\x05\x00", 2) : QByteArray("\x05\x02", 2));
    } else if (bytes.startsWith("\x01")) {
        const qsizetype user = bytes[1];
        const QByteArray given = bytes.mid(2, user) + ':' + bytes.mid(3 + user);
        client.write(given == userAndPassword ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
    } else if (bytes.startsWith(QByteArray("\x05\x01\x00\x03", 4))) {
        const qsizetype size = bytes[4];
        const int port =
            static_cast<unsigned char>(bytes[5 + size]) * 256 + static_cast<unsigned char>(bytes[6 + size]);
        asked.append(bytes.mid(5, size) + ':' + QByteArray::number(port));
        tunnel(client, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50", 10));
    }
}

void MiniProxy::tunnel(QTcpSocket& client, const QByteArray& hello)
{
    client.disconnect();
    connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
    if (!refusal.isEmpty()) {
        client.write(refusal);
        client.disconnectFromHost();
        return;
    }
    auto* server = new QTcpSocket(&client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, &client, [&client, hello] { client.write(hello); });
    connect(server, &QTcpSocket::readyRead, &client, [server, &client] { client.write(server->readAll()); });
    connect(&client, &QTcpSocket::readyRead, server, [server, &client] { server->write(client.readAll()); });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
}

} // namespace creel::test
