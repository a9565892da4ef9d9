#pragma once

#include "base/Ids.h"
#include "store/Event.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <vector>

namespace creel
{

/** A reference to a secret: the value lives in the keychain under `creel/<workspace uuid>/<id>`. A public key is stored
 * here. */
struct SecretRef {
    qint64 id = 0; ///< unique in the workspace, 0: not stored yet
    QString name; ///< the user's name for it, unique in the workspace
    QString fingerprint; ///< e.g. `whsec_…9f2c`: enough to tell secrets apart, not to use one
    QByteArray publicKey; ///< where the scheme's key is public; else empty
    bool operator==(const SecretRef&) const = default;
};

/** A path on the receiver. Matches itself and everything below it at a `/`; the longest wins; the query does not count.
 */
struct Endpoint {
    EndpointId id; ///< 0: not stored yet
    QByteArray path = "/"; ///< begins with `/`, unique
    QString name; ///< shown instead of the path where set
    QByteArray scheme; ///< id of a scheme; empty: nothing is verified
    std::vector<SecretRef> secrets;
    /** Replaced or removed ones, the latest first: never verified with, only named where one explains an event. */
    std::vector<SecretRef> olderSecrets;
    static constexpr std::size_t mostOlderSecrets = 3;
    QMap<QByteArray, QByteArray> settings; ///< `{cfg:NAME}`
    QByteArray publicUrl; ///< what the provider was given; empty: the URL that arrived
    Answer answer; ///< 200 with an empty body until the user sets another
    bool answerHandshakes = true;
    QByteArray handshake; ///< id of a handshake chosen by hand; empty: by the scheme
    int position = 0; ///< order in the side bar
    bool operator==(const Endpoint&) const = default;
};

/** The endpoint whose path matches `path` longest, or -1. */
int matchEndpoint(const std::vector<Endpoint>& endpoints, QByteArrayView path);

} // namespace creel
