#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "receiver/EndpointTable.h"
#include "store/EventWriter.h"

#include <QHostAddress>
#include <QObject>
#include <QString>

#include <memory>

namespace creel
{

/** Each is a setting and tested at its edge. */
struct ReceiverLimits {
    qint64 headBytes = 64 * 1024;
    int headerFields = 256;
    qint64 bodyBytes = 100LL * 1024 * 1024;
    int headTimeoutMs = 10'000; ///< from the first byte of a head
    int idleTimeoutMs = 120'000; ///< between requests, before the first byte, and while a body makes no progress
    int connections = 12'000;
    qint64 bytesInFlight =
        256LL * 1024 * 1024; ///< read and not yet committed, over all connections: then reading stops
    bool operator==(const ReceiverLimits&) const = default;
};

struct ReceiverSettings {
    QString address; ///< empty: 127.0.0.1 and ::1; else this one alone (`0.0.0.0`, `::`, an interface's)
    quint16 port = 4747;
    bool portIsFixed = false; ///< true: a taken port is an error; false: the next free one is taken
    int workers = 2; ///< 1 to 4
    ReceiverLimits limits;
    bool operator==(const ReceiverSettings&) const = default;
};

struct ReceiverStats {
    qint64 events = 0;
    qint64 connections = 0; ///< open now
    qint64 refused = 0;
};

/**
 * The embedded HTTP/1.x server: everything that arrives becomes an event, and is answered after its commit. Lives on
 * the thread that made it (accepting only); connections live on workers. Can be stopped, started and moved at any time.
 */
class Receiver : public QObject
{
    Q_OBJECT
public:
    Receiver(EventWriter& writer, const Clock& clock);
    ~Receiver() override;

    /**
     * Binds and listens; an error names the address, the port and, where the system tells, who has it. Where it listens
     * already, it moves: what is in flight at the old place is finished there, and an error leaves the old place as it
     * is (unless both have the same port).
     */
    Result<void> start(const ReceiverSettings& settings);
    /**
     * Stops accepting, finishes what is in flight (at most `graceMs`), then emits `stopped`. Again: with less time, for
     * what is still in flight.
     */
    void stop(int graceMs = 5'000);

    bool isListening() const;
    quint16 port() const;
    /** `http://127.0.0.1:4747`, no slash at the end. */
    QString url() const;
    ReceiverStats stats() const;

    /** Endpoints with their verifiers and answers, for every request from now on. Thread-safe. */
    void setEndpoints(std::shared_ptr<const EndpointTable> table);

signals:
    void listening();
    void stopped();
    void workerFinished(QPrivateSignal); ///< comes from a worker's thread

private:
    void reap();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
