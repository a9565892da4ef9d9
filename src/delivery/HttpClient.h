#pragma once

#include "delivery/HttpTypes.h"

#include <QObject>

#include <functional>
#include <memory>

namespace creel
{

/**
 * Sends exactly the bytes it is given over HTTP/1.1 and reads the answer (RFC 9112). Asynchronous, on any thread with
 * an event loop. Never sends twice on its own: neither when a kept connection closes, nor after a time-out. Redirects
 * are shown, and followed only where the settings say so. Nothing in it decodes, adds or merges a header.
 */
class HttpClient : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(HttpResult)>;

    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override; ///< drops what runs; its `done` is not called

    /** `done` is called once, from the event loop, on this thread. Returns a number for `cancel`. */
    quint64 send(HttpRequest request, Done done);
    /** The result says Cancelled, with what came so far. Without effect on one that has ended. */
    void cancel(quint64 id);
    int running() const;
    /** Connections kept for the next request. */
    int kept() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
