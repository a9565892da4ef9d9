#include "store/SearchIndexText.h"

#include "http/ContentDecoder.h"
#include "store/Codec.h"
#include "store/EventTable.h"
#include "store/ReadConnection.h"

#include <algorithm>

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
        result.text += bytes;
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

} // namespace creel
