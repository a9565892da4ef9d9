#include "cli/EventPrinter.h"

#include "cli/EventLine.h"
#include "exchange/Exporter.h"

#include <chrono>

namespace creel
{
namespace
{
constexpr qint64 bodyInMemory = 1024 * 1024;
constexpr qint64 pageSize = 256;
} // namespace

EventPrinter::EventPrinter(EventReader& reader, Console& console, bool json, EventId after)
    : m_reader(reader)
    , m_console(console)
    , m_json(json)
    , m_printed(after)
    , m_newest(after)
    , m_thread([this] { run(); })
{
}

EventPrinter::~EventPrinter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void EventPrinter::upTo(EventId newest)
{
    {
        const std::lock_guard lock(m_mutex);
        if (newest <= m_newest)
            return;
        m_newest = newest;
    }
    m_changed.notify_all();
}

bool EventPrinter::finish(int ms)
{
    std::unique_lock lock(m_mutex);
    m_stop = true;
    m_changed.notify_all();
    return m_changed.wait_for(lock, std::chrono::milliseconds(ms), [this] { return m_ended; });
}

void EventPrinter::run()
{
    std::unique_lock lock(m_mutex);
    bool open = true;
    while (open) {
        m_changed.wait(lock, [this] { return m_stop || m_newest > m_printed; });
        if (m_newest <= m_printed)
            break;
        const EventId first(m_printed.v + 1);
        const EventId last(qMin(m_newest.v, m_printed.v + pageSize));
        lock.unlock();
        open = print(first, last);
        lock.lock();
        m_printed = last;
    }
    m_ended = true;
    m_changed.notify_all();
}

bool EventPrinter::print(EventId first, EventId last)
{
    std::vector<EventId> ids;
    for (qint64 id = first.v; id <= last.v; ++id)
        ids.emplace_back(id);
    if (m_json) {
        for (const EventId id : ids) {
            if (!printJson(id))
                return false;
        }
        return true;
    }
    const auto rows = m_reader.rowsNow(ids);
    if (!rows) {
        m_console.message(rows.error().text);
        return true;
    }
    for (const EventRow& row : *rows) {
        if (!m_console.line(eventLine(row)))
            return false;
    }
    return true;
}

bool EventPrinter::printJson(EventId id)
{
    const auto detail = m_reader.detailNow(id, bodyInMemory);
    if (!detail) {
        if (detail.error().code != ErrorCode::NotFound)
            m_console.message(detail.error().text);
        return true;
    }
    bool open = true;
    const auto written = writeNdjson(*detail, bodyInStore(m_reader, id), [&](QByteArrayView bytes) {
        open = m_console.write(bytes);
        return open ? Result<void>() : Result<void>(Console::outputError());
    });
    if (!written && open)
        m_console.message(written.error().text);
    return open && m_console.line("");
}

} // namespace creel
