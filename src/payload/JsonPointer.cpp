#include "payload/JsonPointer.h"

#include "payload/JsonScan.h"

namespace creel
{

namespace
{

/** The segments of an RFC 6901 pointer, unescaped. Nothing where it does not start with `/` or an escape is wrong. */
std::optional<std::vector<QByteArray>> segmentsOf(QByteArrayView pointer)
{
    std::vector<QByteArray> segments;
    for (const char c : pointer) {
        if (c == '/')
            segments.emplace_back();
        else if (segments.empty())
            return std::nullopt;
        else
            segments.back().append(c);
    }
    for (QByteArray& segment : segments) {
        for (qsizetype at = segment.indexOf('~'); at >= 0; at = segment.indexOf('~', at + 1)) {
            const char code = at + 1 < segment.size() ? segment.at(at + 1) : '\0';
            if (code != '0' && code != '1')
                return std::nullopt;
            segment.replace(at, 2, QByteArrayView(code == '0' ? "~" : "/"));
        }
    }
    return segments;
}

/** An array index as RFC 6901 has it: digits without a leading zero. */
std::optional<qsizetype> indexOf(const QByteArray& segment)
{
    if (segment.isEmpty() || (segment.size() > 1 && segment.startsWith('0'))
        || !(segment.at(0) >= '0' && segment.at(0) <= '9'))
        return std::nullopt;
    bool ok = false;
    const qlonglong value = segment.toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    return static_cast<qsizetype>(value);
}

bool isKey(QByteArrayView document, const JsonSpan& key, const QByteArray& name)
{
    const QByteArrayView content = document.sliced(key.offset + 1, key.size - 2);
    if (!content.contains('\\'))
        return content == QByteArrayView(name);
    return jsonUnescape(content) == name;
}

/**
 * Calls `visit` for each member of an object or element of an array (its key is empty then). False where the container
 * is broken.
 */
template <class Visit> bool eachChild(QByteArrayView document, const JsonSpan& container, int depth, Visit visit)
{
    const bool object = container.kind == JsonKind::Object;
    const char closing = object ? '}' : ']';
    JsonScan scan(document, container.offset + 1);
    if (scan.take(closing))
        return true;
    do {
        JsonSpan key;
        if (object) {
            const std::optional<JsonSpan> read = scan.readKey();
            if (!read)
                return false;
            key = *read;
        }
        const std::optional<JsonSpan> value = scan.readValue(depth);
        if (!value)
            return false;
        visit(key, *value);
    } while (scan.take(','));
    return scan.take(closing);
}

std::vector<JsonSpan> descend(
    QByteArrayView document, const JsonSpan& from, const QByteArray& segment, int depth, bool wildcard)
{
    std::vector<JsonSpan> found;
    if (from.kind == JsonKind::Object) {
        std::optional<JsonSpan> last;
        eachChild(document, from, depth, [&](const JsonSpan& key, const JsonSpan& value) {
            if (isKey(document, key, segment))
                last = value;
        });
        if (last)
            found.push_back(*last);
    } else if (from.kind == JsonKind::Array) {
        const bool all = wildcard && segment == "*";
        const std::optional<qsizetype> wanted = indexOf(segment);
        if (!all && !wanted)
            return found;
        qsizetype index = 0;
        eachChild(document, from, depth, [&](const JsonSpan&, const JsonSpan& value) {
            if (all || index == *wanted)
                found.push_back(value);
            ++index;
        });
    }
    return found;
}

/** The value that the document is, if it is well-formed to that value's end. */
std::optional<JsonSpan> rootOf(QByteArrayView document)
{
    return JsonScan(document, jsonStart(document)).readValue();
}

std::vector<JsonSpan> resolve(QByteArrayView document, QByteArrayView pointer, bool wildcard)
{
    const std::optional<std::vector<QByteArray>> segments = segmentsOf(pointer);
    const std::optional<JsonSpan> root = segments ? rootOf(document) : std::nullopt;
    if (!root)
        return {};
    std::vector<JsonSpan> level{*root};
    int depth = 1;
    for (const QByteArray& segment : *segments) {
        std::vector<JsonSpan> next;
        for (const JsonSpan& span : level) {
            const std::vector<JsonSpan> found = descend(document, span, segment, depth, wildcard);
            next.insert(next.end(), found.begin(), found.end());
        }
        level = std::move(next);
        ++depth;
    }
    return level;
}

} // namespace

std::optional<JsonSpan> jsonAt(QByteArrayView document, QByteArrayView pointer)
{
    const std::vector<JsonSpan> found = resolve(document, pointer, false);
    if (found.empty())
        return std::nullopt;
    return found.front();
}

std::vector<JsonSpan> jsonAll(QByteArrayView document, QByteArrayView pointer)
{
    return resolve(document, pointer, true);
}

QByteArray jsonText(QByteArrayView document, const JsonSpan& span)
{
    const QByteArrayView raw = document.sliced(span.offset, span.size);
    if (span.kind != JsonKind::String)
        return raw.toByteArray();
    return jsonUnescape(raw.sliced(1, raw.size() - 2));
}

std::optional<QByteArray> jsonTextAt(QByteArrayView document, QByteArrayView pointer)
{
    const std::optional<JsonSpan> span = jsonAt(document, pointer);
    if (!span)
        return std::nullopt;
    return jsonText(document, *span);
}

std::optional<QByteArray> jsonWithout(QByteArrayView document, QByteArrayView member)
{
    const std::optional<JsonSpan> root = rootOf(document);
    if (!root || root->kind != JsonKind::Object)
        return std::nullopt;
    const QByteArray name = member.toByteArray();
    qsizetype from = -1;
    qsizetype to = -1;
    qsizetype valueEnd = root->offset + 1; // of the member before, or behind the brace
    bool first = true;
    qsizetype before = -1; // where the cut starts if the found member turns out to be the last
    qsizetype lastKey = -1;
    eachChild(document, *root, 1, [&](const JsonSpan& key, const JsonSpan& value) {
        if (isKey(document, key, name)) {
            from = key.offset;
            to = value.offset + value.size;
            before = first ? -1 : valueEnd;
        }
        first = false;
        lastKey = key.offset;
        valueEnd = value.offset + value.size;
    });
    if (from < 0)
        return std::nullopt;
    if (from != lastKey) {
        JsonScan scan(document, to);
        scan.take(',');
        scan.skipBlanks();
        to = scan.position();
    } else if (before >= 0) {
        from = before;
    }
    QByteArray out;
    out.reserve(document.size() - (to - from));
    out.append(document.first(from));
    out.append(document.sliced(to));
    return out;
}

QByteArray jsonQuote(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size() + 2);
    out.append('"');
    const char* const end = text.end();
    for (const char* at = text.begin(); at < end;) {
        const auto byte = static_cast<quint8>(*at);
        const int length = utf8Length(at, end);
        if (length == 0) {
            out.append("\xEF\xBF\xBD");
        } else if (byte == '"' || byte == '\\') {
            out.append('\\').append(*at);
        } else if (byte < 0x20) {
            static constexpr QByteArrayView shorts = "\bb\ff\nn\rr\tt";
            const qsizetype known = shorts.indexOf(*at);
            if (known >= 0)
                out.append('\\').append(shorts.at(known + 1));
            else
                out.append("\\u00").append(byte < 0x10 ? '0' : '1').append("0123456789abcdef"[byte & 15]);
        } else {
            out.append(at, length);
        }
        at += std::max(length, 1);
    }
    out.append('"');
    return out;
}

} // namespace creel
