#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "base/StopToken.h"
#include "exchange/Mask.h"
#include "receiver/Receiver.h"
#include "secrets/SecretStore.h"
#include "signature/Handshake.h"
#include "signature/SchemeCatalog.h"
#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace creel
{

struct Diagnosed;
struct LearnedSecret;
struct SchemeFile;

struct WorkbenchOptions {
    QString workspaceFile; ///< empty: default.creel in the application's data folder
    bool readOnly = false;
    const Clock* clock = nullptr; ///< null: the system's
    QString schemeFolder; ///< the user's own schemes; empty: the application's configuration folder
    QString maskFile; ///< the user's changes to the mask rules; empty: in the application's configuration folder
};

/**
 * One open workspace with all that works on it: store, receiver, secrets, catalogue, verification. The window, the
 * terminal command and the tests are faces of it. Lives on the thread that made it; nothing in it waits there.
 */
class Workbench : public QObject
{
    Q_OBJECT
public:
    /** The secret store is the caller's choice (keychain, memory); must outlive the workbench. */
    static Result<std::unique_ptr<Workbench>> open(const WorkbenchOptions& options, SecretStore& secrets);
    ~Workbench() override;

    struct Parts;
    /** The part of open() that takes time; any thread. `make` then does the rest where the workbench lives, once
     * `parts.workspace` was moved to that thread. */
    static Result<std::shared_ptr<Parts>> prepare(const WorkbenchOptions& options);
    static std::unique_ptr<Workbench> make(Parts& parts, const WorkbenchOptions& options, SecretStore& secrets);

    static QString defaultWorkspaceFile();
    /** Whether a workspace that is there can only be read: for its rights, its folder's, or the medium's. */
    static bool canOnlyBeRead(const QString& file);
    /** Where the user's own schemes are. */
    static QString defaultSchemeFolder();
    /** What is masked unless the user says otherwise: the standard rules, and the headers of every scheme whose
     * signature is the secret itself. */
    static MaskRules defaultMaskRules(const SchemeCatalog& catalog);
    /** The file of the user's changes to them. */
    static QString defaultMaskFile();

    Workspace& workspace();
    EventReader& reader();
    EventWriter& writer();
    Receiver& receiver();
    SecretStore& secrets();
    const Clock& clock() const;
    std::shared_ptr<const SchemeCatalog> catalog() const;
    /** Puts placeholders for credentials in copies, exports and on screen; the same ones throughout the workspace. */
    Mask mask() const;
    /** What the window masks: nothing once the user wants to see secrets, until that is taken back or the program ends.
     */
    std::optional<Mask> screenMask() const;
    bool secretsShown() const;
    void setSecretsShown(bool shown); ///< `maskRulesChanged` follows
    /** The rules in force. Any change goes to the user's file and holds at once, for `mask()` called from then on. */
    MaskRules maskRules() const;
    Result<void> setMaskRules(const MaskRules& rules);
    /** Why the user's file could not be read: the defaults are in force then. Empty where it could. */
    QString maskProblem() const;

    /** Starts listening as `settings` say; again with others: moves. */
    Result<void> listen(const ReceiverSettings& settings);
    void stopListening();

    /** Endpoints for this run only (creel-cli listen --endpoint): they win over stored ones of the same path, nothing
     * is stored. */
    void setTransientEndpoints(std::vector<Endpoint> endpoints, std::vector<std::vector<NamedSecret>> secrets);

    /**
     * Saves an endpoint and the values of its new secrets: `values[i]` belongs to `endpoint.secrets[i]`, empty where
     * unchanged; those behind belong to `olderSecrets`. Values go to the keychain, the rest to the workspace; stored
     * events of the endpoint are verified again. Secrets that were replaced or left out become older ones; the user
     * deletes those by leaving them out of `olderSecrets`.
     */
    void saveEndpoint(Endpoint endpoint, std::vector<SecretBytes> values, std::function<void(Result<Endpoint>)> done);
    void deleteEndpoint(EndpointId id, std::function<void(Result<void>)> done);

    /** The whole verification of a stored event (body up to 64 MiB), by its endpoint's scheme and secrets, at its
     * `received_at`. Answers on this thread. */
    void verify(EventId id, std::function<void(Result<Verification>)> done);

    /** Looks for what would make a stored event verify: with its endpoint's secrets, those of the other endpoints, and
     * no others. Off this thread; answers on it, unless stopped. */
    void diagnose(EventId id, const StopToken& stop, std::function<void(Result<Diagnosed>)> done);

    /** The files of the user's own schemes, also those that can't be read. Answers on this thread. */
    void readSchemes(std::function<void(std::vector<SchemeFile>)> done);
    /**
     * Writes a scheme of the user's own (JSON as in resources/schemes) in place of the file `replaced` (empty: none)
     * and reads the catalogue again. Gives its id. Events of endpoints that use it are verified again.
     */
    void saveScheme(const QByteArray& json, const QString& replaced, std::function<void(Result<QByteArray>)> done);
    void removeScheme(const QString& file, std::function<void(Result<void>)> done);

    std::shared_ptr<const HandshakeCatalog> handshakes() const;
    /** What a stored event with its body asks for as a handshake of its endpoint's provider, or of the one it is
     * recognized as; its answer as it would be now. */
    std::optional<HandshakeAnswer> handshakeOf(const EventDetail& detail) const;

    /** Secrets that the workspace knows by name and whose value is not at hand: from another computer, or held while an
     * earlier run lasted, or behind a locked keychain. */
    std::vector<SecretRef> secretsWithoutValue(const Endpoint& endpoint) const;

    /** The endpoint that decides about a stored event, see entryOfEvent(). */
    Endpoint endpointOf(const EventRow& row) const;

    /** The URL that a request at this endpoint is shown under: its public URL, or that of the receiver. */
    QString urlOf(const Endpoint& endpoint) const;

signals:
    /** How far a re-verification has come: `left` events. 0: done. */
    void verifying(qint64 left);
    /** The values of secrets were read or changed: verdicts may be others now. */
    void secretsChanged();
    /** `mask()` is another one now: what is shown masked must be painted again. */
    void maskRulesChanged();
    /** The user's own schemes are others now: `catalog()` gives the new ones. */
    void catalogChanged();
    void woken(QPrivateSignal); ///< comes from other threads: something waits in a mailbox

private:
    void connectParts();
    void rebuildEndpoints();
    void deliver();
    void learn(LearnedSecret secret);
    void setCatalog(std::shared_ptr<const SchemeCatalog> catalog, const QByteArray& changed);
    std::vector<SecretRef> olderAfter(
        const Endpoint& before, const Endpoint& now, const std::map<qint64, SecretBytes>& entered) const;
    void forgetSecretsThatWent(const std::optional<Endpoint>& before, const Endpoint& now);
    Workbench();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
