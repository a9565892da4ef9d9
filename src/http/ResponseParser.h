#pragma once

#include "http/Message.h"
#include "http/ParseFault.h"

#include <QByteArrayView>

#include <memory>

namespace creel
{

/**
 * Reads HTTP/1.0 and 1.1 responses (RFC 9112) from the bytes of one connection, sans I/O, in the manner of
 * RequestParser: the same events, and no difference however the bytes were split. Not thread-safe; one thread at a
 * time.
 *
 * An interim response (1xx but 101) gives Interim: it can be taken then, the final response follows. 204, 304, 1xx and
 * what answers HEAD have no body; a body without Content-Length and chunks ends with the connection (section 6.3). Of
 * what servers do wrong, a missing blank before an empty reason and folded lines (joined with a blank) are taken.
 */
class ResponseParser
{
public:
    explicit ResponseParser(const ParseLimits& limits = {});
    ResponseParser(ResponseParser&&) noexcept;
    ResponseParser& operator=(ResponseParser&&) noexcept;
    ~ResponseParser();

    /** Before the first byte of a response: it answers HEAD, so no body follows whatever its fields say. */
    void setAnswersHead(bool answersHead);

    /** As RequestParser::next. After a Complete with status 101 the bytes that are left are not HTTP. */
    ParseEvent next(QByteArrayView& bytes);

    /**
     * The server has closed: Complete where the body ends so, NeedMore where nothing of a response has come since the
     * last one or the last interim one, else Failed with `Incomplete`.
     */
    ParseEvent finish();

    bool isIdle() const;

    /** What is read so far; `head` is whole and the fields are set from Head or Interim on. `body` stays empty. */
    const Response& response() const;
    /** Hands the response over as far as it was read, without its body; after faults as RequestParser::takeRequest. */
    Response takeResponse();

    /** Valid from Head to the next message. */
    bool keepAlive() const;
    qint64 contentLength() const; ///< -1 where there is none

    /** After Body: the piece, a view on the bytes given to `next`. */
    QByteArrayView bodyPiece() const;

    /** After Failed. */
    const ParseFailure& failure() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
