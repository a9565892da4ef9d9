#include "signature/Diagnosis.h"
#include "signature/Scheme.h"
#include "signature/Signer.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <zlib.h>

using namespace creel;

namespace
{

constexpr qint64 nowUs = 1'795'468'988'000'000;
const QByteArray compact =
    R"({"id":"evt_1","type":"charge.succeeded","data":{"name":"Jenny","amount":2000,"ok":true,"list":[1,2]}})";
const QByteArray indented = "{\n  \"id\": \"evt_1\",\n  \"type\": \"charge.succeeded\",\n  \"data\": {\n    "
                            "\"amount\": 2000,\n    \"empty\": []\n  }\n}";
const QByteArray python = R"({"id": "evt_1", "type": "charge.succeeded", "data": {"amount": 2000, "list": [1, 2]}})";

/** An event as its sender signed it, and what then happened to it and to the secret. */
struct Case {
    QByteArray cause;
    QByteArray scheme = "github";
    QByteArray body = compact; ///< as signed
    QByteArray secret = "It's a Secret to Everybody"; ///< as the sender has it
    QByteArray url = "https://hooks.example.com/in/stripe?tenant=7";
    QMap<QByteArray, QByteArray> settings = {};
    std::function<void(SignedMessage&, QByteArray& secret)> happens = [](SignedMessage&, QByteArray&) {};
    std::function<void(DiagnosisInput&)> also = [](DiagnosisInput&) {};
    QByteArrayList causes = {};
    QByteArray contentType = "application/json";
};

QByteArray gzip(const QByteArray& body)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(body.size()))) + 32, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.constData()));
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray hmacHex(const QByteArray& key, const QByteArray& content,
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    return QMessageAuthenticationCode::hash(content, key, algorithm).toHex();
}

} // namespace

class TestDiagnosis : public QObject
{
    Q_OBJECT
private:
    std::shared_ptr<const SchemeCatalog> m_catalog = SchemeCatalog::load();

    static std::vector<NamedSecret> named(const QByteArray& secret)
    {
        std::vector<NamedSecret> secrets;
        secrets.push_back({QStringLiteral("mine"), SecretBytes(secret)});
        return secrets;
    }

    /** What the provider sends. */
    SignedMessage signedEvent(const Case& c)
    {
        SigningInput input;
        input.message = {"POST", c.url, {{"Content-Type", c.contentType}, {"User-Agent", "Test/1"}}, c.body};
        input.nowUs = nowUs;
        const auto done = sign(*m_catalog->find(c.scheme), SecretBytes(c.secret), c.settings, input);
        if (!done)
            qFatal("%s: %s", c.scheme.constData(), qPrintable(done.error().text));
        SignedMessage message = input.message;
        for (const HeaderField& field : done->headers)
            message.headers.add(field.name, field.value);
        message.body = done->body;
        return message;
    }

    Diagnosis run(const Case& c, Verification* verification = nullptr)
    {
        SignedMessage message = signedEvent(c);
        QByteArray secret = c.secret;
        c.happens(message, secret);
        DiagnosisInput input;
        input.catalog = m_catalog;
        input.scheme = m_catalog->find(c.scheme);
        input.message = message;
        if (!secret.isEmpty())
            input.secrets = named(secret);
        input.settings = c.settings;
        input.nowUs = nowUs;
        input.budgetMs = 20'000; // sanitizers are slow; what is found is the same
        c.also(input);
        std::vector<NamedSecret> again;
        for (const NamedSecret& one : input.secrets)
            again.push_back({one.name, one.value.clone()});
        const Verifier verifier(input.scheme, std::move(again), input.settings);
        const Verification result = verifier.verify(input.message, input.nowUs);
        if (verification)
            *verification = result;
        return diagnose(input, result);
    }

