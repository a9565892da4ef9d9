#include "app/Workbench.h"

#include "app/Diagnoser.h"
#include "app/EndpointSecrets.h"
#include "app/HandshakeChooser.h"
#include "app/Reverifier.h"
#include "app/SchemeFolder.h"
#include "base/Mailbox.h"
#include "signature/Scheme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace creel
{
namespace
{

/** Never used again after a secret was removed, so that an entry left in a keychain is not taken for another. */
qint64 newSecretId()
{
    return qint64(QRandomGenerator::system()->generate64() >> 11U) | 1;
}

/** What a stored verdict of an endpoint depends on. */
bool verifiesTheSame(const Endpoint& a, const Endpoint& b)
{
    return a.path == b.path && a.scheme == b.scheme && a.secrets == b.secrets && a.settings == b.settings
        && a.publicUrl == b.publicUrl;
}

} // namespace

struct Workbench::Private {
    struct Transient {
        Endpoint endpoint;
        std::vector<NamedSecret> secrets;
    };

    Private(SecretStore& store, const Clock& usedClock)
        : secretStore(store)
        , clock(usedClock)
    {
    }

    SecretStore& secretStore;
    const Clock& clock;
    std::shared_ptr<const SchemeCatalog> catalog;
    MaskRules maskRules;
    QString maskProblem;
    QString maskFile;
    bool secretsShown = false;
    QString schemeFolder;
    std::shared_ptr<const HandshakeCatalog> handshakes;
    // Other threads post here; declared before what posts
    Mailbox<std::function<void()>> calls;
    std::shared_ptr<Mailbox<LearnedSecret>> learned;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<EndpointSecrets> values;
    std::vector<Transient> transients;
    std::shared_ptr<const EndpointTable> table;
    std::set<QByteArray> late; ///< paths whose secrets came after the receiver may have caught events
    EventId newestAtOpen;
    EventId newestSeen; ///< for bodies that are verified after their commit
    std::unique_ptr<Reverifier> reverifier;
    std::unique_ptr<Receiver> receiver; ///< last made, first gone
    StopSource stop;

    /** Runs on the workbench's thread; from any. */
    void post(std::function<void()> call) { calls.post(std::move(call)); }

    EndpointTable::Entry entryOf(const Endpoint& endpoint, std::vector<NamedSecret> secrets) const
    {
        EndpointTable::Entry entry;
        entry.endpoint = endpoint;
        entry.answer = std::make_shared<Answer>(endpoint.answer);
        if (auto scheme = endpoint.scheme.isEmpty() ? nullptr : catalog->find(endpoint.scheme))
            entry.verifier = std::make_shared<Verifier>(std::move(scheme), std::move(secrets), endpoint.settings);
        return entry;
    }

    void addEntry(EndpointTable& made, std::map<QByteArray, SecretBytes>& first, const Endpoint& endpoint,
        const std::vector<NamedSecret>& secrets) const
    {
        std::vector<NamedSecret> copy;
        for (const NamedSecret& secret : secrets)
            copy.push_back({secret.name, secret.value.clone()});
        if (!copy.empty())
            first.insert_or_assign(endpoint.path, copy.front().value.clone());
        made.entries.push_back(entryOf(endpoint, std::move(copy)));
    }

    std::shared_ptr<const EndpointTable> makeTable() const
    {
        auto made = std::make_shared<EndpointTable>();
        made->catalog = catalog;
        std::map<QByteArray, SecretBytes> first;
        for (const Transient& transient : transients)
            addEntry(*made, first, transient.endpoint, transient.secrets);
        const auto stored = workspace->endpoints();
        for (const Endpoint& endpoint : *stored) {
            const bool covered = std::any_of(transients.begin(), transients.end(),
                [&](const Transient& transient) { return transient.endpoint.path == endpoint.path; });
            if (!covered)
                addEntry(*made, first, endpoint, values->of(endpoint));
        }
        made->chooser = std::make_shared<HandshakeChooser>(handshakes, std::move(first), learned);
        return made;
    }

    /** As the table was made: endpoints of this run win over stored ones of the same path. */
    std::vector<SecretsOfEndpoint> allSecrets() const
    {
        std::vector<SecretsOfEndpoint> all;
        for (const Transient& transient : transients) {
            SecretsOfEndpoint& of = all.emplace_back();
            of.path = transient.endpoint.path;
            for (const NamedSecret& secret : transient.secrets)
                of.secrets.push_back({secret.name, secret.value.clone()});
        }
        const auto stored = workspace->endpoints();
        for (const Endpoint& endpoint : *stored) {
            if (!isTransient(endpoint.path))
                all.push_back({endpoint.path, values->of(endpoint)});
        }
        return all;
    }

    const EndpointTable::Entry* entryAt(const QByteArray& path) const
    {
        for (const EndpointTable::Entry& entry : table->entries) {
            if (entry.endpoint.path == path)
                return &entry;
        }
        return nullptr;
    }

    bool isTransient(const QByteArray& path) const
    {
        return std::any_of(transients.begin(), transients.end(),
            [&](const Transient& transient) { return transient.endpoint.path == path; });
    }

    void reverify(const QByteArray& path, std::optional<EventId> after = {}) const
    {
        if (!isTransient(path) && entryAt(path))
            reverifier->verifyEndpoint(table, path, after);
    }
};

Workbench::Workbench() = default;

Workbench::~Workbench()
{
    d->stop.stop();
    d->receiver.reset();
    d->reverifier.reset();
    d->workspace.reset(); // its readers may still post: the mailbox goes after it
}

QString Workbench::defaultWorkspaceFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/default.creel");
}

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

