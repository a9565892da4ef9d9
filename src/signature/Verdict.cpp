#include "signature/Verdict.h"

#include "signature/Words.h"

namespace creel
{
namespace
{

constexpr std::array<const char*, 5> signatureWords{"unverified", "valid", "invalid", "missing", "malformed"};
constexpr std::array<const char*, 4> freshnessWords{"none", "fresh", "stale", "future"};
constexpr std::array<const char*, 6> verdictWords{"unverified", "valid", "invalid", "stale", "unsigned", "malformed"};

} // namespace

Verdict verdictOf(SignatureState signature, Freshness freshness)
{
    switch (signature) {
    case SignatureState::Valid:
        return freshness == Freshness::Stale || freshness == Freshness::Future ? Verdict::Stale : Verdict::Valid;
    case SignatureState::Invalid:
        return Verdict::Invalid;
    case SignatureState::Missing:
        return Verdict::Unsigned;
    case SignatureState::Malformed:
        return Verdict::Malformed;
    case SignatureState::Unverified:
        break;
    }
    return Verdict::Unverified;
}

QByteArray toWord(SignatureState state)
{
    return signatureWords[std::size_t(state)];
}
QByteArray toWord(Freshness freshness)
{
    return freshnessWords[std::size_t(freshness)];
}
QByteArray toWord(Verdict verdict)
{
    return verdictWords[std::size_t(verdict)];
}
std::optional<SignatureState> signatureStateFromWord(QByteArrayView word)
{
    return fromWord<SignatureState>(signatureWords, word);
}
std::optional<Freshness> freshnessFromWord(QByteArrayView word)
{
    return fromWord<Freshness>(freshnessWords, word);
}
std::optional<Verdict> verdictFromWord(QByteArrayView word)
{
    return fromWord<Verdict>(verdictWords, word);
}

} // namespace creel
