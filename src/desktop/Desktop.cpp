#include "desktop/Desktop.h"
#include "app/Application.h"
#include "app/StopSignals.h"
#include "base/CoreText.h"
#include "desktop/Languages.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/Settings.h"
#include "desktop/shell/DesktopSession.h"
#include "desktop/shell/LogFile.h"
#include "secrets/SecretStore.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLocale>
#include <QTextStream>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

// In a static library nothing else pulls the resource in; the macro wants the global namespace.
static void initResources()
{
    Q_INIT_RESOURCE(creel);
}

namespace creel
{
namespace
{

struct Arguments {
    QString file;
    std::optional<quint16> port;
};

/** Nothing where the arguments make no sense; then it has been said on the error output. */
std::optional<Arguments> readArguments(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CoreText::tr("Catches webhooks and says whether their signature is good."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption port(QStringLiteral("port"),
        CoreText::tr("Listen on this port; without it, on the port of the preferences."), QStringLiteral("N"));
    parser.addOption(port);
    parser.addPositionalArgument(QStringLiteral("FILE.creel"),
        CoreText::tr("The workspace to open; without it, your own default one."), QStringLiteral("[FILE.creel]"));
    parser.process(application);
    Arguments arguments;
    const QStringList files = parser.positionalArguments();
    QTextStream errors(stderr);
    if (files.size() > 1) {
        errors << CoreText::tr("creel opens one workspace at a time.") << '\n';
        return std::nullopt;
    }
    if (!files.isEmpty())
        arguments.file = files.first();
    if (parser.isSet(port)) {
        bool ok = false;
        const uint number = parser.value(port).toUInt(&ok);
        if (!ok || number > 65535) {
            errors << CoreText::tr("--port takes a number from 0 to 65535; 0 takes a free port.") << '\n';
            return std::nullopt;
        }
        arguments.port = quint16(number);
    }
    return arguments;
}

/** Qt would abort with a list of plug-ins. */
bool displayIsMissing(int argc, char** argv)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return false;
    }
    return std::none_of(
        argv + 1, argv + argc, [](const char* argument) { return qstrcmp(argument, "-platform") == 0; });
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return false;
#endif
}

int sayThatDisplayIsMissing(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Translations translations(languageCode(QStringLiteral("system"), QLocale::system().uiLanguages()));
    QTextStream(stderr) << CoreText::tr("creel: there is no display here (DISPLAY and WAYLAND_DISPLAY are empty). "
                                        "In a terminal, use: creel-cli listen")
                        << '\n';
    return 3;
}

} // namespace

int runDesktop(int argc, char** argv)
{
    initResources();
    if (displayIsMissing(argc, argv))
        return sayThatDisplayIsMissing(argc, argv);
    QApplication application(argc, argv);
    nameApplication();
    QApplication::setApplicationDisplayName(QString());
    QApplication::setDesktopFileName(QStringLiteral("creel"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/creel.svg")));
    Settings settings;
    const Translations translations(languageCode(settings.get(settings::language), QLocale::system().uiLanguages()));
    const std::optional<Arguments> arguments = readArguments(application);
    if (!arguments)
        return 2;
    const LogFile log(LogFile::usualFile());
    const std::unique_ptr<SecretStore> secrets = makeKeychainStore();
    DesktopSession session(application, settings, *secrets);
    QObject::connect(&session, &DesktopSession::failed, &application, [&session](const QString& text) {
        QTextStream(stderr) << text << '\n';
        tell(session.window(), CoreText::tr("The workspace could not be opened"), text);
    });
    // The end of a session and `kill`: what was looked at and written is kept as when the windows are closed
    const StopSignals signalsToEnd([] { QApplication::closeAllWindows(); });
    if (session.open(arguments->file, arguments->port) == DesktopSession::Opened::Elsewhere)
        return 0;
    return QApplication::exec();
}

} // namespace creel
