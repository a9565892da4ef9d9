#include "desktop/shell/LogFile.h"

#include "base/Clock.h"
#include "base/Text.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QMutexLocker>
#include <QStandardPaths>

namespace creel
{
namespace
{

constexpr qint64 maxLogBytes = 1024 * 1024;

/** Qt's handler is a plain function: what it writes to stands here, as long as a LogFile lives. */
struct Sink {
    QMutex mutex;
    QFile file;
    QtMessageHandler next = nullptr;
};

Sink& sink()
{
    static Sink one;
    return one;
}

const char* levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        break;
    }
    return "fatal";
}

void write(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    Sink& out = sink();
    const QMutexLocker lock(&out.mutex);
    if (out.next != nullptr)
        out.next(type, context, text);
    if (!out.file.isOpen())
        return;
    const QByteArray time = toRfc3339Us(QDateTime::currentMSecsSinceEpoch() * 1000);
    out.file.write(time + ' ' + levelWord(type) + ' ' + (context.category ? context.category : "") + ": "
        + toVisible(text, 2000).toUtf8() + '\n');
    out.file.flush();
}

} // namespace

LogFile::LogFile(const QString& file)
{
    Sink& out = sink();
    {
        const QMutexLocker lock(&out.mutex);
        QDir().mkpath(QFileInfo(file).absolutePath());
        if (QFileInfo(file).size() > maxLogBytes) {
            QFile::remove(file + QStringLiteral(".1"));
            QFile::rename(file, file + QStringLiteral(".1"));
        }
        out.file.setFileName(file);
        // Without a log the program still does its work; a log that others could read would tell of the user's files.
        if (out.file.open(QIODevice::WriteOnly | QIODevice::Append))
            out.file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    m_before = qInstallMessageHandler(write);
    const QMutexLocker lock(&out.mutex);
    out.next = m_before;
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_before);
    Sink& out = sink();
    const QMutexLocker lock(&out.mutex);
    out.next = nullptr;
    out.file.close();
}

QString LogFile::usualFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("creel.log"));
}

QString LogFile::tail(const QString& file, qint64 maxBytes)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    if (log.size() > maxBytes) {
        log.seek(log.size() - maxBytes);
        log.readLine(); // the rest of a line that began before
    }
    return QString::fromUtf8(log.readAll());
}

} // namespace creel
