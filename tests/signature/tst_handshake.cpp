#include "base/Text.h"
#include "signature/Handshake.h"
#include "signature/HandshakeText.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace creel;

namespace
{

Request get(const QByteArray& target)
{
    Request request;
    request.method = "GET";
    request.target = target;
    return request;
}

Request post(const QByteArray& body, HeaderList headers = {})
{
    Request request;
    request.method = "POST";
    request.target = "/hook";
    request.headers = std::move(headers);
    request.body = body;
    return request;
}

HandshakeContext contextWith(QByteArrayView secret, QMap<QByteArray, QByteArray> settings = {})
{
    return {std::move(settings), "https://example.com/hook", SecretBytes(secret)};
}

} // namespace

class TestHandshake : public QObject
{
    Q_OBJECT
private:
    std::shared_ptr<const HandshakeCatalog> m_catalog = HandshakeCatalog::load();

    std::optional<HandshakeAnswer> ask(const char* scheme, const Request& request, const HandshakeContext& context,
        SignatureState signature = SignatureState::Valid)
    {
        return m_catalog->answer(scheme, {}, request, signature, context);
    }

private slots:
    void everyFileIsRead()
    {
        QCOMPARE(m_catalog->problems(), QStringList());
        QVERIFY(m_catalog->entries().size() >= 44);
    }

