#include "delivery/TlsSetup.h"

#include "delivery/Target.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

namespace creel
{

namespace
{

constexpr qint64 MaxFileBytes = 4 * 1024 * 1024;

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::Io, QCoreApplication::translate("creel", "Can't read %1: %2").arg(path, file.errorString())};
    return file.read(MaxFileBytes);
}

Error badFile(const QString& path, const QString& why)
{
    return {ErrorCode::Invalid, QCoreApplication::translate("creel", "%1 can't be used: %2").arg(path, why)};
}

QByteArray passphraseOf(const TlsSettings& settings)
{
    return settings.passphrase ? settings.passphrase->view().toByteArray() : QByteArray();
}

QSslKey keyFrom(const QByteArray& pem, const QByteArray& passphrase)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, passphrase);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<void> addPkcs12(QSslConfiguration& tls, const TlsSettings& settings, QByteArray data)
{
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QSslKey key;
    QSslCertificate certificate;
    QList<QSslCertificate> chain;
    if (!QSslCertificate::importPkcs12(&buffer, &key, &certificate, &chain, passphraseOf(settings)))
        return badFile(settings.clientCertificateFile,
            QCoreApplication::translate(
                "creel", "it is neither PEM nor a PKCS #12 file that opens with this passphrase."));
    chain.prepend(certificate);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    return {};
}

Result<void> addClientCertificate(QSslConfiguration& tls, const TlsSettings& settings)
{
    Result<QByteArray> file = readFile(settings.clientCertificateFile);
    if (!file)
        return file.error();
    if (!file->contains("-----BEGIN"))
        return addPkcs12(tls, settings, *std::move(file));
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*file, QSsl::Pem);
    if (chain.isEmpty())
        return badFile(
            settings.clientCertificateFile, QCoreApplication::translate("creel", "it holds no certificate."));
    const QString keyFile = settings.clientKeyFile.isEmpty() ? settings.clientCertificateFile : settings.clientKeyFile;
    const Result<QByteArray> pem = readFile(keyFile);
    if (!pem)
        return pem.error();
    const QSslKey key = keyFrom(*pem, passphraseOf(settings));
    if (key.isNull())
        return badFile(
            keyFile, QCoreApplication::translate("creel", "it holds no private key that opens with this passphrase."));
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    return {};
}

} // namespace

Result<QSslConfiguration> makeTlsConfiguration(const TlsSettings& settings)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    if (!settings.caFile.isEmpty()) {
        const Result<QByteArray> file = readFile(settings.caFile);
        if (!file)
            return file.error();
        const QList<QSslCertificate> authorities = QSslCertificate::fromData(*file, QSsl::Pem);
        if (authorities.isEmpty())
            return badFile(settings.caFile, QCoreApplication::translate("creel", "it holds no certificate."));
        tls.addCaCertificates(authorities);
    }
    if (!settings.clientCertificateFile.isEmpty()) {
        const Result<void> added = addClientCertificate(tls, settings);
        if (!added)
            return added.error();
    }
    return tls;
}

QNetworkProxy proxyFor(const ProxySettings& settings, const Target& target, const QByteArray& url)
{
    if (settings.kind == ProxySettings::Kind::None || target.isLoopback())
        return QNetworkProxy::NoProxy;
    if (settings.kind == ProxySettings::Kind::System) {
        const QNetworkProxyQuery query(QUrl::fromEncoded(url), QNetworkProxyQuery::UrlRequest);
        const QList<QNetworkProxy> found = QNetworkProxyFactory::systemProxyForQuery(query);
        QNetworkProxy proxy = found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
        // A caching proxy is for QNetworkAccessManager alone; a socket asks the same one for a tunnel.
        if (proxy.type() == QNetworkProxy::HttpCachingProxy)
            proxy.setType(QNetworkProxy::HttpProxy);
        return proxy;
    }
    const auto type =
        settings.kind == ProxySettings::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
    const QString password = settings.password ? QString::fromUtf8(settings.password->view().toByteArray()) : QString();
    return QNetworkProxy(type, settings.host, settings.port, settings.user, password);
}

} // namespace creel
