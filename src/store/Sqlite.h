#pragma once

#include "base/Error.h"
#include "base/StopToken.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace creel
{

/** What SQLite refused. Thrown within this folder alone: Workspace, EventWriter and EventReader turn it into a Result.
 */
struct SqlError {
    int code = 0; ///< extended result code
    QByteArray message;

    bool isBusy() const;
    bool isStopped() const;
    /** No room, a failing or a read-only medium: what was asked for may work later. */
    bool isMedium() const;
    /** The user's words for it; `file` is the workspace. */
    Error toError(const QString& file) const;
};

/** One prepared statement, used over and over by its connection's thread. */
class Statement
{
public:
    Statement() = default;
    Statement(sqlite3* db, const char* sql); ///< throws SqlError
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    // Parameters count from 1. Bytes are not copied: they must live until the statement was run.
    void bind(int index, qint64 value);
    void bindBytes(int index, QByteArrayView bytes); ///< as a BLOB; a null view is NULL
    void bindText(int index, const QString& text); ///< copied
    void bindUtf8(int index, QByteArrayView text); ///< as TEXT, not copied; empty is NULL
    void bindNull(int index);

    /** True where a row is there; throws SqlError. */
    bool next();
    /** Runs to the end and makes ready for the next use. */
    void run();
    void reset();

    // Columns count from 0.
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    QByteArrayView view(int column) const; ///< valid until the next step
    QString text(int column) const;
    bool isNull(int column) const;

private:
    [[noreturn]] void fail(int code);
    sqlite3_stmt* m_statement = nullptr;
};

/** Makes a statement ready for its next use when a scope ends, also by an error. */
class StatementReset
{
public:
    explicit StatementReset(Statement& statement)
        : m_statement(statement)
    {
    }
    ~StatementReset() { m_statement.reset(); }
    StatementReset(const StatementReset&) = delete;
    StatementReset& operator=(const StatementReset&) = delete;

private:
    Statement& m_statement;
};

/**
 * One connection, used by one thread at a time. Waits for other processes in steps of 200 us (the built-in
 * `busy_timeout` starves the lighter one), at most 10 s or until stopped.
 */
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly, Immutable };

    /** Throws SqlError; the file must exist. `vfs`: SQLite's default where null. */
    Database(const QString& file, Mode mode, const char* vfs = nullptr);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    sqlite3* handle() const { return m_db; }
    Statement prepare(const char* sql) { return Statement(m_db, sql); }
    void exec(const char* sql);
    qint64 integer(const char* sql); ///< first column of the first row, 0 without one
    qint64 lastInsertId() const;
    bool inTransaction() const;
    // Prepared once: for a batch of a few events the parser is dear.
    void beginWrite() { runOnce(m_begin, "BEGIN IMMEDIATE"); }
    void commit() { runOnce(m_commit, "COMMIT"); }

    /** Checked about every 1 000 steps of the SQLite machine and while waiting: then SqlError::isStopped(). */
    void setStop(StopToken stop);
    /** Ends all waiting and running from any thread. */
    void interruptForGood() { m_ended.store(true, std::memory_order_relaxed); }
    bool shouldStop() const { return m_ended.load(std::memory_order_relaxed) || m_stop.stopRequested(); }

    /** Pages in the WAL after the last commit of this connection. */
    int walPages() const { return m_walPages; }
    /** Moves the WAL into the file; `truncate` also makes it empty, where nobody reads it.
     * Waits for readers 2 ms at most; what could not be done is done the next time. */
    void checkpoint(bool truncate);
    int busyWaits(int count); ///< for the busy handler

private:
    void runOnce(std::optional<Statement>& statement, const char* sql);

    sqlite3* m_db = nullptr;
    std::optional<Statement> m_begin;
    std::optional<Statement> m_commit;
    StopToken m_stop;
    std::atomic<bool> m_ended{false};
    int m_walPages = 0;
    bool m_patient = true;
};

/** Rolls back where it is not committed. */
class Transaction
{
public:
    enum class Kind { Read, Write };
    Transaction(Database& database, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = false;
};

} // namespace creel
