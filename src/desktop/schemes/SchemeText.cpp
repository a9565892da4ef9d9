#include "desktop/schemes/SchemeText.h"

#include "signature/SchemeReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace creel
{
namespace
{

const QStringList& order()
{
    static const QStringList names =
        QStringLiteral("$schema,id,name,kind,algorithm,encoding,signature,extraction,separator,key_value,take,prefix,"
                       "prefix_optional,prefix_ignore_case,content,key,form,strip,timestamp,at,unit,tolerance_s,"
                       "future_s,signed,content_id,event_id,event_type,recognize,emit_headers,rotation,notes,source,"
                       "confidence")
            .split(QLatin1Char(','));
    return names;
}

int rankOf(const QString& name)
{
    const qsizetype at = order().indexOf(name);
    return int(at < 0 ? order().size() : at);
}

bool isPlain(const QJsonArray& array)
{
    return std::none_of(
        array.begin(), array.end(), [](const QJsonValue& value) { return value.isArray() || value.isObject(); });
}

QByteArray scalar(const QJsonValue& value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

void write(QByteArray& text, const QJsonValue& value, int depth)
{
    const QByteArray inner(2 * (depth + 1), ' ');
    const QByteArray outer(2 * depth, ' ');
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const bool plain = isPlain(array);
        text += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            text += i == 0 ? (plain ? "" : "\n") : (plain ? ", " : ",\n");
            text += plain ? QByteArray() : inner;
            write(text, array.at(i), depth + 1);
        }
        text += plain ? "]" : '\n' + outer + ']';
        return;
    }
    if (!value.isObject()) {
        text += scalar(value);
        return;
    }
    const QJsonObject object = value.toObject();
    QStringList names = object.keys();
    std::stable_sort(
        names.begin(), names.end(), [](const QString& a, const QString& b) { return rankOf(a) < rankOf(b); });
    text += '{';
    for (qsizetype i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "\n" : ",\n") + inner + scalar(names[i]) + ": ";
        write(text, object.value(names[i]), depth + 1);
    }
    text += names.isEmpty() ? QByteArray("}") : '\n' + outer + '}';
}

} // namespace

QByteArray schemeText(const QJsonObject& scheme)
{
    QByteArray text;
    write(text, scheme, 0);
    return text + '\n';
}

std::optional<QJsonObject> schemeObject(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QJsonObject builtInScheme(const QByteArray& id)
{
    const QByteArrayView bundle = builtInSchemes();
    const QJsonArray all = QJsonDocument::fromJson(QByteArray::fromRawData(bundle.data(), bundle.size())).array();
    for (const QJsonValue& one : all) {
        if (one.toObject().value(QLatin1String("id")).toString().toUtf8() == id)
            return one.toObject();
    }
    return {};
}

QJsonObject newScheme(const QString& name, const QString& id)
{
    QJsonObject scheme{{QStringLiteral("id"), id}, {QStringLiteral("name"), name},
        {QStringLiteral("kind"), QStringLiteral("declarative")},
        {QStringLiteral("algorithm"), QStringLiteral("hmac-sha256")},
        {QStringLiteral("encoding"), QStringLiteral("hex")},
        {QStringLiteral("signature"), QJsonArray{QStringLiteral("header:X-Signature")}},
        {QStringLiteral("content"), QStringLiteral("{body}")},
        {QStringLiteral("key"), QJsonObject{{QStringLiteral("form"), QStringLiteral("text")}}}};
    scheme.insert(QStringLiteral("emit_headers"), emittedHeaders(scheme));
    return scheme;
}

QString schemeIdOf(const QString& name)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    QString id = name.toLower().normalized(QString::NormalizationForm_KD).replace(others, QStringLiteral("-"));
    while (id.startsWith(QLatin1Char('-')))
        id.remove(0, 1);
    id = id.left(60);
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    return id;
}

QString placesText(const QJsonValue& places)
{
    QStringList shown;
    for (const QJsonValue& one : places.toArray()) {
        const QString text = one.toString();
        shown << (text.startsWith(QLatin1String("header:")) ? text.mid(7) : text);
    }
    return shown.join(QStringLiteral(", "));
}

QJsonArray placesOf(const QString& text)
{
    QJsonArray places;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString place = part.trimmed();
        if (!place.isEmpty())
            places.append(place.contains(QLatin1Char(':')) || place == QLatin1String("body")
                    ? place
                    : QStringLiteral("header:") + place);
    }
    return places;
}

QJsonArray emittedHeaders(const QJsonObject& scheme)
{
    const QString place = scheme.value(QLatin1String("signature")).toArray().at(0).toString();
    if (!place.startsWith(QLatin1String("header:")))
        return {};
    const QString header = place.mid(7);
    const QJsonObject extraction = scheme.value(QLatin1String("extraction")).toObject();
    const QJsonArray times = scheme.value(QLatin1String("timestamp")).toObject().value(QLatin1String("at")).toArray();
    const QString time = times.at(0).toString();
    QString value = extraction.value(QLatin1String("prefix")).toString() + QStringLiteral("{signature}");
    const QString keyValue = extraction.value(QLatin1String("key_value")).toString();
    if (!keyValue.isEmpty()) {
        const QString separator = extraction.value(QLatin1String("separator")).toArray().at(0).toString();
        value.prepend(extraction.value(QLatin1String("take")).toArray().at(0).toString() + keyValue);
        if (time.startsWith(QLatin1String("sig:")))
            value.prepend(time.mid(4) + keyValue + QStringLiteral("{timestamp}") + separator);
    }
    QJsonArray headers;
    const auto add = [&headers](const QString& name, const QString& text) { headers.append(QJsonArray{name, text}); };
    const QJsonArray ids = scheme.value(QLatin1String("content_id")).toArray();
    if (ids.at(0).toString().startsWith(QLatin1String("header:")))
        add(ids.at(0).toString().mid(7), QStringLiteral("{id}"));
    if (time.startsWith(QLatin1String("header:")) && time != place)
        add(time.mid(7), QStringLiteral("{timestamp}"));
    add(header, value);
    return headers;
}

} // namespace creel
