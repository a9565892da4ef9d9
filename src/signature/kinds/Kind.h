#pragma once

#include "signature/SchemeRun.h"
#include "signature/SignSteps.h"

namespace creel
{

/** What a scheme needs that a description can't say: how its content is made, or where a signature is written. A
 * strategy without state, shared by all threads. */
class Kind
{
public:
    virtual ~Kind() = default;
    /** As `prepareDeclarative`. */
    virtual Prepared prepare(const Scheme& scheme, const MessageView& view) const = 0;
    /** Signs with the scheme's key; `key` is the first of what was entered. */
    virtual Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const = 0;
};

/** A kind that differs from a description in its content alone. */
class ContentKind : public Kind
{
public:
    Prepared prepare(const Scheme& scheme, const MessageView& view) const override;
    Result<Signed> sign(
        const Scheme& scheme, const Key& key, const SchemeSettings& settings, const SigningInput& input) const override;

protected:
    /** Likeliest first; signing takes the first. Empty where something is absent: `*missing` then names it. */
    virtual std::vector<Content> contents(
        const Scheme& scheme, const MessageView& view, const TemplateValues& values, QByteArray* missing) const = 0;
};

/** Content that is one run of bytes. */
inline Content bytesContent(QByteArray bytes)
{
    return {{Piece::Kind::Bytes, std::move(bytes)}};
}

// The strategies; each is made once and never changes.
template <class K> const Kind& only()
{
    static const K kind;
    return kind;
}

const Kind& noneKind();
const Kind& adyenKind();
const Kind& awsSnsKind();
const Kind& braintreeKind();
const Kind& certificateKind();
const Kind& contentfulKind();
const Kind& dropboxSignKind();
const Kind& formFieldKind();
const Kind& graphKind();
const Kind& hygraphKind();
const Kind& jwtKind();
const Kind& jwtPayloadKind();
const Kind& paddleClassicKind();
const Kind& rfc9421Kind();
const Kind& twilioKind();
const Kind& twilioJsonKind();
const Kind& mandrillKind();
const Kind& plivoV2Kind();
const Kind& plivoV3Kind();

/** The strategy of a name, or null for `declarative` and for a name that is not known. */
const Kind* kindOf(QByteArrayView name);
/** True for `declarative` and every strategy. */
bool isKnownKind(QByteArrayView name);

} // namespace creel
