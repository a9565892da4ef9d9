#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <atomic>
#include <optional>

namespace creel
{

/** Where the time comes from; injected, so that tests decide it. Thread-safe. */
class Clock
{
public:
    virtual ~Clock() = default;
    /** Microseconds since 1970-01-01T00:00:00Z. */
    virtual qint64 nowUs() const = 0;
    /** Microseconds of a clock that never goes back, for durations and time-outs. */
    virtual qint64 steadyUs() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 nowUs() const override;
    qint64 steadyUs() const override;
};

/** Stands still until it is told otherwise. */
class FakeClock final : public Clock
{
public:
    explicit FakeClock(qint64 nowUs = 1'700'000'000'000'000)
        : m_now(nowUs)
    {
    }
    qint64 nowUs() const override { return m_now; }
    qint64 steadyUs() const override { return m_now; }
    void advanceUs(qint64 us) { m_now += us; }
    void setNowUs(qint64 us) { m_now = us; }

private:
    std::atomic<qint64> m_now;
};

/** RFC 3339 in UTC with six digits of fraction: `2026-11-23T21:23:36.482912Z`. */
QByteArray toRfc3339Us(qint64 us);

/** Reads RFC 3339 (any fraction; no zone counts as UTC; a blank instead of `T` is taken); nothing when it is not that.
 */
std::optional<qint64> fromRfc3339(QByteArrayView text);

} // namespace creel
