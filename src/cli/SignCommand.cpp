#include "base/Clock.h"
#include "cli/Answers.h"
#include "cli/Arguments.h"
#include "cli/Batch.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

struct SignOptions {
    MessageOptions message;
    SecretOptions secrets;
    std::string scheme;
    std::string id;
    bool batch = false;
};

void signWith(CommandContext& context, const SignOptions& options, const Scheme& scheme, const SecretsRead& read)
{
    if (!read.problem.isEmpty())
        return context.fail(read.code, read.problem);
    const auto headers = headersFrom(options.message.headers);
    if (!headers)
        return context.fail(exitUsage, headers.error().text);
    const auto settings = settingsFrom(options.message.settings);
    if (!settings)
        return context.fail(exitUsage, settings.error().text);
    const auto now = options.message.now.empty() ? SystemClock().nowUs() : unixTimeUs(toBytes(options.message.now));
    if (!now)
        return context.fail(exitUsage, QCoreApplication::translate("creel", "--now takes seconds since 1970."));
    auto body = readInput(fromArgument(options.message.body));
    if (!body)
        return context.fail(exitFailed, body.error().text);

    SigningInput input;
    input.message = {toBytes(options.message.method), toBytes(options.message.url), *headers, std::move(*body)};
    input.id = toBytes(options.id);
    input.nowUs = *now;
    const auto answer =
        sign(scheme, read.secrets.empty() ? SecretBytes() : read.secrets.front().value.clone(), *settings, input);
    if (!answer)
        return context.fail(answer.error().code == ErrorCode::Invalid ? exitUsage : exitFailed, answer.error().text);
    context.finish(context.console.line(signedJson(*answer)) ? exitDone : exitFailed);
}

void runSignBatch(CommandContext& context, const SignOptions& options)
{
    if (!options.id.empty())
        return context.fail(
            exitUsage, QCoreApplication::translate("creel", "With --batch, the id stands in each line."));
    startBatch(BatchKind::Sign, context, options.message, options.scheme, options.secrets);
}

void runSign(CommandContext& context, const std::shared_ptr<SignOptions>& options)
{
    if (options->batch)
        return runSignBatch(context, *options);
    const auto catalog = loadCatalog();
    if (options->scheme.empty() || options->message.body.empty()) {
        return context.fail(exitUsage,
            QCoreApplication::translate("creel", "sign needs --scheme and --body, or --batch. See sign --help."));
    }
    const auto scheme = catalog->find(toBytes(options->scheme));
    if (!scheme) {
        return context.fail(exitUsage,
            QCoreApplication::translate("creel", "There is no scheme \"%1\". creel-cli schemes lists them.")
                .arg(fromArgument(options->scheme)));
    }
    readSecrets(options->secrets.sources(), context.workspaceFile,
        [&context, options, scheme](const SecretsRead& read) { signWith(context, *options, *scheme, read); });
}

} // namespace

void addSignCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<SignOptions>();
    CLI::App* command = addCommand(app, line, "sign", "Makes a provider's signature headers for a body",
        "creel-cli sign --scheme github --secret-env GITHUB_SECRET --body push.json");
    command->add_option("--scheme", options->scheme, "How to sign; creel-cli schemes lists them")->type_name("ID");
    command->add_option("--id", options->id, "The message id, for schemes that sign one")->type_name("MSGID");
    command->add_flag("--batch", options->batch,
        "NDJSON on standard input, an answer a line on standard output; other options stand for lines without them");
    options->message.addTo(*command, false);
    options->secrets.addTo(*command);
    command->callback(
        [options, &line] { line.run = [options](CommandContext& context) { runSign(context, options); }; });
}

} // namespace creel
