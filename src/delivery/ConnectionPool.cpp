#include "delivery/ConnectionPool.h"

#include <algorithm>

namespace creel
{

ConnectionPool::ConnectionPool(int idleMs)
    : m_idleMs(idleMs)
{
}

ConnectionPool::~ConnectionPool()
{
    clear();
}

std::unique_ptr<QSslSocket> ConnectionPool::take(const QByteArray& key)
{
    while (true) {
        const auto found =
            std::find_if(m_kept.rbegin(), m_kept.rend(), [&key](const Kept& kept) { return kept.key == key; });
        if (found == m_kept.rend())
            return nullptr;
        std::unique_ptr<QSslSocket> socket = std::move(found->socket);
        found->idle->stop();
        found->idle->deleteLater();
        m_kept.erase(std::next(found).base());
        socket->disconnect(this);
        // The close of the other side may wait in the system, unseen by the event loop so far: look, without waiting.
        socket->waitForReadyRead(0);
        if (socket->state() == QAbstractSocket::ConnectedState && socket->bytesAvailable() == 0)
            return socket;
        socket.release()->deleteLater();
    }
}

void ConnectionPool::put(const QByteArray& key, std::unique_ptr<QSslSocket> socket)
{
    QSslSocket* kept = socket.get();
    kept->setParent(nullptr);
    connect(kept, &QSslSocket::disconnected, this, [this, kept] { drop(kept); });
    connect(kept, &QSslSocket::errorOccurred, this, [this, kept] { drop(kept); });
    connect(kept, &QSslSocket::readyRead, this, [this, kept] { drop(kept); });
    auto* idle = new QTimer(kept);
    idle->setSingleShot(true);
    connect(idle, &QTimer::timeout, this, [this, kept] { drop(kept); });
    idle->start(m_idleMs);
    if (m_kept.size() >= MaxKept)
        drop(m_kept.front().socket.get());
    m_kept.push_back({key, std::move(socket), idle});
}

void ConnectionPool::drop(QSslSocket* socket)
{
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [socket](const Kept& kept) { return kept.socket.get() == socket; });
    if (found == m_kept.end())
        return;
    QSslSocket* gone = found->socket.release();
    m_kept.erase(found);
    gone->disconnect(this);
    gone->deleteLater(); // it may be within one of its own signals
}

void ConnectionPool::clear()
{
    for (const Kept& kept : m_kept)
        kept.socket->disconnect(this);
    m_kept.clear();
}

} // namespace creel
