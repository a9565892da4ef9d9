#include "http/WireSyntax.h"

#include "base/Text.h"

#include <array>
#include <cstring>
#include <limits>
#include <string_view>
#include <vector>

namespace creel::wire
{
namespace
{

constexpr std::array<bool, 256> charTable(std::string_view others)
{
    std::array<bool, 256> table{};
    for (unsigned c = '0'; c <= '9'; ++c)
        table[c] = true;
    for (unsigned c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = true;
    for (const char c : others)
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr auto tokenChars = charTable("!#$%&'*+-.^_`|~"); // RFC 9110, section 5.6.2
constexpr auto hostChars = charTable("-._~%!$&'()*+,;=:[]"); // RFC 3986, section 3.2.2, and the port's colon

bool isTargetChar(char c)
{
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7f;
}

bool isControlInValue(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

/** The first CR, which can't be the line's own, as a spot. */
Spot bareCr(QByteArrayView line)
{
    const qsizetype at = line.indexOf('\r');
    return at < 0 ? Spot{} : Spot{ParseFault::BareCr, at};
}

Spot checkVersion(QByteArrayView text, qsizetype offset)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 8 || !text.startsWith("HTTP/") || !digit(text[5]) || text[6] != '.' || !digit(text[7]))
        return {ParseFault::BadVersion, offset};
    if (text[5] != '1' || text[7] > '1')
        return {ParseFault::UnsupportedVersion, offset};
    return {};
}

bool isAuthority(QByteArrayView text)
{
    const qsizetype colon = text.lastIndexOf(':');
    return colon > 0 && !text.contains('/') && parseDecimal(text.sliced(colon + 1)) >= 0;
}

bool isAbsolute(QByteArrayView target)
{
    const qsizetype colon = target.indexOf(':');
    const char first = target.front();
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return letter && colon > 0 && target.sliced(colon).startsWith("://");
}

/** The four forms of RFC 9112, section 3.2; characters beyond ASCII are let through, as most servers do. */
bool isTarget(QByteArrayView method, QByteArrayView target)
{
    if (method == QByteArrayView("CONNECT"))
        return isAuthority(target);
    if (target == QByteArrayView("*"))
        return method == QByteArrayView("OPTIONS");
    return target.front() == '/' || isAbsolute(target);
}

Spot checkFieldLine(QByteArrayView line)
{
    if (const Spot cr = bareCr(line))
        return cr;
    qsizetype at = 0;
    while (at < line.size() && isTokenChar(line[at]))
        ++at;
    if (at == line.size())
        return {ParseFault::MissingColon, at};
    if (line[at] != ':') {
        qsizetype next = at;
        while (next < line.size() && (line[next] == ' ' || line[next] == '\t'))
            ++next;
        const bool blank = at > 0 && next > at && next < line.size() && line[next] == ':';
        return {blank ? ParseFault::BlankBeforeColon : ParseFault::BadFieldName, at};
    }
    if (at == 0)
        return {ParseFault::BadFieldName, 0};
    for (++at; at < line.size(); ++at) {
        if (isControlInValue(line[at]))
            return {ParseFault::BadFieldValue, at};
    }
    return {};
}

/** The fields that say where a message ends and whom it is for, as far as they were seen. */
class MeaningCheck
{
public:
    explicit MeaningCheck(Fields kind)
        : m_kind(kind)
    {
    }

    Spot line(QByteArrayView name, QByteArrayView value, qsizetype offset)
    {
        const bool host = equalsIgnoreAsciiCase(name, "Host");
        const bool length = equalsIgnoreAsciiCase(name, "Content-Length");
        const bool transfer = equalsIgnoreAsciiCase(name, "Transfer-Encoding");
        if (m_kind == Fields::Trailers)
            return host || length || transfer ? Spot{ParseFault::FramingInTrailer, offset} : Spot{};
        if (host && isRequest())
            return hostLine(value, offset);
        if (length)
            return lengthLine(value, offset);
        return transfer ? transferLine(value, offset) : Spot{};
    }

    Spot end(qsizetype offset) const
    {
        if (m_kind == Fields::Http11Request && !m_host)
            return {ParseFault::MissingHost, offset};
        return {};
    }

private:
    bool isRequest() const { return m_kind == Fields::Http10Request || m_kind == Fields::Http11Request; }

    Spot hostLine(QByteArrayView value, qsizetype offset)
    {
        if (m_host)
            return {ParseFault::DuplicateHost, offset};
        m_host = true;
        for (const char c : value) {
            if (!hostChars[static_cast<unsigned char>(c)])
                return {ParseFault::BadHost, offset};
        }
        return {};
    }

    Spot lengthLine(QByteArrayView value, qsizetype offset)
    {
        const qint64 length = parseDecimal(value);
        if (length < 0)
            return {ParseFault::BadContentLength, offset};
        if (m_transfer)
            return {ParseFault::LengthAndTransferEncoding, offset};
        if (m_length >= 0 && m_length != length)
            return {ParseFault::DuplicateContentLength, offset};
        m_length = length;
        return {};
    }

    Spot transferLine(QByteArrayView value, qsizetype offset)
    {
        if (m_length >= 0)
            return {ParseFault::LengthAndTransferEncoding, offset};
        if (m_transfer || !equalsIgnoreAsciiCase(value, "chunked"))
            return {ParseFault::BadTransferEncoding, offset};
        if (m_kind == Fields::Http10Request || m_kind == Fields::Http10Response)
            return {ParseFault::TransferEncodingInHttp10, offset};
        m_transfer = true;
        return {};
    }

    Fields m_kind;
    bool m_host = false;
    bool m_transfer = false;
    qint64 m_length = -1;
};

/** Length of the line at `from` without its CRLF; an LF alone does not end it. */
qsizetype lineLength(QByteArrayView fields, qsizetype from)
{
    qsizetype lf = fields.indexOf('\n', from);
    while (lf == from || fields[lf - 1] != '\r')
        lf = fields.indexOf('\n', lf + 1);
    return lf - 1 - from;
}

// Field names as providers write them, methods and values that come again and again.
constexpr std::string_view wordList[] = {"GET", "POST", "PUT", "PATCH", "HEAD", "DELETE", "OPTIONS", "*/*", "Host",
    "host", "Date", "date", "gzip", "Accept", "accept", "Cookie", "Origin", "Expect", "Referer", "Connection",
    "connection", "close", "keep-alive", "User-Agent", "user-agent", "Content-Type", "content-type", "Content-Length",
    "content-length", "Content-Encoding", "content-encoding", "Transfer-Encoding", "transfer-encoding", "chunked",
    "Accept-Encoding", "accept-encoding", "gzip, deflate", "gzip, deflate, br", "Accept-Language", "Authorization",
    "authorization", "Cache-Control", "no-cache", "application/json", "application/json; charset=utf-8",
    "application/x-www-form-urlencoded", "X-Forwarded-For", "x-forwarded-for", "X-Forwarded-Proto", "x-forwarded-proto",
    "X-Forwarded-Host", "x-forwarded-host", "X-Real-IP", "https", "http", "traceparent", "X-Request-Id",
    "Stripe-Signature", "X-GitHub-Event", "X-GitHub-Delivery", "X-GitHub-Hook-ID",
    "X-GitHub-Hook-Installation-Target-ID", "X-GitHub-Hook-Installation-Target-Type", "X-Hub-Signature",
    "X-Hub-Signature-256", "X-Gitlab-Event", "X-Gitlab-Token", "X-Gitlab-Event-UUID", "X-Slack-Signature",
    "X-Slack-Request-Timestamp", "X-Shopify-Topic", "X-Shopify-Hmac-Sha256", "X-Shopify-Shop-Domain",
    "X-Shopify-Webhook-Id", "X-Shopify-API-Version", "webhook-id", "webhook-timestamp", "webhook-signature", "svix-id",
    "svix-timestamp", "svix-signature", "X-Webhook-Signature", "X-Webhook-Timestamp", "X-Webhook-Attempt",
    "X-Event-Key", "X-Twilio-Signature"};

constexpr std::size_t longestWord = 48;
using WordTable = std::array<std::vector<QByteArrayView>, longestWord>;

/** By length: few of one length begin alike. */
const WordTable& wordTable()
{
    static const WordTable table = [] {
        WordTable made;
        for (const std::string_view word : wordList)
            made[word.size()].emplace_back(word.data(), qsizetype(word.size()));
        return made;
    }();
    return table;
}

} // namespace

QByteArray wordOf(QByteArrayView text)
{
    if (std::size_t(text.size()) < longestWord) {
        for (const QByteArrayView word : wordTable()[std::size_t(text.size())]) {
            if (word.front() == text.front() && std::memcmp(word.data(), text.data(), std::size_t(text.size())) == 0)
                return QByteArray::fromRawData(word.data(), word.size()); // lives as long as the program
        }
    }
    return text.toByteArray();
}

bool isTokenChar(char c)
{
    return tokenChars[static_cast<unsigned char>(c)];
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

qint64 parseDecimal(QByteArrayView text)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    qint64 value = 0;
    for (const char c : text) {
        const int digit = c - '0';
        if (digit < 0 || digit > 9 || value > (most - digit) / 10)
            return -1;
        value = value * 10 + digit;
    }
    return text.isEmpty() ? -1 : value;
}

Spot checkRequestLine(QByteArrayView line)
{
    if (const Spot cr = bareCr(line))
        return cr;
    qsizetype at = 0;
    while (at < line.size() && isTokenChar(line[at]))
        ++at;
    const QByteArrayView method = line.first(at);
    if (at == 0 || (at < line.size() && line[at] != ' '))
        return {ParseFault::BadMethod, at};
    const qsizetype start = qMin(at + 1, line.size());
    for (at = start; at < line.size() && isTargetChar(line[at]);)
        ++at;
    if (at == start || (at < line.size() && line[at] != ' '))
        return {ParseFault::BadTarget, at};
    const QByteArrayView target = line.sliced(start, at - start);
    if (at == line.size())
        return {ParseFault::BadVersion, at};
    const QByteArrayView version = line.sliced(at + 1);
    if (line == QByteArrayView("PRI * HTTP/2.0"))
        return {ParseFault::Http2Preface, 0};
    if (const Spot bad = checkVersion(version, at + 1))
        return bad;
    return isTarget(method, target) ? Spot{} : Spot{ParseFault::BadTarget, start};
}

Spot checkStatusLine(QByteArrayView line)
{
    if (const Spot cr = bareCr(line))
        return cr;
    if (const Spot bad = checkVersion(line.first(qMin(line.size(), 8)), 0))
        return bad;
    for (qsizetype at = 8; at < 13; ++at) {
        // Many servers leave out the blank before an empty reason; it is taken all the same.
        if (at == 12 && line.size() == 12)
            break;
        const bool blank = at == 8 || at == 12;
        if (at >= line.size() || (blank ? line[at] != ' ' : line[at] < '0' || line[at] > '9'))
            return {ParseFault::BadStatusLine, qMin(at, line.size())};
    }
    if (line[9] < '1')
        return {ParseFault::BadStatusLine, 9};
    for (qsizetype at = 13; at < line.size(); ++at) {
        if (isControlInValue(line[at]))
            return {ParseFault::BadStatusLine, at};
    }
    return {};
}

Spot checkFieldSyntax(QByteArrayView fields, bool foldAllowed)
{
    for (qsizetype from = 0; from < fields.size();) {
        const qsizetype length = lineLength(fields, from);
        QByteArrayView line = fields.sliced(from, length);
        const bool folded = foldAllowed && !line.isEmpty() && (line.front() == ' ' || line.front() == '\t');
        if (folded) {
            for (qsizetype at = 0; at < length; ++at) {
                if (isControlInValue(line[at]))
                    return {line[at] == '\r' ? ParseFault::BareCr : ParseFault::BadFieldValue, from + at};
            }
        } else if (!line.isEmpty()) {
            if (const Spot bad = checkFieldLine(line))
                return {bad.fault, from + bad.offset};
        }
        from += length + 2;
    }
    return {};
}

Spot checkFieldMeaning(QByteArrayView fields, Fields kind)
{
    MeaningCheck check(kind);
    Spot first;
    qsizetype from = 0;
    while (from < fields.size() && !first) {
        const qsizetype length = lineLength(fields, from);
        const QByteArrayView line = fields.sliced(from, length);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            first = check.line(line.first(colon), trimOws(line.sliced(colon + 1)), from);
        from += length + 2;
    }
    return first ? first : check.end(fields.size() - 2);
}

} // namespace creel::wire
