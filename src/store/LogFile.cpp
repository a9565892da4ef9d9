#include "store/LogFile.h"

#include "store/Sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <new>
#include <utility>

namespace creel
{
namespace
{

constexpr std::size_t mostGathered = 1024 * 1024;
constexpr int longestWrite = 120 * 1024; ///< SQLite's Unix VFS takes 17 bits of a size for one call of the system

/** What SQLite allocates for a file: ours, then that of the VFS below. */
struct Shell {
    sqlite3_file base;
    LogFile* log;
};

Shell* shellOf(sqlite3_file* file)
{
    return reinterpret_cast<Shell*>(file);
}

LogFile& logOf(sqlite3_file* file)
{
    return *shellOf(file)->log;
}

sqlite3_file* realOf(sqlite3_file* file)
{
    return logOf(file).real();
}

sqlite3_vfs* below(sqlite3_vfs* vfs)
{
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

/** Before anything that looks at the file: what was gathered goes into it. */
template <class Call> int flushed(sqlite3_file* file, Call call)
{
    const int code = logOf(file).flush();
    return code == SQLITE_OK ? call(realOf(file)) : code;
}

int closeLog(sqlite3_file* file)
{
    const int code = flushed(file, [](sqlite3_file* real) { return real->pMethods->xClose(real); });
    delete std::exchange(shellOf(file)->log, nullptr);
    file->pMethods = nullptr;
    return code;
}

const sqlite3_io_methods& logMethods()
{
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods made = {};
        made.iVersion = 1;
        made.xClose = closeLog;
        made.xRead = [](sqlite3_file* file, void* into, int size, sqlite3_int64 at) {
            return logOf(file).read(into, size, at);
        };
        made.xWrite = [](sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
            return logOf(file).write(from, size, at);
        };
        made.xTruncate = [](sqlite3_file* file, sqlite3_int64 size) {
            return flushed(file, [&](sqlite3_file* real) { return real->pMethods->xTruncate(real, size); });
        };
        made.xSync = [](sqlite3_file* file, int flags) {
            return flushed(file, [&](sqlite3_file* real) { return real->pMethods->xSync(real, flags); });
        };
        made.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
            return flushed(file, [&](sqlite3_file* real) { return real->pMethods->xFileSize(real, size); });
        };
        made.xLock = [](sqlite3_file* file, int kind) { return realOf(file)->pMethods->xLock(realOf(file), kind); };
        made.xUnlock = [](sqlite3_file* file, int kind) { return realOf(file)->pMethods->xUnlock(realOf(file), kind); };
        made.xCheckReservedLock = [](sqlite3_file* file, int* held) {
            return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held);
        };
        made.xFileControl = [](sqlite3_file* file, int what, void* argument) {
            return flushed(
                file, [&](sqlite3_file* real) { return real->pMethods->xFileControl(real, what, argument); });
        };
        made.xSectorSize = [](sqlite3_file* file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); };
        made.xDeviceCharacteristics = [](sqlite3_file* file) {
            return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
        };
        return made;
    }();
    return methods;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flagsOut)
{
    sqlite3_vfs* const real = below(vfs);
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return real->xOpen(real, name, file, flags, flagsOut);
    Shell* const shell = shellOf(file);
    auto* const inner = reinterpret_cast<sqlite3_file*>(shell + 1);
    shell->base.pMethods = nullptr;
    const int code = real->xOpen(real, name, inner, flags, flagsOut);
    if (code != SQLITE_OK)
        return code;
    shell->log = new LogFile(inner);
    shell->base.pMethods = &logMethods();
    return SQLITE_OK;
}

/** Everything but opening goes to the VFS below, which expects itself as the first argument. */
std::unique_ptr<sqlite3_vfs> makeVfs(sqlite3_vfs* real)
{
    auto made = std::make_unique<sqlite3_vfs>();
    made->iVersion = 2;
    made->szOsFile = int(sizeof(Shell)) + real->szOsFile;
    made->mxPathname = real->mxPathname;
    made->zName = "creel-log";
    made->pAppData = real;
    made->xOpen = openFile;
    made->xDelete = [](sqlite3_vfs* vfs, const char* name, int syncs) {
        return below(vfs)->xDelete(below(vfs), name, syncs);
    };
    made->xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        return below(vfs)->xAccess(below(vfs), name, flags, result);
    };
    made->xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* full) {
        return below(vfs)->xFullPathname(below(vfs), name, size, full);
    };
    made->xRandomness = [](sqlite3_vfs* vfs, int size, char* into) {
        return below(vfs)->xRandomness(below(vfs), size, into);
    };
    made->xSleep = [](sqlite3_vfs* vfs, int us) { return below(vfs)->xSleep(below(vfs), us); };
    made->xCurrentTime = [](sqlite3_vfs* vfs, double* now) { return below(vfs)->xCurrentTime(below(vfs), now); };
    made->xGetLastError = [](sqlite3_vfs* vfs, int size, char* text) {
        return below(vfs)->xGetLastError ? below(vfs)->xGetLastError(below(vfs), size, text) : 0;
    };
    made->xCurrentTimeInt64 = [](sqlite3_vfs* vfs, sqlite3_int64* now) {
        if (below(vfs)->iVersion >= 2 && below(vfs)->xCurrentTimeInt64)
            return below(vfs)->xCurrentTimeInt64(below(vfs), now);
        double days = 0;
        const int code = below(vfs)->xCurrentTime(below(vfs), &days);
        *now = sqlite3_int64(days * 86'400'000.0);
        return code;
    };
    return made;
}

} // namespace

const char* LogFile::vfs()
{
    static const std::unique_ptr<sqlite3_vfs> registered = []() -> std::unique_ptr<sqlite3_vfs> {
        sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
        if (!real)
            return nullptr;
        std::unique_ptr<sqlite3_vfs> made = makeVfs(real);
        return sqlite3_vfs_register(made.get(), 0) == SQLITE_OK ? std::move(made) : nullptr;
    }();
    return registered ? registered->zName : nullptr;
}

LogFile* LogFile::of(Database& database)
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK || !file)
        return nullptr;
    return file->pMethods == &logMethods() ? shellOf(file)->log : nullptr;
}

int LogFile::read(void* into, int size, qint64 at)
{
    const bool beside = at + size <= m_start || at >= m_start + qint64(m_gathered.size());
    if (!beside) {
        const int code = flush();
        if (code != SQLITE_OK)
            return code;
    }
    return m_real->pMethods->xRead(m_real, into, size, at);
}

int LogFile::write(const void* from, int size, qint64 at)
{
    if (!m_gathers)
        return m_real->pMethods->xWrite(m_real, from, size, at);
    if (at != m_start + qint64(m_gathered.size()) || m_gathered.size() + std::size_t(size) > mostGathered) {
        const int code = flush();
        if (code != SQLITE_OK)
            return code;
        m_start = at;
    }
    const auto* const bytes = static_cast<const char*>(from);
    m_gathered.insert(m_gathered.end(), bytes, bytes + size);
    return SQLITE_OK;
}

/** What can't be written is forgotten: SQLite takes the whole commit back. */
int LogFile::flush()
{
    int code = SQLITE_OK;
    const auto size = qint64(m_gathered.size());
    for (qint64 done = 0; done < size && code == SQLITE_OK; done += longestWrite) {
        const int piece = int(std::min<qint64>(longestWrite, size - done));
        code = m_real->pMethods->xWrite(m_real, m_gathered.data() + done, piece, m_start + done);
    }
    m_start += size;
    m_gathered.clear();
    return code;
}

} // namespace creel
