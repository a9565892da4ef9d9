#include "store/SearchIndexText.h"

#include "http/ContentDecoder.h"
#include "store/Codec.h"
#include "store/EventTable.h"
#include "store/ReadConnection.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace creel
{
namespace
{

constexpr qsizetype decodeStep = 16 * 1024; ///< what comes out of one step stays small
constexpr qsizetype handOver = 64 * 1024;

/** The value of all Content-Encoding fields; empty where the body is as it came. */
QByteArray codingOf(QByteArrayView head)
{
    static const TextMatcher field("content-encoding");
    if (!field.isIn(head))
        return {};
    Request request;
    request.head = head.toByteArray();
    if (!readHead(request))
        return {};
    QByteArray joined;
    for (const QByteArray& value : request.headers.values("Content-Encoding")) {
        if (!joined.isEmpty())
            joined += ", ";
        joined += value;
    }
    return joined;
}

bool isIn(quint8 byte, quint8 low, quint8 high)
{
    return byte >= low && byte <= high;
}

/** Length of the valid character at the start (RFC 3629, section 4), 0 where there is none. */
qsizetype characterLength(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return i < bytes.size() ? quint8(bytes[i]) : quint8(0); };
    const auto follows = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i <= to; ++i) {
            if (!isIn(at(i), 0x80, 0xbf))
                return false;
        }
        return true;
    };
    const quint8 lead = at(0);
    if (lead < 0x80)
        return 1;
    if (isIn(lead, 0xc2, 0xdf))
        return follows(1, 1) ? 2 : 0;
    if (isIn(lead, 0xe0, 0xef)) {
        const bool second = isIn(at(1), lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf);
        return second && follows(2, 2) ? 3 : 0;
    }
    if (isIn(lead, 0xf0, 0xf4)) {
        const bool second = isIn(at(1), lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf);
        return second && follows(2, 3) ? 4 : 0;
    }
    return 0;
}

/** Collects the first part of a body; `cut` where there was more. */
struct FirstPart {
    QByteArray bytes;
    bool cut = false;

    SearchBody::Sink sink()
    {
        return [this](QByteArrayView piece) {
            const qsizetype room = IndexText::maxPart - bytes.size();
            bytes += piece.first(std::min(room, piece.size()));
            cut = piece.size() > room;
            return !cut;
        };
    }
};

} // namespace

SearchBody::SearchBody(ReadConnection& connection, qint64 event, qint64 body, qint64 size, QByteArrayView head)
    : m_connection(connection)
    , m_event(event)
    , m_body(body)
    , m_size(size)
    , m_coding(size > 0 ? codingOf(head) : QByteArray())
{
}

SearchBody::End SearchBody::raw(const Sink& sink) const
{
    for (qint64 at = 0; at < m_size; at += maxChunk) {
        const QByteArray piece = m_connection.readBody(m_event, m_body, at, maxChunk);
        if (!sink(piece))
            return End::Enough;
        if (piece.size() < maxChunk)
            break;
    }
    return End::Complete;
}

SearchBody::End SearchBody::decoded(const Sink& sink) const
{
    Result<ContentDecoder> decoder = ContentDecoder::make(m_coding, maxDecoded);
    if (!decoder.ok())
        return End::Failed;
    QByteArray out;
    bool failed = false;
    const auto give = [&](qsizetype least) {
        if (out.size() < least)
            return true;
        const bool goOn = sink(out);
        out.clear();
        return goOn;
    };
    const End end = raw([&](QByteArrayView piece) {
        for (qsizetype at = 0; at < piece.size() && !failed; at += decodeStep) {
            failed = !decoder->decode(piece.sliced(at, std::min(decodeStep, piece.size() - at)), out).ok();
            if (!give(handOver))
                return false;
        }
        return !failed;
    });
    if (end == End::Enough && !failed)
        return End::Enough;
    if (!failed)
        failed = !decoder->finish().ok();
    if (!give(1))
        return End::Enough;
    return failed ? End::Failed : End::Complete;
}

IndexText indexText(QByteArrayView head, const SearchBody& body)
{
    IndexText result;
    const auto append = [&](QByteArrayView bytes) {
        appendSearchable(result.text, bytes);
        result.text += '\n';
    };
    append(head.first(std::min(head.size(), IndexText::maxPart)));
    result.whole = head.size() <= IndexText::maxPart;
    bool asItCame = !body.isCoded();
    if (body.isCoded()) {
        FirstPart part;
        asItCame = body.decoded(part.sink()) == SearchBody::End::Failed;
        append(part.bytes);
        result.whole = result.whole && !part.cut;
    }
    if (asItCame) {
        FirstPart part;
        body.raw(part.sink());
        append(part.bytes);
        result.whole = result.whole && !part.cut;
    }
    return result;
}

void appendSearchable(QByteArray& out, QByteArrayView bytes)
{
    out.reserve(out.size() + bytes.size());
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype plain = at;
        while (plain < bytes.size() && isIn(quint8(bytes[plain]), 0x01, 0x7f))
            ++plain;
        out += bytes.sliced(at, plain - at);
        at = plain;
        if (at == bytes.size())
            break;
        const qsizetype length = bytes[at] == 0 ? 0 : characterLength(bytes.sliced(at));
        if (length == 0)
            out += ' ';
        else
            out += bytes.sliced(at, length);
        at += std::max<qsizetype>(1, length);
    }
}

QByteArray trigramExpression(QByteArrayView term)
{
    QByteArray text;
    appendSearchable(text, term);
    std::vector<qsizetype> starts; // of the characters, and the end
    for (qsizetype at = 0; at < text.size(); at += characterLength(QByteArrayView(text).sliced(at)))
        starts.push_back(at);
    const std::size_t count = starts.size();
    starts.push_back(text.size());
    QByteArray expression;
    if (count < 3)
        return expression;
    const auto add = [&](std::size_t first) {
        QByteArray trigram = text.mid(starts[first], starts[first + 3] - starts[first]);
        trigram.replace("\"", "\"\"");
        expression += (expression.isEmpty() ? "\"" : " AND \"") + trigram + '"';
    };
    for (std::size_t first = 0; first + 3 < count; first += 3)
        add(first);
    add(count - 3);
    return expression;
}

} // namespace creel
