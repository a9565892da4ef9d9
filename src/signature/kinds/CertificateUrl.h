#pragma once

#include <QByteArray>
#include <QString>

namespace creel
{

/** Who publishes the certificates that sign a provider's messages. */
enum class CertificateHost : quint8 {
    AwsSns, ///< `sns.REGION.amazonaws.com` or `.com.cn`, a path that ends in `.pem` (npm sns-validator)
    PayPal, ///< any host under `paypal.com` (PayPal, Webhooks integration, "self verification")
};

/**
 * Why a message that names `url` as the place of its certificate is not the provider's; empty where it may be. Nothing
 * is fetched: the key is the user's, but whoever verifies by the URL would be led to a stranger's certificate.
 */
QString certificateUrlMismatch(CertificateHost host, const QByteArray& url);

} // namespace creel
