#pragma once

#include "store/WriteTask.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace creel
{

using BulkDone = std::function<void(const Result<void>&)>;

std::unique_ptr<BulkTask> pinTask(std::vector<EventId> ids, bool pinned, BulkDone done);
std::unique_ptr<BulkTask> tagTask(std::vector<EventId> ids, QStringList tags, BulkDone done);
std::unique_ptr<BulkTask> noteTask(EventId id, QString note, BulkDone done);
std::unique_ptr<BulkTask> verdictTask(EventId id, const StoredVerdict& verdict);
std::unique_ptr<BulkTask> deleteTask(std::vector<EventId> ids, bool deleted, BulkDone done);
/** Removes what is marked as deleted. */
std::unique_ptr<BulkTask> purgeTask(BulkDone done);
/** Removes the oldest events until the limits hold. */
std::unique_ptr<BulkTask> retentionTask(const Retention& retention);
/** Gives free pages back to the file system. */
std::unique_ptr<BulkTask> vacuumTask(BulkDone done);
/** Does nothing: `done` is called when everything before it is. */
std::unique_ptr<BulkTask> barrierTask(BulkDone done);

} // namespace creel
