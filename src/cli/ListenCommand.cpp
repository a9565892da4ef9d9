#include "app/StopSignals.h"
#include "app/Workbench.h"
#include "cli/EndpointArgument.h"
#include "cli/EventPrinter.h"
#include "exchange/JsonWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>

namespace creel
{
namespace
{

struct ListenOptions {
    std::string address;
    int port = 4747;
    bool portGiven = false;
    std::vector<std::string> endpoints;
    ReceiverLimits limits;
    double headTimeoutS = double(limits.headTimeoutMs) / 1000;
    double idleTimeoutS = double(limits.idleTimeoutMs) / 1000;
};

constexpr int printGraceMs = 3'000;
constexpr int stopGraceMs = 10'000;

/** A running receiver on the terminal. Lives from the start of listening to the exit. */
class Listening : public QObject
{
public:
    Listening(CommandContext& context, std::unique_ptr<SecretStore> secrets, std::unique_ptr<Workbench> workbench)
        : m_context(context)
        , m_secrets(std::move(secrets))
        , m_workbench(std::move(workbench))
        , m_signals([this] { stop(); })
    {
    }

    Workbench& workbench() { return *m_workbench; }

    void start(const ReceiverSettings& settings)
    {
        if (m_stopping)
            return; // told to stop while secrets were read
        Workspace& workspace = m_workbench->workspace();
        if (!m_context.console.isQuiet()) {
            m_printer = std::make_unique<EventPrinter>(
                m_workbench->reader(), m_context.console, m_context.json, workspace.newestId());
        }
        connect(&workspace, &Workspace::changed, this, [this] { printNew(); });
        connect(&workspace, &Workspace::storeProblem, this,
            [this](const QString& text) { m_context.console.message(text); });
        connect(&m_workbench->receiver(), &Receiver::stopped, this, [this] { stopped(); });
        const auto listening = m_workbench->listen(settings);
        if (!listening)
            return end(listening.error().code == ErrorCode::Invalid ? exitUsage : exitFailed, listening.error().text);
        tellUrl();
    }

private:
    void tellUrl()
    {
        const QString url = m_workbench->receiver().url();
        JsonWriter json;
        const QByteArray line = m_context.json ? json.beginObject().key("listening").text(url).endObject().take()
                                               : "listening on " + url.toUtf8();
        m_context.console.line(line);
    }

    void printNew()
    {
        if (m_printer)
            m_printer->upTo(m_workbench->workspace().newestId());
    }

    void stop()
    {
        if (m_stopping) {
            m_workbench->receiver().stop(0); // told twice: now
            return;
        }
        m_stopping = true;
        if (!m_workbench->receiver().isListening())
            return end(exitDone, {}); // secrets are still being read
        m_workbench->receiver().stop(stopGraceMs);
    }

    void stopped()
    {
        if (!m_stopping)
            return;
        m_workbench->writer().flush();
        printNew();
        if (m_printer && !m_printer->finish(printGraceMs)) {
            // Nobody reads the output, and its thread hangs in a write: everything is committed, so this is the end.
            std::_Exit(exitDone);
        }
        end(exitDone, {});
    }

    void end(int code, const QString& problem)
    {
        if (!problem.isEmpty())
            m_context.console.message(problem);
        m_context.finish(code);
    }

    CommandContext& m_context;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Workbench> m_workbench;
    StopSignals m_signals;
    std::unique_ptr<EventPrinter> m_printer;
    bool m_stopping = false;
};

ReceiverSettings settingsOf(const ListenOptions& options)
{
    ReceiverSettings settings;
    settings.address = fromArgument(options.address);
    settings.port = quint16(options.port);
    settings.portIsFixed = options.portGiven && options.port != 0;
    settings.limits = options.limits;
    settings.limits.headTimeoutMs = int(options.headTimeoutS * 1000);
    settings.limits.idleTimeoutMs = int(options.idleTimeoutS * 1000);
    return settings;
}

/** Reads the secrets of one endpoint after the other, then starts. */
struct EndpointReading : std::enable_shared_from_this<EndpointReading> {
    std::vector<EndpointArgument> arguments;
    std::vector<Endpoint> endpoints;
    std::vector<std::vector<NamedSecret>> secrets;
    CommandContext* context = nullptr;
    std::weak_ptr<Listening> listening; ///< gone where a signal came first
    ReceiverSettings settings;

