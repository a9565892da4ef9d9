#include "signature/Diagnosis.h"

#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/SchemeRun.h"
#include "signature/diagnosis/Change.h"
#include "signature/diagnosis/ContentSearch.h"

#include <algorithm>

namespace creel
{
namespace
{

qint64 firstDifference(QByteArrayView a, QByteArrayView b)
{
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return x == a.end() && y == b.end() ? -1 : x - a.begin();
}

constexpr qsizetype tokenCost = 15'000; ///< in bytes hashed, as is the next
constexpr qsizetype keyPairCost = 60'000;

bool coversRequest(const JwtRule& rule)
{
    return !rule.bodyHashClaim.isEmpty() || !rule.urlHashClaim.isEmpty() || !rule.queryHashClaim.isEmpty();
}

/** Another provider's scheme that the message satisfies with the secrets at hand; `others`: with those of other
 * endpoints. */
std::vector<Explanation> otherSchemes(const DiagnosisInput& input, bool others, const SearchBudget& budget)
{
    std::vector<Explanation> found;
    if (!input.catalog)
        return found;
    const Recognition seen =
        recognize(*input.catalog, nullptr, input.message.headers, input.message.url, input.message.body.left(65536));
    const MessageView view(input.message, input.settings);
    QStringList names;
    bool recognized = false;
    for (const auto& scheme : input.catalog->all()) {
        if (budget.ended())
            break;
        if (scheme->id == input.scheme->id || scheme->algorithm == Algorithm::None || !scheme->profileOf.isEmpty())
            continue;
        // A token that says nothing about the request verifies whatever was done to it.
        const bool isSeen = scheme->id == seen.schemeId;
        if (!isSeen && input.scheme->jwt && coversRequest(*input.scheme->jwt) && scheme->jwt
            && !coversRequest(*scheme->jwt))
            continue;
        const Prepared prepared = prepare(*scheme, view);
        if (prepared.state != SignatureState::Unverified)
            continue;
        for (const NamedSecret& secret : others ? input.otherSecrets : input.secrets) {
            const auto keys = parseKeys(scheme->key, secret.value.view());
            if (!keys || keys->empty())
                continue;
            const std::vector<NamedKey> named{{secret.name, &keys->front()}};
            Session session(*scheme, prepared, named);
            session.addBody(input.message.body);
            const Verification result = session.finish(input.nowUs, &input.message.body);
            if (result.signature != SignatureState::Valid)
                continue;
            recognized = recognized || isSeen;
            names.insert(isSeen ? 0 : names.size(), scheme->name);
            if (found.empty() || isSeen)
                found = {{{"other_scheme"}, {}, result.signedContent, secret.name, !others}};
            break;
        }
    }
    if (found.empty())
        return found;
    Explanation& one = found.front();
    one.details << QStringList(names.mid(0, 3)).join(QStringLiteral(", "));
    if (others) {
        one.causes.prepend("other_endpoint_secret");
        one.details.prepend(one.secret);
    }
    one.certain = recognized;
    return found;
}

/** What is more than a comparison: claims of a JWT, RFC 9421, several signed items. The whole verification again, with
 * one thing changed, or two. */
class WholeSearch
{
public:
    WholeSearch(const Scheme& scheme, const DiagnosisInput& input, SearchBudget& budget)
        : m_scheme(scheme)
        , m_input(input)
        , m_budget(budget)
        , m_keys(triedKeys(scheme, input))
    {
    }

    std::vector<Explanation> singles()
    {
        attempt(m_scheme, m_input.message, {}, {}, KeyChoice::Common);
        attempt(m_scheme, m_input.message, {}, {}, KeyChoice::Rare);
        addAlgorithms();
        for (const Change& change : contentChanges(m_scheme, m_input.message, m_input)) {
            if (change.causes.size() != 1)
                continue;
            Scheme scheme = m_scheme;
            SignedMessage message = m_input.message;
            change.apply(scheme, message);
            attempt(scheme, message, change.causes, change.detail, KeyChoice::Own);
        }
        addPlaces();
        m_bodies.each(1, [&](const BodyForm& body) { return withBody(body, KeyChoice::Own); });
        return m_found;
    }

    std::vector<Explanation> combined()
    {
        const auto own = [&](const BodyForm& body) { return withBody(body, KeyChoice::Own) && m_found.empty(); };
        const auto common = [&](const BodyForm& body) { return withBody(body, KeyChoice::Common); };
        for (int count = 2; count <= 4 && m_found.empty(); ++count)
            m_bodies.each(count, own);
        BodyForms again(m_input.message, true);
        for (int count = 1; count <= 2 && m_found.empty(); ++count)
            again.each(count, common);
        for (int count = 2; count <= 4 && m_found.empty(); ++count)
            m_bodies.eachWithNumbers(count, own);
        return m_found;
    }

private:
    bool withBody(const BodyForm& body, KeyChoice keys)
    {
        SignedMessage message = m_input.message;
        message.body = body.bytes;
        attempt(m_scheme, message, body.causes, body.detail, keys);
        return !m_budget.combinationsEnded();
    }

