#pragma once

#include <QtGlobal>

#include <algorithm>
#include <vector>

namespace creel
{

/**
 * Deadlines of many connections, coarse (one tick) and cheap: setting one is a push_back. An entry is told once, at its
 * tick or later; whether the deadline still stands is for the owner to know (a moved deadline leaves its old entry
 * behind, so compare `at`).
 */
class TimerWheel
{
public:
    struct Entry {
        quint64 token = 0;
        qint64 at = 0; ///< microseconds, as given to `add`
    };
    static constexpr qint64 TickUs = 10'000;

    explicit TimerWheel(qint64 nowUs)
        : m_tick(nowUs / TickUs)
        , m_slots(SlotCount)
    {
    }

    void add(quint64 token, qint64 at)
    {
        const qint64 tick = std::max(tickOf(at), m_tick + 1);
        m_slots[std::size_t(tick % SlotCount)].push_back({token, at});
        ++m_count;
    }

    /** Entries that are due, in `due` (emptied first). */
    void advance(qint64 nowUs, std::vector<Entry>& due);

    bool isEmpty() const { return m_count == 0; }
    /** How long a wait may last until something may be due; -1 where nothing is set. Walks at most one turn. */
    int nextMs(qint64 nowUs) const;

private:
    static constexpr qint64 SlotCount = 1024; // 10 s a turn
    /** The first tick that is not before `at`. */
    static qint64 tickOf(qint64 at) { return (at + TickUs - 1) / TickUs; }

    qint64 m_tick; ///< done up to here
    std::vector<std::vector<Entry>> m_slots;
    qsizetype m_count = 0;
};

} // namespace creel
