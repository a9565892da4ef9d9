#include "StoreFixture.h"

#include <QFileInfo>
#include <QTest>

using namespace creel;
using namespace creel::test;
using Ids = std::vector<qint64>;

/** What the user does to events, in bulk, and retention. */
class TestChanges : public QObject
{
    Q_OBJECT

    static void fill(StoreFixture& store, int count, qsizetype size = 10, qint64 at = 1'700'000'000'000'000)
    {
        for (int i = 0; i < count; ++i)
            store.writer().addEvent(makeEvent(QByteArray(size, 'x'), "/hook", at), {});
        store.writer().flush();
    }
    static std::vector<EventId> range(qint64 first, qint64 last)
    {
        std::vector<EventId> ids;
        for (qint64 id = first; id <= last; ++id)
            ids.push_back(EventId(id));
        return ids;
    }

private slots:
    void tagsPinsNotesVerdicts()
    {
        StoreFixture store;
        fill(store, 5);
        const Sequence before = store.reader().changesNow({})->now;
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().setPinned(range(2, 3), true, done); }).ok());
        QVERIFY(StoreFixture::wait([&](auto done) {
            store.writer().setTags({EventId(4)}, {QStringLiteral("a"), QStringLiteral("b")}, done);
        }).ok());
        QVERIFY(StoreFixture::wait([&](auto done) {
            store.writer().setNote(EventId(5), QStringLiteral("why"), done);
        }).ok());
        store.writer().setVerdict(EventId(1), {SignatureState::Invalid, Freshness::Fresh, "github"});
        store.writer().flush();
        const Result<EventReader::Changes> changes = store.reader().changesNow(before);
        QVERIFY(changes.ok() && !changes->everything);
        QCOMPARE(changes->changed, (std::vector<EventId>{EventId(2), EventId(3), EventId(4), EventId(5), EventId(1)}));
        QVERIFY(changes->deleted.empty());
        QVERIFY(store.detail(EventId(2)).row.pinned && !store.detail(EventId(1)).row.pinned);
        QCOMPARE(store.detail(EventId(4)).row.tags, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(store.detail(EventId(5)).note, QStringLiteral("why"));
        QCOMPARE(store.detail(EventId(1)).row.verdict.scheme, "github");
        QCOMPARE(store.detail(EventId(1)).row.verdict.verdict(), Verdict::Invalid);
        QCOMPARE(store.detail(EventId(1)).row.changed, changes->now);
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().setPinned(range(2, 2), false, done); }).ok());
        QVERIFY(!store.detail(EventId(2)).row.pinned);
        QCOMPARE(store.reader().changesNow(changes->now)->changed, (std::vector<EventId>{EventId(2)}));
    }

    void deleteAndUndelete()
    {
        StoreFixture store;
        fill(store, 1'000);
        const qint64 bytes = store.workspace().byteCount();
        const Sequence before = store.reader().changesNow({})->now;
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().deleteEvents(range(11, 1'000), done); }).ok());
        QCOMPARE(store.workspace().eventCount(), 10);
        QCOMPARE(store.workspace().byteCount(), bytes / 100);
        QCOMPARE(store.found({}).size(), std::size_t(10));
        QVERIFY(store.reader().rowsNow({EventId(500)})->empty());
        QCOMPARE(store.reader().changesNow(before)->deleted.size(), std::size_t(990));
        const Sequence after = store.reader().changesNow(before)->now;
        store.reopen();
        QCOMPARE(store.workspace().eventCount(), 10);
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().undeleteEvents(range(11, 1'000), done); }).ok());
        QCOMPARE(store.workspace().eventCount(), 1'000);
        QCOMPARE(store.workspace().byteCount(), bytes);
        QCOMPARE(store.found({}).size(), std::size_t(1'000));
        QCOMPARE(store.reader().changesNow(after)->changed.size(), std::size_t(990));
    }

    void purgeGivesRoomBack()
    {
        StoreFixture store;
        fill(store, 300, 20'000);
        NewEvent large = makeEvent(QByteArray(3'000'000, 'l'));
        QVERIFY(store.add(large).ok());
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().compact(done); }).ok());
        const qint64 size = QFileInfo(store.file()).size();
        QVERIFY(size > 9'000'000);
        std::vector<EventId> gone = range(2, 150);
        gone.push_back(EventId(152));
        gone.push_back(EventId(301));
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().deleteEvents(gone, done); }).ok());
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().purgeDeleted(done); }).ok());
        QVERIFY(QFileInfo(store.file()).size() < size - 5'500'000);
        QCOMPARE(store.workspace().eventCount(), 150);
        // Ids are never used again, and the set of all is right without a scan.
        QCOMPARE(store.add(makeEvent("x"))->v, 302);
        const Ids left = store.found({});
        QCOMPARE(left.size(), std::size_t(151));
        QCOMPARE(Ids(left.begin(), left.begin() + 2), (Ids{302, 300}));
        QCOMPARE(Ids(left.end() - 3, left.end()), (Ids{153, 151, 1}));
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().undeleteEvents(gone, done); }).ok());
        QCOMPARE(store.workspace().eventCount(), 151);
    }

    void retention_data()
    {
        QTest::addColumn<qint64>("events");
        QTest::addColumn<qint64>("ageS");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("left");
        QTest::newRow("count") << qint64(20) << qint64(0) << qint64(0) << qint64(20);
        QTest::newRow("age") << qint64(0) << qint64(3'600) << qint64(0) << qint64(51);
        QTest::newRow("size") << qint64(0) << qint64(0) << qint64(500'000) << qint64(24);
    }
    void retention()
    {
        QFETCH(qint64, events);
        QFETCH(qint64, ageS);
        QFETCH(qint64, bytes);
        QFETCH(qint64, left);
        FakeClock clock;
        StoreFixture store(WorkspaceOptions{false, &clock, {}});
        fill(store, 50, 20'000, clock.nowUs());
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().setPinned({EventId(7)}, true, done); }).ok());
        clock.advanceUs(7'200'000'000);
        fill(store, 50, 20'000, clock.nowUs());
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().compact(done); }).ok());
        const qint64 size = QFileInfo(store.file()).size();
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().setRetention({events, ageS, bytes}, done); }).ok());
        QTRY_COMPARE_WITH_TIMEOUT(store.workspace().eventCount(), left, 20'000);
        QVERIFY(store.detail(EventId(7)).row.pinned);
        QVERIFY(!store.reader().detailNow(EventId(1), 0).ok());
        QCOMPARE(store.found({}).front(), 100);
        QCOMPARE(qint64(store.found({}).size()), left);
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            store.writer().compact({});
            store.writer().flush();
            return QFileInfo(store.file()).size() < size / 100 * (left + 10);
        }()),
            20'000);
    }

    void tooManyChangesMeanAll()
    {
        StoreFixture store;
        fill(store, 25'000, 1);
        const Sequence before = store.reader().changesNow({})->now;
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().setPinned(range(1, 25'000), true, done); }).ok());
        const Result<EventReader::Changes> changes = store.reader().changesNow(before);
        QVERIFY(changes->everything && changes->changed.empty());
        QVERIFY(changes->now > before);
        QVERIFY(!store.reader().changesNow(changes->now)->everything);
    }

    void eventsGoOnBesideBulkWork()
    {
        StoreFixture store;
        fill(store, 20'000, 1);
        std::atomic<bool> bulkDone = false;
        store.writer().deleteEvents(range(1, 20'000), [&](const Result<void>&) { bulkDone = true; });
        QVERIFY(store.add(makeEvent("between")).ok());
        QVERIFY(!bulkDone.load()); // it waited for one slice, not for all
        store.writer().flush();
        QVERIFY(bulkDone.load());
        QCOMPARE(store.found({}), (Ids{20'001}));
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
