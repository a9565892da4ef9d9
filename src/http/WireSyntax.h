#pragma once

#include "http/ParseFault.h"

#include <QByteArrayView>

namespace creel::wire
{

/** A fault and its place, relative to what was looked at. */
struct Spot {
    ParseFault fault = ParseFault::None;
    qsizetype offset = 0;
    explicit operator bool() const { return fault != ParseFault::None; }
};

bool isTokenChar(char c);
/** The value of a hexadecimal digit, -1 for any other character. */
int hexValue(char c);
/** 1*DIGIT up to 2^63 - 1, else -1. */
qint64 parseDecimal(QByteArrayView text);

/** A copy of `text`; of the words that most messages hold it costs no memory. */
QByteArray wordOf(QByteArrayView text);

/** What is wrong with a request line (given without its CRLF); none where it is right. */
Spot checkRequestLine(QByteArrayView line);
/** Like checkRequestLine, for the status line of a response. */
Spot checkStatusLine(QByteArrayView line);
/** What is wrong with the first field line that is not as RFC 9112, section 5 says. `fields` ends in CRLF. */
Spot checkFieldSyntax(QByteArrayView fields, bool foldAllowed);

/** Which rules of meaning hold for a block of fields. */
enum class Fields { Http10Request, Http11Request, Http10Response, Http11Response, Trailers };

/**
 * What Beast leaves unchecked, or checks otherwise from version to version: Host, Content-Length and Transfer-Encoding.
 * `fields` ends in CRLF; a line that is not a field at all is passed over.
 */
Spot checkFieldMeaning(QByteArrayView fields, Fields kind);

} // namespace creel::wire
