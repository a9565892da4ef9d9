#include "receiver/Poller.h"

#include "receiver/Socket.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif
#ifdef Q_OS_LINUX
#include <cerrno>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#endif

namespace creel
{

namespace
{

/** poll() over a list; the first place is the socket that wakes. */
class PollPoller final : public Poller
{
public:
    bool init()
    {
        m_wake = Socket::makeSelfConnected();
        if (!m_wake.isOpen())
            return false;
        return PollPoller::add(m_wake.descriptor(), 0, Read);
    }

    bool add(qintptr descriptor, quint64 token, quint8 flags) override
    {
        m_places[descriptor] = m_set.size();
        m_set.push_back(entry(descriptor, flags));
        m_tokens.push_back(token);
        return true;
    }

    void change(qintptr descriptor, quint64 token, quint8 flags) override
    {
        const auto place = m_places.find(descriptor);
        if (place == m_places.end())
            return;
        m_set[place->second] = entry(descriptor, flags);
        m_tokens[place->second] = token;
    }

    void remove(qintptr descriptor) override
    {
        const auto found = m_places.find(descriptor);
        if (found == m_places.end())
            return;
        const std::size_t place = found->second;
        m_places.erase(found);
        if (place + 1 != m_set.size()) {
            m_set[place] = m_set.back();
            m_tokens[place] = m_tokens.back();
            m_places[qintptr(m_set[place].fd)] = place;
        }
        m_set.pop_back();
        m_tokens.pop_back();
    }

    void forget(qintptr descriptor) override { PollPoller::remove(descriptor); }

    void wait(std::vector<Ready>& ready, int timeoutMs) override
    {
        ready.clear();
#ifdef Q_OS_WIN
        int left = WSAPoll(m_set.data(), ULONG(m_set.size()), timeoutMs);
#else
        int left = ::poll(m_set.data(), nfds_t(m_set.size()), timeoutMs);
#endif
        for (std::size_t i = 0; i < m_set.size() && left > 0; ++i) {
            const auto found = m_set[i].revents;
            if (found == 0)
                continue;
            --left;
            if (i == 0)
                drain();
            else
                ready.push_back({m_tokens[i], flagsOf(found)});
        }
    }

    void wake() override
    {
        const char byte = 1;
        m_wake.write(QByteArrayView(&byte, 1));
    }

private:
    static pollfd entry(qintptr descriptor, quint8 flags)
    {
        pollfd made = {};
        made.fd = decltype(made.fd)(descriptor);
        made.events = decltype(made.events)(((flags & Read) ? POLLIN : 0) | ((flags & Write) ? POLLOUT : 0));
        return made;
    }
    static quint8 flagsOf(int found)
    {
        return quint8(((found & POLLIN) ? Read : 0) | ((found & POLLOUT) ? Write : 0)
            | ((found & (POLLERR | POLLHUP | POLLNVAL)) ? Hangup : 0));
    }
    void drain()
    {
        std::array<char, 64> bytes;
        while (m_wake.read(bytes.data(), qsizetype(bytes.size())).bytes > 0) { }
    }

    Socket m_wake;
    std::vector<pollfd> m_set;
    std::vector<quint64> m_tokens;
    std::unordered_map<qintptr, std::size_t> m_places;
};

#ifdef Q_OS_LINUX

constexpr quint64 WakeToken = ~quint64(0);

class EpollPoller final : public Poller
{
public:
    EpollPoller()
        : m_set(::epoll_create1(EPOLL_CLOEXEC))
        , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
    }
    ~EpollPoller() override
    {
        if (m_set >= 0)
            ::close(m_set);
        if (m_wake >= 0)
            ::close(m_wake);
    }
    bool init() { return m_set >= 0 && m_wake >= 0 && EpollPoller::add(m_wake, WakeToken, Read); }

    bool add(qintptr descriptor, quint64 token, quint8 flags) override
    {
        return control(EPOLL_CTL_ADD, descriptor, token, flags);
    }
    void change(qintptr descriptor, quint64 token, quint8 flags) override
    {
        control(EPOLL_CTL_MOD, descriptor, token, flags);
    }
    void remove(qintptr descriptor) override { control(EPOLL_CTL_DEL, descriptor, 0, None); }

    void forget(qintptr) override { } // closing has taken it out of the set

    void wait(std::vector<Ready>& ready, int timeoutMs) override
    {
        ready.clear();
        const int count = ::epoll_wait(m_set, m_found.data(), int(m_found.size()), timeoutMs);
        for (int i = 0; i < count; ++i) {
            const epoll_event& found = m_found[std::size_t(i)];
            if (found.data.u64 == WakeToken) {
                quint64 counter = 0;
                [[maybe_unused]] const auto size = ::read(m_wake, &counter, sizeof counter);
                continue;
            }
            ready.push_back({found.data.u64,
                quint8(((found.events & EPOLLIN) ? Read : 0) | ((found.events & EPOLLOUT) ? Write : 0)
                    | ((found.events & (EPOLLERR | EPOLLHUP)) ? Hangup : 0))});
        }
    }

    void wake() override
    {
        const quint64 one = 1;
        [[maybe_unused]] const auto size = ::write(m_wake, &one, sizeof one);
    }

private:
    bool control(int what, qintptr descriptor, quint64 token, quint8 flags)
    {
        epoll_event event = {};
        event.events = ((flags & Read) ? quint32(EPOLLIN) : 0U) | ((flags & Write) ? quint32(EPOLLOUT) : 0U);
        event.data.u64 = token;
        return ::epoll_ctl(m_set, what, int(descriptor), &event) == 0;
    }

    int m_set = -1;
    int m_wake = -1;
    std::array<epoll_event, 512> m_found = {};
};

#endif

} // namespace

std::unique_ptr<Poller> Poller::make()
{
#ifdef Q_OS_LINUX
    auto poller = std::make_unique<EpollPoller>();
    if (!poller->init())
        return nullptr;
    return poller;
#else
    return makePortable();
#endif
}

std::unique_ptr<Poller> Poller::makePortable()
{
    auto poller = std::make_unique<PollPoller>();
    if (!poller->init())
        return nullptr;
    return poller;
}

} // namespace creel
