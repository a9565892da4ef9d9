#include "app/EndpointSecrets.h"

#include <QPointer>

namespace creel
{

EndpointSecrets::EndpointSecrets(SecretStore& store, QByteArray workspaceUuid)
    : m_store(store)
    , m_uuid(std::move(workspaceUuid))
{
}

void EndpointSecrets::fetch(const std::vector<Endpoint>& endpoints)
{
    std::vector<qint64> missing;
    for (const Endpoint& endpoint : endpoints) {
        for (const SecretRef& ref : endpoint.secrets) {
            if (ref.publicKey.isEmpty() && m_asked.insert(ref.id).second)
                missing.push_back(ref.id);
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
        if (!ref.publicKey.isEmpty())
            secrets.push_back({ref.name, SecretBytes(ref.publicKey)});
        else if (const auto value = m_values.find(ref.id); value != m_values.end())
            secrets.push_back({ref.name, value->second.clone()});
    }
    return secrets;
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
