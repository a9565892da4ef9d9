#pragma once

#include <QByteArray>
#include <QList>

namespace creel::test
{

/** One answer as it came. `status` is 0 where none came in time. */
struct Reply {
    int status = 0;
    QByteArray head;
    QByteArray body;
    QByteArray header(const QByteArray& name) const;
};

/** A sender with a plain blocking socket: writes exactly the bytes that a test says. Nothing waits over `waitMs`. */
class RawClient
{
public:
    explicit RawClient(quint16 port, bool six = false);
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient();

    bool isConnected() const { return m_descriptor >= 0; }
    bool send(const QByteArray& bytes);
    /** The next answer, interim ones (1xx) too. `withoutBody`: it answers HEAD. */
    Reply read(bool withoutBody = false, int waitMs = 10'000);
    Reply exchange(const QByteArray& bytes) { return send(bytes) ? read() : Reply(); }
    /** Whether the receiver closes within the time; what comes before goes to `rest`. */
    bool waitForClose(int waitMs = 10'000);
    QByteArray rest() const { return m_buffer; }
    /** Sends no more, still reads. */
    void halfClose();
    void close();
    /** Closes with a reset. */
    void reset();

private:
    bool fill(int waitMs);
    int m_descriptor = -1;
    bool m_closed = false;
    QByteArray m_buffer;
};

/** `POST path HTTP/1.1` with Host and Content-Length. */
QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& moreHeaders = {});

} // namespace creel::test
