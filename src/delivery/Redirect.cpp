#include "delivery/Redirect.h"

#include "base/Text.h"
#include "delivery/Target.h"

#include <QUrl>

#include <algorithm>

namespace creel
{

namespace
{

bool isBodyField(const QByteArray& lowerName)
{
    return lowerName.startsWith("content-") || lowerName == "transfer-encoding" || lowerName == "trailer"
        || lowerName == "expect";
}

/** The head with another target and Host, and as GET without what describes a body where `asGet`. */
QByteArray rewriteHead(const QByteArray& head, const Target& target, bool asGet)
{
    const qsizetype lineEnd = head.indexOf("\r\n");
    const QList<QByteArray> words = head.left(lineEnd).split(' ');
    QByteArray out = (asGet ? QByteArray("GET") : words.first()) + ' ' + target.origin + ' ' + words.last() + "\r\n";
    for (qsizetype from = lineEnd + 2; from < head.size();) {
        const qsizetype end = head.indexOf("\r\n", from);
        if (end <= from)
            break;
        const QByteArray line = head.mid(from, end - from);
        from = end + 2;
        const QByteArray name = asciiLower(line.left(line.indexOf(':'))).trimmed();
        if (name == "host")
            out += line.left(line.indexOf(':')) + ": " + target.authority + "\r\n";
        else if (!asGet || !isBodyField(name))
            out += line + "\r\n";
    }
    return out + "\r\n";
}

} // namespace

std::optional<HttpRequest> redirected(const HttpRequest& request, const Response& response)
{
    const int status = response.status;
    const std::optional<QByteArray> location = response.headers.value("Location");
    const bool known = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    if (!known || !location || location->isEmpty() || !request.head.contains("\r\n"))
        return std::nullopt;
    const QUrl url = QUrl::fromEncoded(request.url).resolved(QUrl::fromEncoded(*location));
    const QByteArray next = url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    const Result<Target> from = Target::parse(request.url);
    const Result<Target> to = Target::parse(next);
    if (!from || !to || !from->sameHost(*to) || (from->tls && !to->tls))
        return std::nullopt;
    const QByteArray method = request.head.left(request.head.indexOf(' '));
    const bool asGet = (status == 303 && method != "GET" && method != "HEAD")
        || ((status == 301 || status == 302) && method == "POST");
    HttpRequest again = request;
    again.url = next;
    again.head = rewriteHead(request.head, *to, asGet);
    if (asGet)
        again.body.clear();
    return again;
}

} // namespace creel
