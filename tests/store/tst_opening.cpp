#include "StoreFixture.h"

#include "store/Schema.h"
#include "store/Sqlite.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <array>

using namespace creel;
using namespace creel::test;

class TestOpening : public QObject
{
    Q_OBJECT

    static QByteArray contents(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void write(const QString& file, const QByteArray& bytes)
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("the test's file can't be written");
    }

private slots:
    void newFile()
    {
        StoreFixture store;
        const QByteArray uuid = store.workspace().uuid();
        QCOMPARE(uuid.size(), 36);
        QCOMPARE(QFileInfo(store.file()).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
        QVERIFY(store.add(makeEvent("x")).ok());
        QCOMPARE(QFileInfo(store.file() + QStringLiteral("-wal")).permissions() & (QFile::ReadGroup | QFile::ReadOther),
            QFile::Permissions());
        store.reopen();
        QCOMPARE(store.workspace().uuid(), uuid);
        QCOMPARE(store.workspace().eventCount(), 1);
        store.close();
        Database database(store.file(), Database::Mode::ReadOnly);
        QCOMPARE(database.integer("PRAGMA page_size"), 8192);
        QCOMPARE(database.integer("PRAGMA auto_vacuum"), 2);
        QCOMPARE(database.integer("PRAGMA application_id"), qint64(workspaceApplicationId));
        // The hot path has no index beside its primary keys.
        QCOMPARE(database.integer("SELECT count(*) FROM sqlite_schema WHERE type='index' AND tbl_name IN"
                                  "('event', 'event_head', 'body_chunk', 'event_answer')"),
            0);
    }

    void newerIsRefused()
    {
        StoreFixture store;
        store.close();
        {
            Database database(store.file(), Database::Mode::ReadWrite);
            database.exec("PRAGMA user_version=99");
        }
        const QByteArray before = contents(store.file());
        for (const bool readOnly : {false, true}) {
            const auto opened = Workspace::open(store.file(), {readOnly, nullptr, {}});
            QVERIFY(!opened.ok());
            QCOMPARE(opened.error().code, ErrorCode::TooNew);
            QVERIFY(opened.error().text.contains(store.file()));
        }
        QCOMPARE(contents(store.file()), before);
    }

    void brokenIsLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        StoreFixture store;
        QVERIFY(store.add(makeEvent("x")).ok());
        store.close();
        const QByteArray good = contents(store.file());
        QTest::newRow("text") << QByteArray("this is not a database at all, but a text").repeated(400);
        QTest::newRow("cut") << good.first(8'192 + 100);
        QByteArray pages = good;
        for (qsizetype i = 8'192; i < pages.size(); ++i)
            pages[i] = char(i * 7);
        QTest::newRow("pages overwritten") << pages;
        QByteArray schema = good;
        for (qsizetype i = 100; i < 8'192; ++i)
            schema[i] = char(0x5a);
        QTest::newRow("schema overwritten") << schema;
    }
    void brokenIsLeftAsItIs()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("broken.creel"));
        write(file, bytes);
        const auto opened = Workspace::open(file);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::Invalid);
        QVERIFY(opened.error().text.contains(file));
        QVERIFY(contents(file) == bytes);
    }

