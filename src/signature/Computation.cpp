#include "signature/Crypto.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <mutex>
#include <utility>
#include <vector>

namespace creel
{
namespace
{

const char* digestName(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::HmacMd5:
        return "MD5";
    case Algorithm::HmacSha1:
    case Algorithm::Sha1:
    case Algorithm::RsaSha1:
        return "SHA1";
    case Algorithm::HmacSha256:
    case Algorithm::Sha256:
    case Algorithm::RsaSha256:
    case Algorithm::EcdsaP256Sha256:
        return "SHA256";
    case Algorithm::HmacSha384:
    case Algorithm::RsaSha384:
    case Algorithm::EcdsaP384Sha384:
        return "SHA384";
    case Algorithm::HmacSha512:
    case Algorithm::RsaSha512:
    case Algorithm::EcdsaP521Sha512:
        return "SHA512";
    default:
        return nullptr;
    }
}

bool isHmac(Algorithm algorithm)
{
    return algorithm >= Algorithm::HmacMd5 && algorithm <= Algorithm::HmacSha512;
}

using MacPtr = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;
using MdPtr = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

EVP_MAC_CTX* newMac(Algorithm algorithm, QByteArrayView key)
{
    EVP_MAC* hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    EVP_MAC_CTX* context = EVP_MAC_CTX_new(hmac);
    EVP_MAC_free(hmac);
    if (!context)
        return nullptr;
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char*>(digestName(algorithm)), 0),
        OSSL_PARAM_construct_end(),
    };
    // A null key means "keep the one that is set": an empty key must not be null.
    static const unsigned char emptyKey = 0;
    const auto* bytes = key.isEmpty() ? &emptyKey : reinterpret_cast<const unsigned char*>(key.data());
    if (EVP_MAC_init(context, bytes, std::size_t(key.size()), params) == 1)
        return context;
    EVP_MAC_CTX_free(context);
    return nullptr;
}

class Digest final : public Computation
{
public:
    explicit Digest(const EVP_MD* kind)
        : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        EVP_DigestInit_ex(m_context.get(), kind, nullptr);
    }
    void add(QByteArrayView piece) override
    {
        EVP_DigestUpdate(m_context.get(), piece.data(), std::size_t(piece.size()));
    }
    QByteArray result() override
    {
        if (m_result.isEmpty()) {
            m_result.resize(EVP_MAX_MD_SIZE);
            unsigned int size = 0;
            EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(m_result.data()), &size);
            m_result.truncate(qsizetype(size));
        }
        return m_result;
    }
    bool matches(QByteArrayView candidate) override { return constantTimeEquals(result(), candidate); }

private:
    MdPtr m_context;
    QByteArray m_result;
};

/** A token or basic credentials: the secret itself is what is expected. */
class Plain final : public Computation
{
public:
    explicit Plain(QByteArray expected)
        : m_expected(std::move(expected))
    {
    }
    ~Plain() override { OPENSSL_cleanse(m_expected.data(), std::size_t(m_expected.size())); }
    Plain(const Plain&) = delete;
    Plain& operator=(const Plain&) = delete;
    void add(QByteArrayView) override { }
    QByteArray result() override { return m_expected; }
    bool matches(QByteArrayView candidate) override { return constantTimeEquals(m_expected, candidate); }

private:
    QByteArray m_expected;
};

class PairVerify final : public Computation
{
public:
    PairVerify(EVP_PKEY* key, const char* digest)
        : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        m_ready = EVP_DigestVerifyInit_ex(m_context.get(), nullptr, digest, nullptr, nullptr, key, nullptr) == 1;
    }
    bool isReady() const { return m_ready; }
    void add(QByteArrayView piece) override
    {
        EVP_DigestVerifyUpdate(m_context.get(), piece.data(), std::size_t(piece.size()));
    }
    QByteArray result() override { return {}; }
    bool matches(QByteArrayView candidate) override
    {
        const MdPtr copy(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        return EVP_MD_CTX_copy_ex(copy.get(), m_context.get()) == 1
            && EVP_DigestVerifyFinal(
                   copy.get(), reinterpret_cast<const unsigned char*>(candidate.data()), std::size_t(candidate.size()))
            == 1;
    }

private:
    MdPtr m_context;
    bool m_ready = false;
};

