#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "base/StopToken.h"
#include "receiver/EndpointTable.h"
#include "signature/Diagnosis.h"
#include "store/EventReader.h"

#include <memory>
#include <vector>

namespace creel
{

/** Why a stored event did or did not verify, with what it was found from. */
struct Diagnosed {
    Diagnosis diagnosis;
    Verification verification; ///< that the diagnosis explains
    std::shared_ptr<const Scheme> scheme; ///< null: the endpoint has none, and nothing is explained
    SignedMessage message; ///< what the scheme was applied to, for code that does the same
};

/** The secrets of one endpoint, as the user knows them. */
struct SecretsOfEndpoint {
    QByteArray path;
    std::vector<NamedSecret> secrets;
    std::vector<NamedSecret> older = {}; ///< replaced or removed: they explain, and verify nothing
};

/** Reads an event, verifies it and looks for what would make it verify. Used once, on a thread of the reader. */
class Diagnoser
{
public:
    /** Larger bodies are not diagnosed: each attempt is another body in memory. */
    static constexpr qint64 largestBody = 8 * 1024 * 1024;
    /** So many events before this one are looked at for the same provider id. */
    static constexpr qint64 lookedBack = 5'000;

    Diagnoser(EventReader& reader, std::shared_ptr<const EndpointTable> table, std::vector<SecretsOfEndpoint> secrets);

    Result<Diagnosed> run(EventId id, const StopToken& stop);

private:
    DiagnosisInput inputFor(const EndpointTable::Entry& entry, const EventDetail& detail, const StopToken& stop);
    QByteArrayList otherUrls(const Endpoint& endpoint, const Request& request) const;
    std::vector<qint64> sameProviderId(const EventRow& row, const StopToken& stop) const;

    EventReader& m_reader;
    std::shared_ptr<const EndpointTable> m_table;
    std::vector<SecretsOfEndpoint> m_secrets;
};

} // namespace creel
