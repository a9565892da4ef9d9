#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

namespace creel
{

/** What a URL says of where a request goes. */
struct Target {
    bool tls = false;
    QString host; ///< lower case, without the brackets of an IPv6 address
    quint16 port = 80;
    QByteArray authority; ///< for `Host`: host and port as written, without user information
    QByteArray origin; ///< request target in origin form as written, without the fragment: `/path?query`

    bool isLoopback() const;
    bool sameHost(const Target& other) const { return host == other.host; }

    /** `http://` or `https://` alone; an error says what is wrong with it. */
    static Result<Target> parse(const QByteArray& url);
};

} // namespace creel
