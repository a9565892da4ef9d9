#include "StoreFixture.h"

#include "store/TextMatcher.h"

#include <QTest>

#include <mutex>

using namespace creel;
using namespace creel::test;
using Ids = std::vector<qint64>;

class TestQuery : public QObject
{
    Q_OBJECT
private slots:
    void matcher_data()
    {
        QTest::addColumn<QByteArray>("term");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("empty term") << QByteArray("") << QByteArray("abc") << true;
        QTest::newRow("empty text") << QByteArray("a") << QByteArray("") << false;
        QTest::newRow("start") << QByteArray("ab") << QByteArray("abc") << true;
        QTest::newRow("end") << QByteArray("bc") << QByteArray("abc") << true;
        QTest::newRow("whole") << QByteArray("abc") << QByteArray("abc") << true;
        QTest::newRow("longer") << QByteArray("abcd") << QByteArray("abc") << false;
        QTest::newRow("letter case") << QByteArray("CHARGE") << QByteArray("x chArge") << true;
        QTest::newRow("repeats") << QByteArray("aab") << QByteArray("aaaaab") << true;
        QTest::newRow("bytes") << QByteArray("\xff\0\x80", 3) << QByteArray("a\xff\0\x80z", 5) << true;
        QTest::newRow("not ASCII") << QByteArray("\xc3\x84") << QByteArray("\xc3\xa4") << false;
        QTest::newRow("brackets are no letters") << QByteArray("[") << QByteArray("{") << false;
    }
    void matcher()
    {
        QFETCH(QByteArray, term);
        QFETCH(QByteArray, text);
        QFETCH(bool, found);
        QCOMPARE(TextMatcher(term).isIn(text), found);
    }

    void conditions()
    {
        StoreFixture store;
        NewEvent first = makeEvent("{\"Customer\":\"ACME\"}", "/pay?x=1");
        first.eventType = "Charge.Succeeded";
        first.verdict = {SignatureState::Valid, Freshness::Fresh, "stripe"};
        first.endpoint = "/pay";
        NewEvent second = makeEvent("plain", "/other");
        second.verdict = {SignatureState::Valid, Freshness::Stale, "stripe"};
        NewEvent third = makeEvent({}, "/third");
        auto request = std::make_shared<Request>(*third.request);
        request->method = "DELETE";
        third.request = request;
        third.state = EventState::Incomplete;
        for (const NewEvent& event : {first, second, third})
            QVERIFY(store.add(event).ok());

        const auto with = [&](auto set) {
            Query query;
            set(query);
            return store.found(query);
        };
        QCOMPARE(with([](Query&) {}), (Ids{3, 2, 1}));
        QCOMPARE(with([](Query& q) { q.text = QStringLiteral("acme"); }), (Ids{1}));
        QCOMPARE(with([](Query& q) { q.text = QStringLiteral("HOST: local"); }), (Ids{3, 2, 1}));
        QCOMPARE(with([](Query& q) { q.text = QStringLiteral("nowhere"); }), Ids());
        QCOMPARE(with([](Query& q) { q.endpoint = "/pay"; }), (Ids{1}));
        QCOMPARE(with([](Query& q) { q.endpoint = "/"; }), (Ids{3, 2}));
        QCOMPARE(with([](Query& q) { q.endpoint = "/unknown"; }), Ids());
        QCOMPARE(with([](Query& q) { q.verdicts = {Verdict::Stale}; }), (Ids{2}));
        QCOMPARE(with([](Query& q) { q.verdicts = {Verdict::Stale, Verdict::Valid}; }), (Ids{2, 1}));
        QCOMPARE(with([](Query& q) { q.states = {EventState::Incomplete}; }), (Ids{3}));
        QCOMPARE(with([](Query& q) { q.method = "DELETE"; }), (Ids{3}));
        QCOMPARE(with([](Query& q) { q.pathContains = "X=1"; }), (Ids{1}));
        QCOMPARE(with([](Query& q) { q.typeContains = "succ"; }), (Ids{1}));
        QCOMPARE(with([](Query& q) { q.afterId = EventId(1); }), (Ids{3, 2}));
        QCOMPARE(with([](Query& q) { q.afterId = EventId(3); }), Ids());
        QCOMPARE(with([](Query& q) {
            q.verdicts = {Verdict::Stale, Verdict::Valid};
            q.afterId = EventId(1);
        }),
            (Ids{2}));

        Query stale;
        stale.verdicts = {Verdict::Stale};
        const Result<EventSet> filtered = store.reader().filterNow(stale, {EventId(1), EventId(2), EventId(77)});
        QVERIFY(filtered.ok());
        QCOMPARE(filtered->size(), 1);
        QVERIFY(filtered->contains(EventId(2)));
    }

