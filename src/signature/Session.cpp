#include "base/CoreText.h"
#include "base/Text.h"
#include "signature/SchemeRun.h"

#include <QCoreApplication>

#include <algorithm>

namespace creel
{
namespace
{

qint64 floorSeconds(qint64 us)
{
    return us >= 0 ? us / 1'000'000 : -((-us + 999'999) / 1'000'000);
}

/** Expected bytes are shown where they are no secret themselves. */
bool mayShowExpected(Algorithm algorithm)
{
    return algorithm != Algorithm::Token && algorithm != Algorithm::Basic && !isAsymmetric(algorithm);
}

} // namespace

Freshness freshnessOf(const Scheme& scheme, const Check& check, qint64 nowUs)
{
    Freshness freshness = Freshness::None;
    if (check.timestampUs && scheme.timestamp) {
        const qint64 age = nowUs - *check.timestampUs;
        const auto& tolerance = scheme.timestamp->toleranceS;
        const auto& future = scheme.timestamp->futureS;
        if (future && age < -*future * 1'000'000)
            return Freshness::Future;
        if (tolerance && age > *tolerance * 1'000'000)
            return Freshness::Stale;
        if (tolerance)
            freshness = Freshness::Fresh;
    }
    if (check.notBeforeUs && nowUs < *check.notBeforeUs)
        return Freshness::Future;
    if (check.expiresUs && nowUs >= *check.expiresUs)
        return Freshness::Stale;
    return check.expiresUs ? Freshness::Fresh : freshness;
}

Session::Session(const Scheme& scheme, Prepared prepared, const std::vector<NamedKey>& keys)
    : m_scheme(scheme)
    , m_prepared(std::move(prepared))
    , m_keys(keys)
{
    if (m_prepared.state != SignatureState::Unverified)
        return;
    for (std::size_t check = 0; check < m_prepared.checks.size(); ++check) {
        for (std::size_t key = 0; key < m_keys.size(); ++key)
            start(check, key);
    }
}

void Session::start(std::size_t check, std::size_t keyIndex)
{
    const Check& what = m_prepared.checks[check];
    const Key& key = *m_keys[keyIndex].key;
    std::vector<Algorithm> algorithms;
    for (const Candidate& candidate : what.candidates) {
        const Algorithm algorithm = candidate.algorithm.value_or(what.algorithm.value_or(m_scheme.algorithm));
        if (std::find(algorithms.begin(), algorithms.end(), algorithm) == algorithms.end())
            algorithms.push_back(algorithm);
    }
    if (!what.refused.isEmpty())
        return;
    for (const Algorithm algorithm : algorithms) {
        const std::size_t pairs = creel::isAsymmetric(algorithm) ? key.pairs.size() : 1;
        for (std::size_t pair = 0; pair < pairs; ++pair) {
            const QByteArray id = pair < key.pairs.size() ? key.pairs[pair].keyId : QByteArray();
            if (!what.keyId.isEmpty() && id != what.keyId && (what.keyIdRequired || !id.isEmpty()))
                continue;
            for (std::size_t content = 0; content < what.contents.size(); ++content) {
                Run run{check, content, keyIndex, pair, algorithm, Computation::begin(algorithm, key, pair)};
                if (!run.computation)
                    continue;
                feed(run, false);
                m_runs.push_back(std::move(run));
            }
        }
    }
}

void Session::feed(Run& run, bool pastBody)
{
    const Content& content = m_prepared.checks[run.check].contents[run.content];
    if (pastBody && run.fed < content.size())
        ++run.fed; // the body itself
    while (run.fed < content.size()) {
        const Piece& piece = content[run.fed];
        if (piece.kind == Piece::Kind::Body && !pastBody)
            return;
        if (piece.kind == Piece::Kind::Secret)
            run.computation->add(m_keys[run.key].key->text.view());
        else
            run.computation->add(piece.bytes);
        ++run.fed;
    }
}

void Session::addBody(QByteArrayView piece)
{
    for (Run& run : m_runs) {
        const Content& content = m_prepared.checks[run.check].contents[run.content];
        if (run.fed < content.size())
            run.computation->add(piece);
    }
}

QString Session::certificateProblem(const Run& run, qint64 nowUs) const
{
    const std::vector<PairKey>& pairs = m_keys[run.key].key->pairs;
    if (!creel::isAsymmetric(run.algorithm) || run.pair >= pairs.size() || !pairs[run.pair].certificates)
        return {};
    return pairs[run.pair].certificates->problem(m_prepared.checks[run.check].certificate, nowUs);
}

std::optional<std::size_t> Session::matchOf(std::size_t check, qint64 nowUs, const Candidate** matched)
{
    const Check& what = m_prepared.checks[check];
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        Run& run = m_runs[i];
        if (run.check != check)
            continue;
        for (const Candidate& candidate : what.candidates) {
            const Algorithm algorithm = candidate.algorithm.value_or(what.algorithm.value_or(m_scheme.algorithm));
            if (algorithm != run.algorithm || !candidate.canonical || !run.computation->matches(candidate.bytes))
                continue;
            const bool isRight = certificateProblem(run, nowUs).isEmpty();
            if (!found || isRight) {
                *matched = &candidate;
                found = i;
            }
            if (isRight)
                return found;
        }
    }
    return found;
}

bool Session::isUnverifiable(std::size_t check) const
{
    return !m_prepared.checks[check].unverifiable.isEmpty()
        && std::all_of(m_keys.begin(), m_keys.end(), [](const NamedKey& key) { return key.key->pairs.empty(); });
}

/** Of the check; where all of them count, the worst. */
Freshness Session::freshness(std::size_t check, qint64 nowUs) const
{
    Freshness worst = freshnessOf(m_scheme, m_prepared.checks[check], nowUs);
    if (!m_prepared.all)
        return worst;
    for (const Check& other : m_prepared.checks) {
        const Freshness one = freshnessOf(m_scheme, other, nowUs);
        const bool isWorse = one == Freshness::Stale || (one == Freshness::Future && worst != Freshness::Stale)
            || (one == Freshness::Fresh && worst == Freshness::None);
        if (isWorse)
            worst = one;
    }
    return worst;
}

Verification Session::describe(SignatureState state, qint64 nowUs, std::size_t check, const QByteArray* body)
{
    Verification result;
    result.signature = state;
    result.scheme = m_scheme.id;
    result.header = m_prepared.header;
    result.reason = m_prepared.reason;
    result.received = m_prepared.received;
    if (check >= m_prepared.checks.size())
        return result;
    const Check& what = m_prepared.checks[check];
    result.header = what.header;
    if (!what.candidates.empty())
        result.received = what.candidates.front().item;
    result.freshness = freshness(check, nowUs);
    if (what.timestampUs)
        result.ageS = floorSeconds(nowUs - *what.timestampUs);
    if (body && !what.contents.empty() && !what.contents.front().empty())
        result.signedContent = contentBytes(what.contents.front(), *body);
    return result;
}

Verification Session::finish(qint64 nowUs, const QByteArray* body)
{
    if (m_prepared.state != SignatureState::Unverified)
        return describe(m_prepared.state, nowUs, m_prepared.checks.size(), body);
    for (Run& run : m_runs)
        feed(run, run.fed < m_prepared.checks[run.check].contents[run.content].size());

    const std::size_t count = m_prepared.checks.size();
    std::size_t matchedChecks = 0;
    std::size_t shown = 0; // the check that is told about
    const std::size_t none = m_runs.size();
    std::size_t run = none; // the one that matched
    const Candidate* candidate = nullptr;
    QString problem; // of a signature that matched
    std::optional<std::size_t> unverifiable;
    for (std::size_t check = 0; check < count; ++check) {
        const Candidate* these = nullptr;
        const auto found = matchOf(check, nowUs, &these);
        if (found) {
            ++matchedChecks;
            const QString& mismatch = m_prepared.checks[check].mismatch;
            const QString wrong = mismatch.isEmpty() ? certificateProblem(m_runs[*found], nowUs) : mismatch;
            if (run == none || !m_prepared.all || (problem.isEmpty() && !wrong.isEmpty())) {
                run = *found;
                candidate = these;
                shown = check;
                problem = wrong;
            }
            if (!m_prepared.all && wrong.isEmpty())
                break;
        } else if (m_prepared.all && isUnverifiable(check) && m_prepared.checks[check].mismatch.isEmpty()) {
            ++matchedChecks;
            unverifiable = check;
        } else if (m_prepared.all) {
            shown = check;
            run = none;
            problem = m_prepared.checks[check].mismatch;
            break;
        }
    }
    const bool matched = run != none && (!m_prepared.all || matchedChecks == count);
    const Check& what = m_prepared.checks[shown];
    const bool valid = matched && problem.isEmpty() && !unverifiable;
    const bool compared = !matched || !problem.isEmpty() || !unverifiable;
    Verification result = describe(valid ? SignatureState::Valid
            : compared                   ? SignatureState::Invalid
                                         : SignatureState::Unverified,
        nowUs, shown, body);
    if (matched) {
        result.received = candidate->item;
        result.secret = m_keys[m_runs[run].key].name;
        if (body && what.contents.size() > 1)
            result.signedContent = contentBytes(what.contents[m_runs[run].content], *body);
    }
    // The first secret's, for the content as given.
    for (Run& first : m_runs) {
        if (first.check == shown && first.key == 0 && mayShowExpected(first.algorithm)) {
            if (m_scheme.encoding != SignatureEncoding::Jwt)
                result.expected = encodeSignature(first.computation->result(), m_scheme.encoding);
            break;
        }
    }
    if (valid)
        result.reason = CoreText::tr("The signature is right.");
    else if (!compared)
        result.reason = m_prepared.checks[*unverifiable].unverifiable;
    else if (!what.refused.isEmpty())
        result.reason = what.refused;
    else if (!problem.isEmpty())
        result.reason = problem;
    else
        result.reason = CoreText::tr("The signature does not match under any of the secrets.");
    return result;
}

} // namespace creel
