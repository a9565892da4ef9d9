#include "base/CoreText.h"
#include "base/Text.h"
#include "payload/JsonPointer.h"
#include "signature/Certificates.h"
#include "signature/Crypto.h"

#include <QCoreApplication>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>

namespace creel
{
namespace
{

constexpr qsizetype maxKeyBytes = 1024 * 1024; // a JWKS with a hundred keys has 100 KB

Error notFitting(const QString& text)
{
    return {ErrorCode::Invalid, text};
}

std::shared_ptr<EVP_PKEY> own(EVP_PKEY* key)
{
    return key ? std::shared_ptr<EVP_PKEY>(key, &EVP_PKEY_free) : nullptr;
}

PairKey pairOf(EVP_PKEY* key, bool hasPrivate)
{
    PairKey pair;
    pair.key = own(key);
    pair.hasPrivate = hasPrivate;
    return pair;
}

std::optional<PairKey> fromCertificates(const std::shared_ptr<const CertificateChain>& chain)
{
    if (!chain || !chain->publicKey())
        return std::nullopt;
    PairKey pair;
    pair.key = chain->publicKey();
    pair.certificates = chain;
    return pair;
}

std::optional<PairKey> fromPem(QByteArrayView text)
{
    const auto bio = [&] {
        return std::unique_ptr<BIO, decltype(&BIO_free)>(BIO_new_mem_buf(text.data(), int(text.size())), &BIO_free);
    };
    if (EVP_PKEY* key = PEM_read_bio_PrivateKey(bio().get(), nullptr, &noPassphrase, nullptr))
        return pairOf(key, true);
    if (EVP_PKEY* key = PEM_read_bio_PUBKEY(bio().get(), nullptr, &noPassphrase, nullptr))
        return pairOf(key, false);
    return fromCertificates(CertificateChain::fromPem(text));
}

std::optional<PairKey> fromDer(QByteArrayView der)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
    const unsigned char* in = bytes;
    if (EVP_PKEY* key = d2i_PUBKEY(nullptr, &in, long(der.size())))
        return pairOf(key, false);
    in = bytes;
    if (EVP_PKEY* key = d2i_AutoPrivateKey(nullptr, &in, long(der.size())))
        return pairOf(key, true);
    return fromCertificates(CertificateChain::fromDer(der));
}

std::optional<PairKey> fromEd25519(QByteArrayView raw, bool isPrivate)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
    if (!isPrivate && raw.size() == 32) {
        if (EVP_PKEY* key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes, 32))
            return pairOf(key, false);
    }
    if (isPrivate && (raw.size() == 32 || raw.size() == 64)) {
        if (EVP_PKEY* key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, bytes, 32))
            return pairOf(key, true);
    }
    return std::nullopt;
}

// JWK (RFC 7517, RFC 7518 section 6, RFC 8037)

