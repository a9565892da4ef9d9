#include "receiver/Socket.h"

#include <QHostAddress>

#include <algorithm>
#include <cerrno>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace creel
{

namespace
{

#ifdef Q_OS_WIN
using Handle = SOCKET;
using Length = int;
void closeHandle(Handle handle)
{
    ::closesocket(handle);
}
bool wouldBlock()
{
    const int error = ::WSAGetLastError();
    return error == WSAEWOULDBLOCK || error == WSAEINTR;
}
bool outOfDescriptors()
{
    return ::WSAGetLastError() == WSAEMFILE;
}
constexpr int SendFlags = 0;
constexpr int ShutdownSend = SD_SEND;
#else
using Handle = int;
using Length = socklen_t;
void closeHandle(Handle handle)
{
    ::close(handle);
}
bool wouldBlock()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}
bool outOfDescriptors()
{
    return errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
}
#ifdef MSG_NOSIGNAL
constexpr int SendFlags = MSG_NOSIGNAL;
#else
constexpr int SendFlags = 0;
#endif
constexpr int ShutdownSend = SHUT_WR;
#endif

void makeNonBlocking(Handle handle)
{
#ifdef Q_OS_WIN
    u_long on = 1;
    ::ioctlsocket(handle, FIONBIO, &on);
#else
    ::fcntl(handle, F_SETFL, ::fcntl(handle, F_GETFL, 0) | O_NONBLOCK);
    ::fcntl(handle, F_SETFD, FD_CLOEXEC);
#endif
}

void setUp(Handle handle)
{
    const int on = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char*>(&on), sizeof on);
#ifdef SO_NOSIGPIPE
    ::setsockopt(handle, SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
}

} // namespace

Socket::Socket(qintptr descriptor)
    : m_descriptor(descriptor)
{
    if (isOpen()) {
        makeNonBlocking(Handle(m_descriptor));
        setUp(Handle(m_descriptor));
    }
}

Socket::Socket(Socket&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

Socket& Socket::operator=(Socket&& other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

Socket::~Socket()
{
    close();
}

Socket Socket::accept(qintptr listener, bool* noRoom)
{
    *noRoom = false;
#ifdef Q_OS_LINUX
    const Handle handle = ::accept4(Handle(listener), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
#else
    const Handle handle = ::accept(Handle(listener), nullptr, nullptr);
#endif
    Socket accepted;
#ifdef Q_OS_WIN
    if (handle == INVALID_SOCKET) {
#else
    if (handle < 0) {
#endif
        *noRoom = outOfDescriptors();
        return accepted;
    }
#ifndef Q_OS_LINUX
    makeNonBlocking(handle);
#endif
    setUp(handle);
    accepted.m_descriptor = qintptr(handle);
    return accepted;
}

Socket Socket::makeSelfConnected()
{
    const auto handle = ::socket(AF_INET, SOCK_DGRAM, 0);
    Socket made;
    made.m_descriptor = qintptr(handle);
    if (!made.isOpen())
        return made;
    makeNonBlocking(Handle(handle));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    Length length = sizeof address;
    if (::bind(Handle(handle), plain, length) != 0 || ::getsockname(Handle(handle), plain, &length) != 0
        || ::connect(Handle(handle), plain, length) != 0)
        made.close();
    return made;
}

Socket::Outcome Socket::read(char* into, qsizetype size)
{
    const auto got = ::recv(Handle(m_descriptor), into, decltype(sizeof 0)(size), 0);
    if (got > 0)
        return {qsizetype(got), false, false};
    if (got == 0)
        return {0, true, false};
    return {0, false, !wouldBlock()};
}

Socket::Outcome Socket::write(QByteArrayView bytes)
{
    const auto sent = ::send(Handle(m_descriptor), bytes.data(), decltype(sizeof 0)(bytes.size()), SendFlags);
    if (sent >= 0)
        return {qsizetype(sent), false, false};
    return {0, false, !wouldBlock()};
}

void Socket::shutdownWrite()
{
    ::shutdown(Handle(m_descriptor), ShutdownSend);
}

QByteArray Socket::peer() const
{
    sockaddr_storage address = {};
    Length length = sizeof address;
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    if (!isOpen() || ::getpeername(Handle(m_descriptor), plain, &length) != 0)
        return {};
    const bool six = plain->sa_family == AF_INET6;
    const quint16 port = ntohs(
        six ? reinterpret_cast<sockaddr_in6*>(plain)->sin6_port : reinterpret_cast<sockaddr_in*>(plain)->sin_port);
    const QByteArray host = QHostAddress(plain).toString().toLatin1();
    return (six ? "[" + host + "]" : host) + ":" + QByteArray::number(port);
}

void Socket::close()
{
    if (isOpen())
        closeHandle(Handle(std::exchange(m_descriptor, -1)));
}

qint64 raiseDescriptorLimit()
{
#ifdef Q_OS_WIN
    return -1;
#else
    rlimit limit = {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return -1;
    if (limit.rlim_cur < limit.rlim_max) {
        rlimit wanted = limit;
        wanted.rlim_cur = limit.rlim_max;
#ifdef Q_OS_MACOS
        wanted.rlim_cur = std::min<rlim_t>(wanted.rlim_cur, 10'240); // OPEN_MAX: more is refused there
#endif
        if (::setrlimit(RLIMIT_NOFILE, &wanted) == 0)
            limit = wanted;
    }
    return limit.rlim_cur == RLIM_INFINITY ? -1 : qint64(limit.rlim_cur);
#endif
}

} // namespace creel
