#include "store/SearchIndexFile.h"

#include "base/Log.h"
#include "store/StoreContext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QUuid>

#include <sqlite3.h>

#include <filesystem>

namespace creel
{
namespace
{

constexpr qint64 sampleBlock = 512; ///< one sample is kept of so many ids
constexpr int logPages = 4'096; ///< 32 MB
constexpr int mergePages = 256;

constexpr const char* schema = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE sample(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, head_size INTEGER NOT NULL, body_size INTEGER NOT NULL);
CREATE TABLE rest(id INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE text USING fts5(t, content='', columnsize=0, detail=none, tokenize='trigram');
INSERT INTO text(text, rank) VALUES('pgsz', 8000);
INSERT INTO meta VALUES('upto', 0), ('entries', 0);
)sql";

void setPragma(Database& database, const char* name, qint64 value)
{
    database.exec((QByteArray("PRAGMA ") + name + '=' + QByteArray::number(value)).constData());
}

QByteArray openMark()
{
    return "open " + QSysInfo::bootUniqueId();
}

} // namespace

struct IndexFile::Statements {
    explicit Statements(Database& database)
        : add(database.prepare("INSERT INTO text(rowid, t) VALUES(?1, CAST(?2 AS TEXT))"))
        , rest(database.prepare("INSERT OR IGNORE INTO rest VALUES(?1)"))
        , sample(database.prepare("INSERT OR REPLACE INTO sample VALUES(?1,?2,?3,?4)"))
        , trim(database.prepare("DELETE FROM sample WHERE id>=?1 AND id<?2"))
        , meta(database.prepare("UPDATE meta SET value=?2 WHERE key=CAST(?1 AS TEXT)"))
        , merge(database.prepare("INSERT INTO text(text, rank) VALUES('merge', ?1)"))
    {
    }
    Statement add;
    Statement rest;
    Statement sample;
    Statement trim;
    Statement meta;
    Statement merge;

