#pragma once

#include "base/Result.h"

#include <QString>
#include <QtGlobal>

#include <memory>
#include <vector>

class QTcpServer;

namespace creel
{

/** Listening sockets of one port; they listen and accept nothing: that is for whoever takes their descriptors. */
struct Binding {
    Binding();
    ~Binding();
    Binding(Binding&&) noexcept;
    Binding& operator=(Binding&&) noexcept;

    std::vector<std::unique_ptr<QTcpServer>> servers;
    quint16 port = 0;
};

/**
 * Binds `address` (empty or `localhost`: 127.0.0.1 and, where there is IPv6, ::1, both on one port) to `port` (0: a
 * free one). A port that is taken is an error where it is fixed, else one of the next 99 is taken.
 */
Result<Binding> bindAddress(const QString& address, quint16 port, bool portIsFixed);

/** `http://127.0.0.1:4747` for what bindAddress was given. */
QString bindingUrl(const QString& address, quint16 port);

} // namespace creel
