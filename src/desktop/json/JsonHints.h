#pragma once

#include "payload/JsonPointer.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace creel
{

/** What JavaScript prints for a JSON number (ECMA-262, Number::toString), e.g. `9007199254740992` for ...993. */
QByteArray javaScriptNumber(QByteArrayView number);

/** `JavaScript reads …992` where an integer loses digits in a double, or nothing. */
QString unsafeNumberHint(QByteArrayView number);

/** The moment that a value means, in microseconds since the epoch: RFC 3339 in a string, or seconds or milliseconds
 * from 2001 on in a number or digits under a name that speaks of time. */
std::optional<qint64> momentOf(QByteArrayView name, JsonKind kind, QByteArrayView text);

/** `2026-11-23 21:23:12 · 24 s before receipt`, in local time; without the distance where `receivedAtUs` is 0. */
QString momentHint(qint64 us, qint64 receivedAtUs);

} // namespace creel