Result<std::unique_ptr<Workbench>> Workbench::open(const WorkbenchOptions& options, SecretStore& secrets)
{
    std::unique_ptr<Workbench> bench(new Workbench);
    static const SystemClock systemClock;
    const Clock& clock = options.clock ? *options.clock : systemClock;
    bench->d = std::make_unique<Private>(secrets, clock);
    Private& d = *bench->d;
    const QString file = options.workspaceFile.isEmpty() ? defaultWorkspaceFile() : options.workspaceFile;
    if (options.workspaceFile.isEmpty())
        QDir().mkpath(QFileInfo(file).absolutePath());
    WorkspaceOptions workspaceOptions;
    workspaceOptions.readOnly = options.readOnly;
    workspaceOptions.clock = &clock;
    workspaceOptions.index = true;
    auto workspace = Workspace::open(file, workspaceOptions);
    if (!workspace)
        return workspace.error();
    d.workspace = std::move(*workspace);
    d.newestAtOpen = d.newestSeen = d.workspace->newestId();
    d.schemeFolder = options.schemeFolder.isEmpty() ? defaultSchemeFolder() : options.schemeFolder;
    d.catalog = SchemeCatalog::load(d.schemeFolder);
    d.maskFile = options.maskFile.isEmpty() ? defaultMaskFile() : options.maskFile;
    d.maskRules = defaultMaskRules(*d.catalog);
    if (auto rules = MaskRules::load(d.maskFile, d.maskRules))
        d.maskRules = *std::move(rules);
    else
        d.maskProblem = rules.error().text;
    d.handshakes = HandshakeCatalog::load();

    Workbench* self = bench.get();
    d.calls.setWake([self] { emit self->woken(QPrivateSignal()); });
    d.learned = std::make_shared<Mailbox<LearnedSecret>>([self] { emit self->woken(QPrivateSignal()); });
    connect(self, &Workbench::woken, self, &Workbench::deliver, Qt::QueuedConnection);
    d.values = std::make_unique<EndpointSecrets>(secrets, d.workspace->uuid());
    d.reverifier = std::make_unique<Reverifier>(d.workspace->reader(), d.workspace->writer(),
        [&d, self](qint64 left) { d.post([self, left] { emit self->verifying(left); }); });
    d.receiver = std::make_unique<Receiver>(d.workspace->writer(), clock);
    bench->connectParts();
    bench->rebuildEndpoints();
    return bench;
}

