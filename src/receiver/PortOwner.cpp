#include "receiver/PortOwner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

#ifdef Q_OS_LINUX
#include <array>
#include <unistd.h>
#endif

namespace creel
{

#ifdef Q_OS_LINUX

namespace
{

/** Inodes of the sockets that listen on the port (proc_net_tcp: local_address, st 0A, inode). */
QSet<QByteArray> listeningInodes(const QString& table, quint16 port)
{
    QSet<QByteArray> inodes;
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return inodes;
    const QByteArray suffix = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() > 9 && columns[1].endsWith(suffix) && columns[3] == "0A")
            inodes.insert("socket:[" + columns[9] + ']');
    }
    return inodes;
}

bool holdsOneOf(const QString& folder, const QSet<QByteArray>& sockets)
{
    const QStringList names = QDir(folder).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        std::array<char, 64> target;
        const QByteArray link = QFile::encodeName(folder + QLatin1Char('/') + name);
        const auto length = ::readlink(link.constData(), target.data(), target.size());
        if (length > 0 && sockets.contains(QByteArray(target.data(), length)))
            return true;
    }
    return false;
}

} // namespace

QString portOwner(quint16 port)
{
    const QSet<QByteArray> sockets = listeningInodes(QStringLiteral("/proc/net/tcp"), port)
        | listeningInodes(QStringLiteral("/proc/net/tcp6"), port);
    if (sockets.isEmpty())
        return {};
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& process : processes) {
        bool isNumber = false;
        process.toLongLong(&isNumber);
        if (!isNumber || !holdsOneOf(QStringLiteral("/proc/%1/fd").arg(process), sockets))
            continue;
        QFile name(QStringLiteral("/proc/%1/comm").arg(process));
        const QString command =
            name.open(QIODevice::ReadOnly) ? QString::fromUtf8(name.readAll()).trimmed() : QStringLiteral("?");
        return QCoreApplication::translate("creel", "%1 (process %2)").arg(command, process);
    }
    return {};
}

#else

QString portOwner(quint16)
{
    return {};
}

#endif

} // namespace creel
