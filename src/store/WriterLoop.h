#pragma once

#include "store/BulkWork.h"
#include "store/Checkpointer.h"
#include "store/StoreContext.h"
#include "store/WriteTask.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace creel
{

/** The thread behind EventWriter: takes all that waits into one transaction, and does its housekeeping in between. */
class WriterLoop
{
public:
    explicit WriterLoop(StoreContext& context);
    ~WriterLoop();
    WriterLoop(const WriterLoop&) = delete;
    WriterLoop& operator=(const WriterLoop&) = delete;

    // Any thread:
    void post(std::unique_ptr<WriteTask> task);
    void post(std::unique_ptr<BulkTask> task);
    /** Without an id: only lets what waits be written. */
    void postAnswers(const std::vector<AnsweredEvent>& answers);
    qint64 bytesInFlight() const { return m_bytes.load(std::memory_order_relaxed); }

    // Writer thread, from a task's end:
    WriteSession* session() { return m_session.get(); }
    void reloadSettings();
    void truncateLog();
    /** Writes the copy on a thread of its own; `done` is called there. */
    void startCopy(const QString& file, std::function<void(const Result<void>&)> done);

private:
    struct Work {
        std::vector<std::unique_ptr<WriteTask>> tasks;
        std::vector<std::unique_ptr<BulkTask>> bulk;
        std::vector<AnsweredEvent> answers;
    };
    void run();
    void open();
    /** Waits at most until the next housekeeping; false at the end. */
    bool take(Work& work);
    bool areAnswersDue(qint64 now) const;
    void work(Work& work);
    void runBatch(Work& work);
    void runSingly(Work& work);
    void finishAll(Work& work, const Error* error);
    void refuseAll(Work& work, const Error& error);
    bool runBulk();
    void finishBulk(const Error* error);
    void housekeeping();
    void pollOthers();
    void closeForsaken();
    void keepWithinLimits();
    void checkpointIfLarge(bool quiet);
    void failed(const SqlError& error);
    void probe();
    Error refusal() const;

    StoreContext& m_context;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<WriteSession> m_session;
    std::deque<std::unique_ptr<BulkTask>> m_bulk;
    std::optional<Error> m_broken; ///< the connection could not be made
    bool m_inProblem = false;
    bool m_backgroundRuns = false;
    std::unique_ptr<Checkpointer> m_checkpointer;
    bool m_moving = false; ///< the checkpointer was started and not looked at since
    int m_checkpointed = 0; ///< pages of the log at the last checkpoint
    qint64 m_dataVersion = 0;
    qint64 m_settingsVersion = -1;
    qint64 m_lastPoll = 0;
    qint64 m_lastAnswers = 0;
    qint64 m_lastBeat = 0;
    qint64 m_lastProbe = 0;
    qint64 m_lastForsaken = 0;
    qint64 m_lastRetention = 0;
    bool m_othersOpen = true; ///< other processes may have open bodies

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    Work m_waiting;
    bool m_ending = false;

    std::atomic<qint64> m_bytes{0};
    std::thread m_copier;
    std::unique_ptr<StopSource> m_copyStop;
    std::thread m_thread;
};

} // namespace creel
