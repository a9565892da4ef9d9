#pragma once

#include "cli/Arguments.h"
#include "cli/Console.h"
#include "signature/SchemeCatalog.h"

#include <memory>

namespace creel
{

enum class BatchKind { Sign, Verify };

/** What the command line says for lines that do not say it themselves. */
struct BatchDefaults {
    std::shared_ptr<const Scheme> scheme;
    SchemeSettings settings; ///< a line's own stand beside them and count where both have one
    std::vector<NamedSecret> secrets;
    QByteArray method;
    QByteArray url;
    std::optional<qint64> nowUs; ///< nothing: the system's clock
};

/** Reads the defaults from the options; false after telling what is wrong, or what has no place beside --batch. */
bool readDefaults(CommandContext& context, const SchemeCatalog& catalog, const MessageOptions& message,
    const std::string& scheme, BatchDefaults& out);

/** Answers one line of a batch; `ok` is false where it could not be read (then the answer is an error). */
QByteArray answerBatchLine(BatchKind kind, const std::shared_ptr<const SchemeCatalog>& catalog,
    const BatchDefaults& defaults, QByteArrayView line, bool& ok);

/**
 * Standard input to standard output, line by line, each flushed before the next is awaited. Gives the exit code.
 */
int runBatch(BatchKind kind, Console& console, const std::shared_ptr<const SchemeCatalog>& catalog,
    const BatchDefaults& defaults);

/** All of `--batch`: reads defaults and secrets, answers the lines and ends the command. */
void startBatch(BatchKind kind, CommandContext& context, const MessageOptions& message, const std::string& scheme,
    const SecretOptions& secrets);

} // namespace creel
