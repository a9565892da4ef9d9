#include "delivery/Target.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>

namespace creel
{

namespace
{

Error badUrl(const QByteArray& url, const QString& why)
{
    return {ErrorCode::Invalid,
        QCoreApplication::translate("creel", "%1 is not a URL that can be sent to: %2")
            .arg(toVisible(toText(url)), why)};
}

/** Splits `host:port` and `[v6]:port`; false where it is neither. An absent or empty port leaves `port`. */
bool splitAuthority(const QByteArray& authority, QByteArray& host, quint16& port)
{
    qsizetype colon = -1;
    if (authority.startsWith('[')) {
        const qsizetype close = authority.indexOf(']');
        if (close < 0)
            return false;
        host = authority.mid(1, close - 1);
        if (close + 1 < authority.size()) {
            if (authority[close + 1] != ':')
                return false;
            colon = close + 1;
        }
    } else {
        colon = authority.indexOf(':');
        host = colon < 0 ? authority : authority.left(colon);
    }
    if (colon < 0 || colon + 1 == authority.size())
        return true;
    const QByteArray digits = authority.mid(colon + 1);
    const bool numeric = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    port = digits.toUShort(&ok);
    return numeric && ok && port > 0;
}

} // namespace

bool Target::isLoopback() const
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

Result<Target> Target::parse(const QByteArray& url)
{
    const auto unfit = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; };
    if (std::any_of(url.begin(), url.end(), unfit))
        return badUrl(url,
            QCoreApplication::translate(
                "creel", "it holds blanks or control characters, which must be written as %20."));
    const qsizetype sep = url.indexOf("://");
    const QByteArray scheme = asciiLower(url.left(std::max<qsizetype>(sep, 0)));
    if (scheme != "http" && scheme != "https")
        return badUrl(url, QCoreApplication::translate("creel", "it must begin with http:// or https://."));
    Target target;
    target.tls = scheme == "https";
    target.port = target.tls ? 443 : 80;
    const qsizetype from = sep + 3;
    const auto endOf = [&url](qsizetype start, const char* stops) {
        const auto end = std::find_first_of(url.begin() + start, url.end(), stops, stops + qstrlen(stops));
        return qsizetype(end - url.begin());
    };
    const qsizetype end = endOf(from, "/?#");
    QByteArray authority = url.mid(from, end - from);
    authority = authority.mid(authority.lastIndexOf('@') + 1);
    QByteArray host;
    if (!splitAuthority(authority, host, target.port) || host.isEmpty())
        return badUrl(url, QCoreApplication::translate("creel", "host or port can't be read."));
    target.host =
        host.contains(':') ? QString::fromLatin1(host) : QString::fromLatin1(QUrl::toAce(QString::fromUtf8(host)));
    if (target.host.isEmpty())
        return badUrl(url, QCoreApplication::translate("creel", "its host is not a valid name."));
    target.host = target.host.toLower();
    target.authority = authority.endsWith(':') ? authority.chopped(1) : authority;
    if (std::any_of(authority.begin(), authority.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7f; }))
        target.authority = target.host.toLatin1() + authority.mid(host.size());
    target.origin = url.mid(end, endOf(end, "#") - end);
    if (!target.origin.startsWith('/'))
        target.origin.prepend('/');
    return target;
}

} // namespace creel
