#pragma once

#include "secrets/SecretStore.h"
#include "signature/Verifier.h"
#include "store/Endpoint.h"

#include <QByteArray>
#include <QObject>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace creel
{

/** How an older secret is called where it explains an event. */
QString olderSecretName(const SecretRef& secret, const Endpoint& endpoint);

/**
 * The values of the workspace's secrets, read from the keychain once and held for the running time. Lives on the
 * thread of the secret store. A value that is not there yet (or that the keychain refuses) is simply not there.
 */
class EndpointSecrets : public QObject
{
    Q_OBJECT
public:
    EndpointSecrets(SecretStore& store, QByteArray workspaceUuid);

    /** Asks for every value of these endpoints that is not known; `arrived` follows once where any came. */
    void fetch(const std::vector<Endpoint>& endpoints);
    /** What is known of an endpoint's secrets, public keys among them. */
    std::vector<NamedSecret> of(const Endpoint& endpoint) const;
    /** What is known of those that were replaced or removed, each under a name that says so. */
    std::vector<NamedSecret> olderOf(const Endpoint& endpoint) const;
    bool holds(qint64 id, QByteArrayView value) const;
    /** Those whose value neither the keychain nor the user has given; none while they are being read. */
    std::vector<SecretRef> withoutValue(const Endpoint& endpoint) const;
    /** True where a value is on its way. */
    bool isFetching() const { return m_pending > 0; }

    /** A value that the user has just entered: into the keychain, or for the running time where there is none. */
    void save(qint64 id, const SecretBytes& value);
    void forget(qint64 id);

signals:
    void arrived();

private:
    std::optional<SecretBytes> valueOf(const SecretRef& ref) const;
    void ended();

    SecretStore& m_store;
    QByteArray m_uuid;
    std::map<qint64, SecretBytes> m_values;
    std::set<qint64> m_asked;
    int m_pending = 0;
    bool m_anyArrived = false;
};

} // namespace creel
