#include "base/Clock.h"
#include "base/Text.h"
#include "exchange/JsonValue.h"
#include "exchange/Ndjson.h"
#include "exchange/RawMessage.h"
#include "http/RequestParser.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace creel
{
namespace
{

/** Reads members of a line; the first problem stays. */
class LineReader
{
public:
    explicit LineReader(const JsonValue& line)
        : m_line(line)
    {
    }

    const QString& problem() const { return m_problem; }

    QByteArray text(QByteArrayView name, const QByteArray& absent = {})
    {
        const JsonValue* value = m_line.find(name);
        if (!value)
            return absent;
        if (!value->isString())
            fail(name);
        return value->text();
    }

    std::optional<QByteArray> base64(const JsonValue& object, QByteArrayView name)
    {
        const JsonValue* value = object.find(name);
        if (!value)
            return std::nullopt;
        auto decoded = QByteArray::fromBase64Encoding(value->text(), QByteArray::AbortOnBase64DecodingErrors);
        if (!value->isString() || !decoded) {
            fail(name);
            return std::nullopt;
        }
        return std::move(*decoded);
    }
    std::optional<QByteArray> base64(QByteArrayView name) { return base64(m_line, name); }

    HeaderList fields(const JsonValue& object, QByteArrayView name)
    {
        HeaderList list;
        const JsonValue* value = object.find(name);
        if (!value)
            return list;
        if (!value->isArray())
            fail(name);
        for (const JsonValue& item : value->items()) {
            if (item.items().size() != 2 || !item.items()[0].isString() || !item.items()[1].isString())
                fail(name);
            else
                list.add(item.items()[0].text(), item.items()[1].text());
        }
        return list;
    }
    HeaderList fields(QByteArrayView name) { return fields(m_line, name); }

    template <class Word> Word word(QByteArrayView name, Word absent, std::optional<Word> (*read)(QByteArrayView))
    {
        const JsonValue* value = m_line.find(name);
        if (!value)
            return absent;
        const auto word = read(value->text());
        if (!word)
            fail(name);
        return word.value_or(absent);
    }

    qint64 integer(const JsonValue& object, QByteArrayView name, qint64 absent)
    {
        const JsonValue* value = object.find(name);
        if (!value)
            return absent;
        const auto number = value->integer();
        if (!number)
            fail(name);
        return number.value_or(absent);
    }
    qint64 integer(QByteArrayView name, qint64 absent) { return integer(m_line, name, absent); }

    bool boolean(QByteArrayView name)
    {
        const JsonValue* value = m_line.find(name);
        if (!value)
            return false;
        if (!value->boolean())
            fail(name);
        return value->boolean().value_or(false);
    }

    void fail(QByteArrayView name)
    {
        if (m_problem.isEmpty()) {
            m_problem = QCoreApplication::translate("creel", "The member \"%1\" cannot be read.")
                            .arg(QString::fromLatin1(name));
        }
    }

private:
    const JsonValue& m_line;
    QString m_problem;
};

/** Something that a request line can hold between its blanks. */
bool isWord(QByteArrayView bytes)
{
    return !bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7F;
    });
}

bool fitsOnOneLine(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (c == '\r' || c == '\n' || c == '\0')
            return false;
    }
    return true;
}

/**
 * Method, target and fields of a head, as far as it can be read as HTTP. Of a malformed request these are all its
 * bytes: the parser takes them apart as it did when they came.
 */
void readHead(Request& request, NewEvent& event)
{
    ParseLimits limits;
    limits.headBytes = qMax<qint64>(limits.headBytes, request.head.size());
    limits.headerFields = std::numeric_limits<int>::max();
    limits.bodyBytes = std::numeric_limits<qint64>::max();
    RequestParser parser(limits);
    QByteArrayView bytes(request.head);
    ParseEvent step = parser.next(bytes);
    while (event.state == EventState::Malformed && (step == ParseEvent::Head || step == ParseEvent::Body)) {
        if (step == ParseEvent::Body)
            request.body += parser.bodyPiece();
        step = parser.next(bytes);
    }
    if (step == ParseEvent::NeedMore)
        step = parser.finish();
    if (step == ParseEvent::Failed)
        event.reason = parser.failure().text;
    const Request read = parser.takeRequest();
    if (event.state == EventState::Malformed && !read.head.isEmpty()) {
        request.head = read.head;
        request.framing = read.framing;
    }
    request.method = read.method;
    request.target = read.target;
    request.versionMinor = read.versionMinor;
    request.headers = read.headers;
    request.chunked = read.chunked;
}

/** True where the parts of a broken request, written as they came, are its bytes again. */
bool giveBack(const Request& request, const QByteArray& bytes)
{
    EventDetail detail;
    detail.row.state = EventState::Malformed;
    detail.request = std::make_shared<const Request>(request);
    QByteArray written;
    const auto done = writeRaw(detail, bodyIn(detail), [&written](QByteArrayView piece) {
        written += piece;
        return Result<void>();
    });
    return done && written == bytes;
}

