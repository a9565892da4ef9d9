#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

struct evp_pkey_st;
struct x509_st;

namespace creel
{

/** For PEM_read_bio_*(), which would ask in the terminal: there is no passphrase. */
int noPassphrase(char* text, int size, int writes, void* data);

/** Who publishes the certificates that sign a provider's messages. */
enum class CertificateHost : quint8 {
    AwsSns, ///< `sns.REGION.amazonaws.com` or `.com.cn`, a path that ends in `.pem` (npm sns-validator)
    PayPal, ///< any host under `paypal.com` (PayPal, Webhooks integration, "self verification")
};

/**
 * The certificates that were entered as a key: the one that signs messages first, then those that vouch for it. Nothing
 * is fetched and no list of the system is asked: the last one is believed, as it is the user who gave it. Immutable.
 */
class CertificateChain
{
public:
    /** Null where there is no certificate. */
    static std::shared_ptr<const CertificateChain> fromPem(QByteArrayView text);
    static std::shared_ptr<const CertificateChain> fromDer(QByteArrayView der);

    /** Of the first certificate. */
    const std::shared_ptr<evp_pkey_st>& publicKey() const { return m_key; }
    /**
     * Why the first certificate can't speak for `host` at that time: expired, somebody else's, or not vouched for by
     * those behind it. Empty where it can. One alone that signed itself was made for a test and has any name.
     */
    QString problem(std::optional<CertificateHost> host, qint64 atUs) const;

private:
    QString chainProblem(qint64 atUs) const;

    std::vector<std::shared_ptr<x509_st>> m_certificates;
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace creel
