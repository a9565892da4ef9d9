#pragma once

#include "desktop/list/EventTableModel.h"

#include <functional>
#include <vector>

namespace creel
{

/** Rows made of their ids; answers when the test says so. */
class FakeRows : public EventRowSource
{
public:
    void rows(
        std::vector<EventId> ids, StopToken stop, std::function<void(Result<std::vector<EventRow>>)> done) override
    {
        asked.push_back(ids);
        m_waiting.push_back([ids = std::move(ids), stop, done = std::move(done), this] {
            if (stop.stopRequested())
                return;
            std::vector<EventRow> rows;
            for (const EventId id : ids)
                rows.push_back(make(id));
            done(rows);
        });
    }

    void answer()
    {
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto& call : waiting)
            call();
    }

    EventRow make(EventId id) const
    {
        EventRow row;
        row.id = id;
        row.receivedAtUs = 1'700'000'000'000'000 + id.v * 1000;
        row.target = "/path/" + QByteArray::number(id.v);
        row.provider = provider;
        row.status = 200;
        row.bodySize = id.v;
        row.verdict.signature = SignatureState::Valid;
        row.verdict.freshness = Freshness::Fresh;
        return row;
    }

    QString provider = QStringLiteral("Stripe");
    std::vector<std::vector<EventId>> asked;

private:
    std::vector<std::function<void()>> m_waiting;
};

inline EventSet setOf(qint64 first, qint64 last)
{
    EventSet set;
    set.addRange(EventId(first), EventId(last));
    return set;
}

} // namespace creel
