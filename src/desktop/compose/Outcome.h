#pragma once

#include "delivery/ExchangeFacts.h"
#include "store/DeliveryStore.h"

#include <QString>

#include <memory>

namespace creel
{

/** What became of one attempt, whether it has just been made or was read from the workspace. */
struct Outcome {
    int status = 0; ///< 0: there was no answer
    QByteArray statusLine;
    QByteArray head;
    HeaderList headers;
    HeaderList trailers;
    QByteArray body;
    qint64 bodySize = 0; ///< `body` may be its start
    std::shared_ptr<const SpilledBody> spilled; ///< the body's place where `body` is empty
    HttpTimings timings;
    QString error; ///< a sentence, empty where there is none
    int attempt = 1;
    ExchangeFacts facts;
};

Outcome outcomeOf(const HttpResult& result, int attempt);
Outcome outcomeOf(const StoredAttempt& attempt);

/** `142 ms`, `0.4 ms`, `2.1 s`, in the user's locale. */
QString durationText(qint64 us);

} // namespace creel
