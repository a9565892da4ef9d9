#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace creel
{

/**
 * Hands values from any thread to one owner. `wake` is called (on the posting thread, without the lock held) when the
 * box goes from empty to filled; it must only wake the owner, e.g. by a queued signal without arguments. The owner then
 * takes all that is there in one call. Bound what is in flight elsewhere: the box itself has no limit.
 */
template <class T> class Mailbox
{
public:
    explicit Mailbox(std::function<void()> wake = {})
        : m_wake(std::move(wake))
    {
    }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /** Set before the first post; not safe beside posts. */
    void setWake(std::function<void()> wake) { m_wake = std::move(wake); }

    void post(T value)
    {
        bool first = false;
        {
            const std::lock_guard lock(m_mutex);
            first = m_items.empty();
            m_items.push_back(std::move(value));
        }
        if (first && m_wake)
            m_wake();
    }

    /** Everything posted so far, in order; the box is empty after. */
    std::vector<T> takeAll()
    {
        std::vector<T> items;
        const std::lock_guard lock(m_mutex);
        items.swap(m_items);
        return items;
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_items;
    std::function<void()> m_wake;
};

} // namespace creel