class JwkBuilder
{
public:
    explicit JwkBuilder(QByteArrayView json)
        : m_json(json)
        , m_params(OSSL_PARAM_BLD_new(), &OSSL_PARAM_BLD_free)
    {
    }
    QByteArray text(const char* member) const
    {
        return jsonTextAt(m_json, QByteArray("/") + member).value_or(QByteArray());
    }
    QByteArray bytes(const char* member) const
    {
        const auto decoded = decodeBase64(text(member), true);
        return decoded ? decoded->bytes : QByteArray();
    }
    bool number(const char* member, const char* param)
    {
        const QByteArray raw = bytes(member);
        if (raw.isEmpty())
            return false;
        BIGNUM* value = BN_bin2bn(reinterpret_cast<const unsigned char*>(raw.data()), int(raw.size()), nullptr);
        m_numbers.emplace_back(value, &BN_clear_free);
        return OSSL_PARAM_BLD_push_BN(m_params.get(), param, value) == 1;
    }
    std::shared_ptr<EVP_PKEY> rsa(bool& isPrivate)
    {
        if (!number("n", OSSL_PKEY_PARAM_RSA_N) || !number("e", OSSL_PKEY_PARAM_RSA_E))
            return nullptr;
        isPrivate = number("d", OSSL_PKEY_PARAM_RSA_D);
        if (isPrivate && number("p", OSSL_PKEY_PARAM_RSA_FACTOR1)) {
            number("q", OSSL_PKEY_PARAM_RSA_FACTOR2);
            number("dp", OSSL_PKEY_PARAM_RSA_EXPONENT1);
            number("dq", OSSL_PKEY_PARAM_RSA_EXPONENT2);
            number("qi", OSSL_PKEY_PARAM_RSA_COEFFICIENT1);
        }
        return build("RSA", isPrivate);
    }
    std::shared_ptr<EVP_PKEY> ec(bool& isPrivate)
    {
        const QByteArray curve = text("crv");
        const int size = curve == "P-256" ? 32 : curve == "P-384" ? 48 : curve == "P-521" ? 66 : 0;
        const QByteArray x = bytes("x");
        const QByteArray y = bytes("y");
        if (size == 0 || x.size() != size || y.size() != size)
            return nullptr;
        m_point = '\x04' + x + y;
        OSSL_PARAM_BLD_push_utf8_string(m_params.get(), OSSL_PKEY_PARAM_GROUP_NAME, curve.constData(), 0);
        OSSL_PARAM_BLD_push_octet_string(
            m_params.get(), OSSL_PKEY_PARAM_PUB_KEY, m_point.constData(), std::size_t(m_point.size()));
        isPrivate = number("d", OSSL_PKEY_PARAM_PRIV_KEY);
        return build("EC", isPrivate);
    }

private:
    std::shared_ptr<EVP_PKEY> build(const char* type, bool isPrivate)
    {
        const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> params(
            OSSL_PARAM_BLD_to_param(m_params.get()), &OSSL_PARAM_free);
        const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
            EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), &EVP_PKEY_CTX_free);
        EVP_PKEY* key = nullptr;
        if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1
            || EVP_PKEY_fromdata(context.get(), &key, isPrivate ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, params.get())
                != 1)
            return nullptr;
        return own(key);
    }

    QByteArrayView m_json;
    std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> m_params;
    std::vector<std::unique_ptr<BIGNUM, decltype(&BN_clear_free)>> m_numbers;
    QByteArray m_point;
};

std::optional<PairKey> fromJwk(QByteArrayView json)
{
    JwkBuilder builder(json);
    PairKey pair;
    const QByteArray type = builder.text("kty");
    if (type == "RSA") {
        pair.key = builder.rsa(pair.hasPrivate);
    } else if (type == "EC") {
        pair.key = builder.ec(pair.hasPrivate);
    } else if (type == "OKP" && builder.text("crv") == "Ed25519") {
        const QByteArray seed = builder.bytes("d");
        auto made = seed.isEmpty() ? fromEd25519(builder.bytes("x"), false) : fromEd25519(seed, true);
        if (made)
            pair = std::move(*made);
    }
    if (!pair.key)
        return std::nullopt;
    pair.keyId = builder.text("kid");
    pair.jwkAlgorithm = builder.text("alg");
    const auto expired = jsonAt(json, "/expired_at");
    pair.expired = expired && expired->kind != JsonKind::Null;
    return pair;
}

std::vector<PairKey> fromJwks(QByteArrayView json)
{
    std::vector<PairKey> pairs;
    std::vector<JsonSpan> spans = jsonAll(json, "/keys/*");
    if (spans.empty())
        spans = jsonAll(json, "/*");
    for (const JsonSpan& span : spans) {
        if (span.kind != JsonKind::Object)
            continue;
        if (auto pair = fromJwk(json.sliced(span.offset, span.size)))
            pairs.push_back(*std::move(pair));
    }
    // A single JWK, or one in the member "key" (Plaid's answer).
    for (const char* pointer : {"", "/key"}) {
        const auto span = pairs.empty() ? jsonAt(json, pointer) : std::nullopt;
        if (span && span->kind == JsonKind::Object) {
            if (auto pair = fromJwk(json.sliced(span->offset, span->size)))
                pairs.push_back(*std::move(pair));
        }
    }
    return pairs;
}

std::optional<PairKey> fromText(QByteArrayView text)
{
    if (text.startsWith("whpk_") || text.startsWith("whsk_")) {
        const auto decoded = decodeBase64(text.sliced(5), false);
        return decoded ? fromEd25519(decoded->bytes, text.startsWith("whsk_")) : std::nullopt;
    }
    if (const auto raw = decodeHex(text); raw && (raw->size() == 32 || raw->size() == 64))
        return fromEd25519(*raw, raw->size() == 64);
    QByteArray joined = text.toByteArray();
    joined.replace('\n', QByteArray()).replace('\r', QByteArray());
    const bool url = joined.contains('-') || joined.contains('_');
    const auto decoded = decodeBase64(joined, url);
    if (!decoded)
        return std::nullopt;
    if (decoded->bytes.size() == 32 || decoded->bytes.size() == 64)
        return fromEd25519(decoded->bytes, decoded->bytes.size() == 64);
    return fromDer(decoded->bytes);
}

