#include "store/SearchIndexReader.h"

#include "base/Log.h"
#include "store/SearchIndexFile.h"
#include "store/StoreContext.h"

#include <QFileInfo>

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
        , find(database.prepare(
              "SELECT rowid FROM text WHERE text MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4"))
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
    if (file.isEmpty() || !QFileInfo::exists(file))
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
}

std::optional<IndexReader::Candidates> IndexReader::candidates(
    const QByteArray& expression, qint64 first, qint64 last, qint64 limit)
{
    Candidates result;
    result.downTo = first;
    try {
        Statement& find = m_open->find;
        const StatementReset resetFind(find);
        find.bindText(1, QString::fromUtf8(expression));
        find.bind(2, first);
        find.bind(3, last);
        find.bind(4, limit);
        while (find.next())
            result.ids.push_back(find.integer(0));
        if (qint64(result.ids.size()) >= limit)
            result.downTo = result.ids.back();
        const std::size_t found = result.ids.size();
        Statement& rest = m_open->rest;
        const StatementReset resetRest(rest);
        rest.bind(1, result.downTo);
        rest.bind(2, last);
        while (rest.next())
            result.ids.push_back(rest.integer(0));
        std::inplace_merge(
            result.ids.begin(), result.ids.begin() + std::ptrdiff_t(found), result.ids.end(), std::greater<>());
        result.ids.erase(std::unique(result.ids.begin(), result.ids.end()), result.ids.end());
    } catch (const SqlError& error) {
        giveUp(error);
        return std::nullopt;
    }
    return result;
}

} // namespace creel
