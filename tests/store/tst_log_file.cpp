#include "StoreFixture.h"

#include "store/LogFile.h"
#include "store/Sqlite.h"

#include <QTest>

#include <sqlite3.h>

#include <atomic>
#include <mutex>

using namespace creel;
using namespace creel::test;

namespace
{

/** SQLite's default VFS, watched: what is done to logs, and a disk that refuses to take more. */
class WatchedVfs
{
public:
    static inline std::atomic<int> writes = 0;
    static inline std::atomic<int> syncs = 0;
    static inline std::atomic<bool> full = false;

    static void install()
    {
        s_real = sqlite3_vfs_find(nullptr);
        s_vfs = *s_real;
        s_vfs.zName = "watched";
        s_vfs.pNext = nullptr;
        s_vfs.xOpen = open;
        sqlite3_vfs_register(&s_vfs, 1);
    }

private:
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out)
    {
        const int code = s_real->xOpen(s_real, name, file, flags, out);
        if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL) != 0) {
            std::call_once(s_once, watch, file->pMethods);
            file->pMethods = &s_methods;
        }
        return code;
    }
    static void watch(const sqlite3_io_methods* plain)
    {
        s_plain = plain;
        s_methods = *plain;
        s_methods.xWrite = [](sqlite3_file* log, const void* from, int size, sqlite3_int64 at) {
            ++writes;
            return full ? SQLITE_FULL : s_plain->xWrite(log, from, size, at);
        };
        s_methods.xSync = [](sqlite3_file* log, int how) {
            ++syncs;
            return s_plain->xSync(log, how);
        };
    }
    static inline sqlite3_vfs* s_real = nullptr;
    static inline sqlite3_vfs s_vfs = {};
    static inline std::once_flag s_once;
    static inline const sqlite3_io_methods* s_plain = nullptr;
    static inline sqlite3_io_methods s_methods = {};
};

} // namespace

/** The log as SQLite writes it through LogFile. */
class TestLogFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_file;

    std::unique_ptr<Database> open(const char* vfs) const
    {
        auto database = std::make_unique<Database>(m_file, Database::Mode::ReadWrite, vfs);
        database->exec("PRAGMA journal_mode=WAL");
        database->exec("PRAGMA synchronous=FULL");
        database->exec("PRAGMA wal_autocheckpoint=0");
        return database;
    }
    static qint64 rows(Database& database) { return database.integer("SELECT count(*) FROM t"); }

private slots:
    void initTestCase() { WatchedVfs::install(); }
    void init()
    {
        static int number = 0;
        m_file = m_folder.filePath(QString::number(++number) + QStringLiteral(".db"));
        QFile made(m_file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        WatchedVfs::full = false;
    }

    void onlyItsOwnConnectionsHaveOne()
    {
        const auto plain = open(nullptr);
        plain->exec("CREATE TABLE t(a)");
        QVERIFY(!LogFile::of(*plain));
        const auto ours = open(LogFile::vfs());
        QCOMPARE(rows(*ours), 0);
        QVERIFY(LogFile::of(*ours));
    }

    /** A commit of many pages is a few writes and one sync, and another connection reads it at once. */
    void gathersACommit()
    {
        const auto ours = open(LogFile::vfs());
        ours->exec("CREATE TABLE t(a)");
        const auto other = open(nullptr);
        const char* const insert = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<500)"
                                   " INSERT INTO t SELECT randomblob(1000) FROM n";
        ours->exec(insert);
        const int before = WatchedVfs::writes.exchange(0);
        QVERIFY2(before > 200, qPrintable(QString::number(before)));
        LogFile::of(*ours)->startGathering();
        WatchedVfs::syncs = 0;
        ours->exec(insert);
        QVERIFY2(WatchedVfs::writes < 12, qPrintable(QString::number(WatchedVfs::writes)));
        QCOMPARE(WatchedVfs::syncs, 1);
        QCOMPARE(rows(*other), 1000);
        QCOMPARE(other->integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'"), 1);
    }

    /** A transaction larger than the cache writes to the log before its end, and reads that again. */
    void readsWhatItGathered()
    {
        const auto ours = open(LogFile::vfs());
        ours->exec("PRAGMA cache_size=10");
        ours->exec("CREATE TABLE t(a)");
        LogFile::of(*ours)->startGathering();
        ours->exec("BEGIN");
        for (int i = 0; i < 400; ++i)
            ours->exec("INSERT INTO t VALUES(randomblob(3000))");
        ours->exec("UPDATE t SET a=zeroblob(2000) WHERE rowid%3=0");
        QCOMPARE(ours->integer("SELECT sum(length(a)) FROM t"), 133 * 2000 + 267 * 3000);
        ours->exec("COMMIT");
        const auto other = open(nullptr);
        QCOMPARE(other->integer("SELECT sum(length(a)) FROM t"), 133 * 2000 + 267 * 3000);
        QCOMPARE(other->integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'"), 1);
    }

    /** A full disk is noticed before the commit counts, and forgotten with it. */
    void refusesTheWholeCommit()
    {
        const auto ours = open(LogFile::vfs());
        ours->exec("CREATE TABLE t(a)");
        const auto other = open(nullptr);
        LogFile::of(*ours)->startGathering();
        ours->exec("INSERT INTO t VALUES(1)");
        WatchedVfs::full = true;
        int code = 0;
        try {
            ours->exec("INSERT INTO t VALUES(2)");
        } catch (const SqlError& error) {
            code = error.code & 0xff;
        }
        QCOMPARE(code, SQLITE_FULL);
        QCOMPARE(rows(*ours), 1);
        QCOMPARE(rows(*other), 1);
        WatchedVfs::full = false;
        ours->exec("INSERT INTO t VALUES(3)");
        QCOMPARE(other->integer("SELECT sum(a) FROM t"), 4);
        ours->checkpoint(true);
        ours->exec("INSERT INTO t VALUES(4)"); // into a log that begins again
        QCOMPARE(other->integer("SELECT sum(a) FROM t"), 8);
        QCOMPARE(open(nullptr)->integer("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check='ok'"), 1);
    }

    /** The writer of a workspace uses it. */
    void theWriterGathers()
    {
        StoreFixture store;
        for (int i = 0; i < 3; ++i)
            QVERIFY(store.add(makeEvent("warm")).ok());
        WatchedVfs::writes = 0;
        QVERIFY(store.add(makeEvent(QByteArray(300'000, 'x'))).ok());
        QVERIFY2(WatchedVfs::writes <= 5, qPrintable(QString::number(WatchedVfs::writes)));
    }
};

QTEST_GUILESS_MAIN(TestLogFile)
#include "tst_log_file.moc"
