#pragma once

#include "base/Mailbox.h"

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace creel
{

/**
 * Brings answers of other threads to the GUI thread: `poster()` may be called and copied anywhere and also after the
 * inbox is gone (then the value is dropped). `deliver` gets all that waits, in order, on the thread that made the
 * inbox. The queued call carries nothing: it only wakes.
 */
template <class T> class Inbox
{
public:
    explicit Inbox(std::function<void(std::vector<T>)> deliver)
        : m_state(std::make_shared<State>())
    {
        m_state->context = &m_context;
        m_state->deliver = std::move(deliver);
        State* state = m_state.get();
        m_state->box.setWake([state] { state->wake(); });
    }
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;
    ~Inbox()
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->context = nullptr;
    }

    std::function<void(T)> poster() const
    {
        return [state = m_state](T value) { state->box.post(std::move(value)); };
    }

private:
    struct State {
        std::mutex mutex;
        QObject* context = nullptr;
        std::function<void(std::vector<T>)> deliver;
        Mailbox<T> box;

        void wake()
        {
            const std::lock_guard lock(mutex);
            // The context dies with the inbox, on its thread, and takes a waiting call with it.
            if (context != nullptr)
                QMetaObject::invokeMethod(
                    context, [this] { deliver(box.takeAll()); }, Qt::QueuedConnection);
        }
    };

    QObject m_context;
    std::shared_ptr<State> m_state;
};

} // namespace creel
