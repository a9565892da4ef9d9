#include "cli/Arguments.h"
#include "cli/EventLine.h"
#include "exchange/Exporter.h"

#include <QCoreApplication>

#include <limits>

namespace creel
{
namespace
{

struct ListOptions {
    QueryOptions query;
    qint64 limit = std::numeric_limits<qint64>::max();
};

constexpr qint64 rowsAtOnce = 512;

Result<void> printRows(CommandContext& context, EventReader& reader, const EventSet& events, qint64 count)
{
    Console& console = context.console;
    if (console.outIsTerminal() && !console.write(eventLineHeading() + '\n'))
        return Console::outputError();
    for (qint64 from = 0; from < count; from += rowsAtOnce) {
        const auto rows = reader.rowsNow(events.ids(Row(from), qMin(rowsAtOnce, count - from)));
        if (!rows)
            return rows.error();
        for (const EventRow& row : *rows) {
            if (!console.write(eventLine(row) + '\n'))
                return Console::outputError();
        }
    }
    return {};
}

Result<void> printJson(CommandContext& context, EventReader& reader, const EventSet& events, qint64 count)
{
    EventSet newest;
    for (const EventId id : events.ids(Row(0), count))
        newest.add(id);
    ExportOptions options;
    options.newestFirst = true;
    const auto done = exportEvents(reader, newest, options, [&](QByteArrayView bytes) {
        return context.console.write(bytes) ? Result<void>() : Result<void>(Console::outputError());
    });
    return done ? Result<void>() : Result<void>(done.error());
}

void runList(CommandContext& context, const ListOptions& options)
{
    auto workspace = openExisting(context.workspaceFile, context.console);
    if (!workspace)
        return context.fail(exitFailed, workspace.error().text);
    EventReader& reader = (*workspace)->reader();
    const Query query = options.query.query();
    const bool all = options.limit == std::numeric_limits<qint64>::max();
    const auto found = reader.findNow(query, all ? -1 : options.limit);
    if (!found)
        return context.fail(exitFailed, found.error().text);
    const qint64 count = qMin(found->size(), options.limit);
    if (count == 0)
        return context.fail(exitNegative, QCoreApplication::translate("creel", "No event was found."));
    const auto done =
        context.json ? printJson(context, reader, *found, count) : printRows(context, reader, *found, count);
    if (!done)
        return context.fail(exitFailed, done.error().text);
    context.finish(exitDone);
}

} // namespace

void addListCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<ListOptions>();
    CLI::App* command = addCommand(
        app, line, "list", "Lists events, newest first", "creel-cli list --query charge.succeeded --limit 20");
    options->query.addTo(*command);
    command->add_option("--limit", options->limit, "At most so many")
        ->type_name("N")
        ->check([](const std::string& text) {
            return text.rfind('-', 0) == 0 ? std::string("must not be negative") : std::string();
        });
    command->callback(
        [options, &line] { line.run = [options](CommandContext& context) { runList(context, *options); }; });
}

} // namespace creel
