#pragma once

#include "base/Error.h"
#include "receiver/EndpointTable.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace creel
{

/** How an answer is put on the wire. */
struct ResponseForm {
    int versionMinor = 1; ///< of the request; the answer is HTTP/1.1 in any case (RFC 9110, section 2.5)
    bool bodyAllowed = true; ///< false for HEAD
    bool keepAlive = true;
    bool operator==(const ResponseForm&) const = default;
};

/** The endpoint's answer, or what its chooser says. Never null. */
ChosenAnswer chooseAnswer(const EndpointTable& table, const EndpointTable::Entry& entry, const Request& request,
    const StoredVerdict& verdict);

/** An answer of Creel's own: 400, 408, 413, 431, 500, 503, 507 with the reason as its text. */
std::shared_ptr<const Answer> refusal(int status, const QString& reason);

/** What a sender is told whose event could not be stored: 507 where there is no room (or the medium is read-only), else
 * 500. */
std::shared_ptr<const Answer> storeRefusal(const Error& error);

/**
 * The bytes of an answer. Content-Length, Connection and Date are set here, those of the answer and Transfer-Encoding
 * are left out, and so are fields that would break the head (a name that is no token, CR, LF or NUL in a value).
 */
QByteArray toWire(const Answer& answer, const ResponseForm& form, QByteArrayView date);

/** IMF-fixdate of RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`. */
QByteArray httpDate(qint64 us);

} // namespace creel
