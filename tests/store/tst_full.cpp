#include "SmallDisk.h"
#include "StoreFixture.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace creel;
using namespace creel::test;

class TestFull : public QObject
{
    Q_OBJECT
private slots:
    void fullDisk()
    {
        const SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("a tmpfs can't be mounted here (needs root)");
        const QString file = disk.path(QStringLiteral("w.creel"));
        const QString ballast = disk.path(QStringLiteral("ballast"));
        const auto opened = Workspace::open(file);
        QVERIFY(opened.ok());
        Workspace& workspace = **opened;
        QSignalSpy problem(&workspace, &Workspace::storeProblem);
        QSignalSpy recovered(&workspace, &Workspace::storeRecovered);
        QVERIFY(StoreFixture::addTo(workspace.writer(), makeEvent("before")).ok());
        {
            QFile out(ballast);
            QVERIFY(out.open(QIODevice::WriteOnly));
            while (out.write(QByteArray(65'536, 'b')) > 0 && out.flush()) { }
        }
        // Until nothing more fits: each is either stored or refused.
        qint64 stored = 1;
        bool refused = false;
        for (int i = 0; i < 50; ++i) {
            const Result<EventId> id = StoreFixture::addTo(workspace.writer(), makeEvent(QByteArray(300'000, 'x')));
            if (id.ok())
                ++stored;
            else {
                QCOMPARE(id.error().code, ErrorCode::Full);
                QVERIFY(id.error().text.contains(file));
                refused = true;
            }
        }
        QVERIFY(refused);
        // A body in pieces is refused as well, and so is the event that names it.
        NewEvent large = makeEvent({});
        large.bodyId = workspace.writer().beginBody(large);
        const Result<void> piece = StoreFixture::wait(
            [&](auto done) { workspace.writer().appendBody(*large.bodyId, QByteArray(900'000, 'p'), done); });
        QCOMPARE(piece.error().code, ErrorCode::Full);
        QCOMPARE(StoreFixture::addTo(workspace.writer(), large).error().code, ErrorCode::Full);
        workspace.writer().dropBody(*large.bodyId);
        QTRY_COMPARE(problem.size(), 1);
        QCOMPARE(workspace.eventCount(), stored);
        QCOMPARE(workspace.reader().findNow({})->size(), stored);

        QVERIFY(QFile::remove(ballast));
        QTRY_COMPARE_WITH_TIMEOUT(recovered.size(), 1, 10'000); // by itself, without an event
        QVERIFY(StoreFixture::addTo(workspace.writer(), makeEvent("after")).ok());
        QCOMPARE(workspace.eventCount(), stored + 1);
        QCOMPARE(problem.size(), 1);
    }

    void readOnlyMedium_data()
    {
        QTest::addColumn<bool>("logWithContent");
        QTest::newRow("closed well") << false;
        QTest::newRow("log with content") << true;
    }
    void readOnlyMedium()
    {
        QFETCH(bool, logWithContent);
        const SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("a tmpfs can't be mounted here (needs root)");
        const QString file = disk.path(QStringLiteral("w.creel"));
        StoreFixture store;
        QVERIFY(store.add(makeEvent("evidence")).ok());
        if (logWithContent) {
            // As after a kill: file and log are copied while both are in use.
            QVERIFY(QFile::copy(store.file() + QStringLiteral("-wal"), file + QStringLiteral("-wal")));
            QVERIFY(QFile::copy(store.file(), file));
        } else {
            store.close();
            QVERIFY(QFile::copy(store.file(), file));
        }
        QVERIFY(disk.setReadOnly(true));
        const auto writing = Workspace::open(file);
        QVERIFY(!writing.ok());
        QVERIFY(writing.error().code == ErrorCode::Full || writing.error().code == ErrorCode::Io);
        {
            const auto opened = Workspace::open(file, {true, nullptr, {}});
            QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().text));
            QCOMPARE((*opened)->notice().isEmpty(), !logWithContent);
            QCOMPARE((*opened)->file(), file);
            QCOMPARE((*opened)->eventCount(), 1);
            QCOMPARE((*opened)->reader().detailNow(EventId(1), 100)->request->body, "evidence");
        }
        QVERIFY(disk.setReadOnly(false));
    }
};

QTEST_GUILESS_MAIN(TestFull)
#include "tst_full.moc"
