#include "exchange/Importer.h"

#include "exchange/Ndjson.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace creel
{
namespace
{
constexpr qint64 mostWaiting = 32 * 1024 * 1024;
constexpr qint64 mostEventsWaiting = 4096;
constexpr qsizetype importPieceBytes = 1024 * 1024;
constexpr qsizetype recognisedBytes = 64 * 1024;
} // namespace

struct Importer::State {
    std::mutex mutex;
    std::condition_variable changed;
    qint64 bytes = 0;
    qint64 pending = 0;
    qint64 stored = 0;
    std::optional<Error> problem;

    void began(qint64 size)
    {
        const std::lock_guard lock(mutex);
        bytes += size;
        ++pending;
    }
    void ended(qint64 size, const Error* error, bool event)
    {
        const std::lock_guard lock(mutex);
        bytes -= size;
        --pending;
        if (error && !problem)
            problem = *error;
        stored += event && !error ? 1 : 0;
        changed.notify_all();
    }
};

Importer::Importer(EventWriter& writer, std::shared_ptr<const SchemeCatalog> catalog, const Clock& clock)
    : m_writer(writer)
    , m_catalog(std::move(catalog))
    , m_clock(clock)
    , m_state(std::make_shared<State>())
{
}

Importer::~Importer()
{
    wait(0);
}

void Importer::wait(qint64 most)
{
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait(lock, [&] {
        return m_state->pending == 0 || (most > 0 && m_state->bytes <= most && m_state->pending < mostEventsWaiting);
    });
}

std::optional<BodyId> Importer::storeBody(const NewEvent& event, const QByteArray& body)
{
    if (body.size() <= importPieceBytes)
        return std::nullopt;
    const BodyId id = m_writer.beginBody(event);
    for (qsizetype at = 0; at < body.size(); at += importPieceBytes) {
        const QByteArray piece = body.mid(at, importPieceBytes);
        wait(mostWaiting);
        m_state->began(piece.size());
        m_writer.appendBody(id, piece, [state = m_state, size = piece.size()](const Result<void>& done) {
            state->ended(size, done ? nullptr : &done.error(), false);
        });
    }
    return id;
}

Result<void> Importer::add(QByteArrayView line)
{
    auto event = fromNdjson(line, m_clock.nowUs());
    if (!event)
        return event.error();
    if (m_catalog && event->state == EventState::Complete) {
        const Request& request = *event->request;
        const auto scheme = m_catalog->find(event->verdict.scheme);
        const Recognition known = recognize(*m_catalog, scheme.get(), request.headers, request.target,
            QByteArrayView(request.body).first(qMin(request.body.size(), recognisedBytes)));
        event->provider = known.provider;
        event->eventType = known.eventType;
        event->providerId = known.providerId;
    }
    if (event->request->body.size() > importPieceBytes) {
        auto head = std::make_shared<Request>(*event->request);
        const QByteArray body = std::exchange(head->body, {});
        event->request = std::move(head);
        event->bodyId = storeBody(*event, body);
    }
    const qint64 size = event->request->head.size() + event->request->body.size();
    wait(mostWaiting);
    m_state->began(size);
    m_writer.addEvent(std::move(*event),
        [state = m_state, size](const Result<EventId>& id) { state->ended(size, id ? nullptr : &id.error(), true); });
    return {};
}

Result<qint64> Importer::finish()
{
    wait(0);
    const std::lock_guard lock(m_state->mutex);
    if (m_state->problem)
        return *m_state->problem;
    return m_state->stored;
}

} // namespace creel
