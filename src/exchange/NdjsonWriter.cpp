#include "base/Clock.h"
#include "exchange/JsonWriter.h"
#include "exchange/Ndjson.h"
#include "exchange/RawMessage.h"

namespace creel
{
namespace
{

constexpr qint64 base64PieceBytes = 3 * 256 * 1024; // a multiple of three: base64 without padding inside

void writeFields(JsonWriter& json, const HeaderList& fields)
{
    json.beginArray();
    for (const HeaderField& field : fields)
        json.beginArray().text(QByteArrayView(field.name)).text(QByteArrayView(field.value)).endArray();
    json.endArray();
}

void writeTextOrNull(JsonWriter& json, QByteArrayView name, QByteArrayView value)
{
    json.key(name);
    if (value.isEmpty())
        json.null();
    else
        json.text(value);
}

void writeRequestLine(JsonWriter& json, const EventDetail& detail, const QByteArray& head)
{
    static const Request none;
    const Request& request = detail.request ? *detail.request : none;
    writeTextOrNull(json, "method", request.method);
    writeTextOrNull(json, "target", request.target);
    json.key("http_version");
    if (request.target.isEmpty())
        json.null();
    else
        json.text(QByteArrayView(request.versionMinor == 0 ? "1.0" : "1.1"));
    json.key("headers");
    if (request.headers.isEmpty() && (detail.row.state != EventState::Complete || request.target.isEmpty()))
        json.null();
    else
        writeFields(json, request.headers);
    json.key("head_base64").base64(head);
}

void writeResponse(JsonWriter& json, const Answer* answer)
{
    json.key("response");
    if (!answer) {
        json.null();
        return;
    }
    json.beginObject().key("status").number(answer->status).key("headers");
    writeFields(json, answer->headers);
    json.key("body_base64").base64(answer->body).endObject();
}

/** The head as it came; where the request is malformed all bytes, since nobody can say where a head would end. */
Result<QByteArray> headBytes(const EventDetail& detail, const BodySource& body)
{
    if (detail.row.state != EventState::Malformed)
        return detail.request ? detail.request->head : QByteArray();
    QByteArray all;
    const auto done = writeRaw(detail, body, [&](QByteArrayView bytes) {
        all += bytes;
        return Result<void>();
    });
    return done ? Result<QByteArray>(std::move(all)) : Result<QByteArray>(done.error());
}

/** Everything up to the first byte of the body's base64 text. */
QByteArray beforeBody(const EventDetail& detail, const QByteArray& head)
{
    const EventRow& row = detail.row;
    JsonWriter json;
    json.beginObject();
    json.key("id").number(row.id.v);
    json.key("received_at").text(QByteArrayView(toRfc3339Us(row.receivedAtUs)));
    json.key("duration_us").number(row.durationUs);
    json.key("endpoint").text(QByteArrayView(row.endpoint));
    json.key("peer").text(QByteArrayView(row.peer));
    json.key("state").text(QByteArrayView(toWord(row.state)));
    writeRequestLine(json, detail, head);
    json.key("body_base64");
    return json.take() + '"';
}

QByteArray afterBody(const EventDetail& detail)
{
    static const Request none;
    const Request& request = detail.request ? *detail.request : none;
    const EventRow& row = detail.row;
    JsonWriter json;
    json.beginObject();
    writeTextOrNull(json, "body_encoding", request.headers.value("Content-Encoding").value_or(QByteArray()));
    json.key("trailers");
    writeFields(json, request.trailers);
    json.key("framing_base64");
    if (request.framing.isEmpty())
        json.null();
    else
        json.base64(request.framing);
    json.key("verdict").text(QByteArrayView(toWord(row.verdict.verdict())));
    json.key("signature").text(QByteArrayView(toWord(row.verdict.signature)));
    json.key("freshness").text(QByteArrayView(toWord(row.verdict.freshness)));
    writeTextOrNull(json, "scheme", row.verdict.scheme);
    writeResponse(json, detail.answer.get());
    json.key("tags").beginArray();
    for (const QString& tag : row.tags)
        json.text(tag);
    json.endArray();
    json.key("note").text(detail.note);
    json.key("pinned").boolean(row.pinned);
    json.endObject();
    QByteArray text = json.take();
    text[0] = ',';
    return '"' + text;
}

} // namespace

BodySource bodyIn(const EventDetail& detail)
{
    return [request = detail.request](qint64 offset, qint64 size) -> Result<QByteArray> {
        return request ? request->body.mid(qsizetype(offset), qsizetype(size)) : QByteArray();
    };
}

Result<void> writeNdjson(const EventDetail& detail, const BodySource& body, const ByteSink& sink)
{
    const auto head = headBytes(detail, body);
    if (!head)
        return head.error();
    if (auto done = sink(beforeBody(detail, *head)); !done)
        return done;
    const bool here = detail.request && !detail.request->body.isEmpty();
    const qint64 total = here ? detail.request->body.size() : detail.request ? detail.request->bodySize : 0;
    const BodySource source = here ? bodyIn(detail) : body;
    QByteArray carry;
    for (qint64 offset = 0; offset < total;) {
        auto piece = source(offset, qMin(base64PieceBytes, total - offset));
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break; // a body that was cut off is shorter than it was announced
        offset += piece->size();
        carry += *piece;
        const qsizetype whole = offset < total ? carry.size() / 3 * 3 : carry.size();
        if (auto done = sink(carry.first(whole).toBase64()); !done)
            return done;
        carry.remove(0, whole);
    }
    if (auto done = sink(carry.toBase64()); !done)
        return done;
    return sink(afterBody(detail));
}

QByteArray toNdjson(const EventDetail& detail)
{
    QByteArray line;
    const auto done = writeNdjson(detail, bodyIn(detail), [&](QByteArrayView bytes) {
        line += bytes;
        return Result<void>();
    });
    Q_ASSERT(done.ok()); // neither side of it can fail
    return line;
}

} // namespace creel
