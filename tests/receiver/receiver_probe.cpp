// The smallest program around a receiver, for tests that kill it and for benchmarks without the terminal command:
//   creel_receiver_probe WORKSPACE [GITHUB_SECRET_ENV]
// Prints the port, then answers until it is killed or its standard input ends.
#include "receiver/Receiver.h"
#include "store/EventWriter.h"
#include "store/Workspace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace creel;

namespace
{

std::shared_ptr<const EndpointTable> githubTable(const char* variable)
{
    auto table = std::make_shared<EndpointTable>();
    table->catalog = SchemeCatalog::load();
    table->entries.emplace_back();
    const auto scheme = table->catalog->find("github");
    if (!scheme)
        qFatal("The catalogue has no GitHub");
    std::vector<NamedSecret> secrets;
    secrets.push_back({QString(), SecretBytes(qgetenv(variable))});
    table->entries[0].endpoint.scheme = "github";
    table->entries[0].verifier = std::make_shared<const Verifier>(scheme, std::move(secrets), SchemeSettings());
    return table;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 2)
        qFatal("Which workspace?");
    WorkspaceOptions options;
    const QString file = QString::fromLocal8Bit(argv[1]);
    options.cacheFolder = QFileInfo(file).path();
    auto workspace = Workspace::open(file, options);
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().text));
    SystemClock clock;
    Receiver receiver((*workspace)->writer(), clock);
    if (argc > 2)
        receiver.setEndpoints(githubTable(argv[2]));
    ReceiverSettings settings;
    settings.port = 0;
    if (const auto started = receiver.start(settings); !started)
        qFatal("%s", qPrintable(started.error().text));
    std::printf("%d\n", int(receiver.port()));
    std::fflush(stdout);
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        char bytes[64];
        if (::read(STDIN_FILENO, bytes, sizeof bytes) <= 0)
            receiver.stop();
    });
    QObject::connect(&receiver, &Receiver::stopped, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
