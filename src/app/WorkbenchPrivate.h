#pragma once

#include "app/Diagnoser.h"
#include "app/EndpointSecrets.h"
#include "app/HandshakeChooser.h"
#include "app/Reverifier.h"
#include "app/Workbench.h"
#include "base/Mailbox.h"

#include <algorithm>
#include <map>
#include <set>

namespace creel
{

/** What takes time at the opening. Made on any thread; the workspace then moves to that of the workbench. */
struct Workbench::Parts {
    std::unique_ptr<Workspace> workspace;
    QString schemeFolder;
    std::shared_ptr<const SchemeCatalog> catalog;
    QString maskFile;
    MaskRules maskRules;
    QString maskProblem;
    std::shared_ptr<const HandshakeCatalog> handshakes;
};

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
                all.push_back({endpoint.path, values->of(endpoint), values->olderOf(endpoint)});
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

} // namespace creel
