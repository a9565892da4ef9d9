#include "cli/Console.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_UNIX
#include <unistd.h>
#else
#include <io.h>
#endif

namespace creel
{

bool Console::write(QByteArrayView bytes)
{
    return std::fwrite(bytes.data(), 1, std::size_t(bytes.size()), stdout) == std::size_t(bytes.size());
}

bool Console::flush()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

bool Console::line(QByteArrayView text)
{
    return write(text) && write("\n") && flush();
}

bool Console::outIsTerminal() const
{
#ifdef Q_OS_UNIX
    return isatty(STDOUT_FILENO) != 0;
#else
    return _isatty(_fileno(stdout)) != 0;
#endif
}

void Console::message(const QString& text) const
{
    if (m_quiet)
        return;
    const QByteArray line = "creel-cli: " + toTerminal(text.toUtf8()) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
}

Error Console::outputError()
{
    return Error{ErrorCode::Io,
        QCoreApplication::translate("creel", "Standard output takes no more: closed, or the disk is full.")};
}

Result<QByteArray> readInput(const QString& file)
{
    QFile in;
    bool open = false;
    if (file == QLatin1String("-")) {
        open = in.open(stdin, QIODevice::ReadOnly);
    } else {
        in.setFileName(file);
        open = in.open(QIODevice::ReadOnly);
    }
    const QByteArray bytes = open ? in.readAll() : QByteArray();
    if (!open || in.error() != QFileDevice::NoError) {
        return Error{ErrorCode::Io,
            QCoreApplication::translate("creel", "Cannot read the file \"%1\": %2.").arg(file, in.errorString())};
    }
    return bytes;
}

bool readInputLine(QByteArray& line)
{
    static thread_local std::string text; // keeps its room from line to line
    if (!std::getline(std::cin, text))
        return false;
    line = QByteArray(text.data(), qsizetype(text.size()));
    return true;
}

} // namespace creel