    /** The provider's side and the endpoint's side are made from one description each: they must agree. */
    void everyHandshakeIsAnsweredRightly()
    {
        for (const auto& entry : m_catalog->entries()) {
            const auto context = contextWith("s3cret",
                {{"verify_token", "vt"}, {"topic", "https://example.com/t"}, {"public_key", "pk"},
                    {"verification_code", "vc"}, {"verification_token", "token"}});
            const auto play = m_catalog->play(entry.id, "seed", 1'700'000'000'000'000, context);
            QVERIFY2(play.ok(), entry.id.constData());
            Request request = post(play->body, play->headers);
            request.method = play->method;
            request.target = play->url.mid(QByteArrayLiteral("https://example.com").size());
            if (entry.id.startsWith("discord"))
                request.headers.add("X-Signature-Ed25519", "00");
            const auto answer = m_catalog->answer({}, entry.id, request, SignatureState::Valid, context);
            QVERIFY2(answer.has_value(), entry.id.constData());
            Response response;
            response.status = answer->status;
            response.headers = answer->headers;
            response.body = answer->body;
            const QStringList wrong = m_catalog->judge(entry.id, "seed", 1'700'000'000'000'000, context, response, 5);
            QVERIFY2(wrong.isEmpty(), (entry.id + ": " + wrong.join(u'|').toUtf8()).constData());
            response.status = 500;
            response.body = "<html>";
            QVERIFY2(!m_catalog->judge(entry.id, "seed", 1'700'000'000'000'000, context, response, 5).isEmpty(),
                entry.id.constData());
        }
    }

    /** What is nearly right is wrong: a byte of the answer, a header, the status, the time. */
    void nearlyRightAnswersAreWrong_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const auto& entry : m_catalog->entries())
            QTest::newRow(entry.id.constData()) << entry.id;
    }

    void nearlyRightAnswersAreWrong()
    {
        QFETCH(QByteArray, id);
        constexpr qint64 now = 1'700'000'000'000'000;
        const auto context = contextWith("s3cret",
            {{"verify_token", "vt"}, {"topic", "https://example.com/t"}, {"public_key", "pk"},
                {"verification_code", "vc"}, {"verification_token", "token"}});
        const auto play = m_catalog->play(id, "seed", now, context);
        QVERIFY(play.ok());
        Request request = post(play->body, play->headers);
        request.method = play->method;
        request.target = play->url.mid(QByteArrayLiteral("https://example.com").size());
        if (id.startsWith("discord"))
            request.headers.add("X-Signature-Ed25519", "00");
        const auto right = m_catalog->answer({}, id, request, SignatureState::Valid, context);
        QVERIFY(right.has_value());
        const auto isWrong = [&](int status, const HeaderList& headers, const QByteArray& body, qint64 tookMs = 5) {
            Response response;
            response.status = status;
            response.headers = headers;
            response.body = body;
            return !m_catalog->judge(id, "seed", now, context, response, tookMs).isEmpty();
        };
        QVERIFY(!isWrong(right->status, right->headers, right->body));
        for (const int status : {301, 400, 401, 404, 500}) {
            if (status != right->status)
                QVERIFY2(isWrong(status, right->headers, right->body), QByteArray::number(status).constData());
        }
        const auto entries = m_catalog->entries();
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const auto& one) { return one.id == id; });
        if (entry->withinMs > 0)
            QVERIFY(isWrong(right->status, right->headers, right->body, entry->withinMs + 1));
        if (!right->body.isEmpty()) {
            QVERIFY(isWrong(right->status, right->headers, {}));
            QByteArray other = right->body;
            other[other.size() / 2] = other.at(other.size() / 2) == 'x' ? 'y' : 'x';
            QVERIFY2(isWrong(right->status, right->headers, other), other.constData());
            QVERIFY(isWrong(right->status, right->headers, right->body.chopped(1)));
            const bool mayStandInMore = id == "adyen" || id == "dropbox-sign"; // "the body contains"
            QCOMPARE(isWrong(right->status, right->headers, '"' + right->body + '"'), !mayStandInMore);
        } else if (std::any_of(right->headers.begin(), right->headers.end(),
                       [](const HeaderField& field) { return !equalsIgnoreAsciiCase(field.name, "content-type"); })) {
            QVERIFY(isWrong(right->status, {}, {}));
        }
    }

    void slack()
    {
        const auto answer =
            ask("slack", post(R"({"token":"t","challenge":"3eZbrw1a","type":"url_verification"})"), contextWith("s"));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("3eZbrw1a"));
        QCOMPARE(answer->headers.value("content-type").value(), QByteArray("text/plain"));
        QVERIFY(!ask("slack", post(R"({"type":"event_callback"})"), contextWith("s")));
    }

    void metaChecksItsToken()
    {
        const auto request = get("/hook?hub.mode=subscribe&hub.verify_token=right&hub.challenge=1158201444");
        QCOMPARE(ask("meta", request, contextWith("s", {{"verify_token", "right"}}))->body, QByteArray("1158201444"));
        const auto refused = ask("meta", request, contextWith("s", {{"verify_token", "other"}}));
        QCOMPARE(refused->status, 403);
        QVERIFY(refused->refused);
        QCOMPARE(refused->body, QByteArray());
    }

    /** Zoom's own documented form: hex HMAC-SHA256 of the token under the secret token. */
    void zoom()
    {
        const auto answer = ask("zoom",
            post(
                R"({"event":"endpoint.url_validation","payload":{"plainToken":"qgg8vlvZRS6UYooatFL8Aw"},"event_ts":1654503849680})"),
            contextWith("s3cret"));
        const QByteArray mac =
            QMessageAuthenticationCode::hash("qgg8vlvZRS6UYooatFL8Aw", "s3cret", QCryptographicHash::Sha256).toHex();
        QCOMPARE(answer->body, "{\"encryptedToken\":\"" + mac + "\",\"plainToken\":\"qgg8vlvZRS6UYooatFL8Aw\"}");
    }

    /** An answer must not become a way to get a signature for a message in the provider's own form. */
    void signingOraclesAreRefused()
    {
        QVERIFY(!ask("zoom", post(R"({"event":"endpoint.url_validation","payload":{"plainToken":"v0:1700000000:{}"}})"),
            contextWith("s")));
        QVERIFY(!ask("x-twitter", get("/hook?crc_token=%7B%22a%22%3A1%7D"), contextWith("s")));
        QVERIFY(ask("x-twitter", get("/hook?crc_token=abc-._~%2B/="), contextWith("s")));
        QVERIFY(!ask("braintree", get("/hook?bt_challenge=PD94bWw"), contextWith("s")));
        QVERIFY(!ask("braintree", get("/hook?bt_challenge=0123456789abcdef0123456789abcdef0"), contextWith("s")));
    }

    void wrongSignaturesAreRefusedWhereTheProviderTests()
    {
        const auto ping = post(R"({"type":1,"id":"1"})", {{"X-Signature-Ed25519", "00"}});
        QCOMPARE(ask("discord", ping, contextWith("k"))->body, QByteArray("{\"type\":1}"));
        QCOMPARE(ask("discord", ping, contextWith("k"), SignatureState::Invalid)->status, 401);
        QCOMPARE(ask("discord", ping, contextWith("k"), SignatureState::Unverified)->status, 200);
        const auto intent = post(R"({"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"S0m3"})");
        QCOMPARE(ask("xero", intent, contextWith("k"))->status, 200);
        QCOMPARE(ask("xero", intent, contextWith("k"), SignatureState::Invalid)->status, 401);
    }

    void secretsThatProvidersHandOver()
    {
        const auto asana = ask("asana", post("{}", {{"X-Hook-Secret", "b537207f20cbfa02357cf448134da559"}}),
            contextWith(""), SignatureState::Missing);
        QCOMPARE(asana->headers.value("x-hook-secret").value(), QByteArray("b537207f20cbfa02357cf448134da559"));
        QCOMPARE(asana->learnedSecret.view(), QByteArrayView("b537207f20cbfa02357cf448134da559"));
    }

    void snsIsVisitedOnlyAtAmazon()
    {
        const auto confirm = [&](const QByteArray& url) {
            return ask("aws-sns",
                post("{\"SubscribeURL\":\"" + url + "\"}", {{"x-amz-sns-message-type", "SubscriptionConfirmation"}}),
                contextWith(""))
                ->visitUrl;
        };
        QCOMPARE(confirm("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription"),
            QByteArray("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription"));
        QCOMPARE(confirm("http://sns.eu-west-1.amazonaws.com/"), QByteArray());
        QCOMPARE(confirm("https://sns.eu-west-1.amazonaws.com.evil.example/"), QByteArray());
        QCOMPARE(confirm("https://evil.example/sns.eu-west-1.amazonaws.com"), QByteArray());
        QCOMPARE(confirm("https://sns.eu-west-1.amazonaws.com@evil.example/"), QByteArray());
    }

    void graphDecodesOnce()
    {
        Request request = post({});
        request.target = "/hook?validationToken=a%253Cb%3E+c";
        QCOMPARE(ask("microsoft-graph", request, contextWith("s"))->body, QByteArray("a%3Cb> c"));
    }

    void noHeaderInjection()
    {
        QVERIFY(!ask("okta", get("/hook"), contextWith("s")));
        Request request = post({}, {{"Smartsheet-Hook-Challenge", "a\r\nSet-Cookie: x"}});
        QVERIFY(!m_catalog->answer({}, "smartsheet", request, SignatureState::Valid, contextWith("s")));
    }

    void larkIsDecrypted()
    {
        const QByteArray sealed =
            larkEncrypt(R"({"challenge":"c","type":"url_verification"})", "key", QByteArray(16, 'i'));
        QCOMPARE(ask("lark", post("{\"encrypt\":\"" + sealed + "\"}"), contextWith("key"))->body,
            QByteArray(R"({"challenge":"c"})"));
        QVERIFY(!ask("lark", post("{\"encrypt\":\"" + sealed + "\"}"), contextWith("other")));
        QVERIFY(!ask("lark", post(R"({"encrypt":"AAAA"})"), contextWith("key")));
    }

    void brokenFilesAreTold()
    {
        QVERIFY(HandshakeCatalog::fromJson("{\n\"id\": }").error().text.contains(u"line 2"));
        QVERIFY(!HandshakeCatalog::fromJson("{}").ok());
        const QByteArray brokenPattern =
            "{\"id\":\"a\",\"match\":{\"methods\":[\"GET\"]},\"cases\":[{}],\"guard\":{\"{query:a}\":\"[\"}}";
        QVERIFY(!HandshakeCatalog::fromJson(brokenPattern).ok());
    }
};

QTEST_APPLESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
