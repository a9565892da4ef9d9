#include "http/ParseFault.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

const char* startLineSentence(ParseFault fault)
{
    switch (fault) {
    case ParseFault::TlsOnPlainPort:
        return QT_TRANSLATE_NOOP("creel", "TLS on a plain port: the sender speaks https, use http:// (byte %1)");
    case ParseFault::Http2Preface:
        return QT_TRANSLATE_NOOP("creel", "HTTP/2 without upgrade: the sender must use HTTP/1.1 (byte %1)");
    case ParseFault::BadMethod:
        return QT_TRANSLATE_NOOP("creel", "The request does not begin with a method (byte %1)");
    case ParseFault::BadTarget:
        return QT_TRANSLATE_NOOP("creel", "The request line has no valid target (byte %1)");
    case ParseFault::BadVersion:
        return QT_TRANSLATE_NOOP("creel", "The start line has no valid HTTP version (byte %1)");
    case ParseFault::UnsupportedVersion:
        return QT_TRANSLATE_NOOP("creel", "The HTTP version is neither 1.0 nor 1.1 (byte %1)");
    case ParseFault::BadStatusLine:
        return QT_TRANSLATE_NOOP("creel", "The status line is not valid (byte %1)");
    case ParseFault::BareLf:
        return QT_TRANSLATE_NOOP("creel", "A line ends in LF without CR (byte %1)");
    case ParseFault::BareCr:
        return QT_TRANSLATE_NOOP("creel", "A CR stands without LF (byte %1)");
    default:
        return nullptr;
    }
}

const char* fieldSentence(ParseFault fault)
{
    switch (fault) {
    case ParseFault::BlankBeforeFields:
        return QT_TRANSLATE_NOOP("creel", "The first header line begins with a blank (byte %1)");
    case ParseFault::ObsFold:
        return QT_TRANSLATE_NOOP("creel", "A header is folded over two lines, which HTTP/1.1 has withdrawn (byte %1)");
    case ParseFault::BadFieldName:
        return QT_TRANSLATE_NOOP("creel", "A header name is empty or has a character that is not allowed (byte %1)");
    case ParseFault::BlankBeforeColon:
        return QT_TRANSLATE_NOOP("creel", "A blank stands between a header name and its colon (byte %1)");
    case ParseFault::MissingColon:
        return QT_TRANSLATE_NOOP("creel", "A header line has no colon (byte %1)");
    case ParseFault::BadFieldValue:
        return QT_TRANSLATE_NOOP("creel", "A header value has a control character (byte %1)");
    case ParseFault::MissingHost:
        return QT_TRANSLATE_NOOP("creel", "An HTTP/1.1 request must have a Host header (byte %1)");
    case ParseFault::DuplicateHost:
        return QT_TRANSLATE_NOOP("creel", "The request has more than one Host header (byte %1)");
    case ParseFault::BadHost:
        return QT_TRANSLATE_NOOP("creel", "The Host header is not a host and port (byte %1)");
    case ParseFault::BadContentLength:
        return QT_TRANSLATE_NOOP("creel", "Content-Length is not a decimal number in range (byte %1)");
    case ParseFault::DuplicateContentLength:
        return QT_TRANSLATE_NOOP("creel", "Two Content-Length headers differ (byte %1)");
    case ParseFault::LengthAndTransferEncoding:
        return QT_TRANSLATE_NOOP(
            "creel", "Content-Length and Transfer-Encoding are both there, as in request smuggling (byte %1)");
    case ParseFault::BadTransferEncoding:
        return QT_TRANSLATE_NOOP("creel", "Transfer-Encoding is something else than \"chunked\" (byte %1)");
    case ParseFault::TransferEncodingInHttp10:
        return QT_TRANSLATE_NOOP("creel", "Transfer-Encoding is not allowed in HTTP/1.0 (byte %1)");
    case ParseFault::BadConnection:
        return QT_TRANSLATE_NOOP("creel", "The Connection header is not a list of tokens (byte %1)");
    default:
        return nullptr;
    }
}

const char* bodySentence(ParseFault fault)
{
    switch (fault) {
    case ParseFault::BadChunkSize:
        return QT_TRANSLATE_NOOP("creel", "A chunk size is not a hexadecimal number in range (byte %1)");
    case ParseFault::BadChunkExtension:
        return QT_TRANSLATE_NOOP("creel", "A chunk extension is not valid (byte %1)");
    case ParseFault::ChunkLineTooLong:
        return QT_TRANSLATE_NOOP("creel", "The line of a chunk size is over 4 KB long (byte %1)");
    case ParseFault::BadChunkEnd:
        return QT_TRANSLATE_NOOP("creel", "The data of a chunk does not end where its size says (byte %1)");
    case ParseFault::FramingInTrailer:
        return QT_TRANSLATE_NOOP(
            "creel", "Host, Content-Length and Transfer-Encoding are not allowed in a trailer (byte %1)");
    case ParseFault::HeadTooLarge:
        return QT_TRANSLATE_NOOP("creel", "The headers are larger than the limit (byte %1)");
    case ParseFault::TooManyFields:
        return QT_TRANSLATE_NOOP("creel", "There are more headers than the limit allows (byte %1)");
    case ParseFault::BodyTooLarge:
        return QT_TRANSLATE_NOOP("creel", "The body is larger than the limit (byte %1)");
    case ParseFault::Incomplete:
        return QT_TRANSLATE_NOOP("creel", "The connection ended within the message (byte %1)");
    default:
        return nullptr;
    }
}

int statusFor(ParseFault fault)
{
    switch (fault) {
    case ParseFault::None:
    case ParseFault::Incomplete:
        return 0;
    case ParseFault::HeadTooLarge:
    case ParseFault::TooManyFields:
        return 431;
    case ParseFault::BodyTooLarge:
        return 413;
    default:
        return 400;
    }
}

} // namespace

ParseFailure makeFailure(ParseFault fault, qint64 offset)
{
    const char* sentence = startLineSentence(fault);
    if (!sentence)
        sentence = fieldSentence(fault);
    if (!sentence)
        sentence = bodySentence(fault);
    return {fault, offset, statusFor(fault),
        sentence ? QCoreApplication::translate("creel", sentence).arg(offset) : QString()};
}

} // namespace creel
