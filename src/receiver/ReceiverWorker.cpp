#include "receiver/ReceiverWorker.h"

#include "base/Log.h"
#include "base/ThreadName.h"
#include "receiver/Connection.h"

#include <algorithm>

namespace creel
{

namespace
{

// Tokens of what is no connection; a connection's token is its slot and generation, whose upper half stays below.
constexpr quint64 ListenerToken = quint64(0xffff'fff0) << 32;
constexpr quint64 AcceptAgainToken = quint64(0xffff'fff1) << 32;
constexpr quint64 DeadlineToken = quint64(0xffff'fff2) << 32;
constexpr quint32 LastGeneration = 0xffff'ff00;

constexpr int AcceptsAtOnce = 256;
constexpr int RefusalRoom = 256; ///< connections over the limit that are read far enough to be refused in words
constexpr qint64 AcceptPauseUs = 100'000;
constexpr std::size_t ScratchBytes = 64 * 1024;
constexpr int ReliefMs = 5;
constexpr std::size_t RoomsKept = 128;
constexpr qsizetype SmallestRoom = 512;
constexpr qsizetype LargestRoom = 8 * 1024;

qint64 bytesOf(const NewEvent& event)
{
    return event.request->head.size() + event.request->body.size();
}

} // namespace

ReceiverWorker::ReceiverWorker(std::shared_ptr<ReceiverShared> shared, std::size_t index,
    std::vector<std::shared_ptr<Listener>> listeners, std::function<void()> finished)
    : m_shared(std::move(shared))
    , m_inbox(m_shared->inboxes[index])
    , m_listeners(std::move(listeners))
    , m_finished(std::move(finished))
    , m_scratch(ScratchBytes)
    , m_wheel(m_shared->clock.steadyUs())
{
    for (std::size_t i = 0; i < m_listeners.size(); ++i) {
        m_listeners[i]->with([&](qintptr descriptor) {
            m_listening.push_back(descriptor);
            poller().add(descriptor, ListenerToken + i, Poller::Read);
        });
    }
}

ReceiverWorker::~ReceiverWorker()
{
    if (m_thread.joinable())
        m_thread.join();
}

void ReceiverWorker::start()
{
    m_shared->running.fetch_add(1);
    m_thread = std::thread([this] { run(); });
}

std::shared_ptr<const EndpointTable> ReceiverWorker::table()
{
    m_shared->table->refresh(m_table, m_tableVersion);
    return m_table;
}

/** True where the second is another one. */
bool ReceiverWorker::refreshDate()
{
    const qint64 now = nowUs();
    if (now / 1'000'000 == m_dateSecond)
        return false;
    m_dateSecond = now / 1'000'000;
    m_date = httpDate(now);
    return true;
}

QByteArray ReceiverWorker::wire(const std::shared_ptr<const Answer>& answer, const ResponseForm& form)
{
    if (refreshDate() || answer != m_lastAnswer || form != m_lastForm) {
        m_lastAnswer = answer;
        m_lastForm = form;
        m_lastWire = toWire(*answer, form, m_date);
    }
    return m_lastWire;
}

void ReceiverWorker::submit(NewEvent event, quint64 token, quint64 exchange)
{
    m_shared->events.fetch_add(1, std::memory_order_relaxed);
    hold(bytesOf(event));
    writer().addEvent(std::move(event), token, exchange, m_inbox);
}

QByteArray ReceiverWorker::takeRoom()
{
    if (m_rooms.empty())
        return {};
    QByteArray room = std::move(m_rooms.back());
    m_rooms.pop_back();
    room.resize(0);
    return room;
}

void ReceiverWorker::keepRoom(QByteArray&& room)
{
    if (m_rooms.size() < RoomsKept && room.capacity() >= SmallestRoom && room.capacity() <= LargestRoom)
        m_rooms.push_back(std::move(room));
}

void ReceiverWorker::handAnswersOver()
{
    if (m_answered.empty())
        return;
    writer().recordAnswers(m_answered);
    m_answered.clear();
}

void ReceiverWorker::appendBody(BodyId id, QByteArray piece, quint64 token)
{
    const qint64 bytes = piece.size();
    writer().appendBody(id, std::move(piece), [inbox = m_inbox, token, bytes](const Result<void>& result) {
        inbox->box.post(PieceStored{token, bytes, result});
    });
}

void ReceiverWorker::run()
{
    nameThread("receiver");
    while (!isStopping() || m_count > 0) {
        poller().wait(m_ready, waitMs());
        for (const Poller::Ready& ready : m_ready) {
            if (ready.token >= ListenerToken)
                acceptAll(std::size_t(ready.token - ListenerToken));
            else if (Connection* const connection = find(ready.token)) {
                connection->onReady(ready.flags);
                sweep(connection);
            }
        }
        for (WorkerMessage& message : m_inbox->box.takeAll())
            tell(message);
        turnTimers();
        relieve();
        handAnswersOver();
    }
    m_shared->running.fetch_sub(1);
    m_finished();
}

int ReceiverWorker::waitMs() const
{
    const int timer = m_wheel.nextMs(steadyUs());
    if (m_pressed.empty())
        return timer;
    return timer < 0 ? ReliefMs : std::min(timer, ReliefMs);
}

void ReceiverWorker::acceptAll(std::size_t listener)
{
    if (isStopping() || m_acceptPaused || listener >= m_listeners.size())
        return;
    for (int i = 0; i < AcceptsAtOnce; ++i) {
        if (m_shared->connections.load() >= limits().connections + RefusalRoom) {
            pauseAccepting(); // the rest waits in the backlog: refused ones leave soon
            return;
        }
        bool noRoom = false;
        Socket socket = m_listeners[listener]->accept(&noRoom);
        if (noRoom) {
            qCWarning(logReceiver, "No descriptor left for another connection");
            pauseAccepting();
        }
        if (!socket.isOpen())
            return;
        handOut(std::move(socket));
    }
}

void ReceiverWorker::handOut(Socket socket)
{
    const bool refuse = m_shared->connections.fetch_add(1) >= limits().connections;
    const auto& inboxes = m_shared->inboxes;
    const auto least = std::min_element(
        inboxes.begin(), inboxes.end(), [](const auto& a, const auto& b) { return a->load.load() < b->load.load(); });
    (*least)->load.fetch_add(1);
    if (*least == m_inbox)
        adopt({std::move(socket), refuse});
    else
        (*least)->box.post(NewSocket{std::move(socket), refuse});
}

void ReceiverWorker::pauseAccepting()
{
    m_acceptPaused = true;
    watchListeners(Poller::None);
    m_wheel.add(AcceptAgainToken, steadyUs() + AcceptPauseUs);
}

void ReceiverWorker::watchListeners(quint8 flags)
{
    for (std::size_t i = 0; i < m_listeners.size(); ++i)
        m_listeners[i]->with([&](qintptr descriptor) { poller().change(descriptor, ListenerToken + i, flags); });
}

void ReceiverWorker::adopt(NewSocket&& arrived)
{
    quint32 place = 0;
    if (m_free.empty()) {
        place = quint32(m_connections.size());
        m_connections.emplace_back();
    } else {
        place = m_free.back();
        m_free.pop_back();
    }
    Slot& slot = m_connections[place];
    slot.generation = slot.generation >= LastGeneration ? 1 : slot.generation + 1;
    const quint64 token = quint64(slot.generation) << 32 | place;
    slot.connection = std::make_unique<Connection>(*this, token, std::move(arrived.socket), arrived.refuse);
    ++m_count;
    slot.connection->begin();
    sweep(slot.connection.get());
}

Connection* ReceiverWorker::find(quint64 token)
{
    const auto place = std::size_t(token & 0xffff'ffff);
    if (place >= m_connections.size() || m_connections[place].generation != quint32(token >> 32))
        return nullptr;
    return m_connections[place].connection.get();
}

void ReceiverWorker::sweep(Connection* connection)
{
    if (!connection->isFinished())
        return;
    const auto place = quint32(connection->token() & 0xffff'ffff);
    m_connections[place].connection.reset();
    m_free.push_back(place);
    --m_count;
    m_inbox->load.fetch_sub(1);
    m_shared->connections.fetch_sub(1);
}

void ReceiverWorker::tell(WorkerMessage& message)
{
    if (auto* const arrived = std::get_if<NewSocket>(&message)) {
        adopt(std::move(*arrived));
    } else if (const auto* const committed = std::get_if<EventsCommitted>(&message)) {
        for (const std::unique_ptr<HandedEvent>& handed : committed->events) {
            release(bytesOf(handed->event));
            if (Connection* const connection = find(handed->tag)) {
                connection->onCommitted(handed->number, handed->result);
                sweep(connection);
            }
        }
    } else if (const auto* const piece = std::get_if<PieceStored>(&message)) {
        release(piece->bytes);
        if (Connection* const connection = find(piece->token)) {
            connection->onPieceStored(piece->bytes, piece->result);
            sweep(connection);
        }
    } else if (const auto* const stop = std::get_if<StopWorker>(&message)) {
        beginStop(stop->deadlineUs);
    }
}

void ReceiverWorker::beginStop(qint64 deadlineUs)
{
    for (const qintptr descriptor : m_listening)
        poller().forget(descriptor);
    m_listening.clear();
    m_listeners.clear();
    m_stopAt = deadlineUs;
    m_wheel.add(DeadlineToken, deadlineUs);
    for (Slot& slot : m_connections) {
        if (Connection* const connection = slot.connection.get()) {
            connection->finishSoon();
            sweep(connection);
        }
    }
}

void ReceiverWorker::turnTimers()
{
    if (m_wheel.isEmpty())
        return;
    const qint64 now = steadyUs();
    m_wheel.advance(now, m_due);
    for (const TimerWheel::Entry& entry : m_due) {
        if (entry.token == AcceptAgainToken) {
            m_acceptPaused = false;
            watchListeners(Poller::Read);
        } else if (entry.token == DeadlineToken) {
            for (Slot& slot : m_connections) {
                if (Connection* const connection = slot.connection.get()) {
                    connection->cutOff();
                    sweep(connection);
                }
            }
        } else if (Connection* const connection = find(entry.token)) {
            connection->onTimer(entry.at);
            sweep(connection);
        }
    }
}

void ReceiverWorker::relieve()
{
    if (m_pressed.empty() || isPressed())
        return;
    std::vector<quint64> tokens;
    tokens.swap(m_pressed);
    for (const quint64 token : tokens) {
        if (Connection* const connection = find(token)) {
            connection->resume();
            sweep(connection);
        }
    }
}

} // namespace creel
