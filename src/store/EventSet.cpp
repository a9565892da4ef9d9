#include "store/EventSet.h"

#include <roaring/roaring.h>

#include <algorithm>
#include <limits>
#include <map>

namespace creel
{
namespace
{

constexpr quint64 low32 = std::numeric_limits<quint32>::max();

struct BitmapDeleter {
    void operator()(roaring_bitmap_t* bitmap) const { roaring_bitmap_free(bitmap); }
};
using Bitmap = std::shared_ptr<roaring_bitmap_t>;

Bitmap newBitmap()
{
    return Bitmap(roaring_bitmap_create(), BitmapDeleter());
}

quint32 highOf(EventId id)
{
    return quint32(quint64(id.v) >> 32);
}
quint32 lowOf(EventId id)
{
    return quint32(quint64(id.v) & low32);
}
EventId join(quint32 high, quint32 low)
{
    return EventId(qint64((quint64(high) << 32) | low));
}

} // namespace

/** One 32-bit bitmap for each value of the upper half of the ids: nearly always a single one. */
struct EventSet::Private {
    std::map<quint32, Bitmap> parts;

    roaring_bitmap_t* writable(quint32 high)
    {
        Bitmap& bitmap = parts[high];
        if (!bitmap)
            bitmap = newBitmap();
        else if (bitmap.use_count() > 1)
            bitmap = Bitmap(roaring_bitmap_copy(bitmap.get()), BitmapDeleter());
        return bitmap.get();
    }
    void dropEmpty(quint32 high)
    {
        const auto it = parts.find(high);
        if (it != parts.end() && roaring_bitmap_is_empty(it->second.get()))
            parts.erase(it);
    }
    const roaring_bitmap_t* find(quint32 high) const
    {
        const auto it = parts.find(high);
        return it == parts.end() ? nullptr : it->second.get();
    }
};

EventSet::EventSet()
    : d(std::make_unique<Private>())
{
}
EventSet::~EventSet() = default;
EventSet::EventSet(const EventSet& other)
    : d(std::make_unique<Private>(*other.d))
{
}
EventSet& EventSet::operator=(const EventSet& other)
{
    if (this != &other)
        d = std::make_unique<Private>(*other.d);
    return *this;
}
EventSet::EventSet(EventSet&& other) noexcept
    : d(std::make_unique<Private>())
{
    d.swap(other.d);
}
EventSet& EventSet::operator=(EventSet&& other) noexcept
{
    d.swap(other.d);
    return *this;
}

qint64 EventSet::size() const
{
    quint64 size = 0;
    for (const auto& [high, bitmap] : d->parts)
        size += roaring_bitmap_get_cardinality(bitmap.get());
    return qint64(size);
}

bool EventSet::contains(EventId id) const
{
    if (!id.isValid())
        return false;
    const roaring_bitmap_t* bitmap = d->find(highOf(id));
    return bitmap && roaring_bitmap_contains(bitmap, lowOf(id));
}

EventId EventSet::at(Row row) const
{
    if (row.v < 0)
        return {};
    quint64 left = quint64(row.v);
    for (auto it = d->parts.rbegin(); it != d->parts.rend(); ++it) {
        const quint64 size = roaring_bitmap_get_cardinality(it->second.get());
        if (left < size) {
            quint32 low = 0;
            roaring_bitmap_select(it->second.get(), quint32(size - 1 - left), &low);
            return join(it->first, low);
        }
        left -= size;
    }
    return {};
}

Row EventSet::rowOf(EventId id) const
{
    if (!contains(id))
        return Row(-1);
    quint64 newer = 0;
    for (auto it = d->parts.rbegin(); it != d->parts.rend(); ++it) {
        const quint64 size = roaring_bitmap_get_cardinality(it->second.get());
        if (it->first == highOf(id))
            return Row(qint64(newer + size - roaring_bitmap_rank(it->second.get(), lowOf(id))));
        newer += size;
    }
    return Row(-1);
}

EventId EventSet::newest() const
{
    if (d->parts.empty())
        return {};
    const auto& last = *d->parts.rbegin();
    return join(last.first, roaring_bitmap_maximum(last.second.get()));
}

void EventSet::add(EventId id)
{
    if (id.isValid())
        roaring_bitmap_add(d->writable(highOf(id)), lowOf(id));
}

void EventSet::addRange(EventId first, EventId last)
{
    if (first.v < 1)
        first = EventId(1);
    while (first <= last) {
        const quint32 high = highOf(first);
        const EventId end = std::min(last, join(high, quint32(low32)));
        roaring_bitmap_add_range_closed(d->writable(high), lowOf(first), lowOf(end));
        first = EventId(end.v + 1);
    }
}

void EventSet::remove(EventId id)
{
    if (!contains(id))
        return;
    roaring_bitmap_remove(d->writable(highOf(id)), lowOf(id));
    d->dropEmpty(highOf(id));
}

void EventSet::removeRange(EventId first, EventId last)
{
    if (first.v < 1)
        first = EventId(1);
    std::vector<quint32> touched;
    for (const auto& [high, bitmap] : d->parts) {
        if (first <= last && high >= highOf(first) && high <= highOf(last))
            touched.push_back(high);
    }
    for (const quint32 high : touched) {
        const quint32 from = high == highOf(first) ? lowOf(first) : 0;
        const quint32 to = high == highOf(last) ? lowOf(last) : quint32(low32);
        roaring_bitmap_remove_range_closed(d->writable(high), from, to);
        d->dropEmpty(high);
    }
}

void EventSet::unite(const EventSet& other)
{
    for (const auto& [high, bitmap] : other.d->parts) {
        if (d->find(high))
            roaring_bitmap_or_inplace(d->writable(high), bitmap.get());
        else
            d->parts[high] = bitmap;
    }
}

void EventSet::subtract(const EventSet& other)
{
    for (const auto& [high, bitmap] : other.d->parts) {
        if (!d->find(high))
            continue;
        roaring_bitmap_andnot_inplace(d->writable(high), bitmap.get());
        d->dropEmpty(high);
    }
}

std::vector<EventId> EventSet::ids(Row from, qint64 count) const
{
    std::vector<EventId> result;
    if (from.v < 0 || count <= 0)
        return result;
    quint64 skip = quint64(from.v);
    std::vector<quint32> lows;
    for (auto it = d->parts.rbegin(); it != d->parts.rend() && qint64(result.size()) < count; ++it) {
        const quint64 size = roaring_bitmap_get_cardinality(it->second.get());
        if (skip >= size) {
            skip -= size;
            continue;
        }
        const quint64 wanted = std::min<quint64>(size - skip, quint64(count) - result.size());
        lows.resize(wanted);
        roaring_bitmap_range_uint32_array(it->second.get(), size - skip - wanted, wanted, lows.data());
        for (auto low = lows.rbegin(); low != lows.rend(); ++low)
            result.push_back(join(it->first, *low));
        skip = 0;
    }
    return result;
}

bool EventSet::operator==(const EventSet& other) const
{
    return d->parts.size() == other.d->parts.size()
        && std::equal(d->parts.begin(), d->parts.end(), other.d->parts.begin(), [](const auto& a, const auto& b) {
               return a.first == b.first && roaring_bitmap_equals(a.second.get(), b.second.get());
           });
}

} // namespace creel
