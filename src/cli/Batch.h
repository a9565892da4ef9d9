#pragma once

#include "cli/Console.h"
#include "signature/SchemeCatalog.h"

#include <memory>

namespace creel
{

enum class BatchKind { Sign, Verify };

/** Answers one line of a batch; `ok` is false where it could not be read (then the answer is an error). */
QByteArray answerBatchLine(
    BatchKind kind, const std::shared_ptr<const SchemeCatalog>& catalog, QByteArrayView line, qint64 nowUs, bool& ok);

/**
 * Standard input to standard output, line by line, each flushed before the next is awaited. `now` is `--now`, for lines
 * that have no clock of their own; empty: the system's. Gives the exit code.
 */
int runBatch(BatchKind kind, Console& console, const std::shared_ptr<const SchemeCatalog>& catalog, QByteArrayView now);

} // namespace creel
