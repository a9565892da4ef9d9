#include "signature/Certificates.h"

#include "base/CoreText.h"
#include "base/Text.h"

#include <QByteArrayList>
#include <QRegularExpression>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

namespace creel
{
namespace
{

template <auto Free> struct Freeing {
    template <class T> void operator()(T* object) const { Free(object); }
};

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); }
};

time_t secondsOf(qint64 us)
{
    return time_t(us / 1'000'000);
}

/** The names that a certificate was made out for: its DNS names, else its common name (RFC 6125, section 6.4.4). */
QByteArrayList namesOf(X509* certificate)
{
    QByteArrayList names;
    const std::unique_ptr<GENERAL_NAMES, Freeing<&GENERAL_NAMES_free>> alternatives(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    const int count = alternatives ? sk_GENERAL_NAME_num(alternatives.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const GENERAL_NAME* name = sk_GENERAL_NAME_value(alternatives.get(), i);
        if (name->type == GEN_DNS)
            names += QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName)),
                ASN1_STRING_length(name->d.dNSName));
    }
    const X509_NAME* subject = X509_get_subject_name(certificate);
    const int at = names.isEmpty() ? X509_NAME_get_index_by_NID(subject, NID_commonName, -1) : -1;
    if (at >= 0) {
        unsigned char* text = nullptr;
        const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
        names += QByteArray(reinterpret_cast<char*>(text), std::max(0, size));
        OPENSSL_free(text);
    }
    return names;
}

bool isNameOf(CertificateHost host, const QByteArray& name)
{
    static const QRegularExpression aws(QStringLiteral("\\Asns(\\.[a-z0-9-]+)?\\.amazonaws\\.com(\\.cn)?\\z"));
    static const QRegularExpression payPal(QStringLiteral("\\A[a-z0-9.-]+\\.paypal\\.com\\z"));
    return (host == CertificateHost::AwsSns ? aws : payPal).match(toText(name).toLower()).hasMatch();
}

QString timeText(const ASN1_TIME* time)
{
    const std::unique_ptr<BIO, Freeing<&BIO_free>> bio(BIO_new(BIO_s_mem()));
    ASN1_TIME_print(bio.get(), time);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QString::fromLatin1(data, qsizetype(size));
}

bool isOwnIssuer(X509* certificate)
{
    return X509_check_issued(certificate, certificate) == X509_V_OK;
}

} // namespace

int noPassphrase(char*, int, int, void*)
{
    return 0;
}

std::shared_ptr<const CertificateChain> CertificateChain::fromPem(QByteArrayView text)
{
    auto chain = std::make_shared<CertificateChain>();
    const std::unique_ptr<BIO, Freeing<&BIO_free>> bio(BIO_new_mem_buf(text.data(), int(text.size())));
    constexpr std::size_t most = 16; // real chains have two to four
    while (chain->m_certificates.size() < most) {
        X509* next = PEM_read_bio_X509(bio.get(), nullptr, &noPassphrase, nullptr);
        if (!next)
            break;
        chain->m_certificates.emplace_back(next, &X509_free);
    }
    if (chain->m_certificates.empty())
        return nullptr;
    chain->m_key.reset(X509_get_pubkey(chain->m_certificates.front().get()), &EVP_PKEY_free);
    return chain;
}

std::shared_ptr<const CertificateChain> CertificateChain::fromDer(QByteArrayView der)
{
    const auto* in = reinterpret_cast<const unsigned char*>(der.data());
    X509* certificate = d2i_X509(nullptr, &in, long(der.size()));
    if (!certificate)
        return nullptr;
    auto chain = std::make_shared<CertificateChain>();
    chain->m_certificates.emplace_back(certificate, &X509_free);
    chain->m_key.reset(X509_get_pubkey(certificate), &EVP_PKEY_free);
    return chain;
}

QString CertificateChain::problem(std::optional<CertificateHost> host, qint64 atUs) const
{
    X509* first = m_certificates.front().get();
    time_t at = secondsOf(atUs);
    if (X509_cmp_time(X509_get0_notAfter(first), &at) < 0)
        return CoreText::tr("The certificate that was entered had expired by then: it was valid until %1. Enter the "
                            "one that the message names.")
            .arg(timeText(X509_get0_notAfter(first)));
    const bool isAlone = m_certificates.size() == 1;
    // Not its beginning: a test's certificate may be made after the event came.
    if (isAlone && isOwnIssuer(first))
        return {};
    const QByteArrayList names = namesOf(first);
    const auto isRight = [&](const QByteArray& name) { return isNameOf(*host, name); };
    if (host && std::none_of(names.begin(), names.end(), isRight))
        return CoreText::tr("The certificate that was entered is not the provider's: it was made out for %1.")
            .arg(toVisible(toText(names.isEmpty() ? QByteArray("?") : names.first()), 100));
    return isAlone ? QString() : chainProblem(atUs);
}

QString CertificateChain::chainProblem(qint64 atUs) const
{
    const std::unique_ptr<X509_STORE, Freeing<&X509_STORE_free>> store(X509_STORE_new());
    const std::unique_ptr<STACK_OF(X509), FreeStack> between(sk_X509_new_null());
    const std::unique_ptr<X509_STORE_CTX, Freeing<&X509_STORE_CTX_free>> context(X509_STORE_CTX_new());
    X509_STORE_add_cert(store.get(), m_certificates.back().get());
    for (std::size_t i = 1; i + 1 < m_certificates.size(); ++i)
        sk_X509_push(between.get(), m_certificates[i].get());
    X509_STORE_CTX_init(context.get(), store.get(), m_certificates.front().get(), between.get());
    X509_STORE_CTX_set_time(context.get(), 0, secondsOf(atUs));
    X509_STORE_CTX_set_flags(context.get(), X509_V_FLAG_PARTIAL_CHAIN);
    if (X509_verify_cert(context.get()) == 1)
        return {};
    return CoreText::tr("The certificate that was entered is not vouched for by those behind it: %1.")
        .arg(QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()))));
}

} // namespace creel
