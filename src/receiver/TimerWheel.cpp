#include "receiver/TimerWheel.h"

namespace creel
{

void TimerWheel::advance(qint64 nowUs, std::vector<Entry>& due)
{
    due.clear();
    const qint64 now = nowUs / TickUs;
    if (now <= m_tick)
        return;
    // After a long pause each slot is looked at once, not once for each turn that was missed.
    const qint64 first = std::max(m_tick + 1, now - SlotCount + 1);
    m_tick = now;
    for (qint64 tick = first; tick <= now; ++tick) {
        auto& slot = m_slots[std::size_t(tick % SlotCount)];
        std::size_t kept = 0;
        for (const Entry& entry : slot) {
            if (entry.at <= nowUs)
                due.push_back(entry);
            else
                slot[kept++] = entry;
        }
        slot.resize(kept);
    }
    m_count -= qsizetype(due.size());
}

int TimerWheel::nextMs(qint64 nowUs) const
{
    if (m_count == 0)
        return -1;
    qint64 tick = m_tick + 1;
    while (tick < m_tick + SlotCount && m_slots[std::size_t(tick % SlotCount)].empty())
        ++tick;
    return int(std::max<qint64>(0, tick * TickUs - nowUs + 999) / 1000);
}

} // namespace creel
