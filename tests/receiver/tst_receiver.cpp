#include "ReceiverFixture.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace creel;
using namespace creel::test;

namespace
{

class FixedChooser final : public AnswerChooser
{
public:
    std::optional<ChosenAnswer> choose(
        const Request& request, const EndpointTable::Entry& entry, const StoredVerdict& verdict) const override
    {
        if (request.query() != "challenge=42" || verdict.signature != SignatureState::Unverified)
            return {};
        Answer answer;
        answer.body = "42 at " + entry.endpoint.path;
        return ChosenAnswer{std::make_shared<const Answer>(answer), true};
    }
};

} // namespace

/** What becomes an event, and what is answered. */
class TestReceiver : public QObject
{
    Q_OBJECT
private slots:
    void everyByteIsKept()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        const QByteArray head = "PoSt /any/path?x=%20#f HTTP/1.1\r\nhOST: a\r\nX-Dup: 1\r\nx-dup:   2 \r\n"
                                "Content-Length: 4\r\n\r\n";
        const Reply reply = client.exchange(head + QByteArray("\0\xff\r\n", 4));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray());
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(1));
        const EventDetail& event = events[0];
        QCOMPARE(event.row.state, EventState::Complete);
        QCOMPARE(event.request->head, head);
        QCOMPARE(event.request->body, QByteArray("\0\xff\r\n", 4));
        QCOMPARE(event.row.method, QByteArray("PoSt"));
        QCOMPARE(event.row.endpoint, QByteArray("/"));
        QVERIFY(event.row.peer.startsWith("127.0.0.1:"));
        QCOMPARE(event.row.status, 200);
        QVERIFY(event.row.receivedAtUs > 1'700'000'000'000'000);
    }

    void bothLoopbackAddressesListen()
    {
        ReceiverFixture fixture;
        RawClient six(fixture.port(), true);
        if (!six.isConnected())
            QSKIP("no IPv6 here");
        QCOMPARE(six.exchange(post("/", "x")).status, 200);
        QVERIFY(fixture.events().at(0).row.peer.startsWith("[::1]:"));
    }

    void everyMethodAndTargetIsCaught_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("GET") << QByteArray("GET / HTTP/1.1");
        QTest::newRow("OPTIONS *") << QByteArray("OPTIONS * HTTP/1.1");
        QTest::newRow("own method") << QByteArray("M-SEARCH /x HTTP/1.1");
        QTest::newRow("absolute form") << QByteArray("GET http://localhost/x HTTP/1.1");
        QTest::newRow("DELETE") << QByteArray("DELETE /no/such/thing HTTP/1.1");
    }
    void everyMethodAndTargetIsCaught()
    {
        QFETCH(QByteArray, line);
        ReceiverFixture fixture;
        QCOMPARE(fixture.client().exchange(line + "\r\nHost: localhost\r\n\r\n").status, 200);
        QCOMPARE(fixture.events().at(0).row.state, EventState::Complete);
    }

    void chunkedBodyIsReadAndItsFramingKept()
    {
        ReceiverFixture fixture;
        const Reply reply = fixture.client().exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                                                      "3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: t\r\n\r\n");
        QCOMPARE(reply.status, 200);
        const EventDetail event = fixture.events().at(0);
        QCOMPARE(event.request->body, QByteArray("abcde"));
        QVERIFY(event.request->framing.contains("3;ext=1"));
        QCOMPARE(event.request->trailers.value("x-trailer").value_or(QByteArray()), QByteArray("t"));
    }

    void malformedIsAnEventToo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
        QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11);
        QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("smuggling") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc");
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    }
    void malformedIsAnEventToo()
    {
        QFETCH(QByteArray, bytes);
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        const Reply reply = client.exchange(bytes);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.header("Connection"), QByteArray("close"));
        QVERIFY(!reply.body.isEmpty());
        QVERIFY(client.waitForClose());
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events[0].row.state, EventState::Malformed);
        QVERIFY(!events[0].reason.isEmpty());
        QVERIFY2(bytes.startsWith(events[0].request->head), events[0].request->head.constData());
        QVERIFY(events[0].request->head.size() >= qMin<qsizetype>(3, bytes.size()));
        QCOMPARE(events[0].row.status, 400);
    }

    void malformedChunkEndsTheConnection()
    {
        ReceiverFixture fixture;
        QCOMPARE(fixture.client()
                     .exchange("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n")
                     .status,
            400);
        const EventDetail event = fixture.events().at(0);
        QCOMPARE(event.row.state, EventState::Malformed);
        QCOMPARE(event.request->target, QByteArray("/c"));
        QCOMPARE(event.request->body, QByteArray("abc"));
    }

    void cutOffIsIncomplete_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("reset");
        QTest::newRow("in the head") << QByteArray("POST /half HTTP/1.1\r\nHost: a\r\n") << false;
        QTest::newRow("in the body") << QByteArray("POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc")
                                     << false;
        QTest::newRow("reset in the body")
            << QByteArray("POST /half HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc") << true;
        QTest::newRow("one byte") << QByteArray("P") << false;
    }
    void cutOffIsIncomplete()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, reset);
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        QVERIFY(client.send(bytes));
        while (fixture.receiver->stats().connections == 0)
            QTest::qSleep(5);
        if (reset)
            QTest::qSleep(500); // it throws away what was not read yet
        if (reset)
            client.reset();
        else
            client.close();
        const auto events = fixture.waitForEvents(1);
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events[0].row.state, EventState::Incomplete);
        QCOMPARE(events[0].request->head + events[0].request->body, bytes);
        QCOMPARE(events[0].row.status, 0);
        QVERIFY(!events[0].reason.isEmpty());
    }

    void nothingSentIsNoEvent()
    {
        ReceiverFixture fixture;
        {
            RawClient client = fixture.client();
            QVERIFY(client.isConnected());
        }
        QCOMPARE(fixture.client().exchange(post("/", "")).status, 200);
        QCOMPARE(fixture.events().size(), std::size_t(1));
    }

    void halfClosedSenderGetsItsAnswer()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        QVERIFY(client.send(post("/", "abc")));
        client.halfClose();
        QCOMPARE(client.read().status, 200);
        QVERIFY(client.waitForClose());
        QCOMPARE(fixture.events().at(0).row.state, EventState::Complete);
    }

    void keepAliveAndClose_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("connection");
        QTest::addColumn<bool>("closes");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n") << QByteArray() << false;
        QTest::newRow("1.1 close") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n")
                                   << QByteArray("close") << true;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << QByteArray("close") << true;
        QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                        << QByteArray("keep-alive") << false;
    }
    void keepAliveAndClose()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, closes);
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        const Reply reply = client.exchange(request);
        QCOMPARE(reply.status, 200);
        QTEST(reply.header("Connection"), "connection");
        if (closes)
            QVERIFY(client.waitForClose());
        else
            QCOMPARE(client.exchange(request).status, 200);
    }

    void pipelinedAnswersComeInOrder()
    {
        ReceiverFixture fixture;
        std::vector<EndpointTable::Entry> entries = {entryFor("/")};
        for (int i = 0; i < 4; ++i) {
            Answer answer;
            answer.body = QByteArray::number(i);
            answer.delayMs = i == 0 ? 100 : 0; // the first holds up those behind it
            entries.push_back(entryFor("/" + QByteArray::number(i), answer));
        }
        fixture.setEndpoints(std::move(entries));
        RawClient client = fixture.client();
        QByteArray all;
        for (int i = 0; i < 100; ++i)
            all += post("/" + QByteArray::number(i % 4), QByteArray(i * 97, 'x'));
        QVERIFY(client.send(all));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(client.read().body, QByteArray::number(i % 4));
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(100));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(events[std::size_t(i)].row.bodySize, qint64(i * 97));
    }

    void splitAnywhere()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        const QByteArray request = post("/split", "0123456789");
        for (const char byte : request)
            QVERIFY(client.send(QByteArray(1, byte)));
        QCOMPARE(client.read().status, 200);
        QCOMPARE(fixture.events().at(0).request->body, QByteArray("0123456789"));
    }

    void expectContinueIsAnswered()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        QVERIFY(client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"));
        QCOMPARE(client.read().status, 100);
        QVERIFY(client.send("abc"));
        QCOMPARE(client.read().status, 200);
        // Not where the body comes anyway.
        QVERIFY(client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc"));
        QCOMPARE(client.read().status, 200);
        QCOMPARE(fixture.events().size(), std::size_t(2));
    }

    void answerIsTheEndpoints()
    {
        ReceiverFixture fixture;
        Answer answer;
        answer.status = 418;
        answer.headers = {{"X-Tea", "pot"}};
        answer.body = "short and stout";
        answer.delayMs = 60;
        fixture.setEndpoints({entryFor("/"), entryFor("/tea", answer)});
        RawClient client = fixture.client();
        QElapsedTimer timer;
        timer.start();
        const Reply reply = client.exchange(post("/tea/pot?x", ""));
        QVERIFY(timer.elapsed() >= 60);
        QCOMPARE(reply.status, 418);
        QCOMPARE(reply.header("X-Tea"), QByteArray("pot"));
        QCOMPARE(reply.body, QByteArray("short and stout"));
        QVERIFY(client.send("HEAD /tea HTTP/1.1\r\nHost: a\r\n\r\n"));
        const Reply head = client.read(true);
        QCOMPARE(head.header("Content-Length"), QByteArray("15"));
        QCOMPARE(client.exchange(post("/teapot", "")).status, 200); // nothing of the body was left behind
        const auto events = fixture.events();
        QCOMPARE(events[0].row.endpoint, QByteArray("/tea"));
        QCOMPARE(events[0].row.status, 418);
        QCOMPARE(events[0].answer->body, QByteArray("short and stout"));
        QCOMPARE(events[0].answerOutcome, AnswerOutcome::Written);
        QVERIFY(events[0].answeredAfterUs >= 60'000);
        QCOMPARE(events[2].row.endpoint, QByteArray("/"));
    }

    void chooserAnswersHandshakes()
    {
        ReceiverFixture fixture;
        fixture.setEndpoints({entryFor("/"), entryFor("/h")}, {}, std::make_shared<FixedChooser>());
        RawClient client = fixture.client();
        QCOMPARE(client.exchange("GET /h?challenge=42 HTTP/1.1\r\nHost: a\r\n\r\n").body, QByteArray("42 at /h"));
        QCOMPARE(client.exchange("GET /h HTTP/1.1\r\nHost: a\r\n\r\n").body, QByteArray());
        const auto events = fixture.events();
        QVERIFY(events[0].row.handshake);
        QCOMPARE(events[0].answer->body, QByteArray("42 at /h"));
        QVERIFY(!events[1].row.handshake);
    }

    void newEndpointsHoldFromTheNextRequest()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        for (int status = 201; status < 250; ++status) {
            Answer answer;
            answer.status = status;
            fixture.setEndpoints({entryFor("/", answer)});
            QCOMPARE(client.exchange(post("/", "")).status, status);
        }
    }

    void clientGoneIsRecorded()
    {
        ReceiverFixture fixture;
        Answer slow;
        slow.delayMs = 20'000; // longer than any machine needs to see the reset
        fixture.setEndpoints({entryFor("/", slow)});
        RawClient client = fixture.client();
        QVERIFY(client.send(post("/", "abc")));
        QCOMPARE(fixture.waitForEvents(1).size(), std::size_t(1));
        client.reset();
        AnswerOutcome outcome = AnswerOutcome::Unknown;
        for (int i = 0; i < 200 && outcome == AnswerOutcome::Unknown; ++i) {
            QTest::qSleep(20);
            outcome = fixture.events().at(0).answerOutcome;
        }
        QCOMPARE(outcome, AnswerOutcome::ClientGone);
        QCOMPARE(fixture.events().at(0).row.state, EventState::Complete);
    }

    void stopsStartsAndMoves()
    {
        ReceiverFixture fixture;
        Receiver& receiver = *fixture.receiver;
        QSignalSpy stopped(&receiver, &Receiver::stopped);
        RawClient idle = fixture.client();
        QCOMPARE(idle.exchange(post("/1", "")).status, 200);
        const quint16 first = receiver.port();
        ReceiverSettings settings;
        settings.port = 0;
        QVERIFY(receiver.start(settings).ok()); // moves
        QVERIFY(receiver.port() != first);
        QVERIFY(idle.waitForClose());
        QVERIFY(!RawClient(first).isConnected());
        QCOMPARE(fixture.client().exchange(post("/2", "")).status, 200);

        settings.port = receiver.port();
        settings.portIsFixed = true;
        QVERIFY(receiver.start(settings).ok()); // the same place again, at once
        QCOMPARE(fixture.client().exchange(post("/3", "")).status, 200);

        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        ReceiverSettings taken = settings;
        taken.port = other.serverPort();
        QVERIFY(!receiver.start(taken).ok());
        QCOMPARE(fixture.client().exchange(post("/4", "")).status, 200); // still where it was
        QCOMPARE(stopped.size(), 0);

        receiver.stop();
        QVERIFY(!receiver.isListening());
        QVERIFY(!RawClient(settings.port).isConnected());
        QVERIFY(stopped.size() == 1 || stopped.wait(20'000));
        QVERIFY(receiver.start(settings).ok());
        QCOMPARE(receiver.port(), settings.port);
        QCOMPARE(receiver.url(), QStringLiteral("http://127.0.0.1:%1").arg(settings.port));
        QCOMPARE(fixture.client().exchange(post("/5", "")).status, 200);
        QCOMPARE(fixture.events().size(), std::size_t(5));
        QCOMPARE(receiver.stats().events, 5);
    }

    void stopFinishesWhatIsInFlight()
    {
        ReceiverFixture fixture;
        Answer slow;
        slow.delayMs = 1'500; // still due when the receiver is stopped, on a slow machine too
        fixture.setEndpoints({entryFor("/", slow)});
        RawClient waiting = fixture.client();
        RawClient sending = fixture.client();
        RawClient idle = fixture.client();
        QVERIFY(waiting.send(post("/1", "abc")));
        QVERIFY(sending.send("POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na"));
        QCOMPARE(fixture.waitForEvents(1).size(), std::size_t(1));
        QSignalSpy stopped(fixture.receiver.get(), &Receiver::stopped);
        fixture.receiver->stop();
        QVERIFY(idle.waitForClose());
        QVERIFY(sending.send("bc"));
        const Reply first = waiting.read();
        QCOMPARE(first.status, 200);
        QCOMPARE(first.header("Connection"), QByteArray("close"));
        QCOMPARE(sending.read().status, 200);
        QVERIFY(stopped.size() == 1 || stopped.wait(20'000));
        QCOMPARE(fixture.events().size(), std::size_t(2));
    }

    void stopCutsOffAtTheDeadline()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        QVERIFY(client.send("POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na"));
        while (fixture.receiver->stats().connections == 0)
            QTest::qSleep(5);
        QTest::qSleep(50);
        QSignalSpy stopped(fixture.receiver.get(), &Receiver::stopped);
        fixture.receiver->stop(50);
        QVERIFY(client.waitForClose());
        QVERIFY(stopped.size() == 1 || stopped.wait(20'000));
        const auto events = fixture.waitForEvents(1);
        QCOMPARE(events.at(0).row.state, EventState::Incomplete);
        QCOMPARE(events.at(0).request->body, QByteArray("a"));
    }
};

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
