#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCoreApplication>
#include <QString>

namespace creel
{

/** What every subcommand ends with. */
enum ExitCode : int {
    exitDone = 0,
    exitNegative = 1, ///< done, and the answer is no: not valid, nothing found
    exitUsage = 2,
    exitFailed = 3, ///< could not do it: I/O, network, workspace
};

/** A sentence of the command. */
inline QString tr(const char* text)
{
    return QCoreApplication::translate("creel", text);
}

/** Standard output and standard error of this process. */
class Console
{
public:
    /** Binary and unaltered; false once nobody reads any more or the disk is full. */
    bool write(QByteArrayView bytes);
    bool flush();
    /** A line, flushed. */
    bool line(QByteArrayView text);
    bool outIsTerminal() const;

    void setQuiet(bool quiet) { m_quiet = quiet; }
    bool isQuiet() const { return m_quiet; }
    /** A message on standard error, control characters escaped; nothing when quiet. */
    void message(const QString& text) const;

    /** The error of a write, for ByteSink. */
    static Error outputError();

private:
    bool m_quiet = false;
};

/** A file's bytes, or those of standard input for `-`. */
Result<QByteArray> readInput(const QString& file);

/** One line of standard input without its line end; as soon as it is there. False at the end. */
bool readInputLine(QByteArray& line);

} // namespace creel
