#include "exchange/Mask.h"
#include "exchange/RawMessage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace creel;

namespace
{

const QByteArray planted = "hunter2-planted-Geheimnis";

Mask standardMask()
{
    return Mask(MaskRules::standard(), "workspace");
}

QByteArray maskedBody(const QByteArray& body, const QByteArray& type)
{
    Mask::Count count;
    return standardMask().body(body, type, count);
}

} // namespace

class TestMask : public QObject
{
    Q_OBJECT
private slots:
    void placeholdersAreStableAndKeyed()
    {
        const Mask mask = standardMask();
        QCOMPARE(mask.placeholder("a"), mask.placeholder("a"));
        QVERIFY(mask.placeholder("a") != mask.placeholder("b"));
        QVERIFY(mask.placeholder("a") != Mask(MaskRules::standard(), "other").placeholder("a"));
        QCOMPARE(mask.placeholder(mask.placeholder("a")), mask.placeholder("a"));
    }

    void everyListedHeader_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
            {"Authorization", "proxy-authorization", "COOKIE", "Set-Cookie", "X-Hook-Secret", "X-Gitlab-Token"})
            QTest::newRow(name) << QByteArray(name);
    }
    void everyListedHeader()
    {
        QFETCH(QByteArray, name);
        Mask::Count count;
        const QByteArray head =
            standardMask().head("POST / HTTP/1.1\r\nHost: a\r\n" + name + ":  " + planted + " \r\n\r\n", count);
        QVERIFY(!head.contains(planted));
        QCOMPARE(count.values, 1);
        QCOMPARE(
            head, "POST / HTTP/1.1\r\nHost: a\r\n" + name + ":  " + standardMask().placeholder(planted) + " \r\n\r\n");
    }

    void everyListedName_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
            {"token", "access_token", "SECRET", "client_secret", "Password", "api_key", "apikey", "verification_token"})
            QTest::newRow(name) << QByteArray(name);
    }
    void everyListedName()
    {
        QFETCH(QByteArray, name);
        const QByteArray placeholder = standardMask().placeholder(planted);
        Mask::Count count;
        QCOMPARE(standardMask().target("/x?a=1&" + name + '=' + planted + "&b=2", count),
            "/x?a=1&" + name + '=' + placeholder + "&b=2");
        QCOMPARE(maskedBody(" {\"a\" : {\"" + name + "\" : \"" + planted + "\"} } ", "application/json"),
            " {\"a\" : {\"" + name + "\" : \"" + placeholder + "\"} } ");
        QCOMPARE(maskedBody("a=1&" + name + '=' + planted, "application/x-www-form-urlencoded"),
            "a=1&" + name + '=' + placeholder);
        QVERIFY(!maskedBody(
            "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + planted + "\r\n--B--\r\n",
            "multipart/form-data; boundary=B")
                     .contains(planted));
    }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("escaped name") << "{\"to\\u006ben\":\"" + planted + "\"}" << QByteArray();
        QTest::newRow("array under a name") << "{\"token\":[1,{\"x\":\"" + planted + "\"}]}" << QByteArray();
        QTest::newRow("JSON in a JSON string") << "{\"m\":\"{\\\"token\\\":\\\"" + planted + "\\\"}\"}" << QByteArray();
        QTest::newRow("JSON in a form") << "payload=%7B%22token%22%3A%22" + planted + "%22%7D"
                                        << QByteArray("application/x-www-form-urlencoded");
        QTest::newRow("nested form name")
            << "user%5Btoken%5D=" + planted << QByteArray("application/x-www-form-urlencoded");
        QTest::newRow("cut off") << "{\"token\":\"" + planted << QByteArray();
        QTest::newRow("duplicate") << "{\"token\":\"a\",\"token\":\"" + planted + "\"}" << QByteArray();
    }
    void bodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QVERIFY(!maskedBody(body, type).contains(planted));
    }

    void whatIsNoCredentialKeepsItsBytes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("odd blanks") << QByteArray("{ \"a\":1 ,\n\t\"b\" : [ 1e400, \"\\ud800\" ] }\r\n");
        QTest::newRow("name as a value") << QByteArray("{\"kind\":\"token\",\"x\":1}");
        QTest::newRow("true and null") << QByteArray("{\"token\":true,\"secret\":null,\"password\":\"\"}");
        QTest::newRow("binary") << QByteArray("\0\xff token=1", 10);
        QTest::newRow("after the masked one") << QByteArray("{\"token\":null,\"other\":\"x\"}");
    }
    void whatIsNoCredentialKeepsItsBytes()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(maskedBody(body, "application/json"), body);
    }

    void credentialsUnderAContentCodingAreFound()
    {
        const QByteArray plain = "{\"token\":\"" + planted + "\",\"a\":\"b\"}";
        const QByteArray zlib = qCompress(plain).sliced(4); // Qt puts four bytes of length before it
        EventDetail detail;
        detail.request = std::make_shared<Request>(
            readRaw("POST / HTTP/1.1\r\nHost: a\r\nContent-Encoding: deflate\r\nContent-Length: "
                + QByteArray::number(zlib.size()) + "\r\n\r\n" + zlib)
                .request);
        Mask::Count count;
        const EventDetail masked = standardMask().event(detail, count);
        QCOMPARE(count.values, 1);
        QVERIFY(!masked.request->head.contains("Content-Encoding"));
        QCOMPARE(masked.request->body, "{\"token\":\"" + standardMask().placeholder(planted) + "\",\"a\":\"b\"}");
        QCOMPARE(masked.request->headers.value("Content-Length"), QByteArray::number(masked.request->body.size()));
    }

    void rulesAreKeptAsWhatTheUserChanged()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("made/masks.json"));
        const MaskRules defaults = MaskRules::standard();
        QCOMPARE(*MaskRules::load(file, defaults), defaults);
        MaskRules mine = defaults;
        mine.addHeader("X-My-Token");
        mine.addName("PIN");
        mine.headers.erase("cookie");
        QVERIFY(mine.save(file, defaults).ok());
        QCOMPARE(*MaskRules::load(file, defaults), mine);

        // What the program brings later holds too, and what the user took out stays out.
        MaskRules later = defaults;
        later.addHeader("X-New-Provider");
        const auto read = MaskRules::load(file, later);
        QVERIFY(read->headers.contains("x-new-provider") && read->headers.contains("x-my-token"));
        QVERIFY(!read->headers.contains("cookie"));

        Mask::Count count;
        const Mask mask(mine, "workspace");
        QVERIFY(!mask.head("GET /?pin=" + planted + " HTTP/1.1\r\nx-my-token: " + planted + "\r\n\r\n", count)
                     .contains(planted));
        QCOMPARE(count.values, 2);
        QCOMPARE(mask.headerValue("Cookie", "a=b", count), QByteArray("a=b"));

        QVERIFY(defaults.save(file, defaults).ok());
        QVERIFY(!QFile::exists(file));
    }

    void brokenRulesAreToldAndNeverTaken_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char* json : {"", "{", "[]", R"({"headers":[]})", R"({"headers":{"added":"x"}})",
                 R"({"headers":{"added":["x y"]}})", R"({"headers":{"dropped":[]}})", R"({"names":{"added":[""]}})",
                 R"({"names":{"added":[1]}})", R"({"mask":{}})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void brokenRulesAreToldAndNeverTaken()
    {
        QFETCH(QByteArray, json);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("masks.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
        file.close();
        const auto rules = MaskRules::load(file.fileName(), MaskRules::standard());
        QVERIFY(!rules.ok());
        QVERIFY(rules.error().text.contains(file.fileName()));
    }

    void anEventStaysWhole()
    {
        EventDetail detail;
        detail.request = std::make_shared<Request>(
            readRaw("POST /?token=" + planted + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + planted
                + "\r\nContent-Length: 37\r\n\r\n{\"token\":\"" + planted + "\"}")
                .request);
        QVERIFY(detail.request->body.contains(planted));
        Mask::Count count;
        const EventDetail masked = standardMask().event(detail, count);
        QCOMPARE(count.values, 3);
        QVERIFY(!toNdjson(masked).contains(planted));
        QVERIFY(masked.request->head.contains("Authorization: Bearer masked-"));
        const RawRequest again = readRaw(masked.request->head + masked.request->body);
        QVERIFY(again.complete);
        QCOMPARE(again.request.body, masked.request->body);
    }
};

QTEST_APPLESS_MAIN(TestMask)
#include "tst_mask.moc"
