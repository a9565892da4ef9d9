#include "delivery/Target.h"

#include "base/Text.h"
#include "http/Url.h"

#include <QCoreApplication>
#include <QHostAddress>

namespace creel
{

bool Target::isLoopback() const
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

Result<Target> Target::parse(const QByteArray& url)
{
    const Result<Url> parsed = Url::parse(url);
    if (!parsed)
        return parsed.error();
    if (!parsed->isHttp() || parsed->host.isEmpty() || parsed->port() == 0)
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate(
                "creel", "%1 is not a URL that can be sent to. It must begin with http:// or https:// and a host.")
                .arg(toVisible(toText(url)))};
    Target target;
    target.tls = parsed->isSecure();
    target.port = parsed->port();
    target.host = QString::fromLatin1(parsed->hostName()).toLower();
    target.authority = parsed->authority();
    target.origin = parsed->target();
    return target;
}

} // namespace creel
