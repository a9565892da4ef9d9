#include "base/Text.h"
#include "exchange/CurlExporter.h"
#include "exchange/RawMessage.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace creel;

namespace
{

/** Takes one request of one connection and answers it. */
class OneRequest : public QObject
{
    Q_OBJECT
public:
    OneRequest()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_bytes += socket->readAll();
                if (m_bytes.contains("Expect: 100-continue\r\n"))
                    socket->write("HTTP/1.1 100 Continue\r\n\r\n");
                m_raw = readRaw(m_bytes);
                if (m_raw.complete) {
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    socket->disconnectFromHost();
                }
            });
        });
        m_server.listen(QHostAddress::LocalHost, 0);
    }
    QByteArray base() const { return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()); }
    const RawRequest& raw() const { return m_raw; }

private:
    QTcpServer m_server;
    QByteArray m_bytes;
    RawRequest m_raw;
};

HeaderList sorted(const HeaderList& headers)
{
    std::vector<HeaderField> fields(headers.begin(), headers.end());
    std::stable_sort(
        fields.begin(), fields.end(), [](const HeaderField& a, const HeaderField& b) { return a.name < b.name; });
    HeaderList list;
    for (HeaderField& field : fields)
        list.add(std::move(field.name), std::move(field.value));
    return list;
}

} // namespace

class TestCurl : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
            QSKIP("curl is not installed");
    }

    void sendsTheSame_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        const QByteArray post = "POST /hook?a=1&b=%20 HTTP/1.1\r\nHost: example.test\r\n";
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        QTest::newRow("json") << post + "User-Agent: x\r\nAccept: */*\r\nContent-Type: application/json"
                              << QByteArray("{\"it's\": \"$HOME `id` \\\\ %s\"}\n");
        QTest::newRow("every byte") << post + "X-Sig: a=b,c" << all + all;
        QTest::newRow("dash first") << post + "X: 1" << QByteArray("-n \x01");
        QTest::newRow("at first") << post + "X: 1" << QByteArray("@/etc/passwd");
        QTest::newRow("large") << post + "X: 1" << QByteArray(3'000'000, '%');
        QTest::newRow("line ends") << post + "X: 1" << QByteArray("\n\na\r\n\n\n");
        QTest::newRow("quotes in a header")
            << post + "X: it's \"$(id)\" `id` \\ %d\r\nEmpty:\r\nX: again" << QByteArray("b");
        QTest::newRow("Latin-1 in a header") << post + "X: caf\xE9" << QByteArray("b");
        QTest::newRow("controls beyond ASCII")
            << post + "X: \xC2\x9B[31m\r\nY: \xE2\x80\xAE" << QByteArray("a\xC2\x9B[31m\xE2\x80\xAE");
        QTest::newRow("empty post") << post + "Content-Length: 0" << QByteArray();
        QTest::newRow("get") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nAccept: x") << QByteArray();
        QTest::newRow("get with a body") << QByteArray("GET / HTTP/1.1\r\nHost: a") << QByteArray("q");
        QTest::newRow("head") << QByteArray("HEAD /x HTTP/1.1\r\nHost: a") << QByteArray();
        QTest::newRow("own method") << QByteArray("M-SEARCH! / HTTP/1.1\r\nHost: a") << QByteArray();
        QTest::newRow("http 1.0") << QByteArray("POST / HTTP/1.0\r\nX: 1") << QByteArray("b");
        QTest::newRow("dots in the target")
            << QByteArray("POST /a/../b/./c?{x}[1-2] HTTP/1.1\r\nHost: a") << QByteArray("b");
        QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a") << QByteArray();
    }
    void sendsTheSame()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        if (!body.isEmpty())
            head += "\r\nContent-Length: " + QByteArray::number(body.size());
        const RawRequest sent = readRaw(head + "\r\n\r\n" + body);
        QVERIFY2(sent.complete, qPrintable(sent.reason));

        OneRequest server;
        const QByteArray command = toCurl(sent.request, server.base());
        QCOMPARE(toTerminal(command, true), command); // whatever a sender wrote, no terminal obeys it
        QProcess shell;
        shell.start(QStringLiteral("sh"), {QStringLiteral("-s")});
        shell.write("curl() { command curl -q -sS --noproxy '*' -m 20 \"$@\"; }\n" + command + '\n');
        shell.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, 30'000);
        const RawRequest& got = server.raw();
        QVERIFY2(got.complete, shell.readAllStandardError().constData());
        QCOMPARE(got.request.method, sent.request.method);
        QCOMPARE(got.request.target, sent.request.target);
        QCOMPARE(got.request.versionMinor, sent.request.versionMinor);
        QVERIFY(got.request.body == sent.request.body);
        QVERIFY2(sorted(got.request.headers) == sorted(sent.request.headers), got.request.head.constData());
    }
};

QTEST_GUILESS_MAIN(TestCurl)
#include "tst_curl.moc"
