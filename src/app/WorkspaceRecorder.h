#pragma once

#include "delivery/DeliveryQueue.h"
#include "store/DeliveryStore.h"

#include <map>
#include <memory>
#include <mutex>

namespace creel
{

/** Keeps deliveries and their attempts in the workspace. `record` is called on the queue's thread and never waits. */
class WorkspaceRecorder final : public DeliveryRecorder
{
public:
    /** The workspace must outlive it. */
    explicit WorkspaceRecorder(Workspace& workspace);
    ~WorkspaceRecorder() override;

    void record(const DeliveryRecord& attempt) override;

private:
    struct Known;
    DeliveryStore m_store;
    std::shared_ptr<Known> m_known; ///< shared with the writer's callbacks
};

/** An attempt in the form of the store. */
StoredAttempt storedAttempt(const DeliveryRecord& record, DeliveryId delivery);

} // namespace creel
