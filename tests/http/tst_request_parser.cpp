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
            m_outcome.failure.offset += m_start + (m_test.bytes.sliced(m_start).startsWith("\r\n") ? 2 : 0);
            const bool cut = m_outcome.failure.fault == ParseFault::Incomplete;
            const Request request = m_parser.takeRequest();
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
