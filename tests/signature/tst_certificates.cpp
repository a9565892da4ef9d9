// What is entered as a certificate must be the provider's, of its time, and vouched for by those behind it.
#include "signature/SchemeCatalog.h"
#include "signature/SignSteps.h"
#include "signature/Signer.h"
#include "signature/Verifier.h"

#include <QTest>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

using namespace creel;

namespace
{

constexpr qint64 nowUs = 1'767'322'800'000'000; // 2026-01-02
constexpr qint64 day = 86'400;

/** How one certificate is made; times in days from `nowUs`. */
struct Wanted {
    QByteArray name;
    int from = -10;
    int until = 10;
    bool isCa = false;
    QByteArray dnsName = {};
};

/** A certificate with its key. */
class Issued
{
public:
    explicit Issued(const Wanted& wanted, const Issued* issuer = nullptr)
        : m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(2048)), &EVP_PKEY_free)
        , m_certificate(X509_new(), &X509_free)
    {
        X509* made = m_certificate.get();
        X509_set_version(made, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
        ASN1_TIME_set(X509_getm_notBefore(made), time_t(nowUs / 1'000'000 + wanted.from * day));
        ASN1_TIME_set(X509_getm_notAfter(made), time_t(nowUs / 1'000'000 + wanted.until * day));
        X509_set_pubkey(made, m_key.get());
        const auto* name = reinterpret_cast<const unsigned char*>(wanted.name.constData());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8, name, -1, -1, 0);
        X509_set_issuer_name(made, X509_get_subject_name(issuer ? issuer->m_certificate.get() : made));
        extend(NID_basic_constraints, wanted.isCa ? "critical,CA:TRUE" : "critical,CA:FALSE");
        if (!wanted.dnsName.isEmpty())
            extend(NID_subject_alt_name, "DNS:" + wanted.dnsName);
        X509_sign(made, issuer ? issuer->m_key.get() : m_key.get(), EVP_sha256());
    }
    QByteArray pem() const
    {
        return written([this](BIO* bio) { PEM_write_bio_X509(bio, m_certificate.get()); });
    }
    SecretBytes key() const
    {
        return SecretBytes::take(written(
            [this](BIO* bio) { PEM_write_bio_PrivateKey(bio, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr); }));
    }

private:
    void extend(int kind, const QByteArray& value)
    {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.constData());
        X509_add_ext(m_certificate.get(), extension, -1);
        X509_EXTENSION_free(extension);
    }
    template <class Write> static QByteArray written(const Write& write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
        write(bio.get());
        char* data = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &data);
        return QByteArray(data, qsizetype(size));
    }

    static inline long serial = 0;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
    std::unique_ptr<X509, decltype(&X509_free)> m_certificate;
};

} // namespace

class TestCertificates : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_catalog = SchemeCatalog::load(); }
    void entered_data();
    void entered();
    void theRightOneOfTwoCounts();

private:
    SignedMessage signedBy(const QByteArray& scheme, const Issued& leaf) const;
    Verification verify(const QByteArray& scheme, const SignedMessage& message, const QByteArrayList& entered) const;

    std::shared_ptr<const SchemeCatalog> m_catalog;
    const SchemeSettings m_settings{{"webhook_id", "W1"}};
};

