#include "http/MultipartReader.h"

#include "base/Text.h"
#include "http/WireSyntax.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

const char* const noBoundary =
    QT_TRANSLATE_NOOP("creel", "Content-Type names no valid boundary, so the parts cannot be told apart (byte %1)");
const char* const noDelimiter = QT_TRANSLATE_NOOP("creel", "The body has no line with the boundary (byte %1)");
const char* const cutOff = QT_TRANSLATE_NOOP("creel", "The last part does not end with the boundary (byte %1)");
const char* const badHead = QT_TRANSLATE_NOOP("creel", "The headers of a part are not valid (byte %1)");
const char* const largeHead = QT_TRANSLATE_NOOP("creel", "The headers of a part are larger than the limit (byte %1)");
const char* const manyParts = QT_TRANSLATE_NOOP("creel", "There are more parts than the limit allows (byte %1)");

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/** 1 to 70 of `bchars`, no blank at the end (RFC 2046, section 5.1.1). */
bool isBoundary(QByteArrayView text)
{
    for (const char c : text) {
        const bool letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && !QByteArrayView("'()+_,-./:=? ").contains(c))
            return false;
    }
    return !text.isEmpty() && text.size() <= 70 && text.back() != ' ';
}

/** A token or a quoted string at `at`, which moves behind it. */
QByteArray parameterValue(QByteArrayView text, qsizetype& at)
{
    QByteArray out;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            // A backslash before anything but quote and backslash is part of a Windows path, as browsers sent them.
            const bool escape =
                text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\');
            if (escape)
                ++at;
            out += text[at];
        }
        ++at;
        return out;
    }
    while (at < text.size() && text[at] != ';')
        out += text[at++];
    return trimOws(out).toByteArray();
}

} // namespace

std::optional<QByteArray> fieldParameter(QByteArrayView value, QByteArrayView name)
{
    qsizetype at = value.indexOf(';');
    while (at >= 0 && at < value.size()) {
        while (at < value.size() && (value[at] == ';' || isBlank(value[at])))
            ++at;
        const qsizetype start = at;
        while (at < value.size() && value[at] != '=' && value[at] != ';')
            ++at;
        const QByteArrayView key = trimOws(value.sliced(start, at - start));
        if (at >= value.size() || value[at] == ';')
            continue;
        ++at;
        while (at < value.size() && isBlank(value[at]))
            ++at;
        QByteArray found = parameterValue(value, at);
        if (equalsIgnoreAsciiCase(key, name))
            return found;
        at = at < value.size() ? value.indexOf(';', at) : -1;
    }
    return std::nullopt;
}

MultipartReader::MultipartReader(QByteArrayView contentType, QByteArrayView body)
    : MultipartReader(contentType, body, Limits())
{
}

MultipartReader::MultipartReader(QByteArrayView contentType, QByteArrayView body, const Limits& limits)
    : m_body(body)
    , m_limits(limits)
{
    const QByteArray boundary = fieldParameter(contentType, "boundary").value_or(QByteArray());
    const bool multipart = contentType.size() >= 10 && equalsIgnoreAsciiCase(contentType.first(10), "multipart/");
    if (!multipart || !isBoundary(boundary)) {
        fail(noBoundary, 0);
        return;
    }
    m_mark = "--" + boundary;
    m_open = findDelimiter(0);
    if (m_open.start < 0)
        fail(noDelimiter, 0);
}

MultipartReader::Delimiter MultipartReader::findDelimiter(qsizetype from) const
{
    for (qsizetype at = m_body.indexOf(m_mark, from); at >= 0; at = m_body.indexOf(m_mark, at + 1)) {
        const bool lineStart = at == 0 || (at >= from + 2 && m_body[at - 2] == '\r' && m_body[at - 1] == '\n');
        if (!lineStart)
            continue;
        Delimiter found{at == 0 ? 0 : at - 2, at + m_mark.size(), false};
        found.last = m_body.sliced(found.end).startsWith("--");
        if (found.last)
            found.end += 2;
        while (found.end < m_body.size() && isBlank(m_body[found.end]))
            ++found.end;
        if (m_body.sliced(found.end).startsWith("\r\n")) {
            found.end += 2;
            return found;
        }
        if (found.last && found.end == m_body.size())
            return found;
    }
    return {};
}

std::optional<MultipartPart> MultipartReader::next()
{
    if (m_error || m_open.last)
        return std::nullopt;
    if (m_parts == m_limits.parts)
        return fail(manyParts, m_open.end);
    ++m_parts;
    // An empty part has nothing between the two delimiters: they share the CRLF.
    const qsizetype start = m_open.end;
    const Delimiter close = findDelimiter(start - 2);
    const qsizetype end = close.start < 0 ? m_body.size() : qMax(close.start, start);
    const QByteArrayView region = m_body.sliced(start, end - start);
    MultipartPart part;
    qsizetype headSize = 0;
    qsizetype dataStart = 2;
    if (!region.startsWith("\r\n")) {
        const qsizetype blankLine = region.first(qMin(region.size(), m_limits.headBytes)).indexOf("\r\n\r\n");
        if (blankLine < 0 && region.size() > m_limits.headBytes)
            return fail(largeHead, start + m_limits.headBytes);
        headSize = blankLine < 0 ? region.size() : blankLine;
        dataStart = blankLine < 0 ? region.size() : blankLine + 4;
    }
    if (!readHead(part, region.first(headSize), start))
        return std::nullopt;
    part.offset = start + qMin(dataStart, region.size());
    part.size = end - part.offset;
    if (close.start < 0)
        fail(cutOff, m_body.size());
    m_open = close;
    return part;
}

bool MultipartReader::readHead(MultipartPart& part, QByteArrayView head, qsizetype offset)
{
    const QByteArray lines = head.isEmpty() ? QByteArray() : head.toByteArray() + "\r\n";
    qsizetype at = 0;
    while (at < lines.size()) {
        qsizetype end = lines.indexOf("\r\n", at);
        while (end + 2 < lines.size() && isBlank(lines[end + 2]))
            end = lines.indexOf("\r\n", end + 2);
        const QByteArrayView line = QByteArrayView(lines).sliced(at, end - at);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || wire::checkFieldSyntax(QByteArrayView(lines).sliced(at, end + 2 - at), true)) {
            fail(badHead, offset + at);
            return false;
        }
        if (part.headers.size() == m_limits.headerFields) {
            fail(largeHead, offset + at);
            return false;
        }
        part.headers.add(
            line.first(colon).toByteArray(), trimOws(line.sliced(colon + 1)).toByteArray().replace("\r\n", ""));
        at = end + 2;
    }
    const QByteArray disposition = part.headers.value("Content-Disposition").value_or(QByteArray());
    part.name = fieldParameter(disposition, "name").value_or(QByteArray());
    part.fileName = fieldParameter(disposition, "filename");
    part.contentType = part.headers.value("Content-Type").value_or(QByteArray("text/plain"));
    return true;
}

std::optional<MultipartPart> MultipartReader::fail(const char* sentence, qsizetype offset)
{
    m_error = Error{ErrorCode::Invalid, QCoreApplication::translate("creel", sentence).arg(offset)};
    return std::nullopt;
}

} // namespace creel
