// What servers do to a client: cut off, lie, drip, flood, hang.
#include "HostileServer.h"
#include "Sending.h"

#include <QFile>
#include <QTest>

using namespace creel;
using namespace creel::test;

namespace
{

constexpr qint64 Total = 100LL * 1024 * 1024;

/** Resident memory of this process, bytes; 0 where the system does not tell. */
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

} // namespace

class TestHttpHostile : public QObject
{
    Q_OBJECT
private slots:
    void hostileAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<HttpPhase>("phase");
        QTest::newRow("nothing") << QByteArray() << 0 << HttpPhase::FirstByte;
        QTest::newRow("no http") << QByteArray("220 mail.example.com ESMTP\r\n") << 0 << HttpPhase::Receive;
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << 0 << HttpPhase::Receive;
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf") << 200
                                     << HttpPhase::Receive;
        QTest::newRow("half a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhalf")
                                      << 200 << HttpPhase::Receive;
        QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << 200
                                   << HttpPhase::Receive;
        QTest::newRow("two lengths") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")
                                     << 200 << HttpPhase::Receive;
        QTest::newRow("only interim") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << 0 << HttpPhase::Receive;
    }
    void hostileAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QFETCH(HttpPhase, phase);
        HostileServer server(answeringAndClosing(answer));
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(result.error);
        QVERIFY(!result.error->text.isEmpty());
        if (status > 0)
            QCOMPARE(result.response.status, status);
        QCOMPARE(result.phase, phase);
        QCOMPARE(client.kept(), 0);
        QCOMPARE(client.running(), 0);
    }

    void halfABodyIsShown()
    {
        HostileServer server(answeringAndClosing("HTTP/1.1 500 Oops\r\nContent-Length: 10\r\nX-A: 1\r\n\r\nhalf"));
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(result.error);
        QCOMPARE(result.response.status, 500);
        QCOMPARE(result.response.headers.value("X-A"), QByteArray("1"));
        QCOMPARE(result.response.body, QByteArray("half"));
    }

    void resets_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("before the answer") << QByteArray();
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\n");
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
    }
    void resets()
    {
        QFETCH(QByteArray, before);
        HostileServer server([before](QTcpSocket& socket, const QByteArray&) {
            socket.write(before);
            socket.flush();
            resetConnection(socket);
        });
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(result.error);
        QCOMPARE(result.error->code, before.isEmpty() ? ErrorCode::Io : result.error->code);
        QCOMPARE(server.requests.size(), 1);
    }

    void resetWhileSending()
    {
        HostileServer server(answering(Ok));
        server.onBytes = [](QTcpSocket& socket, const QByteArray&) { resetConnection(socket); };
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url(), "POST", QByteArray(5'000'000, 'x')));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Send);
        QCOMPARE(server.connections, 1);
    }

    void refusedAndUnknown()
    {
        HostileServer server(answering(Ok));
        const QByteArray url = server.url();
        server.close();
        HttpClient client;
        HttpResult result = sendAndWait(client, makeRequest(url));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Connect);
        SendSettings settings = quickSettings();
        settings.timeouts.lookupMs = 300; // where no name server answers at all
        result = sendAndWait(client, makeRequest("http://no-such-name.invalid/", "POST", "{}", settings));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Lookup);
        QVERIFY(result.error->text.contains(QStringLiteral("no-such-name.invalid")));
    }

    void limits()
    {
        SendSettings settings = quickSettings();
        settings.bodyBytes = 1'000;
        HttpClient client;
        HostileServer atEdge(answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + QByteArray(1'000, 'x')));
        QVERIFY(!sendAndWait(client, makeRequest(atEdge.url(), "POST", "", settings)).error);
        HostileServer over(answering("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + QByteArray(1'001, 'x')));
        QVERIFY(sendAndWait(client, makeRequest(over.url(), "POST", "", settings)).error);
        HostileServer endless(answering(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" + QByteArray(1'001, 'x') + "\r\n0\r\n\r\n"));
        QVERIFY(sendAndWait(client, makeRequest(endless.url(), "POST", "", settings)).error);
    }

    void endlessHead()
    {
        HostileServer server([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\n");
            auto* timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [&socket] {
                if (socket.bytesToWrite() < 1'000'000)
                    socket.write("X-Endless: " + QByteArray(1'000, 'x') + "\r\n");
            });
            timer->start(0);
        });
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(result.error);
        QCOMPARE(result.error->code, ErrorCode::Invalid);
    }

    void endlessInterim()
    {
        HostileServer server([](QTcpSocket& socket, const QByteArray&) {
            socket.write(QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(5'000));
        });
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url()));
        QVERIFY(result.error);
        QVERIFY(result.interim.size() < 200);
    }

    void hundredMegabytes_gotoAFileInBoundedMemory()
    {
        HostileServer server([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(Total) + "\r\n\r\n");
            auto left = std::make_shared<qint64>(Total);
            const auto more = [&socket, left] {
                while (*left > 0 && socket.bytesToWrite() < 512 * 1024) {
                    const qint64 size = std::min<qint64>(*left, 64 * 1024);
                    socket.write(QByteArray(size, 'x'));
                    *left -= size;
                }
            };
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
            more();
        });
        HttpClient client;
        const qint64 before = residentBytes();
        HttpResult result = sendAndWait(client, makeRequest(server.url()));
        const qint64 grown = residentBytes() - before;
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QVERIFY(result.spilled);
        QVERIFY(result.response.body.isEmpty());
        QCOMPARE(result.response.bodySize, Total);
        QCOMPARE(QFile(result.spilled->path()).size(), Total);
#ifdef __SANITIZE_ADDRESS__
        const qint64 most = 400LL * 1024 * 1024; // what was freed stays in quarantine, up to 256 MB of it
#else
        const qint64 most = 40LL * 1024 * 1024;
#endif
        QVERIFY2(grown < most, qPrintable(QString::number(grown)));
        const QString path = result.spilled->path();
        result = {};
        QVERIFY(!QFile::exists(path));
    }

    void timeouts_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<HttpPhase>("phase");
        QTest::newRow("first byte") << QByteArray() << HttpPhase::FirstByte;
        QTest::newRow("in the head") << QByteArray("HTTP/1.1 200 OK\r\nX-") << HttpPhase::Receive;
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")
                                     << HttpPhase::Receive;
    }
    void timeouts()
    {
        QFETCH(QByteArray, start);
        QFETCH(HttpPhase, phase);
        HostileServer server(answering(start));
        SendSettings settings = quickSettings();
        settings.timeouts.firstByteMs = 150;
        settings.timeouts.receiveMs = 150;
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url(), "POST", "{}", settings));
        QVERIFY(result.error);
        QCOMPARE(result.phase, phase);
        QCOMPARE(server.requests.size(), 1);
    }

    void timeout_sending()
    {
        HostileServer server(answering(Ok));
        server.onConnection = [](QTcpSocket& socket) {
            socket.setReadBufferSize(1'000);
            QObject::disconnect(&socket, &QTcpSocket::readyRead, nullptr, nullptr);
        };
        SendSettings settings = quickSettings();
        settings.timeouts.sendMs = 300;
        HttpClient client;
        const HttpResult result =
            sendAndWait(client, makeRequest(server.url(), "POST", QByteArray(60'000'000, 'x'), settings));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Send);
    }

    void slowDrip_isEndedByTheTotal()
    {
        HostileServer server([](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            auto* timer = new QTimer(&socket);
            QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
            timer->start(20);
        });
        SendSettings settings = quickSettings();
        settings.timeouts.receiveMs = 5'000;
        settings.timeouts.totalMs = 400;
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url(), "POST", "{}", settings));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Receive);
        QCOMPARE(result.response.status, 200);
        QVERIFY(result.response.bodySize > 0);
    }

    void cancel_atEachPhase_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<HttpPhase>("phase");
        QTest::newRow("lookup") << QByteArray() << HttpPhase::Lookup;
        QTest::newRow("send") << QByteArray() << HttpPhase::Send;
        QTest::newRow("first byte") << QByteArray() << HttpPhase::FirstByte;
        QTest::newRow("receive") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab") << HttpPhase::Receive;
    }
    void cancel_atEachPhase()
    {
        QFETCH(QByteArray, start);
        QFETCH(HttpPhase, phase);
        HostileServer server(answering(start));
        if (phase == HttpPhase::Send)
            server.onConnection = [](QTcpSocket& socket) {
                socket.setReadBufferSize(1'000);
                QObject::disconnect(&socket, &QTcpSocket::readyRead, nullptr, nullptr);
            };
        const QByteArray url = phase == HttpPhase::Lookup ? QByteArray("http://no-such-name.invalid/") : server.url();
        const QByteArray body(phase == HttpPhase::Send ? 60'000'000 : 2, 'x');
        HttpClient client;
        std::optional<HttpResult> result;
        const quint64 id =
            client.send(makeRequest(url, "POST", body), [&result](HttpResult ended) { result = std::move(ended); });
        if (phase == HttpPhase::Send)
            QTRY_COMPARE(server.connections, 1);
        else if (phase != HttpPhase::Lookup)
            QTRY_COMPARE(server.requests.size(), 1);
        if (phase > HttpPhase::Lookup)
            QTest::qWait(100);
        client.cancel(id);
        QVERIFY(!result);
        QTRY_VERIFY(result.has_value());
        QVERIFY(result->error);
        QCOMPARE(result->error->code, ErrorCode::Cancelled);
        QCOMPARE(result->phase, phase);
        client.cancel(id);
        QCOMPARE(client.running(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpHostile)
#include "tst_http_hostile.moc"
