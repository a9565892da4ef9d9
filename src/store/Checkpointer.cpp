#include "store/Checkpointer.h"

#include "base/Log.h"
#include "base/ThreadName.h"

namespace creel
{

Checkpointer::Checkpointer(QString file)
    : m_file(std::move(file))
    , m_thread([this] { run(); })
{
}

Checkpointer::~Checkpointer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Checkpointer::start()
{
    {
        const std::lock_guard lock(m_mutex);
        m_busy = true;
    }
    m_wake.notify_all();
}

bool Checkpointer::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_busy;
}

void Checkpointer::wait()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return !m_busy; });
}

void Checkpointer::run()
{
    nameThread("checkpointer");
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_busy || m_ending; });
        if (m_busy) {
            lock.unlock();
            checkpoint();
            lock.lock();
            m_busy = false;
            m_wake.notify_all();
        } else if (m_ending) {
            break;
        }
    }
    lock.unlock();
    m_database.reset();
}

void Checkpointer::checkpoint()
{
    try {
        if (!m_database) {
            m_database = std::make_unique<Database>(m_file, Database::Mode::ReadWrite);
            m_database->exec("PRAGMA synchronous=FULL");
            m_database->exec("PRAGMA checkpoint_fullfsync=1");
        }
        m_database->checkpoint(false);
    } catch (const SqlError& error) {
        qCWarning(logStore) << "the log was not moved into the file:" << error.message;
        m_database.reset();
    }
}

} // namespace creel
