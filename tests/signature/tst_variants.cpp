#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/SignSteps.h"
#include "signature/Signer.h"
#include "signature/TestKeys.h"
#include "signature/Verifier.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 nowUs = 1'767'322'800'000'000;

QByteArray hmac(const QByteArray& content, QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    return QMessageAuthenticationCode::hash(content, "secret", algorithm);
}

} // namespace

/** Forms that a provider's own library takes beside the usual one. */
class TestVariants : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_catalog = SchemeCatalog::load(); }
    void boxSignsEscapedCharacters();
    void trelloSignsLowBytes();
    void streamSignsBeforeCompression();
    void mailgunSendsMultipart();
    void idInTheBodyIsTheOneThatIsSigned();
    void structuredFieldsAreWrittenStrictly_data();
    void structuredFieldsAreWrittenStrictly();
    void certificatesStandAtTheProvider_data();
    void certificatesStandAtTheProvider();

private:
    Verification verify(const char* id, const SignedMessage& message) const
    {
        std::vector<NamedSecret> secrets;
        secrets.push_back({QString(), SecretBytes(QByteArrayView("secret"))});
        return Verifier(m_catalog->find(id), std::move(secrets), {}).verify(message, nowUs);
    }
    std::shared_ptr<const SchemeCatalog> m_catalog;
};

void TestVariants::boxSignsEscapedCharacters()
{
    const QByteArray time = "2026-01-02T02:59:50Z";
    const QByteArray body = "{\"name\":\"J\xC3\xA9r\xC3\xB4me \xF0\x9F\x98\x80\"}";
    const QByteArray escaped = R"({"name":"J\u00e9r\u00f4me \ud83d\ude00"})";
    for (const QByteArray& content : {body, escaped}) {
        SignedMessage message{"POST", "https://example.com/", {{"BOX-DELIVERY-TIMESTAMP", time}}, body};
        message.headers.add("BOX-SIGNATURE-PRIMARY", hmac(content + time).toBase64());
        QCOMPARE(verify("box", message).verdict(), Verdict::Valid);
        message.body.replace("name", "game");
        QCOMPARE(verify("box", message).signature, SignatureState::Invalid);
    }
}

void TestVariants::trelloSignsLowBytes()
{
    const QByteArray url = "https://example.com/in";
    const QByteArray body = "{\"name\":\"J\xC3\xA9r\xC3\xB4me \xE2\x82\xAC\"}";
    for (const QByteArray& content : {body, QByteArray("{\"name\":\"J\xE9r\xF4me \xAC\"}")}) {
        SignedMessage message{"POST", url, {}, body};
        message.headers.add("X-Trello-Webhook", hmac(content + url, QCryptographicHash::Sha1).toBase64());
        QCOMPARE(verify("trello", message).verdict(), Verdict::Valid);
        message.url += '/';
        QCOMPARE(verify("trello", message).signature, SignatureState::Invalid);
    }
    // A byte order mark is a change like any other.
    SignedMessage marked{"POST", url, {}, "\xEF\xBB\xBF" + body};
    marked.headers.add("X-Trello-Webhook", hmac(body + url, QCryptographicHash::Sha1).toBase64());
    QCOMPARE(verify("trello", marked).signature, SignatureState::Invalid);
}

void TestVariants::streamSignsBeforeCompression()
{
    const QByteArray json = "{\"type\":\"message.new\"}";
    SignedMessage message{"POST", "https://example.com/", {{"X-Signature", hmac(json).toHex()}}, json};
    QCOMPARE(verify("getstream", message).verdict(), Verdict::Valid);
    message.headers.add("Content-Encoding", "deflate");
    message.body = qCompress(json).sliced(4); // Qt puts four bytes of length before it
    QCOMPARE(verify("getstream", message).verdict(), Verdict::Valid);
    message.body = qCompress(json + ' ').sliced(4);
    QCOMPARE(verify("getstream", message).signature, SignatureState::Invalid);
}

void TestVariants::mailgunSendsMultipart()
{
    const QByteArray time = "1767322790";
    const QByteArray token = "0123456789abcdef";
    const auto field = [](const QByteArray& name, const QByteArray& value) {
        return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    };
    SignedMessage message{"POST", "https://example.com/", {{"Content-Type", "multipart/form-data; boundary=B"}},
        field("subject", "hi") + field("timestamp", time) + field("token", token)
            + field("signature", hmac(time + token).toHex()) + "--B--\r\n"};
    QCOMPARE(verify("mailgun", message).verdict(), Verdict::Valid);
    message.body.replace(token, "0123456789abcdee");
    QCOMPARE(verify("mailgun", message).signature, SignatureState::Invalid);
}

void TestVariants::idInTheBodyIsTheOneThatIsSigned()
{
    const auto envelope = m_catalog->find("webhookdo-envelope");
    SigningInput input;
    input.nowUs = nowUs;
    input.id = "another";
    for (const char* body : {R"({"id":"evt_1","payload":{"a":1}})", R"({"payload":{"a":1}})"}) {
        input.message = {"POST", "https://example.com/", {}, body};
        const auto made = sign(*envelope, SecretBytes(QByteArrayView("secret")), {}, input);
        QVERIFY(made.ok());
        QCOMPARE(verify("webhookdo-envelope", applied(input.message, *made)).verdict(), Verdict::Valid);
    }
}

