#include "CliFixture.h"

using namespace creel;

class TestCliUsage : public QObject
{
    Q_OBJECT
private slots:
    void everyCommandHelpsWithAnExample_data()
    {
        QTest::addColumn<QString>("command");
        for (const char* name :
            {"listen", "list", "show", "export", "import", "send", "replay", "sign", "verify", "schemes"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void everyCommandHelpsWithAnExample()
    {
        QFETCH(QString, command);
        const Ran ran = run({command, QStringLiteral("--help")});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.contains("Example:\n  creel-cli " + command.toUtf8()));
        for (const char* option : {"--workspace", "--json", "--quiet"})
            QVERIFY2(ran.out.contains(option), option);
        QCOMPARE(ran.err, QByteArray());
    }

    /** What every command takes may stand before it, too. */
    void commonOptionsMayComeFirst()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("w.creel"));
        const QByteArray line = R"({"method":"POST","target":"/x"})";
        const QStringList before{QStringLiteral("--workspace"), file, QStringLiteral("--quiet")};
        const Ran imported = run(before + words("import -"), line + "\n");
        QCOMPARE(imported.code, 0);
        QCOMPARE(imported.err, QByteArray());
        const Ran listed = run(before + words("--json list"));
        QCOMPARE(listed.code, 0);
        QCOMPARE(text(listed.lines().at(0), "target"), QByteArray("/x"));
    }

    void wrongUsageEndsWith2_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments :
            {"", "frobnicate", "list --frobnicate", "list --limit x", "show", "show x", "export", "export --format pdf",
                "sign --scheme github", "sign --scheme no-such --body /dev/null", "verify --scheme github",
                "verify --scheme no-such --body /dev/null", "verify --body /dev/null --request /dev/null",
                "verify --scheme github --now soon --body /dev/null",
                "verify --scheme github -H nocolon --body /dev/null", "verify --scheme github --cfg x --body /dev/null",
                "sign --scheme github --secret-env CREEL_TEST_NOT_SET --body /dev/null", "listen --port 70000",
                "listen --endpoint nopath", "listen --endpoint /a,colour=red", "listen --endpoint /a,scheme=no-such",
                "listen --endpoint /a?b=c", "listen --endpoint /a --endpoint /a,scheme=github"})
            QTest::newRow(arguments) << QString::fromUtf8(arguments);
    }
    void wrongUsageEndsWith2()
    {
        QFETCH(QString, arguments);
        const QTemporaryDir folder;
        const Ran ran = run(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY(ran.err.startsWith("creel-cli: "));
        QCOMPARE(
            run(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts) << QStringLiteral("--quiet")).err, QByteArray());
    }

    void whatCannotBeDoneEndsWith3_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments : {"list --workspace /nonexistent/a.creel", "list --workspace /bin/sh",
                 "show 1 --workspace /nonexistent/a.creel", "import --workspace /nonexistent/folder/a.creel /dev/null",
                 "import /nonexistent/a.ndjson", "sign --scheme github --body /nonexistent",
                 "verify --scheme github --request /nonexistent",
                 "sign --scheme github --secret-file /nonexistent --body /dev/null",
                 "sign --scheme github --secret-name x --workspace /nonexistent/a.creel --body /dev/null"})
            QTest::newRow(arguments) << QString::fromUtf8(arguments);
    }
    void whatCannotBeDoneEndsWith3()
    {
        QFETCH(QString, arguments);
        const Ran ran = run(arguments.split(QLatin1Char(' ')));
        QCOMPARE(ran.code, 3);
        QCOMPARE(ran.out, QByteArray());
        QVERIFY(ran.err.contains("creel-cli: "));
        const Ran quiet = run(arguments.split(QLatin1Char(' ')) << QStringLiteral("--quiet"));
        QCOMPARE(quiet.code, 3);
        QCOMPARE(quiet.err, QByteArray()); // not even what is logged
    }

    void aSecretGivenAsAnArgumentIsNotRepeated()
    {
        for (const char* arguments : {"verify --secret hunter2", "sign --secret=hunter2", "sign hunter2"}) {
            const Ran ran = run(words(arguments));
            QCOMPARE(ran.code, 2);
            QVERIFY(!ran.err.contains("hunter2") && !ran.out.contains("hunter2"));
        }
    }

    void versionTellsTheBuild()
    {
        const Ran ran = run({QStringLiteral("--version")});
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.startsWith("creel-cli " CREEL_VERSION "\n"));
        QVERIFY(ran.out.contains("\nqt 6."));
        const auto json = run(words("--version --json")).lines();
        QCOMPARE(json.size(), std::size_t(1));
        QCOMPARE(text(json[0], "creel"), QByteArray(CREEL_VERSION));
    }

    void schemesAreListed()
    {
        const Ran ran = run(words("schemes --json"));
        QCOMPARE(ran.code, 0);
        bool stripe = false;
        for (const JsonValue& scheme : ran.lines()) {
            QVERIFY(!text(scheme, "id").isEmpty() && !text(scheme, "name").isEmpty());
            stripe = stripe || text(scheme, "id") == "stripe";
        }
        QVERIFY(stripe);
        QVERIFY(run(words("schemes")).out.contains("\nstripe "));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
