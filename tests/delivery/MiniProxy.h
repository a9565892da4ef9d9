#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>

namespace creel::test
{

/** As much of an HTTP (CONNECT) or SOCKS5 proxy as a test needs: every name leads to one port on loopback. */
class MiniProxy : public QTcpServer
{
public:
    MiniProxy(bool socks, quint16 target);

    QByteArray refusal; ///< answered in place of a tunnel where it is set; then the proxy closes
    QByteArray userAndPassword; ///< `user:password` that must be given; empty: nothing is asked for
    QList<QByteArray> asked; ///< `host:port`

private:
    void onHttp(QTcpSocket& client, QByteArray& buffer);
    void onSocks(QTcpSocket& client, QByteArray& buffer);
    void tunnel(QTcpSocket& client, const QByteArray& hello);

    bool m_socks;
    quint16 m_target;
};

} // namespace creel::test
