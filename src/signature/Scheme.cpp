#include "signature/Scheme.h"

#include "signature/Words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace creel
{
namespace
{

constexpr std::array<const char*, 19> algorithmWords{"none", "token", "basic", "hmac-md5", "hmac-sha1", "hmac-sha256",
    "hmac-sha384", "hmac-sha512", "sha1", "sha256", "ed25519", "rsa-sha1", "rsa-sha256", "rsa-sha384", "rsa-sha512",
    "ecdsa-p256-sha256", "ecdsa-p384-sha384", "ecdsa-p521-sha512", "jws"};
constexpr std::array<const char*, 7> encodingWords{"none", "text", "hex", "hex-upper", "base64", "base64url", "jwt"};
constexpr std::array<const char*, 8> locatorWords{"header", "json", "form", "query", "multipart", "sig", "jwt", "body"};

using Part = TemplatePart::Kind;
struct Variable {
    const char* name;
    Part kind;
    bool argument;
};
constexpr std::array<Variable, 21> variables{{{"body", Part::Body, false}, {"timestamp", Part::Timestamp, false},
    {"id", Part::Id, false}, {"url", Part::Url, false}, {"method", Part::Method, false}, {"path", Part::Path, false},
    {"query", Part::Query, false}, {"header", Part::Header, true}, {"json", Part::Json, true},
    {"json_raw", Part::JsonRaw, true}, {"body_without", Part::BodyWithout, true},
    {"form_sorted", Part::FormSorted, false}, {"sha256hex", Part::Sha256Hex, false}, {"crc32", Part::Crc32, false},
    {"query_lower", Part::QueryLower, true}, {"secret", Part::Secret, false}, {"cfg", Part::Setting, true},
    {"signature", Part::Signature, false}, {"now", Part::Now, false}, {"nowiso", Part::NowIso, false},
    {"newid", Part::NewId, false}}};

} // namespace

QByteArray toWord(Algorithm algorithm)
{
    return algorithmWords[std::size_t(algorithm)];
}
std::optional<Algorithm> algorithmFromWord(QByteArrayView word)
{
    return fromWord<Algorithm>(algorithmWords, word);
}
QByteArray toWord(SignatureEncoding encoding)
{
    return encodingWords[std::size_t(encoding)];
}
std::optional<SignatureEncoding> encodingFromWord(QByteArrayView word)
{
    return fromWord<SignatureEncoding>(encodingWords, word);
}

QByteArray Locator::text() const
{
    QByteArray text = locatorWords[std::size_t(kind)];
    if (kind != Kind::Body)
        text += ':' + name;
    if (!inner.isEmpty())
        text += '#' + inner;
    return text;
}

std::optional<Locator> locatorFromText(QByteArrayView text)
{
    Locator locator;
    if (text == "body") {
        locator.kind = Locator::Kind::Body;
        return locator;
    }
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    const auto kind = fromWord<Locator::Kind>(locatorWords, text.first(colon));
    if (!kind || *kind == Locator::Kind::Body)
        return std::nullopt;
    locator.kind = *kind;
    QByteArrayView rest = text.sliced(colon + 1);
    const qsizetype hash = rest.indexOf('#');
    if (hash >= 0 && *kind != Locator::Kind::Json) {
        locator.inner = rest.sliced(hash + 1).toByteArray();
        rest = rest.first(hash);
    }
    if (rest.isEmpty() || (*kind == Locator::Kind::Json && !rest.startsWith('/')))
        return std::nullopt;
    locator.name = rest.toByteArray();
    return locator;
}

bool Template::uses(TemplatePart::Kind kind) const
{
    return std::any_of(parts.begin(), parts.end(), [kind](const TemplatePart& part) { return part.kind == kind; });
}

std::optional<Template> Template::parse(QByteArrayView text, QByteArray* unknown)
{
    Template result;
    result.text = text.toByteArray();
    QByteArray literal;
    const auto flush = [&] {
        if (!literal.isEmpty())
            result.parts.push_back({Part::Literal, literal});
        literal.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '{') {
            literal += text[i];
            continue;
        }
        const qsizetype end = text.indexOf('}', i);
        const QByteArrayView inside = end < 0 ? text.sliced(i + 1) : text.sliced(i + 1, end - i - 1);
        const qsizetype colon = inside.indexOf(':');
        const QByteArrayView name = colon < 0 ? inside : inside.first(colon);
        const auto found = std::find_if(variables.begin(), variables.end(),
            [&](const Variable& v) { return name == QByteArrayView(v.name) && v.argument == (colon >= 0); });
        if (end < 0 || found == variables.end()) {
            if (unknown)
                *unknown = inside.toByteArray();
            return std::nullopt;
        }
        flush();
        result.parts.push_back({found->kind, colon < 0 ? QByteArray() : inside.sliced(colon + 1).toByteArray()});
        i = end;
    }
    flush();
    return result;
}

bool Scheme::contentUses(TemplatePart::Kind part) const
{
    return std::any_of(content.begin(), content.end(), [part](const Template& t) { return t.uses(part); });
}

} // namespace creel
