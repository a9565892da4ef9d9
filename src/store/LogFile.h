#pragma once

#include <QtGlobal>

#include <vector>

struct sqlite3_file;

namespace creel
{

class Database;

/**
 * The log (WAL) of the connection that writes, between SQLite and the system. SQLite writes a commit in two calls for
 * each page, which cost more than the bytes; here what follows on each other becomes one. What was gathered is written
 * before anything else looks at the file and before each sync, and with `synchronous=FULL` SQLite asks for a sync
 * before others may read a commit.
 *
 * Used by the thread of its connection.
 */
class LogFile
{
public:
    /** The name of the VFS that makes these of logs; null (SQLite's default) where it could not be registered. */
    static const char* vfs();
    /** That of a connection in WAL mode which was opened with vfs(); null where there is none. It lives as long as the
     * connection stays in that mode. */
    static LogFile* of(Database& database);

    explicit LogFile(sqlite3_file* real)
        : m_real(real)
    {
    }

    /** Gathers from now on. Only with `synchronous=FULL`. */
    void startGathering() { m_gathers = true; }

    // What SQLite calls; the results are its codes.
    int read(void* into, int size, qint64 at);
    int write(const void* from, int size, qint64 at);
    int flush();
    sqlite3_file* real() const { return m_real; }

private:
    sqlite3_file* const m_real;
    std::vector<char> m_gathered;
    qint64 m_start = 0; ///< place of the gathered bytes in the file
    bool m_gathers = false;
};

} // namespace creel
