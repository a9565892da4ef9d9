#include "store/ReadConnection.h"

#include "base/Text.h"
#include "store/SearchIndexText.h"

#include <algorithm>

namespace creel
{
namespace
{

using SteadyClock = std::chrono::steady_clock;

constexpr qint64 firstScreen = 200;
constexpr qint64 candidatesFirst = 512; ///< for the first screen
constexpr qint64 candidatesNext = 16'384;
constexpr qint64 window = 1 << 18; ///< so many ids are asked of the index at a time, so that it can be stopped

/** Finds the term in pieces that follow each other: it may stand across their border. */
class StreamMatcher
{
public:
    explicit StreamMatcher(const TextMatcher& text)
        : m_text(text)
    {
    }
    bool found() const { return m_found; }
    SearchBody::Sink sink()
    {
        return [this](QByteArrayView piece) {
            m_joined += piece;
            m_found = m_text.isIn(m_joined);
            m_joined.remove(0, std::max<qsizetype>(0, m_joined.size() - (m_text.size() - 1)));
            return !m_found;
        };
    }

private:
    const TextMatcher& m_text;
    QByteArray m_joined;
    bool m_found = false;
};

} // namespace

Scan::Scan(Query query)
    : m_query(std::move(query))
    , m_text(m_query.text.toUtf8())
    , m_path(m_query.pathContains)
    , m_type(m_query.typeContains)
    , m_trigrams(trigramsOf(m_query.text.toUtf8()))
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
    part.found = connection.everything(m_oldest);
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
    if (!m_done && rest.isEverything() && (m_firstScreen || wanted < 0 || m_query.afterId)) {
        part = everythingPart(connection);
        fillDone(part);
        return part;
    }
    Slice slice{part, SteadyClock::now() + time, wanted};
    const qint64 upTo = m_trigrams.empty() ? 0 : connection.index().begin(connection.database());
    const qint64 indexed = std::max(m_oldest, upTo);
    bool goOn = !m_done;
    if (goOn && m_below - 1 > indexed)
        goOn = scanRows(connection, indexed, slice);
    if (goOn && m_below - 1 > m_oldest)
        lookUp(connection, slice);
    connection.index().end();
    m_done = m_done || m_below - 1 <= m_oldest;
    m_firstScreen = true;
    fillDone(part);
    return part;
}

/** True where this part may go on. */
bool Scan::mayGoOn(const Slice& slice) const
{
    return !(slice.wanted >= 0 && slice.found >= slice.wanted) && !(!m_firstScreen && slice.found >= firstScreen)
        && SteadyClock::now() < slice.end;
}

/** Goes through the events above `downTo`; true where it got there. */
bool Scan::scanRows(ReadConnection& connection, qint64 downTo, Slice& slice)
{
    Statement find = connection.database().prepare(
        "SELECT " CREEL_EVENT_COLUMNS " FROM event e WHERE e.id<?1 AND e.id>?2 ORDER BY e.id DESC");
    find.bind(1, m_below);
    find.bind(2, downTo);
    while (find.next()) {
        m_below = find.integer(column::id);
        addIfMatching(connection, find, slice);
        if (!mayGoOn(slice))
            return false;
    }
    m_below = downTo + 1;
    return true;
}

void Scan::addIfMatching(ReadConnection& connection, const Statement& row, Slice& slice)
{
    if (!matchesRow(row) || !matchesText(connection, row))
        return;
    slice.part.found.add(EventId(row.integer(column::id)));
    ++slice.found;
}

/** Goes on with what the index names: everything below is in it. */
void Scan::lookUp(ReadConnection& connection, Slice& slice)
{
    Statement& find = connection.m_row;
    while (m_below - 1 > m_oldest) {
        while (!m_candidates.empty()) {
            const StatementReset reset(find);
            m_below = m_candidates.back();
            m_candidates.pop_back();
            find.bind(1, m_below);
            if (find.next())
                addIfMatching(connection, find, slice);
            if (!mayGoOn(slice))
                return;
        }
        m_below = std::min(m_below, m_candidatesDownTo);
        if (m_below - 1 <= m_oldest || !mayGoOn(slice) || !fetchCandidates(connection))
            return;
    }
}

bool Scan::fetchCandidates(ReadConnection& connection)
{
    if (connection.database().shouldStop())
        return false;
    const qint64 last = m_below - 1;
    std::optional<IndexReader::Candidates> next = connection.index().candidates(
        m_trigrams, std::max(m_oldest + 1, last - window + 1), last, m_firstScreen ? candidatesNext : candidatesFirst);
    if (!next) {
        m_trigrams.clear(); // broken: the next part scans
        return false;
    }
    m_candidates.assign(next->ids.rbegin(), next->ids.rend());
    m_candidatesDownTo = next->downTo;
    return true;
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
    const SearchBody body(
        connection, row.integer(column::id), row.integer(column::body), row.integer(column::bodySize), head.view(0));
    return m_text.isIn(head.view(0)) || (body.isCoded() ? codedContains(body) : bodyContains(connection, row));
}

/** After the content coding was undone; what does not decode is searched as it came too. */
bool Scan::codedContains(const SearchBody& body) const
{
    StreamMatcher decoded(m_text);
    const SearchBody::End end = body.decoded(decoded.sink());
    if (decoded.found() || end != SearchBody::End::Failed)
        return decoded.found();
    StreamMatcher asItCame(m_text);
    body.raw(asItCame.sink());
    return asItCame.found();
}

bool Scan::bodyContains(ReadConnection& connection, const Statement& row)
{
    const qint64 size = row.integer(column::bodySize);
    if (size < m_text.size())
        return false;
    const qint64 body = row.integer(column::body);
    if (body == 0) {
        const StatementReset reset(connection.m_ownBody);
        connection.m_ownBody.bind(1, row.integer(column::id));
        return connection.m_ownBody.next() && m_text.isIn(connection.m_ownBody.view(0));
    }
    // Pieces overlap by the term, which may stand across their border.
    const qint64 overlap = m_text.size() - 1;
    for (qint64 at = 0; at < size; at += maxChunk) {
        if (m_text.isIn(connection.readBody(row.integer(column::id), body, at, maxChunk + overlap)))
            return true;
    }
    return false;
}

} // namespace creel
