#pragma once

#include "signature/Certificates.h"
#include "signature/Crypto.h"
#include "signature/MessageView.h"
#include "signature/Scheme.h"
#include "signature/Signer.h"
#include "signature/Verdict.h"
#include "signature/Verifier.h"

#include <functional>

namespace creel
{

/*
 * The steps of a verification, each callable alone (Verifier, Signer and Diagnosis are built of them):
 *
 *   prepare()   finds the signature, cuts the items out, reads time and id, builds the signed content  -> Prepared
 *   Session     computes every content under every key and compares                                    -> Verification
 *
 * To try a scheme with something changed, copy the Scheme (a plain value) and change its algorithm, encoding, content,
 * url or key rule, or change the message, and run the same steps; keys that were parsed once can be used again
 * (`Session` takes them by pointer).
 */

/** Signed content as a list of shared pieces; nothing is copied before it is hashed. */
struct Piece {
    enum class Kind : quint8 {
        Bytes,
        Body, ///< the body, wherever it comes from
        Secret, ///< the text of the secret
    };
    Kind kind = Kind::Bytes;
    QByteArray bytes;
};
using Content = std::vector<Piece>;

/** One item of a signature, decoded. */
struct Candidate {
    QByteArray item; ///< as it came
    QByteArray bytes;
    bool canonical = true; ///< false: never matches (stray bits or padding)
    std::optional<Algorithm> algorithm; ///< where the item names it
};

/** One signature with the content that it should cover. */
struct Check {
    std::vector<Candidate> candidates; ///< any may match
    std::vector<Content> contents; ///< likeliest first; any may match
    QByteArray header; ///< where it was read
    std::optional<Algorithm> algorithm; ///< instead of the scheme's
    QByteArray keyId; ///< only keys with this id, where both have one
    bool keyIdRequired = false; ///< a key without that id never matches
    std::optional<qint64> timestampUs;
    std::optional<qint64> expiresUs; ///< JWT `exp`
    std::optional<qint64> notBeforeUs; ///< JWT `nbf`
    QString refused; ///< never valid, and why
    QString mismatch; ///< the signature may be right; what it says does not fit this message, and why
    std::optional<CertificateHost> certificate; ///< whose certificate the key must be, where it is one
    QString unverifiable; ///< what is missing where no key pair was given, and nothing else can verify this
};

/** What was found in a message, before any key is used. */
struct Prepared {
    SignatureState state = SignatureState::Unverified; ///< `Unverified`: ready to compare
    QString reason;
    QByteArray header;
    std::optional<QByteArray> received;
    std::vector<Check> checks;
    bool all = false; ///< every check must match, else any
    std::optional<qint64> timestampUs; ///< of the first check
};

/** How content that the body takes part in is to be built. */
enum class BodyMode : quint8 { Whole, Streamed };

/** Parses a time as the unit says; nothing where it can't be read. */
std::optional<qint64> parseTime(QByteArrayView text, TimeUnit unit);
QByteArray formatTime(qint64 us, TimeUnit unit);

/** A value cut into items by the scheme's rule, and the other keys that stood beside them. */
struct ItemGroup {
    std::vector<std::pair<QByteArray, std::optional<Algorithm>>> items;
    std::vector<std::pair<QByteArray, QByteArray>> keys; ///< e.g. `t`
    std::optional<QByteArray> key(QByteArrayView name) const;
};
std::vector<ItemGroup> cutItems(const Scheme& scheme, QByteArrayView value);

/** Values that a template takes beside the message. */
struct TemplateValues {
    const ItemGroup* group = nullptr; ///< what stood beside the signature; null when signing
    std::optional<QByteArray> timestamp;
    std::optional<QByteArray> id;
    QByteArray url;
    QByteArray signature;
    qint64 nowUs = 0;
    QByteArray newId;
};
/** Nothing where a value is absent; `*missing` then names it. */
std::optional<Content> expand(const Scheme& scheme, const Template& text, const MessageView& view,
    const TemplateValues& values, QByteArray* missing = nullptr);
/** All templates of the scheme's content, for every way to write the URL. */
std::vector<Content> contentsOf(
    const Scheme& scheme, const MessageView& view, const TemplateValues& values, QByteArray* missing = nullptr);

/** The bytes, with the body in its place; a secret reads `{secret}`. */
QByteArray contentBytes(const Content& content, QByteArrayView body);

/** The steps for a declarative scheme: places, items, times, ids, content. */
Prepared prepareDeclarative(const Scheme& scheme, const MessageView& view);
/** As `prepareDeclarative`, with the content made by `contents` for each group of items. */
using ContentMaker = std::function<std::vector<Content>(const TemplateValues& values, QByteArray* missing)>;
Prepared prepareWith(const Scheme& scheme, const MessageView& view, const ContentMaker& contents);
Prepared missingSignature(const Scheme& scheme);
Prepared malformed(const QByteArray& header, const QByteArray& received, const QString& reason);

/** By the scheme's kind. */
Prepared prepare(const Scheme& scheme, const MessageView& view);

/** A scheme whose content lets the body be fed in pieces, for this head. */
bool canStream(const Scheme& scheme, const MessageView& view);

/** A secret as the engine uses it. */
struct NamedKey {
    QString name; ///< shown when it matches
    const Key* key = nullptr;
};

/** Compares one prepared message under every key. Keys and scheme must outlive it. Not thread-safe. */
class Session
{
public:
    Session(const Scheme& scheme, Prepared prepared, const std::vector<NamedKey>& keys);
    void addBody(QByteArrayView piece);
    /** `body`: for `signedContent` alone; null when it was streamed (the content is then absent). */
    Verification finish(qint64 nowUs, const QByteArray* body);

private:
    struct Run {
        std::size_t check;
        std::size_t content;
        std::size_t key;
        std::size_t pair;
        Algorithm algorithm;
        std::unique_ptr<Computation> computation;
        std::size_t fed = 0; ///< pieces of the content before the body
    };
    void start(std::size_t check, std::size_t key);
    void feed(Run& run, bool pastBody);
    /** The run that matches; `nowUs`: rather one whose certificate is right then. */
    std::optional<std::size_t> matchOf(std::size_t check, qint64 nowUs, const Candidate** matched);
    QString certificateProblem(const Run& run, qint64 nowUs) const;
    bool isUnverifiable(std::size_t check) const;
    Freshness freshness(std::size_t check, qint64 nowUs) const;
    Verification describe(SignatureState state, qint64 nowUs, std::size_t check, const QByteArray* body);

    const Scheme& m_scheme;
    Prepared m_prepared;
    const std::vector<NamedKey>& m_keys;
    std::vector<Run> m_runs;
};

/** Freshness of a check at a clock, by the scheme's tolerance and by `exp` and `nbf`. */
Freshness freshnessOf(const Scheme& scheme, const Check& check, qint64 nowUs);

} // namespace creel
