// Runs against the real Secret Service, in a D-Bus session of its own: see tests/secrets/with_keyring.sh.
#include "CliFixture.h"
#include "secrets/Answers.h"
#include "store/StoreFixture.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace creel;
using namespace creel::test;

namespace
{

QByteArray githubSignature(const QByteArray& secret, const QByteArray& body)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

NewEvent signedEvent(const QByteArray& secret)
{
    NewEvent event = makeEvent("{\"zen\":1}", "/first");
    event.endpoint = "/first";
    auto request = std::make_shared<Request>(*event.request);
    request->headers.add("X-Hub-Signature-256", githubSignature(secret, request->body));
    request->head.insert(
        request->head.size() - 2, "X-Hub-Signature-256: " + githubSignature(secret, request->body) + "\r\n");
    event.request = request;
    return event;
}

} // namespace

/** `verify --event` with the secrets that a workspace has in the keychain. */
class TestCliKeychain : public QObject
{
    Q_OBJECT

    StoreFixture m_store;
    std::unique_ptr<SecretStore> m_secrets = makeKeychainStore();

    void addEndpoint(const QByteArray& path, const QString& name, const QByteArray& secret)
    {
        Endpoint endpoint;
        endpoint.path = path;
        endpoint.scheme = "github";
        endpoint.secrets = {{0, name, {}, {}}};
        endpoint.olderSecrets = {{0, name, {}, {}}};
        std::promise<Result<Endpoint>> promise;
        m_store.writer().saveEndpoint(endpoint, [&](const Result<Endpoint>& saved) { promise.set_value(saved); });
        const Result<Endpoint> saved = promise.get_future().get();
        QVERIFY(saved.ok());
        Answers answers(*m_secrets);
        QVERIFY2(
            answers.write(saved->secrets[0].id, secret, m_store.workspace().uuid()), qPrintable(answers.error.text));
        QVERIFY2(answers.write(saved->olderSecrets[0].id, "before " + secret, m_store.workspace().uuid()),
            qPrintable(answers.error.text));
    }

    JsonValue verified(int id) const
    {
        const Ran ran = run({QStringLiteral("verify"), QStringLiteral("--event"), QString::number(id),
            QStringLiteral("--workspace"), m_store.file()});
        const std::vector<JsonValue> lines = ran.lines();
        return lines.empty() ? JsonValue() : lines.front();
    }

private slots:
    void initTestCase()
    {
        addEndpoint("/first", QStringLiteral("first"), "the first secret");
        addEndpoint("/second", QStringLiteral("second"), "the second secret");
        for (const char* secret : {"the first secret", "the second secret", "one that is nowhere",
                 "before the first secret", "before the second secret"})
            QVERIFY(m_store.add(signedEvent(secret)).ok());
    }

    void ownSecret()
    {
        const JsonValue answer = verified(1);
        QCOMPARE(text(answer, "verdict"), QByteArray("valid"));
        QCOMPARE(text(answer, "secret"), QByteArray("first"));
    }

    void anotherEndpointsSecretIsNamed()
    {
        const JsonValue answer = verified(2);
        QCOMPARE(text(answer, "verdict"), QByteArray("invalid"));
        const JsonValue* causes = answer.find("diagnosis");
        QVERIFY(causes && !causes->items().empty());
        const JsonValue& first = causes->items().front();
        QCOMPARE(text(first, "cause"), QByteArray("other_endpoint_secret"));
        QVERIFY2(text(first, "text").contains("second"), text(first, "text").constData());
        QVERIFY(!text(first, "text").contains("the second secret"));
    }

    void anOlderSecretIsNamed()
    {
        for (const auto& [id, path] : {std::pair(4, "/first"), {5, "/second"}}) {
            const JsonValue answer = verified(id);
            QCOMPARE(text(answer, "verdict"), QByteArray("invalid"));
            const JsonValue* causes = answer.find("diagnosis");
            QVERIFY(causes && !causes->items().empty());
            const JsonValue& first = causes->items().front();
            QCOMPARE(text(first, "cause"), QByteArray("other_endpoint_secret"));
            const QByteArray named = QByteArray("an older secret of ") + path;
            QVERIFY2(text(first, "text").contains(named), text(first, "text").constData());
            QVERIFY(!text(first, "text").contains("before the"));
        }
    }

    void aSecretThatIsNowhereIsNotGuessed()
    {
        const JsonValue answer = verified(3);
        QCOMPARE(text(answer, "verdict"), QByteArray("invalid"));
        const JsonValue* causes = answer.find("diagnosis");
        for (const JsonValue& cause : causes ? causes->items() : std::vector<JsonValue>())
            QVERIFY(text(cause, "cause") != "other_endpoint_secret");
    }
};

QTEST_GUILESS_MAIN(TestCliKeychain)
#include "tst_cli_keychain.moc"
