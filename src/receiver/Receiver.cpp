#include "receiver/Receiver.h"

#include "base/Log.h"
#include "receiver/Binding.h"
#include "receiver/ReceiverWorker.h"

#include <QCoreApplication>
#include <QTcpServer>

#include <algorithm>

namespace creel
{

namespace
{

constexpr qint64 OtherDescriptors = 400; ///< kept free for the store, the window and connections to be refused
constexpr qint64 DestructionGraceUs = 500'000;

int connectionLimit(int wanted)
{
    const qint64 descriptors = raiseDescriptorLimit();
    if (descriptors < 0 || descriptors - OtherDescriptors >= wanted)
        return wanted;
    const int possible = int(std::max<qint64>(16, descriptors - OtherDescriptors));
    qCWarning(logReceiver, "The system allows %lld open files: at most %d connections",
        static_cast<long long>(descriptors), possible);
    return possible;
}

/** One listening with the workers that serve it; after a move the old one lives until it is done. */
struct Listening {
    Binding binding;
    std::vector<std::shared_ptr<Listener>> listeners;
    std::shared_ptr<ReceiverShared> shared;
    std::vector<std::unique_ptr<ReceiverWorker>> workers;

    /** Accepts no more; idle connections end, the others until the deadline (steady clock). */
    void end(qint64 deadlineUs)
    {
        for (const auto& listener : listeners)
            listener->release();
        for (const auto& inbox : shared->inboxes)
            inbox->box.post(StopWorker{deadlineUs});
        binding.servers.clear();
    }
};

Result<std::unique_ptr<Listening>> makeListening(Binding binding, const ReceiverSettings& settings, EventWriter& writer,
    const Clock& clock, const std::shared_ptr<TableBox>& table, const std::function<void()>& finished)
{
    ReceiverLimits limits = settings.limits;
    limits.connections = connectionLimit(limits.connections);
    auto made = std::make_unique<Listening>();
    made->binding = std::move(binding);
    made->shared = std::make_shared<ReceiverShared>(writer, clock, limits);
    made->shared->table = table;
    const int count = std::clamp(settings.workers, 1, 4);
    for (int i = 0; i < count; ++i) {
        std::unique_ptr<Poller> poller = Poller::make();
        if (!poller)
            return Error{ErrorCode::Io,
                QCoreApplication::translate(
                    "creel", "Could not listen: too many files are open. Close other programs.")};
        made->shared->inboxes.push_back(std::make_shared<WorkerInbox>(std::move(poller)));
    }
    for (const auto& server : made->binding.servers)
        made->listeners.push_back(std::make_shared<Listener>(server->socketDescriptor()));
    for (std::size_t i = 0; i < std::size_t(count); ++i)
        made->workers.push_back(std::make_unique<ReceiverWorker>(
            made->shared, i, i == 0 ? made->listeners : std::vector<std::shared_ptr<Listener>>(), finished));
    for (const auto& worker : made->workers)
        worker->start();
    return made;
}

} // namespace

struct Receiver::Private {
    Private(EventWriter& eventWriter, const Clock& theClock)
        : writer(eventWriter)
        , clock(theClock)
    {
    }
    EventWriter& writer;
    const Clock& clock;
    ReceiverSettings settings;
    std::shared_ptr<TableBox> table = std::make_shared<TableBox>();
    std::unique_ptr<Listening> current;
    std::vector<std::unique_ptr<Listening>> ending;
    qint64 eventsBefore = 0;
    qint64 refusedBefore = 0;

    void endCurrent(qint64 deadlineUs)
    {
        if (!current)
            return;
        current->end(deadlineUs);
        ending.push_back(std::move(current));
    }
};

Receiver::Receiver(EventWriter& writer, const Clock& clock)
    : d(std::make_unique<Private>(writer, clock))
{
    connect(this, &Receiver::workerFinished, this, &Receiver::reap, Qt::QueuedConnection);
}

Receiver::~Receiver()
{
    const qint64 deadline = d->clock.steadyUs() + DestructionGraceUs;
    for (const auto& listening : d->ending)
        listening->end(deadline);
    d->endCurrent(deadline);
    d->ending.clear(); // waits for the threads
}

Result<void> Receiver::start(const ReceiverSettings& settings)
{
    constexpr qint64 graceUs = 5'000'000;
    if (d->current && d->current->binding.port == settings.port)
        d->endCurrent(d->clock.steadyUs() + graceUs);
    Result<Binding> binding = bindAddress(settings.address, settings.port, settings.portIsFixed);
    if (!binding)
        return binding.error();
    auto made = makeListening(*std::move(binding), settings, d->writer, d->clock, d->table,
        [this] { emit workerFinished(QPrivateSignal()); });
    if (!made)
        return made.error();
    d->endCurrent(d->clock.steadyUs() + graceUs);
    d->current = *std::move(made);
    d->settings = settings;
    emit listening();
    return {};
}

void Receiver::stop(int graceMs)
{
    const qint64 deadline = d->clock.steadyUs() + qint64(graceMs) * 1000;
    for (const auto& listening : d->ending)
        listening->end(deadline);
    d->endCurrent(deadline);
}

void Receiver::reap()
{
    const auto isDone = [this](const std::unique_ptr<Listening>& one) {
        if (one->shared->running.load() > 0)
            return false;
        d->eventsBefore += one->shared->events.load();
        d->refusedBefore += one->shared->refused.load();
        return true;
    };
    const bool wasEnding = !d->ending.empty();
    std::erase_if(d->ending, isDone);
    if (wasEnding && d->ending.empty() && !d->current)
        emit stopped();
}

bool Receiver::isListening() const
{
    return d->current != nullptr;
}

quint16 Receiver::port() const
{
    return d->current ? d->current->binding.port : quint16(0);
}

QString Receiver::url() const
{
    return bindingUrl(d->settings.address, port());
}

ReceiverStats Receiver::stats() const
{
    ReceiverStats stats{d->eventsBefore, 0, d->refusedBefore};
    const auto add = [&stats](const Listening& one) {
        stats.events += one.shared->events.load(std::memory_order_relaxed);
        stats.connections += one.shared->connections.load(std::memory_order_relaxed);
        stats.refused += one.shared->refused.load(std::memory_order_relaxed);
    };
    if (d->current)
        add(*d->current);
    for (const auto& one : d->ending)
        add(*one);
    return stats;
}

void Receiver::setEndpoints(std::shared_ptr<const EndpointTable> table)
{
    d->table->set(table ? std::move(table) : std::make_shared<const EndpointTable>());
}

} // namespace creel
