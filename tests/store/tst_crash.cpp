#include "StoreFixture.h"

#include "store/Sqlite.h"

#include <QProcess>
#include <QTest>

#include <map>

using namespace creel;
using namespace creel::test;

/** Other processes on the same file: killed at any moment, and several at once. */
class TestCrash : public QObject
{
    Q_OBJECT

    struct Acknowledged {
        qint64 number = 0;
        qint64 size = 0;
    };

    static QString helper() { return QStringLiteral(CREEL_BINARY_DIR "/tests/store_crash_helper"); }

    static void collect(QProcess& process, std::map<qint64, Acknowledged>& acknowledged)
    {
        const QByteArray output = process.readAllStandardOutput();
        // The last line may be cut off by the kill.
        for (const QByteArray& line : output.first(output.lastIndexOf('\n') + 1).split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 3)
                acknowledged[parts[0].toLongLong()] = {parts[1].toLongLong(), parts[2].toLongLong()};
        }
    }

    static QString check(Workspace& workspace, const std::map<qint64, Acknowledged>& acknowledged)
    {
        for (const auto& [id, expected] : acknowledged) {
            const Result<EventDetail> detail = workspace.reader().detailNow(EventId(id), 1 << 30);
            if (!detail.ok())
                return QStringLiteral("event %1 is lost").arg(id);
            const QByteArray mark = ' ' + QByteArray::number(expected.number) + ' ';
            if (detail->request->body.size() != expected.size || !detail->request->body.contains(mark))
                return QStringLiteral("event %1 is not what was sent").arg(id);
        }
        return {};
    }

private slots:
    void killedFiftyTimes()
    {
        StoreFixture store;
        store.close();
        qint64 total = 0;
        for (int round = 0; round < 50; ++round) {
            QProcess process;
            process.start(helper(), {store.file()});
            QVERIFY(process.waitForReadyRead(20'000));
            QTest::qWait(round * 7 % 60); // at another moment each time
            process.kill();
            QVERIFY(process.waitForFinished());
            std::map<qint64, Acknowledged> acknowledged;
            collect(process, acknowledged);
            QVERIFY(!acknowledged.empty());
            QVERIFY(!acknowledged.contains(-1));
            total += qint64(acknowledged.size());
            store.reopen();
            const QString wrong = check(store.workspace(), acknowledged);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
            QVERIFY(store.workspace().eventCount() >= total);
            QCOMPARE(store.reader().findNow({})->size(), store.workspace().eventCount());
            store.close();
        }
        Database database(store.file(), Database::Mode::ReadOnly);
        QCOMPARE(database.integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check<>'ok'"), 0);
        QCOMPARE(database.integer("SELECT sum(events) FROM tally"), database.integer("SELECT count(*) FROM event"));
    }

    void bodiesOfTheDeadBecomeIncomplete()
    {
        FakeClock clock;
        StoreFixture store(WorkspaceOptions{false, &clock, {}});
        NewEvent event = makeEvent({}, "/cut");
        const BodyId body = store.writer().beginBody(event);
        store.writer().appendBody(body, "the first part", {});
        store.writer().flush();
        // Another process opens the file: this one is alive, so its body stays open ...
        const auto other = Workspace::open(store.file(), WorkspaceOptions{false, &clock, {}});
        QVERIFY(other.ok());
        QTest::qWait(700);
        QCOMPARE((*other)->eventCount(), 0);
        store.close(); // ... and it ends without having finished it
        clock.advanceUs(11'000'000);
        QTRY_COMPARE_WITH_TIMEOUT((*other)->eventCount(), 1, 10'000);
        const Result<EventDetail> detail = (*other)->reader().detailNow(EventId(1), 1'000);
        QVERIFY(detail.ok());
        QCOMPARE(detail->row.state, EventState::Incomplete);
        QCOMPARE(detail->request->body, "the first part");
        QCOMPARE(detail->request->head, event.request->head);
        QCOMPARE(detail->request->target, "/cut");
        QVERIFY(!detail->reason.isEmpty());
    }

    void silentProcessIsClosedOnOpening()
    {
        FakeClock clock;
        StoreFixture store;
        store.close();
        QProcess process;
        // Large bodies come every 50 events: killed within, some stay open.
        for (int i = 0; i < 20; ++i) {
            process.start(helper(), {store.file()});
            QVERIFY(process.waitForReadyRead(20'000));
            QTest::qWait(20 + i);
            process.kill();
            QVERIFY(process.waitForFinished());
            Database database(store.file(), Database::Mode::ReadWrite);
            if (database.integer("SELECT count(*) FROM open_body") > 0)
                break;
        }
        qint64 open = 0;
        qint64 events = 0;
        {
            Database database(store.file(), Database::Mode::ReadWrite);
            open = database.integer("SELECT count(*) FROM open_body");
            events = database.integer("SELECT count(*) FROM event");
        }
        if (open == 0)
            QSKIP("no body was open at the moment of any kill");
        clock.setNowUs(SystemClock().nowUs() + 20'000'000);
        const auto opened = Workspace::open(store.file(), WorkspaceOptions{false, &clock, {}});
        QVERIFY(opened.ok());
        QTRY_COMPARE_WITH_TIMEOUT((*opened)->eventCount(), events + open, 10'000);
        Query incomplete;
        incomplete.states = {EventState::Incomplete};
        QCOMPARE((*opened)->reader().findNow(incomplete)->size(), open);
    }

    void twoProcessesAtOnce()
    {
        StoreFixture store;
        constexpr int each = 1'500;
        QProcess one;
        QProcess two;
        one.start(helper(), {store.file(), QString::number(each)});
        two.start(helper(), {store.file(), QString::number(each)});
        for (int i = 0; i < 300; ++i)
            store.writer().addEvent(makeEvent("own"), {});
        QVERIFY(one.waitForFinished(60'000) && two.waitForFinished(60'000));
        store.writer().flush();
        std::map<qint64, Acknowledged> first;
        std::map<qint64, Acknowledged> second;
        collect(one, first);
        collect(two, second);
        QCOMPARE(first.size(), std::size_t(each));
        QCOMPARE(second.size(), std::size_t(each));
        for (const auto& acknowledged : {first, second}) {
            const QString wrong = check(store.workspace(), acknowledged);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        QTRY_COMPARE(store.workspace().eventCount(), 2 * each + 300);
        QCOMPARE(store.reader().findNow({})->size(), 2 * each + 300);
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
