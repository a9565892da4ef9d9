#include "HostileServer.h"
#include "Sending.h"
#include "delivery/Sender.h"

#include <QTest>
#include <QThread>

using namespace creel;
using namespace creel::test;

class TestHttpClient : public QObject
{
    Q_OBJECT
private slots:
    void sendsTheExactBytes()
    {
        HostileServer server(answering(Ok));
        HttpRequest request;
        request.url = server.url("/ignored?x#y");
        request.head = "pUt /%7e?b={{x}} HTTP/1.1\r\nhost: a\r\nX-A: 1\r\nx-a:  2 \r\nContent-length: 4\r\n\r\n";
        request.body = QByteArray("\0\r\n\xff", 4);
        request.settings = quickSettings();
        HttpClient client;
        const HttpResult result = sendAndWait(client, request);
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QCOMPARE(server.requests, QList<QByteArray>{request.head + request.body});
        QCOMPARE(result.response.status, 200);
        QCOMPARE(result.response.reason, QByteArray("OK"));
        QCOMPARE(result.response.head, QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"));
        QCOMPARE(result.response.body, QByteArray("ok"));
        QCOMPARE(result.response.bodySize, qint64(2));
        QCOMPARE(result.phase, HttpPhase::Done);
        QCOMPARE(result.bytesSent, qint64(request.head.size() + 4));
        QCOMPARE(result.remoteAddress, "127.0.0.1:" + QByteArray::number(server.serverPort()));
        for (const qint64 us : {result.timings.lookupUs, result.timings.connectUs, result.timings.sendUs,
                 result.timings.firstByteUs, result.timings.receiveUs})
            QVERIFY(us >= 0);
        QCOMPARE(result.timings.tlsUs, qint64(-1));
    }

    void chunkedTrailersAndInterim()
    {
        HostileServer server(answering("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                                       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                                       "3;e=1\r\nabc\r\n4\r\ndefg\r\n0\r\nX-Sum: 7\r\n\r\n"));
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(!result.error);
        QCOMPARE(result.response.body, QByteArray("abcdefg"));
        QCOMPARE(result.response.trailers.value("x-sum"), QByteArray("7"));
        QCOMPARE(result.interim.size(), std::size_t(1));
        QCOMPARE(result.interim[0].status, 103);
        QCOMPARE(client.kept(), 1);
    }

    void answersWithoutABody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
        QTest::newRow("204") << QByteArray("POST") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
        QTest::newRow("304") << QByteArray("GET")
                             << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n");
    }
    void answersWithoutABody()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, answer);
        HostileServer server(answering(answer));
        HttpClient client;
        for (int i = 0; i < 2; ++i) {
            const HttpResult result = sendAndWait(client, makeRequest(server.url(), method, ""));
            QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
            QCOMPARE(result.response.bodySize, qint64(0));
            QCOMPARE(result.reusedConnection, i == 1);
        }
        QCOMPARE(server.connections, 1);
    }

    void bodyUntilClose()
    {
        HostileServer server(answeringAndClosing("HTTP/1.0 200 OK\r\n\r\nall of it"));
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(!result.error);
        QCOMPARE(result.response.body, QByteArray("all of it"));
        QCOMPARE(client.kept(), 0);
    }

