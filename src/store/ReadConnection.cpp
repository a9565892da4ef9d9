#include "store/ReadConnection.h"

#include "store/AnswerLog.h"
#include "store/Codec.h"
#include "store/EndpointStore.h"

#include <algorithm>

namespace creel
{
namespace
{

constexpr qint64 changesAtOnce = 20'000;

}

ReadConnection::ReadConnection(StoreContext& context)
    : m_database(context.openedFile, context.readMode)
    , m_names(m_database)
    , m_row(m_database.prepare("SELECT " CREEL_EVENT_COLUMNS " FROM event e WHERE e.id=?1"))
    , m_head(m_database.prepare("SELECT head, framing, trailers, reason, note FROM event_head WHERE id=?1"))
    , m_ownBody(m_database.prepare("SELECT coalesce(h.body, (SELECT c.data FROM body_chunk c WHERE c.id=h.id))"
                                   " FROM event_head h WHERE h.id=?1"))
    , m_chunk(m_database.prepare("SELECT data FROM body_chunk WHERE id=?1"))
    , m_chunkSizes(m_database.prepare("SELECT id, length(data) FROM body_chunk WHERE id BETWEEN ?1 AND ?2 ORDER BY id"))
    , m_index(context)
{
    m_database.exec("PRAGMA cache_size=-400");
}

std::vector<EventRow> ReadConnection::rows(const std::vector<EventId>& ids)
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    std::vector<EventRow> rows;
    rows.reserve(ids.size());
    for (const EventId id : ids) {
        const StatementReset reset(m_row);
        m_row.bind(1, id.v);
        if (m_row.next() && !(m_row.integer(column::flags) & flag::deleted))
            rows.push_back(readRow(m_row, m_names));
    }
    return rows;
}

std::shared_ptr<const Answer> ReadConnection::answer(qint64 id)
{
    if (id == 0)
        return nullptr;
    Statement s = m_database.prepare("SELECT status, headers, body, delay_ms FROM answer WHERE id=?1");
    s.bind(1, id);
    if (!s.next())
        return nullptr;
    return std::make_shared<const Answer>(
        Answer{int(s.integer(0)), decodeFields(s.view(1)), s.bytes(2), int(s.integer(3))});
}

std::optional<EventDetail> ReadConnection::detail(EventId id, qint64 maxBody)
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    const StatementReset resetRow(m_row);
    m_row.bind(1, id.v);
    if (!m_row.next() || (m_row.integer(column::flags) & flag::deleted))
        return std::nullopt;
    EventDetail detail;
    detail.row = readRow(m_row, m_names);
    detail.answer = answer(m_row.integer(column::answer));
    const qint64 flags = m_row.integer(column::flags);
    auto request = std::make_shared<Request>();
    const StatementReset resetHead(m_head);
    m_head.bind(1, id.v);
    if (m_head.next()) {
        request->head = m_head.bytes(0);
        request->framing = m_head.bytes(1);
        request->framingCut = request->framing.size() >= Request::framingBytes;
        request->trailers = decodeFields(m_head.view(2));
        detail.reason = m_head.text(3);
        detail.note = m_head.text(4);
    }
    if (!(flags & flag::readable) || !readHead(*request)) {
        request->method = detail.row.method;
        request->target = detail.row.target;
    }
    request->versionMinor = flags & flag::http10 ? 0 : 1;
    request->chunked = flags & flag::chunked;
    request->bodySize = detail.row.bodySize;
    if (request->bodySize <= maxBody)
        request->body = readBody(id.v, m_row.integer(column::body), 0, request->bodySize);
    detail.request = std::move(request);
    if (const auto answered = findAnswered(m_database, id)) {
        detail.answerOutcome = answered->outcome;
        detail.answeredAfterUs = answered->afterUs;
    }
    return detail;
}

std::optional<QByteArray> ReadConnection::body(EventId id, qint64 offset, qint64 size)
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    const StatementReset reset(m_row);
    m_row.bind(1, id.v);
    if (!m_row.next())
        return std::nullopt;
    return readBody(id.v, m_row.integer(column::body), offset, size);
}

QByteArray ReadConnection::readBody(qint64 event, qint64 body, qint64 offset, qint64 size)
{
    QByteArray result;
    const auto append = [&](Statement& find, qint64 chunk, qint64 from) {
        const StatementReset reset(find);
        find.bind(1, chunk);
        if (!find.next())
            return;
        const QByteArrayView data = find.view(0);
        if (from < data.size())
            result += data.sliced(from, std::min<qint64>(data.size() - from, size - result.size()));
    };
    if (offset < 0 || size <= 0)
        return result;
    if (body == 0) {
        append(m_ownBody, event, offset);
        return result;
    }
    std::vector<std::pair<qint64, qint64>> wanted; // chunk, offset in it
    const StatementReset reset(m_chunkSizes);
    m_chunkSizes.bind(1, firstChunk(body));
    m_chunkSizes.bind(2, lastChunk(body));
    qint64 at = 0;
    while (at < offset + size && m_chunkSizes.next()) {
        const qint64 length = m_chunkSizes.integer(1);
        if (at + length > offset)
            wanted.emplace_back(m_chunkSizes.integer(0), std::max<qint64>(0, offset - at));
        at += length;
    }
    result.reserve(std::min(size, std::max<qint64>(0, at - offset)));
    for (const auto& [chunk, from] : wanted)
        append(m_chunk, chunk, from);
    return result;
}

qint64 ReadConnection::newest()
{
    return m_database.integer("SELECT seq FROM sqlite_sequence WHERE name='event'");
}

EventReader::Changes ReadConnection::changes(qint64 since)
{
    const Transaction transaction(m_database, Transaction::Kind::Read);
    EventReader::Changes changes;
    changes.now = Sequence(m_database.integer("SELECT seq FROM sqlite_sequence WHERE name='change'"));
    changes.newestId = EventId(newest());
    if (since >= changes.now.v)
        return changes;
    if (m_database.integer("SELECT min(seq) FROM change") > since + 1) {
        changes.everything = true;
        return changes;
    }
    Statement s = m_database.prepare("SELECT kind, first, last FROM change WHERE seq>?1 ORDER BY seq");
    s.bind(1, since);
    qint64 count = 0;
    while (s.next()) {
        count += s.integer(2) - s.integer(1) + 1;
        if (count > changesAtOnce) {
            changes.everything = true;
            changes.changed.clear();
            changes.deleted.clear();
            return changes;
        }
        const bool deleted = ChangeKind(s.integer(0)) == ChangeKind::Deleted;
        for (qint64 id = s.integer(1); id <= s.integer(2); ++id)
            (deleted ? changes.deleted : changes.changed).push_back(EventId(id));
    }
    return changes;
}

EventSet ReadConnection::everything(qint64 after)
{
    EventSet set;
    set.addRange(EventId(after + 1), EventId(newest()));
    Statement gaps = m_database.prepare("SELECT first, last FROM gap WHERE last>?1");
    gaps.bind(1, after);
    while (gaps.next())
        set.removeRange(EventId(std::max(gaps.integer(0), after + 1)), EventId(gaps.integer(1)));
    Statement deleted = m_database.prepare("SELECT id FROM deleted WHERE id>?1");
    deleted.bind(1, after);
    while (deleted.next())
        set.remove(EventId(deleted.integer(0)));
    return set;
}

QByteArray ReadConnection::setting(const QByteArray& key)
{
    return loadSetting(m_database, key);
}

} // namespace creel
