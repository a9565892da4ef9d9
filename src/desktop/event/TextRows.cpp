#include "desktop/event/TextRows.h"

#include "base/Text.h"
#include "payload/JsonScan.h"

#include <algorithm>

namespace creel
{

namespace
{

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

/** The columns that a character takes; `length` 0: a byte that is not UTF-8. Escapes are longer than what they stand
 * for. */
int columnsOf(const char* at, int length)
{
    const auto byte = static_cast<quint8>(*at);
    if (length <= 1) {
        if (byte == '\t')
            return 4;
        if (byte == '\r')
            return 2;
        return length == 0 || byte < 0x20 || byte == 0x7F ? 4 : 1;
    }
    // Letters of Latin, Greek, Cyrillic and the like, without a look at each
    if ((byte >= 0xC3 && byte <= 0xCB) || (byte >= 0xCE && byte <= 0xD6))
        return 1;
    const QString text = QString::fromUtf8(at, length);
    const char32_t c = text.at(0).isHighSurrogate() && text.size() > 1 ? QChar::surrogateToUcs4(text.at(0), text.at(1))
                                                                       : text.at(0).unicode();
    return isWide(c) ? 2 : static_cast<int>(toVisible(text).size());
}

} // namespace

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
    const char* const start = m_bytes.constData() + offset;
    const char* at = start;
    const char* const end = m_bytes.constData() + m_bytes.size();
    for (int column = 0; at < end;) {
        const auto byte = static_cast<quint8>(*at);
        if (byte == '\n')
            return at + 1 - m_bytes.constData();
        const bool plain = byte >= 0x20 && byte < 0x7F;
        const int length = plain ? 1 : utf8Length(at, end);
        // The CR of a line end takes no room
        const bool lineEnd = byte == '\r' && at + 1 < end && at[1] == '\n';
        column += plain ? 1 : lineEnd ? 0 : columnsOf(at, length);
        if (column > m_columns && at > start)
            break;
        at += std::max(length, 1);
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
