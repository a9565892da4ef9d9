#include "signature/HandshakeText.h"

#include "base/Clock.h"
#include "payload/JsonPointer.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMessageAuthenticationCode>

#include <openssl/evp.h>

namespace creel
{
namespace
{

QCryptographicHash::Algorithm hashOf(const QString& name)
{
    return name == QLatin1String("sha1") ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256;
}

QByteArray decodeForm(QByteArrayView text)
{
    QByteArray plain = text.toByteArray();
    plain.replace('+', ' ');
    return QByteArray::fromPercentEncoding(plain);
}

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}

} // namespace

std::optional<QByteArray> formValue(QByteArrayView text, QByteArrayView name)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('&');
        const QByteArrayView pair = end < 0 ? text : text.first(end);
        const qsizetype equals = pair.indexOf('=');
        if (decodeForm(equals < 0 ? pair : pair.first(equals)) == name)
            return equals < 0 ? QByteArray("") : decodeForm(pair.sliced(equals + 1));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return std::nullopt;
}

std::optional<QByteArray> larkDecrypt(QByteArrayView base64, QByteArrayView encryptKey)
{
    const QByteArray sealed = QByteArray::fromBase64(base64.toByteArray());
    if (sealed.size() < 32 || sealed.size() % 16 != 0 || sealed.size() > (1 << 20))
        return std::nullopt;
    const QByteArray key = QCryptographicHash::hash(encryptKey.toByteArray(), QCryptographicHash::Sha256);
    const CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray plain(sealed.size(), Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    int size = 0;
    int rest = 0;
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(key), bytes(sealed)) != 1
        || EVP_DecryptUpdate(context.get(), out, &size, bytes(sealed) + 16, int(sealed.size()) - 16) != 1
        || EVP_DecryptFinal_ex(context.get(), out + size, &rest) != 1)
        return std::nullopt;
    plain.truncate(size + rest);
    return plain;
}

QByteArray larkEncrypt(QByteArrayView plain, QByteArrayView encryptKey, QByteArrayView iv)
{
    const QByteArray key = QCryptographicHash::hash(encryptKey.toByteArray(), QCryptographicHash::Sha256);
    const CipherContext context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    QByteArray sealed(plain.size() + 16, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    int size = 0;
    int rest = 0;
    if (!context || iv.size() != 16
        || EVP_EncryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(key), bytes(iv)) != 1
        || EVP_EncryptUpdate(context.get(), out, &size, bytes(plain), int(plain.size())) != 1
        || EVP_EncryptFinal_ex(context.get(), out + size, &rest) != 1)
        return {};
    sealed.truncate(size + rest);
    return (iv.toByteArray() + sealed).toBase64();
}

QByteArray HandshakeText::invented(QByteArrayView kind) const
{
    const QByteArray hex = QCryptographicHash::hash(seed + kind.toByteArray(), QCryptographicHash::Sha256).toHex();
    if (kind == "hex64")
        return hex;
    if (kind == "hex32")
        return hex.left(32);
    if (kind == "hex20")
        return hex.left(20);
    if (kind == "digits")
        return QByteArray::number(hex.left(15).toULongLong(nullptr, 16));
    if (kind == "uuid")
        return hex.mid(0, 8) + '-' + hex.mid(8, 4) + "-4" + hex.mid(13, 3) + "-a" + hex.mid(17, 3) + '-'
            + hex.mid(20, 12);
    return QByteArray::fromHex(hex).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).left(32);
}

