#pragma once

#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace creel
{

/** Takes one request after the other and keeps their bytes; answers with what it was given, or not at all. */
class Loopback : public QObject
{
public:
    Loopback()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no loopback");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
        });
    }
    QString url(const QString& path) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path);
    }
    QByteArray answer =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";
    QByteArray received; ///< of the last request
    QByteArrayList all; ///< every request
    std::function<QByteArray(const QByteArray&)> reply; ///< in place of `answer` where it is set

private:
    void take(QTcpSocket* socket)
    {
        QByteArray bytes = socket->property("bytes").toByteArray() + socket->readAll();
        socket->setProperty("bytes", bytes);
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype at = bytes.toLower().indexOf("content-length: ");
        const qsizetype size = at < 0 ? 0 : bytes.sliced(at + 16, bytes.indexOf('\r', at) - at - 16).toLongLong();
        if (bytes.size() < end + 4 + size)
            return;
        received = bytes;
        all.append(bytes);
        if (reply)
            answer = reply(bytes);
        socket->setProperty("bytes", QByteArray());
        if (!answer.isEmpty())
            socket->write(answer);
    }
    QTcpServer m_server;
};

} // namespace creel
