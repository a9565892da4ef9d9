#include "signature/Diagnosis.h"

#include "base/Text.h"
#include "signature/SchemeRun.h"
#include "signature/diagnosis/Change.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace creel
{
namespace
{

QString text(const char* source)
{
    return QCoreApplication::translate("creel::Diagnosis", source);
}

qint64 firstDifference(QByteArrayView a, QByteArrayView b)
{
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return x == a.end() && y == b.end() ? -1 : x - a.begin();
}

/** Tries changes in order of their number: what fewer of them explain is told before what more of them explain. */
class Search
{
public:
    Search(const DiagnosisInput& input, const Verification& verification, const StopToken& stop)
        : m_input(input)
        , m_verification(verification)
        , m_stop(stop)
    {
        m_timer.start();
        for (SecretChange& change : secretChanges(*input.scheme, input)) {
            auto keys = parseKeys(change.rule, change.entered);
            if (!keys)
                continue;
            for (Key& key : *keys)
                m_secrets.push_back({std::move(change), std::make_unique<Key>(std::move(key))});
        }
        m_changes = bodyChanges(input.message);
        for (auto&& more :
            {contentChanges(*input.scheme, input.message, input), signatureChanges(*input.scheme, input.message)})
            m_changes.insert(m_changes.end(), more.begin(), more.end());
    }

    std::vector<Cause> run()
    {
        singles();
        if (m_found.empty() && !ended())
            otherSchemes(true);
        for (std::size_t count = 2; count <= 4 && m_found.empty() && !ended(); ++count)
            together(count);
        return std::move(m_found);
    }

    /** Every cause was tried alone; pairs may have been left. */
    bool triedSingles() const { return m_triedSingles; }

private:
    struct Secret {
        SecretChange change;
        std::unique_ptr<Key> key;
    };

    bool ended() const { return m_stop.stopRequested() || m_timer.elapsed() > m_input.budgetMs; }

    bool isPrimary(const Secret& secret) const { return secret.change.cause.isEmpty(); }

    /** All that holds for one changed scheme and message: with the secrets as they are, and in their other readings. */
    void attempt(const Scheme& scheme, const SignedMessage& message, const QByteArrayList& causes,
        const QStringList& details, bool primaries, bool others)
    {
        const MessageView view(message, m_input.settings);
        const Prepared prepared = prepare(scheme, view);
        if (prepared.state != SignatureState::Unverified)
            return;
        for (const Secret& secret : m_secrets) {
            if ((isPrimary(secret) ? !primaries : !others) || ended())
                continue;
            const std::vector<NamedKey> keys{{secret.change.name, secret.key.get()}};
            Session session(scheme, prepared, keys);
            session.addBody(message.body);
            const Verification result = session.finish(m_input.nowUs, &message.body);
            if (result.signature != SignatureState::Valid)
                continue;
            QByteArrayList all = causes;
            QStringList notes = details;
            if (!isPrimary(secret)) {
                all.prepend(secret.change.cause);
                notes.prepend(secret.change.endpoints ? QString() : secret.change.name);
            }
            add(all, notes, result.signedContent, secret);
            return;
        }
    }

    void add(const QByteArrayList& causes, const QStringList& details, const std::optional<QByteArray>& content,
        const Secret& secret)
    {
        if (causes.isEmpty())
            return;
        const bool known = std::any_of(m_found.begin(), m_found.end(), [&](const Cause& cause) {
            return (cause.causes.isEmpty() ? QByteArrayList{cause.cause} : cause.causes) == causes;
        });
        if (known)
            return;
        Cause cause;
        cause.cause = causes.first();
        if (causes.size() > 1)
            cause.causes = causes;
        cause.text = causes.size() > 1 ? causesText(causes, details) : causeText(causes.first(), details.value(0));
        cause.signedContent = content;
        if (content)
            cause.firstDifference = firstDifference(*content, receivedContent());
        if (!secret.change.endpoints)
            cause.secret = secret.change.name;
        m_found.push_back(std::move(cause));
    }

    QByteArray receivedContent() const { return m_verification.signedContent.value_or(m_input.message.body); }

    void singles()
    {
        for (const Secret& secret : m_secrets)
            attemptSecret(secret);
        truncated();
        for (const Change& change : m_changes) {
            if (ended())
                return;
            if (change.causes.size() == 1)
                attemptChanges({&change}, true, false);
        }
        otherSchemes(false);
        m_triedSingles = !ended();
    }

    void attemptSecret(const Secret& secret)
    {
        if (isPrimary(secret) || ended())
            return;
        const MessageView view(m_input.message, m_input.settings);
        const Prepared prepared = prepare(*m_input.scheme, view);
        if (prepared.state != SignatureState::Unverified)
            return;
        const std::vector<NamedKey> keys{{secret.change.name, secret.key.get()}};
        Session session(*m_input.scheme, prepared, keys);
        session.addBody(m_input.message.body);
        const Verification result = session.finish(m_input.nowUs, &m_input.message.body);
        if (result.signature == SignatureState::Valid)
            add({secret.change.cause}, {secret.change.endpoints ? QString() : secret.change.name}, result.signedContent,
                secret);
    }

    void attemptChanges(const std::vector<const Change*>& changes, bool primaries, bool others)
    {
        Scheme scheme = *m_input.scheme;
        SignedMessage message = m_input.message;
        QByteArrayList causes;
        QStringList details;
        for (const Change* change : changes) {
            change->apply(scheme, message);
            causes += change->causes;
            for (qsizetype i = 0; i < change->causes.size(); ++i)
                details << (i == 0 ? change->detail : QString());
        }
        attempt(scheme, message, causes, details, primaries, others);
    }

    /** `count` causes in all: one change that undoes several, pairs of changes, and either with another secret. */
    void together(std::size_t count)
    {
        for (const Change& change : m_changes) {
            if (ended())
                return;
            const auto size = std::size_t(change.causes.size());
            if (size == count)
                attemptChanges({&change}, true, false);
            else if (size + 1 == count)
                attemptChanges({&change}, false, true);
        }
        if (m_found.empty())
            pairs(count);
    }

    void pairs(std::size_t count)
    {
        for (std::size_t a = 0; a < m_changes.size(); ++a) {
            for (std::size_t b = a + 1; b < m_changes.size(); ++b) {
                if (ended())
                    return;
                const Change& first = m_changes[a];
                const Change& second = m_changes[b];
                // Layout and bytes of a body are both whole bodies: the second would undo the first.
                const auto isBody = [](const Change& change) {
                    return change.group == ChangeGroup::Body || change.group == ChangeGroup::Bytes;
                };
                if (first.group == second.group || (isBody(first) && isBody(second)))
                    continue;
                const auto size = std::size_t(first.causes.size() + second.causes.size());
                if (size == count)
                    attemptChanges({&first, &second}, true, false);
                else if (size + 1 == count && count <= 3)
                    attemptChanges({&first, &second}, false, true);
            }
        }
        bodyPairs(count);
    }

    /** A body that was laid out anew and then got or lost a line end, a mark, ...: the second change starts from the
     * first. */
    void bodyPairs(std::size_t count)
    {
        if (!m_found.empty() || count > 3 || m_input.message.body.size() > (64 << 10))
            return;
        for (const Change& first : m_changes) {
            if ((first.group != ChangeGroup::Bytes && first.group != ChangeGroup::Body)
                || std::size_t(first.causes.size()) >= count)
                continue;
            Scheme scheme = *m_input.scheme;
            SignedMessage message = m_input.message;
            first.apply(scheme, message);
            for (const Change& second : bodyChanges(message)) {
                if (ended())
                    return;
                if (std::size_t(first.causes.size() + second.causes.size()) != count
                    || second.causes.contains(first.causes.first()) || second.causes.first() == "body_numbers"
                    || (first.group == ChangeGroup::Body && second.group == ChangeGroup::Body))
                    continue;
                SignedMessage changed = message;
                second.apply(scheme, changed);
                QStringList details{first.detail};
                while (details.size() < first.causes.size())
                    details << QString();
                details << second.detail;
                attempt(scheme, changed, first.causes + second.causes, details, true, false);
            }
        }
    }

    /** With the endpoint's secrets, or (`others`) with those of other endpoints. */
    void otherSchemes(bool others)
    {
        if (!m_input.catalog)
            return;
        QStringList names;
        std::optional<QByteArray> content;
        const Secret* with = nullptr;
        for (const auto& scheme : m_input.catalog->all()) {
            if (ended())
                break;
            if (scheme->id == m_input.scheme->id || scheme->algorithm == Algorithm::None
                || !scheme->profileOf.isEmpty())
                continue;
            const MessageView view(m_input.message, m_input.settings);
            const Prepared prepared = prepare(*scheme, view);
            if (prepared.state != SignatureState::Unverified)
                continue;
            for (const Secret& secret : m_secrets) {
                if (others ? secret.change.endpoints : !isPrimary(secret))
                    continue;
                const auto keys = parseKeys(scheme->key, secret.change.entered);
                if (!keys || keys->empty())
                    continue;
                const std::vector<NamedKey> named{{secret.change.name, &keys->front()}};
                Session session(*scheme, prepared, named);
                session.addBody(m_input.message.body);
                const Verification result = session.finish(m_input.nowUs, &m_input.message.body);
                if (result.signature != SignatureState::Valid)
                    continue;
                names << scheme->name;
                if (!content) {
                    content = result.signedContent;
                    with = &secret;
                }
                break;
            }
        }
        if (!with)
            return;
        if (isPrimary(*with))
            add({"other_scheme"}, {QStringList(names.mid(0, 3)).join(QStringLiteral(", "))}, content, *with);
        else
            add({"other_endpoint_secret", "other_scheme"},
                {with->change.name, QStringList(names.mid(0, 3)).join(QStringLiteral(", "))}, content, *with);
    }

    /** A signature that arrived is the beginning of the right one: at least 8 bytes of it, so that it is no accident.
     */
    void truncated()
    {
        const SignatureEncoding encoding = m_input.scheme->encoding;
        if (encoding == SignatureEncoding::Text || encoding == SignatureEncoding::None
            || encoding == SignatureEncoding::Jwt)
            return;
        const bool hex = encoding == SignatureEncoding::Hex || encoding == SignatureEncoding::HexUpper;
        const qsizetype least = hex ? 16 : 11;
        for (const Secret& secret : m_secrets) {
            if (!isPrimary(secret))
                continue;
            const auto expected = expectedWith(secret);
            if (!expected)
                continue;
            for (const QByteArray& item : receivedItems()) {
                QByteArray bare = hex ? asciiLower(item) : item;
                while (bare.endsWith('='))
                    bare.chop(1);
                const QByteArray wanted = hex ? asciiLower(*expected) : *expected;
                if (bare.size() >= least && bare.size() < wanted.size() - 1 && wanted.startsWith(bare))
                    add({"signature_truncated"}, {QString::number(bare.size())}, m_verification.signedContent, secret);
            }
        }
    }

    /** The whole signature under one secret; computed over the message with a signature of the right length put in. */
    std::optional<QByteArray> expectedWith(const Secret& secret) const
    {
        const MessageView view(m_input.message, m_input.settings);
        Prepared prepared = prepare(*m_input.scheme, view);
        if (prepared.state != SignatureState::Unverified) {
            // A cut that leaves half a byte does not decode: let the content be built with an item that does.
            SignedMessage message = m_input.message;
            const QByteArray filler = encodeSignature(QByteArray(32, '\0'), m_input.scheme->encoding);
            for (const QByteArray& item : receivedItems()) {
                for (const Locator& at : m_input.scheme->signature) {
                    if (at.kind != Locator::Kind::Header)
                        continue;
                    if (auto value = message.headers.value(at.name))
                        message.headers.set(at.name, QByteArray(*value).replace(item, filler));
                }
            }
            const MessageView filled(message, m_input.settings);
            prepared = prepare(*m_input.scheme, filled);
            if (prepared.state != SignatureState::Unverified)
                return std::nullopt;
        }
        const std::vector<NamedKey> keys{{secret.change.name, secret.key.get()}};
        Session session(*m_input.scheme, std::move(prepared), keys);
        session.addBody(m_input.message.body);
        return session.finish(m_input.nowUs, &m_input.message.body).expected;
    }

    QByteArrayList receivedItems() const
    {
        QByteArrayList items;
        const MessageView view(m_input.message, m_input.settings);
        for (const Locator& at : m_input.scheme->signature) {
            for (const QByteArray& value : view.all(at)) {
                for (const ItemGroup& group : cutItems(*m_input.scheme, value)) {
                    for (const auto& [item, algorithm] : group.items) {
                        if (!item.isEmpty())
                            items << item;
                    }
                }
            }
        }
        return items;
    }

    const DiagnosisInput& m_input;
    const Verification& m_verification;
    const StopToken& m_stop;
    QElapsedTimer m_timer;
    std::vector<Secret> m_secrets;
    std::vector<Change> m_changes;
    std::vector<Cause> m_found;
    bool m_triedSingles = false;
};

QString ageText(qint64 seconds)
{
    const qint64 age = std::abs(seconds);
    if (age < 120)
        return text("%1 s").arg(QString::number(age));
    if (age < 2 * 3600)
        return text("%1 min").arg(QString::number(age / 60));
    if (age < 2 * 86400)
        return text("%1 h").arg(QString::number(age / 3600));
    return text("%1 days").arg(QString::number(age / 86400));
}

/** The signature is right and the time is not. */
std::vector<Cause> timeCauses(const DiagnosisInput& input, const Verification& verification)
{
    std::vector<Cause> causes;
    const auto add = [&](const char* cause, const QString& detail) {
        Cause found;
        found.cause = cause;
        found.text = causeText(cause, detail);
        causes.push_back(std::move(found));
    };
    Scheme other = *input.scheme;
    if (other.timestamp
        && (other.timestamp->unit == TimeUnit::Seconds || other.timestamp->unit == TimeUnit::Milliseconds)) {
        other.timestamp->unit = other.timestamp->unit == TimeUnit::Seconds ? TimeUnit::Milliseconds : TimeUnit::Seconds;
        std::vector<NamedSecret> secrets;
        for (const NamedSecret& secret : input.secrets)
            secrets.push_back({secret.name, secret.value.clone()});
        const Verifier verifier(std::make_shared<Scheme>(other), std::move(secrets), input.settings);
        const Verification again = verifier.verify(input.message, input.nowUs);
        if (again.signature == SignatureState::Valid && again.freshness == Freshness::Fresh)
            add("timestamp_ms", {});
    }
    const qint64 age = verification.ageS.value_or(0);
    const qint64 limit = input.scheme->timestamp ? input.scheme->timestamp->toleranceS.value_or(0) : 0;
    if (verification.freshness == Freshness::Future || age < 0) {
        const qint64 ahead = input.scheme->timestamp ? input.scheme->timestamp->futureS.value_or(0) : 0;
        add("clock_skew", text("its time is %1 ahead, and at most %2 are allowed").arg(ageText(age), ageText(ahead)));
    } else {
        add("timestamp_stale", text("it is %1 old, and at most %2 are allowed").arg(ageText(age), ageText(limit)));
    }
    return causes;
}

} // namespace

Diagnosis diagnose(const DiagnosisInput& input, const Verification& verification, const StopToken& stop)
{
    Diagnosis diagnosis;
    diagnosis.hints = hintsOf(input, verification);
    if (!input.scheme || verification.verdict() == Verdict::Valid)
        return diagnosis;
    if (input.scheme->algorithm == Algorithm::None) {
        Cause cause;
        cause.cause = "unsigned";
        cause.text = text("This provider signs nothing: whether an event is real must be asked through its API.");
        diagnosis.causes.push_back(std::move(cause));
        return diagnosis;
    }
    if (verification.signature == SignatureState::Valid) {
        diagnosis.causes = timeCauses(input, verification);
        return diagnosis;
    }
    if (input.secrets.empty() && input.otherSecrets.empty() && verification.signature != SignatureState::Missing)
        return diagnosis;
    Search search(input, verification, stop);
    diagnosis.causes = search.run();
    if (!diagnosis.causes.empty())
        return diagnosis;
    Cause cause;
    if (verification.signature == SignatureState::Missing) {
        cause.cause = "unsigned";
        cause.text = causeText(cause.cause, toText(verification.header));
    } else if (input.secrets.empty() || !search.triedSingles()) {
        diagnosis.complete = search.triedSingles();
        return diagnosis;
    } else {
        cause.cause = "nothing_matches";
        cause.text = causeText(cause.cause, {});
        cause.ruledOut = provableCauses();
    }
    diagnosis.causes.push_back(std::move(cause));
    return diagnosis;
}

} // namespace creel
