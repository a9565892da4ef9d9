#include "HostileServer.h"

#include <sys/socket.h>

namespace creel::test
{

void resetConnection(QTcpSocket& socket)
{
    const struct linger now {
        1, 0
    };
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket.abort();
}

} // namespace creel::test
