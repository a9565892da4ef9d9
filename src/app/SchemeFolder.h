#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace creel
{

class SchemeCatalog;

/** A file of the user's own schemes, also one that can't be read. */
struct SchemeFile {
    QString file; ///< its name, without the folder
    QByteArray json; ///< as it is written
    QByteArray id; ///< empty where it can't be read
    QString problem; ///< what is wrong with it, with the line; empty: nothing
};

/** All files of the folder, by name. Reads: not for the GUI thread. */
std::vector<SchemeFile> readSchemeFolder(const QString& folder, const SchemeCatalog& catalog);

/**
 * Checks and writes one scheme as `<id>.json`, whole or not at all; `replaced` (a file name, or empty) goes where its
 * name is another. Refuses what can't be read and an id that another scheme of the catalogue has. Gives the id. Writes:
 * not for the GUI thread.
 */
Result<QByteArray> writeSchemeFile(
    const QString& folder, QByteArrayView json, const QString& replaced, const SchemeCatalog& catalog);

/** Removes one file of the folder. Not for the GUI thread. */
Result<void> removeSchemeFile(const QString& folder, const QString& file);

} // namespace creel
