#include "store/AnswerLog.h"

#include <QtEndian>

#include <algorithm>

namespace creel
{
namespace
{

constexpr qint64 entrySize = 8;
constexpr qint64 longestRun = 512; ///< how far back the row of an event may begin
constexpr qint64 widestHole = 8; ///< events of other senders between them, not answered yet

quint64 packed(const AnsweredEvent& answered)
{
    return quint64(answered.outcome) | quint64(std::max<qint64>(answered.afterUs, 0)) << 8;
}

/** Calls `use` with the first id and the entries of the nearest row that says something about `id`. */
template <class Use> void withRowOf(Database& database, qint64 id, Use use)
{
    Statement rows =
        database.prepare("SELECT first, data FROM event_answer WHERE first BETWEEN ?1-511 AND ?1 ORDER BY first DESC");
    rows.bind(1, id);
    while (rows.next()) {
        const qint64 first = rows.integer(0);
        const QByteArrayView entries = rows.view(1);
        const qint64 at = (id - first) * entrySize;
        if (at + entrySize > entries.size())
            continue;
        const auto entry = qFromLittleEndian<quint64>(entries.data() + at);
        if (entry == 0)
            continue; // a hole: another row may have it
        use(first, qint64(entries.size() / entrySize), entry);
        return;
    }
}

} // namespace

AnswerLog::AnswerLog(Database& database)
    : m_find(database.prepare("SELECT data FROM event_answer WHERE first=?1"))
    , m_write(database.prepare("INSERT OR REPLACE INTO event_answer(first, data) VALUES(?1,?2)"))
{
}

void AnswerLog::add(std::vector<AnsweredEvent> answers)
{
    std::erase_if(answers, [](const AnsweredEvent& one) { return !one.id.isValid(); });
    std::sort(
        answers.begin(), answers.end(), [](const AnsweredEvent& a, const AnsweredEvent& b) { return a.id.v < b.id.v; });
    QByteArray entries;
    qint64 first = 0;
    qint64 last = 0;
    for (const AnsweredEvent& answered : answers) {
        const qint64 id = answered.id.v;
        if (first > 0 && (id - last > widestHole || id - first >= longestRun)) {
            write(first, entries);
            first = 0;
        }
        if (first == 0) {
            first = id;
            entries.clear();
        }
        last = id;
        entries.resize((id - first + 1) * entrySize, '\0');
        qToLittleEndian(packed(answered), entries.data() + (id - first) * entrySize);
    }
    if (first > 0)
        write(first, entries);
}

void AnswerLog::write(qint64 first, QByteArray entries)
{
    const StatementReset reset(m_find);
    m_find.bind(1, first);
    if (m_find.next()) {
        // Recorded once more: what the row says about others stays.
        const QByteArrayView before = m_find.view(0);
        for (qint64 at = 0; at + entrySize <= before.size(); at += entrySize) {
            if (at >= entries.size())
                entries.resize(at + entrySize, '\0');
            if (qFromLittleEndian<quint64>(entries.constData() + at) == 0)
                std::copy_n(before.data() + at, entrySize, entries.data() + at);
        }
        m_find.reset();
    }
    m_write.bind(1, first);
    m_write.bindBytes(2, entries);
    m_write.run();
}

std::optional<AnsweredEvent> findAnswered(Database& database, EventId id)
{
    std::optional<AnsweredEvent> found;
    withRowOf(database, id.v, [&](qint64, qint64, quint64 entry) {
        found = AnsweredEvent{id, AnswerOutcome(entry & 0xff), qint64(entry >> 8)};
    });
    return found;
}

void dropAnswered(Database& database, EventId id)
{
    qint64 from = 0;
    qint64 count = 0;
    withRowOf(database, id.v, [&](qint64 first, qint64 entries, quint64) {
        from = first;
        count = entries;
    });
    if (count == 0)
        return;
    Statement drop = database.prepare("DELETE FROM event_answer WHERE first=?1 AND"
                                      " (SELECT last FROM gap WHERE first<=?1 ORDER BY first DESC LIMIT 1)>=?2");
    drop.bind(1, from);
    drop.bind(2, from + count - 1);
    drop.run();
}

} // namespace creel
