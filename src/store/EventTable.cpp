#include "store/EventTable.h"

namespace creel
{
namespace
{

constexpr std::size_t maxCachedNames = 10'000;

}

NameCache::NameCache(Database& database)
    : m_byId(database.prepare("SELECT text FROM name WHERE id=?1"))
    , m_byText(database.prepare("SELECT id FROM name WHERE text=?1"))
    , m_insert(database.prepare("INSERT INTO name(id, text) VALUES((SELECT coalesce(max(id), 0) + 1 FROM name), ?1)"))
{
}

QByteArray NameCache::text(qint64 id)
{
    if (id == 0)
        return {};
    const auto known = m_texts.find(id);
    if (known != m_texts.end())
        return known->second;
    const StatementReset reset(m_byId);
    m_byId.bind(1, id);
    if (!m_byId.next())
        return {};
    if (m_texts.size() >= maxCachedNames)
        m_texts.clear();
    return m_texts.emplace(id, m_byId.bytes(0)).first->second;
}

qint64 NameCache::find(const QByteArray& text)
{
    if (text.isEmpty())
        return 0;
    const auto known = m_ids.constFind(text);
    if (known != m_ids.constEnd())
        return *known;
    const StatementReset reset(m_byText);
    m_byText.bindBytes(1, text);
    if (!m_byText.next())
        return -1;
    const qint64 id = m_byText.integer(0);
    if (m_ids.size() >= qsizetype(maxCachedNames))
        m_ids.clear();
    m_ids.insert(text, id);
    return id;
}

qint64 NameCache::idOf(const QByteArray& text)
{
    if (const qint64 id = find(text); id >= 0)
        return id;
    m_insert.bindBytes(1, text);
    m_insert.run();
    m_new.push_back(text);
    return find(text);
}

void NameCache::forgetNew()
{
    for (const QByteArray& text : m_new) {
        const qint64 id = m_ids.take(text);
        m_texts.erase(id);
    }
    m_new.clear();
}

EventRow readRow(const Statement& statement, NameCache& names)
{
    EventRow row;
    const qint64 flags = statement.integer(column::flags);
    row.id = EventId(statement.integer(column::id));
    row.receivedAtUs = statement.integer(1);
    row.durationUs = statement.integer(2);
    row.state = EventState(statement.integer(column::state));
    row.verdict.signature = SignatureState(statement.integer(column::signature));
    row.verdict.freshness = Freshness(statement.integer(column::freshness));
    row.verdict.scheme = names.text(statement.integer(7));
    row.endpoint = names.text(statement.integer(column::endpoint));
    row.peer = statement.bytes(9);
    row.method = statement.bytes(column::method);
    row.target = statement.bytes(column::target);
    row.provider = statement.text(12);
    row.eventType = statement.bytes(column::type);
    row.providerId = statement.bytes(14);
    row.bodySize = statement.integer(column::bodySize);
    row.status = int(statement.integer(16));
    row.changed = Sequence(statement.integer(17));
    row.tags = splitTags(statement.text(18));
    row.pinned = flags & flag::pinned;
    row.handshake = flags & flag::handshake;
    return row;
}

QString joinTags(const QStringList& tags)
{
    return tags.join(QLatin1Char('\n'));
}

QStringList splitTags(const QString& text)
{
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
}

} // namespace creel
