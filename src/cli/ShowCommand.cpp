#include "base/Clock.h"
#include "base/Text.h"
#include "cli/Arguments.h"
#include "exchange/Exporter.h"
#include "exchange/RawMessage.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

struct ShowOptions {
    qint64 id = 0;
    bool raw = false;
    bool body = false;
};

constexpr qint64 readAtOnce = 1024 * 1024;
constexpr qint64 bodyShown = 64 * 1024;

/** Exact bytes, but escaped where a person looks at them. */
ByteSink sinkTo(Console& console)
{
    const bool escape = console.outIsTerminal();
    return [&console, escape](QByteArrayView bytes) {
        const bool written = escape ? console.write(toTerminal(bytes, true)) : console.write(bytes);
        return written ? Result<void>() : Result<void>(Console::outputError());
    };
}

Result<void> writeBody(const EventDetail& detail, const BodySource& source, const ByteSink& sink)
{
    const bool here = detail.request && !detail.request->body.isEmpty();
    if (here)
        return sink(detail.request->body);
    const qint64 total = detail.request ? detail.request->bodySize : 0;
    for (qint64 offset = 0; offset < total;) {
        const auto piece = source(offset, qMin(readAtOnce, total - offset));
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break;
        if (auto done = sink(*piece); !done)
            return done;
        offset += piece->size();
    }
    return {};
}

void addFact(QByteArray& out, const char* name, QByteArrayView value)
{
    if (!value.isEmpty())
        out += QByteArray(name).leftJustified(12) + toTerminal(value) + '\n';
}

QByteArray facts(const EventDetail& detail)
{
    const EventRow& row = detail.row;
    QByteArray out;
    addFact(out, "event", QByteArray::number(row.id.v));
    addFact(out, "received", toRfc3339Us(row.receivedAtUs));
    addFact(out, "peer", row.peer);
    addFact(out, "endpoint", row.endpoint);
    addFact(out, "state", toWord(row.state) + (detail.reason.isEmpty() ? "" : ": " + detail.reason.toUtf8()));
    addFact(out, "verdict",
        toWord(row.verdict.verdict()) + " (signature " + toWord(row.verdict.signature) + ", freshness "
            + toWord(row.verdict.freshness) + ')');
    addFact(out, "scheme", row.verdict.scheme);
    addFact(out, "provider", row.provider.toUtf8());
    addFact(out, "type", row.eventType);
    addFact(out, "provider id", row.providerId);
    addFact(out, "body", humanSize(row.bodySize).toUtf8());
    addFact(out, "answered", row.status > 0 ? QByteArray::number(row.status) : QByteArray());
    addFact(out, "tags", row.tags.join(QStringLiteral(", ")).toUtf8());
    addFact(out, "note", detail.note.toUtf8());
    return out;
}

/** For reading: always escaped, the body cut. */
QByteArray humanText(const EventDetail& detail)
{
    QByteArray out = facts(detail) + '\n';
    if (!detail.request)
        return out;
    QByteArray head = detail.request->head;
    head.replace("\r\n", "\n");
    out += toTerminal(head, true);
    const QByteArray& body = detail.request->body;
    out += toTerminal(body.first(qMin<qsizetype>(body.size(), bodyShown)), true);
    if (!body.isEmpty() && !body.endsWith('\n'))
        out += '\n';
    if (detail.request->bodySize > bodyShown) {
        out += QCoreApplication::translate("creel", "(the body goes on: show %1 --body writes all of it)\n")
                   .arg(detail.row.id.v)
                   .toUtf8();
    }
    return out;
}

void runShow(CommandContext& context, const ShowOptions& options)
{
    auto workspace = openExisting(context.workspaceFile, context.console);
    if (!workspace)
        return context.fail(exitFailed, workspace.error().text);
    EventReader& reader = (*workspace)->reader();
    const EventId id(options.id);
    const auto detail = reader.detailNow(id, readAtOnce);
    if (!detail) {
        const bool none = detail.error().code == ErrorCode::NotFound;
        return context.fail(none ? exitNegative : exitFailed, detail.error().text);
    }
    const BodySource source = bodyInStore(reader, id);
    Result<void> done;
    if (options.raw) {
        done = writeRaw(*detail, source, sinkTo(context.console));
    } else if (options.body) {
        done = writeBody(*detail, source, sinkTo(context.console));
    } else if (context.json) {
        done = writeNdjson(*detail, source, [&](QByteArrayView bytes) {
            return context.console.write(bytes) ? Result<void>() : Result<void>(Console::outputError());
        });
        if (done && !context.console.write("\n"))
            done = Console::outputError();
    } else if (!context.console.write(humanText(*detail))) {
        done = Console::outputError();
    }
    if (!done)
        return context.fail(exitFailed, done.error().text);
    context.finish(exitDone);
}

} // namespace

void addShowCommand(CLI::App& app, CommandLine& line)
{
    auto options = std::make_shared<ShowOptions>();
    CLI::App* command = addCommand(app, line, "show", "Shows one event", "creel-cli show 17 --body > body.json");
    command->add_option("ID", options->id, "The event")->required();
    CLI::Option* raw = command->add_flag("--raw", options->raw, "The request's bytes as they came");
    CLI::Option* body = command->add_flag("--body", options->body, "The body's bytes, after transfer coding");
    raw->excludes(body);
    command->callback(
        [options, &line] { line.run = [options](CommandContext& context) { runShow(context, *options); }; });
}

} // namespace creel
