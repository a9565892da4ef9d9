#include "store/Endpoint.h"

namespace creel
{
namespace
{

bool covers(QByteArrayView endpoint, QByteArrayView path)
{
    if (endpoint.endsWith('/'))
        return path.startsWith(endpoint) || path == endpoint.chopped(1);
    return path.startsWith(endpoint) && (path.size() == endpoint.size() || path[endpoint.size()] == '/');
}

} // namespace

int matchEndpoint(const std::vector<Endpoint>& endpoints, QByteArrayView path)
{
    int best = -1;
    int root = -1;
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        const QByteArray& candidate = endpoints[i].path;
        if (candidate == "/")
            root = int(i);
        else if (covers(candidate, path) && (best < 0 || candidate.size() > endpoints[std::size_t(best)].path.size()))
            best = int(i);
    }
    return best >= 0 ? best : root;
}

} // namespace creel
