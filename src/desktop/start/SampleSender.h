#pragma once

#include "base/Result.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace creel
{

/** Sends one of the sample events to the receiver: a real request over a real connection. */
class SampleSender
{
public:
    virtual ~SampleSender() = default;
    /** For the eye, e.g. `Stripe, charge.succeeded`. */
    virtual QStringList names() const = 0;
    /** To `url`; answers on the calling thread. The status of the answer, or why it did not get there. */
    virtual void send(int index, const QString& url, std::function<void(Result<int>)> done) = 0;
};

} // namespace creel
