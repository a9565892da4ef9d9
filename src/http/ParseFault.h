#pragma once

#include <QString>
#include <QtGlobal>

namespace creel
{

/** What a parser has to tell; see RequestParser::next and ResponseParser::next. */
enum class ParseEvent {
    NeedMore, ///< every byte is consumed, the message goes on
    Head, ///< start line and fields are read
    Interim, ///< responses only: an interim response (1xx) is read, the final one follows
    Body, ///< a piece of the body
    Complete, ///< the message has ended
    Failed, ///< see failure(); nothing more can be read from this connection
};

/** Why bytes are not an HTTP/1.x message, or not one within the limits. */
enum class ParseFault {
    None,
    TlsOnPlainPort, ///< first bytes `16 03`
    Http2Preface, ///< `PRI * HTTP/2.0` (RFC 9113, section 3.4)
    BadMethod, ///< empty, or not a token (RFC 9110, section 9.1)
    BadTarget, ///< missing, or none of the four forms (RFC 9112, section 3.2)
    BadVersion, ///< what stands there is no HTTP version
    UnsupportedVersion, ///< an HTTP version, neither 1.0 nor 1.1
    BadStatusLine, ///< responses only (RFC 9112, section 4)
    BareLf, ///< LF without CR (RFC 9112, section 2.2)
    BareCr, ///< CR without LF (RFC 9112, section 2.2)
    BlankBeforeFields, ///< a blank between start line and first field (RFC 9112, section 2.2)
    ObsFold, ///< a folded line in a request (RFC 9112, section 5.2)
    BadFieldName, ///< empty, or not a token
    BlankBeforeColon, ///< RFC 9112, section 5.1
    MissingColon,
    BadFieldValue, ///< NUL or another control character (RFC 9110, section 5.5)
    MissingHost, ///< no Host in HTTP/1.1 (RFC 9112, section 3.2)
    DuplicateHost,
    BadHost, ///< a Host that is no host and port
    BadContentLength, ///< not a decimal number, or over 2^63 - 1
    DuplicateContentLength, ///< two that differ (RFC 9112, section 6.3)
    LengthAndTransferEncoding, ///< both Content-Length and Transfer-Encoding (RFC 9112, section 6.1)
    BadTransferEncoding, ///< anything but exactly `chunked`
    TransferEncodingInHttp10,
    BadConnection, ///< a Connection field that is no list of tokens
    BadChunkSize, ///< not hexadecimal, or over 2^63 - 1 (RFC 9112, section 7.1)
    BadChunkExtension,
    ChunkLineTooLong, ///< over 4 KiB
    BadChunkEnd, ///< no CRLF after the data of a chunk
    FramingInTrailer, ///< Content-Length, Transfer-Encoding or Host in the trailer section (RFC 9110, section 6.5.1)
    HeadTooLarge, ///< over ParseLimits::headBytes, the trailer section too
    TooManyFields, ///< over ParseLimits::headerFields, headers and trailers together
    BodyTooLarge, ///< over ParseLimits::bodyBytes
    Incomplete, ///< the connection ended within the message
};

/** A fault, where it is, and what to say and answer. */
struct ParseFailure {
    ParseFault fault = ParseFault::None;
    qint64 offset = 0; ///< bytes from the first byte of the message as it was on the wire, from 0
    int status = 0; ///< what a server answers: 400, 413 or 431; 0 where there is nobody to answer
    QString text; ///< a translated sentence with the offset, no sender bytes in it

    explicit operator bool() const { return fault != ParseFault::None; }
};

/** Each is exact at its edge: so much is taken, one more is refused. */
struct ParseLimits {
    qint64 headBytes = 64 * 1024; ///< start line, fields and the empty line
    int headerFields = 256;
    qint64 bodyBytes = 100LL * 1024 * 1024; ///< after transfer coding
    bool operator==(const ParseLimits&) const = default;
};

/** Makes the failure with its status and its sentence. */
ParseFailure makeFailure(ParseFault fault, qint64 offset);

} // namespace creel