    void addAlgorithms()
    {
        if (!m_scheme.jwt)
            return;
        static constexpr std::pair<const char*, const char*> algorithms[] = {{"HS256", "algorithm_sha256"},
            {"HS384", "algorithm_sha384"}, {"HS512", "algorithm_sha512"}, {"RS256", "algorithm_sha256"},
            {"RS384", "algorithm_sha384"}, {"RS512", "algorithm_sha512"}};
        for (const auto& [algorithm, cause] : algorithms) {
            const bool sameKind = std::any_of(m_scheme.jwt->algorithms.begin(), m_scheme.jwt->algorithms.end(),
                [&](const QByteArray& own) { return own.startsWith(algorithm[0]); });
            if (!sameKind || m_scheme.jwt->algorithms.contains(algorithm))
                continue;
            Scheme scheme = m_scheme;
            scheme.jwt->algorithms = {algorithm};
            attempt(scheme, m_input.message, {cause}, {}, KeyChoice::Own);
        }
    }

    /** A prefix that is missing or too many, and the token in another header. */
    void addPlaces()
    {
        const bool fromHeader = !m_scheme.signature.empty() && m_scheme.signature.front().kind == Locator::Kind::Header;
        if (!fromHeader)
            return;
        const QByteArray own = m_scheme.signature.front().name;
        for (const HeaderField& field : m_input.message.headers) {
            if (field.value.size() < 16 || field.value.size() > 16384)
                continue;
            const bool isOwn = equalsIgnoreAsciiCase(field.name, own);
            const QByteArray token = field.value.sliced(field.value.lastIndexOf(' ') + 1);
            for (const QByteArray& value : {field.value, token, m_scheme.extraction.prefix + token}) {
                SignedMessage message = m_input.message;
                message.headers.set(own, value);
                if (!isOwn || value != field.value)
                    attempt(m_scheme, message, {isOwn ? "signature_prefix" : "other_header"}, toText(field.name),
                        KeyChoice::Own);
            }
        }
    }

    void attempt(const Scheme& scheme, const SignedMessage& message, const QByteArrayList& causes,
        const QString& detail, KeyChoice choice)
    {
        const MessageView view(message, m_input.settings);
        const Prepared prepared = prepare(scheme, view);
        if (prepared.state != SignatureState::Unverified)
            return;
        for (const TriedKey& key : m_keys) {
            if (key.choice() != choice || m_budget.ended())
                continue;
            m_budget.spend((key.key->pairs.empty() ? tokenCost : keyPairCost) + message.body.size());
            const std::vector<NamedKey> keys{{key.change.name, key.key.get()}};
            Session session(scheme, prepared, keys);
            session.addBody(message.body);
            const Verification result = session.finish(m_input.nowUs, &message.body);
            if (result.signature == SignatureState::Valid)
                add(key, causes, detail, result.signedContent);
        }
    }

    void add(const TriedKey& key, const QByteArrayList& causes, const QString& detail,
        const std::optional<QByteArray>& content)
    {
        Explanation found{causes, {}, content, key.change.name, key.change.endpoints};
        for (qsizetype i = 0; i < causes.size(); ++i)
            found.details << (i == 0 ? detail : QString());
        if (!key.isPrimary()) {
            found.causes.prepend(key.change.cause);
            found.details.prepend(key.change.endpoints ? QString() : key.change.name);
        }
        const bool known = std::any_of(
            m_found.begin(), m_found.end(), [&](const Explanation& other) { return other.causes == found.causes; });
        if (!known && !found.causes.isEmpty())
            m_found.push_back(std::move(found));
    }

    const Scheme& m_scheme;
    const DiagnosisInput& m_input;
    SearchBudget& m_budget;
    BodyForms m_bodies{m_input.message, true};
    std::vector<TriedKey> m_keys;
    std::vector<Explanation> m_found;
};

/** All searches together: the scheme, its profiles, other schemes. */
class Search
{
public:
    Search(const DiagnosisInput& input, const Verification& verification, const StopToken& stop)
        : m_input(input)
        , m_verification(verification)
        , m_budget(stop, input.budgetMs)
    {
    }

    std::vector<Cause> run()
    {
        std::vector<const Scheme*> schemes{m_input.scheme.get()};
        for (const auto& profile : m_input.scheme->profiles)
            schemes.push_back(profile.get());
        for (const Scheme* scheme : schemes) {
            auto content = std::make_unique<ContentSearch>(*scheme, m_input, m_budget);
            if (content->applies()) {
                take(content->singles());
                m_complete = m_complete && content->triedSingles();
                m_tried.unite(content->tried());
                m_contents.push_back(std::move(content));
            } else {
                auto whole = std::make_unique<WholeSearch>(*scheme, m_input, m_budget);
                take(whole->singles());
                m_wholes.push_back(std::move(whole));
            }
        }
        putFirst(otherSchemes(m_input, false, m_budget));
        m_complete = m_complete && !m_budget.ended();
        if (m_found.empty())
            take(otherSchemes(m_input, true, m_budget));
        for (const auto& search : m_contents)
            takeFewer(search->combined());
        for (const auto& search : m_wholes)
            takeFewer(search->combined());
        std::vector<Cause> causes;
        for (const Explanation& found : m_found)
            causes.push_back(causeOf(found));
        return causes;
    }

