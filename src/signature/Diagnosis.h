#pragma once

#include "base/StopToken.h"
#include "signature/SchemeCatalog.h"
#include "signature/Verifier.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace creel
{

/**
 * One explanation of why an event did not verify, proven: undoing it makes the signature verify (causes of time state a
 * fact instead). The words of `cause` are those of the command line, never translated.
 */
struct Cause {
    QByteArray cause; ///< e.g. `body_reserialized_compact`
    QByteArrayList causes; ///< where several hold only together: all of them, `cause` first; else empty
    QString text; ///< a translated sentence: what would make it verify
    std::optional<QByteArray> signedContent; ///< the bytes that verify; absent for causes of time
    qint64 firstDifference = -1; ///< first byte where they differ from what was received, -1 where they do not
    std::optional<QString> secret; ///< name of the secret that matched, where it is not the endpoint's first
    QByteArrayList ruledOut; ///< of `nothing_matches` alone: the causes that were tried
};

/** What is needed to find out. Everything is a value or shared: a diagnosis runs on any thread. */
struct DiagnosisInput {
    std::shared_ptr<const SchemeCatalog> catalog;
    std::shared_ptr<const Scheme> scheme;
    SignedMessage message;
    std::vector<NamedSecret> secrets; ///< of the endpoint
    std::vector<NamedSecret> otherSecrets; ///< of the workspace's other endpoints, older ones
    SchemeSettings settings;
    QByteArrayList otherUrls; ///< public URLs that this receiver is known under, the URL that arrived among them
    std::vector<qint64> sameProviderId; ///< ids of stored events with the same provider id
    qint64 nowUs = 0; ///< the clock of the verification
    int budgetMs = 900; ///< looks no longer than this; what was found until then is proven all the same
};

struct Diagnosis {
    std::vector<Cause> causes; ///< likeliest first; equal explanations stand side by side
    std::vector<Hint> hints; ///< what can be seen and not proven
    bool complete =
        true; ///< false: stopped or out of time before every single cause was tried; nothing is ruled out then
};

/** Seen and not proven: also of use where the verdict is valid (a replay). Cheap. */
std::vector<Hint> hintsOf(const DiagnosisInput& input, const Verification& verification);

/**
 * Why `verification` (of the same input) is not valid: tries what goes wrong in real life, with the secrets that the
 * user entered and no others. Empty causes where the verdict is valid, or nothing can be said (no secret at all).
 * Thread-safe; looks at `stop` all along.
 */
Diagnosis diagnose(const DiagnosisInput& input, const Verification& verification, const StopToken& stop = {});

} // namespace creel
