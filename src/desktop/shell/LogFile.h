#pragma once

#include <QString>
#include <QtGlobal>

namespace creel
{

/**
 * While it lives, what the program logs goes to a file too, a line each: time in UTC, level, category, text. The file
 * is kept below 1 MiB; the one before it is kept as `.1`. Any thread logs. At most one at a time.
 */
class LogFile
{
public:
    explicit LogFile(const QString& file);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    /** `creel.log` in the application's local data folder. */
    static QString usualFile();
    /** The end of the file, at most `maxBytes`; empty where there is none. */
    static QString tail(const QString& file, qint64 maxBytes);

private:
    QtMessageHandler m_before;
};

} // namespace creel