    void next()
    {
        if (endpoints.size() == arguments.size()) {
            if (const auto ready = listening.lock()) {
                ready->workbench().setTransientEndpoints(std::move(endpoints), std::move(secrets));
                ready->start(settings);
            }
            return;
        }
        const EndpointArgument& argument = arguments[endpoints.size()];
        readSecrets(argument.secrets, context->workspaceFile, [self = shared_from_this()](SecretsRead read) {
            if (!read.problem.isEmpty())
                return self->context->fail(read.code, read.problem);
            self->endpoints.push_back(self->arguments[self->endpoints.size()].endpoint);
            self->secrets.push_back(std::move(read.secrets));
            self->next();
        });
    }
};

void runListen(CommandContext& context, const ListenOptions& options)
{
    auto reading = std::make_shared<EndpointReading>();
    const auto catalog = loadCatalog();
    for (const std::string& text : options.endpoints) {
        auto argument = endpointFromArgument(text, *catalog);
        if (!argument)
            return context.fail(exitUsage, argument.error().text);
        const auto isSame = [&](const EndpointArgument& other) {
            return other.endpoint.path == argument->endpoint.path;
        };
        if (std::any_of(reading->arguments.begin(), reading->arguments.end(), isSame)) {
            return context.fail(exitUsage,
                QCoreApplication::translate("creel", "The endpoint %1 is given twice.")
                    .arg(QString::fromLocal8Bit(argument->endpoint.path)));
        }
        reading->arguments.push_back(std::move(*argument));
    }
    WorkbenchOptions workbenchOptions;
    workbenchOptions.workspaceFile = context.workspaceFile;
    auto secrets = makeKeychainStore();
    auto workbench = Workbench::open(workbenchOptions, *secrets);
    if (!workbench)
        return context.fail(exitFailed, workbench.error().text);
    reading->context = &context;
    reading->settings = settingsOf(options);
    const auto listening = std::make_shared<Listening>(context, std::move(secrets), std::move(*workbench));
    reading->listening = listening;
    context.running = listening;
    reading->next();
}

} // namespace

namespace
{

/** The same limits and ranges as in the window's preferences. */
void addLimits(CLI::App& command, ListenOptions& options)
{
    constexpr qint64 mega = 1024 * 1024;
    const auto number = [&command](
                            const char* name, auto& value, const char* text, const char* type, auto least, auto most) {
        command.add_option(name, value, text)->type_name(type)->check(CLI::Range(least, most))->capture_default_str();
    };
    ReceiverLimits& limits = options.limits;
    number("--max-head", limits.headBytes, "Largest head; a larger one is refused with 431", "BYTES", qint64(1024),
        16 * mega);
    number("--max-fields", limits.headerFields, "Most header fields; more are refused with 431", "N", 1, 100'000);
    number("--max-body", limits.bodyBytes, "Largest body; a larger one is refused with 413", "BYTES", qint64(0),
        65'536 * mega);
    number("--head-timeout", options.headTimeoutS, "Time for a head from its first byte, then 408", "SECONDS", 0.1,
        3600.0);
    number("--idle-timeout", options.idleTimeoutS, "Time without a byte, also before the first one", "SECONDS", 0.1,
        3600.0);
    number("--max-connections", limits.connections, "Most connections; another one is refused with 503", "N", 1,
        1'000'000);
    number("--max-memory", limits.bytesInFlight, "Memory for what is not yet stored; then senders wait", "BYTES", mega,
        65'536 * mega);
}

} // namespace

void addListenCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<ListenOptions>();
    CLI::App* command = addCommand(app, line, "listen", "Runs the receiver and prints a line for each event",
        "creel-cli listen --port 8080 --endpoint /stripe,scheme=stripe,secret-env=STRIPE_SECRET");
    command->add_option("--address", options->address, "Address to listen on (default: 127.0.0.1 and ::1)")
        ->type_name("ADDRESS");
    CLI::Option* port =
        command->add_option("--port", options->port, "Port; 0 takes a free one (default: 4747 or the next free one)")
            ->type_name("PORT")
            ->check(CLI::Range(0, 65535));
    command
        ->add_option("--endpoint", options->endpoints,
            "An endpoint for this run: PATH[,scheme=ID][,secret-env=NAME][,secret-file=FILE][,secret-name=NAME]"
            "[,url=URL][,cfg.NAME=VALUE], %2C for a comma; several may be given")
        ->type_name("PATH[,...]")
        ->allow_extra_args(false);
    addLimits(*command, *options);
    command->callback([options, port, &line] {
        options->portGiven = port->count() > 0;
        line.run = [options](CommandContext& context) { runListen(context, *options); };
    });
}

} // namespace creel
