// Microsoft Graph: the client state of every notification, and the tokens of those with resource data.
#include "payload/JsonPointer.h"
#include "signature/Jws.h"
#include "signature/SchemeCatalog.h"
#include "signature/SignSteps.h"
#include "signature/Signer.h"
#include "signature/TestKeys.h"
#include "signature/Verifier.h"

#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 nowUs = 1'767'322'800'000'000;
constexpr auto tenant = "84bd8158-6d4d-4958-8b9f-9d6445542f95";
constexpr auto claims = R"({"iss":"https://sts.windows.net/84bd8158-6d4d-4958-8b9f-9d6445542f95/","aud":"app",)"
                        R"("appid":"0bf30f3b-4a52-48df-9a82-234910c4a086",)"
                        R"("tid":"84bd8158-6d4d-4958-8b9f-9d6445542f95","nbf":1767322700,"exp":1767326300})";

} // namespace

class TestGraph : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void tokens_data();
    void tokens();
    void everyTokenCounts();
    void withoutKeysItIsNotVerified();
    void theTokenDecidesWhetherItIsStale();
    void aTokenThatIsSignedVerifies();

private:
    QByteArray token(const QByteArray& payload, const QByteArray& header = R"({"alg":"RS256","kid":"k1"})") const;
    static QByteArray body(const QByteArrayList& tokens, const QByteArray& state = "state");
    Verification verify(
        const QByteArray& body, bool withKeys = true, const QByteArray& audience = "app", qint64 at = nowUs) const;

    std::shared_ptr<const Scheme> m_scheme;
    std::vector<Key> m_private;
    QByteArray m_jwks;
    SecretBytes m_pem;
};

void TestGraph::initTestCase()
{
    const auto catalog = SchemeCatalog::load();
    m_scheme = catalog->find("microsoft-graph");
    auto pair = makeTestKeyPair(*catalog->find("google-pubsub")); // RS256, JWKS
    QVERIFY(pair.ok());
    m_jwks = pair->publicKey;
    m_jwks.replace(*jsonTextAt(m_jwks, "/keys/0/kid"), "k1");
    m_pem = std::move(pair->privateKey);
    auto keys = parseKeys(m_scheme->key, m_pem.view());
    QVERIFY(keys.ok());
    m_private = *std::move(keys);
}

QByteArray TestGraph::token(const QByteArray& payload, const QByteArray& header) const
{
    const QByteArray content = base64Url(header) + '.' + base64Url(payload);
    const auto made = computeSignature(Algorithm::RsaSha256, m_private.front(), {{Piece::Kind::Bytes, content}}, {});
    return content + '.' + base64Url(made ? *made : QByteArray());
}

QByteArray TestGraph::body(const QByteArrayList& tokens, const QByteArray& state)
{
    QByteArrayList quoted;
    for (const QByteArray& one : tokens)
        quoted += jsonQuote(one);
    return R"({"value":[{"clientState":")" + state + R"(","tenantId":")" + tenant
        + R"(","encryptedContent":{"data":"x"}}],"validationTokens":[)" + quoted.join(',') + "]}";
}

Verification TestGraph::verify(const QByteArray& body, bool withKeys, const QByteArray& audience, qint64 at) const
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({QString(), SecretBytes(QByteArrayView("state"))});
    if (withKeys)
        secrets.push_back({QString(), SecretBytes(m_jwks)});
    SchemeSettings settings;
    if (!audience.isEmpty())
        settings.insert("audience", audience);
    return Verifier(m_scheme, std::move(secrets), settings).verify({"POST", "https://example.com/", {}, body}, at);
}

