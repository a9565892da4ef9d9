#include "receiver/EndpointTable.h"

namespace creel
{

namespace
{

bool covers(QByteArrayView endpointPath, QByteArrayView path)
{
    if (endpointPath.endsWith('/'))
        endpointPath.chop(1);
    return path.startsWith(endpointPath) && (path.size() == endpointPath.size() || path[endpointPath.size()] == '/');
}

QByteArray arrivedUrl(const Request& request)
{
    if (!request.target.startsWith('/') && request.target.contains("://"))
        return request.target;
    return "http://" + request.headers.value("Host").value_or(QByteArray()) + request.target;
}

} // namespace

const EndpointTable::Entry& EndpointTable::match(QByteArrayView path) const
{
    static const Entry catchAll;
    const Entry* best = nullptr;
    for (const Entry& entry : entries) {
        const bool longer = !best || entry.endpoint.path.size() > best->endpoint.path.size();
        if (longer && (entry.endpoint.path == "/" || covers(entry.endpoint.path, path)))
            best = &entry;
    }
    return best ? *best : catchAll;
}

QByteArray verificationUrl(const Endpoint& endpoint, const Request& request)
{
    if (endpoint.publicUrl.isEmpty())
        return arrivedUrl(request);
    QByteArray url = endpoint.publicUrl;
    const QByteArray path = request.path();
    QByteArrayView own = endpoint.path;
    if (own.endsWith('/'))
        own.chop(1);
    QByteArrayView below = path;
    if (covers(endpoint.path, path))
        below = below.sliced(own.size());
    // `/` below an endpoint that catches all is the endpoint itself: the public URL says how its path is written.
    if (below.size() > (own.isEmpty() ? 1 : 0)) {
        if (url.endsWith('/'))
            url.chop(1);
        url += below;
    }
    const QByteArray query = request.query();
    if (!query.isEmpty() && !url.contains('?'))
        url += '?' + query;
    return url;
}

SignedMessage signedMessageOf(const Endpoint& endpoint, const Request& request)
{
    return {request.method, verificationUrl(endpoint, request), request.headers, request.body};
}

} // namespace creel
