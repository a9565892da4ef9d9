#pragma once

#include "base/Clock.h"
#include "base/Mailbox.h"
#include "receiver/Poller.h"
#include "receiver/Receiver.h"
#include "receiver/Socket.h"
#include "store/EventWriter.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace creel
{

/** A listening descriptor that one thread closes while another accepts from it; the lock is held for one call. */
class Listener
{
public:
    explicit Listener(qintptr descriptor)
        : m_descriptor(descriptor)
    {
    }
    /** Not open where nobody waits or listening has ended. */
    Socket accept(bool* noRoom)
    {
        const std::lock_guard lock(m_mutex);
        *noRoom = false;
        return m_descriptor < 0 ? Socket() : Socket::accept(m_descriptor, noRoom);
    }
    /** Calls `work` with the descriptor while nobody can close it; not at all where listening has ended. */
    template <class Work> void with(Work work) const
    {
        const std::lock_guard lock(m_mutex);
        if (m_descriptor >= 0)
            work(m_descriptor);
    }
    /** After this the descriptor may be closed. */
    void release()
    {
        const std::lock_guard lock(m_mutex);
        m_descriptor = -1;
    }

private:
    mutable std::mutex m_mutex;
    qintptr m_descriptor;
};

/** The table of endpoints that is in force; workers keep a copy and look at the version. */
class TableBox
{
public:
    void set(std::shared_ptr<const EndpointTable> table)
    {
        const std::lock_guard lock(m_mutex);
        m_table = std::move(table);
        m_version.fetch_add(1, std::memory_order_release);
    }
    /** Puts the newest into `table` where `version` is not that of it. */
    void refresh(std::shared_ptr<const EndpointTable>& table, quint64& version) const
    {
        if (m_version.load(std::memory_order_acquire) == version)
            return;
        const std::lock_guard lock(m_mutex);
        table = m_table;
        version = m_version.load(std::memory_order_relaxed);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const EndpointTable> m_table = std::make_shared<const EndpointTable>();
    std::atomic<quint64> m_version = 1;
};

// What workers are told; connections are named by token, so that a late word for one that is gone harms nothing.
struct NewSocket {
    Socket socket;
    bool refuse = false; ///< over the limit of connections
};
struct EventsCommitted {
    std::vector<std::unique_ptr<HandedEvent>> events; ///< tag: the connection's token, number: the exchange
};
struct PieceStored {
    quint64 token = 0;
    qint64 bytes = 0;
    Result<void> result;
};
struct StopWorker {
    qint64 deadlineUs = 0; ///< steady clock: what is not finished then is cut off
};
using WorkerMessage = std::variant<NewSocket, EventsCommitted, PieceStored, StopWorker>;

/** Where others reach a worker; outlives it, because the writer may answer late. */
struct WorkerInbox final : CommitListener {
    explicit WorkerInbox(std::unique_ptr<Poller> made)
        : poller(std::move(made))
        , box([this] { poller->wake(); })
    {
    }
    void committed(std::vector<std::unique_ptr<HandedEvent>> events) override
    {
        box.post(EventsCommitted{std::move(events)});
    }
    std::unique_ptr<Poller> poller;
    Mailbox<WorkerMessage> box;
    std::atomic<int> load = 0; ///< connections, also those on their way
};

/** What the workers of one listening share, all of it thread-safe. */
struct ReceiverShared {
    ReceiverShared(EventWriter& eventWriter, const Clock& theClock, const ReceiverLimits& theLimits)
        : writer(eventWriter)
        , clock(theClock)
        , limits(theLimits)
    {
    }
    EventWriter& writer;
    const Clock& clock;
    const ReceiverLimits limits;
    std::shared_ptr<TableBox> table;
    std::vector<std::shared_ptr<WorkerInbox>> inboxes; ///< complete before the first worker runs
    std::atomic<qint64> inFlight = 0; ///< bytes read and not yet committed
    std::atomic<qint64> connections = 0;
    std::atomic<qint64> events = 0;
    std::atomic<qint64> refused = 0;
    std::atomic<int> running = 0; ///< workers
};

} // namespace creel
