#pragma once

#include "base/Result.h"

#include <QString>

#include <span>

namespace creel
{

class Database;

/** One step of the schema; they run in order, each once. */
struct Migration {
    int version = 0; ///< the file's `user_version` after it
    const char* sql = nullptr;
};

/** Every step up to the schema of this program. */
std::span<const Migration> builtinMigrations();

constexpr qint32 workspaceApplicationId = 0x4372656c; ///< "Crel", in the header of the file

/**
 * Brings a workspace to the newest schema: creates it in an empty file, copies an older one to `<file>.v<N>.bak` before
 * it is changed, refuses a newer one and files that are no workspace. Throws SqlError. Safe beside other processes.
 */
Result<void> prepareSchema(Database& database, const QString& file, std::span<const Migration> migrations);

/** Refuses what prepareSchema() would refuse or have to change. */
Result<void> checkSchema(Database& database, const QString& file, std::span<const Migration> migrations);

} // namespace creel
