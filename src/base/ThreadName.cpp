#include "base/ThreadName.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace creel
{

void nameThread([[maybe_unused]] const char* name)
{
#ifdef Q_OS_LINUX
    ::pthread_setname_np(::pthread_self(), name);
#endif
}

} // namespace creel
