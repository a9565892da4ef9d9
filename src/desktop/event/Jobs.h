#pragma once

#include "base/StopToken.h"
#include "desktop/Inbox.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace creel
{

constexpr int slowJobMs = 300; ///< a job that takes longer shows that it goes on

/**
 * Work off the GUI thread for one pane: `work` runs on a thread of the pool, `done` with its value on the thread that
 * made the Jobs, unless the token was stopped or the Jobs is gone by then. Work looks at its token often, so that the
 * end of a pane waits for milliseconds at most.
 */
class Jobs
{
public:
    Jobs()
        : m_inbox([](std::vector<std::function<void()>> answers) {
            for (const std::function<void()>& answer : answers)
                answer();
        })
    {
        m_pool.setMaxThreadCount(2);
    }
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;
    ~Jobs() { m_pool.clear(); }

    template <class Work, class Done> void run(const StopToken& stop, Work work, Done done)
    {
        m_pool.start([stop, work = std::move(work), done = std::move(done), post = m_inbox.poster()]() mutable {
            if (stop.stopRequested())
                return;
            auto value = std::make_shared<decltype(work())>(work());
            post([stop, value, done = std::move(done)] {
                if (!stop.stopRequested())
                    done(std::move(*value));
            });
        });
    }

    /** For answers of others (a reader's callback): brings a closure to this thread. */
    std::function<void(std::function<void()>)> poster() const { return m_inbox.poster(); }

private:
    Inbox<std::function<void()>> m_inbox;
    QThreadPool m_pool; // ends first: its threads still post
};

} // namespace creel
