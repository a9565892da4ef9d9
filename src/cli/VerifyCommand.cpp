#include "app/EndpointSecrets.h"
#include "app/Workbench.h"
#include "base/Clock.h"
#include "cli/Answers.h"
#include "cli/Arguments.h"
#include "cli/Batch.h"
#include "exchange/Exporter.h"
#include "exchange/RawMessage.h"
#include "receiver/EndpointTable.h"
#include "secrets/SecretStore.h"
#include "signature/Scheme.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

struct VerifyOptions {
    MessageOptions message;
    SecretOptions secrets;
    std::string scheme;
    std::string request;
    qint64 event = 0;
    bool batch = false;
    bool fromParts = false; ///< --method or -H were given
};

/** What is to be verified, from whichever place it came. */
struct Subject {
    std::shared_ptr<const SchemeCatalog> catalog = loadCatalog();
    std::shared_ptr<const Scheme> scheme;
    SchemeSettings settings;
    SignedMessage message;
    QByteArrayList otherUrls; ///< that this receiver is known under
    std::vector<qint64> sameProviderId; ///< stored events with the same provider id
    std::shared_ptr<std::vector<NamedSecret>> otherSecrets = std::make_shared<std::vector<NamedSecret>>();
    qint64 nowUs = 0;
    QString notWhole; ///< why it is not verified
};

void answer(CommandContext& context, const Subject& subject, SecretsRead read)
{
    if (!read.problem.isEmpty())
        return context.fail(read.code, read.problem);
    const std::vector<bool> named = namedOf(read.secrets);
    DiagnosisInput input{subject.catalog, subject.scheme, subject.message, std::move(read.secrets),
        std::move(*subject.otherSecrets), subject.settings, subject.otherUrls, subject.sameProviderId, subject.nowUs};
    const Judged judged = subject.notWhole.isEmpty()
        ? judge(input)
        : Judged{unverified(subject.notWhole, subject.scheme ? subject.scheme->id : QByteArray()), {}};
    if (!context.console.line(verificationJson(judged.verification, named, judged.diagnosis)))
        return context.finish(exitFailed);
    context.finish(judged.verification.verdict() == Verdict::Valid ? exitDone : exitNegative);
}

/** The options that stand for every source. False after telling what is wrong. */
bool readOptions(CommandContext& context, const VerifyOptions& options, Subject& subject)
{
    if (!options.scheme.empty()) {
        subject.scheme = subject.catalog->find(toBytes(options.scheme));
        if (!subject.scheme) {
            context.fail(exitUsage,
                tr("There is no scheme \"%1\". creel-cli schemes lists them.").arg(fromArgument(options.scheme)));
            return false;
        }
    }
    auto settings = settingsFrom(options.message.settings);
    if (!settings) {
        context.fail(exitUsage, settings.error().text);
        return false;
    }
    subject.settings = std::move(*settings);
    subject.nowUs = SystemClock().nowUs();
    if (!options.message.now.empty()) {
        const auto now = unixTimeUs(toBytes(options.message.now));
        if (!now) {
            context.fail(exitUsage, tr("--now takes seconds since 1970."));
            return false;
        }
        subject.nowUs = *now;
    }
    return true;
}

void verifyBody(CommandContext& context, const VerifyOptions& options, Subject subject)
{
    auto headers = headersFrom(options.message.headers);
    if (!headers)
        return context.fail(exitUsage, headers.error().text);
    auto body = readInput(fromArgument(options.message.body));
    if (!body)
        return context.fail(exitFailed, body.error().text);
    subject.message = {
        toBytes(options.message.method), toBytes(options.message.url), std::move(*headers), std::move(*body)};
    readSecrets(options.secrets.sources(), context.workspaceFile,
        [&context, subject](SecretsRead read) { answer(context, subject, std::move(read)); });
}

void verifyRequest(CommandContext& context, const VerifyOptions& options, Subject subject)
{
    const auto bytes = readInput(fromArgument(options.request));
    if (!bytes)
        return context.fail(exitFailed, bytes.error().text);
    const RawRequest raw = readRaw(*bytes);
    if (!raw.complete)
        subject.notWhole = tr("This is no whole HTTP request, so nothing was verified: %1").arg(raw.reason);
    subject.message = signedMessageOf(Endpoint(), raw.request);
    if (!options.message.url.empty())
        subject.message.url = toBytes(options.message.url);
    readSecrets(options.secrets.sources(), context.workspaceFile,
        [&context, subject](SecretsRead read) { answer(context, subject, std::move(read)); });
}

/** What must live while the keychain answers. */
struct StoredEvent {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SecretStore> store;
};

Endpoint endpointOf(const Workspace& workspace, const EventDetail& detail)
{
    const auto endpoints = workspace.endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        if (endpoint.path == detail.row.endpoint)
            return endpoint;
    }
    return {};
}

/** The references of every endpoint but this one, and the older ones of all. */
std::vector<SecretRef> otherRefs(const Workspace& workspace, const Endpoint& endpoint)
{
    std::vector<SecretRef> refs;
    const auto endpoints = workspace.endpoints();
    for (const Endpoint& other : *endpoints) {
        if (other.path != endpoint.path)
            refs.insert(refs.end(), other.secrets.begin(), other.secrets.end());
        for (SecretRef older : other.olderSecrets) {
            older.name = olderSecretName(older, other);
            refs.push_back(std::move(older));
        }
    }
    return refs;
}

