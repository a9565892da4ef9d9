#include "app/Workbench.h"

#include "app/Diagnoser.h"
#include "app/WorkbenchPrivate.h"
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

bool hasSecret(const std::vector<SecretRef>& refs, qint64 id)
{
    return std::any_of(refs.begin(), refs.end(), [id](const SecretRef& ref) { return ref.id == id; });
}

const Clock& clockOf(const WorkbenchOptions& options)
{
    static const SystemClock systemClock;
    return options.clock ? *options.clock : systemClock;
}

} // namespace

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

bool Workbench::canOnlyBeRead(const QString& file)
{
    const QFileInfo info(file);
    return info.exists() && (!info.isWritable() || !QFileInfo(info.absolutePath()).isWritable());
}

Result<std::shared_ptr<Workbench::Parts>> Workbench::prepare(const WorkbenchOptions& options)
{
    auto parts = std::make_shared<Parts>();
    const QString file = options.workspaceFile.isEmpty() ? defaultWorkspaceFile() : options.workspaceFile;
    if (options.workspaceFile.isEmpty())
        QDir().mkpath(QFileInfo(file).absolutePath());
    WorkspaceOptions workspaceOptions;
    workspaceOptions.readOnly = options.readOnly;
    workspaceOptions.clock = &clockOf(options);
    workspaceOptions.index = true;
    auto workspace = Workspace::open(file, workspaceOptions);
    if (!workspace)
        return workspace.error();
    parts->workspace = std::move(*workspace);
    parts->schemeFolder = options.schemeFolder.isEmpty() ? defaultSchemeFolder() : options.schemeFolder;
    parts->catalog = SchemeCatalog::load(parts->schemeFolder);
    parts->maskFile = options.maskFile.isEmpty() ? defaultMaskFile() : options.maskFile;
    parts->maskRules = defaultMaskRules(*parts->catalog);
    if (auto rules = MaskRules::load(parts->maskFile, parts->maskRules))
        parts->maskRules = *std::move(rules);
    else
        parts->maskProblem = rules.error().text;
    parts->handshakes = HandshakeCatalog::load();
    return parts;
}

Result<std::unique_ptr<Workbench>> Workbench::open(const WorkbenchOptions& options, SecretStore& secrets)
{
    const auto parts = prepare(options);
    if (!parts)
        return parts.error();
    return make(**parts, options, secrets);
}

std::unique_ptr<Workbench> Workbench::make(Parts& parts, const WorkbenchOptions& options, SecretStore& secrets)
{
    std::unique_ptr<Workbench> bench(new Workbench);
    const Clock& clock = clockOf(options);
    bench->d = std::make_unique<Private>(secrets, clock);
    Private& d = *bench->d;
    d.workspace = std::move(parts.workspace);
    d.newestAtOpen = d.newestSeen = d.workspace->newestId();
    d.schemeFolder = parts.schemeFolder;
    d.catalog = parts.catalog;
    d.maskFile = parts.maskFile;
    d.maskRules = parts.maskRules;
    d.maskProblem = parts.maskProblem;
    d.handshakes = parts.handshakes;

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
    values.resize(endpoint.secrets.size() + endpoint.olderSecrets.size());
    auto entered = std::make_shared<std::map<qint64, SecretBytes>>();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t current = endpoint.secrets.size();
        SecretRef& ref = i < current ? endpoint.secrets[i] : endpoint.olderSecrets[i - current];
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
    if (before)
        endpoint.olderSecrets = olderAfter(*before, endpoint, *entered);
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

/** What an endpoint keeps of its replaced and removed secrets: an event that one of them signed is told from a forged
 * one. */
std::vector<SecretRef> Workbench::olderAfter(
    const Endpoint& before, const Endpoint& now, const std::map<qint64, SecretBytes>& entered) const
{
    std::vector<SecretRef> older;
    for (const SecretRef& old : before.secrets) {
        const bool sameKey = !old.publicKey.isEmpty()
            && std::any_of(now.secrets.begin(), now.secrets.end(),
                [&](const SecretRef& ref) { return ref.publicKey == old.publicKey; });
        const bool sameValue = std::any_of(entered.begin(), entered.end(),
            [&](const auto& value) { return d->values->holds(old.id, value.second.view()); });
        if (!hasSecret(now.secrets, old.id) && !sameKey && !sameValue)
            older.push_back(old);
    }
    older.insert(older.end(), now.olderSecrets.begin(), now.olderSecrets.end());
    older.resize(std::min(older.size(), Endpoint::mostOlderSecrets));
    return older;
}

void Workbench::forgetSecretsThatWent(const std::optional<Endpoint>& before, const Endpoint& now)
{
    if (!before)
        return;
    for (const auto* refs : {&before->secrets, &before->olderSecrets}) {
        for (const SecretRef& old : *refs) {
            if (!hasSecret(now.secrets, old.id) && !hasSecret(now.olderSecrets, old.id))
                d->values->forget(old.id);
        }
    }
}

void Workbench::deleteEndpoint(EndpointId id, std::function<void(Result<void>)> done)
{
    std::vector<qint64> secrets;
    const auto endpoints = d->workspace->endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        if (endpoint.id != id)
            continue;
        for (const auto* refs : {&endpoint.secrets, &endpoint.olderSecrets}) {
            for (const SecretRef& ref : *refs)
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

std::vector<SecretRef> Workbench::secretsWithoutValue(const Endpoint& endpoint) const
{
    return d->values->withoutValue(endpoint);
}

Endpoint Workbench::endpointOf(const EventRow& row) const
{
    return entryOfEvent(*d->table, row).endpoint;
}

std::shared_ptr<const HandshakeCatalog> Workbench::handshakes() const
{
    return d->handshakes;
}

std::optional<HandshakeAnswer> Workbench::handshakeOf(const EventDetail& detail) const
{
    if (!detail.request || detail.row.state != EventState::Complete)
        return std::nullopt;
    const Endpoint endpoint = endpointOf(detail.row);
    const QByteArray scheme = endpoint.scheme.isEmpty()
        ? recognize(*d->catalog, nullptr, detail.request->headers, detail.request->target, detail.request->body)
              .schemeId
        : endpoint.scheme;
    HandshakeContext context;
    context.settings = endpoint.settings;
    context.url = verificationUrl(endpoint, *detail.request);
    return d->handshakes->answer(scheme, endpoint.handshake, *detail.request, detail.row.verdict.signature, context);
}

QString Workbench::urlOf(const Endpoint& endpoint) const
{
    if (!endpoint.publicUrl.isEmpty())
        return QString::fromUtf8(endpoint.publicUrl);
    return d->receiver->url() + QString::fromUtf8(endpoint.path);
}

} // namespace creel
