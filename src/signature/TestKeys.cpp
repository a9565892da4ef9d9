#include "signature/TestKeys.h"

#include "signature/Crypto.h"
#include "signature/Jws.h"

#include <QCoreApplication>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace creel
{
namespace
{

using KeyPtr = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using BioPtr = std::unique_ptr<BIO, decltype(&BIO_free)>;

constexpr auto testKeyId = "creel-test-key";

KeyPtr generate(KeyType type)
{
    EVP_PKEY* key = nullptr;
    if (type == KeyType::Rsa)
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(2048));
    else if (type == KeyType::P256)
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
    else if (type == KeyType::Ed25519)
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    return KeyPtr(key, &EVP_PKEY_free);
}

QByteArray contentOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, qsizetype(size));
}

SecretBytes privatePem(EVP_PKEY* key)
{
    const BioPtr bio(BIO_new(BIO_s_secmem() ? BIO_s_secmem() : BIO_s_mem()), &BIO_free);
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return SecretBytes::take(contentOf(bio.get()));
}

QByteArray publicPem(EVP_PKEY* key)
{
    const BioPtr bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PUBKEY(bio.get(), key);
    return contentOf(bio.get());
}

QByteArray publicDer(EVP_PKEY* key)
{
    unsigned char* out = nullptr;
    const int size = i2d_PUBKEY(key, &out);
    const QByteArray der(reinterpret_cast<char*>(out), std::max(0, size));
    OPENSSL_free(out);
    return der;
}

/** Self-signed, for ten years. */
QByteArray certificate(EVP_PKEY* key)
{
    const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), &X509_free);
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 10L * 365 * 24 * 3600);
    X509_set_pubkey(made.get(), key);
    X509_NAME* name = X509_get_subject_name(made.get());
    X509_NAME_add_entry_by_txt(
        name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("Creel test key"), -1, -1, 0);
    X509_set_issuer_name(made.get(), name);
    X509_sign(made.get(), key, EVP_sha256());
    const BioPtr bio(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(bio.get(), made.get());
    return contentOf(bio.get());
}

QByteArray number(EVP_PKEY* key, const char* param)
{
    BIGNUM* value = nullptr;
    if (EVP_PKEY_get_bn_param(key, param, &value) != 1)
        return {};
    QByteArray bytes(BN_num_bytes(value), '\0');
    BN_bn2bin(value, reinterpret_cast<unsigned char*>(bytes.data()));
    BN_clear_free(value);
    return bytes;
}

QByteArray padded(const QByteArray& bytes, qsizetype size)
{
    return bytes.rightJustified(size, '\0');
}

QByteArray jwks(EVP_PKEY* key, KeyType type)
{
    QByteArray jwk = QByteArray("{\"kid\":\"") + testKeyId + "\",\"use\":\"sig\",";
    if (type == KeyType::Rsa)
        jwk += "\"kty\":\"RSA\",\"alg\":\"RS256\",\"n\":\"" + base64Url(number(key, OSSL_PKEY_PARAM_RSA_N))
            + "\",\"e\":\"" + base64Url(number(key, OSSL_PKEY_PARAM_RSA_E)) + "\"}";
    else
        jwk += "\"kty\":\"EC\",\"alg\":\"ES256\",\"crv\":\"P-256\",\"x\":\""
            + base64Url(padded(number(key, OSSL_PKEY_PARAM_EC_PUB_X), 32)) + "\",\"y\":\""
            + base64Url(padded(number(key, OSSL_PKEY_PARAM_EC_PUB_Y), 32)) + "\"}";
    return "{\"keys\":[" + jwk + "]}";
}

QByteArray rawPublic(EVP_PKEY* key)
{
    std::size_t size = 32;
    QByteArray raw(32, '\0');
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size);
    return raw;
}

QByteArray rawPrivate(EVP_PKEY* key)
{
    std::size_t size = 32;
    QByteArray raw(32, '\0');
    EVP_PKEY_get_raw_private_key(key, reinterpret_cast<unsigned char*>(raw.data()), &size);
    return raw;
}

/** A shared secret of 32 random bytes in the form that the scheme reads. */
SecretBytes sharedSecret(const KeyRule& rule)
{
    const QByteArray raw = randomBytes(32);
    if (rule.form == KeyForm::Hex)
        return SecretBytes::take(raw.toHex());
    if (rule.form == KeyForm::Base64)
        return SecretBytes::take(
            QByteArray((rule.strip.isEmpty() ? QByteArray() : rule.strip.last()) + raw.toBase64()));
    return SecretBytes::take(raw.toHex());
}

} // namespace

Result<TestKeyPair> makeTestKeyPair(const Scheme& scheme)
{
    TestKeyPair pair;
    if (scheme.key.form == KeyForm::None)
        return Error{ErrorCode::Unsupported,
            QCoreApplication::translate("creel", "%1 does not sign its webhooks.").arg(scheme.name)};
    if (scheme.key.form != KeyForm::Public) {
        pair.privateKey = scheme.algorithm == Algorithm::Basic
            ? SecretBytes::take(QByteArray("creel:" + randomBytes(16).toHex()))
            : sharedSecret(scheme.key);
        pair.publicKey = pair.privateKey.view().toByteArray();
        return pair;
    }
    const KeyPtr key = generate(scheme.key.type);
    if (!key)
        return Error{ErrorCode::Unsupported, QCoreApplication::translate("creel", "No key pair can be made here.")};
    pair.privateKey = privatePem(key.get());
    switch (scheme.key.written) {
    case KeyWriting::Certificate:
        pair.publicKey = certificate(key.get());
        break;
    case KeyWriting::Jwks:
        pair.publicKey = jwks(key.get(), scheme.key.type);
        break;
    case KeyWriting::RawBase64:
        pair.publicKey = rawPublic(key.get()).toBase64();
        break;
    case KeyWriting::RawHex:
        pair.publicKey = rawPublic(key.get()).toHex();
        break;
    case KeyWriting::SpkiBase64:
        pair.publicKey = publicDer(key.get()).toBase64();
        break;
    case KeyWriting::Whpk:
        pair.publicKey = "whpk_" + rawPublic(key.get()).toBase64();
        pair.privateKey = SecretBytes::take(QByteArray("whsk_" + rawPrivate(key.get()).toBase64()));
        break;
    case KeyWriting::Pem:
    case KeyWriting::Text:
        pair.publicKey = publicPem(key.get());
        break;
    }
    return pair;
}

} // namespace creel
