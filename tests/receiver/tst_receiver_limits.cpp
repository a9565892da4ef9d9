#include "ReceiverFixture.h"

#include <QFile>

#include <thread>

using namespace creel;
using namespace creel::test;

namespace
{

/** VmHWM and the like of this process, in bytes. */
qint64 memoryNow(const QByteArray& name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').at(0).toLongLong() * 1024;
    return -1;
}

ReceiverSettings withLimits(const std::function<void(ReceiverLimits&)>& change)
{
    ReceiverSettings settings;
    change(settings.limits);
    return settings;
}

} // namespace

/** Every limit at its edge: so much is taken, one more is refused, and both are stored. */
class TestReceiverLimits : public QObject
{
    Q_OBJECT

    static QByteArray headOfSize(qsizetype size)
    {
        const QByteArray start = "GET / HTTP/1.1\r\nHost: a\r\nX-Pad: ";
        return start + QByteArray(size - start.size() - 4, 'p') + "\r\n\r\n";
    }

private slots:
    void head()
    {
        ReceiverFixture fixture;
        QCOMPARE(fixture.client().exchange(headOfSize(64 * 1024)).status, 200);
        RawClient client = fixture.client();
        const Reply reply = client.exchange(headOfSize(64 * 1024 + 1));
        QCOMPARE(reply.status, 431);
        QCOMPARE(reply.header("Connection"), QByteArray("close"));
        QVERIFY(client.waitForClose());
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(events[0].row.state, EventState::Complete);
        QCOMPARE(events[1].row.state, EventState::Refused);
        QCOMPARE(events[1].row.status, 431);
        QVERIFY(events[1].request->head.size() >= 64 * 1024 - 1);
        QCOMPARE(fixture.receiver->stats().refused, 1);
    }

    void endlessHeadIsRefusedBeforeItEnds()
    {
        ReceiverFixture fixture;
        RawClient client = fixture.client();
        QVERIFY(client.send("GET / HTTP/1.1\r\nX: " + QByteArray(200 * 1024, 'x')));
        QCOMPARE(client.read().status, 431);
        QVERIFY(fixture.events().at(0).request->head.size() <= 64 * 1024 + 1);
    }

    void fields()
    {
        ReceiverFixture fixture;
        QByteArray full = "GET / HTTP/1.1\r\nHost: a\r\n";
        for (int i = 0; i < 255; ++i)
            full += "X-" + QByteArray::number(i) + ": 1\r\n";
        QCOMPARE(fixture.client().exchange(full + "\r\n").status, 200);
        QCOMPARE(fixture.client().exchange(full + "One: more\r\n\r\n").status, 431);
        QCOMPARE(fixture.events().at(1).row.state, EventState::Refused);
    }

