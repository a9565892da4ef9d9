#include "desktop/event/RowText.h"

#include "base/StopToken.h"
#include "base/Text.h"
#include "payload/JsonScan.h"

#include <algorithm>

namespace creel
{

namespace
{

/** How far back the start of a line is looked for when a row is colored. */
constexpr qsizetype lookBack = 16 * 1024;

void append(RowText& row, const QString& text, qsizetype byte, ColorRole role = ColorRole::Text)
{
    if (role != ColorRole::Text)
        row.colors.push_back({static_cast<int>(row.text.size()), static_cast<int>(text.size()), role});
    row.text += text;
    row.byteOf.insert(row.byteOf.end(), static_cast<size_t>(text.size()), byte);
}

/** A blank, tab or line end as it is shown: a mark, or what it is. */
bool appendBlank(RowText& row, char byte, qsizetype at, bool marks)
{
    switch (byte) {
    case ' ':
        if (marks)
            append(row, QString(QChar(0x00B7)), at, ColorRole::JsonHint);
        else
            append(row, QStringLiteral(" "), at);
        return true;
    case '\t':
        if (marks)
            append(row, QString(QChar(0x2192)), at, ColorRole::JsonHint);
        else
            append(row, QStringLiteral("    "), at);
        return true;
    case '\n':
        if (marks)
            append(row, QString(QChar(0x21B5)), at, ColorRole::JsonHint);
        return true;
    default:
        return false;
    }
}

ColorRole literalRole(char first)
{
    return first == '-' || (first >= '0' && first <= '9') ? ColorRole::JsonNumber : ColorRole::Accent;
}

bool isPunctuation(char c)
{
    return QByteArrayView("{}[],: \t\r\n").contains(c);
}

/** The end of a token that starts at `at`, at most `end`. */
qsizetype tokenEnd(const QByteArray& bytes, qsizetype at, qsizetype end)
{
    if (bytes.at(at) != '"') {
        while (at < end && !isPunctuation(bytes.at(at)) && bytes.at(at) != '"')
            ++at;
        return at;
    }
    for (++at; at < end; ++at) {
        if (bytes.at(at) == '\\')
            ++at;
        else if (bytes.at(at) == '"')
            return at + 1;
    }
    return std::min(at, end);
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool matches(const char* at, const QByteArray& lowered)
{
    return std::equal(lowered.begin(), lowered.end(), at, [](char a, char b) { return a == lower(b); });
}

} // namespace

int RowText::charOf(qsizetype byte) const
{
    const auto found = std::lower_bound(byteOf.begin(), byteOf.end(), byte);
    return static_cast<int>(std::min<std::ptrdiff_t>(found - byteOf.begin(), text.size()));
}

RowText textRow(const QByteArray& bytes, qsizetype offset, qsizetype size, bool marks)
{
    RowText row;
    const char* const start = bytes.constData();
    const char* const end = start + offset + size;
    for (const char* at = start + offset; at < end;) {
        const qsizetype place = at - start;
        const auto byte = static_cast<quint8>(*at);
        if (byte > 0x20 && byte < 0x7F) {
            append(row, QString(QLatin1Char(*at)), place);
            ++at;
            continue;
        }
        if (appendBlank(row, *at, place, marks)) {
            ++at;
            continue;
        }
        if (byte == '\r' && !marks && at + 1 < end && at[1] == '\n') {
            ++at; // the line end of the other half of the world
            continue;
        }
        const int length = utf8Length(at, end);
        // Few fonts for code have the pictures of controls: an escape can be read with any
        if (length == 0 || byte < 0x20 || byte == 0x7F) {
            append(row,
                byte == '\r' ? QStringLiteral("\\r") : QStringLiteral("\\x%1").arg(byte, 2, 16, QLatin1Char('0')),
                place, ColorRole::Malformed);
            ++at;
            continue;
        }
        const QString plain = QString::fromUtf8(at, length);
        const QString visible = toVisible(plain);
        append(row, visible, place, visible == plain ? ColorRole::Text : ColorRole::Malformed);
        at += length;
    }
    row.byteOf.push_back(offset + size);
    return row;
}

RowText hexRow(const QByteArray& bytes, qsizetype offset)
{
    RowText row;
    const int count = static_cast<int>(std::min<qsizetype>(hexLayout::bytesInRow, bytes.size() - offset));
    append(row, QStringLiteral("%1  ").arg(offset, 8, 16, QLatin1Char('0')), offset, ColorRole::Secondary);
    const auto byteAt = [&](int i) { return static_cast<quint8>(bytes.at(offset + i)); };
    for (int i = 0; i < count; ++i) {
        if (i == 8)
            append(row, QStringLiteral(" "), offset + i);
        append(row, QStringLiteral("%1 ").arg(byteAt(i), 2, 16, QLatin1Char('0')), offset + i,
            byteAt(i) == 0 ? ColorRole::Secondary : ColorRole::Text);
    }
    append(row, QString(hexLayout::letters - row.text.size(), QLatin1Char(' ')), offset + count);
    for (int i = 0; i < count; ++i) {
        const bool printable = byteAt(i) >= 0x20 && byteAt(i) < 0x7F;
        append(row, printable ? QString(QLatin1Char(bytes.at(offset + i))) : QString(QChar(0x00B7)), offset + i,
            printable ? ColorRole::JsonString : ColorRole::Secondary);
    }
    row.byteOf.push_back(offset + count);
    return row;
}

void colorJson(const QByteArray& bytes, qsizetype offset, RowText& row)
{
    const qsizetype end = row.byteOf.back();
    const qsizetype limit = std::max<qsizetype>(0, offset - lookBack);
    qsizetype line = offset;
    while (line > limit && bytes.at(line - 1) != '\n')
        --line;
    const auto color = [&](qsizetype from, qsizetype to, ColorRole role) {
        const int first = row.charOf(std::max(from, offset));
        const int last = row.charOf(std::min(to, end));
        if (last > first)
            row.colors.insert(row.colors.begin(), {first, last - first, role});
    };
    if (line > 0 && bytes.at(line - 1) != '\n') {
        color(offset, end, ColorRole::JsonString); // deep inside one long string
        return;
    }
    for (qsizetype at = line; at < end;) {
        if (isPunctuation(bytes.at(at))) {
            ++at;
            continue;
        }
        const qsizetype stop = tokenEnd(bytes, at, end);
        const bool string = bytes.at(at) == '"';
        // In this layout a colon stands right behind a name.
        const bool name = string && stop < bytes.size() && bytes.at(stop) == ':';
        if (stop > offset)
            color(at, stop, name ? ColorRole::JsonName : string ? ColorRole::JsonString : literalRole(bytes.at(at)));
        at = std::max(stop, at + 1);
    }
}

qsizetype findBytes(
    const QByteArray& bytes, const QByteArray& needle, qsizetype from, bool backward, const StopToken& stop)
{
    const qsizetype last = bytes.size() - needle.size();
    if (needle.isEmpty() || last < 0)
        return -1;
    const QByteArray wanted = asciiLower(needle);
    const char* const start = bytes.constData();
    const qsizetype total = last + 1;
    qsizetype at = std::clamp<qsizetype>(from, 0, last);
    if (from > last || from < 0)
        at = backward ? last : 0;
    for (qsizetype tried = 0; tried < total; ++tried) {
        if (lower(start[at]) == wanted.at(0) && matches(start + at, wanted))
            return at;
        at = backward ? (at == 0 ? last : at - 1) : (at == last ? 0 : at + 1);
        if ((tried & 0xFFFFF) == 0 && stop.stopRequested())
            return -1;
    }
    return -1;
}

} // namespace creel
