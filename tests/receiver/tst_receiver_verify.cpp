#include "ReceiverFixture.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace creel;
using namespace creel::test;

namespace
{

const QByteArray secretText = "It's a Secret to Everybody";

/** An endpoint that verifies by a scheme of the catalogue. */
EndpointTable::Entry verifying(const SchemeCatalog& catalog, const QByteArray& scheme, const QByteArray& secret)
{
    EndpointTable::Entry entry = entryFor("/");
    entry.endpoint.scheme = scheme;
    std::vector<NamedSecret> secrets;
    secrets.push_back({QStringLiteral("main"), SecretBytes(secret)});
    entry.verifier = std::make_shared<const Verifier>(catalog.find(scheme), std::move(secrets), SchemeSettings());
    return entry;
}

QByteArray githubHeaders(const QByteArray& body, const QByteArray& secret = secretText)
{
    return "X-GitHub-Event: issues\r\nX-GitHub-Delivery: 72d3162e-cc78-11e3-81ab-4c9367dc0958\r\n"
           "X-Hub-Signature-256: sha256="
        + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex() + "\r\n";
}

} // namespace

/** The verdict that is stored with an event, judged on the worker as the body comes. */
class TestReceiverVerify : public QObject
{
    Q_OBJECT
    std::shared_ptr<const SchemeCatalog> m_catalog = SchemeCatalog::load();

private slots:
    void verdictIsStored_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("empty") << qsizetype(0);
        QTest::newRow("small") << qsizetype(1'000);
        QTest::newRow("one piece") << qsizetype(256 * 1024);
        QTest::newRow("streamed") << qsizetype(256 * 1024 + 1);
        QTest::newRow("3 MB") << qsizetype(3'000'000);
    }
    void verdictIsStored()
    {
        QFETCH(qsizetype, size);
        QVERIFY(m_catalog->find("github"));
        ReceiverFixture fixture;
        fixture.setEndpoints({verifying(*m_catalog, "github", secretText)}, m_catalog);
        QByteArray body(size, '\0');
        for (qsizetype i = 0; i < size; ++i)
            body[i] = char(i * 7);
        RawClient client = fixture.client();
        QCOMPARE(client.exchange(post("/", body, githubHeaders(body))).status, 200);
        QCOMPARE(client.exchange(post("/", body, githubHeaders(body, "another secret"))).status, 200);
        QCOMPARE(client.exchange(post("/", body)).status, 200);
        const auto events = fixture.events();
        QCOMPARE(events.size(), std::size_t(3));
        QCOMPARE(events[0].row.verdict.signature, SignatureState::Valid);
        QCOMPARE(events[0].row.verdict.scheme, QByteArray("github"));
        QCOMPARE(events[0].row.eventType, QByteArray("issues"));
        QCOMPARE(events[0].row.providerId, QByteArray("72d3162e-cc78-11e3-81ab-4c9367dc0958"));
        QVERIFY(!events[0].row.provider.isEmpty());
        QCOMPARE(events[1].row.verdict.signature, SignatureState::Invalid);
        QCOMPARE(events[2].row.verdict.signature, SignatureState::Missing);
        for (const EventDetail& event : events)
            QVERIFY(event.request->body == body);
    }

    void chunkedIsVerifiedOverTheBodyAlone()
    {
        ReceiverFixture fixture;
        fixture.setEndpoints({verifying(*m_catalog, "github", secretText)}, m_catalog);
        QCOMPARE(fixture.client()
                     .exchange("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" + githubHeaders("abcde")
                         + "\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                     .status,
            200);
        QCOMPARE(fixture.events().at(0).row.verdict.signature, SignatureState::Valid);
    }

    void cutOffIsNotVerified()
    {
        ReceiverFixture fixture;
        fixture.setEndpoints({verifying(*m_catalog, "github", secretText)}, m_catalog);
        {
            RawClient client = fixture.client();
            const QByteArray whole = post("/", "abcdef", githubHeaders("abcdef"));
            QVERIFY(client.send(whole.chopped(1)));
            while (fixture.receiver->stats().connections == 0)
                QTest::qSleep(5);
        }
        const EventDetail event = fixture.waitForEvents(1).at(0);
        QCOMPARE(event.row.state, EventState::Incomplete);
        QCOMPARE(event.row.verdict, StoredVerdict());
    }

    /** Content read out of the body cannot be streamed: from memory up to 1 MiB, later from the store. */
    void whatCannotBeStreamedIsVerifiedUpToItsLimit()
    {
        const auto scheme = m_catalog->find("webhookdo-envelope");
        QVERIFY(scheme);
        ReceiverFixture fixture;
        fixture.setEndpoints({verifying(*m_catalog, "webhookdo-envelope", secretText)}, m_catalog);
        RawClient client = fixture.client();
        const auto envelope = [](qsizetype size) {
            const QByteArray start = "{\"id\":\"1\",\"event_type\":\"t\",\"timestamp\":\"2020-01-01T00:00:00Z\","
                                     "\"signature\":\"sha256=00\",\"payload\":\"";
            return start + QByteArray(size - start.size() - 2, 'p') + "\"}";
        };
        QCOMPARE(client.exchange(post("/", envelope(1024 * 1024))).status, 200);
        QCOMPARE(client.exchange(post("/", envelope(1024 * 1024 + 1))).status, 200);
        const auto events = fixture.events();
        QVERIFY(events[0].row.verdict.signature != SignatureState::Unverified);
        QCOMPARE(events[1].row.verdict.signature, SignatureState::Unverified);
    }
};

QTEST_GUILESS_MAIN(TestReceiverVerify)
#include "tst_receiver_verify.moc"
