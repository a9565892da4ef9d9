#pragma once

#include "store/SearchIndexPostings.h"
#include "store/Sqlite.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace creel
{

struct StoreContext;

/**
 * Looks into the index file, for one connection's thread. Whatever is wrong with the index, the answer is "not
 * indexed", and the events are scanned: no member throws for its sake.
 */
class IndexReader
{
public:
    explicit IndexReader(StoreContext& context);
    ~IndexReader();

    /**
     * Begins a look at one state of the index and tells up to which id it holds every event, 0 where there is no index
     * of this very workspace. `workspace` within a read transaction. end() ends it.
     */
    qint64 begin(Database& workspace);
    void end();

    struct Candidates {
        std::vector<qint64> ids; ///< newest first
        qint64 downTo = 0; ///< from here on none is missing
    };
    /** Events from `first` to `last` whose text has all these trigrams, the newest first; ends with the block in which
     * `limit` is reached. Nothing where the index turned out to be broken. */
    std::optional<Candidates> candidates(const std::vector<Trigram>& trigrams, qint64 first, qint64 last, qint64 limit);

private:
    struct Open;
    bool open();
    BlockSet blockSet(const std::vector<Trigram>& trigrams, qint64 block);
    void giveUp(const SqlError& error);

    StoreContext& m_context;
    std::unique_ptr<Open> m_open;
    std::chrono::steady_clock::time_point m_notBefore; ///< after an error it is not tried again at once
};

} // namespace creel
