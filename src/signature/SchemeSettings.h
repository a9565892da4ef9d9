#pragma once

#include "base/Result.h"
#include "signature/Scheme.h"
#include "signature/Verifier.h"

namespace creel
{

/**
 * The scheme with what an endpoint's settings change in it, as far as the scheme lets them: `header`,
 * `timestamp_header`, `query`, `prefix`, `encoding`, `key_form`, `content`. The same scheme where nothing is changed;
 * an error names the setting that can't be read.
 */
Result<std::shared_ptr<const Scheme>> withSettings(
    const std::shared_ptr<const Scheme>& scheme, const SchemeSettings& settings);

} // namespace creel
