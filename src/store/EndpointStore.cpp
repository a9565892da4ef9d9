#include "store/EndpointStore.h"

#include "store/Codec.h"

#include <QCoreApplication>

#include <array>

namespace creel
{
namespace
{

constexpr std::array<const char*, 3> retentionKeys{"max_events", "max_age_s", "max_bytes"};

void raiseVersion(Database& database)
{
    database.exec("UPDATE meta SET value=value+1 WHERE key='settings_version'");
}

/** Older secrets stand in the same table, at the positions -1 (the latest), -2, ... */
void loadSecrets(Database& database, Endpoint& endpoint)
{
    Statement s = database.prepare("SELECT id, name, fingerprint, public_key, position FROM secret WHERE endpoint=?1"
                                   " ORDER BY abs(position), id");
    s.bind(1, endpoint.id.v);
    while (s.next()) {
        std::vector<SecretRef>& list = s.integer(4) < 0 ? endpoint.olderSecrets : endpoint.secrets;
        list.push_back({s.integer(0), s.text(1), s.text(2), s.bytes(3)});
    }
}

Error refused(const QString& text)
{
    return Error{ErrorCode::Invalid, text};
}

Result<void> checkPath(Database& database, const Endpoint& endpoint)
{
    const QString path = QString::fromUtf8(endpoint.path);
    if (!endpoint.path.startsWith('/'))
        return refused(QCoreApplication::translate("creel", "The path %1 does not begin with a slash.").arg(path));
    Statement s = database.prepare("SELECT id FROM endpoint WHERE path=?1");
    s.bindBytes(1, endpoint.path);
    if (s.next() && s.integer(0) != endpoint.id.v)
        return refused(
            QCoreApplication::translate("creel", "There is an endpoint with the path %1 already.").arg(path));
    Statement root = database.prepare("SELECT path FROM endpoint WHERE id=?1");
    root.bind(1, endpoint.id.v);
    if (root.next() && root.bytes(0) == "/" && endpoint.path != "/")
        return refused(
            QCoreApplication::translate("creel", "The endpoint / catches every path: it can't be given another one."));
    return {};
}

Result<void> checkSecretName(Database& database, const SecretRef& secret, EndpointId endpoint)
{
    if (secret.name.isEmpty())
        return {};
    Statement s = database.prepare("SELECT 1 FROM secret WHERE name=?1 AND id<>?2 AND endpoint<>?3 AND position>=0");
    s.bindText(1, secret.name);
    s.bind(2, secret.id);
    s.bind(3, endpoint.v);
    if (!s.next())
        return {};
    return refused(
        QCoreApplication::translate("creel", "Another secret of this workspace is called %1.").arg(secret.name));
}

void storeSecrets(Database& database, Endpoint& endpoint)
{
    Statement clear = database.prepare("DELETE FROM secret WHERE endpoint=?1");
    clear.bind(1, endpoint.id.v);
    clear.run();
    Statement insert = database.prepare(
        "INSERT INTO secret(id, endpoint, position, name, fingerprint, public_key) VALUES(?1,?2,?3,?4,?5,?6)");
    const auto store = [&](SecretRef& secret, qint64 position) {
        if (secret.id)
            insert.bind(1, secret.id);
        else
            insert.bindNull(1);
        insert.bind(2, endpoint.id.v);
        insert.bind(3, position);
        insert.bindText(4, secret.name);
        insert.bindText(5, secret.fingerprint);
        insert.bindBytes(6, secret.publicKey);
        insert.run();
        secret.id = database.lastInsertId();
    };
    qint64 position = 0;
    for (SecretRef& secret : endpoint.secrets)
        store(secret, position++);
    qint64 older = 0;
    for (SecretRef& secret : endpoint.olderSecrets)
        store(secret, --older);
}

} // namespace

std::vector<Endpoint> loadEndpoints(Database& database)
{
    Statement s =
        database.prepare("SELECT id, path, name, scheme, settings, public_url, status, headers, body, delay_ms,"
                         " answer_handshakes, handshake, position FROM endpoint ORDER BY position, id");
    std::vector<Endpoint> endpoints;
    while (s.next()) {
        Endpoint endpoint;
        endpoint.id = EndpointId(s.integer(0));
        endpoint.path = s.bytes(1);
        endpoint.name = s.text(2);
        endpoint.scheme = s.bytes(3);
        endpoint.settings = decodeMap(s.view(4));
        endpoint.publicUrl = s.bytes(5);
        endpoint.answer = Answer{int(s.integer(6)), decodeFields(s.view(7)), s.bytes(8), int(s.integer(9))};
        endpoint.answerHandshakes = s.integer(10) != 0;
        endpoint.handshake = s.bytes(11);
        endpoint.position = int(s.integer(12));
        loadSecrets(database, endpoint);
        endpoints.push_back(std::move(endpoint));
    }
    return endpoints;
}

Result<Endpoint> storeEndpoint(Database& database, Endpoint endpoint)
{
    if (const Result<void> path = checkPath(database, endpoint); !path)
        return path.error();
    for (const SecretRef& secret : endpoint.secrets) {
        if (const Result<void> name = checkSecretName(database, secret, endpoint.id); !name)
            return name.error();
    }
    const QByteArray settings = encodeMap(endpoint.settings);
    const QByteArray headers = encodeFields(endpoint.answer.headers);
    Statement s =
        database.prepare("INSERT OR REPLACE INTO endpoint(id, path, name, scheme, settings, public_url, status,"
                         " headers, body, delay_ms, answer_handshakes, handshake, position)"
                         " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13)");
    if (endpoint.id.isValid())
        s.bind(1, endpoint.id.v);
    else
        s.bindNull(1);
    s.bindBytes(2, endpoint.path);
    s.bindText(3, endpoint.name);
    s.bindBytes(4, endpoint.scheme);
    s.bindBytes(5, settings);
    s.bindBytes(6, endpoint.publicUrl);
    s.bind(7, endpoint.answer.status);
    s.bindBytes(8, headers);
    s.bindBytes(9, endpoint.answer.body);
    s.bind(10, endpoint.answer.delayMs);
    s.bind(11, endpoint.answerHandshakes);
    s.bindBytes(12, endpoint.handshake);
    s.bind(13, endpoint.position);
    s.run();
    endpoint.id = EndpointId(database.lastInsertId());
    storeSecrets(database, endpoint);
    raiseVersion(database);
    return endpoint;
}

Result<void> removeEndpoint(Database& database, EndpointId id)
{
    Statement find = database.prepare("SELECT path FROM endpoint WHERE id=?1");
    find.bind(1, id.v);
    if (!find.next())
        return Error{ErrorCode::NotFound, QCoreApplication::translate("creel", "This endpoint is no longer there.")};
    if (find.bytes(0) == "/")
        return refused(QCoreApplication::translate("creel", "The endpoint / catches every path and can't be deleted."));
    find.reset();
    for (const char* sql : {"DELETE FROM secret WHERE endpoint=?1", "DELETE FROM endpoint WHERE id=?1"}) {
        Statement s = database.prepare(sql);
        s.bind(1, id.v);
        s.run();
    }
    raiseVersion(database);
    return {};
}

void storeSetting(Database& database, const QByteArray& key, const QByteArray& value)
{
    Statement s = database.prepare(
        value.isEmpty() ? "DELETE FROM setting WHERE key=?1" : "INSERT OR REPLACE INTO setting VALUES(?1,?2)");
    s.bindBytes(1, key);
    if (!value.isEmpty())
        s.bindBytes(2, value);
    s.run();
}

QByteArray loadSetting(Database& database, const QByteArray& key)
{
    Statement s = database.prepare("SELECT value FROM setting WHERE key=?1");
    s.bindBytes(1, key);
    return s.next() ? s.bytes(0) : QByteArray();
}

Retention loadRetention(Database& database)
{
    std::array<qint64, 3> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        Statement s = database.prepare("SELECT value FROM meta WHERE key=?1");
        s.bindText(1, QLatin1String(retentionKeys[i]));
        if (s.next())
            values[i] = s.integer(0);
    }
    return {values[0], values[1], values[2]};
}

void storeRetention(Database& database, const Retention& retention)
{
    const std::array<qint64, 3> values{retention.maxEvents, retention.maxAgeS, retention.maxBytes};
    for (std::size_t i = 0; i < values.size(); ++i) {
        Statement s = database.prepare("INSERT OR REPLACE INTO meta VALUES(?1,?2)");
        s.bindText(1, QLatin1String(retentionKeys[i]));
        s.bind(2, values[i]);
        s.run();
    }
    raiseVersion(database);
}

qint64 settingsVersion(Database& database)
{
    return database.integer("SELECT value FROM meta WHERE key='settings_version'");
}

} // namespace creel
