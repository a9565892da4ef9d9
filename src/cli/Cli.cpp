#include "cli/Cli.h"
#include "app/Application.h"
#include "base/Text.h"
#include "cli/Command.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QTimer>

#include <clocale>
#include <csignal>
#include <iostream>

namespace creel
{
namespace
{

constexpr const char* workspaceHelp = "Workspace file (default: default.creel in the data folder)";

/** CLI11 repeats the arguments that it did not expect: a secret might be among them. */
QString usageProblem(const CLI::Error& error, const CLI::App& app)
{
    if (error.get_exit_code() != int(CLI::ExitCodes::ExtrasError))
        return QString::fromUtf8(error.what());
    for (const std::string& argument : app.remaining(true)) {
        if (!argument.empty() && argument[0] == '-') {
            const QString name = fromArgument(argument.substr(0, argument.find('=')));
            return QCoreApplication::translate("creel", "There is no option \"%1\" here. See --help.").arg(name);
        }
    }
    return QCoreApplication::translate("creel", "There are more arguments than this command takes. See --help.");
}

int tellUsage(const CLI::App& app, const CLI::Error& error, bool quiet)
{
    if (error.get_exit_code() == 0)
        return app.exit(error) == 0 ? exitDone : exitUsage; // --help
    Console console;
    console.setQuiet(quiet);
    console.message(usageProblem(error, app));
    return exitUsage;
}

void addAll(CLI::App& app, CommandLine& line)
{
    addListenCommand(app, line);
    addListCommand(app, line);
    addShowCommand(app, line);
    addExportCommand(app, line);
    addImportCommand(app, line);
    addReplayCommand(app, line);
    addSendCommand(app, line);
    addSignCommand(app, line);
    addVerifyCommand(app, line);
    addSchemesCommand(app, line);
}

int runChosen(QCoreApplication& application, const CommandLine& line)
{
    CommandContext context;
    context.console.setQuiet(line.quiet);
    context.workspaceFile = fromArgument(line.workspace);
    context.json = line.json;
    int code = exitFailed;
    context.finish = [&](int result) {
        code = result;
        QCoreApplication::exit(result);
    };
    // From inside the loop, so that `finish` has a loop to end, whenever it is called
    QTimer::singleShot(0, &application, [&] { line.run(context); });
    QCoreApplication::exec();
    context.running.reset();
    if (!context.console.flush() && code == exitDone)
        code = exitFailed;
    return code;
}

} // namespace

CLI::App* addCommand(CLI::App& app, CommandLine& line, const char* name, const char* text, const char* example)
{
    CLI::App* command = app.add_subcommand(name, text);
    command->add_option("--workspace", line.workspace, workspaceHelp)->type_name("FILE");
    command->add_flag("--json", line.json, "One JSON object a line on standard output");
    command->add_flag("--quiet", line.quiet, "No messages");
    command->footer(std::string("Example:\n  ") + example);
    return command;
}

int runCli(int argc, char** argv)
{
    qputenv("LC_ALL", "C.UTF-8"); // before Qt reads it: the output is for scripts
    QLocale::setDefault(QLocale::c());
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN); // a closed output is an error of the write
#endif
    QCoreApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    nameApplication();

    CLI::App app("Catches, verifies, shows and signs webhook events.", "creel-cli");
    app.footer("Example:\n  creel-cli listen --endpoint /stripe,scheme=stripe,secret-env=STRIPE_SECRET\n"
               "\nExit codes: 0 done, 1 done and negative, 2 wrong usage, 3 could not do it.");
    CommandLine line;
    bool version = false;
    app.add_flag("--version", version, "Facts about this build");
    app.add_option("--workspace", line.workspace, workspaceHelp)->type_name("FILE");
    app.add_flag("--json", line.json, "One JSON object a line on standard output");
    app.add_flag("--quiet", line.quiet, "No messages");
    app.require_subcommand(0, 1);
    addAll(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Error& error) {
        return tellUsage(app, error, line.quiet);
    }
    if (line.quiet) // the log is on standard error too; QT_LOGGING_RULES still turns it on
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
    Console console;
    console.setQuiet(line.quiet);
    if (version)
        return console.write(versionText(line.json)) && console.flush() ? exitDone : exitFailed;
    if (!line.run) {
        console.message(QCoreApplication::translate("creel", "Which command? See creel-cli --help."));
        return exitUsage;
    }
    return runChosen(application, line);
}

} // namespace creel
