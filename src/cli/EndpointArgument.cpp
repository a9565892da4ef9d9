#include "cli/EndpointArgument.h"

#include <QCoreApplication>

namespace creel
{
namespace
{

QByteArray withCommas(QByteArray text)
{
    text.replace("%2C", ",");
    text.replace("%2c", ",");
    return text;
}

Error badPart(const QByteArray& part)
{
    return Error{ErrorCode::Invalid,
        QCoreApplication::translate("creel",
            "--endpoint does not know \"%1\". It takes PATH[,scheme=ID][,secret-env=NAME][,secret-file=FILE]"
            "[,secret-name=NAME][,url=URL][,cfg.NAME=VALUE].")
            .arg(QString::fromLocal8Bit(part))};
}

/** One `key=value`; false where there is no such key. */
bool apply(EndpointArgument& out, const QByteArray& key, const QByteArray& value)
{
    const QString text = QString::fromLocal8Bit(value);
    if (key == "scheme")
        out.endpoint.scheme = value;
    else if (key == "url")
        out.endpoint.publicUrl = value;
    else if (key == "secret-env")
        out.secrets.push_back({SecretSource::Kind::Environment, text});
    else if (key == "secret-file")
        out.secrets.push_back({SecretSource::Kind::File, text});
    else if (key == "secret-name")
        out.secrets.push_back({SecretSource::Kind::Name, text});
    else if (key.startsWith("cfg.") && key.size() > 4)
        out.endpoint.settings.insert(key.sliced(4), value);
    else
        return false;
    return true;
}

} // namespace

Result<EndpointArgument> endpointFromArgument(const std::string& text, const SchemeCatalog& catalog)
{
    const QList<QByteArray> parts = toBytes(text).split(',');
    EndpointArgument out;
    out.endpoint.path = withCommas(parts.first());
    if (!out.endpoint.path.startsWith('/')) {
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "The path of an endpoint begins with a slash, unlike \"%1\".")
                .arg(QString::fromLocal8Bit(out.endpoint.path))};
    }
    if (out.endpoint.path.contains('?')) {
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "\"%1\" would match nothing: an endpoint is a path without a query.")
                .arg(QString::fromLocal8Bit(out.endpoint.path))};
    }
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const qsizetype equals = parts[i].indexOf('=');
        if (equals <= 0 || !apply(out, parts[i].first(equals), withCommas(parts[i].sliced(equals + 1))))
            return badPart(equals <= 0 ? parts[i] : parts[i].first(equals));
    }
    if (!out.endpoint.scheme.isEmpty() && !catalog.find(out.endpoint.scheme)) {
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate("creel", "There is no scheme \"%1\". creel-cli schemes lists them.")
                .arg(QString::fromLocal8Bit(out.endpoint.scheme))};
    }
    return out;
}

} // namespace creel
