#pragma once

#include "store/Event.h"
#include "store/Sqlite.h"

#include <QHash>

#include <unordered_map>
#include <vector>

namespace creel
{

// How events lie in the file. The numbers are stored: never renumber.

namespace flag
{
constexpr qint64 pinned = 1;
constexpr qint64 handshake = 2;
constexpr qint64 deleted = 4;
constexpr qint64 chunked = 8;
constexpr qint64 http10 = 16;
constexpr qint64 readable = 32; ///< the head was read as HTTP
} // namespace flag

enum class ChangeKind { Changed = 1, Deleted = 2, Restored = 3 };

constexpr qsizetype maxChunk = 1024 * 1024;
constexpr qsizetype maxBodyInHead = 16 * 1024; ///< such a body, whole at once, stands in `event_head`
constexpr qsizetype maxStoredTarget = 2'000;

/**
 * Ids of `body_chunk`. A body that came with its event is one chunk with the event's own id, or, where it is small,
 * stands in `event_head` (one insert for two). One that came in pieces
 * has a `body` number from 1 and its pieces stand in a range of negative ids: so every chunk is found, and added, by
 * the INTEGER PRIMARY KEY alone.
 */
constexpr int chunkBits = 20;
constexpr qint64 firstChunk(qint64 body)
{
    return -(body << chunkBits);
}
constexpr qint64 lastChunk(qint64 body)
{
    return firstChunk(body) + (qint64(1) << chunkBits) - 1;
}

/** Texts that come again and again, kept once (`name`); 0 is the empty text. For one connection's thread. */
class NameCache
{
public:
    explicit NameCache(Database& database);
    QByteArray text(qint64 id);
    /** The id of a text, or -1 where there is none yet. */
    qint64 find(const QByteArray& text);
    /** Makes one where there is none: inside a write transaction. */
    qint64 idOf(const QByteArray& text);
    /** After a rollback: forgets what it has made since the last commit. */
    void forgetNew();
    void keepNew() { m_new.clear(); }

private:
    Statement m_byId;
    Statement m_byText;
    Statement m_insert;
    std::unordered_map<qint64, QByteArray> m_texts;
    QHash<QByteArray, qint64> m_ids;
    std::vector<QByteArray> m_new;
};

/** The columns of EventRow, in the order of readRow(). */
#define CREEL_EVENT_COLUMNS                                                                                            \
    "e.id, e.received_at, e.duration, e.state, e.flags, e.signature, e.freshness, e.scheme, e.endpoint, e.peer, "      \
    "e.method, e.target, e.provider, e.type, e.provider_id, e.body_size, e.status, e.changed, e.tags, e.body, "        \
    "e.answer, e.head_size"

namespace column
{
constexpr int id = 0;
constexpr int state = 3;
constexpr int flags = 4;
constexpr int signature = 5;
constexpr int freshness = 6;
constexpr int endpoint = 8;
constexpr int method = 10;
constexpr int target = 11;
constexpr int type = 13;
constexpr int bodySize = 15;
constexpr int body = 19;
constexpr int answer = 20;
} // namespace column

EventRow readRow(const Statement& statement, NameCache& names);

/** Tags in one text, and back: one a line. */
QString joinTags(const QStringList& tags);
QStringList splitTags(const QString& text);

} // namespace creel