    static std::vector<Case> cases();

private slots:
    void everyCauseIsFound_data()
    {
        QTest::addColumn<int>("index");
        const auto all = cases();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::addRow("%s %d", all[i].cause.constData(), int(i)) << int(i);
    }
    void everyCauseIsFound()
    {
        QFETCH(int, index);
        const Case c = cases()[std::size_t(index)];
        Verification verification;
        const Diagnosis diagnosis = run(c, &verification);
        QVERIFY(verification.verdict() != Verdict::Valid);
        QByteArrayList found;
        for (const Cause& cause : diagnosis.causes)
            found << (cause.causes.isEmpty() ? cause.cause : cause.causes.join('+'));
        QVERIFY2(!found.isEmpty(), "nothing was found");
        const QByteArray wanted = c.causes.isEmpty() ? c.cause : c.causes.join('+');
        QVERIFY2(found.first() == wanted, found.join(", ").constData());
        QVERIFY(!diagnosis.causes.front().text.isEmpty());
        QVERIFY(!diagnosis.causes.front().text.contains(QLatin1String("%1")));
        QVERIFY(!diagnosis.causes.front().text.contains(QString::fromUtf8(c.secret)) || c.secret.size() < 4);
    }

    void untouchedEventsHaveNoCause()
    {
        for (const char* scheme : {"github", "stripe", "shopify", "slack", "svix"}) {
            Case c;
            c.scheme = scheme;
            if (c.scheme == "svix")
                c.secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
            Verification verification;
            const Diagnosis diagnosis = run(c, &verification);
            QCOMPARE(verification.verdict(), Verdict::Valid);
            QVERIFY(diagnosis.causes.empty());
        }
    }

    void nothingMatchesSaysWhatWasRuledOut()
    {
        Case c;
        c.happens = [](SignedMessage& message, QByteArray&) { message.body.replace("2000", "2001"); };
        const Diagnosis diagnosis = run(c);
        QCOMPARE(diagnosis.causes.size(), std::size_t(1));
        QCOMPARE(diagnosis.causes[0].cause, QByteArray("nothing_matches"));
        QVERIFY(diagnosis.causes[0].ruledOut.size() > 45);
        QVERIFY(diagnosis.causes[0].ruledOut.contains("body_indented")
            || diagnosis.causes[0].ruledOut.contains("body_reserialized_compact"));
    }

    void differenceIsAtTheRightByte()
    {
        Case c;
        c.cause = "body_reserialized_compact";
        c.body = indented;
        c.happens = [](SignedMessage& message, QByteArray&) {
            message.body = R"({"id":"evt_1","type":"charge.succeeded","data":{"amount":2000,"empty":[]}})";
        };
        const Diagnosis diagnosis = run(c);
        QCOMPARE(diagnosis.causes.front().signedContent.value(), indented);
        QCOMPARE(diagnosis.causes.front().firstDifference, qint64(1));
        QVERIFY(diagnosis.causes.front().text.contains(QLatin1String("two blanks")));
    }

    void bothExplanationsAreShown()
    {
        // One secret under two names: the other endpoint's and, quoted, this endpoint's.
        Case c;
        c.happens = [](SignedMessage&, QByteArray& secret) { secret = '"' + secret + '"'; };
        c.also = [](DiagnosisInput& input) {
            input.otherSecrets.push_back(
                {QStringLiteral("other"), SecretBytes(QByteArrayView("It's a Secret to Everybody"))});
        };
        const Diagnosis diagnosis = run(c);
        QCOMPARE(diagnosis.causes.size(), std::size_t(2));
        QCOMPARE(diagnosis.causes[0].cause, QByteArray("secret_quotes"));
        QCOMPARE(diagnosis.causes[1].cause, QByteArray("other_endpoint_secret"));
        QCOMPARE(diagnosis.causes[1].secret.value(), QStringLiteral("other"));
    }

