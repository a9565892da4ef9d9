#pragma once

#include "http/Message.h"

#include <QByteArray>

namespace creel
{

/**
 * A `curl` command for `sh` that sends the same method, headers and body; one line where the body has no line ends.
 * Every word is quoted, whatever the sender wrote; what curl adds by itself is switched off. Bodies with NUL, bytes
 * that are not UTF-8 or over 24 KiB go through `printf '...' | curl --data-binary @-`.
 *
 * `base`: where to send, `http://127.0.0.1:4747`, no slash at the end. `request` holds its whole body.
 */
QByteArray toCurl(const Request& request, const QByteArray& base);

/** `http://` and the Host of the request, or the receiver's usual address where there is none that is safe to use. */
QByteArray baseOf(const Request& request);

} // namespace creel
