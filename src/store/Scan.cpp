#include "store/ReadConnection.h"

#include "base/Text.h"
#include "http/ContentDecoder.h"
#include "store/Codec.h"

#include <algorithm>

namespace creel
{
namespace
{

using SteadyClock = std::chrono::steady_clock;

constexpr qint64 firstScreen = 200;
constexpr qint64 maxDecoded = 32LL * 1024 * 1024; ///< of one body, for a search

/** The value of Content-Encoding, empty where there is none: nearly always found without reading the head apart. */
QByteArray codingOf(QByteArrayView head)
{
    static const TextMatcher field("\ncontent-encoding:");
    if (!field.isIn(head))
        return {};
    Request request;
    request.head = head.toByteArray();
    if (!readHead(request))
        return {};
    QByteArray joined;
    for (const QByteArray& value : request.headers.values("Content-Encoding"))
        joined += joined.isEmpty() ? value : ", " + value;
    return joined;
}

} // namespace

Scan::Scan(Query query)
    : m_query(std::move(query))
    , m_text(m_query.text.toUtf8())
    , m_path(m_query.pathContains)
    , m_type(m_query.typeContains)
{
}

void Scan::start(ReadConnection& connection)
{
    m_started = true;
    m_newest = connection.newest();
    m_below = m_newest + 1;
    m_oldest = m_query.afterId ? m_query.afterId->v : 0;
    if (m_query.endpoint)
        m_endpoint = connection.m_names.find(*m_query.endpoint);
    m_done = m_endpoint < 0 || m_oldest >= m_newest;
}

QueryPart Scan::everythingPart(ReadConnection& connection)
{
    QueryPart part;
    part.found = connection.everything();
    if (m_query.afterId)
        part.found.removeRange(EventId(1), *m_query.afterId);
    // Without what was told already, and what came since the scan began.
    part.found.removeRange(EventId(m_below), part.found.newest());
    m_done = true;
    return part;
}

void Scan::fillDone(QueryPart& part)
{
    part.total = std::max<qint64>(0, m_newest - m_oldest);
    part.scanned = m_done ? part.total : std::max<qint64>(0, m_newest + 1 - m_below);
    part.done = m_done;
}

QueryPart Scan::next(ReadConnection& connection, std::chrono::milliseconds time, qint64 wanted)
{
    QueryPart part;
    const Transaction transaction(connection.database(), Transaction::Kind::Read);
    if (!m_started)
        start(connection);
    Query rest = m_query;
    rest.afterId.reset();
    if (!m_done && rest.isEverything() && (m_firstScreen || wanted < 0)) {
        part = everythingPart(connection);
        fillDone(part);
        return part;
    }
    Statement find = connection.database().prepare(
        "SELECT " CREEL_EVENT_COLUMNS " FROM event e WHERE e.id<?1 AND e.id>?2 ORDER BY e.id DESC");
    find.bind(1, m_below);
    find.bind(2, m_oldest);
    const auto end = SteadyClock::now() + time;
    qint64 found = 0;
    while (!m_done) {
        if (!find.next()) {
            m_done = true;
            break;
        }
        m_below = find.integer(column::id);
        if (matchesRow(find) && matchesText(connection, find)) {
            part.found.add(EventId(m_below));
            ++found;
        }
        if ((wanted >= 0 && found >= wanted) || (!m_firstScreen && found >= firstScreen) || SteadyClock::now() >= end)
            break;
    }
    m_firstScreen = true;
    fillDone(part);
    return part;
}

EventSet Scan::filter(ReadConnection& connection, const std::vector<EventId>& ids)
{
    EventSet found;
    const Transaction transaction(connection.database(), Transaction::Kind::Read);
    start(connection);
    if (m_endpoint < 0)
        return found;
    Statement find = connection.database().prepare("SELECT " CREEL_EVENT_COLUMNS " FROM event e WHERE e.id=?1");
    for (const EventId id : ids) {
        const StatementReset reset(find);
        find.bind(1, id.v);
        if (id.v > m_oldest && find.next() && matchesRow(find) && matchesText(connection, find))
            found.add(id);
    }
    return found;
}

bool Scan::matchesRow(const Statement& row) const
{
    if (row.integer(column::flags) & flag::deleted)
        return false;
    if (m_query.endpoint && row.integer(column::endpoint) != m_endpoint)
        return false;
    const auto isOneOf = [](const auto& list, auto value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    const Verdict verdict =
        verdictOf(SignatureState(row.integer(column::signature)), Freshness(row.integer(column::freshness)));
    return isOneOf(m_query.verdicts, verdict) && isOneOf(m_query.states, EventState(row.integer(column::state)))
        && (m_query.method.isEmpty() || row.view(column::method) == QByteArrayView(m_query.method))
        && m_path.isIn(row.view(column::target)) && m_type.isIn(row.view(column::type));
}

bool Scan::matchesText(ReadConnection& connection, const Statement& row)
{
    if (m_text.isEmpty())
        return true;
    Statement& head = connection.m_head;
    const StatementReset reset(head);
    head.bind(1, row.integer(column::id));
    if (!head.next())
        return false;
    return m_text.isIn(head.view(0)) || bodyContains(connection, row, codingOf(head.view(0)));
}

/** In the body as it reads, that is, after its content coding was undone; what does not decode is searched as it is. */
bool Scan::bodyContains(ReadConnection& connection, const Statement& row, const QByteArray& coding)
{
    const qint64 size = row.integer(column::bodySize);
    const qint64 id = row.integer(column::id);
    const qint64 body = row.integer(column::body);
    if (!coding.isEmpty()) {
        const QByteArray raw = connection.readBody(id, body, 0, std::min(size, maxDecoded));
        const DecodedContent decoded = decodeContent(coding, raw, maxDecoded);
        if (!decoded.bytes.isEmpty())
            return m_text.isIn(decoded.bytes);
    }
    if (size < m_text.size())
        return false;
    if (body == 0) {
        const StatementReset reset(connection.m_chunk);
        connection.m_chunk.bind(1, id);
        return connection.m_chunk.next() && m_text.isIn(connection.m_chunk.view(0));
    }
    // Pieces overlap by the term, which may stand across their border.
    const qint64 overlap = m_text.size() - 1;
    for (qint64 at = 0; at < size; at += maxChunk) {
        if (m_text.isIn(connection.readBody(id, body, at, maxChunk + overlap)))
            return true;
    }
    return false;
}

} // namespace creel
