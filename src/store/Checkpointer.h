#pragma once

#include "store/Sqlite.h"

#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace creel
{

/**
 * Moves the log into the file on a thread and a connection of its own, so that senders who wait for a commit do not
 * wait for that too. Its members are for the writer's thread.
 */
class Checkpointer
{
public:
    explicit Checkpointer(QString file);
    ~Checkpointer(); ///< waits for what runs
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    /** One passive checkpoint; what a reader or a full disk prevents is left to the next. */
    void start();
    bool isBusy() const;
    void wait();

private:
    void run();
    void checkpoint();

    const QString m_file;
    std::unique_ptr<Database> m_database; ///< its thread's alone
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_busy = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace creel
