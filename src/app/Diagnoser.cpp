#include "app/Diagnoser.h"

#include "app/Reverifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace creel
{

namespace
{

constexpr qint64 pageSize = 500;

} // namespace

Diagnoser::Diagnoser(
    EventReader& reader, std::shared_ptr<const EndpointTable> table, std::vector<SecretsOfEndpoint> secrets)
    : m_reader(reader)
    , m_table(std::move(table))
    , m_secrets(std::move(secrets))
{
}

Result<Diagnosed> Diagnoser::run(EventId id, const StopToken& stop)
{
    const auto detail = m_reader.detailNow(id, largestBody, stop);
    if (!detail)
        return detail.error();
    Diagnosed diagnosed;
    const EndpointTable::Entry& entry = entryOfEvent(*m_table, detail->row);
    if (detail->row.state != EventState::Complete || !detail->request || !entry.verifier)
        return diagnosed;
    if (detail->request->bodySize > largestBody)
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The body is larger than 8 MB, so the reason was not looked for.")};
    const DiagnosisInput input = inputFor(entry, *detail, stop);
    diagnosed.scheme = input.scheme;
    diagnosed.message = input.message;
    diagnosed.verification = entry.verifier->verify(input.message, input.nowUs);
    if (!stop.stopRequested())
        diagnosed.diagnosis = diagnose(input, diagnosed.verification, stop);
    return diagnosed;
}

DiagnosisInput Diagnoser::inputFor(const EndpointTable::Entry& entry, const EventDetail& detail, const StopToken& stop)
{
    DiagnosisInput input;
    input.catalog = m_table->catalog;
    input.scheme = m_table->catalog ? m_table->catalog->find(entry.endpoint.scheme) : nullptr;
    input.message = signedMessageOf(entry.endpoint, *detail.request);
    input.settings = entry.endpoint.settings;
    input.nowUs = detail.row.receivedAtUs;
    for (SecretsOfEndpoint& of : m_secrets) {
        auto& secrets = of.path == entry.endpoint.path ? input.secrets : input.otherSecrets;
        for (NamedSecret& secret : of.secrets)
            secrets.push_back({secret.name, secret.value.clone()});
        for (NamedSecret& secret : of.older)
            input.otherSecrets.push_back({secret.name, secret.value.clone()});
    }
    input.otherUrls = otherUrls(entry.endpoint, *detail.request);
    input.sameProviderId = sameProviderId(detail.row, stop);
    return input;
}

QByteArrayList Diagnoser::otherUrls(const Endpoint& endpoint, const Request& request) const
{
    QByteArrayList urls;
    const auto add = [&](const QByteArray& url) {
        if (!url.isEmpty() && !urls.contains(url))
            urls << url;
    };
    Endpoint other = endpoint;
    other.publicUrl.clear();
    add(verificationUrl(other, request)); // the URL that arrived
    for (const EndpointTable::Entry& entry : m_table->entries) {
        if (entry.endpoint.publicUrl.isEmpty())
            continue;
        add(entry.endpoint.publicUrl);
        other.publicUrl = entry.endpoint.publicUrl;
        add(verificationUrl(other, request));
    }
    return urls;
}

std::vector<qint64> Diagnoser::sameProviderId(const EventRow& row, const StopToken& stop) const
{
    std::vector<qint64> found;
    if (row.providerId.isEmpty())
        return found;
    const qint64 oldest = std::max<qint64>(1, row.id.v - lookedBack);
    for (qint64 next = row.id.v - 1; next >= oldest && !stop.stopRequested(); next -= pageSize) {
        std::vector<EventId> ids;
        for (qint64 id = next; id >= oldest && id > next - pageSize; --id)
            ids.push_back(EventId(id));
        const auto rows = m_reader.rowsNow(ids, stop);
        if (!rows)
            break;
        for (const EventRow& other : *rows) {
            if (other.providerId == row.providerId && other.provider == row.provider)
                found.push_back(other.id.v);
        }
    }
    return found;
}

} // namespace creel
