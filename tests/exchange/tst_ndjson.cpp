#include "base/Clock.h"
#include "exchange/Importer.h"
#include "exchange/JsonValue.h"
#include "exchange/JsonWriter.h"
#include "exchange/Ndjson.h"
#include "exchange/RawMessage.h"

#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 now = 1'700'000'000'123'456;

std::shared_ptr<Request> requestOf(const QByteArray& raw)
{
    return std::make_shared<Request>(readRaw(raw).request);
}

/** An event as the receiver makes it: everything set. */
EventDetail fullEvent()
{
    EventDetail detail;
    detail.row.id = EventId(7);
    detail.row.receivedAtUs = now;
    detail.row.durationUs = 1234;
    detail.row.endpoint = "/hooks";
    detail.row.peer = "127.0.0.1:50000";
    detail.row.verdict = {SignatureState::Valid, Freshness::Stale, "stripe"};
    detail.row.tags = {QStringLiteral("a\"b"), QString::fromUtf8("\xC3\xBC")};
    detail.row.pinned = true;
    detail.note = QStringLiteral("line 1\nline 2");
    auto answer = std::make_shared<Answer>();
    answer->status = 202;
    answer->headers.add("X-A", "1");
    answer->headers.add("x-a", "2");
    answer->body = QByteArray("\0\xFF ok", 5);
    detail.answer = answer;
    static constexpr char wire[] = "POST /hooks?a=1 HTTP/1.1\r\nHost: x\r\nX-Dup: 1\r\nx-dup:  \xE9 \r\n"
                                   "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\x1f\x8b\0\xff";
    detail.request = requestOf(QByteArray(wire, sizeof(wire) - 1));
    return detail;
}

/** What the store gives back of an imported event. */
EventDetail stored(const NewEvent& event, qint64 id)
{
    EventDetail detail;
    detail.row.id = EventId(id);
    detail.row.receivedAtUs = event.receivedAtUs;
    detail.row.durationUs = event.durationUs;
    detail.row.state = event.state;
    detail.row.verdict = event.verdict;
    detail.row.endpoint = event.endpoint;
    detail.row.peer = event.peer;
    detail.row.tags = event.tags;
    detail.row.pinned = event.pinned;
    detail.note = event.note;
    detail.answer = event.answer;
    detail.request = event.request;
    return detail;
}

QByteArray withoutId(const QByteArray& line)
{
    return line.sliced(line.indexOf(','));
}

const QByteArray chunkedHead = "POST /t HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";

EventDetail broken(const QByteArray& bytes, EventState state)
{
    EventDetail detail;
    detail.row.id = EventId(1);
    detail.row.state = state;
    detail.request = requestOf(bytes);
    return detail;
}

QByteArray rawOf(const EventDetail& detail)
{
    QByteArray raw;
    const auto done = writeRaw(detail, bodyIn(detail), [&](QByteArrayView bytes) {
        raw += bytes;
        return Result<void>();
    });
    return done ? raw : QByteArray("failed");
}

QStringList memberNames(const QByteArray& line)
{
    QStringList names;
    const auto value = JsonValue::parse(line);
    for (const auto& member : value->members())
        names += QString::fromUtf8(member.first);
    return names;
}

} // namespace

class TestNdjson : public QObject
{
    Q_OBJECT
private slots:
    void aCutChunkedRequestIsWrittenAsItCame()
    {
        const QByteArray full = chunkedHead + "3;e\r\nabc\r\n2\r\nde\r\n0\r\nA: b\r\n\r\n";
        for (qsizetype size = chunkedHead.size(); size < full.size(); ++size)
            QCOMPARE(rawOf(broken(full.first(size), EventState::Incomplete)), full.first(size));
        QCOMPARE(rawOf(broken(full, EventState::Complete)), full);
    }

