#include "cli/Arguments.h"
#include "exchange/Importer.h"

#include <QCoreApplication>
#include <QFile>

#include <limits>

namespace creel
{
namespace
{

/** Lines that are only blanks are no events, such as the one behind the last line end. */
bool isBlankLine(const QByteArray& line)
{
    return line.trimmed().isEmpty();
}

struct ImportCount {
    qint64 lines = 0;
    qint64 bad = 0;
};

void addLine(CommandContext& context, Importer& importer, const QByteArray& line, ImportCount& count)
{
    ++count.lines;
    if (isBlankLine(line))
        return;
    if (const auto added = importer.add(line); !added) {
        ++count.bad;
        context.console.message(
            QCoreApplication::translate("creel", "Line %1: %2").arg(QString::number(count.lines), added.error().text));
    }
}

void runImport(CommandContext& context, const std::string& file)
{
    QFile in(fromArgument(file));
    const bool standardInput = file == "-";
    if (!standardInput && !in.open(QIODevice::ReadOnly)) {
        return context.fail(exitFailed,
            QCoreApplication::translate("creel", "Cannot read the file \"%1\": %2.")
                .arg(in.fileName(), in.errorString()));
    }
    auto workspace = openOrMake(context.workspaceFile);
    if (!workspace)
        return context.fail(exitFailed, workspace.error().text);

    const SystemClock clock;
    ImportCount count;
    Result<qint64> stored = qint64(0);
    {
        Importer importer((*workspace)->writer(), loadCatalog(), clock);
        QByteArray line;
        if (standardInput) {
            while (readInputLine(line))
                addLine(context, importer, line, count);
        } else {
            while (!(line = in.readLine()).isEmpty())
                addLine(context, importer, line, count);
        }
        stored = importer.finish();
    }
    if (!stored)
        return context.fail(exitFailed, stored.error().text);
    if (!standardInput && in.error() != QFileDevice::NoError)
        return context.fail(exitFailed, in.errorString());
    const int number =
        int(qMin<qint64>(*stored, std::numeric_limits<int>::max())); // lupdate hangs on this as an argument
    context.console.message(QCoreApplication::translate("creel", "%n event(s) imported.", nullptr, number));
    context.finish(count.bad > 0 ? exitNegative : exitDone);
}

} // namespace

void addImportCommand(CLI::App& app, CommandLine& line)
{
    auto file = std::make_shared<std::string>();
    CLI::App* command = addCommand(app, line, "import", "Reads events that export wrote as NDJSON",
        "creel-cli import --workspace copy.creel events.ndjson");
    command->add_option("FILE", *file, "NDJSON, - for standard input")->required();
    command->callback([file, &line] { line.run = [file](CommandContext& context) { runImport(context, *file); }; });
}

} // namespace creel
