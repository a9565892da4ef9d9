#include "StoreFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace creel;
using namespace creel::test;

class TestEndpoints : public QObject
{
    Q_OBJECT

    static Result<Endpoint> save(EventWriter& writer, const Endpoint& endpoint)
    {
        std::promise<Result<Endpoint>> promise;
        writer.saveEndpoint(endpoint, [&](const Result<Endpoint>& saved) { promise.set_value(saved); });
        return promise.get_future().get();
    }
    static Endpoint example()
    {
        Endpoint endpoint;
        endpoint.path = "/stripe";
        endpoint.name = QStringLiteral("Stripe, live");
        endpoint.scheme = "stripe";
        endpoint.secrets = {{0, QStringLiteral("live"), QStringLiteral("whsec_…9f2c"), {}},
            {0, QStringLiteral("key"), {}, QByteArray("\0pub", 4)}};
        endpoint.olderSecrets = {{0, QStringLiteral("live"), QStringLiteral("whsec_…1a2b"), {}},
            {0, QStringLiteral("before"), QStringLiteral("whsec_…0000"), {}}};
        endpoint.settings = {{"account", "acct_1"}, {"", "x"}};
        endpoint.publicUrl = "https://example.org/stripe";
        endpoint.answer = Answer{201, {{"A", "b"}}, "thanks", 12};
        endpoint.answerHandshakes = false;
        endpoint.handshake = "meta";
        endpoint.position = 3;
        return endpoint;
    }

private slots:
    void matching()
    {
        std::vector<Endpoint> list(4);
        list[1].path = "/a";
        list[2].path = "/a/b";
        list[3].path = "/c/";
        QCOMPARE(matchEndpoint(list, "/a"), 1);
        QCOMPARE(matchEndpoint(list, "/a/x"), 1);
        QCOMPARE(matchEndpoint(list, "/ab"), 0);
        QCOMPARE(matchEndpoint(list, "/a/b/c"), 2);
        QCOMPARE(matchEndpoint(list, "/c"), 3);
        QCOMPARE(matchEndpoint(list, "/c/d"), 3);
        QCOMPARE(matchEndpoint(list, "/cd"), 0);
        QCOMPARE(matchEndpoint(list, "*"), 0);
    }

    void rootIsAlwaysThere()
    {
        StoreFixture store;
        QCOMPARE(store.workspace().endpoints()->size(), std::size_t(1));
        const Endpoint root = store.workspace().endpoints()->front();
        QCOMPARE(root.path, "/");
        QVERIFY(root.answer == Answer());
        QVERIFY(!StoreFixture::wait([&](auto done) { store.writer().deleteEndpoint(root.id, done); }).ok());
        Endpoint moved = root;
        moved.path = "/elsewhere";
        QVERIFY(!save(store.writer(), moved).ok());
    }

    void saveAndReopen()
    {
        StoreFixture store;
        QSignalSpy changed(&store.workspace(), &Workspace::endpointsChanged);
        const Result<Endpoint> saved = save(store.writer(), example());
        QVERIFY(saved.ok());
        QVERIFY(saved->id.isValid() && saved->secrets[0].id > 0 && saved->secrets[1].id > 0);
        QTRY_COMPARE(changed.size(), 1);
        store.reopen();
        QCOMPARE(store.workspace().endpoints()->size(), std::size_t(2));
        QVERIFY(store.workspace().endpoints()->back() == *saved);

        Endpoint again = *saved;
        again.secrets.erase(again.secrets.begin());
        again.path = "/other";
        QVERIFY(save(store.writer(), again).ok());
        QVERIFY(store.workspace().endpoints()->back() == again);
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().deleteEndpoint(again.id, done); }).ok());
        QCOMPARE(store.workspace().endpoints()->size(), std::size_t(1));
    }

    void takenNames()
    {
        StoreFixture store;
        QVERIFY(save(store.writer(), example()).ok());
        QCOMPARE(save(store.writer(), example()).error().code, ErrorCode::Invalid); // path
        Endpoint other = example();
        other.path = "/b";
        QVERIFY(!save(store.writer(), other).ok()); // name of a secret
        other.secrets.clear();
        QVERIFY(save(store.writer(), other).ok());
        other.path = "nothing";
        QVERIFY(!save(store.writer(), other).ok());
    }

    void settingsAndRetention()
    {
        StoreFixture store;
        QVERIFY(
            StoreFixture::wait([&](auto done) { store.writer().setSetting("k", QByteArray("v\0w", 3), done); }).ok());
        QCOMPARE(*store.reader().settingNow("k"), QByteArray("v\0w", 3));
        QVERIFY(store.reader().settingNow("other")->isEmpty());
        QVERIFY(StoreFixture::wait([&](auto done) { store.writer().setRetention({10, 20, 30}, done); }).ok());
        store.reopen();
        QVERIFY(store.workspace().retention() == (Retention{10, 20, 30}));
    }

    void otherProcessIsSeen()
    {
        // A second Workspace of the same file has connections of its own, as another process has.
        StoreFixture store;
        const Result<std::unique_ptr<Workspace>> other = Workspace::open(store.file());
        QVERIFY(other.ok());
        QSignalSpy endpoints(other->get(), &Workspace::endpointsChanged);
        QSignalSpy changed(other->get(), &Workspace::changed);
        QVERIFY(save(store.writer(), example()).ok());
        QTRY_COMPARE(endpoints.size(), 1);
        QCOMPARE((*other)->endpoints()->size(), std::size_t(2));
        changed.clear();
        QVERIFY(store.add(makeEvent("x")).ok());
        QTRY_COMPARE((*other)->newestId(), EventId(1));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE((*other)->eventCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
