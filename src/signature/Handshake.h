#pragma once

#include "base/Result.h"
#include "base/SecretBytes.h"
#include "http/Message.h"
#include "signature/Verdict.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace creel
{

struct HandshakeRule;

/** What a handshake needs of the endpoint. */
struct HandshakeContext {
    QMap<QByteArray, QByteArray> settings; ///< `{cfg:NAME}`
    QByteArray url; ///< the endpoint's public URL as it was registered with the provider
    SecretBytes secret; ///< the endpoint's first secret; empty where it has none
};

/** The answer that a provider's challenge asks for. */
struct HandshakeAnswer {
    QByteArray handshake; ///< id of the handshake
    QString name;
    bool marks = true; ///< the event is a handshake; false: an ordinary event that needs a set answer
    bool refused = false; ///< the challenge was wrong (signature, token), and the answer says so
    int status = 200;
    HeaderList headers;
    QByteArray body;
    SecretBytes learnedSecret; ///< a secret that the provider handed over and that becomes the endpoint's; else empty
    QByteArray visitUrl; ///< a URL to visit on the user's word only (AWS SNS); checked for https and host; else empty
};

/** One request of the provider's side, to be sent to a URL by the user. */
struct HandshakePlay {
    QByteArray method;
    QByteArray url;
    HeaderList headers;
    QByteArray body;
    bool sign = false; ///< to be signed by the scheme before it is sent
};

/**
 * The challenges that providers send before they trust a URL: data under `resources/handshakes/`. Immutable after
 * loading, safe on any thread. Facts and sources stand in the files.
 */
class HandshakeCatalog
{
public:
    ~HandshakeCatalog();
    HandshakeCatalog(const HandshakeCatalog&) = delete;
    HandshakeCatalog& operator=(const HandshakeCatalog&) = delete;

    /** The built-in handshakes; problems of a file are told in `problems()`. */
    static std::shared_ptr<const HandshakeCatalog> load();
    /** One description; the error says what is wrong. For tests and fuzzing. */
    static Result<std::shared_ptr<const HandshakeCatalog>> fromJson(const QByteArray& json);

    struct Entry {
        QByteArray id;
        QString name;
        std::vector<QByteArray> schemes; ///< answered by itself where the endpoint has one of these
        std::vector<QByteArray> settings; ///< names of `{cfg:NAME}` that it reads
        QString notes;
        int withinMs = 0; ///< the provider's limit for the answer, 0 unknown
        bool isSigned = false;
    };
    std::vector<Entry> entries() const;
    const QStringList& problems() const { return m_problems; }
    /** True where an endpoint with this scheme, or with this handshake chosen by hand, has anything to answer. */
    bool concerns(QByteArrayView scheme, QByteArrayView chosen) const;
    /** False where method and headers show already that `answer` would find nothing; cheap, for every request. */
    bool mayAnswer(const QByteArray& scheme, QByteArrayView chosen, const Request& request) const;

    /**
     * The answer to a request, where it is a challenge of the endpoint's scheme or of the handshake chosen by hand.
     * `signature`: what verification said; a challenge with a bad signature is refused where the provider wants that
     * (`Unverified` counts as good: without a secret nobody can tell).
     */
    std::optional<HandshakeAnswer> answer(QByteArrayView scheme, QByteArrayView chosen, const Request& request,
        SignatureState signature, const HandshakeContext& context) const;

    /** Plays the provider: the request for the URL. `seed` decides every random part, so that `judge` knows them. */
    Result<HandshakePlay> play(
        QByteArrayView id, const QByteArray& seed, qint64 nowUs, const HandshakeContext& context) const;
    /** Nothing where the answer is right; else translated sentences that say what is wrong with it. */
    QStringList judge(QByteArrayView id, const QByteArray& seed, qint64 nowUs, const HandshakeContext& context,
        const Response& response, qint64 tookMs) const;

private:
    HandshakeCatalog();
    const HandshakeRule* find(QByteArrayView id) const;
    void add(std::unique_ptr<HandshakeRule> rule);
    std::vector<std::unique_ptr<HandshakeRule>> m_rules;
    QHash<QByteArray, std::vector<const HandshakeRule*>> m_byScheme;
    QStringList m_problems;
};

} // namespace creel