void TestVariants::structuredFieldsAreWrittenStrictly_data()
{
    QTest::addColumn<QByteArray>("component");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("sf") << QByteArray("\"x-list\";sf") << QByteArray("a;p=\"( ,\\\" \";q, (x y);r, b");
    QTest::newRow("member") << QByteArray("\"x-dict\";key=\"one\"") << QByteArray("1;p=2");
    QTest::newRow("member that is true") << QByteArray("\"x-dict\";key=\"yes\"") << QByteArray("?1");
    QTest::newRow("true, with a parameter") << QByteArray("\"x-dict\";key=\"also\"") << QByteArray("?1;p=3");
    QTest::newRow("bytes") << QByteArray("\"x-empty\";bs") << QByteArray("::");
}

/** RFC 9421, section 2.1: the parameters of a component. */
void TestVariants::structuredFieldsAreWrittenStrictly()
{
    QFETCH(QByteArray, component);
    QFETCH(QByteArray, value);
    const QByteArray input = '(' + component + ");created=1767322790;alg=\"hmac-sha256\"";
    const QByteArray signature = hmac(component + ": " + value + "\n\"@signature-params\": " + input).toBase64();
    SignedMessage message{"POST", "https://example.com/",
        {{"X-List", " a;  p=\"( ,\\\" \";q=?1 ,(  x   y );r"}, {"X-List", "b"}, {"X-Dict", "one=1;p=2,yes , also;p=3"},
            {"X-Empty", ""}, {"Signature-Input", "sig1=" + input}, {"Signature", "sig1=:" + signature + ':'}},
        {}};
    std::vector<NamedSecret> secrets;
    secrets.push_back({QString(), SecretBytes(QByteArrayView("c2VjcmV0"))});
    const Verification result =
        Verifier(m_catalog->find("rfc9421-hmac"), std::move(secrets), {}).verify(message, nowUs);
    QVERIFY2(result.verdict() == Verdict::Valid, qPrintable(result.reason));
}

void TestVariants::certificatesStandAtTheProvider_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<bool>("right");
    const auto row = [](const QByteArray& scheme, const QByteArray& url, bool right) {
        QTest::addRow("%s %s", scheme.constData(), url.constData()) << scheme << url << right;
    };
    row("aws-sns", "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0a.pem", true);
    row("aws-sns", "https://sns.cn-north-1.amazonaws.com.cn/a.pem", true);
    row("aws-sns", "http://sns.us-east-1.amazonaws.com/a.pem", false);
    row("aws-sns", "https://sns.us-east-1.amazonaws.com/a.txt", false);
    row("aws-sns", "https://sns.us-east-1.amazonaws.com.evil.example/a.pem", false);
    row("aws-sns", "https://sns.us-east-1.amazonaws.com@evil.example/a.pem", false);
    row("aws-sns", "https://s3.us-east-1.amazonaws.com/a.pem", false);
    row("aws-sns", "https://sns.us-east-1.amazonaws.com:8443/a.pem", false);
    row("paypal", "https://api.paypal.com/v1/notifications/certs/CERT-1", true);
    row("paypal", "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1", true);
    row("paypal", "https://evilpaypal.com/v1/notifications/certs/CERT-1", false);
    row("paypal", "http://api.paypal.com/v1/notifications/certs/CERT-1", false);
}

void TestVariants::certificatesStandAtTheProvider()
{
    QFETCH(QByteArray, scheme);
    QFETCH(QByteArray, url);
    QFETCH(bool, right);
    const auto described = m_catalog->find(scheme);
    auto pair = makeTestKeyPair(*described);
    QVERIFY(pair.ok());
    const SchemeSettings settings{{"webhook_id", "W1"}};
    SigningInput input;
    input.nowUs = nowUs;
    input.message = {"POST", "https://example.com/", {},
        R"({"Type":"Notification","MessageId":"m","TopicArn":"t",)"
        R"("Message":"x","Timestamp":"2026-01-02T03:00:00.000Z","SignatureVersion":"2","SigningCertURL":")"
            + url + "\"}"};
    const auto made = sign(*described, pair->privateKey, settings, input);
    QVERIFY(made.ok());
    SignedMessage message = applied(input.message, *made);
    if (message.headers.value("PAYPAL-CERT-URL"))
        message.headers.set("PAYPAL-CERT-URL", url);
    std::vector<NamedSecret> secrets;
    secrets.push_back({QString(), SecretBytes(pair->publicKey)});
    const Verification result = Verifier(described, std::move(secrets), settings).verify(message, nowUs);
    QCOMPARE(result.signature, right ? SignatureState::Valid : SignatureState::Invalid);
    QCOMPARE(result.reason.contains(QString::fromUtf8(url)), !right);
}

QTEST_APPLESS_MAIN(TestVariants)
#include "tst_variants.moc"
