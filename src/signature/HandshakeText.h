#pragma once

#include "http/Message.h"
#include "signature/Handshake.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace creel
{

/** What the templates of a handshake file read: `{query:N}`, `{header:N}`, `{json:/p}`, `{form:N}`, `{cfg:N}`,
 * `{let:N}`, `{new:kind}`, `{url}`, ... */
struct HandshakeText {
    const Request* request = nullptr; ///< the challenge; null where the provider's side is played
    QByteArray body; ///< of the challenge, decrypted where the provider encrypts
    const HandshakeContext* context = nullptr;
    QByteArray seed; ///< of `{new:...}`
    qint64 nowUs = 0;
    QJsonObject let; ///< computed values by name: hash, HMAC

    /** One variable without its braces; nothing where the message has no such thing. */
    std::optional<QByteArray> variable(QByteArrayView name) const;
    /** A template with variables in braces; nothing where one is missing. */
    std::optional<QByteArray> expand(const QString& text) const;
    /** A JSON value in which every string is a template; `{now_ms:number}` becomes a number. Compact. */
    std::optional<QByteArray> expandJson(const QJsonValue& value) const;

private:
    std::optional<QByteArray> computed(QByteArrayView name) const;
    QByteArray invented(QByteArrayView kind) const;
    QByteArray endpointUrl() const;
};

/** The first value of a name in `a=1&b=2`, decoded (`+` is a blank). */
std::optional<QByteArray> formValue(QByteArrayView text, QByteArrayView name);

/** Lark: AES-256-CBC, key SHA-256 of the Encrypt Key, the first 16 bytes are the IV, PKCS#7; base64 outside. */
std::optional<QByteArray> larkDecrypt(QByteArrayView base64, QByteArrayView encryptKey);
QByteArray larkEncrypt(QByteArrayView plain, QByteArrayView encryptKey, QByteArrayView iv);

} // namespace creel
