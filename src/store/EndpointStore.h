#pragma once

#include "store/Endpoint.h"
#include "store/Sqlite.h"
#include "store/Workspace.h"

#include <QByteArray>

#include <vector>

namespace creel
{

// Endpoints, secret references and settings in the file. All throw SqlError; what writes needs a write transaction.

/** In the order of the side bar, with `/` among them. */
std::vector<Endpoint> loadEndpoints(Database& database);

/** Inserts or replaces by id; fills in new ids. Refuses a path or a name of a secret that is taken. */
Result<Endpoint> storeEndpoint(Database& database, Endpoint endpoint);

/** Refuses `/`, which catches all. */
Result<void> removeEndpoint(Database& database, EndpointId id);

void storeSetting(Database& database, const QByteArray& key, const QByteArray& value);
QByteArray loadSetting(Database& database, const QByteArray& key);

Retention loadRetention(Database& database);
void storeRetention(Database& database, const Retention& retention);

/** Goes up with each change of endpoints and retention, so that other processes read them again. */
qint64 settingsVersion(Database& database);

} // namespace creel
