#include "signature/kinds/CertificateUrl.h"

#include "base/CoreText.h"
#include "base/Text.h"

#include <QRegularExpression>
#include <QUrl>

namespace creel
{

QString certificateUrlMismatch(CertificateHost host, const QByteArray& url)
{
    static const QRegularExpression aws(QStringLiteral("\\Asns\\.[a-z0-9-]{3,}\\.amazonaws\\.com(\\.cn)?\\z"));
    const QUrl parsed(toText(url), QUrl::StrictMode);
    bool right = parsed.isValid() && parsed.scheme() == QLatin1String("https") && parsed.userInfo().isEmpty()
        && parsed.port(443) == 443;
    if (host == CertificateHost::AwsSns)
        right = right && aws.match(parsed.host()).hasMatch() && parsed.path().endsWith(QLatin1String(".pem"));
    else
        right = right && parsed.host().endsWith(QLatin1String(".paypal.com"));
    return right ? QString()
                 : CoreText::tr("The message names a certificate that is not the provider's: %1").arg(toText(url));
}

} // namespace creel
