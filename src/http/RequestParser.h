#pragma once

#include "http/Message.h"
#include "http/ParseFault.h"

#include <QByteArrayView>

#include <memory>

namespace creel
{

/**
 * Reads HTTP/1.0 and 1.1 requests (RFC 9112) from the bytes of one connection, one after the other (pipelining), sans
 * I/O. How the bytes are split over the calls changes nothing but the size of the body pieces. Keeps at most a head,
 * a chunk line and the framing in memory: bodies are handed on as they come. Not thread-safe; one thread at a time.
 *
 *     while (true) {
 *         switch (parser.next(bytes)) {
 *         case ParseEvent::NeedMore: return;               // read on
 *         case ParseEvent::Head: ...                       // parser.request(), parser.expectsContinue()
 *         case ParseEvent::Body: ... parser.bodyPiece()    // valid until `bytes` goes
 *         case ParseEvent::Complete: parser.takeRequest()  // the next call begins the next request
 *         case ParseEvent::Failed: ... parser.failure(), parser.takeRequest()
 *         }
 *     }
 *
 * Stricter than Boost.Beast, on which it is built: what could be read in two ways (request smuggling) is a fault.
 */
class RequestParser
{
public:
    explicit RequestParser(const ParseLimits& limits = {});
    RequestParser(RequestParser&&) noexcept;
    RequestParser& operator=(RequestParser&&) noexcept;
    ~RequestParser();

    /**
     * Reads up to the next event and moves `bytes` past what it has consumed. Call it until it says NeedMore or Failed,
     * also when `bytes` is empty. After Failed it only adds what still comes to the evidence.
     */
    ParseEvent next(QByteArrayView& bytes);

    /** The sender has closed: NeedMore where that is fine (between two requests), else Failed with `Incomplete`. */
    ParseEvent finish();

    /** Nothing of a request has come since the last one (a CRLF in between does not count). */
    bool isIdle() const;

    /** What is read so far; `head` is whole and the fields are set from Head on. `body` stays empty. */
    const Request& request() const;
    /**
     * Hands the request over, without its body, whole after Complete, else as far as it was read. After a fault in the
     * head, `head` holds all bytes that came, up to the limit of a head; method, target and headers are set as far as
     * they could be read. After a fault in the chunks, `framing` ends
     * with all that came after the last good chunk.
     */
    Request takeRequest();

    /** Asked at Head: `Expect: 100-continue` in HTTP/1.1 with a body to come (RFC 9110, section 10.1.1). */
    bool expectsContinue() const;
    /** Valid from Head to the next message. */
    bool keepAlive() const; ///< the connection may go on after this request (RFC 9112, section 9.3)
    qint64 contentLength() const; ///< -1 where there is no Content-Length

    /** After Body: the piece, a view on the bytes given to `next`. */
    QByteArrayView bodyPiece() const;

    /** After Failed. */
    const ParseFailure& failure() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