    void keepsConnections_orNot_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<int>("connections");
        QTest::newRow("kept") << Ok << true << 1;
        QTest::newRow("not wanted") << Ok << false << 2;
        QTest::newRow("close") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                               << true << 2;
        QTest::newRow("more than the answer") << Ok + "extra" << true << 2;
    }
    void keepsConnections_orNot()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, wanted);
        QFETCH(int, connections);
        HostileServer server(answering(answer));
        HttpClient client;
        SendSettings settings = quickSettings();
        settings.keepAlive = wanted;
        for (int i = 0; i < 2; ++i)
            QVERIFY(!sendAndWait(client, makeRequest(server.url(), "POST", "{}", settings)).error);
        QCOMPARE(server.connections, connections);
        QCOMPARE(server.requests.size(), 2);
    }

    // The heart of it: a request is sent once, whatever happens to the connection.
    void keptConnectionThatCloses_isToldAndNotSentAgain()
    {
        int count = 0;
        HostileServer server([&count](QTcpSocket& socket, const QByteArray&) {
            if (++count == 1)
                socket.write(Ok);
            else
                socket.disconnectFromHost();
        });
        HttpClient client;
        QVERIFY(!sendAndWait(client, makeRequest(server.url())).error);
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(result.error);
        QVERIFY(result.closedBeforeAnswer);
        QVERIFY(result.reusedConnection);
        QCOMPARE(server.requests.size(), 2);
        QCOMPARE(server.connections, 1);
        QTest::qWait(50);
        QCOMPARE(server.requests.size(), 2);
    }

    void keptConnectionThatClosedBefore_isNotTaken()
    {
        QPointer<QTcpSocket> open;
        HostileServer server([&open](QTcpSocket& socket, const QByteArray&) {
            open = &socket;
            socket.write(Ok);
        });
        HttpClient client;
        QVERIFY(!sendAndWait(client, makeRequest(server.url())).error);
        open->disconnectFromHost();
        QTRY_COMPARE(client.kept(), 0);
        QVERIFY(!sendAndWait(client, makeRequest(server.url())).error);
        QCOMPARE(server.connections, 2);
    }

    void badUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"", "/path", "ftp://a/", "http://", "http://:80/", "http://a:99999/", "http://a:x/",
                 "http://[::1/", "http://a b/", "https//a", "http://a\r\nb/"})
            QTest::newRow(*url ? url : "empty") << QByteArray(url);
    }
    void badUrls()
    {
        QFETCH(QByteArray, url);
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(url));
        QVERIFY(result.error);
        QCOMPARE(result.error->code, ErrorCode::Invalid);
        QCOMPARE(result.phase, HttpPhase::Start);
    }

    void largeRequestBody()
    {
        HostileServer server(answering(Ok));
        QByteArray body(8'000'000, '\0');
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = char(i * 31 / 7);
        HttpClient client;
        const HttpRequest request = makeRequest(server.url(), "POST", body);
        QVERIFY(!sendAndWait(client, request).error);
        QVERIFY(server.requests.value(0) == request.head + body);
    }

    void earlyAnswer_isRead()
    {
        HostileServer server(answering(Ok));
        server.onBytes = [](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            QObject::disconnect(&socket, &QTcpSocket::readyRead, nullptr, nullptr);
        };
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url(), "POST", QByteArray(50'000'000, 'x')));
        QVERIFY(!result.error);
        QCOMPARE(result.response.status, 413);
        QVERIFY(result.bytesSent < 50'000'000);
    }

    void expectContinue_waitsForIt()
    {
        QByteArray seen;
        HostileServer server(answering(Ok));
        server.onBytes = [&seen](QTcpSocket& socket, const QByteArray& bytes) {
            if (seen.isEmpty())
                socket.write("HTTP/1.1 100 Continue\r\n\r\n");
            seen = bytes;
            if (bytes.endsWith("body"))
                socket.write(Ok);
        };
        HttpRequest request = makeRequest(server.url(), "POST", "body");
        request.head.replace("Host: test", "Host: test\r\nExpect: 100-continue");
        HttpClient client;
        const HttpResult result = sendAndWait(client, request);
        QVERIFY(!result.error);
        QCOMPARE(result.interim.size(), std::size_t(1));
        QCOMPARE(seen, request.head + request.body);
    }

    void expectContinue_refused_sendsNoBody()
    {
        HostileServer server(answering(Ok));
        QByteArray seen;
        server.onBytes = [&seen](QTcpSocket& socket, const QByteArray& bytes) {
            seen = bytes;
            socket.write("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
        };
        HttpRequest request = makeRequest(server.url(), "POST", "body");
        request.head.replace("Host: test", "Host: test\r\nExpect: 100-continue");
        HttpClient client;
        const HttpResult result = sendAndWait(client, request);
        QCOMPARE(result.response.status, 417);
        QCOMPARE(seen, request.head);
        QCOMPARE(client.kept(), 0);
    }

    void redirects_areShown()
    {
        HostileServer server(answering("HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n"));
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(!result.error);
        QCOMPARE(result.response.status, 302);
        QCOMPARE(server.requests.size(), 1);
    }

    void redirects_areFollowedWhenAsked_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("second");
        const QByteArray same = "POST /next?a=1 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 2\r\n\r\n{}";
        const QByteArray get = "GET /next?a=1 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n";
        QTest::newRow("301") << 301 << get;
        QTest::newRow("302") << 302 << get;
        QTest::newRow("303") << 303 << get;
        QTest::newRow("307") << 307 << same;
        QTest::newRow("308") << 308 << same;
    }
    void redirects_areFollowedWhenAsked()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, second);
        HostileServer server([status](QTcpSocket& socket, const QByteArray& request) {
            if (request.contains(" /next"))
                socket.write(Ok);
            else
                socket.write("HTTP/1.1 " + QByteArray::number(status)
                    + " R\r\nLocation: /next?a=1#f\r\nContent-Length: 0\r\n\r\n");
        });
        SendSettings settings = quickSettings();
        settings.followRedirects = true;
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url(), "POST", "{}", settings));
        QVERIFY(!result.error);
        QCOMPARE(result.response.status, 200);
        QCOMPARE(result.redirects.size(), std::size_t(1));
        QCOMPARE(result.redirects[0].status, status);
        QCOMPARE(server.requests.value(1), second.replace("PORT", QByteArray::number(server.serverPort())));
    }

    void redirects_stopAtTheLimitAndAtOtherHosts()
    {
        HostileServer loop(answering("HTTP/1.1 307 R\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"));
        SendSettings settings = quickSettings();
        settings.followRedirects = true;
        settings.maxRedirects = 4;
        HttpClient client;
        HttpResult result = sendAndWait(client, makeRequest(loop.url(), "POST", "{}", settings));
        QCOMPARE(result.response.status, 307);
        QCOMPARE(loop.requests.size(), 5);
        HostileServer away(answering("HTTP/1.1 307 R\r\nLocation: http://localhost:1/x\r\nContent-Length: 0\r\n\r\n"));
        result = sendAndWait(client, makeRequest(away.url(), "POST", "{}", settings));
        QVERIFY(!result.error);
        QCOMPARE(result.response.status, 307);
        QCOMPARE(result.redirects.size(), std::size_t(0));
    }

    void clientGoesWhileSending()
    {
        HostileServer server(answering(""));
        bool called = false;
        {
            HttpClient client;
            client.send(makeRequest(server.url()), [&called](HttpResult) { called = true; });
            QTRY_COMPARE(server.requests.size(), 1);
        }
        QTest::qWait(20);
        QVERIFY(!called);
    }

    void manyAtOnce()
    {
        HostileServer server(answering(Ok));
        HttpClient client;
        int good = 0;
        for (int i = 0; i < 100; ++i)
            client.send(makeRequest(server.url()), [&good](HttpResult result) { good += result.error ? 0 : 1; });
        QTRY_COMPARE(good, 100);
        QCOMPARE(server.requests.size(), 100);
        QVERIFY(client.kept() <= 32);
    }

    void sender_worksOnItsOwnThread()
    {
        HostileServer server(answering(Ok));
        Sender sender;
        QThread* thread = nullptr;
        int good = 0;
        for (int i = 0; i < 20; ++i)
            sender.send(makeRequest(server.url()), [&](HttpResult result) {
                thread = QThread::currentThread();
                good += !result.error && result.response.body == "ok" ? 1 : 0;
            });
        QTRY_COMPARE(good, 20);
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(sender.running(), 0);
    }

    void sender_cancelsAndGoes()
    {
        HostileServer server(answering(""));
        auto sender = std::make_unique<Sender>();
        std::optional<HttpResult> result;
        const quint64 id =
            sender->send(makeRequest(server.url()), [&result](HttpResult ended) { result = std::move(ended); });
        QTRY_COMPARE(server.requests.size(), 1);
        sender->cancel(id);
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->error->code, ErrorCode::Cancelled);
        sender->send(makeRequest(server.url()), [](HttpResult) { QFAIL("called after the sender went"); });
        sender.reset();
        QTest::qWait(20);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
