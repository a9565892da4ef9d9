#include "SchemeSamples.h"

#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/SignSteps.h"
#include "signature/Signer.h"
#include "signature/TestKeys.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 nowUs = 1'767'322'800'000'000;

QByteArray base64Url(const QByteArray& bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray fromBase64Url(const QByteArray& text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

} // namespace

/** Tokens that must never verify, made of ones that do. */
class TestJwt : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_catalog = SchemeCatalog::load(); }
    void forged_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const auto& scheme : m_catalog->all()) {
            if (scheme->jwt)
                QTest::newRow(scheme->id.constData()) << scheme->id;
        }
    }
    void forged();
    void expired_data() { forged_data(); }
    void expired();
    void anUnknownKeyNeverMatches();

private:
    /** A signed message, the header that holds the token (empty: the body does), and the token. */
    struct Token {
        SignedMessage message;
        QByteArray header;
        QByteArray text;
    };
    const TestKeyPair& keysOf(const Scheme& scheme);
    Token signedToken(const Scheme& scheme, const TestKeyPair& keys, const SchemeSample& sample);
    static SignedMessage with(const Token& token, const QByteArray& text);
    static Verification verify(const std::shared_ptr<const Scheme>& scheme, const QByteArray& key,
        const SchemeSample& sample, const SignedMessage& message, qint64 at = nowUs);

    std::shared_ptr<const SchemeCatalog> m_catalog;
    std::map<QByteArray, TestKeyPair> m_keys;
};

/** One pair for each way of writing: RSA keys take a while. */
const TestKeyPair& TestJwt::keysOf(const Scheme& scheme)
{
    const QByteArray name = QByteArray::number(int(scheme.key.type)) + '/' + QByteArray::number(int(scheme.key.written))
        + '/' + QByteArray::number(int(scheme.key.form));
    auto found = m_keys.find(name);
    if (found == m_keys.end()) {
        auto made = makeTestKeyPair(scheme);
        if (!made)
            qFatal("%s: %s", scheme.id.constData(), qPrintable(made.error().text));
        found = m_keys.emplace(name, *std::move(made)).first;
    }
    return found->second;
}

TestJwt::Token TestJwt::signedToken(const Scheme& scheme, const TestKeyPair& keys, const SchemeSample& sample)
{
    SigningInput input;
    input.message = sample.message;
    input.nowUs = nowUs;
    const auto made = sign(scheme, keys.privateKey, sample.settings, input);
    Token token{sample.message, {}, {}};
    if (!made)
        return token;
    token.message.body = made->body;
    for (const HeaderField& field : made->headers) {
        token.message.headers.set(field.name, field.value);
        if (field.value.count('.') == 2) {
            token.header = field.name;
            token.text = field.value.sliced(field.value.lastIndexOf(' ') + 1);
        }
    }
    if (token.header.isEmpty())
        token.text = made->body;
    return token;
}

SignedMessage TestJwt::with(const Token& token, const QByteArray& text)
{
    SignedMessage message = token.message;
    if (token.header.isEmpty())
        message.body = text;
    else
        message.headers.set(token.header, message.headers.value(token.header)->replace(token.text, text));
    return message;
}

Verification TestJwt::verify(const std::shared_ptr<const Scheme>& scheme, const QByteArray& key,
    const SchemeSample& sample, const SignedMessage& message, qint64 at)
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({QString(), SecretBytes(key)});
    return Verifier(scheme, std::move(secrets), sample.settings).verify(message, at);
}