std::optional<QByteArray> HandshakeText::computed(QByteArrayView name) const
{
    const QJsonObject rule = let.value(QString::fromUtf8(name)).toObject();
    if (rule.isEmpty())
        return std::nullopt;
    const auto input = expand(rule.value(QLatin1String("input")).toString());
    if (!input)
        return std::nullopt;
    QByteArray digest;
    if (rule.contains(QLatin1String("hmac"))) {
        if (context->secret.isEmpty())
            return std::nullopt;
        QByteArray key = context->secret.view().toByteArray();
        if (rule.value(QLatin1String("key")).toString() == QLatin1String("secret_sha1"))
            key = QCryptographicHash::hash(key, QCryptographicHash::Sha1);
        digest = QMessageAuthenticationCode::hash(*input, key, hashOf(rule.value(QLatin1String("hmac")).toString()));
    } else {
        digest = QCryptographicHash::hash(*input, hashOf(rule.value(QLatin1String("hash")).toString()));
    }
    return rule.value(QLatin1String("encoding")).toString() == QLatin1String("base64") ? digest.toBase64()
                                                                                       : digest.toHex();
}

/** As it was registered: the query of the challenge is no part of it. */
QByteArray HandshakeText::endpointUrl() const
{
    QByteArray url = context->url;
    const QByteArray query = request ? request->query() : QByteArray();
    if (!query.isEmpty() && url.endsWith('?' + query))
        url.chop(query.size() + 1);
    return url;
}

std::optional<QByteArray> HandshakeText::variable(QByteArrayView name) const
{
    const qsizetype colon = name.indexOf(':');
    const QByteArrayView kind = colon < 0 ? name : name.first(colon);
    const QByteArrayView rest = colon < 0 ? QByteArrayView() : name.sliced(colon + 1);
    if (kind == "let")
        return computed(rest);
    if (kind == "cfg")
        return context->settings.value(rest.toByteArray());
    if (kind == "new")
        return invented(rest);
    if (kind == "url")
        return context->url;
    if (kind == "endpoint_url")
        return endpointUrl();
    if (kind == "now_ms")
        return QByteArray::number(nowUs / 1000);
    if (kind == "now_iso")
        return toRfc3339Us(nowUs);
    if (!request)
        return std::nullopt;
    if (kind == "query")
        return formValue(request->query(), rest);
    if (kind == "form")
        return formValue(body, rest);
    if (kind == "header")
        return request->headers.value(rest);
    if (kind == "json")
        return jsonTextAt(body, rest);
    return std::nullopt;
}

std::optional<QByteArray> HandshakeText::expand(const QString& text) const
{
    const QByteArray source = text.toUtf8();
    QByteArray out;
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype end = source[at] == '{' ? source.indexOf('}', at) : -1;
        if (end < 0) {
            out += source[at++];
            continue;
        }
        const auto value = variable(QByteArrayView(source).sliced(at + 1, end - at - 1));
        if (!value)
            return std::nullopt;
        out += *value;
        at = end + 1;
    }
    return out;
}

std::optional<QByteArray> HandshakeText::expandJson(const QJsonValue& value) const
{
    if (value.isString()) {
        const QString text = value.toString();
        if (text == QLatin1String("{now_ms:number}"))
            return QByteArray::number(nowUs / 1000);
        if (text == QLatin1String("{}"))
            return QByteArray("\"{}\"");
        const auto plain = expand(text);
        return plain ? std::optional(jsonQuote(*plain)) : std::nullopt;
    }
    if (value.isArray() || value.isObject()) {
        QByteArray out;
        const bool isObject = value.isObject();
        const auto add = [&](const QByteArray& name, const QJsonValue& item) {
            const auto text = expandJson(item);
            if (text)
                out += (out.isEmpty() ? "" : ",") + name + *text;
            return text.has_value();
        };
        if (isObject) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (!add(jsonQuote(it.key().toUtf8()) + ':', it.value()))
                    return std::nullopt;
            }
        } else {
            const QJsonArray array = value.toArray();
            for (const QJsonValue& item : array) {
                if (!add({}, item))
                    return std::nullopt;
            }
        }
        return (isObject ? '{' : '[') + out + (isObject ? '}' : ']');
    }
    if (value.isBool())
        return QByteArray(value.toBool() ? "true" : "false");
    if (value.isDouble())
        return QByteArray::number(value.toInteger());
    return QByteArray("null");
}

} // namespace creel
