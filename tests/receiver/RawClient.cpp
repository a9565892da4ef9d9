#include "RawClient.h"

#include <QElapsedTimer>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace creel::test
{

QByteArray Reply::header(const QByteArray& name) const
{
    const QByteArray mark = "\r\n" + name.toLower() + ": ";
    const qsizetype at = head.toLower().indexOf(mark);
    if (at < 0)
        return {};
    const qsizetype from = at + mark.size();
    return head.mid(from, head.indexOf("\r\n", from) - from);
}

RawClient::RawClient(quint16 port, bool six)
{
    m_descriptor = ::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in four = {};
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr_in6 sixth = {};
    sixth.sin6_family = AF_INET6;
    sixth.sin6_port = htons(port);
    sixth.sin6_addr = in6addr_loopback;
    const int done = six ? ::connect(m_descriptor, reinterpret_cast<sockaddr*>(&sixth), sizeof sixth)
                         : ::connect(m_descriptor, reinterpret_cast<sockaddr*>(&four), sizeof four);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (done != 0)
        close();
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_closed(other.m_closed)
    , m_buffer(std::move(other.m_buffer))
{
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::send(const QByteArray& bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        pollfd waiting = {m_descriptor, POLLOUT, 0};
        if (::poll(&waiting, 1, 10'000) != 1)
            return false;
        const auto done = ::send(
            m_descriptor, bytes.constData() + sent, std::size_t(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (done < 0 && errno != EAGAIN)
            return false;
        if (done > 0)
            sent += done;
    }
    return true;
}

bool RawClient::fill(int waitMs)
{
    pollfd waiting = {m_descriptor, POLLIN, 0};
    if (m_closed || m_descriptor < 0 || ::poll(&waiting, 1, waitMs) != 1)
        return false;
    std::array<char, 64 * 1024> bytes;
    const auto got = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
    if (got <= 0) {
        m_closed = true;
        return false;
    }
    m_buffer.append(bytes.data(), got);
    return true;
}

Reply RawClient::read(bool withoutBody, int waitMs)
{
    QElapsedTimer timer;
    timer.start();
    const auto left = [&] { return int(std::max<qint64>(0, waitMs - timer.elapsed())); };
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0)
        if (!fill(left()))
            return {};
    Reply reply;
    reply.head = m_buffer.left(end + 4);
    reply.status = reply.head.mid(9, 3).toInt();
    m_buffer.remove(0, end + 4);
    const qsizetype length = withoutBody ? 0 : reply.header("Content-Length").toLongLong();
    while (m_buffer.size() < length)
        if (!fill(left()))
            return {};
    reply.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return reply;
}

bool RawClient::waitForClose(int waitMs)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_closed && timer.elapsed() < waitMs)
        fill(int(waitMs - timer.elapsed()));
    return m_closed;
}

void RawClient::halfClose()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawClient::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void RawClient::reset()
{
    const linger now = {1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& moreHeaders)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + moreHeaders + "\r\n" + body;
}

} // namespace creel::test
