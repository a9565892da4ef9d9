#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "store/Event.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace creel
{

/** Which events: every condition that is set must hold. Typed; SQL text never leaves `store`. */
struct Query {
    QString text; ///< substring of head or decoded body, without letter case; empty: any
    std::optional<QByteArray> endpoint; ///< exact path of the endpoint that caught it
    std::vector<Verdict> verdicts; ///< any of; empty: any
    std::vector<EventState> states;
    QByteArray method; ///< exact; empty: any
    QByteArray pathContains; ///< part of the target, without letter case
    QByteArray typeContains; ///< part of the event type, without letter case
    std::optional<EventId> afterId; ///< only younger ones
    bool isEverything() const;
    bool operator==(const Query&) const = default;
};

} // namespace creel
