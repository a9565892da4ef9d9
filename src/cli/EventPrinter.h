#pragma once

#include "cli/Console.h"
#include "store/EventReader.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace creel
{

/**
 * Prints committed events in their order, a line each, flushed, on a thread of its own: a reader of the output that
 * does not read stops nothing but the printing.
 */
class EventPrinter
{
public:
    /** Prints what is younger than `after`. */
    EventPrinter(EventReader& reader, Console& console, bool json, EventId after);
    ~EventPrinter(); ///< joins: call finish() first, it tells whether that can be
    EventPrinter(const EventPrinter&) = delete;
    EventPrinter& operator=(const EventPrinter&) = delete;

    /** There are events up to this one. Any thread. */
    void upTo(EventId newest);
    /** Prints what is left; false where the output has not taken it within `ms`. */
    bool finish(int ms);

private:
    void run();
    /** False once the output takes no more. */
    bool print(EventId first, EventId last);
    bool printJson(EventId id);

    EventReader& m_reader;
    Console& m_console;
    const bool m_json;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    EventId m_printed;
    EventId m_newest;
    bool m_stop = false;
    bool m_ended = false;
    std::thread m_thread; ///< last: runs when all else is there
};

} // namespace creel
