#include "signature/Verifier.h"

#include "base/CoreText.h"
#include "signature/QuickCheck.h"
#include "signature/SchemeRun.h"
#include "signature/SchemeSettings.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

/** The body stands in the content as bytes: nothing has to be fed. */
void placeBody(Prepared& prepared, const QByteArray& body)
{
    for (Check& check : prepared.checks) {
        for (Content& content : check.contents) {
            for (Piece& piece : content) {
                if (piece.kind == Piece::Kind::Body)
                    piece = {Piece::Kind::Bytes, body};
            }
        }
    }
}

int rank(SignatureState state)
{
    switch (state) {
    case SignatureState::Valid:
        return 4;
    case SignatureState::Invalid:
        return 3;
    case SignatureState::Unverified:
        return 2;
    case SignatureState::Malformed:
        return 1;
    case SignatureState::Missing:
        break;
    }
    return 0;
}

void addHints(const Scheme& scheme, Verification& result)
{
    if (result.signature == SignatureState::Missing && scheme.algorithm != Algorithm::None)
        result.hints.push_back({"sender_without_secret",
            CoreText::tr("The sender may have no secret set: without one, many do not sign.")});
}

} // namespace

struct Verifier::Private {
    std::shared_ptr<const Scheme> given;
    std::shared_ptr<const Scheme> scheme; ///< with the endpoint's settings
    SchemeSettings settings;
    std::vector<std::unique_ptr<Key>> held;
    std::vector<NamedKey> keys;
    QString keyProblem; ///< why a secret does not fit
    QString settingProblem;
    bool isQuick = false;

    void addSecret(std::size_t index, const NamedSecret& secret)
    {
        auto parsed = parseKeys(scheme->key, secret.value.view());
        if (!parsed) {
            if (keyProblem.isEmpty())
                keyProblem = parsed.error().text;
            return;
        }
        for (Key& key : *parsed) {
            key.prepare(scheme->algorithm);
            held.push_back(std::make_unique<Key>(std::move(key)));
            keys.push_back({secret.name.isEmpty() ? QString::number(index) : secret.name, held.back().get()});
        }
    }

    /** What is known without a key: nothing was compared. */
    Verification uncompared(const Scheme& as, const Prepared& prepared, qint64 nowUs, const QByteArray* body) const
    {
        Session session(as, prepared, keys);
        Verification result = session.finish(nowUs, body);
        result.signature = SignatureState::Unverified;
        result.reason = !settingProblem.isEmpty() ? settingProblem
            : keyProblem.isEmpty()                ? CoreText::tr("There is no secret to verify with.")
                                                  : keyProblem;
        return result;
    }
    bool canCompare() const { return !keys.empty() && settingProblem.isEmpty(); }

    Verification verifyAs(const Scheme& as, const SignedMessage& message, qint64 nowUs) const
    {
        const MessageView view(message, settings);
        Prepared prepared = creel::prepare(as, view);
        placeBody(prepared, message.body);
        if (prepared.state == SignatureState::Unverified && !canCompare())
            return uncompared(as, prepared, nowUs, &message.body);
        Session session(as, std::move(prepared), keys);
        return session.finish(nowUs, &message.body);
    }
};

namespace
{

class BodyStream final : public Verifier::Stream
{
public:
    BodyStream(const Scheme& scheme, Prepared prepared, const std::vector<NamedKey>& keys)
        : m_scheme(scheme)
        , m_session(scheme, std::move(prepared), keys)
    {
    }
    void addBody(QByteArrayView piece) override { m_session.addBody(piece); }
    Verification finish(qint64 nowUs) override
    {
        Verification result = m_session.finish(nowUs, nullptr);
        addHints(m_scheme, result);
        return result;
    }

private:
    const Scheme& m_scheme;
    Session m_session;
};

/** Known before the body came: no secret. */
class KnownStream final : public Verifier::Stream
{
public:
    explicit KnownStream(std::function<Verification(qint64)> answer)
        : m_answer(std::move(answer))
    {
    }
    void addBody(QByteArrayView) override { }
    Verification finish(qint64 nowUs) override { return m_answer(nowUs); }

private:
    std::function<Verification(qint64)> m_answer;
};

} // namespace

Verifier::Verifier(std::shared_ptr<const Scheme> scheme, std::vector<NamedSecret> secrets, SchemeSettings settings)
    : d(std::make_unique<Private>())
{
    d->given = scheme;
    d->scheme = std::move(scheme);
    d->settings = std::move(settings);
    if (auto changed = withSettings(d->scheme, d->settings))
        d->scheme = *std::move(changed);
    else
        d->settingProblem = changed.error().text;
    for (std::size_t i = 0; i < secrets.size(); ++i)
        d->addSecret(i, secrets[i]);
    d->isQuick = suitsQuickCheck(*d->scheme);
}

Verifier::~Verifier() = default;

const Scheme& Verifier::scheme() const
{
    return *d->given;
}

Verification Verifier::verify(const SignedMessage& message, qint64 nowUs) const
{
    Verification best = d->verifyAs(*d->scheme, message, nowUs);
    for (const auto& profile : d->scheme->profiles) {
        if (best.signature == SignatureState::Valid)
            break;
        Verification other = d->verifyAs(*profile, message, nowUs);
        if (rank(other.signature) > rank(best.signature))
            best = std::move(other);
    }
    addHints(*d->scheme, best);
    return best;
}

std::optional<SignatureState> Verifier::quickState(const HeaderList& headers, QByteArrayView body) const
{
    if (!d->isQuick)
        return std::nullopt;
    static const std::vector<NamedKey> none;
    return quickCheck(*d->scheme, headers, body, d->canCompare() ? d->keys : none);
}

std::unique_ptr<Verifier::Stream> Verifier::begin(const SignedMessage& head) const
{
    const MessageView view(head, d->settings);
    if (!canStream(*d->scheme, view))
        return nullptr;
    Prepared prepared = creel::prepare(*d->scheme, view);
    if (prepared.state == SignatureState::Unverified && !d->canCompare()) {
        return std::make_unique<KnownStream>([this, prepared = std::move(prepared)](qint64 nowUs) {
            return d->uncompared(*d->scheme, prepared, nowUs, nullptr);
        });
    }
    return std::make_unique<BodyStream>(*d->scheme, std::move(prepared), d->keys);
}

} // namespace creel
