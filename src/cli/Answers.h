#pragma once

#include "signature/Diagnosis.h"
#include "signature/Signer.h"
#include "signature/Verifier.h"

#include <QByteArray>

namespace creel
{

/**
 * A verification as `verify` prints it: one JSON object, null where something could not be computed.
 * `namedSecrets`: which secrets have a name, by index; the others are told by their number.
 */
QByteArray verificationJson(
    const Verification& verification, const std::vector<bool>& namedSecrets = {}, const Diagnosis& diagnosis = {});

/** What `sign` prints. */
QByteArray signedJson(const Signed& answer);

/** `{"error":"..."}` */
QByteArray errorJson(const QString& text);

/** Which of these have a name of their own. */
std::vector<bool> namedOf(const std::vector<NamedSecret>& secrets);

/** Verifies by `input.scheme` (null: the answer is `unverified`), and says why where it is not valid. */
struct Judged {
    Verification verification;
    Diagnosis diagnosis;
};
Judged judge(const DiagnosisInput& input);

/** Not verified, and why. */
Verification unverified(const QString& reason, const QByteArray& scheme = {});

} // namespace creel
