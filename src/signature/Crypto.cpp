#include "signature/Crypto.h"

#include <openssl/crypto.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <zlib.h>

#include <array>

namespace creel
{
namespace
{

QByteArray digestOf(const EVP_MD* kind, QByteArrayView bytes)
{
    QByteArray out(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    if (EVP_Digest(
            bytes.data(), std::size_t(bytes.size()), reinterpret_cast<unsigned char*>(out.data()), &size, kind, nullptr)
        != 1)
        return {};
    out.truncate(qsizetype(size));
    return out;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

int base64Digit(char c, bool url)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == (url ? '-' : '+'))
        return 62;
    return c == (url ? '_' : '/') ? 63 : -1;
}

} // namespace

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), std::size_t(a.size())) == 0;
}

QByteArray sha1(QByteArrayView bytes)
{
    return digestOf(EVP_sha1(), bytes);
}
QByteArray sha256(QByteArrayView bytes)
{
    return digestOf(EVP_sha256(), bytes);
}
QByteArray sha512(QByteArrayView bytes)
{
    return digestOf(EVP_sha512(), bytes);
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), int(count)) != 1)
        qFatal("the system gives no random bytes");
    return bytes;
}

quint32 crc32Of(QByteArrayView bytes)
{
    return quint32(::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), std::size_t(bytes.size())));
}

std::optional<QByteArray> decodeHex(QByteArrayView text)
{
    if (text.isEmpty() || text.size() % 2 != 0)
        return std::nullopt;
    QByteArray bytes(text.size() / 2, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const int high = hexDigit(text[2 * i]);
        const int low = hexDigit(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes[i] = char(high << 4 | low);
    }
    return bytes;
}

std::optional<Decoded> decodeBase64(QByteArrayView text, bool url)
{
    qsizetype size = text.size();
    qsizetype padding = 0;
    while (size > 0 && padding < 2 && text[size - 1] == '=') {
        --size;
        ++padding;
    }
    if (size == 0 || size % 4 == 1)
        return std::nullopt;
    Decoded decoded;
    decoded.bytes.reserve(size * 3 / 4);
    quint32 bits = 0;
    int held = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const int digit = base64Digit(text[i], url);
        if (digit < 0)
            return std::nullopt;
        bits = (bits << 6 | quint32(digit)) & 0xffffff;
        held += 6;
        if (held >= 8) {
            held -= 8;
            decoded.bytes += char(bits >> held & 0xff);
        }
    }
    const bool strayBits = (bits & ((1U << held) - 1)) != 0;
    const bool padded = (size + padding) % 4 == 0;
    decoded.canonical = !strayBits && (url ? padding == 0 : padded);
    return decoded;
}

std::optional<Decoded> decodeSignature(QByteArrayView text, SignatureEncoding encoding)
{
    switch (encoding) {
    case SignatureEncoding::Hex:
    case SignatureEncoding::HexUpper:
        if (auto bytes = decodeHex(text))
            return Decoded{*std::move(bytes), true};
        return std::nullopt;
    case SignatureEncoding::Base64:
        return decodeBase64(text, false);
    case SignatureEncoding::Base64Url:
        return decodeBase64(text, true);
    case SignatureEncoding::None:
    case SignatureEncoding::Text:
    case SignatureEncoding::Jwt:
        break;
    }
    return Decoded{text.toByteArray(), true};
}

QByteArray encodeSignature(QByteArrayView bytes, SignatureEncoding encoding)
{
    const QByteArray raw = QByteArray::fromRawData(bytes.data(), bytes.size());
    switch (encoding) {
    case SignatureEncoding::Hex:
        return raw.toHex();
    case SignatureEncoding::HexUpper:
        return raw.toHex().toUpper();
    case SignatureEncoding::Base64:
        return raw.toBase64();
    case SignatureEncoding::Base64Url:
        return raw.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    case SignatureEncoding::None:
    case SignatureEncoding::Text:
    case SignatureEncoding::Jwt:
        break;
    }
    return bytes.toByteArray();
}

bool isAsymmetric(Algorithm algorithm)
{
    return algorithm >= Algorithm::Ed25519 && algorithm <= Algorithm::EcdsaP521Sha512;
}

bool isStreamable(Algorithm algorithm)
{
    return algorithm != Algorithm::Ed25519 && algorithm != Algorithm::Jws && algorithm != Algorithm::None;
}

QByteArray ecdsaRawToDer(QByteArrayView raw)
{
    if (raw.isEmpty() || raw.size() % 2 != 0)
        return {};
    const int half = int(raw.size() / 2);
    const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(ECDSA_SIG_new(), &ECDSA_SIG_free);
    if (ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes, half, nullptr), BN_bin2bn(bytes + half, half, nullptr)) != 1)
        return {};
    const int size = i2d_ECDSA_SIG(signature.get(), nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, '\0');
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(signature.get(), &out);
    return der;
}

QByteArray ecdsaDerToRaw(QByteArrayView der, int coordinateBytes)
{
    const auto* in = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(
        d2i_ECDSA_SIG(nullptr, &in, long(der.size())), &ECDSA_SIG_free);
    if (!signature)
        return {};
    QByteArray raw(2 * coordinateBytes, '\0');
    auto* out = reinterpret_cast<unsigned char*>(raw.data());
    if (BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, coordinateBytes) < 0
        || BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + coordinateBytes, coordinateBytes) < 0)
        return {};
    return raw;
}

} // namespace creel
