#include "StoreFixture.h"

#include "store/DeliveryStore.h"

#include <QTest>

using namespace creel;
using namespace creel::test;

class TestDeliveries : public QObject
{
    Q_OBJECT

    template <class Value, class Call> static Result<Value> wait(Call call)
    {
        std::promise<Result<Value>> promise;
        call([&](const Result<Value>& value) { promise.set_value(value); });
        return promise.get_future().get();
    }
    static StoredDraft save(DeliveryStore& store, const StoredDraft& draft)
    {
        return *wait<StoredDraft>([&](auto done) { store.saveDraft(draft, done); });
    }

private slots:
    void drafts()
    {
        FakeClock clock;
        StoreFixture fixture(WorkspaceOptions{false, &clock, {}});
        DeliveryStore store(fixture.workspace());
        StoredDraft draft{{}, QStringLiteral("a/b"), QStringLiteral("First"), 2, "{}", QByteArray("\0\xff\r\n", 4), 0};
        draft = save(store, draft);
        QVERIFY(draft.id.isValid());
        QCOMPARE(draft.updatedAtUs, clock.nowUs());
        QVERIFY(*store.draftNow(draft.id) == draft);
        const StoredDraft top = save(store, {{}, {}, QStringLiteral("Top"), 0, "x", "body", 0});
        const auto list = store.draftsNow();
        QCOMPARE(list->size(), std::size_t(2));
        QVERIFY(list->at(0).id == top.id && list->at(1).id == draft.id);
        QVERIFY(list->at(0).body.isEmpty());
        QVERIFY(fixture.wait([&](auto done) { store.deleteDraft(top.id, done); }).ok());
        QCOMPARE(store.draftNow(top.id).error().code, ErrorCode::NotFound);
    }

    void history()
    {
        FakeClock clock;
        StoreFixture fixture(WorkspaceOptions{false, &clock, {}});
        DeliveryStore store(fixture.workspace());
        StoredDraft draft = save(store, {{}, {}, {}, 0, "0", "body", 0});
        for (int i = 1; i <= 60; ++i) {
            clock.advanceUs(61'000'000);
            draft.content = QByteArray::number(i);
            draft = save(store, draft);
        }
        auto history = store.historyNow(draft.id);
        QCOMPARE(history->size(), std::size_t(50));
        QCOMPARE(history->front().content, "59");
        QCOMPARE(history->front().body, "body");
        draft.content = "soon after";
        save(store, draft);
        save(store, draft); // nothing changed
        QCOMPARE(store.historyNow(draft.id)->front().content, "59");
        QVERIFY(fixture.wait([&](auto done) { store.deleteDraft(draft.id, done); }).ok());
        QVERIFY(store.historyNow(draft.id)->empty());
    }

    void attempts()
    {
        StoreFixture fixture;
        DeliveryStore store(fixture.workspace());
        std::vector<DeliveryId> ids;
        for (int i = 0; i < 3; ++i) {
            StoredDelivery delivery;
            if (i < 2)
                delivery.event = EventId(7);
            else
                delivery.draft = DraftId(4);
            delivery.method = "POST";
            delivery.url = "http://127.0.0.1/x";
            delivery.scheme = "stripe";
            delivery.startedAtUs = 100 + i;
            ids.push_back(*wait<DeliveryId>([&](auto done) { store.addDelivery(delivery, done); }));
        }
        StoredAttempt attempt;
        attempt.delivery = ids[0];
        attempt.startedAtUs = 5;
        attempt.requestHead = "POST /x HTTP/1.1\r\n\r\n";
        attempt.requestBody = QByteArray("\0b", 2);
        attempt.error = QStringLiteral("Connection refused");
        attempt.id = *wait<qint64>([&](auto done) { store.addAttempt(attempt, done); });
        StoredAttempt second = attempt;
        second.number = 2;
        second.status = 503;
        second.responseHead = "HTTP/1.1 503 no\r\n\r\n";
        second.responseBody = "sorry";
        second.responseSize = 5;
        second.lookupUs = 1;
        second.receiveUs = 6;
        second.totalUs = 21;
        second.facts = "{\"tls\":\"1.3\"}";
        second.error.clear();
        second.id = *wait<qint64>([&](auto done) { store.addAttempt(second, done); });

        const auto read = store.attemptsNow(ids[0]);
        QCOMPARE(read->size(), std::size_t(2));
        QVERIFY(read->at(0) == attempt && read->at(1) == second);
        DeliveryStore::Filter filter;
        QCOMPARE(store.deliveriesNow(filter)->size(), std::size_t(3));
        filter.event = EventId(7);
        const auto ofEvent = store.deliveriesNow(filter);
        QCOMPARE(ofEvent->size(), std::size_t(2));
        QVERIFY(ofEvent->at(0).id == ids[1] && ofEvent->at(1).id == ids[0]);
        QCOMPARE(ofEvent->at(0).attempts, 0);
        QCOMPARE(ofEvent->at(1).attempts, 2);
        QCOMPARE(ofEvent->at(1).status, 503);
        QVERIFY(ofEvent->at(1).error.isEmpty());
        QVERIFY(ofEvent->at(1).event == EventId(7) && !ofEvent->at(1).draft);
        filter.before = ids[1];
        QCOMPARE(store.deliveriesNow(filter)->size(), std::size_t(1));
        DeliveryStore::Filter ofDraft;
        ofDraft.draft = DraftId(4);
        QCOMPARE(store.deliveriesNow(ofDraft)->front().url, "http://127.0.0.1/x");
    }

    void readsOnThePool()
    {
        StoreFixture fixture;
        DeliveryStore store(fixture.workspace());
        save(store, {{}, {}, {}, 0, "0", {}, 0});
        std::promise<std::size_t> count;
        fixture.reader().run({}, [&] { count.set_value(store.draftsNow()->size()); });
        QCOMPARE(count.get_future().get(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"
