#include "CliFixture.h"
#include "store/DeliveryStore.h"

#include <QMessageAuthenticationCode>
#include <QTcpServer>

using namespace creel;

namespace
{
const QMap<QString, QString> secrets{{QStringLiteral("S"), QStringLiteral("key")}};
}

class TestCliSend : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = m_folder->filePath(QStringLiteral("w.creel"));
    }

    void whatIsSentVerifiesAtTheReceiver()
    {
        Listen listen(m_workspace, words("--json --endpoint /gh,scheme=github,secret-env=S"), secrets);
        const Ran ran = run(QStringList{QStringLiteral("send"), QString::fromUtf8(listen.url() + "/gh?x=1")}
                + words("--json --scheme github --secret-env S -H X-Twice:1 -H x-twice:2 --body -"),
            "{ \"a\": \"{{$uuid}}\" }\n", secrets);
        QCOMPARE(ran.code, 0);
        const auto answer = ran.lines();
        QCOMPARE(answer.size(), std::size_t(1));
        QCOMPARE(answer[0].find("status")->integer().value_or(0), qint64(200));
        for (const char* name : {"status", "headers", "body_base64", "timings", "error"})
            QVERIFY2(has(answer[0], name), name);
        for (const char* name : {"lookup_us", "connect_us", "tls_us", "send_us", "first_byte_us", "receive_us"})
            QVERIFY2(has(*answer[0].find("timings"), name), name);
        const auto event = JsonValue::parse(listen.line());
        QVERIFY(event);
        QCOMPARE(text(*event, "verdict"), QByteArray("valid"));
        QCOMPARE(text(*event, "target"), QByteArray("/gh?x=1"));
        QCOMPARE(QByteArray::fromBase64(text(*event, "body_base64")), QByteArray("{ \"a\": \"{{$uuid}}\" }\n"));
        QCOMPARE(listen.stop(), 0);
    }

    void eachSendIsADeliveryInTheWorkspace()
    {
        Listen listen(m_folder->filePath(QStringLiteral("target.creel")));
        const QString url = QString::fromUtf8(listen.url() + "/a?b=c");
        const QStringList workspace{QStringLiteral("--workspace"), m_workspace};
        QCOMPARE(run(QStringList{QStringLiteral("send"), url} + workspace + words("--body -"), "{}").code, 0);
        const QString nobody = QStringLiteral("http://127.0.0.1:1/");
        QCOMPARE(run(QStringList{QStringLiteral("send"), nobody} + workspace).code, 3);
        // One that can't be kept where the user wants it is not sent
        const QString nowhere = m_folder->filePath(QStringLiteral("w.creel/no-folder.creel"));
        QCOMPARE(run({QStringLiteral("send"), url, QStringLiteral("--workspace"), nowhere}).code, 3);
        QCOMPARE(listen.stop(), 0);

        auto stored = Workspace::open(m_workspace);
        QVERIFY(stored.ok());
        DeliveryStore store(**stored);
        const auto deliveries = store.deliveriesNow({});
        QVERIFY(deliveries.ok());
        QCOMPARE(deliveries->size(), std::size_t(2));
        const StoredDelivery& failed = deliveries->at(0);
        const StoredDelivery& done = deliveries->at(1);
        QCOMPARE(done.url, url.toUtf8());
        QCOMPARE(done.status, 200);
        QCOMPARE(failed.status, 0);
        QVERIFY(!failed.error.isEmpty());
        const auto attempts = store.attemptsNow(done.id);
        QVERIFY(attempts.ok());
        QCOMPARE(attempts->size(), std::size_t(1));
        QVERIFY(attempts->at(0).requestHead.startsWith("POST /a?b=c HTTP/1.1\r\n"));
        QCOMPARE(attempts->at(0).requestBody, QByteArray("{}"));
        QVERIFY(attempts->at(0).connectUs >= 0);
        QCOMPARE(run(QStringList{QStringLiteral("list")} + workspace).code, 1); // a delivery is no event
    }

    /** Where the signature is the secret itself the receiver gets it, and the sender's workspace does not. */
    void aTokenIsNeverKept()
    {
        const QMap<QString, QString> token{{QStringLiteral("S"), QStringLiteral("pl4nted-token-value")}};
        Listen listen(m_folder->filePath(QStringLiteral("target.creel")),
            words("--json --endpoint /gl,scheme=gitlab,secret-env=S"), token);
        const QStringList workspace{QStringLiteral("--workspace"), m_workspace};
        const QString url = QString::fromUtf8(listen.url() + "/gl");
        const auto verdict = [&listen] { return text(JsonValue::parse(listen.line()).value(), "verdict"); };
        const QByteArray line = R"({"method":"POST","target":"/x"})";
        QCOMPARE(run(words("import -") + workspace, line + "\n").code, 0);
        const QStringList signing = words("--scheme gitlab --secret-env S");
        QCOMPARE(run(QStringList{QStringLiteral("send"), url} + workspace + signing, {}, token).code, 0);
        QCOMPARE(verdict(), QByteArray("valid"));
        const QStringList again{QStringLiteral("--to"), url};
        QCOMPARE(run(words("replay 1 --resign") + again + workspace + signing, {}, token).code, 0);
        QCOMPARE(verdict(), QByteArray("valid"));
        QCOMPARE(listen.stop(), 0);

        QByteArray kept;
        for (const char* suffix : {"", "-wal"}) {
            QFile file(m_workspace + QString::fromLatin1(suffix));
            if (file.open(QIODevice::ReadOnly))
                kept += file.readAll();
        }
        QCOMPARE(kept.count("X-Gitlab-Token: [secret]"), 2);
        QVERIFY(!kept.contains("pl4nted-token-value"));
    }

    void refusedAndFailedHaveCodesOfTheirOwn()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort());
        QProcess process;
        process.start(cliProgram(), {QStringLiteral("send"), url, QStringLiteral("--json")});
        QVERIFY(server.waitForNewConnection(20'000));
        QTcpSocket* socket = server.nextPendingConnection();
        QVERIFY(socket->waitForReadyRead(20'000));
        socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten(20'000)); // no event loop runs here
        socket->disconnectFromHost();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 1);

        server.close();
        const Ran nobody = run({QStringLiteral("send"), url, QStringLiteral("--json")});
        QCOMPARE(nobody.code, 3);
        QVERIFY(!text(nobody.lines().at(0), "error").isEmpty());
        QVERIFY(!nobody.lines().at(0).find("status"));
        QCOMPARE(run(words("send http://127.0.0.1:1/ --scheme no-such")).code, 2);
        QCOMPARE(run(words("send")).code, 2);
    }

    void replayedEventsArrive()
    {
        {
            Listen listen(m_workspace);
            exchange(listen.port(), post("/a?b=1", "first", "X-A: 1\r\n"));
            exchange(listen.port(), post("/c", "second"));
            QCOMPARE(listen.stop(), 0);
        }
        Listen target(m_folder->filePath(QStringLiteral("target.creel")), {QStringLiteral("--json")});
        const QStringList common{
            QStringLiteral("--to"), QString::fromUtf8(target.url()), QStringLiteral("--workspace"), m_workspace};
        const Ran ran = run(words("replay 1 2 --json") + common);
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.lines().size(), std::size_t(2));
        const auto first = JsonValue::parse(target.line());
        QVERIFY(first);
        QCOMPARE(text(*first, "target"), QByteArray("/a?b=1"));
        QCOMPARE(QByteArray::fromBase64(text(*first, "body_base64")), QByteArray("first"));
        QCOMPARE(text(JsonValue::parse(target.line()).value(), "target"), QByteArray("/c"));
        QCOMPARE(run(words("replay --query second") + common).code, 0);
        QCOMPARE(text(JsonValue::parse(target.line()).value(), "target"), QByteArray("/c"));
        QCOMPARE(run(words("replay 99") + common).code, 1);
        QCOMPARE(run(words("replay 1 --to nowhere --workspace") + QStringList{m_workspace}).code, 2);
        QCOMPARE(run(QStringList{QStringLiteral("replay")} + common).code, 2);

        QCOMPARE(run(words("replay 1 --resign --scheme github --secret-env S") + common, {}, secrets).code, 0);
        const QByteArray expected =
            QMessageAuthenticationCode::hash("first", "key", QCryptographicHash::Sha256).toHex();
        QVERIFY(target.line().contains(expected));
        QCOMPARE(target.stop(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestCliSend)
#include "tst_cli_send.moc"
