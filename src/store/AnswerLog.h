#pragma once

#include "store/EventWriter.h"
#include "store/Sqlite.h"

#include <optional>
#include <vector>

namespace creel
{

/**
 * Writes what became of answers, a batch at a time: neighbors share a row of `event_answer`, which is the first id and
 * eight bytes for each event from there on (the outcome, and the microseconds above it). A row for each event took a
 * fifth of the writer's time.
 */
class AnswerLog
{
public:
    explicit AnswerLog(Database& database);
    /** In any order; each event once. Inside a write transaction. */
    void add(std::vector<AnsweredEvent> answers);

private:
    void write(qint64 first, QByteArray entries);

    Statement m_find;
    Statement m_write;
};

/** Nothing where it was never recorded. */
std::optional<AnsweredEvent> findAnswered(Database& database, EventId id);

/** For an event that is gone, its gap already recorded: removes the row once every event of it is gone. */
void dropAnswered(Database& database, EventId id);

} // namespace creel
