#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

/** The window's program and the command, started as a user starts them: without a word about where anything lies. */
class TestPrograms : public QObject
{
    Q_OBJECT
private slots:
    void windowAndCommandShareTheDefaultWorkspace();
    void withoutDisplayItSaysWhatToDo();
    void aCrashWritesNoMemory_data();
    void aCrashWritesNoMemory();
};

namespace
{
QString program(const char* name)
{
    return QStringLiteral(CREEL_BINARY_DIR "/bin/") + QString::fromLatin1(name);
}

QProcessEnvironment homeIn(const QTemporaryDir& home)
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("HOME"), home.path());
    variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        variables.insert(QString::fromLatin1(name), home.filePath(QString::fromLatin1(name)));
    return variables;
}
} // namespace

void TestPrograms::windowAndCommandShareTheDefaultWorkspace()
{
    const QTemporaryDir home;
    QFile event(home.filePath(QStringLiteral("event.ndjson")));
    QVERIFY(event.open(QIODevice::WriteOnly));
    event.write(
        R"({"received_at":"2026-01-02T03:04:05.000006Z","method":"POST","target":"/","headers":[["Host","a"]]})");
    event.close();

    QProcess window;
    window.setProcessEnvironment(homeIn(home));
    window.start(program("creel"), {QStringLiteral("--port"), QStringLiteral("0")});
    const QString workspace = home.filePath(QStringLiteral("XDG_DATA_HOME/creel/default.creel"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(workspace) || window.state() == QProcess::NotRunning, 30'000);
    QVERIFY2(QFile::exists(workspace), window.readAllStandardError().constData());

    QProcess command;
    command.setProcessEnvironment(homeIn(home));
    command.start(program("creel-cli"), {QStringLiteral("import"), event.fileName()});
    QVERIFY(command.waitForFinished(30'000));
    QVERIFY2(command.exitCode() == 0, command.readAllStandardError().constData());
    // As the end of a session does it: the windows are closed and keep their state
    window.terminate();
    QVERIFY(window.waitForFinished(30'000));
    QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    QCOMPARE(window.exitCode(), 0);
    QFile settings(home.filePath(QStringLiteral("XDG_CONFIG_HOME/creel/creel.ini")));
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(settings.readAll().contains("placeOf="));
    QCOMPARE(QDir(home.filePath(QStringLiteral("XDG_DATA_HOME")))
                 .entryList({QStringLiteral("*")}, QDir::AllEntries | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("creel")});
    QCOMPARE(QDir(QFileInfo(workspace).path()).entryList({QStringLiteral("*.creel")}, QDir::Files).size(), 1);

    command.start(program("creel-cli"), {QStringLiteral("list"), QStringLiteral("--json")});
    QVERIFY(command.waitForFinished(30'000));
    QVERIFY(command.readAllStandardOutput().contains("2026-01-02T03:04:05.000006Z"));
    QVERIFY(!QFile::exists(home.filePath(QStringLiteral("XDG_DATA_HOME/creel/creel"))));
}

void TestPrograms::aCrashWritesNoMemory_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("arguments");
    const QStringList freePort{QStringLiteral("--port"), QStringLiteral("0")};
    QTest::newRow("window") << program("creel") << freePort;
    QTest::newRow("command") << program("creel-cli") << (QStringList{QStringLiteral("listen")} + freePort);
}

/** Memory holds the secrets: neither a core file nor a crash reporter may get it. */
void TestPrograms::aCrashWritesNoMemory()
{
#ifndef Q_OS_LINUX
    QSKIP("reads /proc");
#endif
    QFETCH(QString, name);
    QFETCH(QStringList, arguments);
    // As in a shell after `ulimit -c unlimited`: what is tested must not hold by the default alone.
    rlimit core{};
    getrlimit(RLIMIT_CORE, &core);
    core.rlim_cur = core.rlim_max;
    setrlimit(RLIMIT_CORE, &core);
    const QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(homeIn(home));
    process.setWorkingDirectory(home.path());
    process.start(name, arguments);
    const QString workspace = home.filePath(QStringLiteral("XDG_DATA_HOME/creel/default.creel"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(workspace) || process.state() == QProcess::NotRunning, 30'000);
    const auto fact = [&](const char* file) {
        QFile facts(QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QLatin1String(file)));
        return facts.open(QIODevice::ReadOnly) ? facts.readAll() : QByteArray();
    };
    QCOMPARE(fact("coredump_filter").trimmed(), QByteArray("00000000"));
    QVERIFY(QRegularExpression(QStringLiteral("Max core file size +0 +0 "))
                .match(QString::fromLatin1(fact("limits")))
                .hasMatch());
    ::kill(pid_t(process.processId()), SIGSEGV);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(QDir(home.path()).entryList({QStringLiteral("*core*")}, QDir::Files), QStringList());
}

void TestPrograms::withoutDisplayItSaysWhatToDo()
{
#if !defined(Q_OS_UNIX) || defined(Q_OS_MACOS)
    QSKIP("a window needs no DISPLAY here");
#endif
    const QTemporaryDir home;
    QProcessEnvironment variables = homeIn(home);
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        variables.remove(QString::fromLatin1(name));
    QProcess window;
    window.setProcessEnvironment(variables);
    window.start(program("creel"), QStringList{});
    QVERIFY(window.waitForFinished(30'000));
    QCOMPARE(window.exitStatus(), QProcess::NormalExit);
    QCOMPARE(window.exitCode(), 3);
    QVERIFY(window.readAllStandardError().contains("creel-cli listen"));
}

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
