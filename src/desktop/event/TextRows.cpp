#include "desktop/event/TextRows.h"

#include "payload/JsonScan.h"

#include <algorithm>

namespace creel
{

void TextRows::start(const QByteArray& bytes, int columns)
{
    m_bytes = bytes;
    m_columns = std::max(columns, 8);
    m_count = 0;
    m_scanned = 0;
    m_offsets.clear();
    if (bytes.isEmpty()) {
        m_offsets.push_back(0);
        m_count = 1;
    }
}

void TextRows::grow(const QByteArray& bytes)
{
    m_bytes = bytes;
    if (m_offsets.empty())
        return;
    // The last row may go on in the new bytes: back to the last mark.
    m_scanned = m_offsets.back();
    m_offsets.pop_back();
    m_count = static_cast<qint64>(m_offsets.size()) * step;
}

qsizetype TextRows::rowEnd(qsizetype offset) const
{
    const char* at = m_bytes.constData() + offset;
    const char* const end = m_bytes.constData() + m_bytes.size();
    for (int column = 0; column < m_columns && at < end; ++column) {
        if (*at == '\n')
            return at + 1 - m_bytes.constData();
        at += static_cast<quint8>(*at) < 0x80 ? 1 : std::max(utf8Length(at, end), 1);
    }
    // A line feed right behind a full row belongs to it.
    if (at < end && *at == '\n')
        ++at;
    return at - m_bytes.constData();
}

bool TextRows::extend(qsizetype bytes)
{
    const qsizetype until = std::min(m_bytes.size(), m_scanned + bytes);
    while (m_scanned < until) {
        if (m_count % step == 0)
            m_offsets.push_back(m_scanned);
        m_scanned = rowEnd(m_scanned);
        ++m_count;
    }
    return !done();
}

TextRows::Row TextRows::row(qint64 number) const
{
    if (number < 0 || number >= m_count)
        return {m_bytes.size(), 0};
    qsizetype offset = m_offsets[static_cast<size_t>(number / step)];
    for (qint64 i = number % step; i > 0; --i)
        offset = rowEnd(offset);
    return {offset, m_bytes.isEmpty() ? 0 : rowEnd(offset) - offset};
}

qint64 TextRows::rowOf(qsizetype offset) const
{
    if (m_offsets.empty())
        return 0;
    const auto after = std::upper_bound(m_offsets.begin(), m_offsets.end(), offset);
    const qint64 mark = std::max<qint64>(after - m_offsets.begin() - 1, 0);
    qint64 number = mark * step;
    qsizetype at = m_offsets[static_cast<size_t>(mark)];
    while (number + 1 < m_count) {
        const qsizetype end = rowEnd(at);
        if (offset < end)
            break;
        at = end;
        ++number;
    }
    return number;
}

} // namespace creel
