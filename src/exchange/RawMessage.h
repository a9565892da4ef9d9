#pragma once

#include "exchange/Ndjson.h"

namespace creel
{

/**
 * Writes a request as it came over the wire: the head, and the body inside its chunk lines and trailers where it was
 * chunked. A chunked event without its framing (imported so) is written as one chunk.
 */
Result<void> writeRaw(const EventDetail& detail, const BodySource& body, const ByteSink& sink);

/** What bytes of a file are as one HTTP/1.x request. */
struct RawRequest {
    Request request; ///< with its whole body
    bool complete = false;
    QString reason; ///< why it is not complete
};

/**
 * Reads one request back. Where it has neither Content-Length nor Transfer-Encoding, the rest of the bytes is its
 * body, as in a file written by hand. No limits on size: the bytes are in memory already.
 */
RawRequest readRaw(const QByteArray& bytes);

} // namespace creel
