#pragma once

#include "cli/Command.h"
#include "http/HeaderList.h"
#include "secrets/SecretStore.h"
#include "signature/SchemeCatalog.h"
#include "signature/Verifier.h"
#include "store/Query.h"
#include "store/Workspace.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace creel
{

/** Where one secret comes from; never the secret itself. */
struct SecretSource {
    enum class Kind { Environment, File, Name };
    Kind kind = Kind::Environment;
    QString where;
};

/** `--secret-env`, `--secret-file`, `--secret-name`, in the order given. */
class SecretOptions
{
public:
    void addTo(CLI::App& command);
    std::vector<SecretSource> sources() const;

private:
    const CLI::App* m_command = nullptr;
    CLI::Option* m_env = nullptr;
    CLI::Option* m_file = nullptr;
    CLI::Option* m_name = nullptr;
    std::vector<std::string> m_envs;
    std::vector<std::string> m_files;
    std::vector<std::string> m_names;
};

/** Secrets, or why not and what to end with. */
struct SecretsRead {
    std::vector<NamedSecret> secrets;
    int code = exitDone;
    QString problem;
};

/**
 * Reads secrets; those by name from the keychain by way of the workspace. `done` is called on this thread, now or from
 * the event loop. A secret without a name of its own is called by its index.
 */
void readSecrets(
    const std::vector<SecretSource>& sources, const QString& workspaceFile, std::function<void(SecretsRead)> done);

/** The same for references of an open workspace (an endpoint's own secrets). Both must live until `done`. */
void readSecrets(const std::vector<SecretRef>& refs, const QByteArray& workspaceUuid, SecretStore& store,
    std::function<void(SecretsRead)> done);

/** `--method`, `--url`, `-H`, `--body`, `--cfg`, `--now`. */
struct MessageOptions {
    std::string method = "POST";
    std::string url;
    std::vector<std::string> headers;
    std::string body;
    std::vector<std::string> settings;
    std::string now;

    void addTo(CLI::App& command, bool bodyRequired);
};

/** Which events; every option that is given must hold. */
struct QueryOptions {
    std::string text;
    std::string method;
    std::string path;
    std::string type;
    std::vector<std::string> verdicts;
    std::vector<std::string> states;

    void addTo(CLI::App& command);
    bool isEmpty() const;
    Query query() const;
};

/** `Name: value` each; an error names the one that is not that. */
Result<HeaderList> headersFrom(const std::vector<std::string>& arguments);
/** `NAME=VALUE` each. */
Result<SchemeSettings> settingsFrom(const std::vector<std::string>& arguments);
/** Seconds since 1970 with an optional fraction, in microseconds. */
std::optional<qint64> unixTimeUs(QByteArrayView text);

/** An existing workspace, for commands that only read: it may be on a read-only medium. Tells what is to be told. */
Result<std::unique_ptr<Workspace>> openExisting(const QString& file, const Console& console);
/** The workspace to write to; made where there is none, the default one with its folder. */
Result<std::unique_ptr<Workspace>> openOrMake(const QString& file);

/** The schemes that are built in and the user's own. */
std::shared_ptr<const SchemeCatalog> loadCatalog();

} // namespace creel