class Ed25519Verify final : public Computation
{
public:
    explicit Ed25519Verify(EVP_PKEY* key)
        : m_key(key)
    {
    }
    void add(QByteArrayView piece) override { m_content += piece; }
    QByteArray result() override { return {}; }
    bool matches(QByteArrayView candidate) override
    {
        const MdPtr context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        return EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, m_key, nullptr) == 1
            && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(candidate.data()),
                   std::size_t(candidate.size()), reinterpret_cast<const unsigned char*>(m_content.constData()),
                   std::size_t(m_content.size()))
            == 1;
    }

private:
    EVP_PKEY* m_key;
    QByteArray m_content;
};

/** Makes a signature with a private key, from content that is kept. */
class PairSign final : public Computation
{
public:
    PairSign(EVP_PKEY* key, const char* digest)
        : m_key(key)
        , m_digest(digest)
    {
    }
    void add(QByteArrayView piece) override { m_content += piece; }
    QByteArray result() override
    {
        const MdPtr context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
        const auto* content = reinterpret_cast<const unsigned char*>(m_content.constData());
        std::size_t size = 0;
        if (EVP_DigestSignInit_ex(context.get(), nullptr, m_digest, nullptr, nullptr, m_key, nullptr) != 1
            || EVP_DigestSign(context.get(), nullptr, &size, content, std::size_t(m_content.size())) != 1)
            return {};
        QByteArray signature(qsizetype(size), '\0');
        if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, content,
                std::size_t(m_content.size()))
            != 1)
            return {};
        signature.truncate(qsizetype(size));
        return signature;
    }
    bool matches(QByteArrayView) override { return false; }

private:
    EVP_PKEY* m_key;
    const char* m_digest;
    QByteArray m_content;
};

/** Ed25519 keys sign Ed25519 alone, RSA keys RSA, and an ECDSA algorithm wants its own curve. */
bool suits(EVP_PKEY* key, Algorithm algorithm)
{
    const int type = EVP_PKEY_get_base_id(key);
    if (algorithm == Algorithm::Ed25519)
        return type == EVP_PKEY_ED25519;
    if (algorithm >= Algorithm::RsaSha1 && algorithm <= Algorithm::RsaSha512)
        return type == EVP_PKEY_RSA;
    if (type != EVP_PKEY_EC)
        return false;
    const int bits = EVP_PKEY_get_bits(key);
    return (algorithm == Algorithm::EcdsaP256Sha256 && bits == 256)
        || (algorithm == Algorithm::EcdsaP384Sha384 && bits == 384)
        || (algorithm == Algorithm::EcdsaP521Sha512 && bits == 521);
}

} // namespace

/** Keyed contexts: to copy one costs as much as to hash a kilobyte. */
struct Key::MacPool {
    static constexpr std::size_t most = 4; ///< computations at once: the receiver's workers

    MacPtr take()
    {
        MacPtr context(nullptr, &EVP_MAC_CTX_free);
        {
            const std::lock_guard lock(mutex);
            if (!free.empty()) {
                context = std::move(free.back());
                free.pop_back();
            }
        }
        // Without a key: begins again with the one that is set.
        if (context && EVP_MAC_init(context.get(), nullptr, 0, nullptr) != 1)
            context.reset();
        return context;
    }
    void put(MacPtr context)
    {
        const std::lock_guard lock(mutex);
        if (free.size() < most)
            free.push_back(std::move(context));
    }

    std::mutex mutex;
    std::vector<MacPtr> free;
};

