#include "app/WorkspaceRecorder.h"

#include "delivery/ExchangeFacts.h"

#include <QFile>

namespace creel
{

/** Numbers of the queue and what the store called them. */
struct WorkspaceRecorder::Known {
    std::mutex mutex;
    std::map<quint64, DeliveryId> ids;
};

WorkspaceRecorder::WorkspaceRecorder(Workspace& workspace)
    : m_store(workspace)
    , m_known(std::make_shared<Known>())
{
}

WorkspaceRecorder::~WorkspaceRecorder() = default;

void WorkspaceRecorder::record(const DeliveryRecord& attempt)
{
    {
        const std::lock_guard lock(m_known->mutex);
        if (const auto known = m_known->ids.find(attempt.delivery); known != m_known->ids.end()) {
            m_store.addAttempt(storedAttempt(attempt, known->second));
            return;
        }
    }
    StoredDelivery delivery;
    delivery.draft = attempt.draft;
    delivery.event = attempt.event;
    delivery.method = attempt.method;
    delivery.url = attempt.url;
    delivery.startedAtUs = attempt.startedAtUs;
    m_store.addDelivery(delivery, storedAttempt(attempt, DeliveryId()),
        [known = m_known, number = attempt.delivery](const Result<DeliveryId>& id) {
            if (!id)
                return; // the store has told what is wrong with it
            const std::lock_guard lock(known->mutex);
            known->ids.insert_or_assign(number, *id);
        });
}

StoredAttempt storedAttempt(const DeliveryRecord& record, DeliveryId delivery)
{
    StoredAttempt attempt;
    attempt.delivery = delivery;
    attempt.number = record.attempt;
    attempt.startedAtUs = record.startedAtUs;
    attempt.requestHead = record.head;
    attempt.requestBody = record.body;
    if (!record.result)
        return attempt;
    const HttpResult& result = *record.result;
    attempt.status = result.response.status;
    attempt.responseHead = result.response.head;
    attempt.responseBody = result.response.body;
    if (QFile file(result.spilled ? result.spilled->path() : QString());
        result.spilled && file.open(QIODevice::ReadOnly))
        attempt.responseBody = file.read(maxStoredResponse);
    attempt.responseSize = result.response.bodySize;
    attempt.lookupUs = result.timings.lookupUs;
    attempt.connectUs = result.timings.connectUs;
    attempt.tlsUs = result.timings.tlsUs;
    attempt.sendUs = result.timings.sendUs;
    attempt.firstByteUs = result.timings.firstByteUs;
    attempt.receiveUs = result.timings.receiveUs;
    attempt.totalUs = result.timings.totalUs;
    ExchangeFacts facts = ExchangeFacts::of(result);
    if (!facts.redirects.empty())
        facts.redirects.front().url = record.url; // the one that was asked may hold a secret
    attempt.facts = facts.toJson();
    if (result.error)
        attempt.error = result.error->text;
    return attempt;
}

} // namespace creel
