#include "exchange/RawMessage.h"

#include "http/RequestParser.h"

#include <cctype>
#include <limits>

namespace creel
{
namespace
{

constexpr qint64 messagePieceBytes = 1024 * 1024;

/** Hands a body on in pieces, from its start. */
class BodyCursor
{
public:
    BodyCursor(const BodySource& source, const ByteSink& sink, qint64 total)
        : m_source(source)
        , m_sink(sink)
        , m_left(total)
    {
    }

    qint64 left() const { return m_left; }

    Result<void> copy(qint64 size)
    {
        for (qint64 rest = qMin(size, m_left); rest > 0;) {
            auto piece = m_source(m_offset, qMin(rest, messagePieceBytes));
            if (!piece)
                return piece.error();
            if (piece->isEmpty()) {
                m_left = 0;
                return {};
            }
            m_offset += piece->size();
            m_left -= piece->size();
            rest -= piece->size();
            if (auto done = m_sink(*piece); !done)
                return done;
        }
        return {};
    }

private:
    const BodySource& m_source;
    const ByteSink& m_sink;
    qint64 m_offset = 0;
    qint64 m_left;
};

/** The size that a chunk line names, or -1. */
qint64 chunkSize(QByteArrayView line)
{
    qsizetype digits = 0;
    while (digits < line.size() && std::isxdigit(static_cast<unsigned char>(line[digits])))
        ++digits;
    bool ok = false;
    const qint64 size = line.first(digits).toByteArray().toLongLong(&ok, 16);
    return ok ? size : -1;
}

/**
 * Behind the last whole chunk line, `framing` holds what came after the data, its line end included, where the sender
 * broke off or erred there.
 */
Result<void> writeChunks(QByteArrayView framing, BodyCursor& body, const ByteSink& sink, EventState state)
{
    bool afterData = false;
    while (!framing.isEmpty()) {
        const qsizetype end = framing.indexOf('\n');
        const QByteArrayView line = end < 0 ? framing : framing.first(end + 1);
        const qint64 size = end < 0 ? -1 : chunkSize(line);
        const bool isRest = size <= 0 || (state == EventState::Malformed && body.left() < size);
        if (afterData && (!isRest || state == EventState::Complete)) {
            if (auto done = sink(QByteArrayView("\r\n")); !done)
                return done;
        }
        if (isRest)
            return sink(framing);
        if (auto done = sink(line); !done)
            return done;
        framing = framing.sliced(line.size());
        const bool cut = body.left() < size;
        if (auto done = body.copy(size); !done || cut)
            return done;
        afterData = true;
    }
    return {};
}

} // namespace

Result<void> writeRaw(const EventDetail& detail, const BodySource& body, const ByteSink& sink)
{
    if (!detail.request)
        return {};
    const Request& request = *detail.request;
    if (auto done = sink(request.head); !done)
        return done;
    const bool here = !request.body.isEmpty();
    const qint64 total = here ? request.body.size() : request.bodySize;
    const BodySource source = here ? bodyIn(detail) : body;
    BodyCursor cursor(source, sink, total);
    const bool whole = detail.row.state == EventState::Complete;
    if (!request.framing.isEmpty() && !request.framingCut)
        return writeChunks(request.framing, cursor, sink, detail.row.state);
    if (!request.chunked || !whole)
        return cursor.copy(total);
    QByteArray framing = total > 0 ? QByteArray::number(total, 16) + "\r\n" : QByteArray();
    framing += "0\r\n";
    for (const HeaderField& field : request.trailers)
        framing += field.name + ": " + field.value + "\r\n";
    framing += "\r\n";
    return writeChunks(framing, cursor, sink, detail.row.state);
}

RawRequest readRaw(const QByteArray& bytes)
{
    ParseLimits limits;
    // Not the fields: a request that was refused for their number ends where a whole one does.
    limits.headBytes = qMax<qint64>(limits.headBytes, bytes.size());
    limits.bodyBytes = std::numeric_limits<qint64>::max();
    RequestParser parser(limits);
    RawRequest out;
    QByteArray body;
    QByteArrayView rest(bytes);
    for (bool more = true; more;) {
        switch (parser.next(rest)) {
        case ParseEvent::Body:
            body += parser.bodyPiece();
            break;
        case ParseEvent::Complete:
            out.complete = true;
            more = false;
            break;
        case ParseEvent::Failed:
            out.reason = parser.failure().text;
            more = false;
            break;
        case ParseEvent::NeedMore:
            parser.finish();
            out.reason = parser.failure().text;
            more = false;
            break;
        default:
            break;
        }
    }
    out.request = parser.takeRequest();
    if (out.complete && body.isEmpty() && !out.request.headers.contains("Content-Length") && !out.request.chunked)
        body = rest.toByteArray();
    out.request.bodySize = body.size();
    out.request.body = std::move(body);
    return out;
}

} // namespace creel
