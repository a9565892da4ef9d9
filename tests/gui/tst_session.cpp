#include "desktop/MainWindow.h"
#include "desktop/Settings.h"
#include "desktop/shell/DesktopSession.h"
#include "desktop/shell/SingleInstance.h"
#include "secrets/SecretStore.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;

/** Workspaces are opened beside the window's thread. */
class TestSession : public QObject
{
    Q_OBJECT
private slots:
    void windowsComeOneAfterTheOther();
    void whatCannotBeOpenedIsTold();
    void anAbruptEndIsTold();
};

void TestSession::windowsComeOneAfterTheOther()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("creel.ini")));
    const std::unique_ptr<SecretStore> secrets = makeMemoryStore();
    DesktopSession session(*qApp, settings, *secrets);
    QSignalSpy opened(&session, &DesktopSession::opened);
    const QString first = folder.filePath(QStringLiteral("first.creel"));
    const QString second = folder.filePath(QStringLiteral("second.creel"));
    QCOMPARE(session.open(first), DesktopSession::Opened::Soon);
    QVERIFY(session.window() == nullptr); // nothing was waited for
    QCOMPARE(session.open(first), DesktopSession::Opened::Soon); // is on its way already
    QCOMPARE(session.open(second), DesktopSession::Opened::Soon);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, 20'000);
    QVERIFY(session.window()->windowTitle().contains(QStringLiteral("second.creel")));
    QCOMPARE(session.open(first), DesktopSession::Opened::Here);
    QCOMPARE(settings.recentWorkspaces(), (QStringList{second, first}));
}

void TestSession::whatCannotBeOpenedIsTold()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("creel.ini")));
    const std::unique_ptr<SecretStore> secrets = makeMemoryStore();
    DesktopSession session(*qApp, settings, *secrets);
    QFile broken(folder.filePath(QStringLiteral("broken.creel")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(20'000, 'x'));
    broken.close();
    QSignalSpy failed(&session, &DesktopSession::failed);
    QCOMPARE(session.open(broken.fileName()), DesktopSession::Opened::Soon);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20'000);
    QVERIFY(failed.front().front().toString().contains(QStringLiteral("broken.creel")));
    QVERIFY(session.window() == nullptr);
}

void TestSession::anAbruptEndIsTold()
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("creel.ini")));
    const std::unique_ptr<SecretStore> secrets = makeMemoryStore();
    const QString file = folder.filePath(QStringLiteral("one.creel"));
    const auto message = [&] {
        DesktopSession session(*qApp, settings, *secrets);
        QSignalSpy opened(&session, &DesktopSession::opened);
        if (session.open(file) != DesktopSession::Opened::Soon || (opened.isEmpty() && !opened.wait(20'000)))
            return QStringLiteral("not opened");
        return session.window()->findChild<QLabel*>(QStringLiteral("statusMessage"))->text();
    };
    QVERIFY(!message().contains(QStringLiteral("did not end properly")));
    QVERIFY(!message().contains(QStringLiteral("did not end properly"))); // it did
    // What a process that is killed leaves where it listened
    QFile left(QDir(QDir::tempPath()).filePath(SingleInstance(file).name()));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(message().contains(QStringLiteral("did not end properly")));
    QVERIFY(!message().contains(QStringLiteral("did not end properly")));
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
