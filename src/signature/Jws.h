#pragma once

#include "signature/Scheme.h"

#include <QByteArray>

#include <optional>

namespace creel
{

/** A compact JWS (RFC 7515, section 7.1), taken apart; nothing about it is believed yet. */
struct Jws {
    QByteArray header; ///< JSON
    QByteArray payload; ///< bytes; JSON in a JWT
    QByteArray signedPart; ///< `header.payload` as it came
    QByteArray signature; ///< decoded
    bool canonical = true; ///< the signature is written without stray bits
    QByteArray algorithm; ///< `alg`
    QByteArray keyId; ///< `kid`
};

/** Nothing where it is not three base64url parts with a JSON object as the first. */
std::optional<Jws> parseJws(QByteArrayView text);

/** `HS256` and so on; nothing for `none` and for what is not known. */
std::optional<Algorithm> jwsAlgorithm(QByteArrayView name);
/** The name of an algorithm in RFC 7518 and RFC 8037. */
QByteArray jwsName(Algorithm algorithm);
/** Bytes of one coordinate of an ECDSA signature, 0 for others. */
int jwsCoordinateBytes(Algorithm algorithm);

/** A claim (RFC 7519) as text; null and absent alike are nothing. */
std::optional<QByteArray> claimText(const QByteArray& payload, const QByteArray& name);
/** NumericDate (RFC 7519, section 2): seconds, perhaps with a fraction; in microseconds. */
std::optional<qint64> timeClaim(const QByteArray& payload, const QByteArray& name);
/** True where `aud` is that audience, or a list that has it. */
bool audienceHas(const QByteArray& payload, const QByteArray& audience);

QByteArray base64Url(QByteArrayView bytes);

} // namespace creel
