#pragma once

#include "base/Result.h"
#include "delivery/HttpTypes.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace creel
{

struct Target;

/** Reads the files that the settings name; an error says which one and why. */
Result<QSslConfiguration> makeTlsConfiguration(const TlsSettings& settings);

/** `NoProxy` for loopback; may ask the system, which can take a while on some: never on the GUI thread. */
QNetworkProxy proxyFor(const ProxySettings& settings, const Target& target, const QByteArray& url);

} // namespace creel
