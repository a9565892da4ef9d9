#include "Corpus.h"
#include "http/RequestParser.h"

#include <QTest>

using namespace creel;

namespace
{

/** What came of the bytes: in the words of the corpus, and the bytes themselves put together again. */
struct Outcome {
    QByteArrayList lines;
    QByteArray wire;
    ParseFailure failure;
    bool operator==(const Outcome& other) const
    {
        return lines == other.lines && wire == other.wire && failure.offset == other.failure.offset;
    }
};

/** Head, body and framing as they were on the wire. */
QByteArray reassembled(const Request& request, const QByteArray& body)
{
    if (!request.chunked)
        return request.head + body;
    QByteArray out = request.head;
    qsizetype taken = 0;
    for (qsizetype at = 0; at < request.framing.size();) {
        const qsizetype lf = request.framing.indexOf('\n', at);
        const QByteArray line = lf < 0 ? request.framing.sliced(at) : request.framing.sliced(at, lf + 1 - at);
        out += line;
        at += line.size();
        qsizetype digits = 0;
        while (digits < line.size() && QByteArray("0123456789abcdefABCDEF").contains(line[digits]))
            ++digits;
        const qsizetype size = line.left(digits).toLongLong(nullptr, 16);
        if (lf < 0 || size == 0)
            return out + request.framing.sliced(at);
        const QByteArray data = body.mid(taken, size);
        taken += data.size();
        out += data;
        // The CRLF after the data shows only once the next line is there.
        if (data.size() == size && at < request.framing.size() && !request.framing.sliced(at).startsWith("\r"))
            out += "\r\n";
    }
    return out;
}

class Run
{
public:
    explicit Run(const CorpusCase& test)
        : m_test(test)
        , m_parser(test.limits)
    {
    }

    void feed(QByteArrayView bytes)
    {
        m_fed += bytes.size();
        while (true) {
            switch (m_parser.next(bytes)) {
            case ParseEvent::Head:
                m_continue = m_parser.expectsContinue();
                m_keep = m_parser.keepAlive();
                m_headSeen = true;
                break;
            case ParseEvent::Body:
                m_body += m_parser.bodyPiece();
                break;
            case ParseEvent::Complete:
                addMessage();
                m_start = m_fed - bytes.size();
                break;
            case ParseEvent::Interim:
                qFatal("a request has no interim response");
            case ParseEvent::NeedMore:
            case ParseEvent::Failed:
                if (!bytes.isEmpty())
                    qFatal("bytes are left");
                return;
            }
        }
    }

    Outcome end()
    {
        const bool idle = m_parser.isIdle();
        const ParseEvent event = m_parser.finish();
        if (event == ParseEvent::Complete)
            addMessage();
        if ((event == ParseEvent::NeedMore) != idle)
            qFatal("idle and finish() differ");
        if (event == ParseEvent::Failed) {
            m_outcome.failure = m_parser.failure();
            if (!m_outcome.failure.text.contains(QString::number(m_outcome.failure.offset)))
                qFatal("the offset is not told");
            // The corpus counts from the first byte of all, the parser from that of the message.
            // A skipped empty line is no part of the message unless a second one is the fault.
            const Request request = m_parser.takeRequest();
            const bool skipped = m_test.bytes.sliced(m_start).startsWith("\r\n") && !request.head.startsWith("\r\n");
            m_outcome.failure.offset += m_start + (skipped ? 2 : 0);
            const bool cut = m_outcome.failure.fault == ParseFault::Incomplete;
            if (m_headSeen)
                addRequest(request);
            m_outcome.lines +=
                cut ? QByteArray("incomplete") : QByteArray("fault " + faultName(m_outcome.failure.fault));
            m_outcome.wire += reassembled(request, m_body);
        }
        return m_outcome;
    }

private:
    void addMessage()
    {
        const Request request = m_parser.takeRequest();
        if (request.bodySize != m_body.size())
            qFatal("the size of the body is wrong");
        addRequest(request);
        m_outcome.wire += reassembled(request, m_body);
        m_body.clear();
        m_headSeen = false;
    }

    void addRequest(const Request& request)
    {
        m_outcome.lines += request.method + ' ' + escaped(request.target) + " 1."
            + QByteArray::number(request.versionMinor) + (m_keep ? " keep" : " close")
            + (m_continue ? " continue" : "");
        for (const HeaderField& field : request.headers)
            m_outcome.lines += escaped(field.name + ": " + field.value).trimmed();
        if (!m_body.isEmpty())
            m_outcome.lines += "body " + escaped(m_body);
        if (!request.framing.isEmpty())
            m_outcome.lines += "framing " + escaped(request.framing);
        for (const HeaderField& field : request.trailers)
            m_outcome.lines += "trailer " + escaped(field.name + ": " + field.value);
    }

