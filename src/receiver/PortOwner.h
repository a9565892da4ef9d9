#pragma once

#include <QString>

namespace creel
{

/** Who listens on a TCP port: `nginx (process 1234)`, as far as the system tells this user; else empty. Reads /proc on
 * Linux, is always empty elsewhere. */
QString portOwner(quint16 port);

} // namespace creel
