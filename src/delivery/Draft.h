#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "delivery/HttpTypes.h"
#include "signature/Verifier.h"
#include "store/Event.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace creel
{

class Scheme;

/** A header line of a draft. */
struct DraftField {
    QByteArray name;
    QByteArray value;
    /** Creel computes the value (Host, Content-Length, Transfer-Encoding); the line keeps its place and its letters. */
    bool automatic = false;
    bool enabled = true; ///< false: kept in the draft, not sent
    bool operator==(const DraftField&) const = default;
};

/** A request in the composer. A value; holds no secret, only the id of one. */
struct Draft {
    QString name;
    QByteArray method = "POST";
    QByteArray url;
    /** In order, any letter case, duplicates. One that Creel would set itself (Host, User-Agent, ...) overrides it. */
    std::vector<DraftField> fields;
    QByteArray body;
    QByteArrayList leftOut; ///< names of lines that Creel sets and the user does not want
    QByteArray scheme; ///< id; empty: not signed
    qint64 secretId = 0; ///< SecretRef::id, 0: none
    SchemeSettings settings; ///< `{cfg:NAME}`
    bool variables = true; ///< `{{...}}` is replaced; off in a draft made from an event, whose body may hold it
    bool chunked = false; ///< instead of Content-Length
    SendSettings sending;

    // Of a draft made from an event, so that what was not edited goes out byte for byte:
    QByteArray originalHead; ///< a field that still says the same is sent as its line stands there
    QByteArray originalTarget; ///< request target as it came; empty: that of the URL
    QByteArray framing; ///< chunk lines and trailers, see Request::framing; used while the body has the same size
    int versionMinor = 1;

    HeaderList headers() const; ///< of the fields that are sent and not automatic
};

/** What a replay changes. */
enum class ReplayMode : quint8 {
    AsItWas, ///< same head and body except Host, Connection and hop-by-hop lines (RFC 9110, section 7.6.1)
    Resigned, ///< as it was, but signed again with a fresh timestamp: see `stripSignature`
};

/**
 * A draft of an event whose body is at hand. `url`: where to; the event's own target is kept where it has no path
 * (`http://localhost:3000`), else its own counts. Invalid for an event that is not complete or whose body was not read.
 */
Result<Draft> draftFromEvent(const EventDetail& event, const QByteArray& url);

/**
 * Takes away what a scheme's signature put into the message: signature and timestamp, in headers and in the body. The
 * message id stays, so that the receiver sees the same event again.
 */
void stripSignature(Draft& draft, const Scheme& scheme);

/** Everything but passwords and passphrases, which are never stored. */
QJsonObject toJson(const Draft& draft);
/** An error names the member that is wrong; unknown members are ignored. */
Result<Draft> draftFromJson(const QJsonObject& json);

} // namespace creel
