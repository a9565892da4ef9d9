#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
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

QTEST_APPLESS_MAIN(TestVariants)
#include "tst_variants.moc"
