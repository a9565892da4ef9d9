#include "Corpus.h"
#include "http/ResponseParser.h"

#include <QTest>

using namespace creel;

namespace
{

struct Outcome {
    QByteArrayList lines;
    ParseFailure failure;
    qint64 faultAt = -1;
    bool operator==(const Outcome& other) const { return lines == other.lines && faultAt == other.faultAt; }
};

class Run
{
public:
    explicit Run(const CorpusCase& test)
        : m_test(test)
        , m_parser(test.limits)
    {
        m_parser.setAnswersHead(test.noBody);
    }

    void feed(QByteArrayView bytes)
    {
        m_fed += bytes.size();
        while (true) {
            switch (m_parser.next(bytes)) {
            case ParseEvent::Head:
                m_headSeen = true;
                m_keep = m_parser.keepAlive();
                break;
            case ParseEvent::Interim:
                m_outcome.lines += "interim " + QByteArray::number(m_parser.takeResponse().status);
                m_start = m_fed - bytes.size();
                break;
            case ParseEvent::Body:
                m_body += m_parser.bodyPiece();
                break;
            case ParseEvent::Complete:
                addMessage();
                m_start = m_fed - bytes.size();
                break;
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
        if (m_test.eof || !m_headSeen) {
            if (m_parser.finish() == ParseEvent::Complete)
                addMessage();
        }
        m_outcome.failure = m_parser.failure();
        if (m_outcome.failure) {
            const Response response = m_parser.takeResponse();
            if (m_headSeen)
                addResponse(response);
            const bool cut = m_outcome.failure.fault == ParseFault::Incomplete;
            m_outcome.lines +=
                cut ? QByteArray("incomplete") : QByteArray("fault " + faultName(m_outcome.failure.fault));
            if (!cut)
                m_outcome.faultAt = m_outcome.failure.offset + m_start;
        }
        return m_outcome;
    }

private:
    void addMessage()
    {
        const Response response = m_parser.takeResponse();
        if (response.bodySize != m_body.size())
            qFatal("the size of the body is wrong");
        addResponse(response);
        m_body.clear();
        m_headSeen = false;
    }

    void addResponse(const Response& response)
    {
        m_outcome.lines += QByteArray(QByteArray::number(response.status) + " 1."
            + QByteArray::number(response.versionMinor) + (m_keep ? " keep " : " close ") + escaped(response.reason))
                               .trimmed();
        for (const HeaderField& field : response.headers)
            m_outcome.lines += escaped(field.name + ": " + field.value).trimmed();
        if (!m_body.isEmpty())
            m_outcome.lines += "body " + escaped(m_body);
        if (!response.framing.isEmpty())
            m_outcome.lines += "framing " + escaped(response.framing);
        for (const HeaderField& field : response.trailers)
            m_outcome.lines += "trailer " + escaped(field.name + ": " + field.value);
    }

    const CorpusCase& m_test;
    ResponseParser m_parser;
    qsizetype m_fed = 0;
    qsizetype m_start = 0; ///< where the message at hand begins
    QByteArray m_body;
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

} // namespace

class TestResponseParser : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_cases = readCorpus("responses.txt");
        QVERIFY(m_cases.size() > 60);
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
        QCOMPARE(whole.faultAt, test.faultAt);
        Run bytewise(test);
        for (const char& c : test.bytes)
            bytewise.feed(QByteArrayView(&c, 1));
        QCOMPARE(bytewise.end().lines.join('\n'), whole.lines.join('\n'));
        const QByteArrayView bytes(test.bytes);
        for (qsizetype at = 1; at < bytes.size(); ++at)
            QVERIFY2(run(test, bytes.first(at), bytes.sliced(at)) == whole, QByteArray::number(at).constData());
    }

    void cutOffAnywhere()
    {
        const QByteArray bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nA: b\r\n\r\n");
        for (qsizetype size = 1; size < bytes.size(); ++size) {
            ResponseParser parser;
            QByteArrayView piece = QByteArrayView(bytes).first(size);
            ParseEvent event = ParseEvent::Head;
            while (event != ParseEvent::NeedMore) {
                event = parser.next(piece);
                QVERIFY(event != ParseEvent::Complete && event != ParseEvent::Failed);
            }
            QCOMPARE(parser.finish(), ParseEvent::Failed);
            QCOMPARE(parser.failure().fault, ParseFault::Incomplete);
            QCOMPARE(parser.failure().offset, size);
        }
    }

    void reasons()
    {
        QCOMPARE(reasonPhrase(100), QByteArray("Continue"));
        QCOMPARE(reasonPhrase(200), QByteArray("OK"));
        QCOMPARE(reasonPhrase(413), QByteArray("Content Too Large"));
        QCOMPARE(reasonPhrase(431), QByteArray("Request Header Fields Too Large"));
        QCOMPARE(reasonPhrase(507), QByteArray("Insufficient Storage"));
        QCOMPARE(reasonPhrase(511), QByteArray("Network Authentication Required"));
        QCOMPARE(reasonPhrase(299), QByteArray());
        QCOMPARE(reasonPhrase(999), QByteArray());
    }

private:
    std::vector<CorpusCase> m_cases;
};

QTEST_APPLESS_MAIN(TestResponseParser)
#include "tst_response_parser.moc"
