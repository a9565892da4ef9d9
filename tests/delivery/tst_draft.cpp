#include "base/Text.h"
#include "delivery/Draft.h"
#include "delivery/RequestBuilder.h"
#include "delivery/Sample.h"
#include "delivery/Variables.h"
#include "http/RequestParser.h"
#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/Signer.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 Now = 1'795'468'987'123'456;

/** An event as the receiver would have it, with the body read. */
EventDetail eventOf(const QByteArray& bytes)
{
    RequestParser parser;
    QByteArrayView view(bytes);
    QByteArray body;
    while (true) {
        const ParseEvent event = parser.next(view);
        if (event == ParseEvent::Body)
            body += parser.bodyPiece().toByteArray();
        if (event == ParseEvent::Complete || event == ParseEvent::Failed || event == ParseEvent::NeedMore)
            break;
    }
    Request request = parser.takeRequest();
    request.body = body;
    EventDetail detail;
    detail.row.id = EventId(1);
    detail.request = std::make_shared<const Request>(std::move(request));
    return detail;
}

QByteArray bytesOf(const Result<BuiltRequest>& built)
{
    return built.ok() ? built->request.head + built->request.body : "error: " + built.error().text.toUtf8();
}

BuildContext contextAt(qint64 nowUs = Now)
{
    BuildContext context;
    context.nowUs = nowUs;
    return context;
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT

    std::shared_ptr<const SchemeCatalog> m_catalog = SchemeCatalog::load();

    Verification verified(
        const BuiltRequest& built, const Draft& draft, QByteArrayView secret, qint64 nowUs = Now) const
    {
        std::vector<NamedSecret> secrets;
        secrets.push_back({QStringLiteral("s"), SecretBytes(secret)});
        const Verifier verifier(m_catalog->find(draft.scheme), std::move(secrets), draft.settings);
        SignedMessage message;
        message.method = built.method;
        message.url = built.request.url;
        message.body = built.body;
        for (const BuiltLine& line : built.lines) {
            const qsizetype colon = line.bytes.indexOf(':');
            if (line.origin != BuiltLine::Origin::RequestLine)
                message.headers.add(line.bytes.left(colon), line.bytes.mid(colon + 1).trimmed());
        }
        return verifier.verify(message, nowUs);
    }

private slots:
    void linesThatCreelSets()
    {
        Draft draft;
        draft.url = "https://example.com:8443/a?b=c#d";
        draft.fields = {{"x-Mixed", "1"}, {"X-mixed", "2"}};
        draft.body = "{}";
        const auto built = buildRequest(draft, contextAt());
        QCOMPARE(bytesOf(built),
            QByteArray("POST /a?b=c HTTP/1.1\r\nHost: example.com:8443\r\nx-Mixed: 1\r\nX-mixed: 2\r\n"
                       "User-Agent: Creel/" CREEL_VERSION "\r\nAccept: */*\r\nContent-Length: 2\r\n\r\n{}"));
        QCOMPARE(built->lines[0].origin, BuiltLine::Origin::RequestLine);
        QCOMPARE(built->lines[1].origin, BuiltLine::Origin::Creel);
        QCOMPARE(built->lines[2].origin, BuiltLine::Origin::User);
    }

    /** A head that was imported may lack what HTTP/1.1 wants; of HTTP/1.0 it stays as it was. */
    void anImportedRequestGetsItsHostAndLength()
    {
        EventDetail event = eventOf("GET /a HTTP/1.0\r\nX-A: 1\r\n\r\n");
        const auto replayed = [&event] {
            const auto draft = draftFromEvent(event, "http://localhost:3000");
            return bytesOf(buildRequest(*draft, contextAt()));
        };
        QCOMPARE(replayed(), QByteArray("GET /a HTTP/1.0\r\nX-A: 1\r\n\r\n"));
        Request request = *event.request;
        request.versionMinor = 1;
        request.head.replace("1.0", "1.1");
        event.request = std::make_shared<const Request>(request);
        QVERIFY(replayed().contains("\r\nHost: localhost:3000\r\n"));
        request.body = "{}";
        request.bodySize = 2;
        event.request = std::make_shared<const Request>(request);
        QVERIFY(replayed().endsWith("\r\nContent-Length: 2\r\n\r\n{}"));
    }

    /** Where the signature is the secret itself it is sent and never recorded. */
    void aTokenIsNotRecorded_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        for (const auto& scheme : m_catalog->all()) {
            if (scheme->algorithm == Algorithm::Token || scheme->algorithm == Algorithm::Basic)
                QTest::newRow(scheme->id.constData()) << scheme->id;
        }
    }

    void aTokenIsNotRecorded()
    {
        QFETCH(QByteArray, scheme);
        const QByteArray secret("pl&nted secret");
        Draft draft;
        draft.url = "http://example.com/hook?a=b";
        draft.body = R"({"value":[{"a":1}],"say":"{{$uuid}}"})";
        draft.scheme = scheme;
        BuildContext context = contextAt();
        context.scheme = m_catalog->find(scheme);
        const SecretBytes bytes(secret);
        context.secret = &bytes;
        const auto built = buildRequest(draft, context);
        QVERIFY2(built.ok(), bytesOf(built).constData());
        QVERIFY(built->recorded);
        const auto holds = [&secret](const QByteArray& text) {
            return text.contains(secret) || text.contains(secret.toBase64())
                || text.contains(secret.toPercentEncoding()) || text.contains("pl&nted+secret");
        };
        QVERIFY(holds(built->request.head + built->request.body + built->request.url));
        const RecordedRequest& recorded = *built->recorded;
        QVERIFY(!holds(recorded.head + recorded.body + recorded.url));
        QVERIFY((recorded.head + recorded.body).contains("secret]") || recorded.url.contains("%5Bsecret%5D"));
        QCOMPARE(recorded.head.count('\n'), built->request.head.count('\n'));
        if (built->request.body == built->body && !built->request.body.contains(secret))
            QCOMPARE(recorded.body, built->request.body); // the same values of variables
    }

    void aSignatureIsRecordedAsItIs()
    {
        Draft draft;
        draft.url = "http://example.com/";
        draft.scheme = "github";
        BuildContext context = contextAt();
        context.scheme = m_catalog->find("github");
        const SecretBytes bytes("key");
        context.secret = &bytes;
        const auto built = buildRequest(draft, context);
        QVERIFY(built.ok());
        QVERIFY(!built->recorded);
    }

    void everyLineCanBeOverriddenOrLeftOut()
    {
        Draft draft;
        draft.url = "http://example.com";
        draft.fields = {{"host", "other"}, {"User-Agent", "mine"}, {"content-length", "99"}};
        draft.leftOut = {"accept"};
        draft.body = "abc";
        QCOMPARE(bytesOf(buildRequest(draft, contextAt())),
            QByteArray("POST / HTTP/1.1\r\nhost: other\r\nUser-Agent: mine\r\ncontent-length: 99\r\n\r\nabc"));
        draft.fields.clear();
        draft.leftOut = {"HOST", "User-Agent", "Accept", "Content-Length"};
        QCOMPARE(bytesOf(buildRequest(draft, contextAt())), QByteArray("POST / HTTP/1.1\r\n\r\nabc"));
    }

    void lengthOrChunks()
    {
        Draft draft;
        draft.url = "http://a/";
        draft.leftOut = {"User-Agent", "Accept"};
        QCOMPARE(bytesOf(buildRequest(draft, contextAt())),
            QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"));
        draft.method = "GET";
        QCOMPARE(bytesOf(buildRequest(draft, contextAt())), QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        draft.chunked = true;
        draft.body = "hello";
        QCOMPARE(bytesOf(buildRequest(draft, contextAt())),
            QByteArray("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
        draft.body = QByteArray(200'000, 'x');
        const EventDetail read = eventOf(bytesOf(buildRequest(draft, contextAt())));
        QVERIFY(read.request->body == draft.body);
    }

    void injectionIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("method") << QByteArray("GET / HTTP/1.1\r\nX:") << QByteArray("A") << QByteArray("1");
        QTest::newRow("no method") << QByteArray() << QByteArray("A") << QByteArray("1");
        QTest::newRow("name") << QByteArray("GET") << QByteArray("A: 1\r\nB") << QByteArray("1");
        QTest::newRow("no name") << QByteArray("GET") << QByteArray() << QByteArray("1");
        QTest::newRow("value") << QByteArray("GET") << QByteArray("A") << QByteArray("1\r\nB: 2");
        QTest::newRow("variable") << QByteArray("GET") << QByteArray("A") << QByteArray("{{evil}}");
        QTest::newRow("nul") << QByteArray("GET") << QByteArray("A") << QByteArray("1\0", 2);
    }
    void injectionIsRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        Draft draft;
        draft.url = "http://a/";
        draft.method = method;
        draft.fields = {{name, value}};
        BuildContext context = contextAt();
        context.variables["evil"] = "1\nB: 2";
        const auto built = buildRequest(draft, context);
        QVERIFY(!built.ok());
        QCOMPARE(built.error().code, ErrorCode::Invalid);
    }

    void variables()
    {
        Variables values({{"name", "Ada"}, {"deep", "{{name}}"}, {"mark", "{"}}, Now);
        QCOMPARE(values.expand("{{name}} {{ name }} {{deep}} {{none}} {{$nope}} {name} {{}} {{{name}}} {{name"),
            QByteArray("Ada Ada {{name}} {{none}} {{$nope}} {name} {{}} {Ada} {{name"));
        QCOMPARE(values.unknown(), (QByteArrayList{"none", "$nope"}));
        QCOMPARE(values.expand("{{$timestamp}}|{{$isoTimestamp}}"), QByteArray("1795468987|2026-11-23T21:23:07.123Z"));
        const QList<QByteArray> ids = values.expand("{{$uuid}}|{{$uuid}}").split('|');
        const QRegularExpression uuid(
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QVERIFY(uuid.match(QString::fromLatin1(ids.at(0))).hasMatch());
        QVERIFY(ids.at(0) != ids.at(1));
        bool number = false;
        const int random = values.expand("{{$randomInt}}").toInt(&number);
        QVERIFY(number && random >= 0 && random <= 1'000);
    }

    void variables_inADraft_andOff()
    {
        Draft draft;
        draft.url = "http://{{host}}/{{path}}";
        draft.fields = {{"X-{{host}}", "{{none}}"}};
        draft.body = "{{host}}";
        draft.leftOut = {"User-Agent", "Accept"};
        BuildContext context = contextAt();
        context.variables = {{"host", "example"}, {"path", "p"}};
        const auto built = buildRequest(draft, context);
        QCOMPARE(bytesOf(built),
            QByteArray("POST /p HTTP/1.1\r\nHost: example\r\nX-example: {{none}}\r\nContent-Length: 7\r\n\r\nexample"));
        QCOMPARE(built->unknownVariables, QByteArrayList{"none"});
        draft.variables = false;
        draft.url = "http://a/";
        draft.fields.clear();
        QCOMPARE(bytesOf(buildRequest(draft, context)),
            QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\n{{host}}"));
    }

    void asItWas_data()
    {
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("odd lines stay") << QByteArray(
            "pUT /a%7e?{{x}} HTTP/1.1\r\nhOST: old:1\r\nX-A:1\r\nx-a:  2 \r\nx-a:1\r\nContent-length:  3\r\n\r\n\xff{{")
                                        << QByteArray("pUT /a%7e?{{x}} HTTP/1.1\r\nhOST: new:9\r\nX-A:1\r\nx-a:  2 "
                                                      "\r\nx-a:1\r\nContent-length: 3\r\n\r\n\xff{{");
        QTest::newRow("hop by hop goes") << QByteArray(
            "GET / HTTP/1.1\r\nHost: old\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nKeep-Alive: 5\r\n"
            "TE: trailers\r\nProxy-Authorization: x\r\nUpgrade: h2c\r\nX-End: 2\r\n\r\n")
                                         << QByteArray("GET / HTTP/1.1\r\nHost: new:9\r\nX-End: 2\r\n\r\n");
        QTest::newRow("no body, no length") << QByteArray("POST / HTTP/1.1\r\nHost: old\r\n\r\n")
                                            << QByteArray("POST / HTTP/1.1\r\nHost: new:9\r\n\r\n");
        QTest::newRow("chunks, extensions, trailers")
            << QByteArray("POST / HTTP/1.1\r\nHost: old\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "3;a=b\r\nabc\r\n01\r\nd\r\n0;last\r\nX-T: 1\r\n\r\n")
            << QByteArray("POST / HTTP/1.1\r\nHost: new:9\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "3;a=b\r\nabc\r\n01\r\nd\r\n0;last\r\nX-T: 1\r\n\r\n");
        QTest::newRow("http/1.0") << QByteArray("GET /x HTTP/1.0\r\nA: b\r\n\r\n")
                                  << QByteArray("GET /x HTTP/1.0\r\nA: b\r\n\r\n");
        QTest::newRow("absolute form") << QByteArray("GET http://old/x HTTP/1.1\r\nHost: old\r\n\r\n")
                                       << QByteArray("GET http://old/x HTTP/1.1\r\nHost: new:9\r\n\r\n");
    }
    void asItWas()
    {
        QFETCH(QByteArray, received);
        QFETCH(QByteArray, sent);
        const auto draft = draftFromEvent(eventOf(received), "http://new:9");
        QVERIFY(draft.ok());
        QVERIFY(!draft->variables);
        QCOMPARE(bytesOf(buildRequest(*draft, contextAt())), sent);
        const auto stored = draftFromJson(toJson(*draft));
        QVERIFY(stored.ok());
        QCOMPARE(bytesOf(buildRequest(*stored, contextAt())), sent);
    }

    void asItWas_edited()
    {
        auto draft =
            draftFromEvent(eventOf("POST /old HTTP/1.1\r\nHost: old\r\nTransfer-Encoding: chunked\r\nX-A:1\r\n\r\n"
                                   "3;a=b\r\nabc\r\n0\r\n\r\n"),
                "http://new/path");
        QVERIFY(draft.ok());
        draft->body = "longer";
        QCOMPARE(bytesOf(buildRequest(*draft, contextAt())),
            QByteArray("POST /path HTTP/1.1\r\nHost: new\r\nTransfer-Encoding: "
                       "chunked\r\nX-A:1\r\n\r\n6\r\nlonger\r\n0\r\n\r\n"));
        draft->fields.back().value = "2";
        draft->chunked = false;
        QCOMPARE(bytesOf(buildRequest(*draft, contextAt())),
            QByteArray("POST /path HTTP/1.1\r\nHost: new\r\nX-A: 2\r\nContent-Length: 6\r\n\r\nlonger"));
    }

    void asItWas_notWhole()
    {
        EventDetail event = eventOf("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");
        event.row.state = EventState::Incomplete;
        QVERIFY(!draftFromEvent(event, "http://a").ok());
        event.row.state = EventState::Complete;
        auto request = std::make_shared<Request>(*event.request);
        request->body.clear();
        event.request = request;
        QVERIFY(!draftFromEvent(event, "http://a").ok());
        QVERIFY(!draftFromEvent(eventOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), "nowhere").ok());
    }

    void samples_areSignedAsTheirProviderDoes_data()
    {
        QTest::addColumn<QByteArray>("id");
        const SampleCatalog samples;
        for (const Sample& sample : samples.all())
            QTest::newRow(sample.id.constData()) << sample.id;
    }
    void samples_areSignedAsTheirProviderDoes()
    {
        QFETCH(QByteArray, id);
        const SampleCatalog samples;
        const Sample& sample = *samples.find(id);
        const Draft draft = sample.toDraft("http://127.0.0.1:4747");
        BuildContext context = contextAt();
        context.scheme = m_catalog->find(sample.scheme);
        QVERIFY2(context.scheme, sample.scheme.constData());
        QVERIFY(!buildRequest(draft, context).ok()); // a scheme without a secret
        if (context.scheme->isAsymmetric()) {
            context.scheme.reset();
            QVERIFY(buildRequest(draft, context).ok());
            return;
        }
        const SecretBytes secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        context.secret = &secret;
        const auto built = buildRequest(draft, context);
        QVERIFY2(built.ok(), qPrintable(built.ok() ? QString() : built.error().text));
        QVERIFY(built->unknownVariables.isEmpty());
        const Verification good = verified(*built, draft, secret.view());
        QVERIFY2(good.verdict() == Verdict::Valid, qPrintable(good.reason));
        QVERIFY(verified(*built, draft, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").verdict() != Verdict::Valid);

        // Received, then replayed as it was: still valid at its time, stale a day later; signed again: valid then.
        const EventDetail event = eventOf(bytesOf(built));
        auto again = draftFromEvent(event, "http://127.0.0.1:4747");
        QVERIFY(again.ok());
        const auto same = buildRequest(*again, contextAt());
        QVERIFY(same.ok());
        QCOMPARE(same->request.body, built->request.body);
        again->scheme = sample.scheme;
        QVERIFY(verified(*same, *again, secret.view()).verdict() == Verdict::Valid);
        constexpr qint64 Day = 86'400'000'000;
        if (context.scheme->timestamp)
            QVERIFY(verified(*same, *again, secret.view(), Now + Day).verdict() == Verdict::Stale);
        stripSignature(*again, *context.scheme);
        context.nowUs = Now + Day;
        const auto resigned = buildRequest(*again, context);
        QVERIFY2(resigned.ok(), qPrintable(resigned.ok() ? QString() : resigned.error().text));
        const Verification fresh = verified(*resigned, *again, secret.view(), Now + Day);
        QVERIFY2(fresh.verdict() == Verdict::Valid, qPrintable(fresh.reason));
        if (!context.scheme->contentId.empty() && context.scheme->contentId[0].kind == Locator::Kind::Header) {
            const QByteArray name = context.scheme->contentId[0].name;
            QCOMPARE(eventOf(bytesOf(resigned)).request->headers.value(name), event.request->headers.value(name));
        }
    }

    void samples_areComplete()
    {
        const SampleCatalog samples;
        QCOMPARE(samples.all().front().id, QByteArray("stripe-charge-succeeded"));
        for (const char* scheme : {"standard-webhooks", "svix", "stripe", "github", "slack", "shopify", "gitlab",
                 "webhookdo", "webhookdo-envelope", "generic-hmac-sha256-hex", "generic-ed25519"})
            QVERIFY2(samples.firstOf(scheme), scheme);
        QVERIFY(!samples.find("none"));
        QVERIFY(!sampleFromJson("{").ok());
        QVERIFY(!sampleFromJson("{}").ok());
    }

    void json_roundTrip()
    {
        Draft draft;
        draft.name = QStringLiteral("Prüfung");
        draft.url = "http://a/\xff";
        draft.fields = {{"A", "\xe4"}, {"Host", {}, true}};
        draft.body = QByteArray("\xef\xbb\xbf\0\xff{}", 7);
        draft.leftOut = {"Accept"};
        draft.scheme = "stripe";
        draft.secretId = 7;
        draft.settings = {{"audience", "x"}};
        draft.chunked = true;
        draft.sending.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("p"), 1080, QStringLiteral("me"),
            std::make_shared<const SecretBytes>(QByteArrayView("hidden"))};
        draft.sending.tls.passphrase = std::make_shared<const SecretBytes>(QByteArrayView("hidden"));
        draft.sending.tls.verify = false;
        draft.sending.timeouts.totalMs = 0;
        const QByteArray text = QJsonDocument(toJson(draft)).toJson();
        QVERIFY(!text.contains("hidden"));
        const auto back = draftFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(back.ok());
        QCOMPARE(QJsonDocument(toJson(*back)).toJson(), text);
        QCOMPARE(back->body, draft.body);
        QCOMPARE(back->url, draft.url);
        QVERIFY(back->fields == draft.fields);
        QCOMPARE(back->sending.timeouts.totalMs, 0);
        QVERIFY(!back->sending.tls.verify);
    }

    void json_broken_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("member");
        QTest::newRow("body") << QByteArray(R"({"body":5})") << QStringLiteral("body");
        QTest::newRow("base64") << QByteArray(R"({"body":{"base64":"*"}})") << QStringLiteral("body");
        QTest::newRow("fields") << QByteArray(R"({"fields":[["a"]]})") << QStringLiteral("fields");
        QTest::newRow("flag") << QByteArray(R"({"variables":"yes"})") << QStringLiteral("variables");
        QTest::newRow("number") << QByteArray(R"({"version_minor":9})") << QStringLiteral("version_minor");
        QTest::newRow("sending") << QByteArray(R"({"sending":{"proxy":77}})") << QStringLiteral("proxy");
    }
    void json_broken()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, member);
        const auto draft = draftFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!draft.ok());
        QVERIFY2(draft.error().text.contains(member), qPrintable(draft.error().text));
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
