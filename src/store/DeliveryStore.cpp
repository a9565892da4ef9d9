#include "store/DeliveryStore.h"

#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/StoreContext.h"
#include "store/WriteTask.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace creel
{
namespace
{

constexpr qint64 historyEveryUs = 60'000'000;
constexpr int historyKept = 50;

Error draftGone()
{
    return Error{ErrorCode::NotFound, QCoreApplication::translate("creel", "This draft is no longer there.")};
}

void keepHistory(Database& database, const StoredDraft& draft, qint64 now, bool always)
{
    Statement old = database.prepare("SELECT content, body, updated_at FROM draft WHERE id=?1");
    old.bind(1, draft.id.v);
    if (!old.next() || (old.bytes(0) == draft.content && old.bytes(1) == draft.body))
        return;
    Statement last = database.prepare("SELECT max(saved_at) FROM draft_history WHERE draft=?1");
    last.bind(1, draft.id.v);
    if (!always && last.next() && !last.isNull(0) && now - last.integer(0) < historyEveryUs)
        return;
    Statement add =
        database.prepare("INSERT INTO draft_history(draft, content, body, saved_at) SELECT id, content, body, ?2 "
                         "FROM draft WHERE id=?1");
    add.bind(1, draft.id.v);
    add.bind(2, now);
    add.run();
    Statement trim = database.prepare("DELETE FROM draft_history WHERE draft=?1 AND id NOT IN"
                                      "(SELECT id FROM draft_history WHERE draft=?1 ORDER BY id DESC LIMIT ?2)");
    trim.bind(1, draft.id.v);
    trim.bind(2, historyKept);
    trim.run();
}

StoredDraft storeDraft(Database& database, StoredDraft draft, qint64 now, bool alwaysHistory = false)
{
    if (draft.id.isValid())
        keepHistory(database, draft, now, alwaysHistory);
    draft.updatedAtUs = now;
    Statement s = database.prepare("INSERT OR REPLACE INTO draft(id, folder, name, position, content, body, updated_at)"
                                   " VALUES(?1,?2,?3,?4,?5,?6,?7)");
    if (draft.id.isValid())
        s.bind(1, draft.id.v);
    else
        s.bindNull(1);
    s.bindText(2, draft.folder);
    s.bindText(3, draft.name);
    s.bind(4, draft.position);
    s.bindBytes(5, draft.content.isNull() ? QByteArrayView("") : QByteArrayView(draft.content));
    s.bindBytes(6, draft.body);
    s.bind(7, now);
    s.run();
    draft.id = DraftId(database.lastInsertId());
    return draft;
}

/** Columns: id, folder, name, position, content, body, updated_at. */
StoredDraft readDraft(const Statement& s)
{
    return {DraftId(s.integer(0)), s.text(1), s.text(2), int(s.integer(3)), s.bytes(4), s.bytes(5), s.integer(6)};
}

DeliveryId storeDelivery(Database& database, const StoredDelivery& delivery)
{
    Statement s = database.prepare(
        "INSERT INTO delivery(draft, event, method, url, scheme, started_at) VALUES(?1,?2,?3,?4,?5,?6)");
    s.bind(1, delivery.draft ? delivery.draft->v : 0);
    s.bind(2, delivery.event ? delivery.event->v : 0);
    s.bindBytes(3, delivery.method);
    s.bindBytes(4, delivery.url.isNull() ? QByteArrayView("") : QByteArrayView(delivery.url));
    s.bindBytes(5, delivery.scheme);
    s.bind(6, delivery.startedAtUs);
    s.run();
    return DeliveryId(database.lastInsertId());
}

qint64 storeAttempt(Database& database, const StoredAttempt& attempt)
{
    Statement s = database.prepare(
        "INSERT INTO attempt(delivery, number, started_at, request_head, request_body, status, response_head,"
        " response_body, response_size, lookup_us, connect_us, tls_us, send_us, first_byte_us, receive_us, total_us,"
        " facts, error) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)");
    const QByteArrayView body(attempt.responseBody);
    s.bind(1, attempt.delivery.v);
    s.bind(2, attempt.number);
    s.bind(3, attempt.startedAtUs);
    s.bindBytes(4, attempt.requestHead);
    s.bindBytes(5, attempt.requestBody);
    s.bind(6, attempt.status);
    s.bindBytes(7, attempt.responseHead);
    s.bindBytes(8, body.first(std::min<qsizetype>(body.size(), maxStoredResponse)));
    s.bind(9, attempt.responseSize);
    int index = 10;
    for (const qint64 us : {attempt.lookupUs, attempt.connectUs, attempt.tlsUs, attempt.sendUs, attempt.firstByteUs,
             attempt.receiveUs, attempt.totalUs})
        s.bind(index++, us);
    s.bindBytes(17, attempt.facts);
    s.bindText(18, attempt.error);
    s.run();
    return database.lastInsertId();
}

StoredAttempt readAttempt(const Statement& s)
{
    StoredAttempt attempt;
    attempt.id = s.integer(0);
    attempt.delivery = DeliveryId(s.integer(1));
    attempt.number = int(s.integer(2));
    attempt.startedAtUs = s.integer(3);
    attempt.requestHead = s.bytes(4);
    attempt.requestBody = s.bytes(5);
    attempt.status = int(s.integer(6));
    attempt.responseHead = s.bytes(7);
    attempt.responseBody = s.bytes(8);
    attempt.responseSize = s.integer(9);
    int column = 10;
    for (qint64* us : {&attempt.lookupUs, &attempt.connectUs, &attempt.tlsUs, &attempt.sendUs, &attempt.firstByteUs,
             &attempt.receiveUs, &attempt.totalUs})
        *us = s.integer(column++);
    attempt.facts = s.bytes(17);
    attempt.error = s.text(18);
    return attempt;
}

StoredDelivery readDelivery(const Statement& s)
{
    StoredDelivery delivery;
    delivery.id = DeliveryId(s.integer(0));
    if (s.integer(1) > 0)
        delivery.draft = DraftId(s.integer(1));
    if (s.integer(2) > 0)
        delivery.event = EventId(s.integer(2));
    delivery.method = s.bytes(3);
    delivery.url = s.bytes(4);
    delivery.scheme = s.bytes(5);
    delivery.startedAtUs = s.integer(6);
    return delivery;
}

} // namespace

DeliveryStore::DeliveryStore(Workspace& workspace)
    : m_workspace(workspace)
{
}

void DeliveryStore::saveDraft(StoredDraft draft, std::function<void(const Result<StoredDraft>&)> done)
{
    const Clock* const clock = m_workspace.context().clock;
    m_workspace.writer().post(std::make_unique<FunctionTask<StoredDraft>>(
        [draft = std::move(draft), clock](WriteSession& session) -> Result<StoredDraft> {
            return storeDraft(session.database(), draft, clock->nowUs());
        },
        std::move(done)));
}

void DeliveryStore::restoreDraft(StoredDraft draft, std::function<void(const Result<StoredDraft>&)> done)
{
    const Clock* const clock = m_workspace.context().clock;
    m_workspace.writer().post(std::make_unique<FunctionTask<StoredDraft>>(
        [draft = std::move(draft), clock](WriteSession& session) -> Result<StoredDraft> {
            return storeDraft(session.database(), draft, clock->nowUs(), true);
        },
        std::move(done)));
}

void DeliveryStore::placeDraft(DraftId id, std::optional<QString> name, std::optional<QString> folder,
    std::function<void(const Result<StoredDraft>&)> done)
{
    m_workspace.writer().post(std::make_unique<FunctionTask<StoredDraft>>(
        [id, name = std::move(name), folder = std::move(folder)](WriteSession& session) -> Result<StoredDraft> {
            Statement set = session.database().prepare(
                "UPDATE draft SET name=coalesce(?2,name), folder=coalesce(?3,folder) WHERE id=?1");
            set.bind(1, id.v);
            if (name)
                set.bindText(2, *name);
            if (folder)
                set.bindText(3, *folder);
            set.run();
            Statement get = session.database().prepare(
                "SELECT id, folder, name, position, content, body, updated_at FROM draft WHERE id=?1");
            get.bind(1, id.v);
            return get.next() ? Result<StoredDraft>(readDraft(get)) : Result<StoredDraft>(draftGone());
        },
        std::move(done)));
}

void DeliveryStore::deleteDraft(DraftId id, Done done)
{
    m_workspace.writer().post(std::make_unique<FunctionTask<void>>(
        [id](WriteSession& session) -> Result<void> {
            for (const char* sql : {"DELETE FROM draft_history WHERE draft=?1", "DELETE FROM draft WHERE id=?1"}) {
                Statement s = session.database().prepare(sql);
                s.bind(1, id.v);
                s.run();
            }
            return {};
        },
        std::move(done)));
}

void DeliveryStore::addDelivery(StoredDelivery delivery, std::function<void(const Result<DeliveryId>&)> done)
{
    m_workspace.writer().post(std::make_unique<FunctionTask<DeliveryId>>(
        [delivery = std::move(delivery)](
            WriteSession& session) -> Result<DeliveryId> { return storeDelivery(session.database(), delivery); },
        std::move(done)));
}

void DeliveryStore::addDelivery(
    StoredDelivery delivery, StoredAttempt first, std::function<void(const Result<DeliveryId>&)> done)
{
    m_workspace.writer().post(std::make_unique<FunctionTask<DeliveryId>>(
        [delivery = std::move(delivery), first = std::move(first)](
            WriteSession& session) mutable -> Result<DeliveryId> {
            first.delivery = storeDelivery(session.database(), delivery);
            storeAttempt(session.database(), first);
            return first.delivery;
        },
        std::move(done)));
}

void DeliveryStore::addAttempt(StoredAttempt attempt, std::function<void(const Result<qint64>&)> done)
{
    m_workspace.writer().post(std::make_unique<FunctionTask<qint64>>(
        [attempt = std::move(attempt)](
            WriteSession& session) -> Result<qint64> { return storeAttempt(session.database(), attempt); },
        std::move(done)));
}

Result<std::vector<StoredDraft>> DeliveryStore::draftsNow(StopToken stop)
{
    std::vector<StoredDraft> drafts;
    const Result<void> read = m_workspace.reader().readNow(stop, [&](Database& database) {
        Statement s = database.prepare("SELECT id, folder, name, position, content, NULL, updated_at FROM draft"
                                       " ORDER BY coalesce(folder, ''), position, name, id");
        while (s.next())
            drafts.push_back(readDraft(s));
    });
    if (!read)
        return read.error();
    return drafts;
}

Result<StoredDraft> DeliveryStore::draftNow(DraftId id, StopToken stop)
{
    std::optional<StoredDraft> draft;
    const Result<void> read = m_workspace.reader().readNow(stop, [&](Database& database) {
        Statement s =
            database.prepare("SELECT id, folder, name, position, content, body, updated_at FROM draft WHERE id=?1");
        s.bind(1, id.v);
        if (s.next())
            draft = readDraft(s);
    });
    if (!read)
        return read.error();
    if (!draft)
        return draftGone();
    return std::move(*draft);
}

Result<std::vector<StoredDraft>> DeliveryStore::historyNow(DraftId id, StopToken stop)
{
    std::vector<StoredDraft> history;
    const Result<void> read = m_workspace.reader().readNow(stop, [&](Database& database) {
        Statement s = database.prepare("SELECT d.id, d.folder, d.name, d.position, h.content, h.body, h.saved_at"
                                       " FROM draft_history h JOIN draft d ON d.id=h.draft WHERE h.draft=?1"
                                       " ORDER BY h.id DESC");
        s.bind(1, id.v);
        while (s.next())
            history.push_back(readDraft(s));
    });
    if (!read)
        return read.error();
    return history;
}

Result<std::vector<StoredDelivery>> DeliveryStore::deliveriesNow(const Filter& filter, StopToken stop)
{
    std::vector<StoredDelivery> deliveries;
    const Result<void> read = m_workspace.reader().readNow(stop, [&](Database& database) {
        const char* const where = filter.event ? "event=?1 AND event>0"
            : filter.draft                     ? "draft=?1 AND draft>0"
                                               : "?1=0";
        const QByteArray sql = QByteArray("SELECT id, draft, event, method, url, scheme, started_at FROM delivery"
                                          " WHERE id<?2 AND ")
            + where + " ORDER BY id DESC LIMIT ?3";
        Statement s = database.prepare(sql.constData());
        s.bind(1, filter.event ? filter.event->v : filter.draft ? filter.draft->v : 0);
        s.bind(2, filter.before ? filter.before->v : std::numeric_limits<qint64>::max());
        s.bind(3, filter.limit);
        Statement last = database.prepare(
            "SELECT count(*) OVER(), status, error FROM attempt WHERE delivery=?1 ORDER BY id DESC LIMIT 1");
        while (s.next()) {
            StoredDelivery delivery = readDelivery(s);
            const StatementReset reset(last);
            last.bind(1, delivery.id.v);
            if (last.next()) {
                delivery.attempts = int(last.integer(0));
                delivery.status = int(last.integer(1));
                delivery.error = last.text(2);
            }
            deliveries.push_back(std::move(delivery));
        }
    });
    if (!read)
        return read.error();
    return deliveries;
}

Result<std::vector<StoredAttempt>> DeliveryStore::attemptsNow(DeliveryId delivery, StopToken stop)
{
    std::vector<StoredAttempt> attempts;
    const Result<void> read = m_workspace.reader().readNow(stop, [&](Database& database) {
        Statement s = database.prepare(
            "SELECT id, delivery, number, started_at, request_head, request_body, status, response_head,"
            " response_body, response_size, lookup_us, connect_us, tls_us, send_us, first_byte_us, receive_us,"
            " total_us, facts, error FROM attempt WHERE delivery=?1 ORDER BY number, id");
        s.bind(1, delivery.v);
        while (s.next())
            attempts.push_back(readAttempt(s));
    });
    if (!read)
        return read.error();
    return attempts;
}

} // namespace creel
