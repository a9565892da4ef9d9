#include "http/FormReader.h"

#include "http/Url.h"

namespace creel
{

FormReader::FormReader(QByteArrayView bytes, int maxFields)
    : m_bytes(bytes)
    , m_left(maxFields)
{
}

std::optional<FormField> FormReader::next()
{
    while (m_at < m_bytes.size() && m_bytes[m_at] == '&')
        ++m_at;
    if (m_at >= m_bytes.size())
        return std::nullopt;
    if (m_left == 0) {
        m_limitReached = true;
        return std::nullopt;
    }
    --m_left;
    const qsizetype end = m_bytes.indexOf('&', m_at);
    const QByteArrayView piece = m_bytes.sliced(m_at, (end < 0 ? m_bytes.size() : end) - m_at);
    const qsizetype equals = piece.indexOf('=');
    const QByteArrayView rawName = equals < 0 ? piece : piece.first(equals);
    const QByteArrayView rawValue = equals < 0 ? QByteArrayView() : piece.sliced(equals + 1);
    FormField field{rawName.toByteArray(), rawValue.toByteArray(), percentDecoded(rawName, true),
        percentDecoded(rawValue, true), equals >= 0, m_at};
    m_at += piece.size();
    return field;
}

} // namespace creel