    void hints_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("hint");
        QTest::newRow("api key") << QByteArray("sk_live_4eC39HqLyjWDarjtT1zdp7dc") << compact
                                 << QByteArray("wrong_kind_of_key");
        QTest::newRow("replacement") << QByteArray("other") << QByteArray("{\"name\":\"M\xEF\xBF\xBDller\"}")
                                     << QByteArray("bytes_lost");
        QTest::newRow("question mark") << QByteArray("other") << QByteArray("{\"name\":\"M?ller\"}")
                                       << QByteArray("bytes_lost");
        QTest::newRow("sorted") << QByteArray("other") << QByteArray(R"({"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7})")
                                << QByteArray("keys_reordered");
    }
    void hints()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, hint);
        Case c;
        c.happens = [&](SignedMessage& message, QByteArray& entered) {
            message.body = body;
            entered = secret;
        };
        const Diagnosis diagnosis = run(c);
        QVERIFY(
            std::any_of(diagnosis.hints.begin(), diagnosis.hints.end(), [&](const Hint& h) { return h.hint == hint; }));
    }

    void replayIsAHintAlsoWhenValid()
    {
        Case c;
        c.also = [](DiagnosisInput& input) { input.sameProviderId = {41}; };
        const Diagnosis diagnosis = run(c);
        QCOMPARE(diagnosis.hints.size(), std::size_t(1));
        QCOMPARE(diagnosis.hints[0].hint, QByteArray("replay"));
    }

    void stops()
    {
        Case c;
        SignedMessage message = signedEvent(c);
        message.body += 'x';
        DiagnosisInput input;
        input.catalog = m_catalog;
        input.scheme = m_catalog->find("github");
        input.message = message;
        input.secrets = named(c.secret);
        input.nowUs = nowUs;
        StopSource source;
        source.stop();
        Verification verification;
        verification.signature = SignatureState::Invalid;
        const Diagnosis diagnosis = diagnose(input, verification, source.token());
        QVERIFY(diagnosis.causes.empty());
        QVERIFY(!diagnosis.complete);
    }
};

