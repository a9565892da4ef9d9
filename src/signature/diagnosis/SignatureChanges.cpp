#include "base/Text.h"
#include "signature/SchemeRun.h"
#include "signature/diagnosis/Change.h"

#include <algorithm>

namespace creel
{
namespace
{

constexpr qsizetype maxHeaderValue = 2048;

bool isHmac(Algorithm algorithm)
{
    return algorithm >= Algorithm::HmacMd5 && algorithm <= Algorithm::HmacSha512;
}

bool isBinary(SignatureEncoding encoding)
{
    return encoding == SignatureEncoding::Hex || encoding == SignatureEncoding::HexUpper
        || encoding == SignatureEncoding::Base64 || encoding == SignatureEncoding::Base64Url;
}

/** The first header that the scheme reads its signature from, where the message has one. */
const HeaderField* signatureField(const Scheme& scheme, const SignedMessage& message)
{
    for (const Locator& at : scheme.signature) {
        if (at.kind != Locator::Kind::Header)
            continue;
        if (const HeaderField* field = message.headers.find(at.name))
            return field;
    }
    return nullptr;
}

void addAlgorithms(std::vector<Change>& changes, const Scheme& scheme)
{
    if (!isHmac(scheme.algorithm))
        return;
    static constexpr std::pair<Algorithm, const char*> algorithms[] = {{Algorithm::HmacSha256, "algorithm_sha256"},
        {Algorithm::HmacSha1, "algorithm_sha1"}, {Algorithm::HmacSha512, "algorithm_sha512"},
        {Algorithm::HmacSha384, "algorithm_sha384"}, {Algorithm::HmacMd5, "algorithm_md5"}};
    for (const auto& [algorithm, cause] : algorithms) {
        if (algorithm != scheme.algorithm) {
            changes.push_back(
                {{cause}, ChangeGroup::Algorithm, {}, [algorithm = algorithm](Scheme& changed, SignedMessage&) {
                     changed.algorithm = algorithm;
                     changed.algorithmByLength.clear();
                     changed.extraction.algorithms.clear();
                 }});
        }
    }
}

/** Sets the value of the header that the scheme reads, so that it finds `item` there. */
std::function<void(Scheme&, SignedMessage&)> withItem(
    const QByteArray& header, const QByteArray& before, const QByteArray& item, const QByteArray& after)
{
    return [=](Scheme&, SignedMessage& message) { message.headers.set(header, before + item + after); };
}

void addEncodings(std::vector<Change>& changes, const Scheme& scheme, const SignedMessage& message)
{
    if (!isBinary(scheme.encoding))
        return;
    const bool readsHex = scheme.encoding == SignatureEncoding::Hex || scheme.encoding == SignatureEncoding::HexUpper;
    static constexpr std::pair<SignatureEncoding, const char*> encodings[] = {{SignatureEncoding::Hex, "encoding_hex"},
        {SignatureEncoding::Base64, "encoding_base64"}, {SignatureEncoding::Base64Url, "encoding_base64url"}};
    for (const auto& [encoding, cause] : encodings) {
        if (encoding == scheme.encoding || (encoding == SignatureEncoding::Hex && readsHex))
            continue;
        changes.push_back({{cause}, ChangeGroup::Encoding, {},
            [encoding = encoding](Scheme& changed, SignedMessage&) { changed.encoding = encoding; }});
    }
    // The item itself, as it stands in the header: padding, and a signature that was encoded twice.
    const HeaderField* field = signatureField(scheme, message);
    if (!field || field->value.size() > maxHeaderValue)
        return;
    for (const ItemGroup& group : cutItems(scheme, field->value)) {
        for (const auto& [item, algorithm] : group.items) {
            const qsizetype at = field->value.indexOf(item);
            if (item.isEmpty() || at < 0)
                continue;
            const QByteArray before = field->value.first(at);
            const QByteArray after = field->value.sliced(at + item.size());
            QByteArray bare = item;
            while (bare.endsWith('='))
                bare.chop(1);
            const QByteArray padded = bare + QByteArray((4 - bare.size() % 4) % 4, '=');
            if (!readsHex) {
                for (const QByteArray& form : {padded, bare}) {
                    if (form != item)
                        changes.push_back({{"encoding_padding"}, ChangeGroup::Encoding, {},
                            withItem(field->name, before, form, after)});
                }
                for (const auto& [encoding, cause] : encodings) {
                    if (encoding == scheme.encoding || encoding == SignatureEncoding::Hex)
                        continue;
                    const QByteArray form = encoding == SignatureEncoding::Base64 ? padded : bare;
                    if (form == item)
                        continue;
                    changes.push_back({{cause, "encoding_padding"}, ChangeGroup::Encoding, {},
                        [=, encoding = encoding](Scheme& changed, SignedMessage& altered) {
                            changed.encoding = encoding;
                            altered.headers.set(field->name, before + form + after);
                        }});
                }
            } else {
                const QByteArray url = bare;
                if (padded != item) {
                    changes.push_back({{"encoding_base64", "encoding_padding"}, ChangeGroup::Encoding, {},
                        [=, name = field->name](Scheme& changed, SignedMessage& altered) {
                            changed.encoding = SignatureEncoding::Base64;
                            altered.headers.set(name, before + padded + after);
                        }});
                }
                if (url != item) {
                    changes.push_back({{"encoding_base64url", "encoding_padding"}, ChangeGroup::Encoding, {},
                        [=, name = field->name](Scheme& changed, SignedMessage& altered) {
                            changed.encoding = SignatureEncoding::Base64Url;
                            altered.headers.set(name, before + url + after);
                        }});
                }
            }
            const auto inner = QByteArray::fromBase64Encoding(item, QByteArray::AbortOnBase64DecodingErrors);
            if (inner && (*inner).size() >= 32 && decodeHex(*inner)) {
                const QByteArray form = encodeSignature(*decodeHex(*inner), scheme.encoding);
                changes.push_back({{readsHex ? "encoding_base64" : "encoding_hex"}, ChangeGroup::Encoding, {},
                    withItem(field->name, before, form, after)});
            }
        }
    }
}

/** A prefix that a signature may carry, with the blanks around it. */
QByteArray withoutPrefix(const QByteArray& value)
{
    QByteArray core = value.trimmed();
    for (int round = 0; round < 3; ++round) {
        qsizetype at = 0;
        while (at < core.size() && at < 24
            && ((core[at] >= 'a' && core[at] <= 'z') || (core[at] >= 'A' && core[at] <= 'Z')
                || (core[at] >= '0' && core[at] <= '9') || core[at] == '-' || core[at] == '_'))
            ++at;
        const bool separated = at > 0 && at < core.size() - 16
            && (core[at] == '=' || core[at] == ':' || core[at] == ' ' || core[at] == ',');
        if (!separated)
            break;
        core = core.sliced(at + 1).trimmed();
    }
    while (core.size() > 2 && (core.startsWith('"') || core.startsWith('\'')) && core.endsWith(core[0]))
        core = core.mid(1, core.size() - 2);
    return core;
}

/** How the scheme would write this item alone. */
QByteArray asSchemeWrites(const Scheme& scheme, const QByteArray& item)
{
    if (!scheme.extraction.keyValue.isEmpty() && !scheme.extraction.take.isEmpty())
        return scheme.extraction.take.first() + scheme.extraction.keyValue + item;
    return scheme.extraction.prefix + item;
}

void addPrefixes(std::vector<Change>& changes, const Scheme& scheme, const SignedMessage& message)
{
    const HeaderField* field = signatureField(scheme, message);
    if (!field || field->value.size() > maxHeaderValue || field->value.isEmpty())
        return;
    // Other keys of the same header (a time, as in t=..,v1=..) are kept.
    QByteArray others;
    for (const ItemGroup& group : cutItems(scheme, field->value)) {
        for (const auto& [key, value] : group.keys) {
            if (scheme.extraction.keyValue.size() == 1 && !scheme.extraction.separators.isEmpty()
                && !scheme.extraction.take.contains(key))
                others += key + scheme.extraction.keyValue + value + scheme.extraction.separators.first(1);
        }
    }
    QByteArrayList cores{withoutPrefix(field->value), field->value.trimmed()};
    if (!scheme.extraction.separators.isEmpty()) {
        const QByteArrayList parts = QByteArray(field->value).split(scheme.extraction.separators[0]);
        for (const QByteArray& part : parts)
            cores << withoutPrefix(part) << part.trimmed();
    }
    QByteArrayList seen{field->value};
    for (const QByteArray& core : cores) {
        if (core.size() < 16)
            continue;
        const QByteArray value = others + asSchemeWrites(scheme, core);
        if (seen.contains(value))
            continue;
        seen << value;
        changes.push_back({{"signature_prefix"}, ChangeGroup::Place, toText(field->value.left(24)),
            withItem(field->name, {}, value, {})});
    }
}

void addHeaders(std::vector<Change>& changes, const Scheme& scheme, const SignedMessage& message)
{
    if (scheme.algorithm == Algorithm::None || scheme.signature.empty())
        return;
    const bool fromHeader = scheme.signature.front().kind == Locator::Kind::Header;
    for (const HeaderField& field : message.headers) {
        const bool own = std::any_of(scheme.signature.begin(), scheme.signature.end(), [&](const Locator& at) {
            return at.kind == Locator::Kind::Header && equalsIgnoreAsciiCase(at.name, field.name);
        });
        if (own || field.value.size() < 16 || field.value.size() > maxHeaderValue || !fromHeader)
            continue;
        const QByteArray name = field.name;
        const QByteArray core = withoutPrefix(field.value);
        changes.push_back({{"other_header"}, ChangeGroup::Place, toText(name), [name](Scheme& changed, SignedMessage&) {
                               Locator at;
                               at.kind = Locator::Kind::Header;
                               at.name = name;
                               changed.signature = {at};
                           }});
        if (!scheme.extraction.prefix.isEmpty() || !scheme.extraction.take.isEmpty() || core != field.value) {
            changes.push_back({{"other_header"}, ChangeGroup::Place, toText(name),
                [name, core](Scheme& changed, SignedMessage& altered) {
                    Locator at;
                    at.kind = Locator::Kind::Header;
                    at.name = name;
                    changed.signature = {at};
                    changed.extraction = {};
                    altered.headers.set(name, core);
                }});
        }
    }
}

} // namespace

std::vector<Change> signatureChanges(const Scheme& scheme, const SignedMessage& message)
{
    std::vector<Change> changes;
    addAlgorithms(changes, scheme);
    addEncodings(changes, scheme, message);
    addPrefixes(changes, scheme, message);
    addHeaders(changes, scheme, message);
    return changes;
}

} // namespace creel
