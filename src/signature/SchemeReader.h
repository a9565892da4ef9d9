#pragma once

#include "base/Result.h"
#include "signature/Scheme.h"

#include <memory>
#include <vector>

namespace creel
{

/**
 * Reads scheme files (`resources/schemes/scheme.schema.json` tells their form). Every member is checked; an unknown one
 * is an error. An error names the line, from 1.
 */
Result<std::shared_ptr<Scheme>> readScheme(QByteArrayView json);

/** An array of scheme files, as the build bundles them; `json` must be followed by 64 readable bytes. */
Result<std::vector<std::shared_ptr<Scheme>>> readSchemeBundle(QByteArrayView json);

/** The bundle of resources/schemes that is compiled in. */
QByteArrayView builtInSchemes();

} // namespace creel
