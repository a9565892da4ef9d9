#include "app/EndpointSecrets.h"

#include "base/Text.h"

#include <QCoreApplication>
#include <QPointer>

namespace creel
{

QString olderSecretName(const SecretRef& secret, const Endpoint& endpoint)
{
    return QCoreApplication::translate("creel", "%1, an older secret of %2")
        .arg(secret.name.isEmpty() ? secret.fingerprint : secret.name, toText(endpoint.path));
}

EndpointSecrets::EndpointSecrets(SecretStore& store, QByteArray workspaceUuid)
    : m_store(store)
    , m_uuid(std::move(workspaceUuid))
{
}

void EndpointSecrets::fetch(const std::vector<Endpoint>& endpoints)
{
    std::vector<qint64> missing;
    for (const Endpoint& endpoint : endpoints) {
        for (const auto* refs : {&endpoint.secrets, &endpoint.olderSecrets}) {
            for (const SecretRef& ref : *refs) {
                if (ref.publicKey.isEmpty() && m_asked.insert(ref.id).second)
                    missing.push_back(ref.id);
            }
        }
    }
    m_pending += int(missing.size());
    for (const qint64 id : missing) {
        m_store.read(m_uuid, id, [self = QPointer(this), id](Result<SecretBytes> value) {
            if (!self)
                return;
            if (value) {
                self->m_values.insert_or_assign(id, std::move(*value));
                self->m_anyArrived = true;
            } else if (value.error().code != ErrorCode::NotFound) {
                self->m_asked.erase(id); // locked: asked again when endpoints or the keychain change
            }
            self->ended();
        });
    }
}

void EndpointSecrets::ended()
{
    if (--m_pending > 0 || !m_anyArrived)
        return;
    m_anyArrived = false;
    emit arrived();
}

std::vector<NamedSecret> EndpointSecrets::of(const Endpoint& endpoint) const
{
    std::vector<NamedSecret> secrets;
    for (const SecretRef& ref : endpoint.secrets) {
        if (auto value = valueOf(ref))
            secrets.push_back({ref.name, *std::move(value)});
    }
    return secrets;
}

std::vector<NamedSecret> EndpointSecrets::olderOf(const Endpoint& endpoint) const
{
    std::vector<NamedSecret> secrets;
    for (const SecretRef& ref : endpoint.olderSecrets) {
        if (auto value = valueOf(ref))
            secrets.push_back({olderSecretName(ref, endpoint), *std::move(value)});
    }
    return secrets;
}

std::optional<SecretBytes> EndpointSecrets::valueOf(const SecretRef& ref) const
{
    if (!ref.publicKey.isEmpty())
        return SecretBytes(ref.publicKey);
    const auto value = m_values.find(ref.id);
    return value == m_values.end() ? std::nullopt : std::optional(value->second.clone());
}

bool EndpointSecrets::holds(qint64 id, QByteArrayView value) const
{
    const auto held = m_values.find(id);
    return held != m_values.end() && held->second.view() == value;
}

std::vector<SecretRef> EndpointSecrets::withoutValue(const Endpoint& endpoint) const
{
    std::vector<SecretRef> missing;
    for (const SecretRef& ref : endpoint.secrets) {
        if (!isFetching() && ref.publicKey.isEmpty() && m_values.find(ref.id) == m_values.end())
            missing.push_back(ref);
    }
    return missing;
}

void EndpointSecrets::save(qint64 id, const SecretBytes& value)
{
    m_asked.insert(id);
    m_values.insert_or_assign(id, value.clone());
    m_store.write(m_uuid, id, value.clone(), [self = QPointer(this), id](Result<void> done) {
        if (!self || done)
            return;
        // The store's state tells the user; until the keychain is there the value lives as long as the program
        if (const auto held = self->m_values.find(id); held != self->m_values.end())
            self->m_store.keep(self->m_uuid, id, held->second.clone());
    });
}

void EndpointSecrets::forget(qint64 id)
{
    m_values.erase(id);
    m_asked.erase(id);
    m_store.remove(m_uuid, id, [](Result<void>) {});
}

} // namespace creel