void TestGraph::tokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<SignatureState>("state");
    const auto changed = [this](
                             const char* from, const char* to) { return token(QByteArray(claims).replace(from, to)); };
    const QByteArray right = token(claims);
    const auto row = [](const char* name, const QByteArray& text, SignatureState state) {
        QTest::newRow(name) << text << state;
    };
    row("right", right, SignatureState::Valid);
    row("version 2.0", changed(R"("appid")", R"("ver":"2.0","azp")"), SignatureState::Valid);
    row("several audiences", changed(R"("app",)", R"(["other","app"],)"), SignatureState::Valid);
    row("another audience", changed(R"("app",)", R"("other",)"), SignatureState::Invalid);
    row("another publisher", changed("0bf30f3b", "1bf30f3b"), SignatureState::Invalid);
    row("another issuer", changed("sts.windows.net", "sts.windows.net.evil.example"), SignatureState::Invalid);
    row("another tenant", changed(R"("tid":"84)", R"("tid":"85)"), SignatureState::Invalid);
    row("no end", changed(R"(,"exp":1767326300)", ""), SignatureState::Malformed);
    row("an unknown key", token(claims, R"({"alg":"RS256","kid":"k2"})"), SignatureState::Invalid);
    row("no algorithm", base64Url(R"({"alg":"none"})") + '.' + base64Url(claims) + '.', SignatureState::Invalid);
    row("another algorithm", token(claims, R"({"alg":"HS256","kid":"k1"})"), SignatureState::Invalid);
    QByteArray other = right;
    other[other.size() - 10] = other.at(other.size() - 10) == 'A' ? 'B' : 'A';
    row("another signature", other, SignatureState::Invalid);
    row("no token", "x", SignatureState::Malformed);
}

void TestGraph::tokens()
{
    QFETCH(QByteArray, token);
    QFETCH(SignatureState, state);
    const Verification result = verify(body({token}));
    QVERIFY2(result.signature == state, qPrintable(result.reason));
    QCOMPARE(
        verify(body({token}, "other")).signature, state == SignatureState::Malformed ? state : SignatureState::Invalid);
}

void TestGraph::everyTokenCounts()
{
    const QByteArray right = token(claims);
    const QByteArray wrong = token(QByteArray(claims).replace(R"("app",)", R"("other",)"));
    QCOMPARE(verify(body({right, right})).verdict(), Verdict::Valid);
    QCOMPARE(verify(body({right, wrong})).verdict(), Verdict::Invalid);
    QCOMPARE(verify(body({wrong, right})).verdict(), Verdict::Invalid);
    QCOMPARE(verify(body({wrong}), true, {}).verdict(), Verdict::Valid); // no audience is set
}

void TestGraph::withoutKeysItIsNotVerified()
{
    const QByteArray right = token(claims);
    const Verification result = verify(body({right}), false);
    QCOMPARE(result.signature, SignatureState::Unverified);
    QVERIFY2(result.reason.contains(QStringLiteral("JWKS")), qPrintable(result.reason));
    // What can be seen without a key is told all the same.
    QCOMPARE(verify(body({right}, "other"), false).signature, SignatureState::Invalid);
    QCOMPARE(verify(body({right}), false, "another").signature, SignatureState::Invalid);
    QCOMPARE(verify(body({}), false).verdict(), Verdict::Valid);
}

void TestGraph::theTokenDecidesWhetherItIsStale()
{
    const QByteArray right = token(claims);
    QCOMPARE(verify(body({right})).freshness, Freshness::Fresh);
    QCOMPARE(verify(body({right}), true, "app", nowUs + 86'400'000'000).verdict(), Verdict::Stale);
    QCOMPARE(verify(body({right}), true, "app", nowUs - 86'400'000'000).verdict(), Verdict::Stale);
}

void TestGraph::aTokenThatIsSignedVerifies()
{
    SigningInput input;
    input.nowUs = nowUs;
    input.message = {"POST", "https://example.com/", {},
        QByteArray(R"({"value":[{"clientState":"state","tenantId":")") + tenant + "\"}]}"};
    const auto made = sign(*m_scheme, m_pem, {{"audience", "app"}}, input);
    QVERIFY(made.ok());
    // The test's key has another id than the set that Microsoft would publish: none is written.
    QCOMPARE(verify(made->body).verdict(), Verdict::Valid);
    QCOMPARE(verify(made->body, true, "other").verdict(), Verdict::Invalid);
}

QTEST_APPLESS_MAIN(TestGraph)
#include "tst_graph.moc"
