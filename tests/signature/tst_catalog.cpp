#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/SchemeReader.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;

namespace
{

const QString schemeFolder = QStringLiteral(CREEL_SOURCE_DIR "/resources/schemes");

QJsonDocument jsonOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

/** JSON Schema 2020-12, as far as scheme.schema.json uses it. */
class SchemaCheck
{
public:
    explicit SchemaCheck(QJsonObject root)
        : m_root(std::move(root))
    {
    }
    QString check(const QJsonValue& value) { return checkAt(value, m_root, QStringLiteral("#")); }

private:
    static bool isType(const QJsonValue& value, const QString& type)
    {
        if (type == QLatin1String("integer"))
            return value.isDouble() && value.toDouble() == double(qint64(value.toDouble()));
        return (type == QLatin1String("object") && value.isObject())
            || (type == QLatin1String("array") && value.isArray())
            || (type == QLatin1String("string") && value.isString())
            || (type == QLatin1String("boolean") && value.isBool())
            || (type == QLatin1String("null") && value.isNull());
    }
    QString checkAt(const QJsonValue& value, const QJsonObject& schema, const QString& path)
    {
        static const QStringList known{QStringLiteral("$ref"), QStringLiteral("type"), QStringLiteral("enum"),
            QStringLiteral("anyOf"), QStringLiteral("properties"), QStringLiteral("required"),
            QStringLiteral("additionalProperties"), QStringLiteral("items"), QStringLiteral("minItems"),
            QStringLiteral("maxItems"), QStringLiteral("minLength"), QStringLiteral("maxLength"),
            QStringLiteral("minimum"), QStringLiteral("pattern"), QStringLiteral("description"),
            QStringLiteral("title"), QStringLiteral("$schema"), QStringLiteral("$defs")};
        for (const QString& word : schema.keys()) {
            if (!known.contains(word))
                return path + QStringLiteral(": the test does not know the keyword ") + word;
        }
        if (schema.contains(QLatin1String("$ref"))) {
            const QString name = schema[QLatin1String("$ref")].toString().section(QLatin1Char('/'), -1);
            return checkAt(value, m_root[QLatin1String("$defs")].toObject()[name].toObject(), path);
        }
        if (schema.contains(QLatin1String("anyOf"))) {
            for (const QJsonValue& one : schema[QLatin1String("anyOf")].toArray()) {
                if (checkAt(value, one.toObject(), path).isEmpty())
                    return {};
            }
            return path + QStringLiteral(": none of anyOf");
        }
        if (schema.contains(QLatin1String("enum")) && !schema[QLatin1String("enum")].toArray().contains(value))
            return path + QStringLiteral(": not in enum");
        const QJsonValue type = schema[QLatin1String("type")];
        const QJsonArray types = type.isArray() ? type.toArray() : QJsonArray{type};
        bool fits = type.isUndefined();
        for (const QJsonValue& one : types)
            fits = fits || isType(value, one.toString());
        if (!fits)
            return path + QStringLiteral(": wrong type");
        if (value.isObject())
            return checkObject(value.toObject(), schema, path);
        if (value.isArray())
            return checkArray(value.toArray(), schema, path);
        return checkPlain(value, schema, path);
    }
    QString checkPlain(const QJsonValue& value, const QJsonObject& schema, const QString& path) const
    {
        const QString text = value.toString();
        if (value.isString()
            && (text.size() < schema[QLatin1String("minLength")].toInt(0)
                || text.size() > schema[QLatin1String("maxLength")].toInt(1'000'000)))
            return path + QStringLiteral(": wrong length");
        if (value.isString() && schema.contains(QLatin1String("pattern"))
            && !QRegularExpression(schema[QLatin1String("pattern")].toString()).match(text).hasMatch())
            return path + QStringLiteral(": does not match its pattern");
        if (value.isDouble() && value.toDouble() < schema[QLatin1String("minimum")].toDouble(-1e18))
            return path + QStringLiteral(": too small");
        return {};
    }
    QString checkArray(const QJsonArray& array, const QJsonObject& schema, const QString& path)
    {
        if (array.size() < schema[QLatin1String("minItems")].toInt(0)
            || array.size() > schema[QLatin1String("maxItems")].toInt(1'000'000))
            return path + QStringLiteral(": wrong number of items");
        for (const QJsonValue& item : array) {
            const QString wrong =
                checkAt(item, schema[QLatin1String("items")].toObject(), path + QStringLiteral("/items"));
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }
    QString checkObject(const QJsonObject& object, const QJsonObject& schema, const QString& path)
    {
        for (const QJsonValue& name : schema[QLatin1String("required")].toArray()) {
            if (!object.contains(name.toString()))
                return path + QStringLiteral(": lacks ") + name.toString();
        }
        const QJsonObject properties = schema[QLatin1String("properties")].toObject();
        const QJsonValue others = schema[QLatin1String("additionalProperties")];
        for (const QString& name : object.keys()) {
            if (!properties.contains(name) && others.isBool() && !others.toBool())
                return path + QStringLiteral(": has ") + name;
            const QJsonObject part = properties.contains(name) ? properties[name].toObject() : others.toObject();
            const QString wrong = checkAt(object[name], part, path + QLatin1Char('/') + name);
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    QJsonObject m_root;
};

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

private slots:
    void everyFileFitsTheSchema();
    void schemaRefuses();
    void everyFileIsInTheCatalog();
    void sameAsShared();
    void brokenUserFiles_data();
    void brokenUserFiles();
    void goodUserFile();
    void recognizes_data();
    void recognizes();
    void recognizesTypeAndId();
};

void TestCatalog::everyFileFitsTheSchema()
{
    SchemaCheck schema(jsonOf(schemeFolder + QStringLiteral("/scheme.schema.json")).object());
    int count = 0;
    for (const QString& name : QDir(schemeFolder).entryList({QStringLiteral("*.json")})) {
        if (name == QLatin1String("scheme.schema.json"))
            continue;
        const QJsonDocument document = jsonOf(schemeFolder + QLatin1Char('/') + name);
        QVERIFY2(document.isObject(), qPrintable(name));
        const QString wrong = schema.check(document.object());
        QVERIFY2(wrong.isEmpty(), qPrintable(name + QStringLiteral(": ") + wrong));
        QCOMPARE(document.object()[QLatin1String("id")].toString() + QStringLiteral(".json"), name);
        ++count;
    }
    QCOMPARE(count, 202);
}

void TestCatalog::schemaRefuses()
{
    SchemaCheck schema(jsonOf(schemeFolder + QStringLiteral("/scheme.schema.json")).object());
    QJsonObject stripe = jsonOf(schemeFolder + QStringLiteral("/stripe.json")).object();
    QVERIFY(schema.check(stripe).isEmpty());
    for (const QString& member : {QStringLiteral("id"), QStringLiteral("key"), QStringLiteral("algorithm")}) {
        QJsonObject without = stripe;
        without.remove(member);
        QVERIFY(!schema.check(without).isEmpty());
    }
    QJsonObject other = stripe;
    other[QLatin1String("algorithm")] = QStringLiteral("hmac-sha257");
    QVERIFY(!schema.check(other).isEmpty());
    other = stripe;
    other[QLatin1String("colour")] = QStringLiteral("red");
    QVERIFY(!schema.check(other).isEmpty());
    other = stripe;
    other[QLatin1String("signature")] = QJsonArray{QStringLiteral("headr:X")};
    QVERIFY(!schema.check(other).isEmpty());
}

void TestCatalog::everyFileIsInTheCatalog()
{
    const auto catalog = SchemeCatalog::load();
    QVERIFY(catalog->problems().isEmpty());
    QCOMPARE(catalog->all().size(), 202U);
    for (const auto& scheme : catalog->all()) {
        QVERIFY(
            QFile::exists(schemeFolder + QLatin1Char('/') + QString::fromLatin1(scheme->id) + QStringLiteral(".json")));
        QCOMPARE(catalog->find(scheme->id), scheme);
        QVERIFY(!scheme->confidence.isEmpty());
    }
    QVERIFY(!catalog->find("no-such-scheme"));
    QCOMPARE(catalog->find("webhookdo-envelope")->profiles.size(), 2U);
}

void TestCatalog::sameAsShared()
{
    const QString path = QStringLiteral(CREEL_SOURCE_DIR "/../shared/schemes.json");
    if (!QFile::exists(path))
        QSKIP("no shared folder here");
    const auto catalog = SchemeCatalog::load();
    const QJsonArray all = jsonOf(path).array();
    QCOMPARE(std::size_t(all.size()), catalog->all().size());
    for (const QJsonValue& value : all) {
        const QJsonObject shared = value.toObject();
        const auto scheme = catalog->find(shared[QLatin1String("id")].toString().toUtf8());
        QVERIFY(scheme);
        QCOMPARE(scheme->name, shared[QLatin1String("name")].toString());
        QCOMPARE(scheme->notes, shared[QLatin1String("notes")].toString());
        QCOMPARE(scheme->source, shared[QLatin1String("source")].toString());
        const QString algorithm = shared[QLatin1String("algorithm")].toString();
        if (algorithm.contains(QLatin1String("JWS")))
            QCOMPARE(scheme->algorithm, Algorithm::Jws);
        else if (!algorithm.contains(QLatin1Char(' ')))
            QCOMPARE(QString::fromLatin1(toWord(scheme->algorithm)), algorithm);
        const QJsonObject time = shared[QLatin1String("timestamp")].toObject();
        QCOMPARE(scheme->timestamp.has_value(), !time.isEmpty());
        if (scheme->timestamp) {
            const auto seconds = [&](QLatin1String name) {
                return time[name].isNull() ? std::nullopt : std::optional(time[name].toInteger());
            };
            QCOMPARE(scheme->timestamp->toleranceS, seconds(QLatin1String("tolerance_s")));
            QCOMPARE(scheme->timestamp->futureS, seconds(QLatin1String("future_s")));
        }
    }
}

void TestCatalog::brokenUserFiles_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("line");
    QTest::newRow("empty") << QByteArray() << 1;
    QTest::newRow("no JSON") << QByteArray("hello") << 1;
    QTest::newRow("a list") << QByteArray("[]") << 1;
    QTest::newRow("cut off") << QByteArray("{\n\"id\": \"mine\",\n\"name\"") << 3;
    QTest::newRow("no comma") << QByteArray("{\n\"id\": \"mine\",\n\"name\": \"M\"\n\"kind\": \"declarative\"}") << 4;
    QTest::newRow("a comma too many") << QByteArray("{\n\"id\": \"mine\",\n\"name\": \"M\",\n}") << 4;
    QTest::newRow("no kind") << QByteArray("{\"id\":\"mine\",\"name\":\"M\"}") << 1;
    QTest::newRow("unknown member") << QByteArray("{\n\"id\": \"mine\",\n\"colour\": 1}") << 3;
    QTest::newRow("unknown algorithm") << QByteArray("{\n\"id\": \"mine\",\n\n\"algorithm\": \"rot13\"}") << 4;
    QTest::newRow("unknown variable") << QByteArray("{\n\"id\": \"mine\",\n\"content\": \"{bodi}\"}") << 3;
    QTest::newRow("unknown place") << QByteArray("{\n\"signature\": [\"header:A\",\n\"cookie:b\"]}") << 3;
    QTest::newRow("wrong type") << QByteArray("{\n\"id\": 7}") << 2;
    QTest::newRow("unknown kind") << QByteArray("{\"id\":\"mine\",\"name\":\"M\",\"kind\":\"magic\"}") << 1;
    QTest::newRow("no id") << QByteArray("{\"name\":\"M\",\"kind\":\"declarative\"}") << 1;
    QTest::newRow("id with a path") << QByteArray("{\"id\":\"../x\",\"name\":\"M\",\"kind\":\"declarative\"}") << 1;
    QTest::newRow("jwt with none") << QByteArray(
        "{\"id\":\"m\",\"name\":\"M\",\"kind\":\"jwt-auth\",\"algorithm\":\"jws\",\"signature\":[\"header:A\"],"
        "\"jwt\":{\"algorithms\":[\"none\"]}}")
                                   << 1;
    QTest::newRow("built-in id") << QByteArray("{\"id\":\"stripe\",\"name\":\"M\",\"kind\":\"declarative\","
                                               "\"algorithm\":\"token\",\"signature\":[\"header:A\"]}")
                                 << 1;
}

void TestCatalog::brokenUserFiles()
{
    QFETCH(QByteArray, file);
    QFETCH(int, line);
    QTemporaryDir folder;
    const auto write = [&](const QString& name, const QByteArray& bytes) {
        QFile out(folder.filePath(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    };
    write(QStringLiteral("broken.json"), file);
    write(QStringLiteral("good.json"),
        "{\"id\":\"good\",\"name\":\"Good\",\"kind\":\"declarative\",\"algorithm\":\"token\",\"encoding\":\"text\","
        "\"signature\":[\"header:X-Good\"],\"key\":{\"form\":\"text\"},\"source\":\"me\"}");
    const auto catalog = SchemeCatalog::load(folder.path());
    QCOMPARE(catalog->problems().size(), 1);
    const QString problem = catalog->problems().first();
    QVERIFY2(problem.contains(QStringLiteral("broken.json")), qPrintable(problem));
    QVERIFY2(problem.contains(QStringLiteral("line %1:").arg(line)), qPrintable(problem));
    QCOMPARE(catalog->all().size(), 203U);
    QVERIFY(catalog->find("good"));
    QCOMPARE(catalog->find("stripe")->name, QStringLiteral("Stripe"));
}

void TestCatalog::goodUserFile()
{
    const auto scheme =
        readScheme("{\"id\":\"mine\",\"name\":\"Mine\",\"kind\":\"declarative\",\"algorithm\":\"hmac-sha384\","
                   "\"encoding\":\"base64url\",\"signature\":[\"header:X-Mine\"],\"content\":\"{method}\\n{body}\","
                   "\"key\":{\"form\":\"hex\"},\"source\":\"me\"}");
    QVERIFY2(scheme.ok(), scheme ? "" : qPrintable(scheme.error().text));
    QCOMPARE((*scheme)->algorithm, Algorithm::HmacSha384);
    QCOMPARE((*scheme)->content.front().parts.size(), 3U);
}

void TestCatalog::recognizes_data()
{
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("scheme");
    const auto row = [](const char* scheme, const QByteArrayList& headers, const char* body = "{}") {
        QTest::newRow(headers.join().constData()) << headers << QByteArray(body) << QByteArray(scheme);
    };
    row("stripe", {"Stripe-Signature: t=1,v1=a"});
    row("github", {"X-GitHub-Event: push", "X-Hub-Signature-256: sha256=a", "X-Hub-Signature: sha1=b"});
    row("meta", {"X-Hub-Signature-256: sha256=a"}, "{\"object\":\"page\",\"entry\":[]}");
    row("", {"X-Hub-Signature-256: sha256=a"});
    row("slack", {"x-slack-signature: v0=a", "x-slack-request-timestamp: 1"});
    row("shopify", {"X-Shopify-Topic: a", "X-Shopify-Hmac-Sha256: b"});
    row("gitlab", {"X-Gitlab-Event: Push Hook", "X-Gitlab-Token: a"});
    row("gitlab-signing",
        {"X-Gitlab-Event: Push Hook", "webhook-id: 1", "webhook-timestamp: 1", "webhook-signature: v1,a"});
    row("standard-webhooks", {"webhook-id: 1", "webhook-timestamp: 1", "webhook-signature: v1,a"});
    row("standard-webhooks-v1a", {"webhook-id: 1", "webhook-timestamp: 1", "webhook-signature: v1a,a"});
    row("svix", {"svix-id: 1", "svix-timestamp: 1", "svix-signature: v1,a"});
    row("hubspot-v3", {"X-HubSpot-Signature: a", "X-HubSpot-Signature-v3: b", "X-HubSpot-Request-Timestamp: 1"});
    row("forgejo", {"X-Gitea-Event: push", "X-Forgejo-Event: push", "X-GitHub-Event: push"});
    row("webhookdo", {"X-Webhook-Signature: sha256=a", "X-Webhook-Timestamp: 2026-01-01T00:00:00Z"});
    row("webhookdo-envelope", {"Content-Type: application/json"},
        "{\"id\":\"1\",\"event_type\":\"a\",\"payload\":{},\"timestamp\":\"x\",\"signature\":\"sha256=a\"}");
    row("aws-sns", {"x-amz-sns-message-type: Notification"});
    row("", {"X-Signature: abc"});
    row("", {"Authorization: Bearer abc"});
    row("", {"Content-Type: application/json"});
}

void TestCatalog::recognizes()
{
    QFETCH(QByteArrayList, headers);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, scheme);
    static const auto catalog = SchemeCatalog::load();
    HeaderList list;
    for (const QByteArray& header : headers)
        list.add(header.left(header.indexOf(':')), header.mid(header.indexOf(':') + 2));
    const Recognition found = recognize(*catalog, nullptr, list, "/in", body);
    QCOMPARE(found.schemeId, scheme);
    QCOMPARE(found.provider.isEmpty(), scheme.isEmpty());
}

void TestCatalog::recognizesTypeAndId()
{
    const auto catalog = SchemeCatalog::load();
    Recognition found = recognize(
        *catalog, nullptr, {{"Stripe-Signature", "t=1,v1=a"}}, "/", "{\"id\":\"evt_1\",\"type\":\"charge.succeeded\"}");
    QCOMPARE(found.provider, QStringLiteral("Stripe"));
    QCOMPARE(found.eventType, QByteArray("charge.succeeded"));
    QCOMPARE(found.providerId, QByteArray("evt_1"));
    found = recognize(*catalog, nullptr,
        {{"X-GitHub-Event", "push"}, {"X-GitHub-Delivery", "72d3"}, {"X-Hub-Signature-256", "sha256=a"}}, "/", "{}");
    QCOMPARE(found.eventType, QByteArray("push"));
    QCOMPARE(found.providerId, QByteArray("72d3"));
    found = recognize(*catalog, catalog->find("webhookdo").get(),
        {{"X-Webhook-Signature", "sha256=a"}, {"X-Webhook-Attempt", "3"}}, "/", "{\"id\":\"1\",\"event\":\"a.b\"}");
    QCOMPARE(found.attempt, 3);
    QCOMPARE(found.eventType, QByteArray("a.b"));
    found = recognize(*catalog, catalog->find("generic-hmac-sha256-hex").get(), {{"X-Signature", "a"}}, "/",
        "{\"type\":\"order.created\"}");
    QVERIFY(found.provider.isEmpty());
    QCOMPARE(found.eventType, QByteArray("order.created"));
    // A body that was cut off, and one that is no JSON.
    found = recognize(*catalog, nullptr, {{"Stripe-Signature", "t=1"}}, "/", "{\"type\":\"a\",\"x\":\"...");
    QCOMPARE(found.eventType, QByteArray("a"));
    found = recognize(*catalog, nullptr, {}, "/", "\xff\xfe");
    QVERIFY(found.eventType.isEmpty());
}

QTEST_APPLESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
