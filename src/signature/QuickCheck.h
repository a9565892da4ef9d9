#pragma once

#include "http/HeaderList.h"
#include "signature/SchemeRun.h"

#include <optional>

namespace creel
{

/**
 * The common form of a scheme, an HMAC over the body alone with the signature in a header and no time: its state
 * without the rest of a Verification, for a receiver that is asked tens of thousands of times a second. What it says is
 * what prepare() and Session say.
 */
bool suitsQuickCheck(const Scheme& scheme);

/** For a scheme that suits; `keys` empty: nothing can be compared. */
SignatureState quickCheck(
    const Scheme& scheme, const HeaderList& headers, QByteArrayView body, const std::vector<NamedKey>& keys);

} // namespace creel
