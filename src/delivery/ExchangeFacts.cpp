#include "delivery/ExchangeFacts.h"

#include "base/CoreText.h"
#include "base/Text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace creel
{
namespace
{

QString visible(const QByteArray& bytes, qsizetype size)
{
    return toVisible(toText(bytes), size);
}

/** Bytes that may be anything, as a string that gives them back. */
QString packed(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes);
}
QByteArray unpacked(const QJsonValue& value)
{
    return value.toString().toLatin1();
}

} // namespace

ExchangeFacts ExchangeFacts::of(const HttpResult& result)
{
    ExchangeFacts facts;
    facts.remoteAddress = result.remoteAddress;
    facts.tlsVersion = result.tlsVersion;
    facts.tlsCipher = result.tlsCipher;
    facts.tlsProblems = result.tlsProblems;
    for (const Response& answer : result.interim)
        facts.interim.push_back(answer.status);
    facts.redirects = result.redirects;
    facts.reusedConnection = result.reusedConnection;
    return facts;
}

QByteArray ExchangeFacts::toJson() const
{
    QJsonArray statuses;
    for (const int status : interim)
        statuses.append(status);
    QJsonArray hops;
    for (const HttpHop& hop : redirects)
        hops.append(QJsonArray{packed(hop.url), hop.status, packed(hop.location)});
    const QJsonObject object{{QStringLiteral("remote"), packed(remoteAddress)},
        {QStringLiteral("tls"), packed(tlsVersion)}, {QStringLiteral("cipher"), packed(tlsCipher)},
        {QStringLiteral("problems"), QJsonArray::fromStringList(tlsProblems)}, {QStringLiteral("interim"), statuses},
        {QStringLiteral("redirects"), hops}, {QStringLiteral("kept"), reusedConnection}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ExchangeFacts ExchangeFacts::fromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    ExchangeFacts facts;
    facts.remoteAddress = unpacked(object.value(QLatin1String("remote")));
    facts.tlsVersion = unpacked(object.value(QLatin1String("tls")));
    facts.tlsCipher = unpacked(object.value(QLatin1String("cipher")));
    const QJsonArray problems = object.value(QLatin1String("problems")).toArray();
    for (const QJsonValue& problem : problems)
        facts.tlsProblems << problem.toString();
    const QJsonArray statuses = object.value(QLatin1String("interim")).toArray();
    for (const QJsonValue& status : statuses)
        facts.interim.push_back(status.toInt());
    const QJsonArray hops = object.value(QLatin1String("redirects")).toArray();
    for (const QJsonValue& value : hops) {
        const QJsonArray hop = value.toArray();
        facts.redirects.push_back({unpacked(hop.at(0)), hop.at(1).toInt(), unpacked(hop.at(2))});
    }
    facts.reusedConnection = object.value(QLatin1String("kept")).toBool();
    return facts;
}

QStringList ExchangeFacts::sentences() const
{
    QStringList lines;
    if (!remoteAddress.isEmpty())
        lines << (reusedConnection ? CoreText::tr("On a kept connection to %1.") : CoreText::tr("Connected to %1."))
                     .arg(visible(remoteAddress, 100));
    if (!tlsVersion.isEmpty())
        lines << CoreText::tr("Encrypted by %1 with %2.").arg(visible(tlsVersion, 20), visible(tlsCipher, 60));
    for (const QString& problem : tlsProblems)
        lines << CoreText::tr("Certificate: %1").arg(toVisible(problem, 300));
    for (const int status : interim)
        lines << CoreText::tr("An interim answer %1 came first.").arg(QString::number(status));
    for (const HttpHop& hop : redirects)
        lines << CoreText::tr("Followed a redirect (%1) from %2 to %3.")
                     .arg(QString::number(hop.status), visible(hop.url, 200), visible(hop.location, 200));
    return lines;
}

} // namespace creel