void Workbench::connectParts()
{
    connect(d->values.get(), &EndpointSecrets::arrived, this, [this] {
        rebuildEndpoints();
        for (const QByteArray& path : std::exchange(d->late, {}))
            d->reverify(path, d->newestAtOpen);
        emit secretsChanged();
    });
    connect(d->workspace.get(), &Workspace::endpointsChanged, this, &Workbench::rebuildEndpoints);
    connect(d->workspace.get(), &Workspace::changed, this, [this] {
        const EventId newest = d->workspace->newestId();
        const EventId seen = std::exchange(d->newestSeen, newest);
        if (newest > seen && std::any_of(d->table->entries.begin(), d->table->entries.end(), [](const auto& entry) {
                return entry.verifier != nullptr;
            }))
            d->reverifier->verifyLarge(d->table, seen);
    });
}

void Workbench::rebuildEndpoints()
{
    const auto endpoints = d->workspace->endpoints();
    d->values->fetch(*endpoints);
    if (d->values->isFetching()) {
        for (const Endpoint& endpoint : *endpoints) {
            if (!endpoint.secrets.empty())
                d->late.insert(endpoint.path);
        }
    }
    d->table = d->makeTable();
    d->receiver->setEndpoints(d->table);
}

void Workbench::deliver()
{
    for (const auto& call : d->calls.takeAll())
        call();
    for (LearnedSecret& secret : d->learned->takeAll())
        learn(std::move(secret));
}

void Workbench::learn(LearnedSecret secret)
{
    for (Private::Transient& transient : d->transients) {
        if (transient.endpoint.path != secret.endpointPath)
            continue;
        transient.secrets.push_back({secret.handshake, std::move(secret.value)});
        rebuildEndpoints();
        return;
    }
    const auto endpoints = d->workspace->endpoints();
    for (Endpoint endpoint : *endpoints) {
        if (endpoint.path != secret.endpointPath)
            continue;
        for (const NamedSecret& known : d->values->of(endpoint)) {
            if (known.value.view() == secret.value.view())
                return;
        }
        SecretRef ref;
        ref.name = QCoreApplication::translate("creel", "%1, from its handshake %2")
                       .arg(secret.handshake, QString::number(newSecretId(), 36).right(4));
        endpoint.secrets.push_back(ref);
        std::vector<SecretBytes> values(endpoint.secrets.size());
        values.back() = std::move(secret.value);
        saveEndpoint(std::move(endpoint), std::move(values), [](const Result<Endpoint>&) {});
        return;
    }
}

Workspace& Workbench::workspace()
{
    return *d->workspace;
}

EventReader& Workbench::reader()
{
    return d->workspace->reader();
}

EventWriter& Workbench::writer()
{
    return d->workspace->writer();
}

Receiver& Workbench::receiver()
{
    return *d->receiver;
}

SecretStore& Workbench::secrets()
{
    return d->secretStore;
}

