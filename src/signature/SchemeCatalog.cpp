#include "signature/SchemeCatalog.h"

#include "base/CoreText.h"
#include "base/Log.h"
#include "base/Text.h"
#include "signature/Scheme.h"
#include "signature/SchemeIndex.h"
#include "signature/SchemeReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int maxUserSchemes = 1000;

} // namespace

SchemeCatalog::SchemeCatalog() = default;
SchemeCatalog::~SchemeCatalog() = default;

std::shared_ptr<const SchemeCatalog> SchemeCatalog::load(const QString& userFolder)
{
    auto catalog = std::make_shared<SchemeCatalog>();
    catalog->m_index = std::make_unique<Index>();
    std::vector<std::shared_ptr<Scheme>> schemes;
    if (auto builtIn = readSchemeBundle(builtInSchemes()))
        schemes = *std::move(builtIn);
    else
        catalog->m_problems += builtIn.error().text;
    for (const auto& scheme : schemes)
        catalog->m_index->byId.insert(scheme->id, scheme);

    const QDir folder(userFolder);
    const QStringList files = userFolder.isEmpty()
        ? QStringList()
        : folder.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QString& name : files.mid(0, maxUserSchemes)) {
        QFile file(folder.filePath(name));
        auto scheme = file.open(QIODevice::ReadOnly)
            ? readScheme(file.read(1024 * 1024))
            : Result<std::shared_ptr<Scheme>>(Error{ErrorCode::Io, file.errorString()});
        QString problem = scheme ? QString() : scheme.error().text;
        if (scheme && catalog->m_index->byId.contains((*scheme)->id))
            problem = CoreText::tr("line %1: %2")
                          .arg(QStringLiteral("1"),
                              CoreText::tr("The id \"%1\" is taken by another scheme.").arg(toText((*scheme)->id)));
        if (!problem.isEmpty()) {
            catalog->m_problems += CoreText::tr("%1: %2").arg(file.fileName(), problem);
            continue;
        }
        (*scheme)->builtIn = false;
        if ((*scheme)->confidence.isEmpty())
            (*scheme)->confidence = "user";
        catalog->m_index->byId.insert((*scheme)->id, *scheme);
        schemes.push_back(*std::move(scheme));
    }

    for (const auto& scheme : schemes) {
        for (const QByteArray& id : scheme->profileIds) {
            const auto profile = catalog->m_index->byId.value(id);
            if (profile && profile != scheme && profile->profileIds.isEmpty())
                scheme->profiles.push_back(profile);
        }
    }
    std::stable_sort(schemes.begin(), schemes.end(),
        [](const auto& a, const auto& b) { return a->name.compare(b->name, Qt::CaseInsensitive) < 0; });
    catalog->m_schemes.assign(schemes.begin(), schemes.end());
    catalog->m_index->build(catalog->m_schemes);
    return catalog;
}

std::shared_ptr<const Scheme> SchemeCatalog::find(QByteArrayView id) const
{
    if (!m_index)
        return nullptr;
    return m_index->byId.value(QByteArray::fromRawData(id.data(), id.size()));
}

} // namespace creel
