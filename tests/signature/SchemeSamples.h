#pragma once

#include "signature/Scheme.h"
#include "signature/Verifier.h"

#include <vector>

namespace creel
{

/** A message that a scheme can sign, and which of its body's bytes the signature must cover. */
struct SchemeSample {
    SignedMessage message;
    SchemeSettings settings;
    bool anyBody = false; ///< the body is taken as bytes, so that any other will do
    bool coversBody = true; ///< at least where `COVERED` stands
};

SchemeSample sampleFor(const Scheme& scheme, qint64 nowUs);

} // namespace creel
