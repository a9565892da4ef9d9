#include "payload/JsonScan.h"

#include <QVarLengthArray>

#include <cstring>

namespace creel
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/** The four digits at `at`, or -1. */
int hex4(const char* at, const char* end)
{
    if (end - at < 4)
        return -1;
    int value = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

bool isHigh(int unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}
bool isLow(int unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

constexpr quint64 repeated(quint8 byte)
{
    return 0x0101010101010101ULL * byte;
}
constexpr quint64 hasZero(quint64 word)
{
    return (word - repeated(1)) & ~word & repeated(0x80);
}

/** True when none of eight bytes is a quote, a backslash, a control character or (if asked) outside ASCII. */
bool allPlain(const char* at, bool asciiOnly)
{
    quint64 word = 0;
    std::memcpy(&word, at, sizeof word);
    quint64 found = hasZero(word ^ repeated('"')) | hasZero(word ^ repeated('\\'));
    found |= (word - repeated(0x20)) & ~word & repeated(0x80);
    if (asciiOnly)
        found |= word & repeated(0x80);
    return found == 0;
}

void appendUtf8(QByteArray& out, int code)
{
    const auto put = [&out](int byte) { out.append(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

char plainEscape(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return letter;
    }
}

} // namespace

int utf8Length(const char* at, const char* end)
{
    const auto byte = [at](int i) { return static_cast<quint8>(at[i]); };
    const auto follows = [&](int count) {
        if (end - at <= count)
            return false;
        for (int i = 1; i <= count; ++i) {
            if ((byte(i) & 0xC0) != 0x80)
                return false;
        }
        return true;
    };
    if (at >= end)
        return 0;
    const quint8 first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(2) || (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F))
            return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(3) || (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

std::optional<JsonKind> jsonKindOf(char first)
{
    switch (first) {
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case '"':
        return JsonKind::String;
    case 't':
        return JsonKind::True;
    case 'f':
        return JsonKind::False;
    case 'n':
        return JsonKind::Null;
    default:
        if (first == '-' || isDigit(first))
            return JsonKind::Number;
        return std::nullopt;
    }
}

qsizetype jsonStart(QByteArrayView document)
{
    return document.startsWith(QByteArrayView("\xEF\xBB\xBF")) ? 3 : 0;
}

QByteArray jsonUnescape(QByteArrayView content)
{
    QByteArray out;
    out.reserve(content.size());
    const char* at = content.begin();
    const char* const end = content.end();
    while (at < end) {
        const auto* slash = static_cast<const char*>(std::memchr(at, '\\', static_cast<size_t>(end - at)));
        const char* const stop = slash ? slash : end;
        out.append(at, stop - at);
        at = stop;
        if (end - at < 2)
            break;
        const char letter = at[1];
        at += 2;
        if (letter != 'u') {
            out.append(plainEscape(letter));
            continue;
        }
        int code = hex4(at, end);
        if (code < 0)
            break;
        at += 4;
        if (isHigh(code) && end - at >= 6 && at[0] == '\\' && at[1] == 'u') {
            const int low = hex4(at + 2, end);
            if (isLow(low)) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                at += 6;
            }
        }
        appendUtf8(out, code);
    }
    return out;
}

void JsonScan::skipBlanks()
{
    while (m_pos < m_end && (*m_pos == ' ' || *m_pos == '\n' || *m_pos == '\r' || *m_pos == '\t'))
        ++m_pos;
}

bool JsonScan::take(char c)
{
    if (failed())
        return false;
    skipBlanks();
    if (m_pos == m_end || *m_pos != c)
        return false;
    ++m_pos;
    return true;
}

bool JsonScan::fail(JsonFault fault)
{
    if (m_fault == JsonFault::None)
        m_fault = fault;
    return false;
}

bool JsonScan::skipEscape()
{
    if (m_end - m_pos < 2) {
        m_pos = m_end;
        return fail(JsonFault::CutOff);
    }
    const char letter = m_pos[1];
    if (letter != 'u') {
        if (!std::strchr("\"\\/bfnrt", letter) || letter == '\0')
            return fail(JsonFault::BadEscape);
        m_pos += 2;
        return true;
    }
    const int code = hex4(m_pos + 2, m_end);
    if (code < 0)
        return fail(JsonFault::BadEscape);
    const bool paired =
        isHigh(code) && m_end - m_pos >= 12 && m_pos[6] == '\\' && m_pos[7] == 'u' && isLow(hex4(m_pos + 8, m_end));
    if (m_strictText && !paired && (isHigh(code) || isLow(code)))
        return fail(JsonFault::LoneSurrogate);
    m_pos += paired ? 12 : 6;
    return true;
}

bool JsonScan::skipString()
{
    if (failed())
        return false;
    ++m_pos; // the quote
    for (;;) {
        while (m_end - m_pos >= 8 && allPlain(m_pos, m_strictText))
            m_pos += 8;
        if (m_pos == m_end)
            return fail(JsonFault::CutOff);
        const auto byte = static_cast<quint8>(*m_pos);
        if (byte == '"') {
            ++m_pos;
            return true;
        }
        if (byte == '\\') {
            if (!skipEscape())
                return false;
        } else if (byte < 0x20) {
            return fail(JsonFault::ControlInString);
        } else if (m_strictText && byte >= 0x80) {
            const int length = utf8Length(m_pos, m_end);
            if (length == 0)
                return fail(JsonFault::InvalidUtf8);
            m_pos += length;
        } else {
            ++m_pos;
        }
    }
}

bool JsonScan::skipNumber()
{
    const char* at = m_pos;
    const auto digits = [&] {
        if (at == m_end || !isDigit(*at)) {
            const bool cut = at == m_end;
            m_pos = at;
            return fail(cut ? JsonFault::CutOff : JsonFault::BadNumber);
        }
        while (at < m_end && isDigit(*at))
            ++at;
        return true;
    };
    if (*at == '-')
        ++at;
    if (at < m_end && *at == '0') {
        ++at;
        if (at < m_end && isDigit(*at)) {
            m_pos = at;
            return fail(JsonFault::BadNumber); // a leading zero
        }
    } else if (!digits()) {
        return false;
    }
    if (at < m_end && *at == '.') {
        ++at;
        if (!digits())
            return false;
    }
    if (at < m_end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at < m_end && (*at == '+' || *at == '-'))
            ++at;
        if (!digits())
            return false;
    }
    m_pos = at;
    return true;
}

bool JsonScan::skipLiteral(QByteArrayView word)
{
    for (const char letter : word) {
        if (m_pos == m_end)
            return fail(JsonFault::CutOff);
        if (*m_pos != letter)
            return fail(JsonFault::BadLiteral);
        ++m_pos;
    }
    return true;
}

bool JsonScan::skipScalar()
{
    switch (*m_pos) {
    case '"':
        return skipString();
    case 't':
        return skipLiteral("true");
    case 'f':
        return skipLiteral("false");
    case 'n':
        return skipLiteral("null");
    default:
        return skipNumber();
    }
}

std::optional<JsonSpan> JsonScan::readKey()
{
    if (failed())
        return std::nullopt;
    skipBlanks();
    const qsizetype start = position();
    if (peek() != '"') {
        fail(atEnd() ? JsonFault::CutOff : JsonFault::KeyExpected);
        return std::nullopt;
    }
    if (!skipString())
        return std::nullopt;
    const qsizetype size = position() - start;
    if (!take(':')) {
        fail(atEnd() ? JsonFault::CutOff : JsonFault::ColonExpected);
        return std::nullopt;
    }
    return JsonSpan{JsonKind::String, start, size};
}

std::optional<JsonSpan> JsonScan::readValue(int depth)
{
    if (failed())
        return std::nullopt;
    skipBlanks();
    const std::optional<JsonKind> kind = jsonKindOf(peek());
    if (!kind) {
        fail(atEnd() ? JsonFault::CutOff : JsonFault::BadValue);
        return std::nullopt;
    }
    const qsizetype start = position();
    const bool container = *kind == JsonKind::Object || *kind == JsonKind::Array;
    if (!(container ? skipContainer(depth) : skipScalar()))
        return std::nullopt;
    return JsonSpan{*kind, start, position() - start};
}

bool JsonScan::skipContainer(int depth)
{
    std::array<bool, jsonMaxDepth> objects; // one for each open container
    int open = 0;
    for (;;) {
        // A value starts here.
        if (m_untilLook-- == 0 && m_stop.stopRequested())
            return fail(JsonFault::Stopped);
        const char first = peek();
        if (first == '{' || first == '[') {
            if (depth + open >= jsonMaxDepth)
                return fail(JsonFault::TooDeep);
            objects[static_cast<size_t>(open++)] = first == '{';
            ++m_pos;
            if (!take(first == '{' ? '}' : ']')) {
                if (first == '{' && !readKey())
                    return false;
                skipBlanks();
                continue;
            }
            --open;
        } else if (!jsonKindOf(first)) {
            return fail(atEnd() ? JsonFault::CutOff : JsonFault::BadValue);
        } else if (!skipScalar()) {
            return false;
        }
        // A value ended here: close what closes, then go on after the comma.
        while (open > 0 && !take(',')) {
            if (!endOfValue(objects[static_cast<size_t>(open - 1)]))
                return false;
            --open;
        }
        if (open == 0)
            return true;
        skipBlanks();
        if (peek() == '}' || peek() == ']')
            return fail(JsonFault::TrailingComma);
        if (objects[static_cast<size_t>(open - 1)] && !readKey())
            return false;
        skipBlanks();
    }
}

bool JsonScan::endOfValue(bool object)
{
    if (take(object ? '}' : ']'))
        return true;
    if (atEnd())
        return fail(JsonFault::CutOff);
    return fail(peek() == '}' || peek() == ']' ? JsonFault::ClosingMismatch : JsonFault::CommaExpected);
}

} // namespace creel
