#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

namespace creel
{

/**
 * A connected stream socket that never blocks, owned. QTcpSocket closes both directions as soon as the peer has closed
 * one, and a sender that half-closes after its request still waits for the answer: hence this one.
 */
class Socket
{
public:
    struct Outcome {
        qsizetype bytes = 0; ///< moved by this call
        bool closed = false; ///< read: the peer sends no more
        bool failed = false; ///< the connection is broken
    };

    Socket() = default;
    /** Takes the descriptor over and makes it non-blocking. */
    explicit Socket(qintptr descriptor);
    Socket(Socket&& other) noexcept;
    Socket& operator=(Socket&& other) noexcept;
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket();

    /** Accepts one connection from a listening descriptor; not open where none waits. `noRoom`: out of descriptors. */
    static Socket accept(qintptr listener, bool* noRoom);
    /** A datagram socket on loopback that hears itself: wakes a poll(). */
    static Socket makeSelfConnected();

    bool isOpen() const { return m_descriptor >= 0; }
    qintptr descriptor() const { return m_descriptor; }
    /** Nothing moved, not closed and not failed: try again when the poller says so. */
    Outcome read(char* into, qsizetype size);
    Outcome write(QByteArrayView bytes);
    /** Sends no more; reading goes on. */
    void shutdownWrite();
    /** `127.0.0.1:53210`, `[::1]:53210`. */
    QByteArray peer() const;
    void close();

private:
    qintptr m_descriptor = -1;
};

/** Lifts the limit of open files to what the system allows this process; returns it, or -1 where there is none. */
qint64 raiseDescriptorLimit();

} // namespace creel
