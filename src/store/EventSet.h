#pragma once

#include "base/Ids.h"

#include <memory>
#include <vector>

namespace creel
{

/** An ordered set of event ids, newest first: a compressed bitmap with rank and select. Copies are cheap (shared until
 * one is changed). Not thread-safe to change. */
class EventSet
{
public:
    EventSet();
    ~EventSet();
    EventSet(const EventSet&);
    EventSet& operator=(const EventSet&);
    EventSet(EventSet&&) noexcept;
    EventSet& operator=(EventSet&&) noexcept;

    qint64 size() const;
    bool isEmpty() const { return size() == 0; }
    bool contains(EventId id) const;
    EventId at(Row row) const; ///< row 0 is the newest; invalid past the end
    Row rowOf(EventId id) const; ///< row, or -1 where it is not in the set
    EventId newest() const;
    void add(EventId id); ///< ids below 1 are ignored
    void addRange(EventId first, EventId last); ///< both included
    void remove(EventId id);
    void removeRange(EventId first, EventId last); ///< both included
    void unite(const EventSet& other);
    void subtract(const EventSet& other);
    std::vector<EventId> ids(Row from, qint64 count) const; ///< newest first
    bool operator==(const EventSet& other) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