    void body_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::newRow("in memory") << qint64(1'000);
        QTest::newRow("streamed") << qint64(1'000'000);
    }
    void body()
    {
        QFETCH(qint64, limit);
        ReceiverFixture fixture(withLimits([&](ReceiverLimits& limits) { limits.bodyBytes = limit; }));
        const QByteArray fits(limit, 'b');
        QCOMPARE(fixture.client().exchange(post("/", fits)).status, 200);
        // By its length, before a byte of it.
        RawClient announced = fixture.client();
        QVERIFY(announced.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(limit + 1) + "\r\n\r\n"));
        QCOMPARE(announced.read().status, 413);
        // In chunks, at the byte that is too much.
        const QByteArray chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        const auto chunk = [](const QByteArray& data) {
            return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
        };
        QCOMPARE(fixture.client().exchange(chunked + chunk(fits) + "0\r\n\r\n").status, 200);
        RawClient over = fixture.client();
        QVERIFY(over.send(chunked + chunk(fits) + chunk("x")));
        QCOMPARE(over.read().status, 413);
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(4));
        QCOMPARE(events[0].request->body, fits);
        QCOMPARE(events[1].row.state, EventState::Refused);
        QCOMPARE(events[1].row.bodySize, 0);
        QCOMPARE(events[2].request->body, fits);
        QCOMPARE(events[3].row.state, EventState::Refused);
        QCOMPARE(events[3].row.bodySize, limit);
    }

    void refusedSenderReadsItsAnswerThoughItGoesOnSending()
    {
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.bodyBytes = 1'000; }));
        RawClient client = fixture.client();
        QVERIFY(
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(3'000'000, 'x')));
        QCOMPARE(client.read().status, 413);
    }

    void slowHeadTimesOutByDeadline()
    {
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.headTimeoutMs = 300; }));
        RawClient client = fixture.client();
        const QByteArray drip = "GET /slow HTTP/1.1\r\nX: " + QByteArray(10'000, 'x');
        QElapsedTimer timer;
        timer.start();
        Reply reply;
        qsizetype sent = 0;
        while (reply.status == 0 && timer.elapsed() < 10'000) { // each byte is progress and does not help
            client.send(drip.mid(sent++, 1));
            reply = client.read(false, 20);
        }
        QCOMPARE(reply.status, 408);
        QVERIFY(timer.elapsed() >= 300);
        const EventDetail event = fixture.events().at(0);
        QCOMPARE(event.row.state, EventState::Refused);
        QVERIFY(!event.request->head.isEmpty());
        QVERIFY(drip.startsWith(event.request->head));
    }

    void idleIsClosedWithoutAnEvent()
    {
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.idleTimeoutMs = 1'000; }));
        RawClient silent = fixture.client();
        RawClient used = fixture.client();
        QCOMPARE(used.exchange(post("/", "")).status, 200);
        QVERIFY(silent.waitForClose());
        QVERIFY(used.waitForClose());
        QCOMPARE(silent.rest(), QByteArray());
        QCOMPARE(fixture.events().size(), std::size_t(1));
    }

    void stalledBodyTimesOut()
    {
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.idleTimeoutMs = 1'000; }));
        RawClient client = fixture.client();
        QCOMPARE(client.exchange("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc").status, 408);
        const EventDetail event = fixture.events().at(0);
        QCOMPARE(event.row.state, EventState::Refused);
        QCOMPARE(event.request->body, QByteArray("abc"));
    }

    void delayedAnswerOutlastsTheIdleTime()
    {
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.idleTimeoutMs = 500; }));
        Answer slow;
        slow.delayMs = 1'500;
        fixture.setEndpoints({entryFor("/", slow)});
        QCOMPARE(fixture.client().exchange(post("/", "")).status, 200);
    }

    void connections()
    {
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.connections = 20; }));
        std::vector<RawClient> open;
        for (int i = 0; i < 20; ++i) {
            open.push_back(fixture.client());
            QCOMPARE(open.back().exchange(post("/", "")).status, 200);
        }
        RawClient over = fixture.client();
        const Reply reply = over.exchange(post("/over", "abc"));
        QCOMPARE(reply.status, 503);
        QVERIFY(over.waitForClose());
        RawClient silent = fixture.client();
        QCOMPARE(silent.read().status, 503); // nothing sent is refused as well
        for (RawClient& client : open)
            QCOMPARE(client.exchange(post("/", "")).status, 200);
        open.pop_back();
        for (int i = 0; i < 200 && fixture.receiver->stats().connections > 19; ++i)
            QTest::qSleep(10);
        QCOMPARE(fixture.client().exchange(post("/again", "")).status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(43));
        QCOMPARE(events[20].row.state, EventState::Refused);
        QCOMPARE(events[20].row.target, QByteArray("/over"));
        QCOMPARE(events[21].row.state, EventState::Refused);
    }

    void backPressureDropsNothing()
    {
        // Less room than what is sent: reading stops and goes on, and all of it arrives.
        ReceiverFixture fixture(withLimits([](ReceiverLimits& limits) { limits.bytesInFlight = 64 * 1024; }));
        constexpr int senders = 8;
        constexpr int each = 6;
        std::atomic<int> acknowledged = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < senders; ++i)
            threads.emplace_back([&, i] {
                RawClient client = fixture.client();
                for (int n = 0; n < each; ++n)
                    acknowledged +=
                        client.exchange(post("/", QByteArray(1'000 + 150'000 * (n % 3), char('a' + i)))).status == 200;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(acknowledged.load(), senders * each);
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(senders * each));
        for (const EventDetail& event : events)
            QCOMPARE(event.request->body, QByteArray(event.row.bodySize, event.request->body.at(0)));
    }

    void largeBodiesAreStreamed()
    {
        ReceiverFixture fixture;
        QByteArray block(1024 * 1024, '\0');
        for (qsizetype i = 0; i < block.size(); ++i)
            block[i] = char(i * 131 % 251);
        RawClient warm = fixture.client();
        QCOMPARE(warm.exchange(post("/", block)).status, 200);
        [[maybe_unused]] const qint64 before = memoryNow("VmRSS");
        constexpr int megabytes = 100;
        RawClient client = fixture.client();
        QVERIFY(client.send("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: "
            + QByteArray::number(qint64(megabytes) * block.size()) + "\r\n\r\n"));
        for (int i = 0; i < megabytes; ++i)
            QVERIFY(client.send(block));
        QCOMPARE(client.read(false, 60'000).status, 200);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        // The peak of the whole process, page cache of the store's files included.
        const qint64 grown = memoryNow("VmHWM") - before;
        QVERIFY2(grown < 48 * 1024 * 1024, QByteArray::number(grown).constData());
#endif
        fixture.workspace->writer().flush();
        const auto set = fixture.workspace->reader().findNow(Query());
        QVERIFY(set);
        const EventId id = set->newest();
        QCOMPARE(fixture.workspace->reader().detailNow(id, 0)->row.bodySize, qint64(megabytes) * block.size());
        for (const int part : {0, 57, megabytes - 1}) {
            const auto bytes =
                fixture.workspace->reader().bodyNow(id, ByteOffset(qint64(part) * block.size()), block.size());
            QVERIFY(bytes);
            QVERIFY(*bytes == block);
        }
    }

    void largeBodyCutOffIsIncomplete()
    {
        ReceiverFixture fixture;
        {
            RawClient client = fixture.client();
            QVERIFY(client.send(
                "POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n" + QByteArray(1'500'000, 'x')));
            for (int i = 0; i < 500 && fixture.workspace->writer().bytesInFlight() == 0; ++i)
                QTest::qSleep(1);
        }
        const auto events = fixture.waitForEvents(1);
        QCOMPARE(events.at(0).row.state, EventState::Incomplete);
        QCOMPARE(events.at(0).row.bodySize, 1'500'000);
        QCOMPARE(events.at(0).request->body, QByteArray(1'500'000, 'x'));
    }
};

QTEST_GUILESS_MAIN(TestReceiverLimits)
#include "tst_receiver_limits.moc"
