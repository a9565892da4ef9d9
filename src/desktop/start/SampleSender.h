#pragma once

#include "base/Result.h"
#include "base/SecretBytes.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace creel
{

/** How a sample is signed where the user has no secret for it yet. */
struct SampleKey {
    QByteArray scheme; ///< id; empty: the sample is sent unsigned
    QString schemeName;
    QByteArray path; ///< where the sample goes, `/stripe`
    SecretBytes secret; ///< made for this run; what the verifying side needs
    bool isPublic = false; ///< `secret` is a public key
};

/** Sends one of the sample events to the receiver: a real request over a real connection. */
class SampleSender
{
public:
    virtual ~SampleSender() = default;
    /** For the eye, e.g. `Stripe, charge.succeeded`. */
    virtual QStringList names() const = 0;
    /** The key that `send` signs with, the same for a scheme as long as the program runs. */
    virtual SampleKey key(int index) = 0;
    /**
     * To `url`, signed with `key(index)`, or with `secret` where the user has one for it (null: not). Answers on the
     * calling thread: the status of the answer, or why it did not get there.
     */
    virtual void send(
        int index, const QString& url, const SecretBytes* secret, std::function<void(Result<int>)> done) = 0;
};

} // namespace creel
