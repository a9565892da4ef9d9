// The part of Workbench that keeps what the user may change of schemes and masks.
#include "app/SchemeFolder.h"
#include "app/WorkbenchPrivate.h"
#include "signature/Scheme.h"

#include <QStandardPaths>

#include <utility>

namespace creel
{

QString Workbench::defaultSchemeFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/schemes");
}

QString Workbench::defaultMaskFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/masks.json");
}

MaskRules Workbench::defaultMaskRules(const SchemeCatalog& catalog)
{
    MaskRules rules = MaskRules::standard();
    for (const auto& scheme : catalog.all()) {
        if (scheme->algorithm != Algorithm::Token && scheme->algorithm != Algorithm::Basic)
            continue;
        for (const Locator& place : scheme->signature) {
            if (place.kind == Locator::Kind::Header)
                rules.addHeader(place.name);
        }
    }
    return rules;
}

std::shared_ptr<const SchemeCatalog> Workbench::catalog() const
{
    return d->catalog;
}

Mask Workbench::mask() const
{
    return Mask(d->maskRules, d->workspace->uuid());
}

std::optional<Mask> Workbench::screenMask() const
{
    return d->secretsShown ? std::nullopt : std::optional(mask());
}

bool Workbench::secretsShown() const
{
    return d->secretsShown;
}

void Workbench::setSecretsShown(bool shown)
{
    if (std::exchange(d->secretsShown, shown) != shown)
        emit maskRulesChanged();
}

MaskRules Workbench::maskRules() const
{
    return d->maskRules;
}

Result<void> Workbench::setMaskRules(const MaskRules& rules)
{
    if (auto saved = rules.save(d->maskFile, defaultMaskRules(*d->catalog)); !saved)
        return saved;
    d->maskProblem.clear();
    d->maskRules = rules;
    emit maskRulesChanged();
    return {};
}

QString Workbench::maskProblem() const
{
    return d->maskProblem;
}

void Workbench::readSchemes(std::function<void(std::vector<SchemeFile>)> done)
{
    d->workspace->reader().run(
        d->stop.token(), [this, folder = d->schemeFolder, catalog = d->catalog, done = std::move(done)] {
            auto files = std::make_shared<std::vector<SchemeFile>>(readSchemeFolder(folder, *catalog));
            d->post([files, done] { done(std::move(*files)); });
        });
}

void Workbench::saveScheme(
    const QByteArray& json, const QString& replaced, std::function<void(Result<QByteArray>)> done)
{
    d->workspace->reader().run(d->stop.token(),
        [this, folder = d->schemeFolder, catalog = d->catalog, json, replaced, done = std::move(done)] {
            const Result<QByteArray> id = writeSchemeFile(folder, json, replaced, *catalog);
            const auto now = id ? SchemeCatalog::load(folder) : nullptr;
            d->post([this, id, now, done] {
                if (now)
                    setCatalog(now, *id);
                done(id);
            });
        });
}

void Workbench::removeScheme(const QString& file, std::function<void(Result<void>)> done)
{
    d->workspace->reader().run(d->stop.token(), [this, folder = d->schemeFolder, file, done = std::move(done)] {
        const Result<void> removed = removeSchemeFile(folder, file);
        const auto now = removed ? SchemeCatalog::load(folder) : nullptr;
        d->post([this, removed, now, done] {
            if (now)
                setCatalog(now, {});
            done(removed);
        });
    });
}

void Workbench::setCatalog(std::shared_ptr<const SchemeCatalog> catalog, const QByteArray& changed)
{
    const auto before = std::exchange(d->catalog, std::move(catalog));
    rebuildEndpoints();
    // The header of a token that is the user's own is a credential like the others
    const MaskRules known = defaultMaskRules(*before);
    for (const QByteArray& header : defaultMaskRules(*d->catalog).headers) {
        if (known.headers.count(header) == 0)
            d->maskRules.headers.insert(header);
    }
    const auto endpoints = d->workspace->endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        const bool came = !before->find(endpoint.scheme) != !d->catalog->find(endpoint.scheme);
        if (!endpoint.scheme.isEmpty() && (came || endpoint.scheme == changed))
            d->reverify(endpoint.path);
    }
    emit catalogChanged();
    emit maskRulesChanged();
    emit secretsChanged();
}

} // namespace creel