/** Reads them one by one into `found`, for the diagnosis alone: one that can't be read is passed over. */
void readOthers(const std::shared_ptr<StoredEvent>& held, std::vector<SecretRef> refs,
    const std::shared_ptr<std::vector<NamedSecret>>& found, const std::function<void()>& done)
{
    if (refs.empty())
        return done();
    const SecretRef ref = std::move(refs.back());
    refs.pop_back();
    readSecrets({ref}, held->workspace->uuid(), *held->store, [held, refs, found, done](SecretsRead read) {
        for (NamedSecret& secret : read.secrets)
            found->push_back(std::move(secret));
        readOthers(held, refs, found, done);
    });
}

void verifyEvent(CommandContext& context, const VerifyOptions& options, Subject subject)
{
    auto held = std::make_shared<StoredEvent>();
    auto workspace = openExisting(context.workspaceFile, context.console);
    if (!workspace)
        return context.fail(exitFailed, workspace.error().text);
    held->workspace = std::move(*workspace);
    const auto detail = wholeEvent(held->workspace->reader(), EventId(options.event));
    if (!detail) {
        const bool none = detail.error().code == ErrorCode::NotFound;
        return context.fail(none ? exitNegative : exitFailed, detail.error().text);
    }
    const Endpoint endpoint = endpointOf(*held->workspace, *detail);
    const bool ownScheme = options.scheme.empty();
    if (ownScheme)
        subject.scheme =
            subject.catalog->find(endpoint.scheme.isEmpty() ? detail->row.verdict.scheme : endpoint.scheme);
    for (auto setting = endpoint.settings.begin(); setting != endpoint.settings.end(); ++setting) {
        if (!subject.settings.contains(setting.key()))
            subject.settings.insert(setting.key(), setting.value());
    }
    if (options.message.now.empty())
        subject.nowUs = detail->row.receivedAtUs;
    if (detail->row.state != EventState::Complete)
        subject.notWhole = tr("The event is not a complete request, so nothing was verified: %1").arg(detail->reason);
    subject.message = signedMessageOf(endpoint, *detail->request);
    subject.otherUrls << signedMessageOf(Endpoint(), *detail->request).url;
    if (!options.message.url.empty())
        subject.message.url = toBytes(options.message.url);

    context.running = held;
    held->store = makeKeychainStore();
    const auto done = [&context, subject, held, others = otherRefs(*held->workspace, endpoint)](SecretsRead read) {
        if (!read.problem.isEmpty() || !subject.notWhole.isEmpty())
            return answer(context, subject, std::move(read));
        auto own = std::make_shared<SecretsRead>(std::move(read));
        readOthers(held, others, subject.otherSecrets,
            [&context, subject, own] { answer(context, subject, std::move(*own)); });
    };
    const auto sources = options.secrets.sources();
    if (!sources.empty() || !ownScheme || endpoint.secrets.empty() || !subject.notWhole.isEmpty())
        return readSecrets(sources, context.workspaceFile, done);
    readSecrets(endpoint.secrets, held->workspace->uuid(), *held->store, done);
}

void verifyBatch(CommandContext& context, const VerifyOptions& options)
{
    if (!options.request.empty() || options.event != 0)
        return context.fail(exitUsage, tr("--batch reads standard input, not --request or --event."));
    startBatch(BatchKind::Verify, context, options.message, options.scheme, options.secrets);
}

void runVerify(CommandContext& context, const std::shared_ptr<VerifyOptions>& options)
{
    if (options->batch)
        return verifyBatch(context, *options);
    const int places = int(!options->message.body.empty()) + int(!options->request.empty()) + int(options->event != 0);
    if (places != 1) {
        return context.fail(
            exitUsage, tr("verify needs one of --body, --request, --event and --batch. See verify --help."));
    }
    if (options->message.body.empty() && options->fromParts)
        return context.fail(exitUsage, tr("--method and --header belong to --body: a request brings its own."));
    Subject subject;
    if (!readOptions(context, *options, subject))
        return;
    if (options->event != 0)
        verifyEvent(context, *options, std::move(subject));
    else if (!options->request.empty())
        verifyRequest(context, *options, std::move(subject));
    else
        verifyBody(context, *options, std::move(subject));
}

} // namespace

void addVerifyCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* command = addCommand(app, line, "verify", "Says whether a signature is valid, and why not",
        "creel-cli verify --scheme stripe --secret-env STRIPE_SECRET -H \"Stripe-Signature: $SIGNATURE\" --body "
        "event.json");
    command->add_option("--scheme", options->scheme, "How it is signed; creel-cli schemes lists them")->type_name("ID");
    command->add_option("--request", options->request, "File with one raw HTTP request, - for standard input")
        ->type_name("FILE");
    command->add_option("--event", options->event, "An event of the workspace, by its endpoint's scheme and secrets")
        ->type_name("ID");
    command->add_flag("--batch", options->batch,
        "NDJSON on standard input, an answer a line on standard output; other options stand for lines without them");
    options->message.addTo(*command, false);
    options->secrets.addTo(*command);
    command->callback([options, command, &line] {
        options->fromParts = command->count("--method") + command->count("--header") > 0;
        line.run = [options](CommandContext& context) { runVerify(context, options); };
    });
}

} // namespace creel
