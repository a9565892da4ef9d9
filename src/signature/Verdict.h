#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace creel
{

// The numbers of these enums are stored in workspaces: never renumber.

/** What the comparison of the signature gave. */
enum class SignatureState : quint8 { Unverified = 0, Valid = 1, Invalid = 2, Missing = 3, Malformed = 4 };

/** Whether the event's own timestamp lies within the scheme's tolerance at the clock of the verification. */
enum class Freshness : quint8 { None = 0, Fresh = 1, Stale = 2, Future = 3 };

/** Signature and freshness in one word. */
enum class Verdict : quint8 { Unverified = 0, Valid = 1, Invalid = 2, Stale = 3, Unsigned = 4, Malformed = 5 };

/** `valid` where the signature is valid and fresh or without a time; `stale` where valid and stale or future;
 * `unsigned` where missing; else as the signature. */
Verdict verdictOf(SignatureState signature, Freshness freshness);

/** The words of the command line and of NDJSON: `valid`, `invalid`, `missing` ... Never translated. */
QByteArray toWord(SignatureState state);
QByteArray toWord(Freshness freshness);
QByteArray toWord(Verdict verdict);
std::optional<SignatureState> signatureStateFromWord(QByteArrayView word);
std::optional<Freshness> freshnessFromWord(QByteArrayView word);
std::optional<Verdict> verdictFromWord(QByteArrayView word);

/** Something that can be seen and not proven, e.g. `wrong_kind_of_key`; `text` is translated. */
struct Hint {
    QByteArray hint;
    QString text;
};

/** All that a verification found out; what could not be computed is absent. */
struct Verification {
    SignatureState signature = SignatureState::Unverified;
    Freshness freshness = Freshness::None;
    std::optional<qint64> ageS; ///< clock less timestamp, in seconds; negative for the future
    QByteArray scheme; ///< id of the scheme, or of the profile that matched
    QByteArray header; ///< where the signature was read: header name, or a locator such as `json:/signature`
    std::optional<QString> secret; ///< name of the secret that matched, or its index from 0
    std::optional<QByteArray> expected; ///< for the first secret, in the scheme's encoding; absent for public keys
    std::optional<QByteArray> received; ///< the signature as it came
    std::optional<QByteArray> signedContent; ///< the exact bytes that were signed
    QString reason; ///< a translated sentence
    std::vector<Hint> hints;

    Verdict verdict() const { return verdictOf(signature, freshness); }
};

} // namespace creel
