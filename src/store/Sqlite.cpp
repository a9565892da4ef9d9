#include "store/Sqlite.h"

#include <QCoreApplication>
#include <QUrl>

#include <sqlite3.h>

#include <chrono>
#include <thread>
#include <utility>

namespace creel
{
namespace
{

constexpr int busyStepUs = 200;
constexpr int busySteps = 50'000; ///< 10 s
constexpr int impatientSteps = 10; ///< 2 ms

[[noreturn]] void throwError(sqlite3* db, int code)
{
    throw SqlError{code, db ? QByteArray(sqlite3_errmsg(db)) : QByteArray(sqlite3_errstr(code))};
}

} // namespace

bool SqlError::isBusy() const
{
    return (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
}

bool SqlError::isStopped() const
{
    return (code & 0xff) == SQLITE_INTERRUPT;
}

bool SqlError::isMedium() const
{
    const int kind = code & 0xff;
    return kind == SQLITE_FULL || kind == SQLITE_IOERR || kind == SQLITE_READONLY || kind == SQLITE_CANTOPEN;
}

Error SqlError::toError(const QString& file) const
{
    const auto tell = [&](ErrorCode kind, const char* text) {
        QString told = QCoreApplication::translate("creel", text);
        const bool hasReason = told.contains(QLatin1String("%2"));
        return Error{kind, hasReason ? told.arg(file, QString::fromUtf8(message)) : told.arg(file)};
    };
    switch (code & 0xff) {
    case SQLITE_FULL:
        return tell(ErrorCode::Full,
            QT_TRANSLATE_NOOP("creel", "There is no room left for %1. Free some space: catching goes on by itself."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return tell(ErrorCode::Full, QT_TRANSLATE_NOOP("creel", "%1 can't be written: it is read-only."));
    case SQLITE_IOERR:
        return tell(
            ErrorCode::Full, QT_TRANSLATE_NOOP("creel", "The disk that holds %1 does not work as it should (%2)."));
    case SQLITE_CANTOPEN:
        return tell(
            ErrorCode::Io, QT_TRANSLATE_NOOP("creel", "%1 can't be opened (%2). Look at its folder and rights."));
    case SQLITE_NOTADB:
        return tell(ErrorCode::Invalid, QT_TRANSLATE_NOOP("creel", "%1 is not a Creel workspace."));
    case SQLITE_CORRUPT:
        return tell(ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("creel", "%1 is damaged (%2). It was left as it is; open a copy of it."));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return tell(ErrorCode::Locked,
            QT_TRANSLATE_NOOP("creel", "%1 is in use by another program, which does not let go of it."));
    case SQLITE_INTERRUPT:
        return tell(ErrorCode::Cancelled, QT_TRANSLATE_NOOP("creel", "Reading %1 was stopped."));
    default:
        return tell(ErrorCode::Io, QT_TRANSLATE_NOOP("creel", "The workspace %1 could not do this (%2)."));
    }
}

Statement::Statement(sqlite3* db, const char* sql)
{
    const int code = sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK)
        throwError(db, code);
}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    std::swap(m_statement, other.m_statement);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::fail(int code)
{
    SqlError error{code, sqlite3_errmsg(sqlite3_db_handle(m_statement))};
    sqlite3_reset(m_statement);
    throw error;
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void Statement::bindBytes(int index, QByteArrayView bytes)
{
    if (bytes.isNull())
        sqlite3_bind_null(m_statement, index);
    else if (bytes.isEmpty())
        sqlite3_bind_zeroblob(m_statement, index, 0);
    else
        sqlite3_bind_blob64(m_statement, index, bytes.data(), sqlite3_uint64(bytes.size()), SQLITE_STATIC);
}

void Statement::bindText(int index, const QString& text)
{
    if (text.isEmpty()) {
        sqlite3_bind_null(m_statement, index);
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(
        m_statement, index, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindUtf8(int index, QByteArrayView text)
{
    if (text.isEmpty())
        sqlite3_bind_null(m_statement, index);
    else
        sqlite3_bind_text64(m_statement, index, text.data(), sqlite3_uint64(text.size()), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
}

bool Statement::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail(code);
    return false;
}

void Statement::run()
{
    while (next()) { }
    sqlite3_reset(m_statement);
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArrayView Statement::view(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return QByteArrayView(static_cast<const char*>(data), data ? size : 0);
}

QByteArray Statement::bytes(int column) const
{
    return view(column).toByteArray();
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(view(column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Database::Database(const QString& file, Mode mode, const char* vfs)
{
    // Nobody reads SQLite's count of its memory, which takes a lock that all connections share.
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    QByteArray uri = QUrl::fromLocalFile(file).toEncoded(QUrl::FullyEncoded);
    if (mode == Mode::Immutable)
        uri += "?immutable=1";
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(uri.constData(), &m_db, flags, vfs);
    if (code != SQLITE_OK) {
        const SqlError error{code, m_db ? QByteArray(sqlite3_errmsg(m_db)) : QByteArray(sqlite3_errstr(code))};
        sqlite3_close_v2(m_db);
        throw error;
    }
    sqlite3_busy_handler(
        m_db, [](void* self, int count) { return static_cast<Database*>(self)->busyWaits(count); }, this);
    sqlite3_progress_handler(
        m_db, 1'000, [](void* self) { return int(static_cast<Database*>(self)->shouldStop()); }, this);
    sqlite3_wal_hook(
        m_db,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Database*>(self)->m_walPages = pages;
            return SQLITE_OK;
        },
        this);
    // A workspace may come from someone else: nothing in it may run by itself.
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

Database::~Database()
{
    m_begin.reset();
    m_commit.reset();
    sqlite3_close_v2(m_db);
}

int Database::busyWaits(int count)
{
    if (count >= (m_patient ? busySteps : impatientSteps) || shouldStop())
        return 0;
    std::this_thread::sleep_for(std::chrono::microseconds(busyStepUs));
    return 1;
}

void Database::exec(const char* sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throwError(m_db, code);
}

void Database::runOnce(std::optional<Statement>& statement, const char* sql)
{
    if (!statement)
        statement.emplace(prepare(sql));
    statement->run();
}

qint64 Database::integer(const char* sql)
{
    Statement statement = prepare(sql);
    return statement.next() ? statement.integer(0) : 0;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

void Database::setStop(StopToken stop)
{
    m_stop = std::move(stop);
}

void Database::checkpoint(bool truncate)
{
    int left = 0;
    m_patient = false;
    // Busy readers and a full disk only put it off.
    const int code = sqlite3_wal_checkpoint_v2(
        m_db, nullptr, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, &left, nullptr);
    m_patient = true;
    if (code == SQLITE_OK)
        m_walPages = truncate ? left : 0;
}

Transaction::Transaction(Database& database, Kind kind)
    : m_database(database)
{
    if (kind == Kind::Write)
        m_database.beginWrite();
    else
        m_database.exec("BEGIN");
    m_open = true;
}

Transaction::~Transaction()
{
    if (m_open && m_database.inTransaction())
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.commit();
    m_open = false;
}

} // namespace creel
