#pragma once

#include "base/StopToken.h"
#include "exchange/Mask.h"
#include "exchange/Ndjson.h"
#include "store/EventReader.h"

#include <functional>

namespace creel
{

enum class ExportFormat : quint8 {
    Ndjson, ///< one event a line
    Json, ///< an array of the same objects
    Curl, ///< a command a line; what is no whole request becomes a comment
};

struct ExportOptions {
    ExportFormat format = ExportFormat::Ndjson;
    const Mask* mask = nullptr; ///< null: exact bytes
    QByteArray curlBase; ///< where the commands send to; empty: the Host of each event
    bool newestFirst = false;
};

struct ExportResult {
    qint64 events = 0;
    qint64 masked = 0; ///< values that became placeholders
};

/**
 * Writes events one by one: memory does not grow with their number, nor with a body unless it is masked or becomes a
 * command. Events that are deleted meanwhile are left out. `progress` gets the number written so far. Blocks: for
 * worker threads and the command line.
 */
Result<ExportResult> exportEvents(EventReader& reader, const EventSet& events, const ExportOptions& options,
    const ByteSink& sink, const StopToken& stop = {}, const std::function<void(qint64)>& progress = {});

/** Reads the body of one event in pieces from the store. */
BodySource bodyInStore(EventReader& reader, EventId id);

/** One event with its whole body in memory, whatever its size. */
Result<EventDetail> wholeEvent(EventReader& reader, EventId id);

} // namespace creel
