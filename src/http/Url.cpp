#include "http/Url.h"

#include "base/Text.h"
#include "http/WireSyntax.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

bool isAlpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error wrong(const char* sentence, qsizetype offset)
{
    return {ErrorCode::Invalid, QCoreApplication::translate("creel", sentence).arg(offset)};
}

const char* const noScheme = QT_TRANSLATE_NOOP("creel", "The URL does not begin with http:// or https:// (byte %1)");
const char* const badCharacter =
    QT_TRANSLATE_NOOP("creel", "The URL has a blank or a control character; write it as %XX (byte %1)");
const char* const badHost = QT_TRANSLATE_NOOP("creel", "The URL has no valid host (byte %1)");
const char* const badPort = QT_TRANSLATE_NOOP("creel", "The port of the URL is not a number from 1 to 65535 (byte %1)");

qsizetype schemeLength(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()
        && (isAlpha(text[at]) || (at > 0 && (isDigit(text[at]) || QByteArrayView("+-.").contains(text[at])))))
        ++at;
    return at;
}

bool isHostName(QByteArrayView host)
{
    for (const char c : host) {
        if (!isAlpha(c) && !isDigit(c) && !QByteArrayView("-._~%!$&'()*+,;=").contains(c))
            return false;
    }
    return !host.isEmpty();
}

bool isIpLiteral(QByteArrayView inner)
{
    bool colon = false;
    for (const char c : inner) {
        colon = colon || c == ':';
        if (!isAlpha(c) && !isDigit(c) && !QByteArrayView(":.%-_~").contains(c))
            return false;
    }
    return colon;
}

/** Host and port of `authority`, which begins at `offset` of the URL. */
std::optional<Error> readAuthority(Url& url, QByteArrayView authority, qsizetype offset)
{
    const qsizetype at = authority.lastIndexOf('@');
    if (at >= 0) {
        url.userinfo = authority.first(at).toByteArray();
        authority = authority.sliced(at + 1);
        offset += at + 1;
    }
    qsizetype hostEnd = 0;
    if (authority.startsWith('[')) {
        hostEnd = authority.indexOf(']') + 1;
        if (hostEnd == 0 || !isIpLiteral(authority.sliced(1, hostEnd - 2)))
            return wrong(badHost, offset);
    } else {
        const qsizetype colon = authority.indexOf(':');
        hostEnd = colon < 0 ? authority.size() : colon;
        if (!isHostName(authority.first(hostEnd)))
            return wrong(badHost, offset);
    }
    url.host = authority.first(hostEnd).toByteArray();
    if (hostEnd == authority.size())
        return std::nullopt;
    if (authority[hostEnd] != ':')
        return wrong(badHost, offset + hostEnd);
    const QByteArrayView port = authority.sliced(hostEnd + 1);
    const qint64 number = wire::parseDecimal(port);
    if (!port.isEmpty() && (number < 1 || number > 65535))
        return wrong(badPort, offset + hostEnd + 1);
    url.portText = port.toByteArray();
    return std::nullopt;
}

} // namespace

Result<Url> Url::parse(QByteArrayView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) <= 0x20 || text[at] == 0x7f)
            return wrong(badCharacter, at);
    }
    Url url;
    const qsizetype scheme = schemeLength(text);
    if (scheme == 0 || !text.sliced(scheme).startsWith("://"))
        return wrong(noScheme, scheme);
    url.scheme = text.first(scheme).toByteArray();
    const qsizetype start = scheme + 3;
    QByteArrayView rest = text.sliced(start);
    if (const qsizetype hash = rest.indexOf('#'); hash >= 0) {
        url.fragment = rest.sliced(hash + 1).toByteArray();
        rest = rest.first(hash);
    }
    if (const qsizetype mark = rest.indexOf('?'); mark >= 0) {
        url.query = rest.sliced(mark + 1).toByteArray();
        rest = rest.first(mark);
    }
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView authority = slash < 0 ? rest : rest.first(slash);
    if (slash >= 0)
        url.path = rest.sliced(slash).toByteArray();
    if (const auto error = readAuthority(url, authority, start))
        return *error;
    return url;
}

quint16 Url::port() const
{
    if (portText && !portText->isEmpty())
        return quint16(wire::parseDecimal(*portText));
    if (equalsIgnoreAsciiCase(scheme, "http"))
        return 80;
    return isSecure() ? 443 : 0;
}

bool Url::isHttp() const
{
    return equalsIgnoreAsciiCase(scheme, "http") || isSecure();
}

bool Url::isSecure() const
{
    return equalsIgnoreAsciiCase(scheme, "https");
}

QByteArray Url::hostName() const
{
    return host.startsWith('[') ? host.sliced(1, host.size() - 2) : host;
}

QByteArray Url::authority() const
{
    return portText ? host + ':' + *portText : host;
}

QByteArray Url::target() const
{
    const QByteArray from = path.isEmpty() ? QByteArray("/") : path;
    return query ? from + '?' + *query : from;
}

QByteArray Url::toBytes() const
{
    QByteArray out = scheme + "://";
    if (userinfo)
        out += *userinfo + '@';
    out += authority() + path;
    if (query)
        out += '?' + *query;
    if (fragment)
        out += '#' + *fragment;
    return out;
}

QByteArray percentDecoded(QByteArrayView text, bool plusIsBlank)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '%' && at + 2 < text.size() && wire::hexValue(text[at + 1]) >= 0
            && wire::hexValue(text[at + 2]) >= 0) {
            out += char(wire::hexValue(text[at + 1]) * 16 + wire::hexValue(text[at + 2]));
            at += 2;
        } else {
            out += plusIsBlank && c == '+' ? ' ' : c;
        }
    }
    return out;
}

QByteArray percentEncoded(QByteArrayView bytes, QByteArrayView keep)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    QByteArray out;
    out.reserve(bytes.size());
    for (const char c : bytes) {
        if (isAlpha(c) || isDigit(c) || QByteArrayView("-._~").contains(c) || keep.contains(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 0xfU];
    }
    return out;
}

} // namespace creel
