#pragma once

#include "delivery/HttpTypes.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace creel
{

/** What is worth knowing of an exchange beside its messages and timings; kept with an attempt (StoredAttempt::facts).
 */
struct ExchangeFacts {
    QByteArray remoteAddress; ///< as HttpResult has it
    QByteArray tlsVersion;
    QByteArray tlsCipher;
    QStringList tlsProblems;
    std::vector<int> interim; ///< statuses of 1xx answers
    std::vector<HttpHop> redirects;
    bool reusedConnection = false;

    static ExchangeFacts of(const HttpResult& result);
    QByteArray toJson() const;
    /** What can't be read is left out. */
    static ExchangeFacts fromJson(const QByteArray& json);
    /** Sentences for the eye; what a server wrote has its control characters made visible. */
    QStringList sentences() const;
};

} // namespace creel
