#pragma once

#include "base/SecretBytes.h"
#include "http/HeaderList.h"
#include "signature/Verdict.h"

#include <QByteArray>
#include <QMap>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

class Scheme;

/** A secret (or public key) with the name that the user knows it by. */
struct NamedSecret {
    QString name; ///< empty: it is called by its index
    SecretBytes value;
};

/** What a scheme is applied to. */
struct SignedMessage {
    QByteArray method;
    QByteArray url; ///< the full public URL that the provider was given
    HeaderList headers;
    QByteArray body; ///< after transfer coding, before content coding is undone
};

/** Settings of an endpoint that are not secret: `{cfg:NAME}`. */
using SchemeSettings = QMap<QByteArray, QByteArray>;

/**
 * Applies one scheme to messages. Immutable after it was made and safe on any thread. Secrets are parsed once, here:
 * one that does not fit the scheme's form is kept apart and told in `Verification::reason`.
 */
class Verifier
{
public:
    Verifier(std::shared_ptr<const Scheme> scheme, std::vector<NamedSecret> secrets, SchemeSettings settings);
    ~Verifier();
    Verifier(const Verifier&) = delete;
    Verifier& operator=(const Verifier&) = delete;

    const Scheme& scheme() const;

    /** `nowUs`: the clock that freshness is judged by, microseconds since the epoch. */
    Verification verify(const SignedMessage& message, qint64 nowUs) const;

    /**
     * The state alone, as `verify` finds it, where headers and body are enough to tell (an HMAC over the body, without
     * a time: freshness is None); nothing for other schemes. Many times cheaper: nothing is said about why.
     */
    std::optional<SignatureState> quickState(const HeaderList& headers, QByteArrayView body) const;

    /**
     * One message whose body comes in pieces and is not kept: HMAC, RSA and ECDSA over content in which the body stands
     * once. `begin` gives nothing where the scheme can't be streamed (Ed25519, content read out of the body, ...).
     * Not thread-safe; must not outlive the Verifier.
     */
    class Stream
    {
    public:
        virtual ~Stream() = default;
        virtual void addBody(QByteArrayView piece) = 0;
        virtual Verification finish(qint64 nowUs) = 0;
    };
    /** `head.body` is ignored. */
    std::unique_ptr<Stream> begin(const SignedMessage& head) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