    const CorpusCase& m_test;
    RequestParser m_parser;
    qsizetype m_fed = 0;
    qsizetype m_start = 0; ///< where the message at hand begins
    QByteArray m_body;
    bool m_continue = false;
    bool m_keep = false;
    bool m_headSeen = false;
    Outcome m_outcome;
};

Outcome run(const CorpusCase& test, QByteArrayView first, QByteArrayView second = {})
{
    Run made(test);
    made.feed(first);
    if (!second.isEmpty())
        made.feed(second);
    return made.end();
}

Outcome runBytewise(const CorpusCase& test)
{
    Run made(test);
    for (const char& c : test.bytes)
        made.feed(QByteArrayView(&c, 1));
    return made.end();
}

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_cases = readCorpus("requests.txt");
        QVERIFY(m_cases.size() >= 200);
    }

    void corpus_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases[i].name.constData()) << int(i);
    }

    void corpus()
    {
        QFETCH(int, index);
        const CorpusCase& test = m_cases[std::size_t(index)];
        const Outcome whole = run(test, test.bytes);
        QCOMPARE(askedLines(whole.lines, test.expected).join('\n'), test.expected.join('\n'));
        const bool faulty = whole.failure && whole.failure.fault != ParseFault::Incomplete;
        QCOMPARE(faulty ? whole.failure.offset : -1, test.faultAt);
        if (faulty)
            QVERIFY(whole.failure.status >= 400);
        checkSplits(test, whole);
        checkCuts(test);
    }

    void statusOfEachFault()
    {
        for (int i = int(ParseFault::TlsOnPlainPort); i <= int(ParseFault::Incomplete); ++i) {
            const auto fault = ParseFault(i);
            const ParseFailure failure = makeFailure(fault, 4711);
            QVERIFY2(failure.text.contains(QStringLiteral("4711")), faultName(fault).constData());
            const bool head = fault == ParseFault::HeadTooLarge || fault == ParseFault::TooManyFields;
            const int status = head                 ? 431
                : fault == ParseFault::BodyTooLarge ? 413
                : fault == ParseFault::Incomplete   ? 0
                                                    : 400;
            QCOMPARE(failure.status, status);
        }
    }

    /** A fault in the head: all bytes are evidence, up to the limit, also those that come later. */
    void evidenceOfABrokenHead()
    {
        RequestParser parser(ParseLimits{100, 256, 1000});
        const QByteArray bytes("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        QByteArrayView view(bytes);
        QCOMPARE(parser.next(view), ParseEvent::Failed);
        QByteArray more(60, 'y');
        view = more;
        QCOMPARE(parser.next(view), ParseEvent::Failed);
        QVERIFY(view.isEmpty());
        QCOMPARE(parser.failure().fault, ParseFault::DuplicateContentLength);
        const Request request = parser.takeRequest();
        QCOMPARE(request.head, (bytes + more).left(100));
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path(), QByteArray("/x"));
        QVERIFY(request.headers.contains("Host"));
    }

    /** One empty line is skipped; with a second one both are kept, or the bytes kept would be a valid request. */
    void evidenceOfTwoEmptyLines()
    {
        const QByteArray bytes("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
        for (const qsizetype first : {qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(4), bytes.size()}) {
            RequestParser parser;
            QByteArrayView view = QByteArrayView(bytes).first(first);
            parser.next(view);
            view = QByteArrayView(bytes).sliced(first);
            parser.next(view);
            QCOMPARE(parser.finish(), ParseEvent::Failed);
            QCOMPARE(parser.failure().fault, ParseFault::BadMethod);
            QCOMPARE(parser.failure().offset, 2);
            QCOMPARE(parser.takeRequest().head, bytes);
        }
    }

    /** Between the chunks it is the framing that holds them. */
    void evidenceOfBrokenChunks()
    {
        RequestParser parser;
        const QByteArray head("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray bytes = head + "3\r\nabc\r\nzz\r\nrest";
        QByteArrayView view(bytes);
        QByteArray body;
        for (ParseEvent event = ParseEvent::Head; event != ParseEvent::Failed;) {
            event = parser.next(view);
            QVERIFY(event != ParseEvent::NeedMore);
            if (event == ParseEvent::Body)
                body += parser.bodyPiece();
        }
        const Request request = parser.takeRequest();
        QCOMPARE(request.head, head);
        QCOMPARE(body, QByteArray("abc"));
        QCOMPARE(request.framing, QByteArray("3\r\n\r\nzz\r\nrest"));
    }

    /** Endless chunk lines must not fill the memory: they are kept up to their limit, the body goes on. */
    void framingIsCut()
    {
        RequestParser parser;
        QByteArray bytes("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        bytes += QByteArray("1;ext=0123456789\r\nx\r\n").repeated(20'000) + "0\r\n\r\n";
        QByteArrayView view(bytes);
        qint64 body = 0;
        for (ParseEvent event = ParseEvent::Head; event != ParseEvent::Complete;) {
            event = parser.next(view);
            QVERIFY(event != ParseEvent::Failed && event != ParseEvent::NeedMore);
            if (event == ParseEvent::Body)
                body += parser.bodyPiece().size();
        }
        const Request request = parser.takeRequest();
        QCOMPARE(body, 20'000);
        QCOMPARE(request.bodySize, 20'000);
        QVERIFY(request.framingCut);
        QCOMPARE(request.framing.size(), Request::framingBytes);
    }

    /** Pieces are views on the bytes given: a large body is never held. */
    void bodyIsHandedOn()
    {
        RequestParser parser;
        QByteArray head("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 52428800\r\n\r\n");
        QByteArrayView view(head);
        QCOMPARE(parser.next(view), ParseEvent::Head);
        QCOMPARE(parser.contentLength(), 52'428'800);
        const QByteArray piece(64 * 1024, 'x');
        for (int i = 0; i < 800; ++i) {
            view = piece;
            QCOMPARE(parser.next(view), ParseEvent::Body);
            QCOMPARE(parser.bodyPiece().data(), piece.constData());
            QCOMPARE(parser.bodyPiece().size(), piece.size());
            QVERIFY(view.isEmpty());
        }
        QCOMPARE(parser.next(view), ParseEvent::Complete);
        QVERIFY(parser.isIdle());
        QVERIFY(parser.takeRequest().body.isEmpty());
    }

    void pathAndQuery_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char* target, const char* path, const char* query) {
            QTest::newRow(target) << QByteArray(target) << QByteArray(path) << QByteArray(query);
        };
        row("/", "/", "");
        row("/a/b?c=d?e", "/a/b", "c=d?e");
        row("/a#b?c", "/a", "c");
        row("*", "*", "");
        row("http://h", "/", "");
        row("http://h/", "/", "");
        row("http://h?x", "/", "x");
        row("http://h/a?x=/b", "/a", "x=/b");
        row("/?u=http://h/x", "/", "u=http://h/x");
        row("h:443", "h:443", "");
        row("", "/", "");
    }

    void pathAndQuery()
    {
        QFETCH(QByteArray, target);
        Request request;
        request.target = target;
        QTEST(request.path(), "path");
        QTEST(request.query(), "query");
    }

    void headerList()
    {
        HeaderList list{{"A", "1"}, {"b", "2"}, {"a", "3"}, {"B", "4"}};
        QCOMPARE(list.value("a"), QByteArray("1"));
        QCOMPARE(list.values("A"), (std::vector<QByteArray>{"1", "3"}));
        QVERIFY(!list.value("c") && !list.contains("c"));
        list.set("B", "5");
        QCOMPARE(list, (HeaderList{{"A", "1"}, {"b", "5"}, {"a", "3"}}));
        list.set("C", "6");
        list.removeAll("a");
        QCOMPARE(list, (HeaderList{{"b", "5"}, {"C", "6"}}));
    }

private:
    /** The bytes one by one, and in two at each place, must come to the same. */
    static void checkSplits(const CorpusCase& test, const Outcome& whole)
    {
        const Outcome bytewise = runBytewise(test);
        QCOMPARE(bytewise.lines.join('\n'), whole.lines.join('\n'));
        QVERIFY(bytewise == whole);
        const qsizetype step = qMax<qsizetype>(1, test.bytes.size() / 500);
        for (qsizetype at = 1; at < test.bytes.size(); at += step) {
            const QByteArrayView bytes(test.bytes);
            const Outcome split = run(test, bytes.first(at), bytes.sliced(at));
            QVERIFY2(split == whole, QByteArray("split at " + QByteArray::number(at)).constData());
        }
    }

    /** Cut off at each byte: nothing is lost, and no message is made up. */
    static void checkCuts(const CorpusCase& test)
    {
        const qsizetype step = qMax<qsizetype>(1, test.bytes.size() / 500);
        for (qsizetype at = 1; at < test.bytes.size(); at += step) {
            const QByteArray bytes = test.bytes.first(at);
            const Outcome cut = run(test, bytes);
            // The line ends between chunks are not kept apart: compare without them.
            const QByteArray left = QByteArray(bytes).replace("\r", "").replace("\n", "");
            const QByteArray kept = QByteArray(cut.wire).replace("\r", "").replace("\n", "");
            if (!cut.failure || cut.failure.fault == ParseFault::Incomplete)
                QVERIFY2(
                    kept == left, QByteArray("cut at " + QByteArray::number(at) + ": " + escaped(kept)).constData());
            else
                QVERIFY2(left.startsWith(kept.left(left.size())),
                    QByteArray("cut at " + QByteArray::number(at)).constData());
        }
    }

    std::vector<CorpusCase> m_cases;
};

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_request_parser.moc"
