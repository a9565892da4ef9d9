#include "http/Message.h"

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

} // namespace creel
