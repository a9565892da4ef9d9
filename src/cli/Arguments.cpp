#include "cli/Arguments.h"

#include "app/Workbench.h"
#include "base/Text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <charconv>
#include <utility>

namespace creel
{
namespace
{

/** Reads one reference after the other; owns itself by the callbacks that are on their way. */
struct RefReader : std::enable_shared_from_this<RefReader> {
    std::vector<SecretRef> refs;
    QByteArray uuid;
    SecretStore* store = nullptr;
    std::function<void(SecretsRead)> done;
    SecretsRead result;

    void next()
    {
        const std::size_t index = result.secrets.size();
        if (index == refs.size()) {
            done(std::move(result));
            return;
        }
        const SecretRef& ref = refs[index];
        if (!ref.publicKey.isEmpty()) {
            result.secrets.push_back({ref.name, SecretBytes(ref.publicKey)});
            next();
            return;
        }
        store->read(uuid, ref.id, [self = shared_from_this()](Result<SecretBytes> value) {
            if (!value) {
                self->result.code = exitFailed;
                self->result.problem = value.error().text;
                self->done(std::move(self->result));
                return;
            }
            self->result.secrets.push_back({self->refs[self->result.secrets.size()].name, std::move(*value)});
            self->next();
        });
    }
};

std::optional<SecretRef> refByName(const Workspace& workspace, const QString& name)
{
    const auto endpoints = workspace.endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        for (const SecretRef& ref : endpoint.secrets) {
            if (ref.name == name)
                return ref;
        }
    }
    return std::nullopt;
}

/** A workspace and a keychain, for as long as names are looked up in them. */
struct NameLookup {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SecretStore> store;
    std::vector<SecretSource> sources;
    SecretsRead result;
    std::function<void(SecretsRead)> done;
};

void readNext(const std::shared_ptr<NameLookup>& lookup)
{
    while (lookup->result.secrets.size() < lookup->sources.size() && lookup->result.problem.isEmpty()) {
        const SecretSource& source = lookup->sources[lookup->result.secrets.size()];
        if (source.kind == SecretSource::Kind::Name) {
            const auto ref = refByName(*lookup->workspace, source.where);
            if (!ref) {
                lookup->result.code = exitFailed;
                lookup->result.problem = tr("The workspace has no secret with the name \"%1\".").arg(source.where);
                break;
            }
            readSecrets({*ref}, lookup->workspace->uuid(), *lookup->store, [lookup](SecretsRead one) {
                if (one.problem.isEmpty())
                    lookup->result.secrets.push_back(std::move(one.secrets.front()));
                lookup->result.problem = one.problem;
                lookup->result.code = one.code;
                readNext(lookup);
            });
            return;
        }
        const bool fromFile = source.kind == SecretSource::Kind::File;
        auto value = fromFile ? secretFromFile(source.where) : secretFromEnvironment(source.where.toLocal8Bit());
        if (!value) {
            lookup->result.code = fromFile ? exitFailed : exitUsage;
            lookup->result.problem = value.error().text;
            break;
        }
        lookup->result.secrets.push_back({QString(), std::move(*value)});
    }
    auto done = std::exchange(lookup->done, nullptr);
    done(std::move(lookup->result));
}

} // namespace

void SecretOptions::addTo(CLI::App& command)
{
    m_command = &command;
    m_env =
        command.add_option("--secret-env", m_envs, "Environment variable that holds a secret; several may be given")
            ->type_name("NAME");
    m_file = command.add_option("--secret-file", m_files, "File with a secret, less one trailing line end")
                 ->type_name("FILE");
    m_name = command.add_option("--secret-name", m_names, "A secret of the workspace by its name")->type_name("NAME");
    for (CLI::Option* option : {m_env, m_file, m_name})
        option->allow_extra_args(false);
}

std::vector<SecretSource> SecretOptions::sources() const
{
    std::vector<SecretSource> sources;
    std::size_t env = 0;
    std::size_t file = 0;
    std::size_t name = 0;
    for (const CLI::Option* option : m_command->parse_order()) {
        if (option == m_env && env < m_envs.size())
            sources.push_back({SecretSource::Kind::Environment, fromArgument(m_envs[env++])});
        else if (option == m_file && file < m_files.size())
            sources.push_back({SecretSource::Kind::File, fromArgument(m_files[file++])});
        else if (option == m_name && name < m_names.size())
            sources.push_back({SecretSource::Kind::Name, fromArgument(m_names[name++])});
    }
    return sources;
}

void readSecrets(const std::vector<SecretRef>& refs, const QByteArray& workspaceUuid, SecretStore& store,
    std::function<void(SecretsRead)> done)
{
    auto reader = std::make_shared<RefReader>();
    reader->refs = refs;
    reader->uuid = workspaceUuid;
    reader->store = &store;
    reader->done = std::move(done);
    reader->next();
}

void readSecrets(
    const std::vector<SecretSource>& sources, const QString& workspaceFile, std::function<void(SecretsRead)> done)
{
    auto lookup = std::make_shared<NameLookup>();
    lookup->sources = sources;
    lookup->done = std::move(done);
    for (const SecretSource& source : sources) {
        if (source.kind != SecretSource::Kind::Name || lookup->workspace)
            continue;
        Console unheard; // the command tells what is to be told when it opens the workspace itself
        unheard.setQuiet(true);
        auto workspace = openExisting(workspaceFile, unheard);
        if (!workspace) {
            lookup->result.code = exitFailed;
            lookup->result.problem = workspace.error().text;
            break;
        }
        lookup->workspace = std::move(*workspace);
        lookup->store = makeKeychainStore();
    }
    readNext(lookup);
}

