#include "store/Schema.h"

#include "store/Sqlite.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

namespace creel
{
namespace
{

// The hot path is one insert each into event and event_head, which holds a small body too, by INTEGER PRIMARY KEY: none
// of them has another index (six on `event` cost two thirds of the rate).
constexpr const char* schemaV1 = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE setting(key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE name(id INTEGER PRIMARY KEY, text BLOB NOT NULL UNIQUE);
CREATE TABLE process(id INTEGER PRIMARY KEY AUTOINCREMENT, pid INTEGER NOT NULL, heartbeat INTEGER NOT NULL);
CREATE TABLE event(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  received_at INTEGER NOT NULL, duration INTEGER NOT NULL,
  state INTEGER NOT NULL, flags INTEGER NOT NULL,
  signature INTEGER NOT NULL, freshness INTEGER NOT NULL, scheme INTEGER NOT NULL,
  endpoint INTEGER NOT NULL, peer BLOB, method BLOB, target BLOB,
  provider TEXT, type BLOB, provider_id BLOB,
  head_size INTEGER NOT NULL, body_size INTEGER NOT NULL, body INTEGER NOT NULL,
  answer INTEGER NOT NULL, status INTEGER NOT NULL,
  changed INTEGER NOT NULL, tags TEXT);
CREATE TABLE event_head(
  id INTEGER PRIMARY KEY, head BLOB, framing BLOB, trailers BLOB, reason TEXT, note TEXT, body BLOB);
CREATE TABLE body_chunk(id INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE event_answer(first INTEGER PRIMARY KEY, data BLOB NOT NULL);
CREATE TABLE answer(id INTEGER PRIMARY KEY, status INTEGER NOT NULL, headers BLOB, body BLOB, delay_ms INTEGER NOT NULL);
CREATE TABLE open_body(
  id INTEGER PRIMARY KEY, process INTEGER NOT NULL, received_at INTEGER NOT NULL, flags INTEGER NOT NULL,
  endpoint INTEGER NOT NULL, peer BLOB, method BLOB, target BLOB, head BLOB);
CREATE TABLE tally(endpoint INTEGER PRIMARY KEY, events INTEGER NOT NULL, bytes INTEGER NOT NULL);
CREATE TABLE change(seq INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE deleted(id INTEGER PRIMARY KEY);
CREATE TABLE gap(first INTEGER PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE endpoint(
  id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE, name TEXT, scheme BLOB, settings BLOB, public_url BLOB,
  status INTEGER NOT NULL, headers BLOB, body BLOB, delay_ms INTEGER NOT NULL,
  answer_handshakes INTEGER NOT NULL, handshake BLOB, position INTEGER NOT NULL);
CREATE TABLE secret(
  id INTEGER PRIMARY KEY AUTOINCREMENT, endpoint INTEGER NOT NULL, position INTEGER NOT NULL,
  name TEXT, fingerprint TEXT, public_key BLOB);
CREATE TABLE draft(
  id INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT, name TEXT, position INTEGER NOT NULL,
  content BLOB NOT NULL, body BLOB, updated_at INTEGER NOT NULL);
CREATE TABLE draft_history(
  id INTEGER PRIMARY KEY AUTOINCREMENT, draft INTEGER NOT NULL, content BLOB NOT NULL, body BLOB, saved_at INTEGER NOT NULL);
CREATE INDEX draft_history_draft ON draft_history(draft);
CREATE TABLE delivery(
  id INTEGER PRIMARY KEY AUTOINCREMENT, draft INTEGER NOT NULL, event INTEGER NOT NULL,
  method BLOB, url BLOB NOT NULL, scheme BLOB, started_at INTEGER NOT NULL);
CREATE INDEX delivery_event ON delivery(event) WHERE event > 0;
CREATE INDEX delivery_draft ON delivery(draft) WHERE draft > 0;
CREATE TABLE attempt(
  id INTEGER PRIMARY KEY AUTOINCREMENT, delivery INTEGER NOT NULL, number INTEGER NOT NULL, started_at INTEGER NOT NULL,
  request_head BLOB, request_body BLOB, status INTEGER NOT NULL, response_head BLOB, response_body BLOB,
  response_size INTEGER NOT NULL, lookup_us INTEGER NOT NULL, connect_us INTEGER NOT NULL, tls_us INTEGER NOT NULL, send_us INTEGER NOT NULL,
  first_byte_us INTEGER NOT NULL, receive_us INTEGER NOT NULL, total_us INTEGER NOT NULL, facts BLOB, error TEXT);
CREATE INDEX attempt_delivery ON attempt(delivery);
INSERT INTO meta VALUES('settings_version', 0), ('next_body', 1);
INSERT INTO endpoint(path, status, delay_ms, answer_handshakes, position) VALUES(x'2f', 200, 0, 1, 0);
)sql";

constexpr Migration migrationList[] = {{1, schemaV1}};

Error refused(const QString& file, ErrorCode code, const char* text)
{
    return Error{code, QCoreApplication::translate("creel", text).arg(file)};
}

bool isEmptyFile(Database& database)
{
    return database.integer("SELECT count(*) FROM sqlite_schema") == 0 && database.integer("PRAGMA user_version") == 0;
}

/** Nothing, where the file is a workspace that is not newer than `newest`. */
Result<void> checkIdentity(Database& database, const QString& file, int newest)
{
    if (database.integer("PRAGMA application_id") != workspaceApplicationId)
        return refused(file, ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("creel", "%1 is a database of another program, not a Creel workspace."));
    if (database.integer("PRAGMA user_version") > newest)
        return refused(file, ErrorCode::TooNew,
            QT_TRANSLATE_NOOP("creel", "%1 was made by a newer version of Creel. Install that version to open it."));
    return {};
}

void setNumber(Database& database, const char* pragma, qint64 value)
{
    database.exec((QByteArray("PRAGMA ") + pragma + '=' + QByteArray::number(value)).constData());
}

void create(Database& database)
{
    // These three count only before the first table.
    database.exec("PRAGMA page_size=8192");
    database.exec("PRAGMA auto_vacuum=INCREMENTAL");
    Transaction transaction(database, Transaction::Kind::Write);
    if (!isEmptyFile(database))
        return; // another process was quicker
    setNumber(database, "application_id", workspaceApplicationId);
    transaction.commit();
}

/** A complete copy beside the file, so that a migration can be undone by hand. */
Result<void> keepCopy(Database& database, const QString& file, int version)
{
    const QString copy = QStringLiteral("%1.v%2.bak").arg(file, QString::number(version));
    QFile::remove(copy);
    Statement vacuum = database.prepare("VACUUM INTO ?1");
    vacuum.bindText(1, copy);
    vacuum.run();
    if (!QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
        return Error{ErrorCode::Io,
            QCoreApplication::translate(
                "creel", "The copy %1, which is kept before a change of the file, can't be written.")
                .arg(copy)};
    return {};
}

void applyAll(Database& database, std::span<const Migration> migrations)
{
    Transaction transaction(database, Transaction::Kind::Write);
    const qint64 version = database.integer("PRAGMA user_version");
    for (const Migration& migration : migrations) {
        if (migration.version <= version)
            continue;
        database.exec(migration.sql);
        setNumber(database, "user_version", migration.version);
    }
    Statement uuid = database.prepare("INSERT OR IGNORE INTO meta VALUES('uuid', ?1)");
    uuid.bindText(1, QUuid::createUuid().toString(QUuid::WithoutBraces));
    uuid.run();
    transaction.commit();
}

} // namespace

std::span<const Migration> builtinMigrations()
{
    return migrationList;
}

Result<void> prepareSchema(Database& database, const QString& file, std::span<const Migration> migrations)
{
    const int newest = migrations.back().version;
    if (isEmptyFile(database))
        create(database);
    if (const Result<void> identity = checkIdentity(database, file, newest); !identity)
        return identity;
    const qint64 version = database.integer("PRAGMA user_version");
    if (version == newest)
        return {};
    if (version > 0) {
        if (const Result<void> copy = keepCopy(database, file, int(version)); !copy)
            return copy;
    }
    applyAll(database, migrations);
    return {};
}

Result<void> checkSchema(Database& database, const QString& file, std::span<const Migration> migrations)
{
    if (isEmptyFile(database))
        return refused(
            file, ErrorCode::NotFound, QT_TRANSLATE_NOOP("creel", "%1 is empty: there is no workspace in it."));
    const int newest = migrations.back().version;
    if (const Result<void> identity = checkIdentity(database, file, newest); !identity)
        return identity;
    if (database.integer("PRAGMA user_version") < newest)
        return refused(file, ErrorCode::Unsupported,
            QT_TRANSLATE_NOOP(
                "creel", "%1 was made by an older version of Creel. Open it once where it can be written."));
    return {};
}

} // namespace creel