    void textAcrossPieces()
    {
        StoreFixture store;
        QByteArray body(1024 * 1024 - 3, 'a');
        body += "needle";
        body += QByteArray(50, 'b');
        QVERIFY(store.add(makeEvent(body)).ok());
        NewEvent event = makeEvent({});
        event.bodyId = store.writer().beginBody(event);
        for (const char* piece : {"xxnee", "d", "leyy"})
            store.writer().appendBody(*event.bodyId, piece, {});
        QVERIFY(store.add(event).ok());
        Query query;
        query.text = QStringLiteral("NEEDLE");
        QCOMPARE(store.found(query), (Ids{2, 1}));
    }

    void decodedBodies()
    {
        StoreFixture store;
        NewEvent event = makeEvent({});
        auto request = std::make_shared<Request>(*event.request);
        request->head = "POST /z HTTP/1.1\r\nHost: x\r\nContent-Encoding: deflate\r\n\r\n";
        request->body = qCompress(QByteArray(5'000, 'a') + "needle" + QByteArray(5'000, 'b')).sliced(4);
        request->bodySize = request->body.size();
        event.request = request;
        QVERIFY(!request->body.contains("needle"));
        QVERIFY(store.add(event).ok());
        auto wrong = std::make_shared<Request>(*request);
        wrong->body = "a plain needle that says it is compressed";
        event.request = wrong;
        QVERIFY(store.add(event).ok());
        Query query;
        query.text = QStringLiteral("Needle");
        QCOMPARE(store.found(query), (Ids{2, 1}));
        query.text = QStringLiteral("thread");
        QCOMPARE(store.found(query), Ids());
    }

    void limitTakesTheNewest()
    {
        StoreFixture store;
        for (int i = 0; i < 1'000; ++i)
            store.writer().addEvent(makeEvent(i % 10 ? "odd" : "tenth"), {});
        store.writer().flush();
        const Result<EventSet> all = store.reader().findNow({}, 3);
        QVERIFY(all.ok());
        QCOMPARE(all->ids(Row(0), 10), (std::vector<EventId>{EventId(1000), EventId(999), EventId(998)}));
        Query query;
        query.text = QStringLiteral("tenth");
        const Result<EventSet> some = store.reader().findNow(query, 2);
        QVERIFY(some.ok());
        QCOMPARE(some->ids(Row(0), 10), (std::vector<EventId>{EventId(991), EventId(981)}));
        QCOMPARE(store.reader().findNow({}, 0)->size(), 0);
        QCOMPARE(store.reader().findNow({}, 400)->size(), 400);
    }

    void streamsTheFirstScreenFirst()
    {
        StoreFixture store;
        for (int i = 0; i < 3'000; ++i)
            store.writer().addEvent(makeEvent("x"), {});
        store.writer().flush();
        std::mutex mutex;
        std::vector<QueryPart> parts;
        StopSource stop;
        store.reader().find({}, stop.token(), [&](const Result<QueryPart>& part) {
            const std::lock_guard lock(mutex);
            parts.push_back(*part);
        });
        QTRY_VERIFY([&] {
            const std::lock_guard lock(mutex);
            return !parts.empty() && parts.back().done;
        }());
        QVERIFY(parts.size() >= 2);
        QCOMPARE(parts.front().found.newest(), EventId(3'000));
        QVERIFY(parts.front().found.size() <= 200);
        EventSet all;
        qint64 sum = 0;
        for (const QueryPart& part : parts) {
            all.unite(part.found);
            sum += part.found.size();
        }
        QCOMPARE(all.size(), 3'000);
        QCOMPARE(sum, 3'000); // nothing is told twice
        QCOMPARE(parts.back().scanned, parts.back().total);
    }

    void stoppedQueryIsSilent()
    {
        StoreFixture store;
        QVERIFY(store.add(makeEvent("x")).ok());
        StopSource stop;
        stop.stop();
        std::atomic<int> calls = 0;
        store.reader().find({}, stop.token(), [&](const Result<QueryPart>&) { ++calls; });
        std::promise<void> later;
        store.reader().rows({}, {}, [&](const auto&) { later.set_value(); });
        later.get_future().get();
        QCOMPARE(calls.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
