#include "signature/diagnosis/JsonLayout.h"

#include "payload/JsonScan.h"

#include <QString>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int maxDepth = 200;

char32_t decodeAt(QByteArrayView text, qsizetype at, int size)
{
    const auto byte = [&](qsizetype i) { return char32_t(static_cast<unsigned char>(text[i])); };
    switch (size) {
    case 2:
        return ((byte(at) & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU);
    case 3:
        return ((byte(at) & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU);
    case 4:
        return ((byte(at) & 0x07U) << 18U) | ((byte(at + 1) & 0x3FU) << 12U) | ((byte(at + 2) & 0x3FU) << 6U)
            | (byte(at + 3) & 0x3FU);
    default:
        return byte(at);
    }
}

void appendUnit(QByteArray& out, unsigned unit, bool upper)
{
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[(unit >> unsigned(shift)) & 0xFU];
}

void appendEscaped(QByteArray& out, char32_t c, bool upper)
{
    if (c >= 0x10000) {
        appendUnit(out, QChar::highSurrogate(c), upper);
        appendUnit(out, QChar::lowSurrogate(c), upper);
    } else {
        appendUnit(out, unsigned(c), upper);
    }
}

bool isHtml(char32_t c)
{
    return c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029;
}

bool wantsEscape(char32_t c, JsonLayout::Unicode unicode)
{
    switch (unicode) {
    case JsonLayout::Unicode::Escaped:
    case JsonLayout::Unicode::EscapedUpper:
        return c >= 0x7F;
    case JsonLayout::Unicode::EscapedHtml:
        return isHtml(c);
    case JsonLayout::Unicode::EscapedGson:
        return isHtml(c) || c == '=' || c == '\'';
    case JsonLayout::Unicode::EscapedHtmlQuotes:
        return c >= 0x7F || isHtml(c) || c == '\'' || c == '"' || c == '+' || c == '`';
    case JsonLayout::Unicode::EscapedTags:
        return c > 0x7F || isHtml(c) || c == '\'' || c == '"';
    default:
        return false;
    }
}

/** `\uXXXX` at `at` (which is the backslash), a pair taken together; `size` is how much was read. */
char32_t readEscape(QByteArrayView text, qsizetype at, qsizetype& size)
{
    const auto unit = [&](qsizetype from) {
        return char16_t(text.sliced(from, 4).toByteArray().toUShort(nullptr, 16));
    };
    const char16_t first = unit(at + 2);
    size = 6;
    if (QChar::isHighSurrogate(first) && at + 12 <= text.size() && text[at + 6] == '\\' && text[at + 7] == 'u') {
        const char16_t second = unit(at + 8);
        if (QChar::isLowSurrogate(second)) {
            size = 12;
            return QChar::surrogateToUcs4(first, second);
        }
    }
    return first;
}

/** The letter of the short escape that every usual library writes for `c`, 0 where it writes none. */
char shortEscape(char32_t c)
{
    switch (c) {
    case '"':
    case '\\':
        return char(c);
    case '\b':
        return 'b';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\f':
        return 'f';
    case '\r':
        return 'r';
    default:
        return 0;
    }
}

void appendPoint(QByteArray& out, char32_t c, JsonLayout::Unicode unicode, QByteArrayView source)
{
    const bool upper = unicode == JsonLayout::Unicode::EscapedUpper || unicode == JsonLayout::Unicode::EscapedHtmlQuotes
        || (unicode == JsonLayout::Unicode::EscapedTags && c < 0x7F);
    const bool wasEscaped = source.startsWith('\\');
    if (wantsEscape(c, unicode))
        appendEscaped(out, c, upper);
    else if (wasEscaped && unicode != JsonLayout::Unicode::Keep && c >= 0x20 && c != '"' && c != '\\'
        && !QChar::isSurrogate(c) && c != 0x7F)
        out += QString::fromUcs4(&c, 1).toUtf8();
    else if (const char letter = shortEscape(c); letter && wasEscaped && unicode != JsonLayout::Unicode::Keep)
        (out += '\\') += letter;
    else
        out += source;
}

} // namespace

QByteArray rewriteJsonString(QByteArrayView content, JsonLayout::Unicode unicode, JsonLayout::Slashes slashes)
{
    QByteArray out;
    out.reserve(content.size() + 16);
    for (qsizetype at = 0; at < content.size();) {
        const char c = content[at];
        if (c == '\\' && at + 1 < content.size()) {
            const char kind = content[at + 1];
            if (kind == 'u' && at + 6 <= content.size()) {
                qsizetype size = 0;
                const char32_t point = readEscape(content, at, size);
                appendPoint(out, point, unicode, content.sliced(at, size));
                at += size;
                continue;
            }
            if (kind == '/' && slashes == JsonLayout::Slashes::Raw)
                out += '/';
            else if (kind == '"' && wantsEscape('"', unicode))
                out += "\\u0022";
            else
                out += content.sliced(at, 2);
            at += 2;
            continue;
        }
        if (c == '/' && slashes == JsonLayout::Slashes::Escaped) {
            out += "\\/";
            ++at;
            continue;
        }
        const int size = std::max(1, utf8Length(content.data() + at, content.data() + content.size()));
        if (size == 1 && static_cast<unsigned char>(c) >= 0x80)
            out += c; // not UTF-8: nobody can say what would have been escaped
        else
            appendPoint(out, decodeAt(content, at, size), unicode, content.sliced(at, size));
        at += size;
    }
    return out;
}

std::optional<JsonText> JsonText::parse(QByteArrayView document, qsizetype maxNodes)
{
    JsonText text;
    text.m_document = document;
    JsonScan scan(document, jsonStart(document));
    if (text.build(scan, {}, 0, maxNodes) < 0)
        return std::nullopt;
    scan.skipBlanks();
    if (!scan.atEnd())
        return std::nullopt;
    using Blanks = JsonLayout::Blanks;
    const bool lines = document.contains('\n');
    text.m_crlf = document.contains("\r\n");
    for (const Blanks blanks : {Blanks::Compact, Blanks::Python, Blanks::ColonSpace, Blanks::CommaSpace,
             Blanks::Indent2, Blanks::Indent4, Blanks::IndentTab, Blanks::Jackson, Blanks::Indent1, Blanks::Indent3,
             Blanks::Indent8, Blanks::Swift, Blanks::Qt}) {
        const bool oneLine = blanks == Blanks::Compact || blanks == Blanks::Python || blanks == Blanks::ColonSpace
            || blanks == Blanks::CommaSpace;
        JsonLayout layout;
        layout.blanks = blanks;
        layout.crlf = text.m_crlf;
        if (oneLine != lines && text.write(layout) == document) {
            text.m_blanks = blanks;
            break;
        }
    }
    return text;
}

bool JsonText::isContainer() const
{
    return !m_nodes.empty() && (m_nodes[0].kind == '{' || m_nodes[0].kind == '[');
}

void JsonText::note(QByteArrayView string)
{
    for (qsizetype i = 0; i < string.size(); ++i) {
        const auto c = static_cast<unsigned char>(string[i]);
        if (c == '\\' && i + 1 < string.size()) {
            m_hasEscapes = m_hasEscapes || string[i + 1] == 'u';
            m_hasEscapedSlash = m_hasEscapedSlash || string[i + 1] == '/';
            m_hasHtml = m_hasHtml || string[i + 1] == '"';
            ++i;
        } else if (c >= 0x7F) {
            m_hasRaw = true;
        } else if (c == '/') {
            m_hasSlash = true;
        } else if (isHtml(c) || c == '\'' || c == '+' || c == '`' || c == '=') {
            m_hasHtml = true;
        }
    }
}

int JsonText::build(JsonScan& scan, QByteArrayView key, int depth, qsizetype maxNodes)
{
    scan.skipBlanks();
    if (depth > maxDepth || qsizetype(m_nodes.size()) >= maxNodes)
        return -1;
    const int self = int(m_nodes.size());
    const char first = scan.peek();
    m_nodes.push_back({first, {}, {}, -1, -1, -1});
    if (first != '{' && first != '[') {
        const auto span = scan.readValue(depth);
        if (!span)
            return -1;
        const QByteArrayView text = m_document.sliced(span->offset, span->size);
        m_nodes[std::size_t(self)].kind = first == '"' ? '"' : '0';
        m_nodes[std::size_t(self)].text = text;
        if (first == '"') {
            note(text.sliced(1, text.size() - 2));
        } else if (span->kind == JsonKind::Number) {
            m_nodes[std::size_t(self)].number = int(m_numbers.size());
            m_numbers.push_back(text);
            m_numberKeys.push_back(key);
        }
        return self;
    }
    const bool object = first == '{';
    scan.take(first);
    if (scan.take(object ? '}' : ']'))
        return self;
    int last = -1;
    do {
        QByteArrayView name = key;
        if (object) {
            scan.skipBlanks();
            const auto span = scan.readKey();
            if (!span)
                return -1;
            name = m_document.sliced(span->offset, span->size);
            note(name.sliced(1, name.size() - 2));
        }
        const int child = build(scan, name, depth + 1, maxNodes);
        if (child < 0)
            return -1;
        if (object)
            m_nodes[std::size_t(child)].key = name;
        (last < 0 ? m_nodes[std::size_t(self)].firstChild : m_nodes[std::size_t(last)].nextSibling) = child;
        last = child;
    } while (scan.take(','));
    return scan.take(object ? '}' : ']') ? self : -1;
}

std::vector<int> JsonText::childrenOf(const Node& node, JsonLayout::Keys keys) const
{
    std::vector<int> children;
    for (int child = node.firstChild; child >= 0; child = m_nodes[std::size_t(child)].nextSibling)
        children.push_back(child);
    if (keys == JsonLayout::Keys::Keep || node.kind != '{')
        return children;
    std::stable_sort(children.begin(), children.end(), [&](int a, int b) {
        const QByteArrayView x = m_nodes[std::size_t(a)].key;
        const QByteArrayView y = m_nodes[std::size_t(b)].key;
        if (keys == JsonLayout::Keys::ByLength && x.size() != y.size())
            return x.size() < y.size();
        return std::lexicographical_compare(x.begin(), x.end() - 1, y.begin(), y.end() - 1,
            [](char p, char q) { return static_cast<unsigned char>(p) < static_cast<unsigned char>(q); });
    });
    return children;
}

struct JsonText::Writing {
    using Blanks = JsonLayout::Blanks;

    const JsonText& text;
    const JsonLayout& layout;
    const std::vector<QByteArray>* numbers;
    QByteArray out;

    /** Blanks of each indent; 0: all in one line. */
    int width() const
    {
        switch (layout.blanks) {
        case Blanks::Indent1:
        case Blanks::IndentTab:
            return 1;
        case Blanks::Indent2:
        case Blanks::Jackson:
        case Blanks::Swift:
            return 2;
        case Blanks::Indent3:
            return 3;
        case Blanks::Indent4:
        case Blanks::Qt:
            return 4;
        case Blanks::Indent8:
            return 8;
        default:
            return 0;
        }
    }
    void newLine(int level)
    {
        out += layout.crlf ? "\r\n" : "\n";
        out.append(qsizetype(level) * width(), layout.blanks == Blanks::IndentTab ? '\t' : ' ');
    }
    void string(QByteArrayView quoted)
    {
        if (layout.unicode == JsonLayout::Unicode::Keep && layout.slashes == JsonLayout::Slashes::Keep)
            out += quoted;
        else
            out += '"' + rewriteJsonString(quoted.sliced(1, quoted.size() - 2), layout.unicode, layout.slashes) + '"';
    }
    void key(QByteArrayView quoted)
    {
        string(quoted);
        if (layout.blanks == Blanks::Jackson || layout.blanks == Blanks::Swift)
            out += " : ";
        else
            out += layout.blanks == Blanks::Compact || layout.blanks == Blanks::CommaSpace ? ":" : ": ";
    }
    void scalar(const Node& node)
    {
        if (node.kind == '"')
            string(node.text);
        else if (numbers && node.number >= 0 && !(*numbers)[std::size_t(node.number)].isEmpty())
            out += (*numbers)[std::size_t(node.number)];
        else
            out += node.text;
    }
    void node(int index, int depth)
    {
        const Node& here = text.m_nodes[std::size_t(index)];
        if (here.kind != '{' && here.kind != '[')
            return scalar(here);
        const bool object = here.kind == '{';
        const bool inLine = layout.blanks == Blanks::Jackson && !object;
        const bool lines = width() > 0 && !inLine;
        const std::vector<int> children = text.childrenOf(here, layout.keys);
        out += here.kind;
        // Objects inside an array in one line are indented by the objects around it alone.
        const int level = inLine ? depth : depth + 1;
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (i > 0)
                out += layout.blanks == Blanks::Python || layout.blanks == Blanks::CommaSpace || inLine ? ", " : ",";
            if (lines)
                newLine(level);
            else if (inLine && i == 0)
                out += ' ';
            if (object)
                key(text.m_nodes[std::size_t(children[i])].key);
            node(children[i], level);
        }
        if (children.empty() && layout.blanks == Blanks::Swift)
            newLine(0);
        if (lines && (!children.empty() || layout.blanks == Blanks::Swift || layout.blanks == Blanks::Qt))
            newLine(depth);
        else if (layout.blanks == Blanks::Jackson)
            out += ' ';
        out += object ? '}' : ']';
    }
};

QByteArray JsonText::write(const JsonLayout& layout, const std::vector<QByteArray>* numbers) const
{
    Writing writing{*this, layout, numbers, {}};
    writing.out.reserve(m_document.size() * 5 / 4 + 16);
    writing.node(0, 0);
    return writing.out;
}

} // namespace creel