    bool isComplete() const { return m_complete; }
    bool isStopped() const { return m_budget.stopped(); }
    const QSet<QByteArray>& tried() const { return m_tried; }

private:
    void take(std::vector<Explanation> found)
    {
        for (Explanation& one : found) {
            const bool known = std::any_of(
                m_found.begin(), m_found.end(), [&](const Explanation& other) { return other.causes == one.causes; });
            if (!known)
                m_found.push_back(std::move(one));
        }
    }

    /** Several causes count only where nothing simpler was found. */
    void takeFewer(std::vector<Explanation> found)
    {
        if (found.empty() || (!m_found.empty() && m_found.front().causes.size() < found.front().causes.size()))
            return;
        if (!m_found.empty() && found.front().causes.size() < m_found.front().causes.size())
            m_found.clear();
        take(std::move(found));
    }

    /** A scheme that the headers point to is likelier than a header of that name by accident. */
    void putFirst(std::vector<Explanation> schemes)
    {
        const bool first = !schemes.empty() && schemes.front().certain && !m_found.empty()
            && m_found.front().causes.first() == "other_header";
        const std::vector<Explanation> before = first ? std::exchange(m_found, {}) : std::vector<Explanation>();
        take(std::move(schemes));
        take(before);
    }

    Cause causeOf(const Explanation& found) const
    {
        Cause cause;
        cause.cause = found.causes.first();
        if (found.causes.size() > 1)
            cause.causes = found.causes;
        cause.text = found.causes.size() > 1 ? causesText(found.causes, found.details)
                                             : causeText(found.causes.first(), found.details.value(0));
        cause.signedContent = found.content;
        if (found.content)
            cause.firstDifference =
                firstDifference(*found.content, m_verification.signedContent.value_or(m_input.message.body));
        if (!found.endpoints)
            cause.secret = found.secret;
        return cause;
    }

    const DiagnosisInput& m_input;
    const Verification& m_verification;
    SearchBudget m_budget;
    std::vector<std::unique_ptr<ContentSearch>> m_contents;
    std::vector<std::unique_ptr<WholeSearch>> m_wholes;
    std::vector<Explanation> m_found;
    QSet<QByteArray> m_tried;
    bool m_complete = true;
};

QString ageText(qint64 seconds)
{
    const qint64 age = std::abs(seconds);
    if (age < 120)
        return CoreText::tr("%1 s").arg(QString::number(age));
    if (age < 2 * 3600)
        return CoreText::tr("%1 min").arg(QString::number(age / 60));
    if (age < 2 * 86400)
        return CoreText::tr("%1 h").arg(QString::number(age / 3600));
    return CoreText::tr("%1 days").arg(QString::number(age / 86400));
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
        const qint64 near = other.timestamp->toleranceS.value_or(300);
        if (again.signature == SignatureState::Valid && std::abs(again.ageS.value_or(near + 1)) <= near)
            add("timestamp_ms", {});
    }
    const qint64 age = verification.ageS.value_or(0);
    const qint64 limit = input.scheme->timestamp ? input.scheme->timestamp->toleranceS.value_or(0) : 0;
    if (verification.freshness == Freshness::Future || age < 0) {
        const qint64 ahead = input.scheme->timestamp ? input.scheme->timestamp->futureS.value_or(0) : 0;
        add("clock_skew",
            CoreText::tr("its time is %1 ahead, and at most %2 are allowed").arg(ageText(age), ageText(ahead)));
    } else {
        add("timestamp_stale",
            CoreText::tr("it is %1 old, and at most %2 are allowed").arg(ageText(age), ageText(limit)));
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
        cause.text =
            CoreText::tr("This provider signs nothing: whether an event is real must be asked through its API.");
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
    diagnosis.complete = search.isComplete();
    if (verification.signature == SignatureState::Missing) {
        cause.cause = "unsigned";
        cause.text = causeText(cause.cause, toText(verification.header));
    } else if (input.secrets.empty() || search.isStopped()) {
        return diagnosis;
    } else {
        cause.cause = "nothing_matches";
        // Where a part is absent or unreadable, that comes before any doubt about the secret.
        const bool unreadable = verification.signature == SignatureState::Malformed && !verification.reason.isEmpty();
        cause.text = unreadable ? CoreText::tr("Nothing that was tried makes it verify. %1").arg(verification.reason)
                                : causeText(cause.cause, {});
        for (const QByteArray& provable : provableCauses()) {
            if (search.isComplete() || search.tried().contains(provable))
                cause.ruledOut << provable;
        }
    }
    diagnosis.causes.push_back(std::move(cause));
    return diagnosis;
}

} // namespace creel
