#include "base/Text.h"

#include <QChar>

namespace creel
{
namespace
{

constexpr char32_t ellipsis = 0x2026;

bool isDisguising(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x061C
        || c == 0x00AD || c == 0x180E || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

/** Length of the well-formed UTF-8 sequence at `at` (1 to 4) and its code point, or 0. */
int decodeOne(QByteArrayView bytes, qsizetype at, char32_t& point)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        point = lead;
        return 1;
    }
    const int size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + size > bytes.size())
        return 0;
    char32_t value = lead & (0xFFU >> (size + 1));
    for (int i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80)
            return 0;
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[size] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    point = value;
    return size;
}

void appendVisible(QString& out, char32_t c)
{
    // The pictures of controls (U+2400) would be shorter, but the usual fonts of Debian 12 have none of them
    if (c == '\n')
        out += QChar(char16_t(0x21B5));
    else if (c == '\t')
        out += QChar(char16_t(0x2192));
    else
        out += QStringLiteral("<U+%1>").arg(QString::number(c, 16).toUpper().rightJustified(4, QLatin1Char('0')));
}

} // namespace

bool isUtf8(QByteArrayView bytes)
{
    char32_t point = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const int size = decodeOne(bytes, at, point);
        if (size == 0)
            return false;
        at += size;
    }
    return true;
}

QString toText(QByteArrayView bytes)
{
    return isUtf8(bytes) ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

QString toVisible(QStringView text, qsizetype maxChars, bool keepLines)
{
    QString out;
    out.reserve(qMin(text.size(), maxChars) + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (out.size() >= maxChars) {
            out += QChar(char16_t(ellipsis));
            break;
        }
        const QChar unit = text[i];
        char32_t c = unit.unicode();
        const bool pair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            c = QChar::surrogateToUcs4(unit, text[i + 1]);
        if (keepLines && (c == '\n' || c == '\t'))
            out += unit;
        else if (isControl(c) || isDisguising(c) || (!pair && unit.isSurrogate()))
            appendVisible(out, c);
        else if (pair)
            out += text.sliced(i, 2);
        else
            out += unit;
        if (pair)
            ++i;
    }
    return out;
}

QByteArray toTerminal(QByteArrayView bytes, bool keepLines)
{
    QByteArray out;
    out.reserve(bytes.size() + 16);
    for (qsizetype at = 0; at < bytes.size();) {
        char32_t c = 0;
        const int size = decodeOne(bytes, at, c);
        const bool kept = keepLines && (c == '\n' || c == '\t');
        if (size == 0 || (size == 1 && isControl(c) && !kept))
            out += "\\x" + QByteArray(bytes.sliced(at, 1).toByteArray()).toHex();
        else if (size > 1 && (isControl(c) || isDisguising(c)))
            out += "\\u{" + QByteArray::number(uint(c), 16) + '}';
        else
            out += bytes.sliced(at, size);
        at += size == 0 ? 1 : size;
    }
    return out;
}

QString humanSize(qint64 bytes)
{
    if (bytes < 1024)
        return QStringLiteral("%1 B").arg(bytes);
    static constexpr const char* units[] = {"KB", "MB", "GB", "TB"};
    double size = double(bytes) / 1024;
    int unit = 0;
    for (; size >= 1023.95 && unit < 3; ++unit)
        size /= 1024;
    return QStringLiteral("%1 %2").arg(QString::number(size, 'f', 1), QLatin1String(units[unit]));
}

QByteArray asciiLower(QByteArrayView text)
{
    QByteArray out = text.toByteArray();
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z')
            c = char(c + ('a' - 'A'));
    }
    return out;
}

bool equalsIgnoreAsciiCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

QByteArrayView trimOws(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

} // namespace creel
