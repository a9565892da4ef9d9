#include "SchemeSamples.h"

#include "signature/Crypto.h"
#include "signature/MessageView.h"
#include "signature/SchemeCatalog.h"
#include "signature/SignSteps.h"
#include "signature/TestKeys.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 nowUs = 1'767'322'800'000'000;

QByteArray randomBody(QRandomGenerator& random, qsizetype size)
{
    QByteArray body(size, '\0');
    for (char& c : body)
        c = char(random.bounded(256));
    return body;
}

int quickChecks = 0;

/** Where the quick way says anything, it says what the long one says. */
Verification verifyBoth(const Verifier& verifier, const SignedMessage& message)
{
    Verification result = verifier.verify(message, nowUs);
    if (const auto quick = verifier.quickState(message.headers, message.body)) {
        ++quickChecks;
        if (*quick != result.signature || result.freshness != Freshness::None || result.scheme != verifier.scheme().id)
            qFatal("%s: %d instead of %d", verifier.scheme().id.constData(), int(*quick), int(result.signature));
    }
    return result;
}

} // namespace

/** Every scheme: what is signed verifies, what is changed does not, what is not covered does not matter. */
class TestSchemes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void roundTrip_data() { eachScheme(); }
    void roundTrip();
    void coveredBytes_data() { eachScheme(); }
    void coveredBytes();
    void anyBody_data() { eachScheme(); }
    void anyBody();
    void signatureBytes_data() { eachScheme(); }
    void signatureBytes();
    void largeBody_data() { eachScheme(); }
    void largeBody();
    void signatureForms_data() { eachScheme(); }
    void signatureForms();
    void quickWayIsTaken();

private:
    struct Made {
        SchemeSample sample;
        Signed made;
        SignedMessage message;
    };
    void eachScheme() const;
    const TestKeyPair& keysOf(const Scheme& scheme);
    std::unique_ptr<Verifier> verifierOf(const std::shared_ptr<const Scheme>& scheme, const SchemeSample& sample);
    Made signedSample(const std::shared_ptr<const Scheme>& scheme, const QByteArray* body = nullptr);

    std::shared_ptr<const SchemeCatalog> m_catalog;
    std::map<QByteArray, TestKeyPair> m_keys;
    QString m_failure;
};

void TestSchemes::initTestCase()
{
    m_catalog = SchemeCatalog::load();
    QVERIFY2(m_catalog->problems().isEmpty(), qPrintable(m_catalog->problems().join(QLatin1Char('\n'))));
    QCOMPARE(m_catalog->all().size(), 202U);
}

void TestSchemes::eachScheme() const
{
    QTest::addColumn<QByteArray>("id");
    for (const auto& scheme : m_catalog->all()) {
        if (scheme->algorithm != Algorithm::None)
            QTest::newRow(scheme->id.constData()) << scheme->id;
    }
}

const TestKeyPair& TestSchemes::keysOf(const Scheme& scheme)
{
    // One pair for each way of writing: RSA keys take a while.
    const QByteArray name = scheme.isAsymmetric()
        ? QByteArray::number(int(scheme.key.type)) + '/' + QByteArray::number(int(scheme.key.written))
        : scheme.id;
    auto found = m_keys.find(name);
    if (found == m_keys.end()) {
        auto made = makeTestKeyPair(scheme);
        Q_ASSERT(made.ok());
        found = m_keys.emplace(name, *std::move(made)).first;
    }
    return found->second;
}

std::unique_ptr<Verifier> TestSchemes::verifierOf(
    const std::shared_ptr<const Scheme>& scheme, const SchemeSample& sample)
{
    std::vector<NamedSecret> secrets;
    secrets.push_back({QStringLiteral("test"), SecretBytes(keysOf(*scheme).publicKey)});
    return std::make_unique<Verifier>(scheme, std::move(secrets), sample.settings);
}

TestSchemes::Made TestSchemes::signedSample(const std::shared_ptr<const Scheme>& scheme, const QByteArray* body)
{
    Made result;
    result.sample = sampleFor(*scheme, nowUs);
    if (body)
        result.sample.message.body = *body;
    SigningInput input;
    input.message = result.sample.message;
    input.nowUs = nowUs;
    auto made = sign(*scheme, keysOf(*scheme).privateKey, result.sample.settings, input);
    m_failure = made ? QString() : made.error().text;
    if (made) {
        result.made = *std::move(made);
        result.message = applied(input.message, result.made);
    }
    return result;
}

