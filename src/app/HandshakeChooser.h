#pragma once

#include "base/Mailbox.h"
#include "base/SecretBytes.h"
#include "receiver/EndpointTable.h"
#include "signature/Handshake.h"

#include <QByteArray>

#include <map>
#include <memory>

namespace creel
{

/** A secret that a provider handed over in a handshake (Asana's X-Hook-Secret and the like). */
struct LearnedSecret {
    QByteArray endpointPath;
    QString handshake;
    SecretBytes value;
};

/** Answers providers' challenges on the receiver's workers by the descriptions in signature/Handshake. Immutable. */
class HandshakeChooser final : public AnswerChooser
{
public:
    /** `secrets`: the first secret of an endpoint, by its path. `learned` outlives every table. */
    HandshakeChooser(std::shared_ptr<const HandshakeCatalog> catalog, std::map<QByteArray, SecretBytes> secrets,
        std::shared_ptr<Mailbox<LearnedSecret>> learned);

    std::optional<ChosenAnswer> choose(
        const Request& request, const EndpointTable::Entry& entry, const StoredVerdict& verdict) const override;

private:
    std::shared_ptr<const HandshakeCatalog> m_catalog;
    std::map<QByteArray, SecretBytes> m_secrets;
    std::shared_ptr<Mailbox<LearnedSecret>> m_learned;
};

} // namespace creel
