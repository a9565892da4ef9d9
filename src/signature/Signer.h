#pragma once

#include "base/Result.h"
#include "signature/Verifier.h"

namespace creel
{

/** What to sign, beside the message. */
struct SigningInput {
    SignedMessage
        message; ///< body whole but for its signature, for schemes that sign inside the body; its headers are kept
    QByteArray id; ///< message id; empty: a new one where the scheme needs one
    qint64 nowUs = 0; ///< the clock of the timestamp
};

/** What signing adds or changes. */
struct Signed {
    HeaderList headers; ///< the headers to add, in order; those of the input are not repeated
    QByteArray body; ///< differs from the input only for schemes that sign inside it
    std::optional<QByteArray> url; ///< where the signature stands in the URL
    QByteArray signedContent;
};

/** Makes the provider's signature from the same description that Verifier reads. `secret`: the private key where keys
 * come in pairs. */
Result<Signed> sign(
    const Scheme& scheme, const SecretBytes& secret, const SchemeSettings& settings, const SigningInput& input);

} // namespace creel
