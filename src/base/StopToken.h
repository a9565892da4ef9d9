#pragma once

#include <atomic>
#include <memory>

namespace creel
{

/** The asking side of a cancellation: any thread may ask, the work looks at its own pace. A copy is the same token. */
class StopToken
{
public:
    StopToken() = default; ///< never stops
    bool stopRequested() const { return m_flag && m_flag->load(std::memory_order_relaxed); }

private:
    friend class StopSource;
    explicit StopToken(std::shared_ptr<std::atomic<bool>> flag)
        : m_flag(std::move(flag))
    {
    }
    std::shared_ptr<std::atomic<bool>> m_flag;
};

/** Owns one operation's cancellation; each operation has its own (never a worker's). Stops when destroyed. */
class StopSource
{
public:
    StopSource()
        : m_flag(std::make_shared<std::atomic<bool>>(false))
    {
    }
    StopSource(StopSource&&) = default;
    StopSource& operator=(StopSource&& other) noexcept
    {
        if (this != &other) {
            stop();
            m_flag = std::move(other.m_flag);
        }
        return *this;
    }
    StopSource(const StopSource&) = delete;
    StopSource& operator=(const StopSource&) = delete;
    ~StopSource() { stop(); }
    void stop()
    {
        if (m_flag)
            m_flag->store(true, std::memory_order_relaxed);
    }
    StopToken token() const { return StopToken(m_flag); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

} // namespace creel
