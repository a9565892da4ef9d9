#pragma once

#include <QtGlobal>

#include <memory>
#include <vector>

namespace creel
{

/**
 * Waits for many descriptors at once. On Linux one epoll set, whose cost does not grow with the connections that are
 * idle; elsewhere poll(). One thread owns it; only `wake` may be called from others.
 */
class Poller
{
public:
    enum Flag : quint8 {
        None = 0,
        Read = 1,
        Write = 2,
        Hangup = 4 ///< reported only: an error, or both directions are closed
    };
    struct Ready {
        quint64 token = 0;
        quint8 flags = None;
    };

    virtual ~Poller() = default;
    /** False where the system has no room left for another descriptor. */
    virtual bool add(qintptr descriptor, quint64 token, quint8 flags) = 0;
    virtual void change(qintptr descriptor, quint64 token, quint8 flags) = 0;
    virtual void remove(qintptr descriptor) = 0;
    /** Like remove, for a descriptor that may be closed by now: no system call. */
    virtual void forget(qintptr descriptor) = 0;
    /** What is ready, in `ready` (emptied first). Returns after `timeoutMs` (-1: never) or after `wake` at the latest.
     */
    virtual void wait(std::vector<Ready>& ready, int timeoutMs) = 0;
    /** Ends the running wait, or the next one. Thread-safe. */
    virtual void wake() = 0;

    /** The best one that this system has; null where it has no descriptor left for it. */
    static std::unique_ptr<Poller> make();
    /** The one that every system has. */
    static std::unique_ptr<Poller> makePortable();
};

} // namespace creel
