#include "app/WorkspaceRecorder.h"
#include "base/Clock.h"
#include "base/Text.h"
#include "cli/Arguments.h"
#include "delivery/DeliveryQueue.h"
#include "delivery/Sender.h"
#include "exchange/JsonWriter.h"
#include "signature/Scheme.h"
#include "store/EventWriter.h"

#include <QCoreApplication>
#include <QFile>

#include <optional>

namespace creel
{
namespace
{

struct SendOptions {
    std::string url;
    std::string method = "POST";
    std::vector<std::string> headers;
    std::string body;
    std::vector<std::string> settings;
    std::string now;
    std::string scheme;
    std::string id;
    SecretOptions secrets;
};

QByteArray bodyOf(const HttpResult& result)
{
    if (!result.spilled)
        return result.response.body;
    QFile file(result.spilled->path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writePhase(JsonWriter& json, QByteArrayView name, qint64 us)
{
    json.key(name);
    if (us < 0)
        json.null();
    else
        json.number(us);
}

QByteArray resultJson(const HttpResult& result)
{
    const Response& response = result.response;
    JsonWriter json;
    json.beginObject().key("status");
    if (response.status > 0)
        json.number(response.status);
    else
        json.null();
    json.key("headers").beginArray();
    for (const HeaderField& field : response.headers)
        json.beginArray().text(QByteArrayView(field.name)).text(QByteArrayView(field.value)).endArray();
    json.endArray().key("body_base64").base64(bodyOf(result));
    json.key("timings").beginObject();
    writePhase(json, "lookup_us", result.timings.lookupUs);
    writePhase(json, "connect_us", result.timings.connectUs);
    writePhase(json, "tls_us", result.timings.tlsUs);
    writePhase(json, "send_us", result.timings.sendUs);
    writePhase(json, "first_byte_us", result.timings.firstByteUs);
    writePhase(json, "receive_us", result.timings.receiveUs);
    json.endObject().key("error");
    if (result.error)
        json.text(result.error->text);
    else
        json.null();
    return json.endObject().take();
}

/** Status, timings and the answer, escaped. */
QByteArray resultText(const HttpResult& result)
{
    const auto ms = [](qint64 us) { return us < 0 ? QByteArray("-") : QByteArray::number(double(us) / 1000, 'f', 1); };
    const HttpTimings& times = result.timings;
    QByteArray out = QByteArray::number(result.response.status) + ' ' + toTerminal(result.response.reason) + "\n";
    out += "ms: lookup " + ms(times.lookupUs) + ", connect " + ms(times.connectUs) + ", tls " + ms(times.tlsUs)
        + ", send " + ms(times.sendUs) + ", first byte " + ms(times.firstByteUs) + ", receive " + ms(times.receiveUs)
        + "\n\n";
    for (const HeaderField& field : result.response.headers)
        out += toTerminal(field.name) + ": " + toTerminal(field.value) + '\n';
    const QByteArray body = bodyOf(result);
    out += '\n' + toTerminal(body, true);
    return body.isEmpty() || body.endsWith('\n') ? out : out + '\n';
}

void tell(CommandContext& context, const HttpResult& result)
{
    if (result.error)
        context.console.message(result.error->text);
    bool written = true;
    if (context.json)
        written = context.console.line(resultJson(result));
    else if (result.response.status > 0)
        written = context.console.write(resultText(result)) && context.console.flush();
    const bool failed = result.error || !written;
    context.finish(failed ? exitFailed : result.response.status >= 400 ? exitNegative : exitDone);
}

/** One delivery, kept in the workspace where there is one that takes it. */
class Sending : public QObject
{
public:
    Sending(CommandContext& context, std::unique_ptr<Workspace> workspace)
        : m_context(context)
        , m_workspace(std::move(workspace))
        , m_recorder(m_workspace ? std::make_unique<WorkspaceRecorder>(*m_workspace) : nullptr)
        , m_queue(m_sender, m_clock, m_recorder.get())
    {
        if (m_workspace) {
            connect(m_workspace.get(), &Workspace::storeProblem, this,
                [this](const QString& text) { m_context.console.message(text); });
        }
    }

    void start(BuiltRequest built)
    {
        DeliveryJob job;
        job.make = [built = std::move(built)] { return Result<BuiltRequest>(built); };
        m_queue.add(std::move(job), [this](const DeliveryRecord& record) {
            if (m_workspace)
                m_workspace->writer().flush();
            // After what the store has to tell, which is in the event queue by now
            QMetaObject::invokeMethod(
                this, [this, result = record.result] { tell(m_context, *result); }, Qt::QueuedConnection);
        });
    }

private:
    CommandContext& m_context;
    SystemClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceRecorder> m_recorder;
    Sender m_sender;
    DeliveryQueue m_queue;
};

/**
 * Where the delivery is kept. One that was not named must not keep anybody from sending: without it nothing is kept,
 * and that is told.
 */
Result<std::unique_ptr<Workspace>> openForDelivery(CommandContext& context)
{
    auto workspace = openOrMake(context.workspaceFile);
    if (workspace || !context.workspaceFile.isEmpty())
        return workspace;
    context.console.message(tr("This delivery is not kept: %1").arg(workspace.error().text));
    return std::unique_ptr<Workspace>();
}

/** The request's bytes, signed where a scheme was given. Tells what is wrong and gives nothing. */
std::optional<BuiltRequest> build(CommandContext& context, const SendOptions& options,
    const std::shared_ptr<const Scheme>& scheme, const SecretsRead& read)
{
    const auto refuse = [&](int code, const QString& text) {
        context.fail(code, text);
        return std::nullopt;
    };
    if (!read.problem.isEmpty())
        return refuse(read.code, read.problem);
    const auto headers = headersFrom(options.headers);
    if (!headers)
        return refuse(exitUsage, headers.error().text);
    auto settings = settingsFrom(options.settings);
    if (!settings)
        return refuse(exitUsage, settings.error().text);
    const auto now = options.now.empty() ? SystemClock().nowUs() : unixTimeUs(toBytes(options.now));
    if (!now)
        return refuse(exitUsage, tr("--now takes seconds since 1970."));
    auto body = options.body.empty() ? Result<QByteArray>(QByteArray()) : readInput(fromArgument(options.body));
    if (!body)
        return refuse(exitFailed, body.error().text);

    Draft draft;
    draft.method = toBytes(options.method);
    draft.url = toBytes(options.url);
    for (const HeaderField& field : *headers)
        draft.fields.push_back({field.name, field.value, false});
    draft.body = std::move(*body);
    draft.scheme = scheme ? scheme->id : QByteArray();
    draft.settings = std::move(*settings);
    draft.variables = false; // the bytes are the user's
    BuildContext building;
    const SecretBytes none;
    building.scheme = scheme;
    building.secret = read.secrets.empty() ? &none : &read.secrets.front().value;
    building.nowUs = *now;
    building.messageId = toBytes(options.id);
    auto built = buildRequest(draft, building);
    if (!built)
        return refuse(exitUsage, built.error().text);
    return std::move(*built);
}

void runSend(CommandContext& context, const std::shared_ptr<SendOptions>& options)
{
    std::shared_ptr<const Scheme> scheme;
    if (!options->scheme.empty()) {
        scheme = loadCatalog()->find(toBytes(options->scheme));
        if (!scheme) {
            return context.fail(exitUsage,
                tr("There is no scheme \"%1\". creel-cli schemes lists them.").arg(fromArgument(options->scheme)));
        }
    }
    readSecrets(
        options->secrets.sources(), context.workspaceFile, [&context, options, scheme](const SecretsRead& read) {
            auto request = build(context, *options, scheme, read);
            if (!request)
                return;
            auto workspace = openForDelivery(context);
            if (!workspace)
                return context.fail(exitFailed, workspace.error().text);
            const auto sending = std::make_shared<Sending>(context, *std::move(workspace));
            context.running = sending;
            sending->start(*std::move(request));
        });
}

} // namespace

void addSendCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<SendOptions>();
    CLI::App* command = addCommand(app, line, "send", "Signs and sends one request, prints the answer",
        "creel-cli send http://localhost:3000/hooks --scheme github --secret-env GITHUB_SECRET --body push.json");
    command->add_option("URL", options->url, "Where to")->required();
    command->add_option("--method", options->method, "Request method (default: POST)")->type_name("METHOD");
    command->add_option("-H,--header", options->headers, "A header; several may be given")
        ->type_name("'NAME: VALUE'")
        ->allow_extra_args(false);
    command->add_option("--body", options->body, "File with the body, - for standard input")->type_name("FILE");
    command->add_option("--scheme", options->scheme, "Sign by this scheme")->type_name("ID");
    command->add_option("--id", options->id, "The message id, for schemes that sign one")->type_name("MSGID");
    command->add_option("--cfg", options->settings, "A setting of the scheme that is no secret; several may be given")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command->add_option("--now", options->now, "The clock of the signature, in seconds since 1970")->type_name("UNIX");
    options->secrets.addTo(*command);
    command->callback(
        [options, &line] { line.run = [options](CommandContext& context) { runSend(context, options); }; });
}

} // namespace creel
