#include "signature/QuickCheck.h"

#include "base/Text.h"

#include <algorithm>

namespace creel
{
namespace
{

bool isPlainHeader(const Locator& at)
{
    return at.kind == Locator::Kind::Header && at.inner.isEmpty();
}

bool isBodyAlone(const std::vector<Template>& content)
{
    return content.size() == 1 && content[0].parts.size() == 1 && content[0].parts[0].kind == TemplatePart::Kind::Body;
}

} // namespace

bool suitsQuickCheck(const Scheme& scheme)
{
    const bool isHmac = scheme.algorithm >= Algorithm::HmacMd5 && scheme.algorithm <= Algorithm::HmacSha512;
    return scheme.isDeclarative() && isHmac && scheme.profiles.empty() && !scheme.signature.empty()
        && std::all_of(scheme.signature.begin(), scheme.signature.end(), isPlainHeader)
        && scheme.extraction.separators.isEmpty() && scheme.extraction.algorithms.empty()
        && scheme.algorithmByLength.empty() && isBodyAlone(scheme.content) && scheme.bodyFormField.isEmpty()
        && scheme.bodyAlso.isEmpty() && scheme.urlUnescape.isEmpty() && !scheme.timestamp && scheme.contentId.empty();
}

SignatureState quickCheck(
    const Scheme& scheme, const HeaderList& headers, QByteArrayView body, const std::vector<NamedKey>& keys)
{
    bool isThere = false;
    std::vector<Decoded> candidates;
    for (const HeaderField& field : headers) {
        const auto is = [&](const Locator& at) { return equalsIgnoreAsciiCase(field.name, at.name); };
        if (field.value.isEmpty() || std::none_of(scheme.signature.begin(), scheme.signature.end(), is))
            continue;
        isThere = true;
        for (const ItemGroup& group : cutItems(scheme, field.value)) {
            for (const auto& item : group.items) {
                auto decoded = decodeSignature(item.first, scheme.encoding);
                if (decoded && !decoded->bytes.isEmpty())
                    candidates.push_back(*std::move(decoded));
            }
        }
    }
    if (!isThere)
        return SignatureState::Missing;
    if (candidates.empty())
        return SignatureState::Malformed;
    if (keys.empty())
        return SignatureState::Unverified;
    for (const NamedKey& named : keys) {
        const auto computation = Computation::begin(scheme.algorithm, *named.key);
        if (!computation)
            continue;
        computation->add(body);
        for (const Decoded& candidate : candidates) {
            if (candidate.canonical && computation->matches(candidate.bytes))
                return SignatureState::Valid;
        }
    }
    return SignatureState::Invalid;
}

} // namespace creel
