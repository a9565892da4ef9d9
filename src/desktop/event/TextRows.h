#pragma once

#include <QByteArray>

#include <vector>

namespace creel
{

/**
 * Cuts bytes into rows for the eye: at each line feed and after `columns` columns as RowText shows them. Every 64th
 * row's offset is kept; the others are found from there, so that 100 MB need little. Grows piece by piece, for the
 * event loop's sake.
 */
class TextRows
{
public:
    struct Row {
        qsizetype offset = 0;
        qsizetype size = 0; ///< with the line feed, where there is one
    };

    void start(const QByteArray& bytes, int columns);
    /** The same bytes with more behind them; rows that are known stay, but for the last ones. */
    void grow(const QByteArray& bytes);
    /** Goes on for about so many bytes; false once everything has rows. */
    bool extend(qsizetype bytes);

    int columns() const { return m_columns; }
    qint64 count() const { return m_count; } ///< so far; at least 1
    bool done() const { return m_scanned == m_bytes.size(); }
    Row row(qint64 number) const;
    /** The row in which a byte stands; the last one for what has no row yet. */
    qint64 rowOf(qsizetype offset) const;

private:
    qsizetype rowEnd(qsizetype offset) const;

    static constexpr qint64 step = 64;
    QByteArray m_bytes;
    int m_columns = 80;
    qint64 m_count = 0;
    qsizetype m_scanned = 0;
    std::vector<qsizetype> m_offsets;
};

} // namespace creel
