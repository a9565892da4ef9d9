#pragma once

#include "base/Result.h"
#include "base/SecretBytes.h"
#include "signature/Scheme.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

struct evp_pkey_st;
struct evp_mac_ctx_st;

namespace creel
{

/** Compares without giving the place of a difference away by time (CRYPTO_memcmp). Unequal sizes are unequal. */
bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

QByteArray sha1(QByteArrayView bytes);
QByteArray sha256(QByteArrayView bytes);
QByteArray sha512(QByteArrayView bytes);
QByteArray randomBytes(qsizetype count);
/** CRC-32 as in zlib (ISO 3309). */
quint32 crc32Of(QByteArrayView bytes);

/** Bytes that came out of a text. */
struct Decoded {
    QByteArray bytes;
    bool canonical = true; ///< written as an encoder writes it: padding where it belongs, no stray bits
};
/** Hex in any letter case; nothing where it is not hex or of an odd length. */
std::optional<QByteArray> decodeHex(QByteArrayView text);
/** RFC 4648, section 4 (`url`: section 5, canonical without padding). Nothing where a foreign character stands in it.
 */
std::optional<Decoded> decodeBase64(QByteArrayView text, bool url = false);
/** By the scheme's encoding; `Text` and `Jwt` give the text itself. */
std::optional<Decoded> decodeSignature(QByteArrayView text, SignatureEncoding encoding);
QByteArray encodeSignature(QByteArrayView bytes, SignatureEncoding encoding);

class CertificateChain;

/** One half of a key pair, shared between threads; may hold the private half. */
struct PairKey {
    std::shared_ptr<evp_pkey_st> key;
    std::shared_ptr<const CertificateChain> certificates; ///< where the key came in one
    QByteArray keyId; ///< `kid` of a JWK, else empty
    QByteArray jwkAlgorithm; ///< `alg` of a JWK, else empty
    bool expired = false; ///< a JWK with `expired_at`: never matches
    bool hasPrivate = false;
};

/**
 * A secret, parsed once for its scheme. `text` is what was entered; `bytes` is the HMAC key; `pairs` are the public
 * (or private) keys. Immutable after parsing, safe on any thread.
 */
class Key
{
public:
    Key();
    Key(Key&&) noexcept;
    Key& operator=(Key&&) noexcept;
    ~Key();

    SecretBytes text;
    SecretBytes bytes;
    std::vector<PairKey> pairs;

    /** Keyed once for `algorithm` (an HMAC); Computation then copies the state instead of hashing the key again. */
    void prepare(Algorithm algorithm);

    struct MacPool; ///< contexts of computations that are done, to be used again

private:
    friend class Computation;
    struct MacFree {
        void operator()(evp_mac_ctx_st* context) const;
    };
    std::unique_ptr<evp_mac_ctx_st, MacFree> m_mac;
    std::unique_ptr<MacPool> m_pool;
    Algorithm m_macAlgorithm = Algorithm::None;
};

/**
 * Parses what the user entered by the scheme's rule: one key, or several where the rule has a separator. An error says
 * what does not fit and never holds the secret.
 */
Result<std::vector<Key>> parseKeys(const KeyRule& rule, QByteArrayView entered);

/** Every known way to write a key of a pair: PEM (public, private, certificate), JWK and JWKS, `whpk_`/`whsk_`, 32 (or
 * 64: seed and public) bytes of Ed25519 in hex or base64, base64 of SPKI, PKCS #8 or a certificate. */
Result<std::vector<PairKey>> parsePairKeys(QByteArrayView entered);

/** True for the algorithms where one side holds a private key. */
bool isAsymmetric(Algorithm algorithm);
/** True for what `Computation` can be fed in pieces without keeping them. */
bool isStreamable(Algorithm algorithm);

/**
 * One algorithm under one key, fed in pieces. HMAC, digests, RSA and ECDSA keep nothing; Ed25519 (for which OpenSSL has
 * no streaming) keeps the bytes. Not thread-safe; must not outlive the key.
 */
class Computation
{
public:
    /** `pair`: which of the key's pairs (ignored for others). Nothing where the key does not suit the algorithm. */
    static std::unique_ptr<Computation> begin(Algorithm algorithm, const Key& key, std::size_t pair = 0);
    /** As `begin`, for making a signature with a private key; MACs and digests need no such thing. */
    static std::unique_ptr<Computation> beginSigning(Algorithm algorithm, const Key& key, std::size_t pair = 0);
    virtual ~Computation() = default;

    virtual void add(QByteArrayView piece) = 0;
    /** After the last piece: what the signature should be (MACs, digests, tokens), or what a private key makes. Empty
     * for public keys. */
    virtual QByteArray result() = 0;
    /** After the last piece; may be asked for several candidates. */
    virtual bool matches(QByteArrayView candidate) = 0;

protected:
    static std::unique_ptr<Computation> beginMac(Algorithm algorithm, const Key& key);
};

/** ECDSA: `r || s` of JWS (RFC 7518, section 3.4) to DER and back. Empty where it is not that. */
QByteArray ecdsaRawToDer(QByteArrayView raw);
QByteArray ecdsaDerToRaw(QByteArrayView der, int coordinateBytes);

} // namespace creel
