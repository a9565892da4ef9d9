#pragma once

#include "store/SearchIndexFile.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace creel
{

class EventWriter;
class ReadConnection;

/**
 * The thread which keeps the search index up with the events, at the lowest priority and only a twentieth of the time
 * while the writer has work. Where another process fills the index it waits to take over. How far it is stands in
 * StoreContext::indexedUpTo; `onProgress` is called on its thread after each step.
 */
class Indexer
{
public:
    Indexer(StoreContext& context, const EventWriter& writer, std::function<void()> onProgress);
    ~Indexer(); ///< what is not yet committed is indexed the next time
    Indexer(const Indexer&) = delete;
    Indexer& operator=(const Indexer&) = delete;

    /** There may be something to do. Any thread. */
    void wake();

private:
    using Clock = std::chrono::steady_clock;
    struct Entry {
        IndexSample event;
        IndexText text;
    };
    struct Batch {
        std::vector<Entry> entries;
        qint64 upTo = 0; ///< nothing up to here is missing
        bool last = false; ///< there are no more events now
    };

    void run();
    void step();
    void follow(ReadConnection& workspace);
    void openFile(ReadConnection& workspace);
    void fill(ReadConnection& workspace);
    Batch readBatch(ReadConnection& workspace, qint64 after);
    void addAll(const Batch& batch);
    void keepUp(ReadConnection& workspace);
    bool isStale(ReadConnection& workspace);
    void commit(qint64 upTo);
    void tell(qint64 upTo);
    void yieldToWriter(Clock::duration worked);
    void pause(Clock::duration time);
    bool ended();

    StoreContext& m_context;
    const EventWriter& m_writer;
    std::function<void()> m_onProgress;
    std::unique_ptr<IndexFile> m_file;
    std::unique_ptr<ReadConnection> m_workspace;
    IndexSample m_lastAdded;
    Clock::time_point m_began; ///< of the transaction
    Clock::time_point m_quietSince;
    qint64 m_waiting = 0; ///< events added and not committed
    qint64 m_newestSeen = 0;
    qint64 m_dataVersion = 0;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_ending = false;
    bool m_woken = false;
    std::thread m_thread;
};

} // namespace creel
