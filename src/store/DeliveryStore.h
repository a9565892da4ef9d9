#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "base/StopToken.h"
#include "store/Workspace.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace creel
{

/** A request in the composer as the workspace keeps it. Never holds a secret: `content` names them by reference. */
struct StoredDraft {
    DraftId id; ///< 0: not stored yet
    QString folder; ///< names joined by `/`, empty for the top
    QString name;
    int position = 0; ///< order in its folder
    QByteArray content; ///< everything but the body, in the form that `delivery` defines (JSON)
    QByteArray body; ///< exact bytes
    qint64 updatedAtUs = 0; ///< set by the store
    bool operator==(const StoredDraft&) const = default;
};

/** The sending of one draft or event to one URL. */
struct StoredDelivery {
    DeliveryId id; ///< 0: not stored yet
    std::optional<DraftId> draft;
    std::optional<EventId> event;
    QByteArray method;
    QByteArray url;
    QByteArray scheme; ///< that it was signed with, empty for none
    qint64 startedAtUs = 0;
    // Filled by the store, from the attempts:
    int attempts = 0;
    int status = 0; ///< of the last attempt, 0 where there was no answer
    QString error; ///< of the last attempt, empty where there was an answer
};

/** One HTTP exchange of a delivery. Times in microseconds; -1: the phase did not take place. */
struct StoredAttempt {
    qint64 id = 0;
    DeliveryId delivery;
    int number = 1; ///< from 1
    qint64 startedAtUs = 0;
    QByteArray requestHead; ///< as sent
    QByteArray requestBody; ///< as sent
    int status = 0; ///< 0: there was no answer
    QByteArray responseHead;
    QByteArray responseBody; ///< at most its first maxStoredResponse bytes
    qint64 responseSize = 0; ///< of the whole body
    qint64 lookupUs = -1;
    qint64 connectUs = -1;
    qint64 tlsUs = -1;
    qint64 sendUs = -1;
    qint64 firstByteUs = -1;
    qint64 receiveUs = -1;
    qint64 totalUs = 0;
    QByteArray facts; ///< the rest, in the form that `delivery` defines (JSON): TLS, redirects, trailers
    QString error; ///< empty where there was an answer
    bool operator==(const StoredAttempt&) const = default;
};

constexpr qint64 maxStoredResponse = 100LL * 1024 * 1024;

/** Drafts, deliveries and attempts of a workspace. Thread-safe. `Workspace::changed` tells that something was written,
 * here or by another process. */
class DeliveryStore
{
public:
    using Done = std::function<void(const Result<void>&)>;

    /** `workspace` must outlive it. */
    explicit DeliveryStore(Workspace& workspace);

    // Writing: returns at once; `done` is called on the writer thread after the commit.
    /** Inserts, or replaces by id. What it replaces goes into the history, at most once a minute. */
    void saveDraft(StoredDraft draft, std::function<void(const Result<StoredDraft>&)> done = {});
    /** As saveDraft(), but what it replaces goes into the history in any case: nothing is lost by going back. */
    void restoreDraft(StoredDraft draft, std::function<void(const Result<StoredDraft>&)> done = {});
    /** Another name, another folder, or both; the rest stays, whatever is saved meanwhile. */
    void placeDraft(DraftId id, std::optional<QString> name, std::optional<QString> folder,
        std::function<void(const Result<StoredDraft>&)> done = {});
    void deleteDraft(DraftId id, Done done = {});
    void addDelivery(StoredDelivery delivery, std::function<void(const Result<DeliveryId>&)> done);
    /** Together with its first attempt, whose `delivery` is filled in. */
    void addDelivery(StoredDelivery delivery, StoredAttempt first, std::function<void(const Result<DeliveryId>&)> done);
    void addAttempt(StoredAttempt attempt, std::function<void(const Result<qint64>&)> done = {});

    // Reading: on a thread that may wait, e.g. within EventReader::run().
    /** By folder, position and name; without bodies. */
    Result<std::vector<StoredDraft>> draftsNow(StopToken stop = {});
    Result<StoredDraft> draftNow(DraftId id, StopToken stop = {});
    /** Earlier contents of a draft, newest first. */
    Result<std::vector<StoredDraft>> historyNow(DraftId id, StopToken stop = {});

    /** Which deliveries: of a draft, of an event, or all; newest first. */
    struct Filter {
        std::optional<DraftId> draft;
        std::optional<EventId> event;
        std::optional<DeliveryId> before; ///< older than this one: the next page
        int limit = 200;
    };
    Result<std::vector<StoredDelivery>> deliveriesNow(const Filter& filter, StopToken stop = {});
    Result<std::vector<StoredAttempt>> attemptsNow(DeliveryId delivery, StopToken stop = {});

private:
    Workspace& m_workspace;
};

} // namespace creel