void MessageOptions::addTo(CLI::App& command, bool bodyRequired)
{
    command.add_option("--method", method, "Request method (default: POST)")->type_name("METHOD");
    command.add_option("--url", url, "The public URL that the provider was given")->type_name("URL");
    command.add_option("-H,--header", headers, "A header; several may be given")
        ->type_name("'NAME: VALUE'")
        ->allow_extra_args(false);
    command.add_option("--body", body, "File with the body, - for standard input")
        ->type_name("FILE")
        ->required(bodyRequired);
    command.add_option("--cfg", settings, "A setting of the scheme that is no secret; several may be given")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command.add_option("--now", now, "The clock, in seconds since 1970")->type_name("UNIX");
}

void QueryOptions::addTo(CLI::App& command)
{
    const auto add = [&command](const char* name, auto& value, const char* help, const char* unit) {
        return command.add_option(name, value, help)->type_name(unit)->allow_extra_args(false);
    };
    add("--query", text, "Only events whose head or body has this text", "TEXT");
    add("--method", method, "Only events of this method", "METHOD");
    add("--path", path, "Only events whose target has this part", "TEXT");
    add("--type", type, "Only events whose type has this part", "TEXT");
    add("--verdict", verdicts, "Only events of this verdict; several may be given", "VERDICT")
        ->check(CLI::IsMember({"valid", "invalid", "stale", "unsigned", "malformed", "unverified"}));
    add("--state", states, "Only events of this state; several may be given", "STATE")
        ->check(CLI::IsMember({"complete", "malformed", "incomplete", "refused"}));
}

bool QueryOptions::isEmpty() const
{
    return text.empty() && method.empty() && path.empty() && type.empty() && verdicts.empty() && states.empty();
}

Query QueryOptions::query() const
{
    Query query;
    query.text = fromArgument(text);
    query.method = toBytes(method);
    query.pathContains = toBytes(path);
    query.typeContains = toBytes(type);
    for (const std::string& word : verdicts) {
        if (const auto verdict = verdictFromWord(toBytes(word)))
            query.verdicts.push_back(*verdict);
    }
    for (const std::string& word : states) {
        if (const auto state = eventStateFromWord(toBytes(word)))
            query.states.push_back(*state);
    }
    return query;
}

Result<HeaderList> headersFrom(const std::vector<std::string>& arguments)
{
    HeaderList list;
    for (const std::string& argument : arguments) {
        const QByteArray text = toBytes(argument);
        const qsizetype colon = text.indexOf(':');
        if (colon <= 0 || text.contains('\n') || text.contains('\r'))
            return Error{
                ErrorCode::Invalid, tr("A header is written 'Name: value', not \"%1\".").arg(fromArgument(argument))};
        list.add(text.first(colon).trimmed(), trimOws(QByteArrayView(text).sliced(colon + 1)).toByteArray());
    }
    return list;
}

Result<SchemeSettings> settingsFrom(const std::vector<std::string>& arguments)
{
    SchemeSettings settings;
    for (const std::string& argument : arguments) {
        const QByteArray text = toBytes(argument);
        const qsizetype equals = text.indexOf('=');
        if (equals <= 0)
            return Error{
                ErrorCode::Invalid, tr("A setting is written NAME=VALUE, not \"%1\".").arg(fromArgument(argument))};
        settings.insert(text.first(equals), text.sliced(equals + 1));
    }
    return settings;
}

std::optional<qint64> unixTimeUs(QByteArrayView text)
{
    qint64 seconds = 0;
    const char* end = text.data() + text.size();
    const auto whole = std::from_chars(text.data(), end, seconds);
    constexpr qint64 most = 253'402'300'800; // the year 10 000
    if (whole.ec != std::errc() || seconds < -most || seconds > most)
        return std::nullopt;
    qint64 us = seconds * 1'000'000;
    const char* at = whole.ptr;
    if (at == end)
        return us;
    if (*at++ != '.' || at == end)
        return std::nullopt;
    const qint64 sign = text.front() == '-' ? -1 : 1;
    for (qint64 unit = 100'000; at != end; ++at, unit /= 10) {
        if (*at < '0' || *at > '9')
            return std::nullopt;
        us += sign * unit * (*at - '0');
    }
    return us;
}

Result<std::unique_ptr<Workspace>> openExisting(const QString& file, const Console& console)
{
    const QString path = file.isEmpty() ? Workbench::defaultWorkspaceFile() : file;
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, tr("There is no workspace \"%1\".").arg(path)};
    WorkspaceOptions options;
    options.readOnly = Workbench::canOnlyBeRead(path);
    auto workspace = Workspace::open(path, options);
    if (workspace && !(*workspace)->notice().isEmpty())
        console.message((*workspace)->notice());
    return workspace;
}

Result<std::unique_ptr<Workspace>> openOrMake(const QString& file)
{
    if (!file.isEmpty())
        return Workspace::open(file);
    const QString path = Workbench::defaultWorkspaceFile();
    QDir().mkpath(QFileInfo(path).absolutePath());
    return Workspace::open(path);
}

std::shared_ptr<const SchemeCatalog> loadCatalog()
{
    return SchemeCatalog::load(Workbench::defaultSchemeFolder());
}

} // namespace creel
