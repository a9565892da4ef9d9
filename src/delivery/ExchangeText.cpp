#include "delivery/ExchangeText.h"

#include <QCoreApplication>

namespace creel
{

namespace
{

QString placeOf(const Target& target)
{
    const bool v6 = target.host.contains(QLatin1Char(':'));
    return (v6 ? QLatin1Char('[') + target.host + QLatin1Char(']') : target.host) + QLatin1Char(':')
        + QString::number(target.port);
}

QString secondsOf(int ms)
{
    return QString::number(ms / 1000.0, 'g', 4);
}

} // namespace

QString lookupFailedText(const Target& target, const QString& detail)
{
    return QCoreApplication::translate(
        "creel", "The name %1 could not be looked up: %2. Check the host in the URL and the network.")
        .arg(target.host, detail);
}

QString connectFailedText(
    const Target& target, HttpPhase phase, QAbstractSocket::SocketError error, const QString& detail)
{
    const QString place = placeOf(target);
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return QCoreApplication::translate(
            "creel", "%1 refused the connection: nothing listens there. Check the port, and that the server runs.")
            .arg(place);
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QCoreApplication::translate("creel", "The proxy refused the connection to %1: %2").arg(place, detail);
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QCoreApplication::translate(
            "creel", "The proxy wants a user name and a password for %1, or did not take the ones given.")
            .arg(place);
    case QAbstractSocket::ProxyNotFoundError:
        return QCoreApplication::translate("creel", "The proxy could not be found: %1").arg(detail);
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyProtocolError:
        return QCoreApplication::translate("creel", "The proxy did not make the connection to %1: %2")
            .arg(place, detail);
    default:
        break;
    }
    if (phase == HttpPhase::Tls)
        return QCoreApplication::translate(
            "creel", "No TLS connection to %1 could be made: %2. Check that the server speaks https on this port.")
            .arg(place, detail);
    return QCoreApplication::translate("creel", "No connection to %1 could be made: %2").arg(place, detail);
}

QString badCertificateText(const Target& target, const QStringList& problems)
{
    return QCoreApplication::translate("creel",
        "The certificate of %1 is not trusted: %2 Nothing was sent. Name its authority in the settings of this "
        "request, "
        "or turn the check off for a server of your own.")
        .arg(placeOf(target), problems.join(QLatin1Char(' ')));
}

QString keptConnectionClosedText(const Target& target)
{
    return QCoreApplication::translate("creel",
        "%1 closed the kept connection before any byte of an answer. Whether it read the request is unknown, so it was "
        "not sent a second time. Sending again makes a new connection.")
        .arg(placeOf(target));
}

QString noAnswerText(const Target& target)
{
    return QCoreApplication::translate("creel", "%1 closed the connection without an answer.").arg(placeOf(target));
}

QString brokenText(const Target& target, HttpPhase phase, const QString& detail)
{
    if (phase == HttpPhase::Receive)
        return QCoreApplication::translate("creel", "The connection to %1 broke within the answer: %2")
            .arg(placeOf(target), detail);
    return QCoreApplication::translate("creel", "The connection to %1 broke before the answer: %2")
        .arg(placeOf(target), detail);
}

QString badAnswerText(const Target& target, const QString& why)
{
    return QCoreApplication::translate("creel", "The answer of %1 could not be read: %2").arg(placeOf(target), why);
}

QString tooManyInterimText(const Target& target)
{
    return QCoreApplication::translate("creel", "%1 sent over 100 interim answers (1xx) and no final one.")
        .arg(placeOf(target));
}

QString phaseTimeoutText(const Target& target, HttpPhase phase, int limitMs)
{
    const QString place = placeOf(target);
    const QString seconds = secondsOf(limitMs);
    switch (phase) {
    case HttpPhase::Lookup:
        return QCoreApplication::translate("creel", "Looking up %1 took longer than %2 s.").arg(target.host, seconds);
    case HttpPhase::Connect:
        return QCoreApplication::translate(
            "creel", "%1 did not take the connection within %2 s: check the address, the port and firewalls.")
            .arg(place, seconds);
    case HttpPhase::Tls:
        return QCoreApplication::translate("creel",
            "The TLS handshake with %1 took longer than %2 s. Check that the server speaks https on this port.")
            .arg(place, seconds);
    case HttpPhase::Send:
        return QCoreApplication::translate("creel", "%1 read nothing more of the request for %2 s.")
            .arg(place, seconds);
    case HttpPhase::Receive:
        return QCoreApplication::translate("creel", "Within its answer %1 sent nothing for %2 s.").arg(place, seconds);
    case HttpPhase::Start:
    case HttpPhase::FirstByte:
    case HttpPhase::Done:
        break;
    }
    return QCoreApplication::translate("creel", "%1 did not answer within %2 s.").arg(place, seconds);
}

QString totalTimeoutText(const Target& target, HttpPhase phase, int limitMs)
{
    if (phase == HttpPhase::Receive)
        return QCoreApplication::translate("creel", "The whole answer of %1 did not come within %2 s.")
            .arg(placeOf(target), secondsOf(limitMs));
    return QCoreApplication::translate("creel", "The exchange with %1 did not end within %2 s.")
        .arg(placeOf(target), secondsOf(limitMs));
}

} // namespace creel
