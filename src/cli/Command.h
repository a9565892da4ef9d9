#pragma once

#include "cli/Console.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace creel
{

/** What a subcommand works with. `finish` is called once, from the main thread, now or later in the event loop. */
struct CommandContext {
    Console console;
    QString workspaceFile; ///< as given, empty: the default
    bool json = false;
    std::function<void(int)> finish;
    std::shared_ptr<void> running; ///< what must live until `finish`

    /** Tells and ends. */
    void fail(int code, const QString& text)
    {
        console.message(text);
        finish(code);
    }
};

/** The subcommand that was chosen, as a function. */
struct CommandLine {
    std::string workspace;
    bool json = false;
    bool quiet = false;
    std::function<void(CommandContext&)> run;
};

/** Adds a subcommand with the options that all have, and an example to its help. */
CLI::App* addCommand(CLI::App& app, CommandLine& line, const char* name, const char* text, const char* example);

// One file each.
void addListenCommand(CLI::App& app, CommandLine& line);
void addListCommand(CLI::App& app, CommandLine& line);
void addShowCommand(CLI::App& app, CommandLine& line);
void addExportCommand(CLI::App& app, CommandLine& line);
void addImportCommand(CLI::App& app, CommandLine& line);
void addReplayCommand(CLI::App& app, CommandLine& line);
void addSendCommand(CLI::App& app, CommandLine& line);
void addSignCommand(CLI::App& app, CommandLine& line);
void addVerifyCommand(CLI::App& app, CommandLine& line);
void addSchemesCommand(CLI::App& app, CommandLine& line);

/** Facts about this build, one a line, or one JSON object. */
QByteArray versionText(bool json);

inline QString fromArgument(const std::string& text)
{
    return QString::fromLocal8Bit(text.data(), qsizetype(text.size()));
}
inline QByteArray toBytes(const std::string& text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace creel
