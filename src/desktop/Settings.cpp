#include "desktop/Settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int maxRecent = 10;
constexpr int formatVersion = 1;

QString defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/creel.ini");
}

template <class T> T within(T value, T low, T high)
{
    return std::clamp(value, low, high);
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
    , m_store(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat)
{
    m_store.setValue(QStringLiteral("version"), formatVersion);
}

ReceiverSettings Settings::receiver() const
{
    ReceiverSettings r;
    r.address = get(settings::address);
    r.port = quint16(within(get(settings::port), 0, 65535));
    r.portIsFixed = get(settings::portIsFixed);
    r.limits.headBytes = within<qint64>(get(settings::headBytes), 1024, 16 * 1024 * 1024);
    r.limits.headerFields = within(get(settings::headerFields), 1, 100'000);
    r.limits.bodyBytes = within<qint64>(get(settings::bodyBytes), 0, 64LL * 1024 * 1024 * 1024);
    r.limits.headTimeoutMs = within(get(settings::headTimeout), 100, 3'600'000);
    r.limits.idleTimeoutMs = within(get(settings::idleTimeout), 100, 3'600'000);
    r.limits.connections = within(get(settings::connections), 1, 1'000'000);
    r.limits.bytesInFlight = within<qint64>(get(settings::bytesInFlight), 1024 * 1024, 64LL * 1024 * 1024 * 1024);
    return r;
}

void Settings::setReceiver(const ReceiverSettings& r)
{
    set(settings::address, r.address);
    set(settings::port, int(r.port));
    set(settings::portIsFixed, r.portIsFixed);
    set(settings::headBytes, r.limits.headBytes);
    set(settings::headerFields, r.limits.headerFields);
    set(settings::bodyBytes, r.limits.bodyBytes);
    set(settings::headTimeout, r.limits.headTimeoutMs);
    set(settings::idleTimeout, r.limits.idleTimeoutMs);
    set(settings::connections, r.limits.connections);
    set(settings::bytesInFlight, r.limits.bytesInFlight);
}

QStringList Settings::recentWorkspaces() const
{
    return get(settings::recent);
}

void Settings::addRecentWorkspace(const QString& file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    QStringList files = recentWorkspaces();
    files.removeAll(path);
    files.prepend(path);
    set(settings::recent, files.mid(0, maxRecent));
}

} // namespace creel
