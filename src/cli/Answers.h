#pragma once

#include "signature/Signer.h"
#include "signature/Verifier.h"

#include <QByteArray>

namespace creel
{

/**
 * A verification as `verify` prints it: one JSON object, null where something could not be computed.
 * `namedSecrets`: which secrets have a name, by index; the others are told by their number.
 */
QByteArray verificationJson(const Verification& verification, const std::vector<bool>& namedSecrets = {});

/** What `sign` prints. */
QByteArray signedJson(const Signed& answer);

/** `{"error":"..."}` */
QByteArray errorJson(const QString& text);

/** Which of these have a name of their own. */
std::vector<bool> namedOf(const std::vector<NamedSecret>& secrets);

/**
 * Verifies by a scheme of the catalogue; without one (`scheme` null) the answer is `unverified`. Secrets are used up.
 */
Verification verifyMessage(std::shared_ptr<const Scheme> scheme, std::vector<NamedSecret> secrets,
    const SchemeSettings& settings, const SignedMessage& message, qint64 nowUs);

/** Not verified, and why. */
Verification unverified(const QString& reason, const QByteArray& scheme = {});

} // namespace creel
