#include "app/WorkspaceRecorder.h"
#include "cli/Arguments.h"
#include "delivery/DeliveryQueue.h"
#include "delivery/Sender.h"
#include "delivery/Target.h"
#include "exchange/Exporter.h"
#include "exchange/JsonWriter.h"
#include "signature/Scheme.h"
#include "store/EventWriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace creel
{
namespace
{

struct ReplayOptions {
    std::vector<qint64> ids;
    QueryOptions query;
    std::string to;
    std::string scheme;
    double rate = 0;
    bool resign = false;
    SecretOptions secrets;
};

/** Deliveries of one command, until the last has ended. */
class Replaying : public QObject
{
public:
    Replaying(CommandContext& context, std::shared_ptr<ReplayOptions> options, std::unique_ptr<Workspace> workspace)
        : m_context(context)
        , m_options(std::move(options))
        , m_workspace(std::move(workspace))
        , m_recorder(m_workspace->isReadOnly() ? nullptr : std::make_unique<WorkspaceRecorder>(*m_workspace))
        , m_queue(m_sender, m_clock, m_recorder.get())
    {
        if (!m_recorder)
            m_context.console.message(tr("The workspace can only be read: these deliveries are not kept in it."));
        m_queue.setRate(m_options->rate);
    }

    void start(std::vector<EventId> events, std::shared_ptr<const Scheme> scheme, std::optional<SecretBytes> secret)
    {
        m_events = std::move(events);
        m_scheme = std::move(scheme);
        m_secret = std::move(secret);
        next();
    }

private:
    /** One at a time: a million events wait as ids, not as requests. */
    void next()
    {
        if (m_next == m_events.size()) {
            m_workspace->writer().flush();
            return m_context.finish(m_failed ? exitFailed : m_negative ? exitNegative : exitDone);
        }
        const EventId id = m_events[m_next++];
        DeliveryJob job;
        job.event = id;
        job.make = [this, id] { return make(id); };
        m_queue.add(std::move(job), [this](const DeliveryRecord& record) { ended(record); });
    }

    Result<BuiltRequest> make(EventId id)
    {
        const auto event = wholeEvent(m_workspace->reader(), id);
        if (!event)
            return event.error();
        auto draft = draftFromEvent(*event, toBytes(m_options->to));
        if (!draft)
            return draft.error();
        BuildContext building;
        building.nowUs = m_clock.nowUs();
        if (m_options->resign) {
            auto scheme = m_scheme ? m_scheme : loadCatalog()->find(event->row.verdict.scheme);
            if (!scheme)
                return Error{ErrorCode::Invalid, tr("The event has no scheme to sign it again by: give --scheme.")};
            stripSignature(*draft, *scheme);
            draft->scheme = scheme->id;
            building.scheme = std::move(scheme);
            building.secret = m_secret ? &*m_secret : nullptr;
        }
        return buildRequest(*draft, building);
    }

    void ended(const DeliveryRecord& record)
    {
        const bool failed = !record.result || record.result->error;
        const int status = record.result ? record.result->response.status : 0;
        m_failed = m_failed || failed;
        m_negative = m_negative || status >= 400;
        const QString problem = record.result && record.result->error ? record.result->error->text : QString();
        const qint64 event = record.event ? record.event->v : 0;
        JsonWriter json;
        json.beginObject().key("event").number(event).key("url").text(QByteArrayView(record.url)).key("status");
        if (status > 0)
            json.number(status);
        else
            json.null();
        json.key("error");
        if (problem.isEmpty())
            json.null();
        else
            json.text(problem);
        json.endObject();
        const QByteArray line = QByteArray::number(event).rightJustified(8) + "  "
            + (status > 0 ? QByteArray::number(status) : QByteArray("-"));
        if (!problem.isEmpty())
            m_context.console.message(problem);
        if (!m_context.console.line(m_context.json ? json.take() : line))
            return m_context.finish(exitFailed);
        next();
    }

    CommandContext& m_context;
    std::shared_ptr<ReplayOptions> m_options;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceRecorder> m_recorder; ///< null: read-only
    SystemClock m_clock;
    Sender m_sender;
    DeliveryQueue m_queue;
    std::vector<EventId> m_events;
    std::size_t m_next = 0;
    std::shared_ptr<const Scheme> m_scheme;
    std::optional<SecretBytes> m_secret;
    bool m_failed = false;
    bool m_negative = false;
};

/** The events that were named or found, oldest first; empty after telling that there are none. */
std::vector<EventId> chosenEvents(CommandContext& context, const ReplayOptions& options, EventReader& reader)
{
    std::vector<EventId> events;
    for (const qint64 id : options.ids)
        events.emplace_back(id);
    if (events.empty()) {
        const auto found = reader.findNow(options.query.query());
        if (!found) {
            context.fail(exitFailed, found.error().text);
            return {};
        }
        events = found->ids(Row(0), found->size());
        std::reverse(events.begin(), events.end());
    } else {
        const auto rows = reader.rowsNow(events);
        if (!rows || rows->size() != events.size())
            events.clear();
    }
    if (events.empty())
        context.fail(exitNegative, tr("No event was found."));
    return events;
}

void runReplay(CommandContext& context, const std::shared_ptr<ReplayOptions>& options)
{
    if (options->ids.empty() == options->query.isEmpty())
        return context.fail(
            exitUsage, tr("replay needs ids of events or --query (or another filter). See replay --help."));
    if (const auto target = Target::parse(toBytes(options->to)); !target)
        return context.fail(exitUsage, target.error().text);
    std::shared_ptr<const Scheme> scheme;
    if (!options->scheme.empty()) {
        scheme = loadCatalog()->find(toBytes(options->scheme));
        if (!scheme) {
            return context.fail(exitUsage,
                tr("There is no scheme \"%1\". creel-cli schemes lists them.").arg(fromArgument(options->scheme)));
        }
    }
    if (options->resign && options->secrets.sources().empty())
        return context.fail(exitUsage, tr("--resign needs a secret: --secret-env, --secret-file or --secret-name."));
    auto workspace = openExisting(context.workspaceFile, context.console);
    if (!workspace)
        return context.fail(exitFailed, workspace.error().text);
    auto events = chosenEvents(context, *options, (*workspace)->reader());
    if (events.empty())
        return;
    auto replaying = std::make_shared<Replaying>(context, options, std::move(*workspace));
    context.running = replaying;
    readSecrets(options->secrets.sources(), context.workspaceFile,
        [&context, replaying, scheme, events = std::move(events)](SecretsRead read) {
            if (!read.problem.isEmpty())
                return context.fail(read.code, read.problem);
            std::optional<SecretBytes> secret;
            if (!read.secrets.empty())
                secret = std::move(read.secrets.front().value);
            replaying->start(events, scheme, std::move(secret));
        });
}

} // namespace

void addReplayCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<ReplayOptions>();
    CLI::App* command = addCommand(app, line, "replay", "Sends stored events again, oldest first",
        "creel-cli replay 17 18 --to http://localhost:3000 --resign --secret-env STRIPE_SECRET");
    command->add_option("ID", options->ids, "The events");
    options->query.addTo(*command);
    command->add_option("--to", options->to, "Where to; without a path each event keeps its own")
        ->type_name("URL")
        ->required();
    command->add_flag("--resign", options->resign, "Sign again with a fresh timestamp");
    command->add_option("--scheme", options->scheme, "Sign by this scheme (default: that of the event)")
        ->type_name("ID");
    command->add_option("--rate", options->rate, "At most so many a second")
        ->type_name("N")
        ->check(CLI::PositiveNumber);
    options->secrets.addTo(*command);
    command->callback(
        [options, &line] { line.run = [options](CommandContext& context) { runReplay(context, options); }; });
}

} // namespace creel
