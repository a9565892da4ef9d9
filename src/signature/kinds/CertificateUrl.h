#pragma once

#include "signature/Certificates.h"

#include <QByteArray>
#include <QString>

namespace creel
{

/**
 * Why a message that names `url` as the place of its certificate is not the provider's; empty where it may be. Nothing
 * is fetched: the key is the user's, but whoever verifies by the URL would be led to a stranger's certificate.
 */
QString certificateUrlMismatch(CertificateHost host, const QByteArray& url);

} // namespace creel
