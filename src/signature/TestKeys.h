#pragma once

#include "base/Result.h"
#include "base/SecretBytes.h"
#include "signature/Scheme.h"

namespace creel
{

/** A key pair that Creel makes where signing with a private key is the provider's. */
struct TestKeyPair {
    SecretBytes privateKey; ///< to sign with
    QByteArray publicKey; ///< to give to what verifies, in the form of the provider: PEM, certificate, JWKS ...
};

/**
 * A new pair (or, for a shared secret, the same random secret twice), written as the scheme wants it. RSA has 2 048
 * bits and takes up to a second: off the GUI thread. An error for schemes without a key.
 */
Result<TestKeyPair> makeTestKeyPair(const Scheme& scheme);

} // namespace creel
