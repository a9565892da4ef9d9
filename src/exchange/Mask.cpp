#include "exchange/Mask.h"

#include "base/Text.h"
#include "http/ContentDecoder.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace creel
{
namespace
{

constexpr QByteArrayView placeholderPrefix = "masked-";
constexpr qsizetype placeholderDigits = 12;
constexpr qint64 decodedBytes = 256 * 1024 * 1024;

bool isPlaceholder(QByteArrayView value)
{
    return value.size() == placeholderPrefix.size() + placeholderDigits && value.startsWith(placeholderPrefix)
        && std::all_of(value.begin() + placeholderPrefix.size(), value.end(),
            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/** Length of an authentication scheme with its blank at the start of a value, or 0. */
qsizetype authenticationScheme(QByteArrayView value)
{
    static constexpr const char* words[] = {"Bearer ", "Basic ", "Token ", "Digest ", "ApiKey ", "Negotiate "};
    for (const char* word : words) {
        const auto size = qsizetype(qstrlen(word));
        if (value.size() > size && equalsIgnoreAsciiCase(value.first(size), QByteArrayView(word, size)))
            return size;
    }
    return 0;
}

/** Calls `line` with each line and its end; the last one may have none. */
template <class Function> void forEachLine(QByteArrayView text, Function line)
{
    while (!text.isEmpty()) {
        const qsizetype feed = text.indexOf('\n');
        const qsizetype size = feed < 0 ? text.size() : feed + 1;
        if (!line(text.first(size), text.sliced(size)))
            return;
        text = text.sliced(size);
    }
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/** The head with another value in its first field of that name, or without it. */
QByteArray withField(QByteArrayView head, QByteArrayView name, const QByteArray* value)
{
    QByteArray out;
    forEachLine(head, [&](QByteArrayView line, QByteArrayView) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || out.isEmpty() || !equalsIgnoreAsciiCase(line.first(colon), name))
            out += line;
        else if (value)
            out += line.first(colon + 1).toByteArray() + ' ' + *value + "\r\n";
        return true;
    });
    return out;
}

} // namespace

Mask::Mask(MaskRules rules, QByteArray key)
    : m_rules(std::move(rules))
    , m_key(std::move(key))
{
}

bool Mask::isSecretHeader(QByteArrayView name) const
{
    return m_rules.headers.contains(asciiLower(name));
}

bool Mask::isSecretName(QByteArrayView name) const
{
    if (m_rules.names.contains(asciiLower(name)))
        return true;
    // `user[token]`, as PHP and Rails write nested form fields
    const qsizetype open = name.lastIndexOf('[');
    return open > 0 && name.endsWith(']')
        && m_rules.names.contains(asciiLower(name.sliced(open + 1, name.size() - open - 2)));
}

QByteArray Mask::placeholder(QByteArrayView value) const
{
    if (value.isEmpty() || isPlaceholder(value))
        return value.toByteArray();
    const QByteArray digest =
        QMessageAuthenticationCode::hash(value.toByteArray(), m_key, QCryptographicHash::Sha256).toHex();
    return placeholderPrefix.toByteArray() + digest.first(placeholderDigits);
}

QByteArray Mask::put(QByteArrayView value, QByteArrayView written, Count& count) const
{
    ++count.values;
    if (count.seen && !isPlaceholder(value)) {
        count.seen->append(value.toByteArray());
        if (written != value)
            count.seen->append(written.toByteArray());
    }
    return placeholder(value);
}

QByteArray Mask::headerValue(QByteArrayView name, QByteArrayView value, Count& count) const
{
    if (equalsIgnoreAsciiCase(name, "Referer"))
        return target(value, count);
    if (!isSecretHeader(name) || value.isEmpty())
        return value.toByteArray();
    const qsizetype kept = authenticationScheme(value);
    const QByteArrayView secret = value.sliced(kept);
    return value.first(kept).toByteArray() + put(secret, secret, count);
}

HeaderList Mask::headers(const HeaderList& fields, Count& count) const
{
    HeaderList out;
    for (const HeaderField& field : fields)
        out.add(field.name, headerValue(field.name, field.value, count));
    return out;
}

QByteArray Mask::target(QByteArrayView target, Count& count) const
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return target.toByteArray();
    const QByteArrayView query = target.sliced(mark + 1);
    const qsizetype hash = query.indexOf('#');
    const QByteArrayView fragment = hash < 0 ? QByteArrayView() : query.sliced(hash);
    return target.first(mark + 1).toByteArray() + form(hash < 0 ? query : query.first(hash), count)
        + fragment.toByteArray();
}

QByteArray Mask::head(QByteArrayView head, Count& count) const
{
    QByteArray out;
    QByteArray contentType;
    forEachLine(head, [&](QByteArrayView line, QByteArrayView rest) {
        const QByteArrayView text = withoutLineEnd(line);
        const QByteArrayView end = line.sliced(text.size());
        const qsizetype colon = text.indexOf(':');
        if (out.isEmpty()) {
            const qsizetype blank = text.lastIndexOf(' ');
            out +=
                blank < 0 ? target(text, count) : target(text.first(blank), count) + text.sliced(blank).toByteArray();
        } else if (text.isEmpty()) {
            out += end;
            out += body(rest, contentType, count); // what follows the head of malformed input
            return false;
        } else if (colon > 0) {
            const QByteArrayView value = trimOws(text.sliced(colon + 1));
            const QByteArrayView before = text.first(value.isEmpty() ? text.size() : value.data() - text.data());
            if (equalsIgnoreAsciiCase(trimOws(text.first(colon)), "Content-Type"))
                contentType = value.toByteArray();
            out += before;
            out += headerValue(trimOws(text.first(colon)), value, count);
            out += text.sliced(before.size() + value.size());
        } else {
            out += text;
        }
        out += end;
        return true;
    });
    return out;
}

/** The body with placeholders; where they stand under a content coding, decoded and without that coding's field. */
QByteArray Mask::requestBody(Request& request, const QByteArray& contentType, Count& count) const
{
    const QByteArray coding = request.headers.value("Content-Encoding").value_or(QByteArray());
    if (coding.isEmpty())
        return body(request.body, contentType, count);
    const DecodedContent decoded = decodeContent(coding, request.body, decodedBytes);
    Count found{0, count.seen};
    const QByteArray plain = body(decoded.bytes, contentType, found);
    if (found.values == 0)
        return request.body;
    count.values += found.values;
    request.headers.removeAll("Content-Encoding");
    request.head = withField(request.head, "Content-Encoding", nullptr);
    return plain;
}

EventDetail Mask::event(const EventDetail& detail, Count& count) const
{
    EventDetail out = detail;
    Count again; // head and fields are the same values twice: one counts
    out.row.target = target(detail.row.target, again);
    if (detail.request) {
        auto request = std::make_shared<Request>(*detail.request);
        const QByteArray contentType = request->headers.value("Content-Type").value_or(QByteArray());
        request->head = head(request->head, count);
        request->target = target(request->target, again);
        request->headers = headers(request->headers, again);
        const HeaderList trailers = headers(request->trailers, count);
        const QByteArray plain = requestBody(*request, contentType, count);
        if (plain != request->body || trailers != request->trailers)
            request->framing.clear();
        if (plain.size() != request->body.size() && request->headers.contains("Content-Length")) {
            const QByteArray length = QByteArray::number(plain.size());
            request->headers.set("Content-Length", length);
            request->head = withField(request->head, "Content-Length", &length);
        }
        request->trailers = trailers;
        request->body = plain;
        request->bodySize = plain.size();
        out.row.bodySize = plain.size();
        out.request = std::move(request);
    }
    if (detail.answer) {
        auto answer = std::make_shared<Answer>(*detail.answer);
        const QByteArray contentType = answer->headers.value("Content-Type").value_or(QByteArray());
        answer->headers = headers(answer->headers, count);
        answer->body = body(answer->body, contentType, count);
        out.answer = std::move(answer);
    }
    return out;
}

} // namespace creel
