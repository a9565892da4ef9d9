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

constexpr const char* schema = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE sample(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, head_size INTEGER NOT NULL, body_size INTEGER NOT NULL);
CREATE TABLE rest(id INTEGER PRIMARY KEY);
CREATE TABLE posting(id INTEGER PRIMARY KEY, events BLOB NOT NULL);
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

/** Size and time of the last change. */
QByteArray fileState(const QString& file)
{
    std::error_code error;
    const std::filesystem::path path(file.toStdU16String());
    const auto size = std::filesystem::file_size(path, error);
    const auto time = std::filesystem::last_write_time(path, error);
    if (error)
        return {};
    return QByteArray::number(qint64(size)) + ' ' + QByteArray::number(qint64(time.time_since_epoch().count()));
}

} // namespace

struct IndexFile::Statements {
    explicit Statements(Database& database)
        : insert(database.prepare("INSERT OR REPLACE INTO posting VALUES(?1, ?2)"))
        , find(database.prepare("SELECT events FROM posting WHERE id=?1"))
        , rest(database.prepare("INSERT OR IGNORE INTO rest VALUES(?1)"))
        , sample(database.prepare("INSERT OR REPLACE INTO sample VALUES(?1,?2,?3,?4)"))
        , trim(database.prepare("DELETE FROM sample WHERE id>=?1 AND id<?2"))
        , meta(database.prepare("UPDATE meta SET value=?2 WHERE key=CAST(?1 AS TEXT)"))
    {
    }
    Statement insert;
    Statement find;
    Statement rest;
    Statement sample;
    Statement trim;
    Statement meta;

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

bool isIndexTrusted(const QString& file)
{
    QFile noted(file + QStringLiteral(".state"));
    if (!QFileInfo::exists(file) || !noted.open(QIODevice::ReadOnly))
        return false;
    const QByteArray state = noted.read(200);
    return state == openMark() || state == "closed " + fileState(file);
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
    if (m_settled && fileState(m_file) == m_lastState)
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
    m_buffer.begin(0);
    m_settled = false;
    m_newEntries = 0;
    m_flushed = -1;
    m_upTo = 0;
    m_entries = 0;
}

void IndexFile::open(Database& workspace)
{
    if (isIndexTrusted(m_file)) {
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
    m_flushed = m_upTo >> blockBits;
    require(m_upTo <= workspace.integer("SELECT seq FROM sqlite_sequence WHERE name='event'"), "ahead of the events");
    require(m_upTo == 0 || matchSamples(*m_database, workspace) == IndexMatch::Same, "of another copy");
    m_lastState = fileState(m_file);
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
    m_lastState = fileState(m_file);
}

void IndexFile::prepare()
{
    m_database->exec("PRAGMA synchronous=OFF");
    m_database->exec("PRAGMA wal_autocheckpoint=0");
    m_database->exec("PRAGMA cache_size=-4000");
    m_statements = std::make_unique<Statements>(*m_database);
}

void IndexFile::begin()
{
    m_transaction.emplace(*m_database, Transaction::Kind::Write);
    m_settled = false;
}

void IndexFile::add(const IndexSample& event, const IndexText& text)
{
    const qint64 block = event.id >> blockBits;
    if (!m_buffer.isEmpty() && (m_buffer.block() != block || m_buffer.isFull()))
        flush();
    if (m_buffer.isEmpty())
        m_buffer.begin(block);
    m_buffer.add(event.id, text.text);
    if (!text.whole) {
        m_statements->rest.bind(1, event.id);
        m_statements->rest.run();
    }
    ++m_newEntries;
}

/** Adds what is gathered to the lists of its block. */
void IndexFile::flush()
{
    Statement& find = m_statements->find;
    Statement& insert = m_statements->insert;
    const qint64 block = m_buffer.block();
    const bool isNew = m_flushed < block;
    m_buffer.take([&](Trigram trigram, BlockSet& set) {
        const qint64 key = postingKey(block, trigram);
        if (!isNew) {
            const StatementReset reset(find);
            find.bind(1, key);
            if (find.next() && !set.unite(find.view(0)))
                throw SqlError{SQLITE_CORRUPT, "a list that is none"};
        }
        const QByteArray list = set.encoded();
        insert.bind(1, key);
        insert.bindBytes(2, list);
        insert.run();
    });
    m_flushed = block;
}

void IndexFile::commit(qint64 upTo, const IndexSample& sample)
{
    flush();
    m_buffer = PostingBuffer(); // gives its memory back
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
    m_buffer.begin(0);
    m_newEntries = 0;
}

void IndexFile::keepLogShort()
{
    if (m_database->walPages() < logPages)
        return;
    m_database->checkpoint(false);
    m_lastState = fileState(m_file);
}

bool IndexFile::isIntact() const
{
    int moved = 0;
    const int code = sqlite3_file_control(m_database->handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return (code != SQLITE_OK || moved == 0) && fileState(m_file) == m_lastState;
}

void IndexFile::settle()
{
    if (m_settled || m_transaction) // ended in the middle of a batch: what it added is rolled back
        return;
    m_database->exec("PRAGMA synchronous=FULL");
    const int code =
        sqlite3_wal_checkpoint_v2(m_database->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    m_settled = code == SQLITE_OK; // readers may hold it up: the next time
    m_database->exec("PRAGMA synchronous=OFF");
    m_lastState = fileState(m_file);
}

void IndexFile::writeState(const QByteArray& state) const
{
    QFile file(m_file + QStringLiteral(".state"));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(state);
}

} // namespace creel