void TestSchemes::roundTrip()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    const Made made = signedSample(scheme);
    QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure));
    const auto verifier = verifierOf(scheme, made.sample);
    const Verification result = verifyBoth(*verifier, made.message);
    QVERIFY2(result.verdict() == Verdict::Valid, qPrintable(result.reason));
    QCOMPARE(result.secret, std::optional(QStringLiteral("test")));

    // What is not covered does not matter.
    SignedMessage other = made.message;
    other.headers.set("X-Unrelated", "changed");
    other.body.replace("LOOSE", "loose");
    QCOMPARE(verifyBoth(*verifier, other).verdict(), Verdict::Valid);

    // No signature, another secret.
    const bool bodyIsToken = scheme->signature.front().kind == Locator::Kind::Body;
    QCOMPARE(verifyBoth(*verifier, made.sample.message).signature,
        bodyIsToken ? SignatureState::Malformed : SignatureState::Missing);
    std::vector<NamedSecret> none;
    const Verifier without(scheme, std::move(none), made.sample.settings);
    QCOMPARE(verifyBoth(without, made.message).signature, SignatureState::Unverified);
}

void TestSchemes::coveredBytes()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    const Made made = signedSample(scheme);
    QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure));
    const auto verifier = verifierOf(scheme, made.sample);
    if (!made.sample.coversBody) {
        SignedMessage other = made.message;
        other.body += ' ';
        QCOMPARE(verifyBoth(*verifier, other).signature, SignatureState::Valid);
        return;
    }
    const QByteArray& body = made.message.body;
    std::vector<qsizetype> positions;
    const bool everyByte = made.sample.anyBody || id == "kinde" || id == "hygraph" || id == "linear";
    for (qsizetype i = 0; everyByte && i < body.size(); ++i)
        positions.push_back(i);
    for (qsizetype at = body.indexOf("COVERED"); at >= 0 && !everyByte; at = body.indexOf("COVERED", at + 1)) {
        for (qsizetype i = 0; i < 7; ++i)
            positions.push_back(at + i);
    }
    QVERIFY(!positions.empty());
    for (const qsizetype position : positions) {
        SignedMessage other = made.message;
        other.body[position] = char(other.body[position] ^ 1);
        QVERIFY2(
            verifyBoth(*verifier, other).signature != SignatureState::Valid, QByteArray::number(position).constData());
    }
}

void TestSchemes::anyBody()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    if (!sampleFor(*scheme, nowUs).anyBody)
        QSKIP("reads members of its body");
    QRandomGenerator random(42);
    const QByteArrayList bodies{QByteArray(), "\n", QByteArray(1, '\0'), "\xef\xbb\xbf{}",
        "{\"a\":\"\xc3\xa4\xf0\x9f\x98\x80\"}", "line\r\nline\r\n", randomBody(random, 1), randomBody(random, 63),
        randomBody(random, 64), randomBody(random, 1000), randomBody(random, 70'000)};
    for (const QByteArray& body : bodies) {
        const Made made = signedSample(scheme, &body);
        QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure));
        const auto verifier = verifierOf(scheme, made.sample);
        const Verification result = verifyBoth(*verifier, made.message);
        QVERIFY2(result.verdict() == Verdict::Valid, qPrintable(result.reason));
        if (!made.sample.coversBody)
            continue;
        for (int i = 0; i < 8 && !body.isEmpty(); ++i) {
            SignedMessage other = made.message;
            const qsizetype position = random.bounded(int(body.size()));
            other.body[position] = char(other.body[position] ^ (1 << random.bounded(8)));
            QCOMPARE(verifyBoth(*verifier, other).signature, SignatureState::Invalid);
        }
        SignedMessage longer = made.message;
        longer.body += '\n';
        QCOMPARE(verifyBoth(*verifier, longer).signature, SignatureState::Invalid);
    }
}

