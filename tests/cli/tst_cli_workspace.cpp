#include "CliFixture.h"
#include "store/SmallDisk.h"

#include <QStandardPaths>

#include <algorithm>

using namespace creel;

namespace
{
const QByteArray hostile = "\x1b]0;owned\x07\x1b[31m\x9b\xE2\x80\xAE";
}

class TestCliWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_workspace = m_folder.filePath(QStringLiteral("w.creel"));
        QByteArray binary;
        for (int i = 0; i < 256; ++i)
            binary += char(i);
        m_raw = {post("/one?token=planted-token", "{\"password\":\"planted-password\",\"n\":1.0}",
                     "Content-Type: application/json\r\nX-A: 1\r\nx-a: 2\r\nAuthorization: Bearer planted-bearer\r\n"),
            post("/bin", binary + binary, "X-Odd: caf\xE9\r\n"),
            "PUT /chunked HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: "
            "X-T\r\n\r\n4;ext=\"v\"\r\nneed\r\n3\r\nle!\r\n0\r\nX-T: v\r\n\r\n",
            "BROKEN " + hostile + "\r\n\r\n", post("/controls", hostile + "\nsecond line\n")};
        Listen listen(m_workspace);
        QVERIFY(listen.first.startsWith("listening"));
        for (const QByteArray& raw : m_raw)
            QVERIFY(exchange(listen.port(), raw).startsWith("HTTP/1.1 "));
        QCOMPARE(listen.stop(), 0);
    }

    void listIsNewestFirst()
    {
        const Ran ran = cli("list --json");
        QCOMPARE(ran.code, 0);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), m_raw.size());
        QCOMPARE(lines.front().find("id")->integer().value_or(0), qint64(m_raw.size()));
        QCOMPARE(lines.back().find("id")->integer().value_or(0), qint64(1));
        QCOMPARE(cli("list --limit 2").out.count('\n'), 2);
        QCOMPARE(cli("list --limit 2 --json").lines().size(), std::size_t(2));
        QVERIFY(cli("list").out.contains("/chunked"));
    }

    void queryFindsText()
    {
        QCOMPARE(cli("list --query NEEDLE --json").lines().size(), std::size_t(1));
        QCOMPARE(cli("export --query needle --format ndjson").lines().size(), std::size_t(1));
        const auto count = [this](const char* filter) {
            return int(cli(QByteArray("list --json ") + filter).lines().size());
        };
        QCOMPARE(count("--method PUT"), 1);
        QCOMPARE(count("--path CHUNK"), 1);
        QCOMPARE(count("--state malformed"), 1);
        QCOMPARE(count("--state malformed --state complete"), int(m_raw.size()));
        QCOMPARE(count("--verdict unverified"), int(m_raw.size()));
        QCOMPARE(count("--verdict valid"), 0);
        QCOMPARE(count("--type push"), 0);
        QCOMPARE(count("--method PUT --path /one"), 0);
        QCOMPARE(cli("list --verdict odd").code, 2);
        for (const char* command :
            {"list --query absent-text", "export --query absent-text --format ndjson", "show 999"}) {
            const Ran none = cli(command);
            QCOMPARE(none.code, 1);
            QCOMPARE(none.out, QByteArray());
            QVERIFY(!none.err.isEmpty());
        }
    }

    void showGivesTheExactBytes()
    {
        for (std::size_t i = 0; i < m_raw.size(); ++i) {
            const QByteArray id = QByteArray::number(qint64(i) + 1);
            const Ran raw = cli("show " + id + " --raw");
            QCOMPARE(raw.code, 0);
            QVERIFY2(raw.out == m_raw[i], raw.out.constData());
        }
        QCOMPARE(cli("show 3 --body").out, QByteArray("needle!"));
        QVERIFY(cli("show 2 --body").out == m_raw[1].sliced(m_raw[1].indexOf("\r\n\r\n") + 4));
        const auto json = cli("show 3 --json").lines();
        QCOMPARE(json.size(), std::size_t(1));
        QCOMPARE(QByteArray::fromBase64(text(json[0], "framing_base64")),
            QByteArray("4;ext=\"v\"\r\n3\r\n0\r\nX-T: v\r\n\r\n"));
        QCOMPARE(json[0].find("trailers")->items().at(0).items().at(1).text(), QByteArray("v"));
    }

    void aTerminalIsNeverGivenControlCharacters()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("script")).isEmpty())
            QSKIP("script (bsdutils) is not installed");
        QFile terminals(QStringLiteral("/dev/ptmx"));
        if (!terminals.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            QSKIP("there are no pseudo terminals here (/dev/pts is not mounted)");
        terminals.close();
        for (const char* command : {"show 5 --body", "show 5 --raw", "show 5", "show 4", "show 4 --raw", "list",
                 "list --json", "show 5 --json", "export --format curl"}) {
            QProcess terminal;
            const QString line = cliProgram() + QLatin1Char(' ') + QString::fromUtf8(command)
                + QStringLiteral(" --workspace ") + m_workspace;
            terminal.start(QStringLiteral("script"), {QStringLiteral("-qec"), line, QStringLiteral("/dev/null")});
            terminal.closeWriteChannel();
            QVERIFY(terminal.waitForFinished(30'000));
            const QByteArray out = terminal.readAllStandardOutput();
            QVERIFY2(!out.isEmpty(), command);
            for (const char* bad : {"\x1b", "\x07", "\x9b", "\xE2\x80\xAE"})
                QVERIFY2(!out.contains(bad), command);
        }
    }

    void aHumanLineIsEscapedEverywhere()
    {
        for (const char* command : {"show 5", "show 4", "list"})
            QVERIFY2(!cli(command).out.contains('\x1b'), command);
    }

    void importKeepsAllButTheId()
    {
        const Ran first = cli("export --format ndjson");
        QCOMPARE(first.code, 0);
        const QString copy = m_folder.filePath(QStringLiteral("copy.creel"));
        // One event before, so that ids differ
        QCOMPARE(run({QStringLiteral("import"), QStringLiteral("--workspace"), copy, QStringLiteral("-")},
                     "{\"method\":\"GET\"}\n")
                     .code,
            0);
        QCOMPARE(
            run({QStringLiteral("import"), QStringLiteral("--workspace"), copy, QStringLiteral("-")}, first.out).code,
            0);
        const Ran second = run({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("ndjson"),
            QStringLiteral("--workspace"), copy});
        QList<QByteArray> lines = second.out.split('\n');
        lines.removeFirst();
        QCOMPARE(withoutIds(lines), withoutIds(first.out.split('\n')));
    }

    void badLinesOfAnImportAreTold()
    {
        const QString other = m_folder.filePath(QStringLiteral("other.creel"));
        const Ran ran = run({QStringLiteral("import"), QStringLiteral("--workspace"), other, QStringLiteral("-")},
            "{\"method\":\"GET\"}\nnonsense\n{\"method\":\"PUT\"}\n");
        QCOMPARE(ran.code, 1);
        QVERIFY(ran.err.contains("Line 2: "));
        QCOMPARE(run({QStringLiteral("list"), QStringLiteral("--workspace"), other}).out.count('\n'), 2);
    }

    void exportsToAFile()
    {
        const QString file = m_folder.filePath(QStringLiteral("out.json"));
        QCOMPARE(run({QStringLiteral("export"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--format"),
                         QStringLiteral("json"), QStringLiteral("-o"), file})
                     .code,
            0);
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const auto array = JsonValue::parse(in.readAll());
        QVERIFY(array && array->isArray());
        QCOMPARE(array->items().size(), m_raw.size());
        QCOMPARE(run({QStringLiteral("export"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--format"),
                         QStringLiteral("json"), QStringLiteral("-o"), QStringLiteral("/nonexistent/x")})
                     .code,
            3);
    }

#ifdef Q_OS_UNIX
    void anExportDoesNotReplaceWhatIsNoFile()
    {
        // /dev/null would be lost to the whole system
        const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
        QCOMPARE(QProcess::execute(QStringLiteral("mkfifo"), {pipe}), 0);
        QProcess reader;
        reader.start(QStringLiteral("cat"), {pipe});
        QCOMPARE(cli("export --format ndjson -o " + pipe.toUtf8()).code, 0);
        QVERIFY(reader.waitForFinished(30'000));
        QCOMPARE(reader.readAllStandardOutput(), cli("export --format ndjson").out);
        QVERIFY(QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile());
    }
#endif

    void maskHidesWhatSendersSent()
    {
        for (const char* format : {"ndjson", "json", "curl"}) {
            QByteArray exact = cli(QByteArray("export --format ") + format).out;
            QByteArray masked = cli(QByteArray("export --mask --format ") + format).out;
            QCOMPARE(masked, cli(QByteArray("export --mask --format ") + format).out); // stable
            for (const char* planted : {"planted-token", "planted-bearer"}) {
                QVERIFY2(exact.contains(planted), planted);
                QVERIFY2(!masked.contains(planted), planted);
            }
            for (const QByteArray& part : masked.split('"'))
                QVERIFY(!QByteArray::fromBase64(part).contains("planted-"));
            QVERIFY(masked.contains("masked-"));
        }
    }

    void aCurlLineSendsTheSameAgain()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
            QSKIP("curl is not installed");
        Listen listen(m_folder.filePath(QStringLiteral("again.creel")), {QStringLiteral("--json")});
        for (const int id : {1, 2, 3, 5}) {
            const JsonValue before = cli("show " + QByteArray::number(id) + " --json").lines().at(0);
            const QByteArray lines = cli("export --format curl --to " + listen.url()).out;
            QByteArray line;
            for (const QByteArray& candidate : lines.split('\n')) {
                if (candidate.contains(text(before, "target")))
                    line = candidate;
            }
            if (id == 5) // its body has line ends, but none that a shell sees
                QVERIFY(line.contains("printf '"));
            QProcess shell;
            shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromLocal8Bit(line)});
            QVERIFY(shell.waitForFinished(30'000));
            QCOMPARE(shell.exitCode(), 0);
            const auto after = JsonValue::parse(listen.line());
            QVERIFY(after);
            for (const char* name : {"method", "target", "body_base64"})
                QCOMPARE(text(*after, name), text(before, name));
            QCOMPARE(sortedHeaders(*after), sortedHeaders(before));
        }
        QCOMPARE(listen.stop(), 0);
    }

    void verifyReadsAStoredEventAndItsRawBytesToTheSameVerdict()
    {
        for (const char* id : {"1", "4"}) {
            const Ran event = cli(QByteArray("verify --scheme github --event ") + id);
            const Ran raw = run(words("verify --scheme github --request -"), cli(QByteArray("show --raw ") + id).out);
            QCOMPARE(event.code, 1);
            QCOMPARE(text(raw.lines().at(0), "verdict"), text(event.lines().at(0), "verdict"));
        }
        QCOMPARE(text(cli("verify --event 1").lines().at(0), "verdict"), QByteArray("unverified"));
        QCOMPARE(cli("verify --event 999").code, 1);
    }

    /** All that only reads works on a read-only medium; what can't be kept there is told. */
    void readsFromAReadOnlyMedium()
    {
        const creel::test::SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("a tmpfs can't be mounted here (needs root)");
        const QString file = disk.path(QStringLiteral("w.creel"));
        QVERIFY(QFile::copy(m_workspace, file));
        QVERIFY(disk.setReadOnly(true));
        const QStringList there{QStringLiteral("--workspace"), file};
        for (const char* command : {"list --json", "show 1 --raw", "export --format ndjson"}) {
            const Ran ran = run(words(command) + there);
            QVERIFY2(ran.code == 0, ran.err.constData());
            QCOMPARE(ran.out, cli(command).out);
            QCOMPARE(ran.err, QByteArray());
        }
        QCOMPARE(run(words("verify --event 1") + there).out, cli("verify --event 1").out);
        const Ran replayed = run(words("replay 1 --json --to http://127.0.0.1:1/") + there);
        QCOMPARE(replayed.lines().size(), std::size_t(1)); // it was tried
        QVERIFY(replayed.err.contains("not kept"));
        for (const char* command : {"import /dev/null", "listen --port 0", "send http://127.0.0.1:1/ --json"}) {
            const Ran ran = run(words(command) + there);
            QCOMPARE(ran.code, 3);
            QCOMPARE(ran.out, QByteArray());
            QVERIFY(ran.err.contains(file.toUtf8()));
        }
        QVERIFY(disk.setReadOnly(false));
    }

    /** On a new machine any command may be the first one. */
    void theDefaultWorkspaceIsMadeWithItsFolder()
    {
        const QMap<QString, QString> home{
            {QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("new/data"))}};
        QCOMPARE(run(words("list"), {}, home).code, 3);
        QCOMPARE(run(words("import -"), "{\"method\":\"GET\",\"target\":\"/\"}\n", home).code, 0);
        QCOMPARE(run(words("list --json"), {}, home).lines().size(), std::size_t(1));
    }

private:
    Ran cli(const QByteArray& arguments) const
    {
        return run(words(arguments.constData()) + QStringList{QStringLiteral("--workspace"), m_workspace});
    }
    static QList<QByteArray> withoutIds(const QList<QByteArray>& lines)
    {
        QList<QByteArray> out;
        for (const QByteArray& line : lines)
            out += line.isEmpty() ? line : line.sliced(line.indexOf(','));
        return out;
    }
    static QByteArrayList sortedHeaders(const JsonValue& event)
    {
        QByteArrayList list;
        for (const JsonValue& pair : event.find("headers")->items()) {
            if (pair.items()[0].text() != "Trailer") // the trailers themselves are not part of the line
                list += pair.items()[0].text() + ':' + pair.items()[1].text();
        }
        std::sort(list.begin(), list.end());
        return list;
    }

    QTemporaryDir m_folder;
    QString m_workspace;
    std::vector<QByteArray> m_raw;
};

QTEST_GUILESS_MAIN(TestCliWorkspace)
#include "tst_cli_workspace.moc"