    void foreignDatabaseIsRefused()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("other.db"));
        write(file, {});
        {
            Database database(file, Database::Mode::ReadWrite);
            database.exec("CREATE TABLE t(x)");
        }
        const QByteArray before = contents(file);
        const auto opened = Workspace::open(file);
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, ErrorCode::Invalid);
        QVERIFY(contents(file) == before);
    }

    void folderThatIsMissing()
    {
        QTemporaryDir folder;
        QCOMPARE(Workspace::open(folder.filePath(QStringLiteral("no/w.creel"))).error().code, ErrorCode::Io);
        QCOMPARE(Workspace::open(folder.filePath(QStringLiteral("w.creel")), {true, nullptr, {}}).error().code,
            ErrorCode::NotFound);
    }

    void migrationKeepsACopy()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("old.creel"));
        write(file, {});
        static constexpr std::array<Migration, 2> two{Migration{1,
                                                          "CREATE TABLE meta(key TEXT PRIMARY KEY, value);"
                                                          "CREATE TABLE one(x); INSERT INTO one VALUES(41)"},
            Migration{2, "CREATE TABLE two(x); INSERT INTO two SELECT x+1 FROM one"}};
        {
            Database database(file, Database::Mode::ReadWrite);
            QVERIFY(prepareSchema(database, file, std::span(two).first(1)).ok());
            QVERIFY(!QFileInfo::exists(file + QStringLiteral(".v1.bak")));
            QVERIFY(!checkSchema(database, file, two).ok());
        }
        Database database(file, Database::Mode::ReadWrite);
        QVERIFY(prepareSchema(database, file, two).ok());
        QCOMPARE(database.integer("SELECT x FROM two"), 42);
        QCOMPARE(database.integer("PRAGMA user_version"), 2);
        Database copy(file + QStringLiteral(".v1.bak"), Database::Mode::ReadOnly);
        QCOMPARE(copy.integer("PRAGMA user_version"), 1);
        QCOMPARE(copy.integer("SELECT x FROM one"), 41);
        QVERIFY(prepareSchema(database, file, two).ok()); // again: nothing to do
    }

    void failedMigrationChangesNothing()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("old.creel"));
        write(file, {});
        static constexpr std::array<Migration, 2> two{Migration{1, "CREATE TABLE meta(key TEXT PRIMARY KEY, value)"},
            Migration{2, "CREATE TABLE two(x); NONSENSE"}};
        Database database(file, Database::Mode::ReadWrite);
        QVERIFY(prepareSchema(database, file, std::span(two).first(1)).ok());
        QVERIFY_THROWS_EXCEPTION(SqlError, (void)prepareSchema(database, file, two));
        QCOMPARE(database.integer("PRAGMA user_version"), 1);
        QCOMPARE(database.integer("SELECT count(*) FROM sqlite_schema WHERE name='two'"), 0);
    }

    void readOnly()
    {
        StoreFixture store;
        QVERIFY(store.add(makeEvent("first")).ok());
        const auto opened = Workspace::open(store.file(), {true, nullptr, {}});
        QVERIFY(opened.ok());
        Workspace& reading = **opened;
        QVERIFY(reading.isReadOnly());
        QCOMPARE(reading.eventCount(), 1);
        QCOMPARE(reading.reader().detailNow(EventId(1), 100)->request->body, "first");
        const Result<EventId> refused = StoreFixture::addTo(reading.writer(), makeEvent("x"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::Full);
        reading.writer().flush();
        // What the writing process adds is seen.
        QVERIFY(store.add(makeEvent("second")).ok());
        QTRY_COMPARE(reading.newestId(), EventId(2));
        QCOMPARE(reading.reader().findNow({})->size(), 2);
    }

    void saveCopy()
    {
        StoreFixture store;
        for (int i = 0; i < 200; ++i)
            store.writer().addEvent(makeEvent(QByteArray(5'000, 'c')), {});
        const QString copy = store.path(QStringLiteral("copy.creel"));
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().saveCopy(copy, done); }).ok());
        QVERIFY(!QFileInfo::exists(copy + QStringLiteral(".part")));
        const auto opened = Workspace::open(copy);
        QVERIFY(opened.ok());
        QCOMPARE((*opened)->eventCount(), 200);
        QCOMPARE((*opened)->reader().detailNow(EventId(200), 10'000)->request->body.size(), 5'000);
        QCOMPARE(StoreFixture::addTo((*opened)->writer(), makeEvent("x"))->v, 201);
        const Result<void> bad = StoreFixture::wait(
            [&](auto done) { store.writer().saveCopy(QStringLiteral("/nonexistent/x.creel"), done); });
        QVERIFY(!bad.ok());
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