const Clock& Workbench::clock() const
{
    return d->clock;
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

Result<void> Workbench::listen(const ReceiverSettings& settings)
{
    return d->receiver->start(settings);
}

void Workbench::stopListening()
{
    d->receiver->stop();
}

void Workbench::setTransientEndpoints(std::vector<Endpoint> endpoints, std::vector<std::vector<NamedSecret>> secrets)
{
    secrets.resize(endpoints.size());
    d->transients.clear();
    for (std::size_t i = 0; i < endpoints.size(); ++i)
        d->transients.push_back({std::move(endpoints[i]), std::move(secrets[i])});
    rebuildEndpoints();
}

void Workbench::saveEndpoint(
    Endpoint endpoint, std::vector<SecretBytes> values, std::function<void(Result<Endpoint>)> done)
{
    const auto scheme = d->catalog->find(endpoint.scheme);
    values.resize(endpoint.secrets.size());
    auto entered = std::make_shared<std::map<qint64, SecretBytes>>();
    for (std::size_t i = 0; i < values.size(); ++i) {
        SecretRef& ref = endpoint.secrets[i];
        if (values[i].isEmpty())
            continue;
        ref.id = newSecretId(); // a new value is a new secret: events verified by the old one say so
        ref.fingerprint = fingerprint(values[i].view());
        ref.publicKey = scheme && scheme->isAsymmetric() ? values[i].view().toByteArray() : QByteArray();
        if (ref.publicKey.isEmpty())
            entered->insert_or_assign(ref.id, std::move(values[i]));
    }
    std::optional<Endpoint> before;
    const auto endpoints = d->workspace->endpoints();
    for (const Endpoint& stored : *endpoints) {
        if (stored.id == endpoint.id)
            before = stored;
    }
    // Values first: whoever reads the new endpoint finds them
    for (const auto& [id, value] : *entered)
        d->values->save(id, value);
    const auto saved = [this, before, entered, done = std::move(done)](const Result<Endpoint>& result) {
        if (!result) {
            for (const auto& [id, value] : *entered)
                d->values->forget(id);
        } else {
            forgetSecretsThatWent(before, *result);
            rebuildEndpoints();
            if (!before || !verifiesTheSame(*before, *result))
                d->reverify(result->path);
            emit secretsChanged();
        }
        if (done)
            done(result);
    };
    d->workspace->writer().saveEndpoint(std::move(endpoint),
        [this, saved](const Result<Endpoint>& result) { d->post([saved, result] { saved(result); }); });
}

void Workbench::forgetSecretsThatWent(const std::optional<Endpoint>& before, const Endpoint& now)
{
    if (!before)
        return;
    for (const SecretRef& old : before->secrets) {
        const bool stays =
            std::any_of(now.secrets.begin(), now.secrets.end(), [&](const SecretRef& ref) { return ref.id == old.id; });
        if (!stays)
            d->values->forget(old.id);
    }
}

void Workbench::deleteEndpoint(EndpointId id, std::function<void(Result<void>)> done)
{
    std::vector<qint64> secrets;
    const auto endpoints = d->workspace->endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        for (const SecretRef& ref : endpoint.secrets) {
            if (endpoint.id == id)
                secrets.push_back(ref.id);
        }
    }
    d->workspace->writer().deleteEndpoint(id, [this, secrets, done = std::move(done)](const Result<void>& result) {
        d->post([this, secrets, done, result] {
            if (result) {
                for (const qint64 secret : secrets)
                    d->values->forget(secret);
                rebuildEndpoints();
            }
            if (done)
                done(result);
        });
    });
}

void Workbench::verify(EventId id, std::function<void(Result<Verification>)> done)
{
    // The head tells the endpoint; the body is read by verifyStored as the scheme needs it
    d->workspace->reader().detail(id, 0, d->stop.token(),
        [this, id, table = d->table, stop = d->stop.token(), done = std::move(done)](
            const Result<EventDetail>& detail) {
            Result<Verification> answer = Verification();
            if (!detail) {
                answer = detail.error();
            } else {
                const EndpointTable::Entry& entry = entryOfEvent(*table, detail->row);
                answer = verifyStored(d->workspace->reader(), id, entry, stop);
            }
            d->post([done, answer] { done(answer); });
        });
}

void Workbench::diagnose(EventId id, const StopToken& stop, std::function<void(Result<Diagnosed>)> done)
{
    auto diagnoser = std::make_shared<Diagnoser>(d->workspace->reader(), d->table, d->allSecrets());
    d->workspace->reader().run(stop, [this, id, stop, diagnoser, done = std::move(done)] {
        auto answer = std::make_shared<Result<Diagnosed>>(diagnoser->run(id, stop));
        d->post([stop, done, answer] {
            if (!stop.stopRequested())
                done(std::move(*answer));
        });
    });
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

Endpoint Workbench::endpointOf(const EventRow& row) const
{
    return entryOfEvent(*d->table, row).endpoint;
}

QString Workbench::urlOf(const Endpoint& endpoint) const
{
    if (!endpoint.publicUrl.isEmpty())
        return QString::fromUtf8(endpoint.publicUrl);
    return d->receiver->url() + QString::fromUtf8(endpoint.path);
}

} // namespace creel
