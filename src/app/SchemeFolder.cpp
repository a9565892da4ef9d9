#include "app/SchemeFolder.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/SchemeReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace creel
{
namespace
{

constexpr qint64 maxFile = 1024 * 1024;
constexpr qsizetype maxFiles = 1000; // as many as the catalogue reads

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(maxFile) : QByteArray();
}

QString taken(const QByteArray& id)
{
    return CoreText::tr("The id \"%1\" is taken by another scheme.").arg(toText(id));
}

} // namespace

std::vector<SchemeFile> readSchemeFolder(const QString& folder, const SchemeCatalog& catalog)
{
    std::vector<SchemeFile> found;
    const QDir dir(folder);
    QByteArrayList ids;
    for (const QString& name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name).mid(0, maxFiles)) {
        SchemeFile& one = found.emplace_back();
        one.file = name;
        one.json = contentOf(dir.filePath(name));
        const auto scheme = readScheme(one.json);
        if (!scheme) {
            one.problem = scheme.error().text;
            continue;
        }
        const QByteArray id = (*scheme)->id;
        const auto known = catalog.find(id);
        if ((known && known->builtIn) || ids.contains(id)) {
            one.problem = taken(id);
            continue;
        }
        one.id = id;
        ids << id;
    }
    return found;
}

Result<QByteArray> writeSchemeFile(
    const QString& folder, QByteArrayView json, const QString& replaced, const SchemeCatalog& catalog)
{
    const auto scheme = readScheme(json);
    if (!scheme)
        return scheme.error();
    const QByteArray id = (*scheme)->id;
    for (const SchemeFile& other : readSchemeFolder(folder, catalog)) {
        if (other.id == id && other.file != replaced)
            return Error{ErrorCode::Invalid, taken(id)};
    }
    if (const auto known = catalog.find(id); known && known->builtIn)
        return Error{ErrorCode::Invalid, taken(id)};
    const QDir dir(folder);
    const QString name = QString::fromLatin1(id) + QStringLiteral(".json");
    QSaveFile file(dir.filePath(name));
    if (!dir.mkpath(QStringLiteral(".")) || !file.open(QIODevice::WriteOnly) || file.write(json.data(), json.size()) < 0
        || !file.commit())
        return Error{ErrorCode::Io,
            CoreText::tr("The scheme could not be written to %1: %2")
                .arg(QDir::toNativeSeparators(file.fileName()), file.errorString())};
    if (!replaced.isEmpty() && replaced != name)
        QFile::remove(dir.filePath(replaced));
    return id;
}

Result<void> removeSchemeFile(const QString& folder, const QString& file)
{
    QFile old(QDir(folder).filePath(file));
    if (!old.exists() || old.remove())
        return {};
    return Error{ErrorCode::Io,
        CoreText::tr("The scheme could not be removed from %1: %2")
            .arg(QDir::toNativeSeparators(old.fileName()), old.errorString())};
}

} // namespace creel
