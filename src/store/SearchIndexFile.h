#pragma once

#include "store/SearchIndexPostings.h"
#include "store/SearchIndexText.h"
#include "store/Sqlite.h"

#include <QLockFile>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

struct StoreContext;

/** Where the index of a workspace lies; empty where there is no place for it. */
QString indexFileName(const StoreContext& context);

/** The file is as its last filler left it, and the machine did not go down while one was at work. */
bool isIndexTrusted(const QString& file);

constexpr qint32 indexApplicationId = 0x43724978; ///< "CrIx"
constexpr int indexVersion = 1;

/** Where the list of one trigram in one block lies: block by block, so that filling it adds at the end of the table. */
constexpr qint64 postingKey(qint64 block, Trigram trigram)
{
    return block << 24 | qint64(trigram);
}

/** What an event in the index was: by it an index is told from that of another copy of the workspace. */
struct IndexSample {
    qint64 id = 0;
    qint64 receivedAt = 0;
    qint64 headSize = 0;
    qint64 bodySize = 0;
};

enum class IndexMatch { Same, Other, Unknown };
/** Compares the newest samples that still stand in the workspace; both in a transaction. */
IndexMatch matchSamples(Database& index, Database& workspace);

/**
 * The index file, for the one process that fills it: for each block of ids and each trigram the events that hold it.
 * (FTS5's trigram table would do the same; with ids of random letters in every event, as providers send them, it took
 * four times as long to fill, most of it in the chains of its hash.) A cache: whatever is wrong with it, remake() puts
 * an empty one in its place. Members throw SqlError.
 */
class IndexFile
{
public:
    explicit IndexFile(const StoreContext& context);
    ~IndexFile();
    IndexFile(const IndexFile&) = delete;
    IndexFile& operator=(const IndexFile&) = delete;

    /** False where another process fills it. */
    bool lock();
    /** Opens what is there, or makes it (again); `workspace` within a read transaction. */
    void open(Database& workspace);
    bool isOpen() const { return m_database != nullptr; }
    void remake();
    /** Lets go of the file without a word about its state. */
    void drop();

    /** Every event up to this id is in it, once committed. */
    qint64 upTo() const { return m_upTo; }
    qint64 entries() const { return m_entries; }

    void begin();
    void add(const IndexSample& event, const IndexText& text);
    /** `upTo`: nothing up to it is missing. */
    void commit(qint64 upTo, const IndexSample& sample);
    void rollback();
    bool inTransaction() const { return m_transaction.has_value(); }

    /** Nobody else moved, removed or wrote the file since it was last looked at. */
    bool isIntact() const;
    /** Brings all to the disk: an index is trusted after the machine went down only where this was done. */
    void settle();

private:
    struct Statements;
    void openExisting(Database& workspace);
    void create();
    void prepare();
    void flush();
    void keepLogShort();
    void writeState(const QByteArray& state) const;

    const StoreContext& m_context;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Statements> m_statements;
    std::optional<Transaction> m_transaction;
    PostingBuffer m_buffer; ///< of the newest block, not yet written
    QByteArray m_lastState; ///< size and time of the file as this process left it
    qint64 m_flushed = -1; ///< blocks up to this one may have lists
    qint64 m_upTo = 0;
    qint64 m_entries = 0;
    qint64 m_newEntries = 0; ///< not yet committed
    bool m_settled = false;
};

} // namespace creel
