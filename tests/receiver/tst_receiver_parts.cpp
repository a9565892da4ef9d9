#include "base/Clock.h"
#include "receiver/Binding.h"
#include "receiver/EndpointTable.h"
#include "receiver/Poller.h"
#include "receiver/PortOwner.h"
#include "receiver/ResponseRules.h"
#include "receiver/Socket.h"
#include "receiver/TimerWheel.h"

#include <QTcpServer>
#include <QTest>

#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>

using namespace creel;

class TestReceiverParts : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Poller> makePoller(bool portable)
    {
        return portable ? Poller::makePortable() : Poller::make();
    }
    static void pollers()
    {
        QTest::addColumn<bool>("portable");
        QTest::newRow("of this system") << false;
        QTest::newRow("of every system") << true;
    }

private slots:
    void pollerTellsWhatIsReady_data() { pollers(); }
    void pollerTellsWhatIsReady()
    {
        QFETCH(bool, portable);
        const auto poller = makePoller(portable);
        QVERIFY(poller);
        int pair[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
        Socket near{qintptr(pair[0])};
        Socket far{qintptr(pair[1])};
        QVERIFY(poller->add(near.descriptor(), 7, Poller::Read));
        std::vector<Poller::Ready> ready;
        poller->wait(ready, 0);
        QVERIFY(ready.empty());

        QCOMPARE(far.write("x").bytes, 1);
        poller->wait(ready, 5'000);
        QCOMPARE(ready.size(), std::size_t(1));
        QCOMPARE(ready[0].token, quint64(7));
        QCOMPARE(ready[0].flags, quint8(Poller::Read));

        poller->change(near.descriptor(), 8, Poller::Write);
        poller->wait(ready, 5'000);
        QCOMPARE(ready.size(), std::size_t(1));
        QCOMPARE(ready[0].token, quint64(8));
        QCOMPARE(ready[0].flags, quint8(Poller::Write));

        far.close();
        poller->change(near.descriptor(), 8, Poller::None);
        poller->wait(ready, 5'000);
        QCOMPARE(ready.size(), std::size_t(1));
        QVERIFY(ready[0].flags & Poller::Hangup);

        poller->remove(near.descriptor());
        poller->wait(ready, 0);
        QVERIFY(ready.empty());
    }

    void pollerForgetsTheRightOne_data() { pollers(); }
    void pollerForgetsTheRightOne()
    {
        QFETCH(bool, portable);
        const auto poller = makePoller(portable);
        std::vector<Socket> near;
        std::vector<Socket> far;
        for (int i = 0; i < 5; ++i) {
            int pair[2];
            QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
            near.emplace_back(qintptr(pair[0]));
            far.emplace_back(qintptr(pair[1]));
            poller->add(near.back().descriptor(), quint64(i), Poller::Read);
            far.back().write("x");
        }
        poller->remove(near[1].descriptor());
        poller->remove(near[4].descriptor());
        std::vector<Poller::Ready> ready;
        poller->wait(ready, 5'000);
        std::vector<quint64> tokens;
        for (const auto& one : ready)
            tokens.push_back(one.token);
        std::sort(tokens.begin(), tokens.end());
        QCOMPARE(tokens, (std::vector<quint64>{0, 2, 3}));
    }

    void pollerIsWoken_data() { pollers(); }
    void pollerIsWoken()
    {
        QFETCH(bool, portable);
        const auto poller = makePoller(portable);
        std::vector<Poller::Ready> ready;
        poller->wake();
        poller->wait(ready, -1); // woken before
        std::thread other([&] { poller->wake(); });
        poller->wait(ready, -1); // and while it waits
        other.join();
        QVERIFY(ready.empty());
    }

    void wheelTellsEachOnceAndNotBefore()
    {
        TimerWheel wheel(0);
        std::vector<TimerWheel::Entry> due;
        QCOMPARE(wheel.nextMs(0), -1);
        wheel.add(1, 25'000);
        wheel.add(2, 10'000);
        wheel.add(3, 120'000'000); // more than one turn away
        wheel.add(4, -5); // long past
        QCOMPARE(wheel.nextMs(0), 10);
        wheel.advance(9'999, due);
        QVERIFY(due.empty());
        wheel.advance(10'000, due);
        QCOMPARE(due.size(), std::size_t(2));
        wheel.advance(20'000, due);
        QVERIFY(due.empty());
        wheel.advance(5'000'000, due);
        QCOMPARE(due.size(), std::size_t(1));
        QCOMPARE(due[0].token, quint64(1));
        QCOMPARE(due[0].at, qint64(25'000));
        for (qint64 now = 5'000'000; now < 120'000'000; now += 1'000'000) {
            wheel.advance(now, due);
            QVERIFY(due.empty());
        }
        wheel.advance(400'000'000, due); // after a long sleep of the machine
        QCOMPARE(due.size(), std::size_t(1));
        QCOMPARE(due[0].token, quint64(3));
        QVERIFY(wheel.isEmpty());
    }

    void endpointMatches_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("endpoint");
        QTest::newRow("itself") << QByteArray("/stripe") << QByteArray("/stripe");
        QTest::newRow("below") << QByteArray("/stripe/a/b") << QByteArray("/stripe");
        QTest::newRow("not at a slash") << QByteArray("/stripes") << QByteArray("/");
        QTest::newRow("the longest") << QByteArray("/stripe/live/x") << QByteArray("/stripe/live");
        QTest::newRow("with a slash at its end") << QByteArray("/git/") << QByteArray("/git/");
        QTest::newRow("below that") << QByteArray("/git/hub") << QByteArray("/git/");
        QTest::newRow("letter case counts") << QByteArray("/Stripe") << QByteArray("/");
        QTest::newRow("asterisk") << QByteArray("*") << QByteArray("/");
        QTest::newRow("root") << QByteArray("/") << QByteArray("/");
    }
    void endpointMatches()
    {
        QFETCH(QByteArray, path);
        EndpointTable table;
        for (const char* one : {"/stripe/live", "/", "/stripe", "/git/"}) {
            table.entries.emplace_back();
            table.entries.back().endpoint.path = one;
        }
        QTEST(table.match(path).endpoint.path, "endpoint");
        QCOMPARE(EndpointTable().match(path).endpoint.path, QByteArray("/"));
    }

    void verificationUrlIsWhatTheProviderWasGiven_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("publicUrl");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("as it arrived") << QByteArray("/") << QByteArray() << QByteArray("/a?b=1")
                                       << QByteArray("http://h:1/a?b=1");
        QTest::newRow("absolute") << QByteArray("/") << QByteArray() << QByteArray("https://x.io/a")
                                  << QByteArray("https://x.io/a");
        QTest::newRow("public") << QByteArray("/s") << QByteArray("https://x.io/hook") << QByteArray("/s")
                                << QByteArray("https://x.io/hook");
        QTest::newRow("below, with query") << QByteArray("/s") << QByteArray("https://x.io/hook")
                                           << QByteArray("/s/t?q=%20") << QByteArray("https://x.io/hook/t?q=%20");
        QTest::newRow("catch-all, root") << QByteArray("/") << QByteArray("https://x.io") << QByteArray("/")
                                         << QByteArray("https://x.io");
        QTest::newRow("catch-all, below")
            << QByteArray("/") << QByteArray("https://x.io/") << QByteArray("/a") << QByteArray("https://x.io/a");
        QTest::newRow("slash kept") << QByteArray("/s") << QByteArray("https://x.io/hook/") << QByteArray("/s")
                                    << QByteArray("https://x.io/hook/");
    }
    void verificationUrlIsWhatTheProviderWasGiven()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, publicUrl);
        QFETCH(QByteArray, target);
        Endpoint endpoint;
        endpoint.path = path;
        endpoint.publicUrl = publicUrl;
        Request request;
        request.target = target;
        request.headers.add("host", "h:1");
        QTEST(verificationUrl(endpoint, request), "url");
    }

    void answerOnTheWire()
    {
        Answer answer;
        answer.status = 201;
        answer.headers = {
            {"X-a", "1"}, {"x-A", "2"}, {"content-length", "99"}, {"Bad name", "x"}, {"X-b", "1\r\nEvil: 1"}};
        answer.body = "hi";
        QCOMPARE(toWire(answer, {1, true, true}, "D"),
            QByteArray("HTTP/1.1 201 Created\r\nDate: D\r\nX-a: 1\r\nx-A: 2\r\nContent-Length: 2\r\n\r\nhi"));
        QCOMPARE(toWire(answer, {1, false, false}, "D"),
            QByteArray("HTTP/1.1 201 Created\r\nDate: D\r\nX-a: 1\r\nx-A: 2\r\nContent-Length: 2\r\nConnection: "
                       "close\r\n\r\n"));
        answer = {204, {}, "not sent", 0};
        QCOMPARE(toWire(answer, {0, true, true}, "D"),
            QByteArray("HTTP/1.1 204 No Content\r\nDate: D\r\nConnection: keep-alive\r\n\r\n"));
    }

    void datesAreImfFixdate() { QCOMPARE(httpDate(784'111'777'000'000), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")); }

    void portOwnerIsNamed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString owner = portOwner(server.serverPort());
        QVERIFY2(owner.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(owner));
        const quint16 port = server.serverPort();
        server.close();
        QCOMPARE(portOwner(port), QString());
    }

    void takenPortIsToldOrLeft()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto fixed = bindAddress({}, server.serverPort(), true);
        QVERIFY(!fixed);
        QCOMPARE(fixed.error().code, ErrorCode::Io);
        QVERIFY2(fixed.error().text.contains(QString::number(server.serverPort())), qPrintable(fixed.error().text));
        QVERIFY2(fixed.error().text.contains(QStringLiteral("tst_receiver_p")), qPrintable(fixed.error().text));
        const auto next = bindAddress({}, server.serverPort(), false);
        QVERIFY(next);
        QVERIFY(next->port > server.serverPort());
    }

    void takenForIpv6IsTakenToo()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("no IPv6 here");
        QVERIFY(!bindAddress({}, server.serverPort(), true));
        QVERIFY(bindAddress(QStringLiteral("127.0.0.1"), server.serverPort(), true));
    }

    void addressesAreChecked()
    {
        const auto bad = bindAddress(QStringLiteral("not an address"), 0, true);
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::Invalid);
        QCOMPARE(bindingUrl({}, 4747), QStringLiteral("http://127.0.0.1:4747"));
        QCOMPARE(bindingUrl(QStringLiteral("::1"), 80), QStringLiteral("http://[::1]:80"));
        QCOMPARE(bindingUrl(QStringLiteral("0.0.0.0"), 80), QStringLiteral("http://127.0.0.1:80"));
    }

    void descriptorLimitIsRaised()
    {
        rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit low = {std::min<rlim_t>(256, before.rlim_max), before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
        raiseDescriptorLimit();
        rlimit after = {};
        ::getrlimit(RLIMIT_NOFILE, &after);
        QCOMPARE(after.rlim_cur, after.rlim_max);
    }
};

QTEST_GUILESS_MAIN(TestReceiverParts)
#include "tst_receiver_parts.moc"
