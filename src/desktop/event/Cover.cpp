#include "desktop/event/Cover.h"

#include "signature/Verdict.h"

#include <algorithm>
#include <utility>

namespace creel
{
namespace
{

constexpr qsizetype shortest = 4; ///< a shorter value would be found all over the place

} // namespace

Cover::Cover(const EventDetail& detail, const QByteArray& body, const std::optional<Mask>& mask)
    : m_detail(detail)
    , m_mask(mask)
{
    auto request = std::make_shared<Request>(detail.request ? *detail.request : Request());
    request->body = body;
    m_head.head = request->head;
    m_head.headers = request->headers;
    m_head.trailers = request->trailers;
    m_detail.request = std::move(request);
    if (!m_mask)
        return;
    Mask::Count again; // the same values as below
    m_head.head = m_mask->head(m_head.head, again);
    m_head.headers = m_mask->headers(m_head.headers, again);
    m_head.trailers = m_mask->headers(m_head.trailers, again);
    Mask::Count count;
    count.seen = &m_seen;
    EventDetail covered = m_mask->event(m_detail, count);
    covered.row.bodySize = detail.row.bodySize;
    m_values = count.values;
    if (covered.request->body == body) { // one copy of it is enough
        auto same = std::make_shared<Request>(*covered.request);
        same->body = body;
        covered.request = std::move(same);
    }
    m_detail = std::move(covered);
    m_seen.removeIf([](const QByteArray& value) { return value.size() < shortest; });
    std::sort(m_seen.begin(), m_seen.end());
    m_seen.erase(std::unique(m_seen.begin(), m_seen.end()), m_seen.end());
    std::stable_sort(
        m_seen.begin(), m_seen.end(), [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
}

QByteArray Cover::text(QByteArray bytes) const
{
    for (const QByteArray& value : m_seen)
        bytes.replace(value, m_mask->placeholder(value));
    return bytes;
}

Verification Cover::verification(Verification verification, bool secretIsSignature) const
{
    if (!m_mask)
        return verification;
    if (verification.signedContent)
        verification.signedContent = text(std::move(*verification.signedContent));
    if (verification.received)
        verification.received = text(std::move(*verification.received));
    if (verification.expected) {
        QByteArray covered = text(*verification.expected);
        if (secretIsSignature && covered == *verification.expected)
            covered = m_mask->placeholder(covered);
        verification.expected = std::move(covered);
    }
    return verification;
}

} // namespace creel