namespace
{

class Mac final : public Computation
{
public:
    /** `pool`: where the context goes afterwards; null for none. */
    Mac(EVP_MAC_CTX* context, Key::MacPool* pool)
        : m_context(context, &EVP_MAC_CTX_free)
        , m_pool(pool)
    {
    }
    ~Mac() override
    {
        if (m_pool)
            m_pool->put(std::move(m_context));
    }
    Mac(const Mac&) = delete;
    Mac& operator=(const Mac&) = delete;
    void add(QByteArrayView piece) override
    {
        EVP_MAC_update(
            m_context.get(), reinterpret_cast<const unsigned char*>(piece.data()), std::size_t(piece.size()));
    }
    QByteArray result() override
    {
        if (m_result.isEmpty()) {
            m_result.resize(EVP_MAX_MD_SIZE);
            std::size_t size = 0;
            const bool made = EVP_MAC_final(m_context.get(), reinterpret_cast<unsigned char*>(m_result.data()), &size,
                                  std::size_t(m_result.size()))
                == 1;
            m_result.truncate(made ? qsizetype(size) : 0);
        }
        return m_result;
    }
    bool matches(QByteArrayView candidate) override
    {
        const QByteArray expected = result();
        return !expected.isEmpty() && constantTimeEquals(expected, candidate);
    }

private:
    MacPtr m_context;
    Key::MacPool* const m_pool;
    QByteArray m_result;
};

} // namespace

void Key::MacFree::operator()(evp_mac_ctx_st* context) const
{
    EVP_MAC_CTX_free(context);
}
Key::Key() = default;
Key::Key(Key&&) noexcept = default;
Key& Key::operator=(Key&&) noexcept = default;
Key::~Key() = default;

void Key::prepare(Algorithm algorithm)
{
    if (!isHmac(algorithm))
        return;
    m_mac.reset(newMac(algorithm, bytes.view()));
    m_macAlgorithm = algorithm;
    m_pool = std::make_unique<MacPool>();
}

std::unique_ptr<Computation> Computation::beginMac(Algorithm algorithm, const Key& key)
{
    const bool isPrepared = key.m_mac && key.m_macAlgorithm == algorithm;
    MacPtr context = isPrepared ? key.m_pool->take() : MacPtr(newMac(algorithm, key.bytes.view()), &EVP_MAC_CTX_free);
    if (isPrepared && !context)
        context.reset(EVP_MAC_CTX_dup(key.m_mac.get()));
    if (!context)
        return nullptr;
    return std::make_unique<Mac>(context.release(), isPrepared ? key.m_pool.get() : nullptr);
}

std::unique_ptr<Computation> Computation::begin(Algorithm algorithm, const Key& key, std::size_t pair)
{
    if (isHmac(algorithm)) {
        if (!key.pairs.empty())
            return nullptr; // a public key is never an HMAC key
        return beginMac(algorithm, key);
    }
    if (algorithm == Algorithm::Sha1 || algorithm == Algorithm::Sha256)
        return std::make_unique<Digest>(algorithm == Algorithm::Sha1 ? EVP_sha1() : EVP_sha256());
    if (algorithm == Algorithm::Token)
        return std::make_unique<Plain>(key.text.view().toByteArray());
    if (algorithm == Algorithm::Basic)
        return std::make_unique<Plain>(encodeSignature(key.text.view(), SignatureEncoding::Base64));
    if (!isAsymmetric(algorithm) || pair >= key.pairs.size() || key.pairs[pair].expired)
        return nullptr;
    EVP_PKEY* const pkey = key.pairs[pair].key.get();
    if (!suits(pkey, algorithm))
        return nullptr;
    if (algorithm == Algorithm::Ed25519)
        return std::make_unique<Ed25519Verify>(pkey);
    auto verify = std::make_unique<PairVerify>(pkey, digestName(algorithm));
    return verify->isReady() ? std::move(verify) : nullptr;
}

std::unique_ptr<Computation> Computation::beginSigning(Algorithm algorithm, const Key& key, std::size_t pair)
{
    if (!isAsymmetric(algorithm))
        return begin(algorithm, key, pair);
    if (pair >= key.pairs.size() || !key.pairs[pair].hasPrivate || !suits(key.pairs[pair].key.get(), algorithm))
        return nullptr;
    return std::make_unique<PairSign>(key.pairs[pair].key.get(), digestName(algorithm));
}

} // namespace creel
