#include "app/Reverifier.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

constexpr qint64 pieceBytes = 1024 * 1024;
/** Bodies above it are not held in memory by the receiver, see its rule on schemes that cannot be streamed. */
constexpr qint64 verifiedAtOnce = 1024 * 1024;
constexpr qint64 reverifiedAtOnce = 256;
constexpr qsizetype maxSearchedPath = 500;

Verification notWhole(const EventDetail& detail, const EndpointTable::Entry& entry)
{
    Verification verification;
    verification.scheme = entry.endpoint.scheme;
    verification.reason = detail.reason.isEmpty()
        ? QCoreApplication::translate("creel", "The event is not a complete request, so nothing was verified.")
        : detail.reason;
    return verification;
}

Result<QByteArray> wholeBody(EventReader& reader, EventId id, qint64 size, const StopToken& stop)
{
    QByteArray body;
    body.reserve(qsizetype(size));
    while (body.size() < size) {
        auto piece = reader.bodyNow(id, ByteOffset(body.size()), pieceBytes, stop);
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break;
        body += *piece;
    }
    return body;
}

Result<Verification> verifyStreamed(
    EventReader& reader, EventId id, const EventDetail& detail, Verifier::Stream& stream, const StopToken& stop)
{
    for (qint64 offset = 0; offset < detail.request->bodySize;) {
        const auto piece = reader.bodyNow(id, ByteOffset(offset), pieceBytes, stop);
        if (!piece)
            return piece.error();
        if (piece->isEmpty())
            break;
        stream.addBody(*piece);
        offset += piece->size();
    }
    return stream.finish(detail.row.receivedAtUs);
}

} // namespace

const EndpointTable::Entry& entryOfEvent(const EndpointTable& table, const EventRow& row)
{
    const EndpointTable::Entry& caught = table.match(row.endpoint);
    if (row.endpoint != "/")
        return caught;
    Request request;
    request.target = row.target;
    const EndpointTable::Entry& own = table.match(request.path());
    return own.verifier ? own : caught;
}

Result<Verification> verifyStored(
    EventReader& reader, EventId id, const EndpointTable::Entry& entry, const StopToken& stop)
{
    const auto detail = reader.detailNow(id, pieceBytes, stop);
    if (!detail)
        return detail.error();
    if (detail->row.state != EventState::Complete || !detail->request)
        return notWhole(*detail, entry);
    if (!entry.verifier) {
        Verification verification;
        verification.reason =
            QCoreApplication::translate("creel", "The endpoint has no scheme, so nothing was verified.");
        return verification;
    }
    SignedMessage message = signedMessageOf(entry.endpoint, *detail->request);
    if (detail->request->body.size() < detail->request->bodySize) {
        if (const auto stream = entry.verifier->begin(message))
            return verifyStreamed(reader, id, *detail, *stream, stop);
        auto body = wholeBody(reader, id, detail->request->bodySize, stop);
        if (!body)
            return body.error();
        message.body = std::move(*body);
    }
    return entry.verifier->verify(message, detail->row.receivedAtUs);
}

Reverifier::Reverifier(EventReader& reader, EventWriter& writer, std::function<void(qint64)> progress)
    : m_reader(reader)
    , m_writer(writer)
    , m_progress(std::move(progress))
    , m_thread([this] { run(); })
{
}

Reverifier::~Reverifier()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_jobs.clear();
        if (m_running)
            m_running->stop();
    }
    m_changed.notify_all();
    m_thread.join();
}

void Reverifier::verifyEndpoint(
    std::shared_ptr<const EndpointTable> table, const QByteArray& path, std::optional<EventId> after)
{
    post({path, std::move(table), after, std::make_shared<StopSource>()});
}

void Reverifier::verifyLarge(std::shared_ptr<const EndpointTable> table, EventId after)
{
    post({QByteArray(), std::move(table), after, std::make_shared<StopSource>()});
}

void Reverifier::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        // A job over all events covers one over the newest, and takes the place of an older one
        if (!job.path.isEmpty() && !job.after) {
            std::erase_if(m_jobs, [&](const Job& other) { return other.path == job.path; });
            if (m_running && m_runningPath == job.path)
                m_running->stop();
        }
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

void Reverifier::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_ending)
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_running = job.stop;
        m_runningPath = job.path;
        lock.unlock();
        work(job);
        lock.lock();
        m_running.reset();
    }
}

const EndpointTable::Entry* Reverifier::entryFor(const Job& job, const EventRow& row) const
{
    if (row.state != EventState::Complete)
        return nullptr;
    const EndpointTable::Entry& entry = entryOfEvent(*job.table, row);
    if (!job.path.isEmpty())
        return entry.endpoint.path == job.path ? &entry : nullptr;
    if (row.bodySize <= verifiedAtOnce || row.verdict.signature != SignatureState::Unverified)
        return nullptr;
    return entry.verifier ? &entry : nullptr;
}

void Reverifier::work(const Job& job)
{
    Query query;
    query.afterId = job.after;
    if (job.path.isEmpty())
        query.verdicts = {Verdict::Unverified};
    else
        query.endpoint = job.path;
    workThrough(job, query);
    if (job.path.isEmpty() || job.path == "/")
        return;
    query.endpoint = "/";
    if (job.path.size() <= maxSearchedPath)
        query.pathContains = job.path.endsWith('/') ? job.path.chopped(1) : job.path;
    workThrough(job, query);
}

void Reverifier::workThrough(const Job& job, const Query& query)
{
    const StopToken stop = job.stop->token();
    const auto found = m_reader.findNow(query, -1, stop);
    const qint64 total = found ? found->size() : 0;
    bool told = false;
    for (qint64 from = 0; from < total && !stop.stopRequested(); from += reverifiedAtOnce) {
        const auto rows = m_reader.rowsNow(found->ids(Row(from), qMin(reverifiedAtOnce, total - from)), stop);
        if (!rows)
            break;
        for (const EventRow& row : *rows) {
            const EndpointTable::Entry* entry = entryFor(job, row);
            if (!entry || stop.stopRequested())
                continue;
            const auto verification = verifyStored(m_reader, row.id, *entry, stop);
            if (!verification)
                continue; // deleted meanwhile, or cancelled
            const StoredVerdict verdict{verification->signature, verification->freshness, verification->scheme};
            if (verdict != row.verdict)
                m_writer.setVerdict(row.id, verdict);
        }
        told = true;
        m_progress(qMax<qint64>(0, total - from - reverifiedAtOnce));
    }
    if (!told && !job.path.isEmpty())
        m_progress(0);
}

} // namespace creel