/** Head from the members for reading, where the exact one is not there. */
void buildHead(LineReader& reader, Request& request)
{
    request.method = reader.text("method", "POST");
    request.target = reader.text("target", "/");
    const QByteArray version = reader.text("http_version", "1.1");
    if (version != "1.0" && version != "1.1")
        reader.fail("http_version");
    request.versionMinor = version == "1.0" ? 0 : 1;
    request.headers = reader.fields("headers");
    request.chunked =
        equalsIgnoreAsciiCase(request.headers.value("Transfer-Encoding").value_or(QByteArray()), "chunked");
    request.head = request.method + ' ' + request.target + " HTTP/" + version + "\r\n";
    for (const HeaderField& field : request.headers) {
        if (!isWord(field.name) || field.name.contains(':') || !fitsOnOneLine(field.value))
            reader.fail("headers");
        request.head += field.name + ": " + field.value + "\r\n";
    }
    request.head += "\r\n";
    if (!isWord(request.method))
        reader.fail("method");
    if (!isWord(request.target))
        reader.fail("target");
}

std::shared_ptr<const Answer> readResponse(LineReader& reader, const JsonValue& line)
{
    const JsonValue* value = line.find("response");
    if (!value)
        return nullptr;
    if (!value->isObject())
        reader.fail("response");
    auto answer = std::make_shared<Answer>();
    const qint64 status = reader.integer(*value, "status", 200);
    if (status < 100 || status > 999)
        reader.fail("response");
    answer->status = int(status);
    answer->headers = reader.fields(*value, "headers");
    answer->body = reader.base64(*value, "body_base64").value_or(QByteArray());
    return answer;
}

void readVerdict(LineReader& reader, StoredVerdict& out)
{
    out.signature = reader.word<SignatureState>("signature", SignatureState::Unverified, signatureStateFromWord);
    out.freshness = reader.word<Freshness>("freshness", Freshness::None, freshnessFromWord);
    out.scheme = reader.text("scheme");
}

void readUserPart(LineReader& reader, const JsonValue& line, NewEvent& event)
{
    event.note = QString::fromUtf8(reader.text("note"));
    event.pinned = reader.boolean("pinned");
    const JsonValue* tags = line.find("tags");
    if (!tags)
        return;
    if (!tags->isArray())
        reader.fail("tags");
    for (const JsonValue& tag : tags->items()) {
        if (!tag.isString())
            reader.fail("tags");
        event.tags += QString::fromUtf8(tag.text());
    }
}

void readTime(LineReader& reader, qint64 nowUs, NewEvent& event)
{
    event.receivedAtUs = nowUs;
    if (const QByteArray text = reader.text("received_at"); !text.isEmpty()) {
        const auto time = fromRfc3339(text);
        if (!time)
            reader.fail("received_at");
        event.receivedAtUs = time.value_or(nowUs);
    }
    event.durationUs = reader.integer("duration_us", 0);
}

} // namespace

Result<NewEvent> fromNdjson(QByteArrayView text, qint64 nowUs)
{
    QString problem;
    const auto line = JsonValue::parse(text, &problem);
    if (!line)
        return Error{ErrorCode::Invalid, problem};
    if (!line->isObject() || !(line->find("head_base64") || line->find("method")))
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "This is no event: it has neither \"head_base64\" nor \"method\".")};

    LineReader reader(*line);
    NewEvent event;
    auto request = std::make_shared<Request>();
    readTime(reader, nowUs, event);
    event.endpoint = reader.text("endpoint", "/");
    event.peer = reader.text("peer");
    event.state = reader.word<EventState>("state", EventState::Complete, eventStateFromWord);
    const auto head = reader.base64("head_base64");
    if (head) {
        request->head = *head;
        readHead(*request, event);
    } else {
        buildHead(reader, *request);
    }
    request->body = reader.base64("body_base64").value_or(request->body);
    request->bodySize = request->body.size();
    request->framing = reader.base64("framing_base64").value_or(request->framing);
    request->framingCut = request->framing.size() >= Request::framingBytes;
    request->trailers = reader.fields("trailers");
    if (head && event.state == EventState::Malformed && !giveBack(*request, *head)) {
        *request = Request(); // one piece that nobody takes apart
        request->head = *head;
    }
    readVerdict(reader, event.verdict);
    event.answer = readResponse(reader, *line);
    readUserPart(reader, *line, event);
    if (event.state == EventState::Complete)
        event.reason.clear();
    event.request = std::move(request);
    if (!reader.problem().isEmpty())
        return Error{ErrorCode::Invalid, reader.problem()};
    return event;
}

} // namespace creel
