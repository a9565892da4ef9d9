#pragma once

#include "base/Result.h"
#include "store/Event.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace creel
{

/** Gives at most `size` bytes of an event's body from `offset`, fewer only at its end. */
using BodySource = std::function<Result<QByteArray>(qint64 offset, qint64 size)>;

/** Takes bytes in order; an error ends the writing. */
using ByteSink = std::function<Result<void>(QByteArrayView bytes)>;

/** A source over the body that `detail` holds. */
BodySource bodyIn(const EventDetail& detail);

/**
 * An event as one JSON object in one line, without a line end; members and their order are those of the command line's
 * contract. Head, body and framing are base64 of the exact bytes; `method`, `target` and `headers` are for reading and
 * null where the bytes could not be read as HTTP. A body that `detail` does not hold is asked of `body` in pieces, so
 * memory does not grow with it.
 */
Result<void> writeNdjson(const EventDetail& detail, const BodySource& body, const ByteSink& sink);

/** The same as one value, for an event whose body is in `detail`. */
QByteArray toNdjson(const EventDetail& detail);

/**
 * Reads such a line. `head_base64` counts; where it is absent, `method`, `target`, `http_version` and `headers` do.
 * Everything but `id` is kept. What is absent gets its default: `received_at` is then `nowUs`, `state` complete,
 * `endpoint` `/`, the verdict unverified. Errors name the member.
 */
Result<NewEvent> fromNdjson(QByteArrayView line, qint64 nowUs);

} // namespace creel
