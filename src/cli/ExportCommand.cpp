#include "app/Workbench.h"
#include "cli/Arguments.h"
#include "exchange/Exporter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace creel
{
namespace
{

struct ExportArguments {
    QueryOptions query;
    std::string format;
    std::string file = "-";
    std::string to;
    bool mask = false;
};

/**
 * Where the export goes: standard output, or a file that appears whole or not at all. A device or a pipe is written to:
 * a new file in its place would take it away from everybody.
 */
class Output
{
public:
    Output(Console& console, const QString& file)
        : m_console(console)
    {
        const QFileInfo there(file);
        if (file == QLatin1String("-"))
            return;
        if (there.exists() && !there.isFile()) {
            m_file = std::make_unique<QFile>(file);
            return;
        }
        auto whole = std::make_unique<QSaveFile>(file);
        m_whole = whole.get();
        m_file = std::move(whole);
    }

    Result<void> open()
    {
        if (m_file && !m_file->open(QIODevice::WriteOnly))
            return fileError();
        return {};
    }
    Result<void> write(QByteArrayView bytes)
    {
        if (m_file)
            return m_file->write(bytes.data(), bytes.size()) == bytes.size() ? Result<void>() : fileError();
        return m_console.write(bytes) ? Result<void>() : Result<void>(Console::outputError());
    }
    Result<void> close()
    {
        if (m_file)
            return (m_whole ? m_whole->commit() : m_file->flush()) ? Result<void>() : fileError();
        return m_console.flush() ? Result<void>() : Result<void>(Console::outputError());
    }

private:
    Result<void> fileError() const
    {
        return Error{ErrorCode::Io,
            QCoreApplication::translate("creel", "Cannot write the file \"%1\": %2.")
                .arg(m_file->fileName(), m_file->errorString())};
    }
    Console& m_console;
    std::unique_ptr<QFileDevice> m_file;
    QSaveFile* m_whole = nullptr; ///< m_file, where it is one
};

ExportFormat formatOf(const std::string& name)
{
    return name == "json" ? ExportFormat::Json : name == "curl" ? ExportFormat::Curl : ExportFormat::Ndjson;
}

void runExport(CommandContext& context, const ExportArguments& arguments)
{
    auto workspace = openExisting(context.workspaceFile, context.console);
    if (!workspace)
        return context.fail(exitFailed, workspace.error().text);
    EventReader& reader = (*workspace)->reader();
    const Query query = arguments.query.query();
    const auto found = reader.findNow(query);
    if (!found)
        return context.fail(exitFailed, found.error().text);

    std::unique_ptr<Mask> mask;
    if (arguments.mask) {
        auto rules = MaskRules::load(Workbench::defaultMaskFile(), Workbench::defaultMaskRules(*loadCatalog()));
        if (!rules)
            return context.fail(exitFailed, rules.error().text);
        mask = std::make_unique<Mask>(*std::move(rules), (*workspace)->uuid());
    }
    ExportOptions options;
    options.format = formatOf(arguments.format);
    options.mask = mask.get();
    options.curlBase = toBytes(arguments.to);
    while (options.curlBase.endsWith('/'))
        options.curlBase.chop(1);

    Output output(context.console, fromArgument(arguments.file));
    if (auto done = output.open(); !done)
        return context.fail(exitFailed, done.error().text);
    const auto result =
        exportEvents(reader, *found, options, [&](QByteArrayView bytes) { return output.write(bytes); });
    if (!result)
        return context.fail(exitFailed, result.error().text);
    if (auto done = output.close(); !done)
        return context.fail(exitFailed, done.error().text);
    if (arguments.mask) {
        context.console.message(QCoreApplication::translate(
            "creel", "Placeholders stand for %n credential(s).", nullptr, int(result->masked)));
    }
    if (result->events == 0)
        return context.fail(exitNegative, QCoreApplication::translate("creel", "No event was found."));
    context.finish(exitDone);
}

} // namespace

void addExportCommand(CLI::App& app, CommandLine& line)
{
    auto arguments = std::make_shared<ExportArguments>();
    CLI::App* command = addCommand(app, line, "export", "Writes events, oldest first",
        "creel-cli export --query charge.succeeded --format ndjson --mask -o charges.ndjson");
    arguments->query.addTo(*command);
    command->add_option("--format", arguments->format, "ndjson (import reads it), json (an array), curl (commands)")
        ->type_name("F")
        ->required()
        ->check(CLI::IsMember({"ndjson", "json", "curl"}));
    command->add_flag("--mask", arguments->mask, "Stable placeholders for credentials that senders sent");
    command->add_option("-o,--output", arguments->file, "Where to (default: standard output)")->type_name("FILE");
    command->add_option("--to", arguments->to, "Where curl commands send to (default: the Host of each event)")
        ->type_name("URL");
    command->callback(
        [arguments, &line] { line.run = [arguments](CommandContext& context) { runExport(context, *arguments); }; });
}

} // namespace creel
