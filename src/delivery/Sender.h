#pragma once

#include "delivery/HttpClient.h"

#include <QObject>

#include <memory>

namespace creel
{

/**
 * An HttpClient on a thread of its own, so that whoever asks does no socket work. Lives on the thread that made it;
 * every member is called there and `done` too.
 */
class Sender : public QObject
{
    Q_OBJECT
public:
    using Done = HttpClient::Done;

    explicit Sender(QObject* parent = nullptr);
    ~Sender() override; ///< drops what runs; its `done` is not called

    /** A number for `cancel`, from 1. */
    quint64 send(HttpRequest request, Done done);
    void cancel(quint64 id);
    int running() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
