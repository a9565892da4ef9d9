#pragma once

#include "signature/SchemeCatalog.h"
#include "signature/Verifier.h"
#include "store/Endpoint.h"

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

class AnswerChooser;

/** Endpoints as the workers use them: immutable, swapped as a whole when anything changes. */
struct EndpointTable {
    struct Entry {
        Endpoint endpoint;
        std::shared_ptr<const Verifier> verifier; ///< null where the endpoint has no scheme
        std::shared_ptr<const Answer> answer; ///< null: 200 with an empty body
    };
    std::shared_ptr<const SchemeCatalog> catalog; ///< null: nothing is recognised
    std::vector<Entry> entries;
    std::shared_ptr<const AnswerChooser> chooser; ///< null: the endpoint's own answer always

    /** The entry whose path matches longest; where none does, a plain one of `/` without scheme. */
    const Entry& match(QByteArrayView path) const;
};

/** An answer that stands in for the endpoint's own. */
struct ChosenAnswer {
    std::shared_ptr<const Answer> answer;
    bool handshake = false; ///< the event is a provider's challenge
};

/**
 * Decides answers that depend on the request: handshakes, later proxied targets. Declared here and supplied by `app`.
 * Called on receiver workers, several at once: const, without waiting.
 */
class AnswerChooser
{
public:
    virtual ~AnswerChooser() = default;
    /** Nothing: the endpoint's own answer is right. `request.body` is empty where it went to the store in pieces. */
    virtual std::optional<ChosenAnswer> choose(
        const Request& request, const EndpointTable::Entry& entry, const StoredVerdict& verdict) const = 0;
};

/**
 * The URL that a signature over the URL is checked against. With a public URL: that, what of the path lies below the
 * endpoint's, and the query that arrived. Else the URL that arrived: `http://`, Host and target, or the target itself
 * where it is absolute (RFC 9112, section 3.2.2).
 */
QByteArray verificationUrl(const Endpoint& endpoint, const Request& request);

/** The request as a Verifier wants it. Shares the body. */
SignedMessage signedMessageOf(const Endpoint& endpoint, const Request& request);

} // namespace creel
