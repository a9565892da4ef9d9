#include "base/CrashDumps.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace creel
{

void keepMemoryOutOfCrashDumps()
{
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // A handler that core_pattern names is not bound by the limit. Not PR_SET_DUMPABLE: it would hide from the user's
    // own programs who holds a port.
    const int filter = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter >= 0) {
        [[maybe_unused]] const ssize_t written = write(filter, "0", 1);
        close(filter);
    }
#endif
#ifdef Q_OS_WIN
    SetErrorMode(SetErrorMode(0) | SEM_NOGPFAULTERRORBOX); // Windows Error Reporting makes no dump then
#endif
}

} // namespace creel
