#include "app/StopSignals.h"

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace creel
{

#ifdef Q_OS_UNIX
namespace
{

volatile std::sig_atomic_t writeEnd = -1; // a signal handler can reach nothing else

void onSignal(int)
{
    const int kept = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(int(writeEnd), &byte, 1);
    errno = kept;
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(std::function<void()> stop)
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return; // no descriptor left: the signals then end the process at once
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this, stop = std::move(stop)] {
        char bytes[16];
        while (::read(m_readEnd, bytes, sizeof bytes) > 0) { }
        stop();
    });
    handle(SIGINT, onSignal);
    handle(SIGTERM, onSignal);
}

StopSignals::~StopSignals()
{
    if (m_readEnd < 0)
        return;
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    m_notifier.reset();
    ::close(m_readEnd);
    ::close(int(writeEnd));
    writeEnd = -1;
}
#else
StopSignals::StopSignals(std::function<void()>) { }
StopSignals::~StopSignals() = default;
#endif

} // namespace creel
