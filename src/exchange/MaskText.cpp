// The part of Mask that reads bodies: JSON, forms and multipart, without taking more of them apart than it must.
#include "base/Text.h"
#include "exchange/Mask.h"
#include "payload/JsonPointer.h"
#include "payload/JsonScan.h"

#include <vector>

namespace creel
{
namespace
{

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/** JSON looks like itself: `{` or `[` behind blanks and a BOM. */
bool looksLikeJson(QByteArrayView text)
{
    qsizetype at = jsonStart(text);
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at < text.size() && (text[at] == '{' || text[at] == '[');
}

/** End of a string that starts at `at` with its quote: behind the closing one, or the end of the text. */
qsizetype stringEnd(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

QByteArray stringContent(QByteArrayView quoted)
{
    const qsizetype size = quoted.size() - (quoted.size() > 1 && quoted.endsWith('"') ? 2 : 1);
    return jsonUnescape(quoted.sliced(1, size));
}

QByteArray fromForm(QByteArrayView text)
{
    QByteArray out = text.toByteArray();
    out.replace('+', ' ');
    return QByteArray::fromPercentEncoding(out);
}

bool isScalarByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
        || c == '.';
}

} // namespace

/**
 * One pass over the tokens, so that a broken or cut document is masked as far as it goes. A listed name masks all
 * scalars of its value, also inside an array or object.
 */
QByteArray Mask::json(QByteArrayView text, Count& count) const
{
    QByteArray out;
    out.reserve(text.size() + 64);
    std::vector<bool> masked; // for each open container: everything in it is masked
    bool next = false; // the value that comes now is
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        const bool mask = next || (!masked.empty() && masked.back());
        if (c == '"') {
            const qsizetype end = stringEnd(text, at);
            qsizetype behind = end;
            while (behind < text.size() && isBlank(text[behind]))
                ++behind;
            const QByteArrayView quoted = text.sliced(at, end - at);
            const QByteArray content = stringContent(quoted);
            if (behind < text.size() && text[behind] == ':') {
                next = isSecretName(content);
                out += quoted;
                out += text.sliced(end, behind + 1 - end);
                at = behind + 1;
                continue;
            }
            next = false;
            Count inner{0, count.seen};
            const QByteArray nested = !mask && looksLikeJson(content) ? json(content, inner) : QByteArray();
            if (mask && !content.isEmpty()) {
                out += '"' + put(content, quoted.sliced(1, quoted.size() - (quoted.size() > 1 ? 2 : 1)), count) + '"';
            } else if (inner.values > 0) {
                count.values += inner.values;
                out += jsonQuote(nested);
            } else {
                out += quoted;
            }
            at = end;
        } else if (c == '{' || c == '[') {
            masked.push_back(mask);
            next = false;
            out += c;
            ++at;
        } else if (c == '}' || c == ']') {
            if (!masked.empty())
                masked.pop_back();
            next = false;
            out += c;
            ++at;
        } else if (mask && isScalarByte(c)) {
            qsizetype end = at;
            while (end < text.size() && isScalarByte(text[end]))
                ++end;
            const QByteArrayView word = text.sliced(at, end - at);
            next = false;
            if (word == "true" || word == "false" || word == "null") {
                out += word;
            } else {
                out += '"' + put(word, word, count) + '"';
            }
            at = end;
        } else {
            if (c == ',')
                next = false;
            out += c;
            ++at;
        }
    }
    return out;
}

QByteArray Mask::form(QByteArrayView text, Count& count) const
{
    QByteArray out;
    out.reserve(text.size());
    while (!text.isEmpty()) {
        const qsizetype amp = text.indexOf('&');
        const QByteArrayView field = amp < 0 ? text : text.first(amp);
        const qsizetype equals = field.indexOf('=');
        const QByteArrayView value = equals < 0 ? QByteArrayView() : field.sliced(equals + 1);
        if (!value.isEmpty()) {
            const QByteArray plain = fromForm(value);
            Count inner{0, count.seen};
            const QByteArray nested = looksLikeJson(plain) ? json(plain, inner) : QByteArray();
            out += field.first(equals + 1);
            if (isSecretName(fromForm(field.first(equals)))) {
                out += put(plain, value, count);
            } else if (inner.values > 0) {
                count.values += inner.values;
                out += nested.toPercentEncoding();
            } else {
                out += value;
            }
        } else {
            out += field;
        }
        if (amp < 0)
            break;
        out += '&';
        text = text.sliced(amp + 1);
    }
    return out;
}

QByteArray Mask::multipart(QByteArrayView text, QByteArrayView boundary, Count& count) const
{
    QByteArray out;
    const QByteArray delimiter = "\r\n--" + boundary.toByteArray();
    while (!text.isEmpty()) {
        const qsizetype split = text.indexOf(delimiter);
        const QByteArrayView part = split < 0 ? text : text.first(split);
        const qsizetype headEnd = part.indexOf(QByteArrayView("\r\n\r\n"));
        const QByteArrayView head = headEnd < 0 ? QByteArrayView() : part.first(headEnd);
        const qsizetype name = head.indexOf(QByteArrayView(" name=\""));
        const qsizetype nameEnd = name < 0 ? -1 : head.indexOf('"', name + 7);
        if (nameEnd > 0 && isSecretName(head.sliced(name + 7, nameEnd - name - 7)) && headEnd + 4 < part.size()) {
            const QByteArrayView value = part.sliced(headEnd + 4);
            out += part.first(headEnd + 4);
            out += put(value, value, count);
        } else if (headEnd >= 0) {
            out += part.first(headEnd + 4);
            out += body(part.sliced(headEnd + 4), {}, count);
        } else {
            out += part;
        }
        if (split < 0)
            break;
        out += delimiter;
        text = text.sliced(split + delimiter.size());
    }
    return out;
}

QByteArray Mask::body(QByteArrayView body, QByteArrayView contentType, Count& count) const
{
    const QByteArray type = asciiLower(contentType);
    if (type.startsWith("multipart/")) {
        const qsizetype at = type.indexOf("boundary=");
        QByteArray boundary = at < 0 ? QByteArray() : contentType.sliced(at + 9).toByteArray();
        if (const qsizetype semicolon = boundary.indexOf(';'); semicolon >= 0)
            boundary.truncate(semicolon);
        boundary.replace('"', "");
        return boundary.isEmpty() ? body.toByteArray() : multipart(body, boundary.trimmed(), count);
    }
    if (looksLikeJson(body))
        return json(body, count);
    if (type.startsWith("application/x-www-form-urlencoded"))
        return form(body, count);
    return body.toByteArray();
}

} // namespace creel