SignedMessage TestCertificates::signedBy(const QByteArray& scheme, const Issued& leaf) const
{
    SigningInput input;
    input.nowUs = nowUs;
    input.message = {"POST", "https://example.com/", {},
        R"({"Type":"Notification","MessageId":"m","TopicArn":"t","Message":"x",)"
        R"("Timestamp":"2026-01-02T03:00:00.000Z","SignatureVersion":"2",)"
        R"("SigningCertURL":"https://sns.us-east-1.amazonaws.com/a.pem"})"};
    const auto made = sign(*m_catalog->find(scheme), leaf.key(), m_settings, input);
    return made ? applied(input.message, *made) : SignedMessage();
}

Verification TestCertificates::verify(
    const QByteArray& scheme, const SignedMessage& message, const QByteArrayList& entered) const
{
    std::vector<NamedSecret> secrets;
    for (const QByteArray& one : entered)
        secrets.push_back({QString(), SecretBytes(one)});
    return Verifier(m_catalog->find(scheme), std::move(secrets), m_settings).verify(message, nowUs);
}

void TestCertificates::entered_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<SignedMessage>("message");
    QTest::addColumn<QString>("problem"); // a part of the reason; empty: valid

    const Issued root({"Root", -100, 100, true});
    const Issued authority({"Authority", -50, 50, true}, &root);
    const Issued oldAuthority({"Authority", -50, -1, true}, &root);
    const Issued stranger({"Authority", -50, 50, true});
    const Issued noAuthority({"Authority", -50, 50, false}, &root);
    for (const auto& [scheme, name, other] : {std::tuple<QByteArray, QByteArray, QByteArray>{
                                                  "paypal", "messageverificationcerts.paypal.com", "sns.amazonaws.com"},
             {"aws-sns", "sns.us-east-1.amazonaws.com", "messageverificationcerts.paypal.com"}}) {
        const auto row = [&, id = scheme](
                             const char* what, const Issued& leaf, const QByteArray& key, const char* problem) {
            QTest::addRow("%s: %s", id.constData(), what)
                << id << key << signedBy(id, leaf) << QString::fromLatin1(problem);
        };
        const Issued test({"Somebody's test key", -1, 1});
        row("one that signed itself", test, test.pem(), "");
        const Issued late({"Somebody's test key", 1, 30});
        row("one that signed itself later", late, late.pem(), "");
        const Issued over({"Somebody's test key", -30, -1});
        row("one that signed itself, expired", over, over.pem(), "expired");

        const Issued leaf({name}, &authority);
        row("alone", leaf, leaf.pem(), "");
        row("with its authority", leaf, leaf.pem() + authority.pem(), "");
        row("with all", leaf, leaf.pem() + authority.pem() + root.pem(), "");
        const Issued alternative({"whatever", -10, 10, false, name}, &authority);
        row("named by an alternative name", alternative, alternative.pem() + authority.pem(), "");
        row("an authority between is missing", leaf, leaf.pem() + root.pem(), "vouched");
        row("swapped order", leaf, authority.pem() + leaf.pem() + root.pem(), "does not match");
        row("signed by a stranger of the same name", leaf, leaf.pem() + stranger.pem(), "vouched");
        const Issued ofNone({name}, &noAuthority);
        row("signed by one that is no authority", ofNone, ofNone.pem() + noAuthority.pem() + root.pem(), "vouched");
        const Issued ofOld({name}, &oldAuthority);
        row("its authority expired", ofOld, ofOld.pem() + oldAuthority.pem() + root.pem(), "vouched");
        const Issued expired({name, -30, -1}, &authority);
        row("expired", expired, expired.pem() + authority.pem(), "expired");
        row("expired, alone", expired, expired.pem(), "expired");
        const Issued early({name, 1, 30}, &authority);
        row("not valid yet", early, early.pem() + authority.pem(), "vouched");
        const Issued swapped({other}, &authority);
        row("another provider's", swapped, swapped.pem() + authority.pem(), "made out for");
        row("another provider's, alone", swapped, swapped.pem(), "made out for");
        const Issued similar({"evil" + name.mid(name.indexOf('.') + 1), -10, 10}, &authority);
        row("a similar name", similar, similar.pem() + authority.pem(), "made out for");
        const Issued hidden({name, -10, 10, false, "evil.example"}, &authority);
        row("another alternative name", hidden, hidden.pem() + authority.pem(), "made out for");
        const Issued second({name}, &authority);
        row("another one of the provider", leaf, second.pem() + authority.pem(), "does not match");
    }
}

void TestCertificates::entered()
{
    QFETCH(QByteArray, scheme);
    QFETCH(QByteArray, key);
    QFETCH(SignedMessage, message);
    QFETCH(QString, problem);
    const Verification result = verify(scheme, message, {key});
    QCOMPARE(result.signature, problem.isEmpty() ? SignatureState::Valid : SignatureState::Invalid);
    QVERIFY2(result.reason.contains(problem), qPrintable(result.reason));
}

/** The same key in a certificate that ran out and in one that was made again. */
void TestCertificates::theRightOneOfTwoCounts()
{
    const Issued expired({"messageverificationcerts.paypal.com", -30, -1});
    const Issued test({"test"});
    const SignedMessage message = signedBy("paypal", test);
    QCOMPARE(verify("paypal", message, {expired.pem(), test.pem()}).verdict(), Verdict::Valid);
    QCOMPARE(verify("paypal", message, {expired.pem()}).verdict(), Verdict::Invalid);
}

QTEST_APPLESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
