#include "http/Message.h"

#include <algorithm>
#include <iterator>

namespace creel
{
namespace
{

/** What follows scheme and authority of an absolute-form target (RFC 9112, section 3.2.2), else the target itself. */
QByteArrayView originPart(const QByteArray& target)
{
    const QByteArrayView view(target);
    const qsizetype scheme = target.indexOf("://");
    if (target.startsWith('/') || scheme < 0)
        return view;
    const qsizetype query = target.indexOf('?', scheme + 3);
    const qsizetype slash = target.indexOf('/', scheme + 3);
    if (slash >= 0 && (query < 0 || slash < query))
        return view.sliced(slash);
    return query >= 0 ? view.sliced(query) : QByteArrayView();
}

struct Reason {
    int status;
    const char* phrase;
};

/** RFC 9110, section 15, and the registry that it keeps; in the order of the status. */
constexpr Reason reasons[] = {
    {100, "Continue"},
    {101, "Switching Protocols"},
    {102, "Processing"},
    {103, "Early Hints"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {207, "Multi-Status"},
    {208, "Already Reported"},
    {226, "IM Used"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {305, "Use Proxy"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {424, "Failed Dependency"},
    {425, "Too Early"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {506, "Variant Also Negotiates"},
    {507, "Insufficient Storage"},
    {508, "Loop Detected"},
    {511, "Network Authentication Required"},
};

} // namespace

QByteArray Request::path() const
{
    QByteArrayView view = originPart(target);
    const qsizetype end = view.indexOf('?');
    if (end >= 0)
        view = view.first(end);
    const qsizetype fragment = view.indexOf('#');
    if (fragment >= 0)
        view = view.first(fragment);
    return view.isEmpty() ? QByteArray("/") : view.toByteArray();
}

QByteArray Request::query() const
{
    const QByteArrayView view = originPart(target);
    const qsizetype mark = view.indexOf('?');
    return mark < 0 ? QByteArray() : view.sliced(mark + 1).toByteArray();
}

QByteArray reasonPhrase(int status)
{
    const auto found = std::lower_bound(std::begin(reasons), std::end(reasons), status,
        [](const Reason& reason, int wanted) { return reason.status < wanted; });
    return found != std::end(reasons) && found->status == status ? QByteArray(found->phrase) : QByteArray();
}

} // namespace creel
