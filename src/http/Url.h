#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace creel
{

/**
 * An absolute URL in its parts (RFC 3986), each the bytes as written: nothing is decoded, put in lower case or made
 * shorter. An absent part and an empty one differ.
 */
struct Url {
    QByteArray scheme;
    std::optional<QByteArray> userinfo;
    QByteArray host; ///< an IPv6 address with its brackets
    std::optional<QByteArray> portText;
    QByteArray path; ///< may be empty
    std::optional<QByteArray> query; ///< without `?`
    std::optional<QByteArray> fragment; ///< without `#`

    /**
     * Takes `scheme://authority...`. An error says which part is wrong and at which byte; blanks and control characters
     * are refused everywhere, bytes beyond ASCII are taken but in scheme and host.
     */
    static Result<Url> parse(QByteArrayView text);

    /** The port given, else 80 of http and 443 of https, else 0. */
    quint16 port() const;
    bool isHttp() const; ///< http or https, any letter case
    bool isSecure() const; ///< https
    /** For connecting: without the brackets of an IPv6 address. */
    QByteArray hostName() const;
    /** For the Host field: host and port as written. */
    QByteArray authority() const;
    /** For a request line in origin form: path (`/` if empty) and query. */
    QByteArray target() const;
    /** The same bytes as were parsed. */
    QByteArray toBytes() const;

    bool operator==(const Url&) const = default;
};

/** Undoes `%XX`; what is no valid escape stays as it is. */
QByteArray percentDecoded(QByteArrayView text, bool plusIsBlank = false);
/** Escapes all but the unreserved characters (RFC 3986, section 2.3) and those of `keep`. */
QByteArray percentEncoded(QByteArrayView bytes, QByteArrayView keep = {});

} // namespace creel