bool looksLikePair(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    const bool list = trimmed.startsWith('[') && trimmed.sliced(1).trimmed().startsWith('{'); // not "[text]"
    return trimmed.startsWith("-----BEGIN ") || trimmed.startsWith('{') || list || trimmed.startsWith("whpk_")
        || trimmed.startsWith("whsk_");
}

Result<SecretBytes> symmetricBytes(const KeyRule& rule, QByteArrayView entered)
{
    QByteArrayView rest = entered;
    bool stripped = rule.strip.isEmpty();
    for (const QByteArray& prefix : rule.strip) {
        if (rest.startsWith(prefix)) {
            rest = rest.sliced(prefix.size());
            stripped = true;
        }
    }
    if (rule.prefixRequired && !stripped)
        return notFitting(CoreText::tr("The secret does not start with \"%1\".").arg(toText(rule.strip.last())));
    if (rule.otherwiseText && !stripped)
        return SecretBytes(entered);
    switch (rule.form) {
    case KeyForm::Hex:
        if (auto raw = decodeHex(rest))
            return SecretBytes::take(std::move(*raw));
        return notFitting(CoreText::tr("The secret is not hexadecimal, as this scheme wants it."));
    case KeyForm::Base64: {
        auto raw = decodeBase64(rest, false);
        if (!raw)
            raw = decodeBase64(rest, true);
        if (raw)
            return SecretBytes::take(std::move(raw->bytes));
        return notFitting(CoreText::tr("The secret is not base64, as this scheme wants it."));
    }
    case KeyForm::Sha1:
        return SecretBytes::take(sha1(rest));
    default:
        break;
    }
    if (rule.nfkd)
        return SecretBytes::take(QString::fromUtf8(rest).normalized(QString::NormalizationForm_KD).toUtf8());
    return SecretBytes::take(QByteArray(rest.toByteArray() + rule.suffix));
}

Result<Key> parseKey(const KeyRule& rule, QByteArrayView entered)
{
    Key key;
    key.text = SecretBytes(entered);
    if (rule.form == KeyForm::Public || (rule.form == KeyForm::TextOrPublic && looksLikePair(entered))) {
        auto pairs = parsePairKeys(entered);
        if (!pairs)
            return pairs.error();
        key.pairs = *std::move(pairs);
        return key;
    }
    if (rule.form == KeyForm::None)
        return key;
    auto bytes = symmetricBytes(rule, entered);
    if (!bytes)
        return bytes.error();
    key.bytes = *std::move(bytes);
    return key;
}

} // namespace

Result<std::vector<PairKey>> parsePairKeys(QByteArrayView entered)
{
    const QByteArrayView text = entered.trimmed();
    if (text.isEmpty() || text.size() > maxKeyBytes)
        return notFitting(CoreText::tr("The key is empty or too long."));
    std::vector<PairKey> pairs;
    if (text.startsWith('{') || text.startsWith('[')) {
        pairs = fromJwks(text);
    } else {
        auto pair = text.startsWith("-----BEGIN ") ? fromPem(text) : fromText(text);
        if (pair)
            pairs.push_back(*std::move(pair));
    }
    if (pairs.empty())
        return notFitting(
            CoreText::tr("This is not a key that can be read: PEM, a certificate, JWKS, base64 or hexadecimal."));
    return pairs;
}

Result<std::vector<Key>> parseKeys(const KeyRule& rule, QByteArrayView entered)
{
    std::vector<Key> keys;
    if (entered.isEmpty() && rule.form != KeyForm::None)
        return notFitting(CoreText::tr("The secret is empty."));
    qsizetype from = 0;
    while (from <= entered.size()) {
        const qsizetype end = rule.separator ? entered.indexOf(rule.separator, from) : -1;
        auto key = parseKey(rule, end < 0 ? entered.sliced(from) : entered.sliced(from, end - from));
        if (!key)
            return key.error();
        keys.push_back(*std::move(key));
        if (end < 0)
            break;
        from = end + 1;
    }
    return keys;
}

} // namespace creel
