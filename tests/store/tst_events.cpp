#include "StoreFixture.h"
#include "store/EventTable.h"
#include "store/Sqlite.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <mutex>
#include <set>

using namespace creel;
using namespace creel::test;

/** What is written comes back, byte for byte. */
class TestEvents : public QObject
{
    Q_OBJECT
    struct Listener final : CommitListener {
        void committed(std::vector<std::unique_ptr<HandedEvent>> events) override
        {
            const std::lock_guard lock(mutex);
            for (std::unique_ptr<HandedEvent>& event : events)
                came.push_back(std::move(event));
        }
        std::mutex mutex;
        std::vector<std::unique_ptr<HandedEvent>> came;
    };

private slots:
    /** To the listener that they were handed over with, each once and with its own id or error. */
    void handedEventsComeBack()
    {
        StoreFixture store;
        const auto one = std::make_shared<Listener>();
        const auto other = std::make_shared<Listener>();
        for (quint64 i = 0; i < 100; ++i)
            store.writer().addEvent(makeEvent("body " + QByteArray::number(i)), i, 1'000 + i, i % 3 ? one : other);
        NewEvent lost = makeEvent({});
        lost.bodyId = BodyId(12'345); // was never begun
        store.writer().addEvent(lost, 100, 1'100, one);
        store.writer().flush();
        std::set<quint64> tags;
        for (const auto& listener : {one, other}) {
            const std::lock_guard lock(listener->mutex);
            for (const std::unique_ptr<HandedEvent>& handed : listener->came) {
                QVERIFY(tags.insert(handed->tag).second);
                QCOMPARE(handed->number, 1'000 + handed->tag);
                QCOMPARE(handed->result.ok(), handed->tag < 100);
                QVERIFY(handed->tag == 100 || (listener == other) == (handed->tag % 3 == 0));
                if (handed->result.ok())
                    QCOMPARE(store.detail(*handed->result).request->body, handed->event.request->body);
            }
        }
        QCOMPARE(tags.size(), 101U);
    }

    void exactBytes()
    {
        StoreFixture store;
        auto request = std::make_shared<Request>();
        request->head = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nX-Dup: 1\r\nx-dup:  2 \r\nX-Fold: a\r\n b\r\n\r\n";
        request->method = "POST";
        request->target = "/a?b=c";
        request->body = QByteArray("\0\xff\r\n\x80 body", 11);
        request->bodySize = request->body.size();
        request->chunked = true;
        request->framing = "b;ext=1\r\n0\r\n";
        request->trailers = {{"X-Sum", "abc"}, {"X-Sum", QByteArray("d\0e", 3)}};
        NewEvent event;
        event.receivedAtUs = 1'700'000'000'123'456;
        event.durationUs = 42;
        event.peer = "[::1]:5";
        event.endpoint = "/a";
        event.request = request;
        event.verdict = {SignatureState::Valid, Freshness::Stale, "stripe"};
        event.provider = QStringLiteral("Stripe");
        event.eventType = "charge.succeeded";
        event.providerId = "evt_1";
        event.handshake = true;
        event.answer = std::make_shared<Answer>(Answer{202, {{"X-A", "b"}, {"x-a", "c"}}, QByteArray("o\0k", 3), 5});
        event.tags = {QStringLiteral("one"), QStringLiteral("two words")};
        event.note = QStringLiteral("ü note");
        event.pinned = true;
        const Result<EventId> id = store.add(event);
        QVERIFY(id.ok());
        store.reopen();

        const EventDetail detail = store.detail(*id);
        QCOMPARE(detail.request->head, request->head);
        QCOMPARE(detail.request->body, request->body);
        QCOMPARE(detail.request->framing, request->framing);
        QVERIFY(detail.request->trailers == request->trailers);
        QVERIFY(detail.request->chunked);
        QCOMPARE(detail.request->method, "POST");
        QCOMPARE(detail.request->target, "/a?b=c");
        QVERIFY(
            detail.request->headers == (HeaderList{{"Host", "x"}, {"X-Dup", "1"}, {"x-dup", "2"}, {"X-Fold", "a b"}}));
        QCOMPARE(detail.row.receivedAtUs, event.receivedAtUs);
        QCOMPARE(detail.row.durationUs, 42);
        QCOMPARE(detail.row.peer, event.peer);
        QCOMPARE(detail.row.endpoint, "/a");
        QVERIFY(detail.row.verdict == event.verdict);
        QCOMPARE(detail.row.provider, event.provider);
        QCOMPARE(detail.row.eventType, event.eventType);
        QCOMPARE(detail.row.providerId, event.providerId);
        QVERIFY(detail.row.handshake && detail.row.pinned);
        QCOMPARE(detail.row.status, 202);
        QCOMPARE(detail.row.tags, event.tags);
        QCOMPARE(detail.note, event.note);
        QVERIFY(detail.answer && *detail.answer == *event.answer);
    }

    void malformedBytes()
    {
        StoreFixture store;
        auto request = std::make_shared<Request>();
        request->head = QByteArray("\x16\x03\x01\0GET", 7);
        NewEvent event;
        event.state = EventState::Malformed;
        event.reason = QStringLiteral("TLS on a plain port");
        event.endpoint = "/";
        event.request = request;
        const Result<EventId> id = store.add(event);
        QVERIFY(id.ok());
        const EventDetail detail = store.detail(*id);
        QCOMPARE(detail.request->head, request->head);
        QVERIFY(detail.request->method.isEmpty() && detail.request->headers.isEmpty());
        QCOMPARE(detail.reason, event.reason);
        QCOMPARE(detail.row.state, EventState::Malformed);
        QVERIFY(!detail.answer);
    }

    void idsAreInCommitOrder()
    {
        StoreFixture store;
        std::vector<qint64> ids;
        for (int i = 0; i < 500; ++i)
            store.writer().addEvent(makeEvent("x"), [&](const Result<EventId>& id) { ids.push_back(id->v); });
        store.writer().flush();
        QCOMPARE(ids.size(), std::size_t(500));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(ids[i], qint64(i + 1));
        QCOMPARE(store.workspace().eventCount(), 500);
        QCOMPARE(store.workspace().newestId(), EventId(500));
        QCOMPARE(store.workspace().eventCounts().value("/"), 500);
        QCOMPARE(store.writer().bytesInFlight(), 0);
    }

    void repeatedAnswerIsStoredOnce()
    {
        StoreFixture store;
        for (int i = 0; i < 3; ++i) {
            NewEvent event = makeEvent("x");
            event.answer = std::make_shared<Answer>(Answer{200, {}, QByteArray(100'000, 'a'), 0});
            QVERIFY(store.add(event).ok());
        }
        store.reopen();
        QCOMPARE(store.detail(EventId(3)).answer->body.size(), 100'000);
        store.close();
        QVERIFY(QFileInfo(store.file()).size() < 500'000);
    }

    void answerOutcome()
    {
        StoreFixture store;
        QVERIFY(store.add(makeEvent("x")).ok());
        store.writer().recordAnswer(EventId(1), AnswerOutcome::Written, 777);
        store.writer().flush();
        const EventDetail detail = store.detail(EventId(1));
        QCOMPARE(detail.answerOutcome, AnswerOutcome::Written);
        QCOMPARE(detail.answeredAfterUs, 777);
    }

    void answersOfManySenders()
    {
        StoreFixture store;
        for (int i = 0; i < 600; ++i)
            QVERIFY(store.add(makeEvent(QByteArray::number(i))).ok());
        const auto record = [&](qint64 id) {
            const AnswerOutcome outcome = id % 7 == 0 ? AnswerOutcome::ClientGone : AnswerOutcome::Written;
            store.writer().recordAnswer(EventId(id), outcome, id * 1000);
        };
        // In no order, some later than their neighbors, far apart, and some never.
        for (qint64 id = 600; id > 0; --id)
            if (id % 5 != 0 && id != 301)
                record(id);
        store.writer().flush();
        for (qint64 id = 5; id <= 500; id += 5)
            record(id);
        record(301);
        store.writer().flush();
        record(1); // once more: its neighbors stay
        store.writer().flush();
        store.reopen();
        for (qint64 id = 1; id <= 600; ++id) {
            const EventDetail detail = store.detail(EventId(id));
            const bool known = id % 5 != 0 || id <= 500;
            const AnswerOutcome outcome = id % 7 == 0 ? AnswerOutcome::ClientGone : AnswerOutcome::Written;
            QCOMPARE(detail.answerOutcome, known ? outcome : AnswerOutcome::Unknown);
            QCOMPARE(detail.answeredAfterUs, known ? id * 1000 : 0);
        }
    }

    void answersGoWithTheirEvents()
    {
        StoreFixture store;
        std::vector<EventId> all;
        for (qint64 id = 1; id <= 20; ++id) {
            QVERIFY(store.add(makeEvent("x")).ok());
            store.writer().recordAnswer(EventId(id), AnswerOutcome::Written, id);
            all.push_back(EventId(id));
        }
        store.writer().flush();
        const std::vector<EventId> most(all.begin(), all.end() - 1);
        store.writer().deleteEvents(most);
        QVERIFY(store.wait([&](auto done) { store.writer().purgeDeleted(done); }).ok());
        QCOMPARE(store.detail(EventId(20)).answeredAfterUs, 20);
        store.writer().deleteEvents({EventId(20)});
        QVERIFY(store.wait([&](auto done) { store.writer().purgeDeleted(done); }).ok());
        store.close();
        Database database(store.file(), Database::Mode::ReadOnly);
        QCOMPARE(database.integer("SELECT count(*) FROM event_answer"), 0);
    }

    void bodiesAtTheEdgeOfTheHeadRow()
    {
        StoreFixture store;
        for (const qsizetype size : {maxBodyInHead - 1, maxBodyInHead, maxBodyInHead + 1}) {
            const QByteArray body(size, 'b');
            const Result<EventId> id = store.add(makeEvent(body));
            QVERIFY(id.ok());
            QCOMPARE(store.detail(*id).request->body, body);
            QCOMPARE(*store.reader().bodyNow(*id, ByteOffset(size - 2), 10), QByteArray("bb"));
            Query query;
            query.text = QStringLiteral("bbb");
            QVERIFY(store.reader().findNow(query)->contains(*id));
        }
        store.close();
        Database database(store.file(), Database::Mode::ReadOnly);
        QCOMPARE(database.integer("SELECT count(*) FROM body_chunk"), 1);
    }

    void largeBodyInOnePiece()
    {
        StoreFixture store;
        QByteArray body(3'500'000, Qt::Uninitialized);
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = char((i * 31) >> 3);
        const Result<EventId> id = store.add(makeEvent(body));
        QVERIFY(id.ok());
        QCOMPARE(store.detail(*id).request->body, body);
        const Result<QByteArray> middle = store.reader().bodyNow(*id, ByteOffset(1'048'570), 20);
        QVERIFY(middle.ok());
        QCOMPARE(*middle, body.mid(1'048'570, 20));
        QCOMPARE(store.reader().bodyNow(*id, ByteOffset(3'499'999), 20)->size(), 1);
        QVERIFY(store.reader().bodyNow(*id, ByteOffset(3'500'000), 20)->isEmpty());
        const Result<EventDetail> without = store.reader().detailNow(*id, 1'000);
        QVERIFY(without.ok() && without->request->body.isEmpty());
        QCOMPARE(without->request->bodySize, 3'500'000);
    }

    void bodyInPieces()
    {
        StoreFixture store;
        NewEvent event = makeEvent({});
        const BodyId body = store.writer().beginBody(event);
        QByteArray all;
        for (int i = 0; i < 20; ++i) {
            const QByteArray piece(100'000 + i, char('a' + i));
            all += piece;
            QVERIFY(StoreFixture::wait([&](auto done) { store.writer().appendBody(body, piece, done); }).ok());
        }
        event.bodyId = body;
        const Result<EventId> id = store.add(event);
        QVERIFY(id.ok());
        const EventDetail detail = store.detail(*id);
        QCOMPARE(detail.row.bodySize, all.size());
        QCOMPARE(detail.request->body, all);
        QCOMPARE(*store.reader().bodyNow(*id, ByteOffset(99'999), 3), all.mid(99'999, 3));
    }

    void droppedBodyLeavesNothing()
    {
        StoreFixture store;
        const BodyId body = store.writer().beginBody(makeEvent({}));
        store.writer().appendBody(body, QByteArray(500'000, 'x'), {});
        store.writer().dropBody(body);
        store.writer().flush();
        NewEvent late = makeEvent({});
        late.bodyId = body;
        QVERIFY(!store.add(late).ok());
        QCOMPARE(store.workspace().eventCount(), 0);
    }

    void asynchronousReads()
    {
        StoreFixture store;
        QVERIFY(store.add(makeEvent("x")).ok());
        std::promise<std::size_t> rows;
        store.reader().rows({EventId(1), EventId(9)}, {}, [&](const auto& read) { rows.set_value(read->size()); });
        QCOMPARE(rows.get_future().get(), std::size_t(1));
        std::promise<QByteArray> body;
        store.reader().body(EventId(1), ByteOffset(0), 10, {}, [&](const auto& read) { body.set_value(*read); });
        QCOMPARE(body.get_future().get(), QByteArray("x"));
        QCOMPARE(store.reader().detailNow(EventId(2), 1).error().code, ErrorCode::NotFound);
    }

    void changedIsSignalled()
    {
        StoreFixture store;
        QSignalSpy changed(&store.workspace(), &Workspace::changed);
        for (int i = 0; i < 1'000; ++i)
            store.writer().addEvent(makeEvent("x"), {});
        QTRY_VERIFY(!changed.isEmpty());
        store.writer().flush();
        QTRY_COMPARE(store.workspace().eventCount(), 1'000);
    }
};

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_events.moc"
