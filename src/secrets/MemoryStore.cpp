#include "secrets/MemoryStore.h"

#include <QCoreApplication>

namespace creel
{

void MemoryStore::read(const QByteArray& workspaceUuid, qint64 secretId, ReadDone done)
{
    // Answered later, as a keychain does, so that callers see one order of things.
    QMetaObject::invokeMethod(
        this,
        [this, key = std::pair(workspaceUuid, secretId), done = std::move(done)] {
            const auto found = m_values.find(key);
            if (found != m_values.end())
                done(found->second.clone());
            else
                done(Error{ErrorCode::NotFound,
                    QCoreApplication::translate("creel", "No value is held for this secret. Enter the secret again.")});
        },
        Qt::QueuedConnection);
}

void MemoryStore::write(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value, Done done)
{
    keep(workspaceUuid, secretId, std::move(value));
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::remove(const QByteArray& workspaceUuid, qint64 secretId, Done done)
{
    m_values.erase({workspaceUuid, secretId});
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::keep(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value)
{
    m_values.insert_or_assign({workspaceUuid, secretId}, std::move(value));
}

std::unique_ptr<SecretStore> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

} // namespace creel
