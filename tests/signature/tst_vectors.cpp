#include "signature/Scheme.h"
#include "signature/SchemeCatalog.h"
#include "signature/Verifier.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace creel;

/** The published vectors: what each scheme says about real requests, good and bad. */
class TestVectors : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void verdict_data();
    void verdict();
    void streamed_data() { verdict_data(); }
    void streamed();
    void sameAsShared();

private:
    static QJsonArray vectors(const QString& path);
    static SignedMessage messageOf(const QJsonObject& vector);
    std::unique_ptr<Verifier> verifierOf(const QJsonObject& vector) const;

    std::shared_ptr<const SchemeCatalog> m_catalog;
    QJsonArray m_vectors;
};

QJsonArray TestVectors::vectors(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

void TestVectors::initTestCase()
{
    m_catalog = SchemeCatalog::load();
    QVERIFY2(m_catalog->problems().isEmpty(), qPrintable(m_catalog->problems().join(QLatin1Char(0x3b))));
    m_vectors = vectors(QStringLiteral(CREEL_TEST_DATA "/vectors.json"));
    QCOMPARE(m_vectors.size(), 322);
}

SignedMessage TestVectors::messageOf(const QJsonObject& vector)
{
    SignedMessage message;
    message.method = vector[QLatin1String("method")].toString().toUtf8();
    message.url = vector[QLatin1String("url")].toString().toUtf8();
    for (const QJsonValue& header : vector[QLatin1String("headers")].toArray())
        message.headers.add(header[0].toString().toUtf8(), header[1].toString().toUtf8());
    message.body = QByteArray::fromBase64(vector[QLatin1String("body_base64")].toString().toLatin1());
    return message;
}

std::unique_ptr<Verifier> TestVectors::verifierOf(const QJsonObject& vector) const
{
    std::vector<NamedSecret> secrets;
    if (vector.contains(QLatin1String("secret")))
        secrets.push_back({QString(), SecretBytes(vector[QLatin1String("secret")].toString().toUtf8())});
    for (const QJsonValue& secret : vector[QLatin1String("secrets")].toArray())
        secrets.push_back({QString(), SecretBytes(secret.toString().toUtf8())});
    return std::make_unique<Verifier>(
        m_catalog->find(vector[QLatin1String("scheme")].toString().toUtf8()), std::move(secrets), SchemeSettings());
}

void TestVectors::verdict_data()
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QJsonValue& value : m_vectors) {
        const QJsonObject vector = value.toObject();
        const QString name =
            vector[QLatin1String("id")].toString() + QLatin1String(": ") + vector[QLatin1String("note")].toString();
        QTest::newRow(qPrintable(name)) << vector;
    }
}

void TestVectors::verdict()
{
    QFETCH(QJsonObject, vector);
    const QByteArray scheme = vector[QLatin1String("scheme")].toString().toUtf8();
    QVERIFY(m_catalog->find(scheme));
    const qint64 now = vector[QLatin1String("now")].toInteger() * 1'000'000;
    const Verification result = verifierOf(vector)->verify(messageOf(vector), now);
    QCOMPARE(toWord(result.verdict()), vector[QLatin1String("expect")].toString().toUtf8());
    QVERIFY(!result.reason.isEmpty());
    QCOMPARE(result.scheme, scheme);
    const bool twoSecrets = vector.contains(QLatin1String("secrets"));
    if (result.signature == SignatureState::Valid)
        QCOMPARE(result.secret, std::optional(twoSecrets ? QStringLiteral("1") : QStringLiteral("0")));
    else
        QVERIFY(!result.secret);
    if (result.signature == SignatureState::Missing)
        QCOMPARE(result.hints.size(), 1U);
}

void TestVectors::streamed()
{
    QFETCH(QJsonObject, vector);
    const auto verifier = verifierOf(vector);
    const SignedMessage message = messageOf(vector);
    SignedMessage head = message;
    head.body.clear();
    const auto stream = verifier->begin(head);
    if (!stream)
        QSKIP("needs the whole body");
    for (qsizetype i = 0; i < message.body.size(); i += 7)
        stream->addBody(QByteArrayView(message.body).sliced(i, std::min<qsizetype>(7, message.body.size() - i)));
    const qint64 now = vector[QLatin1String("now")].toInteger() * 1'000'000;
    const Verification whole = verifier->verify(message, now);
    const Verification result = stream->finish(now);
    QCOMPARE(result.signature, whole.signature);
    QCOMPARE(result.freshness, whole.freshness);
    QCOMPARE(result.expected, whole.expected);
    QCOMPARE(result.received, whole.received);
    QCOMPARE(result.secret, whole.secret);
    QVERIFY(!result.signedContent);
}

void TestVectors::sameAsShared()
{
    const QString path = QStringLiteral(CREEL_SOURCE_DIR "/../shared/vectors.json");
    if (!QFile::exists(path))
        QSKIP("no shared folder here");
    QCOMPARE(vectors(path), m_vectors);
}

QTEST_APPLESS_MAIN(TestVectors)
#include "tst_vectors.moc"
