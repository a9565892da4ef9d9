#include "exchange/JsonWriter.h"

#include "base/Text.h"

#include <utility>

namespace creel
{
namespace
{

void appendUnit(QByteArray& out, unsigned unit)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[(unit >> unsigned(shift)) & 0xFU];
}

/** Code points that change how a terminal or an editor shows what stands around them. */
bool isUnsafe(unsigned point)
{
    return (point >= 0x7F && point <= 0x9F) || point == 0xAD || point == 0x61C || point == 0x180E
        || (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E)
        || (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || (point >= 0xFFF9 && point <= 0xFFFB);
}

void appendControl(QByteArray& out, unsigned char c)
{
    switch (c) {
    case '\b':
        out += "\\b";
        break;
    case '\f':
        out += "\\f";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        appendUnit(out, c);
    }
}

/** `bytes` are well-formed UTF-8. */
void appendString(QByteArray& out, QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    out += '"';
    for (qsizetype i = 0; i < bytes.size();) {
        const unsigned char c = at(i);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += char(c);
            ++i;
        } else if (c < 0x20) {
            appendControl(out, c);
            ++i;
        } else if (c < 0x7F) {
            out += char(c);
            ++i;
        } else {
            const qsizetype size = c == 0x7F ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
            unsigned point = c == 0x7F ? c : c & (0xFFU >> unsigned(size + 1));
            for (qsizetype k = 1; k < size; ++k)
                point = (point << 6U) | (at(i + k) & 0x3FU);
            if (point < 0x10000 && isUnsafe(point)) {
                appendUnit(out, point);
            } else if (point >= 0xE0000 && point <= 0xE0FFF) {
                appendUnit(out, 0xD800U + ((point - 0x10000U) >> 10U));
                appendUnit(out, 0xDC00U + (point & 0x3FFU));
            } else {
                out += bytes.sliced(i, size);
            }
            i += size;
        }
    }
    out += '"';
}

} // namespace

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out += ',';
    m_needsComma = true;
}

JsonWriter& JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endObject()
{
    m_out += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endArray()
{
    m_out += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::key(QByteArrayView name)
{
    separate();
    appendString(m_out, name);
    m_out += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::text(QByteArrayView bytes)
{
    separate();
    if (isUtf8(bytes))
        appendString(m_out, bytes);
    else
        appendString(m_out, QString::fromLatin1(bytes).toUtf8());
    return *this;
}

JsonWriter& JsonWriter::text(const QString& text)
{
    return this->text(QByteArrayView(text.toUtf8()));
}

JsonWriter& JsonWriter::number(qint64 value)
{
    separate();
    m_out += QByteArray::number(value);
    return *this;
}

JsonWriter& JsonWriter::boolean(bool value)
{
    separate();
    m_out += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null()
{
    separate();
    m_out += "null";
    return *this;
}

JsonWriter& JsonWriter::base64(QByteArrayView bytes)
{
    separate();
    m_out += '"';
    m_out += QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
    m_out += '"';
    return *this;
}

JsonWriter& JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out += json;
    return *this;
}

QByteArray JsonWriter::take()
{
    return std::exchange(m_out, {});
}

} // namespace creel