void TestJwt::forged()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    const TestKeyPair* keys = &keysOf(*scheme);
    const SchemeSample sample = sampleFor(*scheme, nowUs);
    const Token token = signedToken(*scheme, *keys, sample);
    const QByteArrayList parts = token.text.split('.');
    QCOMPARE(parts.size(), 3);
    QCOMPARE(verify(scheme, keys->publicKey, sample, with(token, token.text)).verdict(), Verdict::Valid);

    const auto refused = [&](const QByteArray& text) {
        return verify(scheme, keys->publicKey, sample, with(token, text)).signature != SignatureState::Valid;
    };
    for (const char* none : {"none", "None", "NONE", "nOnE", ""}) {
        const QByteArray head = base64Url(QByteArray(R"({"alg":")") + none + R"(","typ":"JWT"})");
        QVERIFY(refused(head + '.' + parts[1] + '.'));
        QVERIFY(refused(head + '.' + parts[1] + '.' + parts[2]));
    }
    // A public key used as an HMAC secret (RFC 8725, section 2.1), and the right HMAC under another name.
    for (const QByteArray& key : {keys->publicKey, keys->publicKey.trimmed(), QByteArray()}) {
        const QByteArray content = base64Url(R"({"alg":"HS256","typ":"JWT"})") + '.' + parts[1];
        const QByteArray mac = QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256);
        if (scheme->isAsymmetric() || key.isEmpty())
            QVERIFY(refused(content + '.' + base64Url(mac)));
    }
    for (const char* algorithm : {"RS256", "ES256", "EdDSA", "HS256", "HS384", "HS512", "PS256", "RS1"}) {
        QByteArray head = fromBase64Url(parts[0]);
        const qsizetype at = head.indexOf("\"alg\":\"") + 7;
        const qsizetype end = head.indexOf('"', at);
        if (head.mid(at, end - at) == algorithm)
            continue;
        head.replace(at, end - at, algorithm);
        QVERIFY2(refused(base64Url(head) + '.' + parts[1] + '.' + parts[2]), algorithm);
    }
    // Claims of somebody else, parts missing or too many.
    QVERIFY(refused(parts[0] + '.' + base64Url("{}") + '.' + parts[2]));
    QVERIFY(refused(parts[0] + '.' + parts[1]));
    QVERIFY(refused(parts[0] + '.' + parts[1] + '.'));
    QVERIFY(refused(token.text + '.' + parts[2]));
    QVERIFY(refused(parts[0] + '.' + parts[1] + '.' + parts[2].chopped(4)));
}

void TestJwt::expired()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    const TestKeyPair* keys = &keysOf(*scheme);
    const SchemeSample sample = sampleFor(*scheme, nowUs);
    const Token token = signedToken(*scheme, *keys, sample);
    const QByteArray payload = fromBase64Url(token.text.split('.').value(1));
    const qint64 later = nowUs + 86'400'000'000;
    const Verification result = verify(scheme, keys->publicKey, sample, with(token, token.text), later);
    QCOMPARE(result.signature, SignatureState::Valid);
    const bool hasEnd = payload.contains("\"exp\"") || (scheme->timestamp && scheme->timestamp->toleranceS);
    QCOMPARE(result.verdict(), hasEnd ? Verdict::Stale : Verdict::Valid);
}

void TestJwt::anUnknownKeyNeverMatches()
{
    const auto scheme = m_catalog->find("kinde"); // RS256, the body is the token
    const TestKeyPair& keys = keysOf(*scheme);
    const qsizetype at = keys.publicKey.indexOf("\"kid\":\"") + 7;
    QVERIFY(at > 7);
    const QByteArray id = keys.publicKey.mid(at, keys.publicKey.indexOf('"', at) - at);
    const auto parsed = parseKeys(scheme->key, keys.privateKey.view());
    QVERIFY(parsed.ok());
    const SchemeSample sample = sampleFor(*scheme, nowUs);
    const Token token = signedToken(*scheme, keys, sample);
    const QByteArray payload = token.text.split('.').value(1);
    const auto stateFor = [&](const QByteArray& keyId) {
        const QByteArray content = base64Url(R"({"alg":"RS256","typ":"JWT","kid":")" + keyId + R"("})") + '.' + payload;
        const auto made = computeSignature(Algorithm::RsaSha256, parsed->front(), {{Piece::Kind::Bytes, content}}, {});
        return verify(scheme, keys.publicKey, sample, with(token, content + '.' + base64Url(made ? *made : "")))
            .signature;
    };
    QCOMPARE(stateFor(id), SignatureState::Valid);
    QVERIFY(stateFor("another") != SignatureState::Valid);
    QVERIFY(stateFor(id + "x") != SignatureState::Valid);
}

QTEST_APPLESS_MAIN(TestJwt)
#include "tst_jwt.moc"
