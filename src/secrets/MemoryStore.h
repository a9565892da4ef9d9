#pragma once

#include "secrets/SecretStore.h"

#include <map>

namespace creel
{

/** Holds values for the running time, wiped when it goes. Always available. */
class MemoryStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    State state() const override { return State::Available; }
    QString stateText() const override { return {}; }
    void read(const QByteArray& workspaceUuid, qint64 secretId, ReadDone done) override;
    void write(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value, Done done) override;
    void remove(const QByteArray& workspaceUuid, qint64 secretId, Done done) override;
    void keep(const QByteArray& workspaceUuid, qint64 secretId, SecretBytes value) override;

private:
    std::map<std::pair<QByteArray, qint64>, SecretBytes> m_values;
};

} // namespace creel
