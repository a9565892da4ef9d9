#pragma once

#include "http/HeaderList.h"

#include <QByteArray>

namespace creel
{

/**
 * One HTTP/1.x request, immutable once read and shared as `std::shared_ptr<const Request>`. `head` and `body` are the
 * evidence; the rest is a view on them, empty where the bytes could not be read as HTTP.
 */
struct Request {
    QByteArray
        head; ///< request line and fields exactly as they came, with the empty line; for malformed input all bytes
    QByteArray method; ///< token as sent, any case
    QByteArray target; ///< request target as sent (origin, absolute, authority or asterisk form)
    int versionMinor = 1; ///< 0 or 1: HTTP/1.0 or HTTP/1.1
    HeaderList headers;
    QByteArray
        body; ///< after transfer coding, before content coding is undone; empty where it went to the store in pieces
    qint64 bodySize = 0; ///< bytes of the body, also where `body` is empty
    bool chunked = false;
    /// Every chunk line with its extensions, then the trailer section with its empty line, as they came (RFC 9112,
    /// section 7.1), without the data of the chunks and the CRLF after each. Empty unless chunked.
    QByteArray framing;
    bool framingCut = false; ///< `framing` was longer than `framingBytes` and ends there
    HeaderList trailers;

    static constexpr qsizetype framingBytes = 256 * 1024;

    /** Path of the target without query and fragment; `/` where there is none. Raw, nothing is decoded. */
    QByteArray path() const;
    /** After the first `?` of the target, raw; empty where there is none. */
    QByteArray query() const;
};

/** One HTTP/1.x response. */
struct Response {
    QByteArray head;
    int status = 0;
    QByteArray reason;
    int versionMinor = 1;
    HeaderList headers;
    QByteArray body; ///< after transfer coding
    qint64 bodySize = 0;
    bool chunked = false;
    QByteArray framing; ///< as in Request
    bool framingCut = false;
    HeaderList trailers;

    static constexpr qsizetype framingBytes = Request::framingBytes;
};

/** The reason phrase of RFC 9110 for a status, empty for one without. */
QByteArray reasonPhrase(int status);

} // namespace creel
