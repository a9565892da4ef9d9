#pragma once

#include "store/Event.h"
#include "store/EventReader.h"
#include "store/EventTable.h"
#include "store/SearchIndexReader.h"
#include "store/SearchIndexText.h"
#include "store/StoreContext.h"
#include "store/TextMatcher.h"

#include <chrono>
#include <limits>
#include <optional>
#include <vector>

namespace creel
{

/** One read-only connection with its statements; one thread at a time. Members throw SqlError. */
class ReadConnection
{
public:
    explicit ReadConnection(StoreContext& context);

    Database& database() { return m_database; }

    std::vector<EventRow> rows(const std::vector<EventId>& ids);
    std::optional<EventDetail> detail(EventId id, qint64 maxBody);
    /** Nothing where there is no such event. */
    std::optional<QByteArray> body(EventId id, qint64 offset, qint64 size);
    EventReader::Changes changes(qint64 since);
    /** All ids above `after` that are there and not deleted, from the gaps alone: within a transaction of the caller.
     */
    EventSet everything(qint64 after);
    qint64 newest();
    QByteArray setting(const QByteArray& key);
    IndexReader& index() { return m_index; }

private:
    friend class Scan;
    friend class SearchBody;
    QByteArray readBody(qint64 event, qint64 body, qint64 offset, qint64 size);
    std::shared_ptr<const Answer> answer(qint64 id);

    Database m_database;
    NameCache m_names;
    Statement m_row;
    Statement m_head;
    Statement m_ownBody; ///< of an event whose body has no number
    Statement m_chunk;
    Statement m_chunkSizes;
    IndexReader m_index;
};

/**
 * A query on its way through the events, newest first, in slices that each take one short transaction. A text is looked
 * up in the index as far as that reaches; what it names, and all that it does not hold, is compared with the bytes.
 */
class Scan
{
public:
    explicit Scan(Query query);

    /** The next part; at most `time` long. `wanted`: ends early once so many were found. */
    QueryPart next(ReadConnection& connection, std::chrono::milliseconds time, qint64 wanted = -1);
    bool isDone() const { return m_done; }
    /** Of these ids those that match. */
    EventSet filter(ReadConnection& connection, const std::vector<EventId>& ids);

private:
    struct Slice {
        QueryPart& part;
        std::chrono::steady_clock::time_point end;
        qint64 wanted = -1;
        qint64 found = 0;
    };
    void start(ReadConnection& connection);
    QueryPart everythingPart(ReadConnection& connection);
    bool mayGoOn(const Slice& slice) const;
    bool scanRows(ReadConnection& connection, qint64 downTo, Slice& slice);
    void lookUp(ReadConnection& connection, Slice& slice);
    bool fetchCandidates(ReadConnection& connection);
    void addIfMatching(ReadConnection& connection, const Statement& row, Slice& slice);
    bool matchesRow(const Statement& row) const;
    bool matchesText(ReadConnection& connection, const Statement& row);
    bool codedContains(const SearchBody& body) const;
    bool bodyContains(ReadConnection& connection, const Statement& row);
    void fillDone(QueryPart& part);

    Query m_query;
    TextMatcher m_text;
    TextMatcher m_path;
    TextMatcher m_type;
    std::vector<Trigram> m_trigrams; ///< of the text, for the index; empty: none, or too short
    std::vector<qint64> m_candidates; ///< of the index, the newest last
    qint64 m_candidatesDownTo = std::numeric_limits<qint64>::max(); ///< from here on none is missing
    bool m_started = false;
    bool m_done = false;
    qint64 m_newest = 0;
    qint64 m_below = 0; ///< the next id is under this one
    qint64 m_oldest = 0; ///< ids up to this one do not count
    qint64 m_endpoint = 0; ///< its name id, -1: none there
    bool m_firstScreen = false;
};

} // namespace creel
