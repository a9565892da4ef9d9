#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <memory>
#include <vector>

namespace creel
{

/**
 * Connections that are kept for the next request to the same place with the same settings. One that closes, or on which
 * something comes unasked, leaves. Lives on the thread of its sockets.
 */
class ConnectionPool : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionPool(int idleMs = 30'000);
    ~ConnectionPool() override;

    /** A connection that looks alive, or null. */
    std::unique_ptr<QSslSocket> take(const QByteArray& key);
    void put(const QByteArray& key, std::unique_ptr<QSslSocket> socket);
    void clear();
    int size() const { return int(m_kept.size()); }

private:
    void drop(QSslSocket* socket);

    struct Kept {
        QByteArray key;
        std::unique_ptr<QSslSocket> socket;
        QTimer* idle; ///< child of the socket, running only while it is kept
    };
    static constexpr int MaxKept = 32;
    std::vector<Kept> m_kept; ///< the longest kept first
    int m_idleMs;
};

} // namespace creel
