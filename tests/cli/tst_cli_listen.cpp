#include "CliFixture.h"

#include <QDirIterator>
#include <QMessageAuthenticationCode>
#include <QTcpServer>

#include <sys/resource.h>

using namespace creel;

namespace
{

const QByteArray secret = "planted-secret-7f3a";
const QMap<QString, QString> environment{{QStringLiteral("HOOK_SECRET"), QString::fromLatin1(secret)}};

QByteArray signedPost(const QByteArray& path, const QByteArray& body, const QByteArray& key = secret)
{
    const QByteArray signature = QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toHex();
    return post(path, body, "X-Hub-Signature-256: sha256=" + signature + "\r\nX-GitHub-Event: push\r\n");
}

} // namespace

class TestCliListen : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = m_folder->filePath(QStringLiteral("w.creel"));
    }

    void theFirstLineTellsTheUrl()
    {
        Listen plain(m_workspace);
        QCOMPARE(plain.first, "listening on " + plain.url());
        QVERIFY(plain.port() != 0);
        QCOMPARE(plain.stop(), 0);
        Listen json(m_workspace, {QStringLiteral("--json")});
        QCOMPARE(json.first, "{\"listening\":\"" + json.url() + "\"}");
        QCOMPARE(json.stop(SIGINT), 0);
    }

    void anEventIsALine()
    {
        Listen listen(m_workspace, words("--json --endpoint /gh,scheme=github,secret-env=HOOK_SECRET"), environment);
        QVERIFY(exchange(listen.port(), signedPost("/gh/x?y", "{}")).startsWith("HTTP/1.1 200 "));
        const auto valid = JsonValue::parse(listen.line());
        QVERIFY(valid);
        QCOMPARE(text(*valid, "verdict"), QByteArray("valid"));
        QCOMPARE(text(*valid, "endpoint"), QByteArray("/gh"));
        QCOMPARE(text(*valid, "scheme"), QByteArray("github"));
        QCOMPARE(valid->find("response")->find("status")->integer().value_or(0), qint64(200));
        exchange(listen.port(), signedPost("/ghx", "{}"));
        QCOMPARE(text(JsonValue::parse(listen.line()).value(), "endpoint"), QByteArray("/"));
        QVERIFY(exchange(listen.port(), "GARBAGE\r\n\r\n").startsWith("HTTP/1.1 400 "));
        QCOMPARE(text(JsonValue::parse(listen.line()).value(), "state"), QByteArray("malformed"));
        QCOMPARE(listen.stop(), 0);
    }

    void aLineForAPersonIsAlignedAndEscaped()
    {
        Listen listen(m_workspace);
        exchange(listen.port(), post("/a?\x80", "x"));
        const QByteArray first = listen.line();
        exchange(listen.port(), post("/a/much/longer/path/than/the/other/one/and/longer/than/its/column", "x"));
        const QByteArray second = listen.line();
        QVERIFY(first.contains("POST"));
        QVERIFY(first.endsWith("200") && second.endsWith("200"));
        QCOMPARE(QString::fromUtf8(first).size(), QString::fromUtf8(second).size());
        QCOMPARE(first.indexOf("POST"), second.indexOf("POST"));
        QCOMPARE(listen.stop(), 0);
    }

    void quietLeavesOnlyTheFirstLine()
    {
        Listen listen(m_workspace, {QStringLiteral("--quiet")});
        QVERIFY(listen.first.startsWith("listening on "));
        exchange(listen.port(), post("/", "x"));
        QCOMPARE(listen.stop(), 0);
        QCOMPARE(listen.process.readAllStandardOutput() + listen.process.readAllStandardError(), QByteArray());
        QCOMPARE(run({QStringLiteral("list"), QStringLiteral("--workspace"), m_workspace}).code, 0);
    }

    void aTakenPortEndsWith3OnlyWhereItWasAskedFor()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
        const Ran ran = run({QStringLiteral("listen"), QStringLiteral("--workspace"), m_workspace,
            QStringLiteral("--port"), QString::number(taken.serverPort())});
        QCOMPARE(ran.code, 3);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY(!ran.err.isEmpty());

        QCOMPARE(run({QStringLiteral("listen"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--address"),
                         QStringLiteral("no-address")})
                     .code,
            2);

        QTcpServer standard;
        standard.listen(QHostAddress::LocalHost, 4747); // where that fails it is taken as well
        Listen moved(m_workspace, {}, {}, QString());
        QVERIFY(moved.first.startsWith("listening on http://127.0.0.1:"));
        QVERIFY(moved.port() != 4747);
        QCOMPARE(moved.stop(), 0);
    }

    void whatIsInFlightIsFinished()
    {
        Listen listen(m_workspace, {QStringLiteral("--json")});
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), listen.port());
        QVERIFY(socket.waitForConnected(10'000));
        socket.write("POST /slow HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 6\r\n\r\n");
        QVERIFY(socket.waitForReadyRead(10'000)); // 100 Continue: it has the head
        socket.readAll();
        ::kill(pid_t(listen.process.processId()), SIGTERM);
        QTcpSocket late;
        do { // until it has stopped to accept
            late.abort();
            late.connectToHost(QStringLiteral("127.0.0.1"), listen.port());
        } while (late.waitForConnected(1'000));
        socket.write("abcdef");
        QVERIFY(socket.waitForReadyRead(10'000));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 "));
        QVERIFY(listen.process.waitForFinished(20'000));
        QCOMPARE(listen.process.exitCode(), 0);
        QCOMPARE(text(JsonValue::parse(listen.process.readAllStandardOutput().trimmed()).value(), "body_base64"),
            QByteArray("YWJjZGVm"));
    }

    void aReaderThatDoesNotReadStopsNothing()
    {
        QProcess shell; // the pipe is never read: it holds 64 KiB
        shell.start(QStringLiteral("sh"),
            {QStringLiteral("-c"),
                QStringLiteral("mkfifo \"$2\"; sleep 60 < \"$2\" & S=$!; \"$1\" listen --json --workspace \"$3\" "
                               "--port 0 > \"$2\" & "
                               "L=$!; echo $L; read x; kill -TERM $L; wait $L; echo code $?; kill $S"),
                QStringLiteral("sh"), cliProgram(), m_folder->filePath(QStringLiteral("pipe")), m_workspace});
        QVERIFY(shell.waitForReadyRead(20'000));
        const qint64 pid = shell.readLine().trimmed().toLongLong();
        quint16 port = 0;
        QTRY_VERIFY_WITH_TIMEOUT((port = listeningPort(pid)) != 0, 20'000);
        for (int i = 0; i < 40; ++i)
            QVERIFY(exchange(port, post("/", QByteArray(8'000, 'x'))).startsWith("HTTP/1.1 200 "));
        shell.write("\n");
        QVERIFY(shell.waitForFinished(30'000));
        QCOMPARE(shell.readAllStandardOutput().trimmed(), QByteArray("code 0"));
        QCOMPARE(run({QStringLiteral("list"), QStringLiteral("--workspace"), m_workspace}).out.count('\n'), 40);
    }

    void anEndpointOfTheRunChangesNothingStored()
    {
        const QString file = m_folder->filePath(QStringLiteral("a,b"));
        QFile key(file);
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write("from-a-file\n");
        key.close();
        Listen listen(m_workspace,
            {QStringLiteral("--endpoint"),
                QStringLiteral("/x%2Cy,scheme=github,secret-file=")
                    + QString(file).replace(QLatin1Char(','), QLatin1String("%2C"))
                    + QStringLiteral(",url=https://example.test/x")});
        exchange(listen.port(), signedPost("/x,y", "{}", "from-a-file"));
        QCOMPARE(listen.stop(), 0);
        const auto event = run({QStringLiteral("show"), QStringLiteral("1"), QStringLiteral("--json"),
                                   QStringLiteral("--workspace"), m_workspace})
                               .lines();
        QCOMPARE(text(event.at(0), "verdict"), QByteArray("valid"));
        QCOMPARE(text(event.at(0), "endpoint"), QByteArray("/x,y"));

        Listen plain(m_workspace, {QStringLiteral("--json")});
        exchange(plain.port(), signedPost("/x,y", "{}", "from-a-file"));
        QCOMPARE(text(JsonValue::parse(plain.line()).value(), "endpoint"), QByteArray("/"));
        QCOMPARE(plain.stop(), 0);
    }

    void limitsAreOptions()
    {
        Listen listen(m_workspace,
            words("--json --max-head 1024 --max-fields 3 --max-body 10 --head-timeout 0.3 --max-connections 2"));
        const auto status = [](const QByteArray& answer) { return answer.left(13); };
        const auto state = [&listen] { return text(JsonValue::parse(listen.line()).value(), "state"); };
        QCOMPARE(
            status(exchange(listen.port(), post("/", QByteArray(10, 'x'), "X-A: 1\r\n"))), QByteArray("HTTP/1.1 200 "));
        QCOMPARE(state(), QByteArray("complete"));
        QCOMPARE(
            status(exchange(listen.port(), post("/", QByteArray(11, 'x'), "X-A: 1\r\n"))), QByteArray("HTTP/1.1 413 "));
        QCOMPARE(state(), QByteArray("refused"));
        QCOMPARE(status(exchange(listen.port(), post("/", "x", "X-A: 1\r\nX-B: 1\r\n"))), QByteArray("HTTP/1.1 431 "));
        QCOMPARE(state(), QByteArray("refused"));
        QCOMPARE(status(exchange(listen.port(), "GET /" + QByteArray(1100, 'a'))), QByteArray("HTTP/1.1 431 "));
        QCOMPARE(state(), QByteArray("refused"));
        QCOMPARE(status(exchange(listen.port(), "GET / HT")), QByteArray("HTTP/1.1 408 "));
        QCOMPARE(state(), QByteArray("refused"));
        // Again while connections of before are still counted
        const auto isFull = [&] {
            QTcpSocket held[2];
            for (QTcpSocket& socket : held) {
                socket.connectToHost(QStringLiteral("127.0.0.1"), listen.port());
                socket.waitForConnected(10'000);
            }
            return status(exchange(listen.port(), post("/", "x"))) == "HTTP/1.1 503 ";
        };
        QTRY_VERIFY(isFull());
        QCOMPARE(listen.stop(), 0);
        QCOMPARE(run(words("listen --port 0 --max-fields 0")).code, 2);
        QCOMPARE(run(words("listen --port 0 --idle-timeout never")).code, 2);
    }

    void aSecretLeavesNoTrace()
    {
        {
            Listen listen(
                m_workspace, words("--json --endpoint /gh,scheme=github,secret-env=HOOK_SECRET"), environment);
            exchange(listen.port(), signedPost("/gh", "{}"));
            QVERIFY(!listen.line().contains(secret));
            exchange(listen.port(), signedPost("/gh", "{}", "wrong"));
            QVERIFY(!listen.line().contains(secret));
            QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(listen.process.processId()));
            if (commandLine.open(QIODevice::ReadOnly))
                QVERIFY(!commandLine.readAll().contains(secret));
            searchFiles();
            QCOMPARE(listen.stop(), 0);
            QVERIFY(!listen.process.readAllStandardError().contains(secret));
        }
        searchFiles();
        for (const char* format : {"ndjson", "json", "curl"}) {
            const Ran exported = run({QStringLiteral("export"), QStringLiteral("--format"), QLatin1String(format),
                QStringLiteral("--workspace"), m_workspace});
            QCOMPARE(exported.code, 0);
            QVERIFY(!exported.out.isEmpty() && !exported.out.contains(secret) && !exported.err.contains(secret));
        }
    }

    void aCrashLeavesNoTraceOfASecret_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGSEGV") << SIGSEGV;
        QTest::newRow("SIGABRT") << SIGABRT;
    }

    /** Workspace, index, log and whatever the system writes lie in the folder; the secret has just been used. */
    void aCrashLeavesNoTraceOfASecret()
    {
        QFETCH(int, signal);
        // As in a shell after `ulimit -c unlimited`: what is tested must not hold by the default alone.
        rlimit core{};
        getrlimit(RLIMIT_CORE, &core);
        core.rlim_cur = core.rlim_max;
        setrlimit(RLIMIT_CORE, &core);
        const QString folder = m_folder->path();
        QFile secretFile(
            QDir::temp().filePath(QStringLiteral("creel-planted-%1").arg(QCoreApplication::applicationPid())));
        QVERIFY(secretFile.open(QIODevice::WriteOnly));
        secretFile.write(secret);
        secretFile.close();
        const QMap<QString, QString> home{{QStringLiteral("XDG_DATA_HOME"), folder},
            {QStringLiteral("XDG_CACHE_HOME"), folder}, {QStringLiteral("XDG_CONFIG_HOME"), folder},
            {QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("creel.*=true")}};
        const QString endpoint = QStringLiteral("/gh,scheme=github,secret-file=") + secretFile.fileName();
        Listen listen(m_workspace, {QStringLiteral("--json"), QStringLiteral("--endpoint"), endpoint}, home,
            QStringLiteral("0"), folder);
        QFile::remove(secretFile.fileName());
        exchange(listen.port(), signedPost("/gh", "{}"));
        const QByteArray event = listen.line();
        QVERIFY(event.contains("\"verdict\":\"valid\""));
        QVERIFY(!event.contains(secret));
        for (const char* name : {"cmdline", "environ"}) {
            QFile facts(QStringLiteral("/proc/%1/%2").arg(listen.process.processId()).arg(QLatin1String(name)));
            if (facts.open(QIODevice::ReadOnly))
                QVERIFY(!facts.readAll().contains(secret));
        }
        ::kill(pid_t(listen.process.processId()), signal);
        QVERIFY(listen.process.waitForFinished(20'000));
        QCOMPARE(listen.process.exitStatus(), QProcess::CrashExit);
        QVERIFY(!listen.process.readAllStandardError().contains(secret));
        QVERIFY(!listen.process.readAllStandardOutput().contains(secret));
        searchFiles();
    }

private:
    void searchFiles() const
    {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile file(files.next());
            const QFileInfo info(file);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(secret), qPrintable(info.filePath()));
        }
    }

    /** The port that a process listens on, from /proc; 0 where it does not yet. */
    static quint16 listeningPort(qint64 pid)
    {
        QSet<QByteArray> inodes;
        const QDir descriptors(QStringLiteral("/proc/%1/fd").arg(pid));
        for (const QFileInfo& info : descriptors.entryInfoList(QDir::System | QDir::Files)) {
            const QString target = QFile::symLinkTarget(info.filePath());
            const qsizetype at = target.indexOf(QLatin1String("socket:["));
            if (at >= 0)
                inodes.insert(target.mid(at + 8).chopped(1).toLatin1());
        }
        QFile table(QStringLiteral("/proc/net/tcp"));
        if (!table.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray& line : table.readAll().split('\n')) {
            const QList<QByteArray> parts = line.simplified().split(' ');
            if (parts.size() > 9 && parts[3] == "0A" && inodes.contains(parts[9]))
                return quint16(parts[1].split(':').at(1).toUInt(nullptr, 16));
        }
        return 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_workspace;
};

QTEST_GUILESS_MAIN(TestCliListen)
#include "tst_cli_listen.moc"