    void setMeta(QByteArrayView key, qint64 value)
    {
        meta.bindBytes(1, key);
        meta.bind(2, value);
        meta.run();
    }
};

QString indexFileName(const StoreContext& context)
{
    // Through QUuid: a workspace may come from someone else, and what it holds must not choose a folder.
    const QUuid uuid = QUuid::fromString(QString::fromLatin1(context.uuid));
    if (context.cacheFolder.isEmpty() || uuid.isNull())
        return {};
    return QDir(context.cacheFolder).filePath(uuid.toString(QUuid::WithoutBraces) + QStringLiteral(".index"));
}

IndexMatch matchSamples(Database& index, Database& workspace)
{
    Statement samples =
        index.prepare("SELECT id, received_at, head_size, body_size FROM sample ORDER BY id DESC LIMIT 256");
    Statement event = workspace.prepare("SELECT received_at, head_size, body_size FROM event WHERE id=?1");
    while (samples.next()) {
        const StatementReset reset(event);
        event.bind(1, samples.integer(0));
        if (!event.next())
            continue;
        const bool same = event.integer(0) == samples.integer(1) && event.integer(1) == samples.integer(2)
            && event.integer(2) == samples.integer(3);
        return same ? IndexMatch::Same : IndexMatch::Other;
    }
    return IndexMatch::Unknown;
}

IndexFile::IndexFile(const StoreContext& context)
    : m_context(context)
    , m_file(indexFileName(context))
{
}

IndexFile::~IndexFile()
{
    m_transaction.reset();
    m_statements.reset();
    m_database.reset();
    if (m_settled && fileState() == m_lastState)
        writeState("closed " + m_lastState);
}

bool IndexFile::lock()
{
    if (m_lock)
        return true;
    if (m_file.isEmpty() || !QDir().mkpath(m_context.cacheFolder))
        return false;
    auto file = std::make_unique<QLockFile>(m_file + QStringLiteral(".lock"));
    file->setStaleLockTime(0); // only the end of its process makes it stale
    if (!file->tryLock(0))
        return false;
    m_lock = std::move(file);
    return true;
}

void IndexFile::drop()
{
    m_transaction.reset();
    m_statements.reset();
    m_database.reset();
    m_settled = false;
    m_newEntries = 0;
    m_upTo = 0;
    m_entries = 0;
}

void IndexFile::open(Database& workspace)
{
    const QByteArray state = readState();
    const bool trusted = QFileInfo::exists(m_file) && (state == openMark() || state == "closed " + fileState());
    if (trusted) {
        try {
            openExisting(workspace);
            return;
        } catch (const SqlError& error) {
            if (error.isStopped())
                throw;
            qCInfo(logStore) << "the search index is made again:" << error.message;
        }
    }
    remake();
}

/** Throws where the file is not what it should be. */
void IndexFile::openExisting(Database& workspace)
{
    writeState(openMark());
    m_database = std::make_unique<Database>(m_file, Database::Mode::ReadWrite);
    const auto require = [](bool holds, const char* what) {
        if (!holds)
            throw SqlError{SQLITE_NOTADB, what};
    };
    require(m_database->integer("PRAGMA application_id") == indexApplicationId, "not an index");
    require(m_database->integer("PRAGMA user_version") == indexVersion, "of another version");
    prepare();
    m_upTo = m_database->integer("SELECT value FROM meta WHERE key='upto'");
    m_entries = m_database->integer("SELECT value FROM meta WHERE key='entries'");
    require(m_upTo <= workspace.integer("SELECT seq FROM sqlite_sequence WHERE name='event'"), "ahead of the events");
    require(m_upTo == 0 || matchSamples(*m_database, workspace) == IndexMatch::Same, "of another copy");
    m_lastState = fileState();
}

void IndexFile::remake()
{
    drop();
    for (const char* end : {".state", "-wal", "-shm", "-journal", ""})
        QFile::remove(m_file + QLatin1String(end));
    create();
}

void IndexFile::create()
{
    QFile created(m_file);
    if (!created.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        throw SqlError{SQLITE_CANTOPEN, created.errorString().toUtf8()};
    created.close();
    writeState(openMark());
    m_database = std::make_unique<Database>(m_file, Database::Mode::ReadWrite);
    setPragma(*m_database, "page_size", 8'192);
    m_database->exec("PRAGMA journal_mode=WAL");
    m_database->exec("PRAGMA synchronous=OFF");
    {
        Transaction transaction(*m_database, Transaction::Kind::Write);
        m_database->exec(schema);
        setPragma(*m_database, "application_id", indexApplicationId);
        setPragma(*m_database, "user_version", indexVersion);
        Statement meta = m_database->prepare("INSERT INTO meta VALUES('generation', ?1)");
        meta.bind(1, qint64(QRandomGenerator::system()->generate64() >> 1));
        meta.run();
        transaction.commit();
    }
    m_database->checkpoint(false);
    prepare();
    m_lastState = fileState();
}

void IndexFile::prepare()
{
    m_database->exec("PRAGMA synchronous=OFF");
    m_database->exec("PRAGMA wal_autocheckpoint=0");
    m_database->exec("PRAGMA cache_size=-32000");
    m_statements = std::make_unique<Statements>(*m_database);
}

void IndexFile::begin()
{
    m_transaction.emplace(*m_database, Transaction::Kind::Write);
    m_settled = false;
}

void IndexFile::add(const IndexSample& event, const IndexText& text)
{
    m_statements->add.bind(1, event.id);
    m_statements->add.bindBytes(2, text.text);
    m_statements->add.run();
    if (!text.whole) {
        m_statements->rest.bind(1, event.id);
        m_statements->rest.run();
    }
    ++m_newEntries;
}

void IndexFile::commit(qint64 upTo, const IndexSample& sample)
{
    if (sample.id > 0) {
        Statement& insert = m_statements->sample;
        insert.bind(1, sample.id);
        insert.bind(2, sample.receivedAt);
        insert.bind(3, sample.headSize);
        insert.bind(4, sample.bodySize);
        insert.run();
        m_statements->trim.bind(1, sample.id - sample.id % sampleBlock);
        m_statements->trim.bind(2, sample.id);
        m_statements->trim.run();
    }
    m_statements->setMeta("upto", upTo);
    m_statements->setMeta("entries", m_entries + m_newEntries);
    m_transaction->commit();
    m_transaction.reset();
    m_entries += std::exchange(m_newEntries, 0);
    m_upTo = upTo;
    keepLogShort();
}

void IndexFile::rollback()
{
    m_transaction.reset();
    m_newEntries = 0;
}

void IndexFile::keepLogShort()
{
    if (m_database->walPages() < logPages)
        return;
    m_database->checkpoint(false);
    m_lastState = fileState();
}

bool IndexFile::isIntact() const
{
    int moved = 0;
    const int code = sqlite3_file_control(m_database->handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return (code != SQLITE_OK || moved == 0) && fileState() == m_lastState;
}

bool IndexFile::mergeSome()
{
    const int before = sqlite3_total_changes(m_database->handle());
    m_settled = false;
    m_statements->merge.bind(1, mergePages);
    m_statements->merge.run();
    keepLogShort();
    // As FTS5's documentation says: less than two changes mean that there was nothing to merge.
    return sqlite3_total_changes(m_database->handle()) - before >= 2;
}

void IndexFile::settle()
{
    if (m_settled)
        return;
    m_database->exec("PRAGMA synchronous=FULL");
    const int code =
        sqlite3_wal_checkpoint_v2(m_database->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    m_settled = code == SQLITE_OK; // readers may hold it up: the next time
    m_database->exec("PRAGMA synchronous=OFF");
    m_lastState = fileState();
}

/** Size and time of the last change. */
QByteArray IndexFile::fileState() const
{
    std::error_code error;
    const std::filesystem::path path(m_file.toStdU16String());
    const auto size = std::filesystem::file_size(path, error);
    const auto time = std::filesystem::last_write_time(path, error);
    if (error)
        return {};
    return QByteArray::number(qint64(size)) + ' ' + QByteArray::number(qint64(time.time_since_epoch().count()));
}

void IndexFile::writeState(const QByteArray& state) const
{
    QFile file(m_file + QStringLiteral(".state"));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(state);
}

QByteArray IndexFile::readState() const
{
    QFile file(m_file + QStringLiteral(".state"));
    return file.open(QIODevice::ReadOnly) ? file.read(200) : QByteArray();
}

} // namespace creel
