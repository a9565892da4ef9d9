#include "signature/Jws.h"

#include "payload/JsonPointer.h"
#include "signature/Crypto.h"

#include <algorithm>
#include <array>

namespace creel
{
namespace
{

struct Name {
    const char* name;
    Algorithm algorithm;
};
constexpr std::array<Name, 10> algorithmNames{{{"HS256", Algorithm::HmacSha256}, {"HS384", Algorithm::HmacSha384},
    {"HS512", Algorithm::HmacSha512}, {"RS256", Algorithm::RsaSha256}, {"RS384", Algorithm::RsaSha384},
    {"RS512", Algorithm::RsaSha512}, {"ES256", Algorithm::EcdsaP256Sha256}, {"ES384", Algorithm::EcdsaP384Sha384},
    {"ES512", Algorithm::EcdsaP521Sha512}, {"EdDSA", Algorithm::Ed25519}}};

} // namespace

std::optional<Algorithm> jwsAlgorithm(QByteArrayView name)
{
    for (const Name& entry : algorithmNames) {
        if (name == QByteArrayView(entry.name))
            return entry.algorithm;
    }
    return std::nullopt;
}

QByteArray jwsName(Algorithm algorithm)
{
    for (const Name& entry : algorithmNames) {
        if (entry.algorithm == algorithm)
            return entry.name;
    }
    return {};
}

int jwsCoordinateBytes(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::EcdsaP256Sha256:
        return 32;
    case Algorithm::EcdsaP384Sha384:
        return 48;
    case Algorithm::EcdsaP521Sha512:
        return 66;
    default:
        return 0;
    }
}

QByteArray base64Url(QByteArrayView bytes)
{
    return encodeSignature(bytes, SignatureEncoding::Base64Url);
}

std::optional<Jws> parseJws(QByteArrayView text)
{
    const qsizetype first = text.indexOf('.');
    const qsizetype second = first < 0 ? -1 : text.indexOf('.', first + 1);
    if (second < 0 || text.indexOf('.', second + 1) >= 0)
        return std::nullopt;
    const auto header = decodeBase64(text.first(first), true);
    const QByteArrayView payloadText = text.sliced(first + 1, second - first - 1);
    const auto payload = payloadText.isEmpty() ? std::optional(Decoded()) : decodeBase64(payloadText, true);
    if (!header || !payload)
        return std::nullopt;
    Jws jws;
    jws.header = header->bytes;
    jws.payload = payload->bytes;
    jws.signedPart = text.first(second).toByteArray();
    const QByteArrayView signatureText = text.sliced(second + 1);
    if (!signatureText.isEmpty()) {
        const auto signature = decodeBase64(signatureText, true);
        if (!signature)
            return std::nullopt;
        jws.signature = signature->bytes;
        jws.canonical = signature->canonical;
    }
    const auto whole = jsonAt(jws.header, "");
    if (!whole || whole->kind != JsonKind::Object)
        return std::nullopt;
    const auto algorithm = jsonAt(jws.header, "/alg");
    if (!algorithm || algorithm->kind != JsonKind::String)
        return std::nullopt;
    jws.algorithm = jsonText(jws.header, *algorithm);
    jws.keyId = jsonTextAt(jws.header, "/kid").value_or(QByteArray());
    return jws;
}

std::optional<QByteArray> claimText(const QByteArray& payload, const QByteArray& name)
{
    const auto span = jsonAt(payload, '/' + name);
    return span && span->kind != JsonKind::Null ? std::optional(jsonText(payload, *span)) : std::nullopt;
}

std::optional<qint64> timeClaim(const QByteArray& payload, const QByteArray& name)
{
    const auto span = jsonAt(payload, '/' + name);
    if (!span || span->kind != JsonKind::Number)
        return std::nullopt;
    bool isNumber = false;
    const double seconds = jsonText(payload, *span).toDouble(&isNumber);
    if (!isNumber || seconds < 0 || seconds > 9e12)
        return std::nullopt;
    return qint64(seconds * 1e6);
}

bool audienceHas(const QByteArray& payload, const QByteArray& audience)
{
    const auto span = jsonAt(payload, "/aud");
    if (!span)
        return false;
    if (span->kind != JsonKind::Array)
        return jsonText(payload, *span) == audience;
    const std::vector<JsonSpan> all = jsonAll(payload, "/aud/*");
    return std::any_of(all.begin(), all.end(), [&](const JsonSpan& one) { return jsonText(payload, one) == audience; });
}

} // namespace creel