void TestSchemes::signatureBytes()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    const Made made = signedSample(scheme);
    QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure));
    const auto verifier = verifierOf(scheme, made.sample);
    const QByteArray item = verifyBoth(*verifier, made.message).received.value_or(QByteArray());
    QVERIFY(!item.isEmpty());

    const bool isToken = scheme->encoding == SignatureEncoding::Jwt;
    const qsizetype keep = isToken ? item.lastIndexOf('.') + 1 : 0;
    const auto encoding = isToken ? SignatureEncoding::Base64Url : scheme->encoding;
    const auto decoded = decodeSignature(QByteArrayView(item).sliced(keep), encoding);
    QVERIFY(decoded && decoded->canonical);
    for (qsizetype i = 0; i < decoded->bytes.size(); ++i) {
        QByteArray bytes = decoded->bytes;
        bytes[i] = char(bytes[i] ^ 1);
        const QByteArray written = item.left(keep) + encodeSignature(bytes, encoding);
        SignedMessage other = made.message;
        for (const HeaderField& field : made.message.headers)
            other.headers.set(field.name, QByteArray(field.value).replace(item, written));
        other.body.replace(item, written).replace(percentEncoded(item), percentEncoded(written));
        other.url.replace(item, written);
        QVERIFY(
            other.headers != made.message.headers || other.body != made.message.body || other.url != made.message.url);
        QVERIFY2(verifyBoth(*verifier, other).signature != SignatureState::Valid, QByteArray::number(i).constData());
    }
}

void TestSchemes::largeBody()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    if (!sampleFor(*scheme, nowUs).anyBody)
        QSKIP("reads members of its body");
    static QByteArrayList seen;
    const QByteArray algorithm = toWord(scheme->algorithm);
    const bool isFirst = !seen.contains(algorithm);
    seen += algorithm;
    QRandomGenerator random(7);
    const QByteArray body = QByteArray(isFirst ? 10 * 1024 * 1024 : 300'000, char('a' + random.bounded(26)));
    const Made made = signedSample(scheme, &body);
    QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure));
    const auto verifier = verifierOf(scheme, made.sample);
    QCOMPARE(verifyBoth(*verifier, made.message).verdict(), Verdict::Valid);
    SignedMessage head = made.message;
    head.body.clear();
    for (const bool changed : {false, true}) {
        const auto stream = verifier->begin(head);
        if (!stream)
            QSKIP("needs the whole body");
        qsizetype from = 0;
        while (from < made.message.body.size()) {
            const qsizetype size = std::min<qsizetype>(1 + random.bounded(200'000), made.message.body.size() - from);
            QByteArray piece = made.message.body.mid(from, size);
            if (changed && from == 0)
                piece[0] = char(piece[0] ^ 1);
            stream->addBody(piece);
            from += size;
        }
        const bool shouldMatch = !changed || !made.sample.coversBody;
        QCOMPARE(stream->finish(nowUs).signature, shouldMatch ? SignatureState::Valid : SignatureState::Invalid);
    }
}

/** Whatever stands in the headers of the signature, nothing but the right one is valid. */
void TestSchemes::signatureForms()
{
    QFETCH(QByteArray, id);
    const auto scheme = m_catalog->find(id);
    const Made made = signedSample(scheme);
    QVERIFY2(m_failure.isEmpty(), qPrintable(m_failure));
    const auto verifier = verifierOf(scheme, made.sample);
    for (const Locator& at : scheme->signature) {
        const auto right = made.message.headers.value(at.name);
        if (at.kind != Locator::Kind::Header || !right)
            continue;
        const QByteArray wrong = *right == "x" ? QByteArray("y") : QByteArray("x");
        for (const QByteArray& value : {QByteArray(), wrong, QByteArray("=,;"), right->chopped(1), *right + *right,
                 scheme->extraction.prefix, scheme->extraction.prefix + "00", QByteArray(300, '0')}) {
            SignedMessage other = made.message;
            other.headers.set(at.name, value);
            if (value != *right)
                QVERIFY2(verifyBoth(*verifier, other).signature != SignatureState::Valid || !right->startsWith(value),
                    value.constData());
            other.headers.add(at.name, *right); // a second one beside it
            verifyBoth(*verifier, other);
        }
        SignedMessage spelled = made.message;
        spelled.headers.removeAll(at.name);
        spelled.headers.add(at.name.toUpper(), right->toUpper());
        verifyBoth(*verifier, spelled);
    }
}

void TestSchemes::quickWayIsTaken()
{
    QVERIFY(quickChecks > 1'000);
}

QTEST_APPLESS_MAIN(TestSchemes)
#include "tst_schemes.moc"
