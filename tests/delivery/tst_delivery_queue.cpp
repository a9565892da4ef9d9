#include "HostileServer.h"
#include "Sending.h"
#include "delivery/DeliveryQueue.h"

#include <QSignalSpy>
#include <QTest>

using namespace creel;
using namespace creel::test;

namespace
{

class Records final : public DeliveryRecorder
{
public:
    void record(const DeliveryRecord& attempt) override { all.push_back(attempt); }
    std::vector<DeliveryRecord> all;
};

} // namespace

class TestDeliveryQueue : public QObject
{
    Q_OBJECT

    SystemClock m_clock;

    static DeliveryJob jobTo(const QByteArray& url)
    {
        DeliveryJob job;
        job.event = EventId(5);
        job.make = [url]() -> Result<BuiltRequest> {
            BuiltRequest built;
            built.request = makeRequest(url);
            built.method = "POST";
            return built;
        };
        return job;
    }

private slots:
    void recordsEachAttempt()
    {
        HostileServer server(answering(Ok));
        Sender sender;
        Records records;
        DeliveryQueue queue(sender, m_clock, &records);
        QSignalSpy idle(&queue, &DeliveryQueue::idle);
        int done = 0;
        const quint64 number = queue.add(jobTo(server.url()), [&done](const DeliveryRecord&) { ++done; });
        QVERIFY(idle.wait());
        QCOMPARE(done, 1);
        QCOMPARE(records.all.size(), std::size_t(1));
        const DeliveryRecord& record = records.all[0];
        QCOMPARE(record.delivery, number);
        QCOMPARE(record.event, EventId(5));
        QCOMPARE(record.attempt, 1);
        QCOMPARE(record.head + record.body, server.requests.value(0));
        QCOMPARE(record.result->response.status, 200);
        QVERIFY(record.startedAtUs > 0);
        QVERIFY(queue.retry(number));
        QVERIFY(idle.wait());
        QCOMPARE(records.all.size(), std::size_t(2));
        QCOMPARE(records.all[1].attempt, 2);
        QVERIFY(!queue.retry(99));
    }

    void inOrder_andNotTwiceOnFailure()
    {
        HostileServer server(answeringAndClosing(""));
        Sender sender;
        Records records;
        DeliveryQueue queue(sender, m_clock, &records);
        QSignalSpy idle(&queue, &DeliveryQueue::idle);
        for (int i = 0; i < 5; ++i)
            queue.add(jobTo(server.url()));
        QVERIFY(idle.wait());
        QCOMPARE(server.requests.size(), 5);
        QCOMPARE(records.all.size(), std::size_t(5));
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(records.all[i].delivery, quint64(i + 1));
            QVERIFY(records.all[i].result->error);
        }
    }

    void concurrency()
    {
        HostileServer server(answering("")); // never answers
        Sender sender;
        DeliveryQueue queue(sender, m_clock);
        queue.setConcurrency(3);
        for (int i = 0; i < 5; ++i)
            queue.add(jobTo(server.url()));
        QTRY_COMPARE(server.requests.size(), 3);
        QCOMPARE(queue.running(), 3);
        QCOMPARE(queue.waiting(), 2);
        QSignalSpy idle(&queue, &DeliveryQueue::idle);
        queue.cancelAll();
        QVERIFY(idle.wait());
        QCOMPARE(server.requests.size(), 3);
        QCOMPARE(queue.waiting(), 0);
    }

    void cancel()
    {
        HostileServer server(answering(""));
        Sender sender;
        Records records;
        DeliveryQueue queue(sender, m_clock, &records);
        const quint64 first = queue.add(jobTo(server.url()));
        const quint64 second = queue.add(jobTo(server.url()));
        QTRY_COMPARE(server.requests.size(), 1);
        QSignalSpy idle(&queue, &DeliveryQueue::idle);
        queue.cancel(second);
        queue.cancel(first);
        QVERIFY(idle.wait());
        QCOMPARE(records.all.size(), std::size_t(1));
        QCOMPARE(records.all[0].result->error->code, ErrorCode::Cancelled);
        QCOMPARE(server.requests.size(), 1);
    }

    void whatCanNotBeMade_isRecorded()
    {
        Sender sender;
        Records records;
        DeliveryQueue queue(sender, m_clock, &records);
        QSignalSpy idle(&queue, &DeliveryQueue::idle);
        DeliveryJob job;
        job.make = []() -> Result<BuiltRequest> { return Error{ErrorCode::Invalid, QStringLiteral("no secret")}; };
        queue.add(std::move(job));
        QVERIFY(idle.wait());
        QCOMPARE(records.all.size(), std::size_t(1));
        QCOMPARE(records.all[0].result->error->text, QStringLiteral("no secret"));
        QVERIFY(records.all[0].head.isEmpty());
    }

    // With a clock that stands still, a rate lets exactly one start.
    void rate_spacesTheStarts()
    {
        HostileServer server(answering(Ok));
        Sender sender;
        FakeClock clock;
        DeliveryQueue queue(sender, clock);
        queue.setConcurrency(8);
        queue.setRate(100);
        for (int i = 0; i < 3; ++i)
            queue.add(jobTo(server.url()));
        QTRY_COMPARE(server.requests.size(), 1);
        QTest::qWait(60);
        QCOMPARE(server.requests.size(), 1);
        clock.advanceUs(9'999);
        QTest::qWait(60);
        QCOMPARE(server.requests.size(), 1);
        clock.advanceUs(1);
        QTRY_COMPARE(server.requests.size(), 2);
        clock.advanceUs(50'000); // no burst after a pause
        QTRY_COMPARE(server.requests.size(), 3);
        QCOMPARE(queue.waiting(), 0);
    }

    void goesWhileRunning()
    {
        HostileServer server(answering(""));
        Sender sender;
        auto queue = std::make_unique<DeliveryQueue>(sender, m_clock);
        bool called = false;
        queue->add(jobTo(server.url()), [&called](const DeliveryRecord&) { called = true; });
        QTRY_COMPARE(server.requests.size(), 1);
        queue.reset();
        QTRY_COMPARE(sender.running(), 0);
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryQueue)
#include "tst_delivery_queue.moc"
