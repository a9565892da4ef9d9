#pragma once

#include "desktop/theme/Theme.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace creel
{

/** A stretch of a row in one color. */
struct RowColor {
    int from = 0; ///< UTF-16 position in the row's text
    int size = 0;
    ColorRole role = ColorRole::Text;
};

/**
 * The text that stands for some bytes on the screen, and which byte each character stands for. Controls, direction
 * marks and bytes that are not UTF-8 are visible; with `marks` also blanks, tabs and line feeds.
 */
struct RowText {
    QString text;
    std::vector<qsizetype> byteOf; ///< for each UTF-16 unit, and one more for the end: offset in the whole
    std::vector<RowColor> colors;

    int charOf(qsizetype byte) const; ///< first character at or behind a byte
};

/** `offset`, `size`: the row in `bytes`. */
RowText textRow(const QByteArray& bytes, qsizetype offset, qsizetype size, bool marks);
/** `00000010  7b 22 69 64 ...  {"id`: 16 bytes. */
RowText hexRow(const QByteArray& bytes, qsizetype offset);
/** Colors the tokens of JSON that was laid out in lines, so that no string goes over a line feed. */
void colorJson(const QByteArray& bytes, qsizetype offset, RowText& row);

/** How many characters a row of hex has, and where its parts start. */
namespace hexLayout
{
inline constexpr int bytesInRow = 16;
inline constexpr int pairs = 10;
inline constexpr int letters = 61;
inline constexpr int width = letters + bytesInRow;
/** The column of byte `index` of a row, with the gap in the middle. */
constexpr int pairColumn(int index)
{
    return pairs + index * 3 + (index >= 8 ? 1 : 0);
}
} // namespace hexLayout

/** Where `needle` next stands in `bytes` (ASCII letters in any case), around the end; -1 where it does not. */
qsizetype findBytes(
    const QByteArray& bytes, const QByteArray& needle, qsizetype from, bool backward, const class StopToken& stop);

} // namespace creel
