#include "store/SearchIndexReader.h"

#include "base/Log.h"
#include "store/SearchIndexFile.h"
#include "store/StoreContext.h"

#include <sqlite3.h>

#include <algorithm>

namespace creel
{
namespace
{

bool hasMoved(const Database& database)
{
    int moved = 0;
    return sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

} // namespace

struct IndexReader::Open {
    explicit Open(const QString& file)
        : database(file, Database::Mode::ReadOnly)
        , upTo(database.prepare("SELECT value FROM meta WHERE key='upto'"))
        , find(database.prepare("SELECT events FROM posting WHERE id=?1"))
        , rest(database.prepare("SELECT id FROM rest WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC"))
    {
    }
    Database database;
    Statement upTo;
    Statement find;
    Statement rest;
    std::optional<Transaction> transaction;
};

IndexReader::IndexReader(StoreContext& context)
    : m_context(context)
{
}

IndexReader::~IndexReader() = default;

bool IndexReader::open()
{
    if (m_open && hasMoved(m_open->database))
        m_open.reset();
    if (m_open)
        return true;
    const QString file = indexFileName(m_context);
    if (file.isEmpty() || std::chrono::steady_clock::now() < m_notBefore || !isIndexTrusted(file))
        return false;
    auto opened = std::make_unique<Open>(file);
    if (opened->database.integer("PRAGMA application_id") != indexApplicationId
        || opened->database.integer("PRAGMA user_version") != indexVersion)
        return false;
    m_open = std::move(opened);
    return true;
}

qint64 IndexReader::begin(Database& workspace)
{
    try {
        if (!open())
            return 0;
        m_open->transaction.emplace(m_open->database, Transaction::Kind::Read);
        const StatementReset reset(m_open->upTo);
        const qint64 upTo = m_open->upTo.next() ? m_open->upTo.integer(0) : 0;
        if (upTo > 0 && matchSamples(m_open->database, workspace) == IndexMatch::Same
            && upTo <= workspace.integer("SELECT seq FROM sqlite_sequence WHERE name='event'"))
            return upTo;
    } catch (const SqlError& error) {
        if (workspace.shouldStop())
            throw;
        giveUp(error);
    }
    end();
    return 0;
}

void IndexReader::end()
{
    if (m_open)
        m_open->transaction.reset();
}

void IndexReader::giveUp(const SqlError& error)
{
    qCInfo(logStore) << "the search index can't be read:" << error.code << error.message;
    if (!error.isBusy())
        m_context.indexBroken.store(true);
    m_open.reset();
    m_notBefore = std::chrono::steady_clock::now() + std::chrono::seconds(1);
}

BlockSet IndexReader::blockSet(const std::vector<Trigram>& trigrams, qint64 block)
{
    BlockSet all;
    bool first = true;
    for (const Trigram trigram : trigrams) {
        Statement& find = m_open->find;
        const StatementReset reset(find);
        find.bind(1, postingKey(block, trigram));
        if (!find.next())
            return {};
        BlockSet list;
        if (!list.unite(find.view(0)))
            throw SqlError{SQLITE_CORRUPT, "a list that is none"};
        if (first)
            all = list;
        else
            all.intersect(list);
        first = false;
        if (all.isEmpty())
            break;
    }
    return all;
}

std::optional<IndexReader::Candidates> IndexReader::candidates(
    const std::vector<Trigram>& trigrams, qint64 first, qint64 last, qint64 limit)
{
    Candidates result;
    result.downTo = last + 1;
    try {
        while (result.downTo > first && qint64(result.ids.size()) < limit) {
            const qint64 block = (result.downTo - 1) >> blockBits;
            BlockSet set = blockSet(trigrams, block);
            const qint64 start = std::max(first, block << blockBits);
            Statement& rest = m_open->rest;
            const StatementReset reset(rest);
            rest.bind(1, start);
            rest.bind(2, result.downTo - 1);
            while (rest.next())
                set.add(quint32(rest.integer(0) & (blockSize - 1)));
            for (qint64 id = result.downTo - 1; id >= start; --id) {
                if (set.contains(quint32(id & (blockSize - 1))))
                    result.ids.push_back(id);
            }
            result.downTo = start;
        }
    } catch (const SqlError& error) {
        giveUp(error);
        return std::nullopt;
    }
    return result;
}

} // namespace creel