    void aBodyOfTooManyChunksIsWrittenWhole()
    {
        QByteArray bytes = chunkedHead;
        for (int i = 0; i < 100'000; ++i)
            bytes += "1\r\nx\r\n";
        bytes += "0\r\nA: b\r\n\r\n";
        const auto event = fromNdjson(toNdjson(broken(bytes, EventState::Complete)), now);
        QVERIFY(event.ok());
        const RawRequest again = readRaw(rawOf(stored(*event, 1)));
        QVERIFY(again.complete);
        QCOMPARE(again.request.body, QByteArray(100'000, 'x'));
        QCOMPARE(again.request.trailers.value("A"), QByteArray("b"));
    }

    void aMalformedRequestKeepsAllBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char* tail : {"ZZ\r\n", "3\r\nabcX", "3\r\nabc5\r\n", "3\r\nabc0\r\n\r\n", "3\r\nabc\r\nZZ\r\nrest",
                 "3\r\nabc\n", "3\nabc", "3 4\r\nabc", "0\r\n\nxx", "3\r\nabc\r\n0\r\nHost: b\r\n\r\n",
                 "3\r\nabc\r\n0\r\nbad field\r\n\r\ntail", "3\r\nabc\r\n2\r\nxyzz\r\n"})
            QTest::newRow(QByteArray(tail).toPercentEncoding().constData()) << chunkedHead + tail;
        QTest::newRow("no http") << QByteArray("\x16\x03\x01 and more");
        QTest::newRow("two empty lines") << QByteArray(
            "\r\n\r\nPOST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    }

    void aMalformedRequestKeepsAllBytes()
    {
        QFETCH(QByteArray, bytes);
        const EventDetail detail = broken(bytes, EventState::Malformed);
        QCOMPARE(rawOf(detail), bytes);
        const QByteArray line = toNdjson(detail);
        const auto value = JsonValue::parse(line);
        QVERIFY(value);
        QCOMPARE(QByteArray::fromBase64(value->find("head_base64")->text()), bytes);
        const auto event = fromNdjson(line, now);
        QVERIFY(event.ok());
        QCOMPARE(toNdjson(stored(*event, 1)), line);
        // The head alone tells it all
        const auto bare = fromNdjson("{\"state\":\"malformed\",\"head_base64\":\"" + bytes.toBase64() + "\"}", now);
        QVERIFY(bare.ok());
        QCOMPARE(rawOf(stored(*bare, 1)), bytes);
    }

    /** Bytes that this parser would not keep whole, as another program may have written them. */
    void aMalformedRequestThatIsReadOtherwiseKeepsAllBytes()
    {
        for (const char* text : {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /2"}) {
            const QByteArray bytes(text);
            const auto event = fromNdjson(
                "{\"state\":\"malformed\",\"body_base64\":\"QQ==\",\"head_base64\":\"" + bytes.toBase64() + "\"}", now);
            QVERIFY(event.ok());
            QCOMPARE(rawOf(stored(*event, 1)), bytes);
            QCOMPARE(withoutId(toNdjson(stored(*fromNdjson(toNdjson(stored(*event, 1)), now), 2))),
                withoutId(toNdjson(stored(*event, 1))));
        }
    }

    void membersStandInTheContractsOrder()
    {
        const QStringList expected{QStringLiteral("id"), QStringLiteral("received_at"), QStringLiteral("duration_us"),
            QStringLiteral("endpoint"), QStringLiteral("peer"), QStringLiteral("state"), QStringLiteral("method"),
            QStringLiteral("target"), QStringLiteral("http_version"), QStringLiteral("headers"),
            QStringLiteral("head_base64"), QStringLiteral("body_base64"), QStringLiteral("body_encoding"),
            QStringLiteral("trailers"), QStringLiteral("framing_base64"), QStringLiteral("verdict"),
            QStringLiteral("signature"), QStringLiteral("freshness"), QStringLiteral("scheme"),
            QStringLiteral("response"), QStringLiteral("tags"), QStringLiteral("note"), QStringLiteral("pinned")};
        QCOMPARE(memberNames(toNdjson(fullEvent())), expected);
    }

    void valuesAreThoseOfTheContract()
    {
        const auto value = JsonValue::parse(toNdjson(fullEvent()));
        QVERIFY(value);
        QCOMPARE(value->find("received_at")->text(), QByteArray("2023-11-14T22:13:20.123456Z"));
        QCOMPARE(value->find("state")->text(), QByteArray("complete"));
        QCOMPARE(value->find("http_version")->text(), QByteArray("1.1"));
        QCOMPARE(value->find("verdict")->text(), QByteArray("stale"));
        QCOMPARE(value->find("signature")->text(), QByteArray("valid"));
        QCOMPARE(value->find("body_encoding")->text(), QByteArray("gzip"));
        QCOMPARE(QByteArray::fromBase64(value->find("body_base64")->text()), QByteArray("\x1f\x8b\0\xff", 4));
        QVERIFY(!value->find("framing_base64"));
        const auto& headers = value->find("headers")->items();
        QCOMPARE(headers.size(), std::size_t(5));
        QCOMPARE(headers[2].items()[0].text(), QByteArray("x-dup"));
        QCOMPARE(headers[2].items()[1].text(), QByteArray("\xC3\xA9")); // Latin-1 on the wire, UTF-8 here
        QCOMPARE(value->find("response")->find("status")->integer().value_or(0), qint64(202));
    }

    void importOfAnExportIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("state");
        QTest::newRow("plain") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}") << 0;
        QTest::newRow("no body, 1.0") << QByteArray("GET /x HTTP/1.0\r\n\r\n") << 0;
        QTest::newRow("chunked with extensions and trailers") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n"
            "X-T: v\r\n\r\n") << 0;
        QTest::newRow("malformed") << QByteArray("\x16\x03\x01\x02\0\x01", 6) << 1;
        QTest::newRow("malformed with a head") << QByteArray("POST / HTTP/1.1\r\nA : b\r\n\r\n") << 1;
        QTest::newRow("incomplete") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc") << 2;
        QTest::newRow("cut off in the head") << QByteArray("POST / HTTP/1.1\r\nHo") << 2;
        QTest::newRow("empty") << QByteArray() << 2;
    }
    void importOfAnExportIsTheSame()
    {
        QFETCH(QByteArray, raw);
        QFETCH(int, state);
        EventDetail detail = fullEvent();
        detail.request = requestOf(raw);
        detail.row.state = EventState(state);
        const QByteArray line = toNdjson(detail);
        const auto event = fromNdjson(line, 1);
        QVERIFY2(event, event ? "" : qPrintable(event.error().text));
        QCOMPARE(event->request->head, detail.request->head);
        QCOMPARE(event->request->body, detail.request->body);
        QCOMPARE(withoutId(toNdjson(stored(*event, 99))), withoutId(line));
    }

    void rawBytesComeBack()
    {
        const QByteArray raw =
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n"
            "X-T: v\r\n\r\n";
        EventDetail detail = fullEvent();
        detail.request = requestOf(raw);
        QByteArray out;
        QVERIFY(writeRaw(detail, bodyIn(detail), [&](QByteArrayView bytes) {
            out += bytes;
            return Result<void>();
        }));
        QCOMPARE(out, raw);
    }

    /** Else what was refused for it would have a verdict when it is read back. */
    void tooManyFieldsAreNoWholeRequest()
    {
        const QByteArray start("GET / HTTP/1.1\r\nHost: a\r\n");
        QVERIFY(readRaw(start + QByteArray("X: 1\r\n").repeated(255) + "\r\n").complete);
        const RawRequest raw = readRaw(start + QByteArray("X: 1\r\n").repeated(256) + "\r\n");
        QVERIFY(!raw.complete);
        QVERIFY(!raw.reason.isEmpty());
    }

    void largeBodiesAreReadInPieces()
    {
        const QByteArray body(3'000'001, 'x');
        EventDetail detail = fullEvent();
        auto request = std::make_shared<Request>(*detail.request);
        request->body.clear();
        request->bodySize = body.size();
        detail.request = request;
        QByteArray line;
        qint64 largest = 0;
        const auto piece = [&](qint64 offset, qint64 size) -> Result<QByteArray> {
            largest = qMax(largest, size);
            return body.mid(offset, qMin<qint64>(size, 65'537)); // the store may give less than asked
        };
        QVERIFY(writeNdjson(detail, piece, [&](QByteArrayView bytes) {
            line += bytes;
            return Result<void>();
        }));
        QVERIFY(largest < 1024 * 1024);
        const auto event = fromNdjson(line, 1);
        QVERIFY(event);
        QCOMPARE(event->request->body, body);
    }

    void aHeadIsMadeOfTheMembersWhereItIsAbsent()
    {
        const auto event =
            fromNdjson(R"({"method":"PUT","target":"/a?b","headers":[["X","1"],["x","2"]],"body_base64":"aGk="})", now);
        QVERIFY(event);
        QCOMPARE(event->request->head, QByteArray("PUT /a?b HTTP/1.1\r\nX: 1\r\nx: 2\r\n\r\n"));
        QCOMPARE(event->request->headers.size(), qsizetype(2));
        QCOMPARE(event->request->body, QByteArray("hi"));
        QCOMPARE(event->receivedAtUs, now);
        QCOMPARE(event->endpoint, QByteArray("/"));
    }

    void badLinesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no json") << QByteArray("{");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no event") << QByteArray("{}");
        QTest::newRow("two values") << QByteArray("{\"method\":\"A\"}{}");
        QTest::newRow("base64") << QByteArray(R"({"head_base64":"!"})");
        QTest::newRow("state") << QByteArray(R"({"method":"A","state":"fine"})");
        QTest::newRow("time") << QByteArray(R"({"method":"A","received_at":"yesterday"})");
        QTest::newRow("header with a line end") << QByteArray(R"({"method":"A","headers":[["a","b\r\nc: d"]]})");
        QTest::newRow("method of two words") << QByteArray(R"({"method":"A B","target":"/"})");
        QTest::newRow("target of two words") << QByteArray(R"({"method":"A","target":"/ b"})");
        QTest::newRow("no target") << QByteArray(R"({"method":"A","target":""})");
        QTest::newRow("name with a colon") << QByteArray(R"({"method":"A","headers":[["a:b","c"]]})");
        QTest::newRow("header with one part") << QByteArray(R"({"method":"A","headers":[["a"]]})");
        QTest::newRow("status") << QByteArray(R"({"method":"A","response":{"status":7}})");
        QTest::newRow("too deep") << QByteArray(
            "{\"method\":\"A\",\"x\":" + QByteArray(100, '[') + QByteArray(100, ']') + '}');
    }
    void badLinesAreRefused()
    {
        QFETCH(QByteArray, line);
        const auto event = fromNdjson(line, now);
        QVERIFY(!event);
        QVERIFY(!event.error().text.isEmpty());
    }

    void jsonNeverHoldsWhatATerminalObeys()
    {
        JsonWriter json;
        const QByteArray hostile("\x1b[2J\x7f\xC2\x9B\xE2\x80\xAE\xF3\xA0\x80\x81\0\"\\", 17);
        const QByteArray line = json.text(QByteArrayView(hostile)).take();
        QCOMPARE(line, QByteArray("\"\\u001b[2J\\u007f\\u009b\\u202e\\udb40\\udc01\\u0000\\\"\\\\\""));
        QCOMPARE(JsonValue::parse(line)->text(), hostile);
    }
};

QTEST_APPLESS_MAIN(TestNdjson)
#include "tst_ndjson.moc"