std::vector<Case> TestDiagnosis::cases()
{
    std::vector<Case> all;
    const QByteArray whsec = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const auto secretCase = [&](const char* cause, const char* scheme, const QByteArray& right,
                                const QByteArray& entered) {
        Case c;
        c.cause = cause;
        c.scheme = scheme;
        c.secret = right;
        c.happens = [entered](SignedMessage&, QByteArray& secret) { secret = entered; };
        all.push_back(c);
    };
    const auto bodyCase = [&](const char* cause, const QByteArray& sent, const QByteArray& received,
                              const char* type = "application/json", QByteArrayList causes = {}) {
        Case c;
        c.cause = cause;
        c.body = sent;
        c.contentType = type;
        c.causes = causes;
        c.happens = [received](SignedMessage& message, QByteArray&) { message.body = received; };
        all.push_back(c);
    };
    const auto headerCase = [&](const char* cause, const char* scheme,
                                std::function<void(SignedMessage&, QByteArray&)> happens, QByteArrayList causes = {}) {
        Case c;
        c.cause = cause;
        c.scheme = scheme;
        c.happens = std::move(happens);
        c.causes = causes;
        all.push_back(c);
    };

    secretCase("secret_whitespace", "github", "s3cret-of-mine", "s3cret-of-mine\n");
    secretCase("secret_whitespace", "stripe", "whsec_abc123def456", "  whsec_abc123def456");
    secretCase("secret_whitespace", "github", "s3cret-of-mine\n", "s3cret-of-mine");
    secretCase("secret_whitespace", "github", "a secret of mine", "a secret of mine\xE2\x80\x8B");
    secretCase("secret_quotes", "github", "s3cret-of-mine", "\"s3cret-of-mine\"");
    secretCase("secret_quotes", "svix", whsec, "'" + whsec + "'");
    secretCase("secret_prefix_kept", "svix", whsec, "v1," + whsec);
    secretCase("secret_prefix_kept", "github", "s3cret-of-mine", "sha256=s3cret-of-mine");
    secretCase("secret_prefix_kept", "github", "s3cret-of-mine", "GITHUB_SECRET=s3cret-of-mine");
    secretCase("secret_prefix_dropped", "stripe", "whsec_abc123def456", "abc123def456");
    secretCase("secret_base64_as_text", "github", QByteArray::fromBase64("c29tZSBieXRlcyBoZXJlISE="),
        "c29tZSBieXRlcyBoZXJlISE=");
    secretCase("secret_hex_as_text", "github", QByteArray::fromHex("00112233445566778899aabbccddeeff01"),
        "00112233445566778899aabbccddeeff01");
    secretCase("secret_escaped", "github", "abc=def/ghi==", "abc\\u003ddef\\/ghi%3D%3D");
    {
        Case c;
        c.cause = "secret_text_as_base64";
        c.scheme = "standard-webhooks";
        c.secret = whsec;
        c.happens = [whsec](SignedMessage& message, QByteArray&) {
            const QByteArray content = *message.headers.value("webhook-id") + '.'
                + *message.headers.value("webhook-timestamp") + '.' + message.body;
            message.headers.set("webhook-signature",
                "v1," + QMessageAuthenticationCode::hash(content, whsec, QCryptographicHash::Sha256).toBase64());
        };
        all.push_back(c);
        Case hex;
        hex.cause = "secret_text_as_hex";
        hex.scheme = "close";
        hex.secret = "00112233445566778899aabbccddeeff";
        hex.happens = [](SignedMessage& message, QByteArray& secret) {
            const QByteArray content = *message.headers.value("close-sig-timestamp") + message.body;
            message.headers.set("close-sig-hash", hmacHex(secret, content));
        };
        all.push_back(hex);
    }
    {
        Case c;
        c.cause = "other_endpoint_secret";
        c.happens = [](SignedMessage&, QByteArray& secret) { secret = "a wrong one"; };
        c.also = [](DiagnosisInput& input) {
            input.otherSecrets.push_back(
                {QStringLiteral("old"), SecretBytes(QByteArrayView("It's a Secret to Everybody"))});
        };
        all.push_back(c);
    }

    bodyCase("body_reserialized_compact", indented,
        R"({"id":"evt_1","type":"charge.succeeded","data":{"amount":2000,"empty":[]}})");
    bodyCase("body_reserialized_compact", python,
        R"({"id":"evt_1","type":"charge.succeeded","data":{"amount":2000,"list":[1,2]}})");
    bodyCase("body_reserialized_python",
        R"({"id":"evt_1","type":"charge.succeeded","data":{"amount":2000,"list":[1,2]}})", python);
    bodyCase(
        "body_indented", R"({"id":"evt_1","type":"charge.succeeded","data":{"amount":2000,"empty":[]}})", indented);
    bodyCase("body_sorted_keys", R"({"a":1,"b":{"c":2,"d":3}})", R"({"b":{"d":3,"c":2},"a":1})");
    bodyCase("body_unicode_escaped", "{\"name\":\"J\xC3\xA9r\xC3\xB4me \xF0\x9F\x98\x80\"}",
        R"({"name":"J\u00e9r\u00f4me \ud83d\ude00"})");
    bodyCase("body_unicode_unescaped", R"({"name":"J\u00e9r\u00f4me \ud83d\ude00"})",
        "{\"name\":\"J\xC3\xA9r\xC3\xB4me \xF0\x9F\x98\x80\"}");
    bodyCase("body_unicode_unescaped", R"({"html":"\u003cb\u003e\u0026"})", R"({"html":"<b>&"})");
    bodyCase("body_unicode_unescaped", R"({"q":"a\u003db \u0027c\u0027 \u003e"})", R"({"q":"a=b 'c' >"})");
    bodyCase("body_unicode_escaped", R"({"q":"say \"hi\" & go\b"})", R"({"q":"say \u0022hi\u0022 \u0026 go\u0008"})");
    bodyCase("body_slashes_escaped", R"({"url":"https://a/b"})", R"({"url":"https:\/\/a\/b"})");
    bodyCase("body_slashes_unescaped", R"({"url":"https:\/\/a\/b"})", R"({"url":"https://a/b"})");
    bodyCase("body_numbers", R"({"amount":136.0,"n":7})", R"({"amount":136,"n":7})");
    bodyCase("body_numbers", R"({"amount":136,"n":7})", R"({"amount":136.0,"n":7})");
    bodyCase("body_numbers", R"({"id":9007199254740993,"n":7})", R"({"id":9007199254740992,"n":7})");
    bodyCase("body_numbers", R"({"a":136.0,"b":12.50,"n":7})", R"({"a":136,"b":12.5,"n":7})");
    bodyCase("body_charset", "{\"price\":\"5 \x80\"}", "{\"price\":\"5 \xE2\x82\xAC\"}");
    bodyCase("body_double_encoded", R"({"a":1})", R"("{\"a\":1}")");
    bodyCase("body_double_encoded", R"("{\"a\":1}")", R"({"a":1})");
    bodyCase("body_empty_as_object", "", "{}");
    bodyCase("body_empty_as_object", "{}", "");
    bodyCase("trailing_newline_added", compact, compact + '\n');
    bodyCase("trailing_newline_cut", compact + '\n', compact);
    bodyCase("crlf", "a\nb\nc", "a\r\nb\r\nc", "text/plain");
    bodyCase("crlf", "a\r\nb\r\nc", "a\nb\nc", "text/plain");
    bodyCase("bom", "\xEF\xBB\xBF" + compact, compact);
    bodyCase("bom", compact, "\xEF\xBB\xBF" + compact);
    bodyCase("body_charset", "{\"name\":\"M\xFCller\"}", "{\"name\":\"M\xC3\xBCller\"}");
    bodyCase("body_charset", "{\"name\":\"M\xC3\xBCller\"}", "{\"name\":\"M\xC3\x83\xC2\xBCller\"}");
    bodyCase("body_base64", compact, compact.toBase64());
    bodyCase("body_base64", compact.toBase64(), compact);
    bodyCase("form_reencoded", "a=b+c&d=%e4%f6&e=%2f~", "a=b%20c&d=%E4%F6&e=%2F~", "application/x-www-form-urlencoded");
    bodyCase("form_reencoded", "a=b%20c&e=%2F", "a=b+c&e=%2F", "application/x-www-form-urlencoded");
    bodyCase("body_form_payload", "payload=" + compact.toPercentEncoding(), compact);
    bodyCase(
        "body_form_payload", compact, "payload=" + compact.toPercentEncoding(), "application/x-www-form-urlencoded");
    bodyCase("body_decompressed", gzip(compact), compact);
    bodyCase("body_compressed", compact, gzip(compact));
    bodyCase("body_reserialized_compact", R"({"name": "J\u00e9r\u00f4me", "n": 1})",
        "{\"name\":\"J\xC3\xA9r\xC3\xB4me\",\"n\":1}", "application/json",
        {"body_reserialized_compact", "body_unicode_unescaped"});

    // What one library writes counts for a long document, too.
    QByteArray written = "[";
    QByteArray received = "[";
    for (int i = 0; i < 1'800; ++i) {
        const QByteArray number = QByteArray::number(i);
        written += (i ? ", " : "") + ("{\"n\": " + number) + R"(, "name": "J\u00e9r\u00f4me", "price": 1.5})";
        received += (i ? "," : "") + ("{\"n\":" + number) + ",\"name\":\"J\xC3\xA9r\xC3\xB4me\",\"price\":1.5}";
    }
    bodyCase("body_reserialized_compact", written + ']', received + ']', "application/json",
        {"body_reserialized_compact", "body_unicode_unescaped"});

    // The hash in a token, too.
    Case token{"body_reserialized_compact", "netlify", "{\"name\": \"J\xC3\xA9r\xC3\xB4me\", \"n\": 1}"};
    token.happens = [](SignedMessage& message, QByteArray&) { message.body = R"({"name":"J\u00e9r\u00f4me","n":1})"; };
    token.causes = {"body_reserialized_compact", "body_unicode_escaped"};
    all.push_back(token);

    // Numbers of a document with a line end behind it.
    bodyCase("body_numbers", "{\"a\":136.0,\"n\":7}\n", "{\"a\":136,\"n\":7}\n");
    bodyCase("body_numbers", R"({"a":1e3,"n":7})", R"({"a":1000,"n":7})");
    bodyCase("body_numbers", R"({"l":[{"price":1.50},{"price":2.00},{"price":10.25}],"n":7})",
        R"({"l":[{"price":1.5},{"price":2},{"price":10.25}],"n":7})");
    bodyCase("body_reserialized_compact", R"({"price": 2.0, "list": [1.5, 3.0], "n": 7})",
        R"({"price":2,"list":[1.5,3],"n":7})", "application/json", {"body_reserialized_compact", "body_numbers"});
    bodyCase("body_reserialized_compact", "{\n  \"a\" : [ 1, 2 ],\n  \"b\" : { }\n}", R"({"a":[1,2],"b":{}})");
    bodyCase("body_sorted_keys", R"({"b": 1, "z": 2, "aa": 3})", R"({"aa": 3, "z": 2, "b": 1})");
    bodyCase("body_indented", compact,
        [] {
            QByteArray lines =
                "{\n  \"id\": \"evt_1\",\n  \"type\": \"charge.succeeded\",\n  \"data\": {\n    \"name\": "
                "\"Jenny\",\n    \"amount\": 2000,\n    \"ok\": true,\n    \"list\": [\n      1,\n      "
                "2\n    ]\n  }\n}\n";
            return lines;
        }(),
        "application/json", {"body_indented", "trailing_newline_added"});
    bodyCase("body_charset", "{\"price\":\"5 \xE2\x82\xAC\"}", "{\"price\":\"5 \xA4\"}");
    bodyCase("body_base64", compact, compact.toBase64().insert(40, "\n") + '\n');
    bodyCase("form_reencoded", "a%5Bb%5D=c+d", "a[b]=c+d", "application/x-www-form-urlencoded");
    secretCase("secret_quotes", "github", "s3cret-of-mine", "\"s3cret-of-mine");
    secretCase("secret_prefix_dropped", "persona", "wbhsec_abc123def456", "abc123def456");
    secretCase("secret_prefix_kept", "github", "s3cret-of-mine", "export SECRET=s3cret-of-mine");
    secretCase("secret_prefix_kept", "bearer", "s3cret-of-mine", "Bearer s3cret-of-mine");
    secretCase("secret_base64_as_text", "stripe", QByteArray::fromBase64("c29tZSBieXRlcyBoZXJlISE="),
        "whsec_c29tZSBieXRlcyBoZXJlISE=");

    headerCase("timestamp_ms", "stripe", [](SignedMessage& message, QByteArray& secret) {
        const QByteArray seconds = QByteArray::number(nowUs / 1'000'000);
        message.headers.set(
            "Stripe-Signature", "t=" + seconds + ",v1=" + hmacHex(secret, seconds + "000." + message.body));
    });
    headerCase("timestamp_not_signed", "stripe", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set(
            "Stripe-Signature", "t=" + QByteArray::number(nowUs / 1'000'000) + ",v1=" + hmacHex(secret, message.body));
    });
    headerCase("content_separator", "stripe", [](SignedMessage& message, QByteArray& secret) {
        const QByteArray seconds = QByteArray::number(nowUs / 1'000'000);
        message.headers.set(
            "Stripe-Signature", "t=" + seconds + ",v1=" + hmacHex(secret, seconds + ':' + message.body));
    });
    headerCase("header_order", "stripe", [](SignedMessage& message, QByteArray& secret) {
        const QByteArray seconds = QByteArray::number(nowUs / 1'000'000);
        message.headers.set(
            "Stripe-Signature", "t=" + seconds + ",v1=" + hmacHex(secret, message.body + '.' + seconds));
    });
    const auto urlCase = [&](const char* cause, const QByteArray& arrived) {
        headerCase(cause, "square", [arrived](SignedMessage& message, QByteArray&) { message.url = arrived; });
    };
    urlCase("url_scheme", "http://hooks.example.com/in/stripe?tenant=7");
    urlCase("url_port", "https://hooks.example.com:8443/in/stripe?tenant=7");
    urlCase("url_trailing_slash", "https://hooks.example.com/in/stripe/?tenant=7");
    headerCase("url_host", "square", [](SignedMessage& message, QByteArray&) {
        message.url = "https://127.0.0.1/in/stripe?tenant=7";
        message.headers.add("X-Forwarded-Host", "hooks.example.com");
    });
    headerCase("url_path", "square", [](SignedMessage& message, QByteArray&) {
        message.url = "https://hooks.example.com/proxy/in/stripe?tenant=7";
    });
    {
        Case c;
        c.cause = "url_query";
        c.scheme = "square";
        c.url = "https://hooks.example.com/in/stripe";
        c.happens = [](SignedMessage& message, QByteArray&) { message.url += "?utm=1"; };
        all.push_back(c);
    }
    urlCase("url_query", "https://hooks.example.com/in/stripe?utm=1&tenant=7");
    urlCase("url_host", "https://www.hooks.example.com/in/stripe?tenant=7");
    headerCase("content_separator", "slack", [](SignedMessage& message, QByteArray& secret) {
        const QByteArray seconds = QByteArray::number(nowUs / 1'000'000);
        message.headers.set("X-Slack-Signature", "v0=" + hmacHex(secret, seconds + ':' + message.body));
    });
    headerCase("trailing_newline_cut", "klaviyo", [](SignedMessage& message, QByteArray& secret) {
        const QByteArray stamp = *message.headers.value("Klaviyo-Timestamp");
        message.headers.set("Klaviyo-Signature", hmacHex(secret, message.body + '\n' + stamp));
    });
    headerCase("header_order", "contentful", [](SignedMessage& message, QByteArray& secret) {
        const QByteArray listed = "x-contentful-timestamp,x-contentful-signed-headers";
        const QByteArray stamp = *message.headers.value("X-Contentful-Timestamp");
        message.url = "https://hooks.example.com/in";
        message.headers.set("X-Contentful-Signed-Headers", listed);
        message.headers.set("X-Contentful-Signature",
            hmacHex(secret,
                "POST\n/in\nx-contentful-timestamp:" + stamp + ";x-contentful-signed-headers:" + listed + '\n'
                    + message.body));
    });
    headerCase("algorithm_sha1", "generic-hmac-sha256-hex", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Signature", hmacHex(secret, message.body, QCryptographicHash::Sha1));
    });
    headerCase("algorithm_sha512", "generic-hmac-sha256-hex", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Signature", hmacHex(secret, message.body, QCryptographicHash::Sha512));
    });
    headerCase("algorithm_sha256", "generic-hmac-sha1-hex", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Signature", hmacHex(secret, message.body));
    });
    headerCase("encoding_base64", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set(
            "X-Hub-Signature-256", "sha256=" + QByteArray::fromHex(hmacHex(secret, message.body)).toBase64());
    });
    headerCase("encoding_hex", "shopify", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Shopify-Hmac-Sha256", hmacHex(secret, message.body));
    });
    headerCase("encoding_hex_upper", "shopify", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Shopify-Hmac-Sha256", hmacHex(secret, message.body).toUpper());
    });
    headerCase("encoding_base64url", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Hub-Signature-256",
            "sha256="
                + QByteArray::fromHex(hmacHex(secret, message.body + ""))
                      .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    });
    headerCase("encoding_padding", "shopify", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Shopify-Hmac-Sha256",
            QByteArray::fromHex(hmacHex(secret, message.body)).toBase64(QByteArray::OmitTrailingEquals));
    });
    headerCase("other_header", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.removeAll("X-Hub-Signature-256");
        message.headers.add("X-My-Signature", "sha256=" + hmacHex(secret, message.body));
    });
    headerCase("signature_prefix", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Hub-Signature-256", "sha256= " + hmacHex(secret, message.body));
    });
    headerCase("signature_prefix", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Hub-Signature-256", hmacHex(secret, message.body));
    });
    headerCase("signature_truncated", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Hub-Signature-256", "sha256=" + hmacHex(secret, message.body).left(40));
    });
    headerCase("signature_truncated", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set("X-Hub-Signature-256", "sha256=" + hmacHex(secret, message.body).left(63));
    });
    headerCase("signature_truncated", "shopify", [](SignedMessage& message, QByteArray& secret) {
        message.headers.set(
            "X-Shopify-Hmac-Sha256", QByteArray::fromHex(hmacHex(secret, message.body)).left(20).toBase64());
    });
    headerCase("other_scheme", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.removeAll("X-Hub-Signature-256");
        message.headers.add("X-Razorpay-Signature", hmacHex(secret, message.body));
    });
    headerCase("other_scheme", "github", [](SignedMessage& message, QByteArray& secret) {
        message.headers.removeAll("X-Hub-Signature-256");
        const QByteArray seconds = QByteArray::number(nowUs / 1'000'000);
        message.headers.add(
            "Stripe-Signature", "t=" + seconds + ",v1=" + hmacHex(secret, seconds + '.' + message.body));
    });
    headerCase("unsigned", "github",
        [](SignedMessage& message, QByteArray&) { message.headers.removeAll("X-Hub-Signature-256"); });
    {
        Case c;
        c.cause = "timestamp_stale";
        c.scheme = "stripe";
        c.also = [](DiagnosisInput& input) { input.nowUs = nowUs + 3'600'000'000; };
        all.push_back(c);
        c.cause = "clock_skew";
        c.scheme = "standard-webhooks";
        c.secret = whsec;
        c.also = [](DiagnosisInput& input) { input.nowUs = nowUs - 3'600'000'000; };
        all.push_back(c);
    }
    headerCase("secret_whitespace", "github",
        [](SignedMessage& message, QByteArray& secret) {
            message.body += '\n';
            secret += '\n';
        },
        {"secret_whitespace", "trailing_newline_added"});
    return all;
}

QTEST_APPLESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
