#include "delivery/Variables.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

namespace creel
{

namespace
{

constexpr qsizetype MaxName = 200;

} // namespace

bool Variables::isName(const QByteArray& name)
{
    return !name.isEmpty() && name.size() <= MaxName && name == name.trimmed() && !name.startsWith('$')
        && !name.contains('{') && !name.contains('}');
}

bool Variables::valueOf(const QByteArray& name, QByteArray& value) const
{
    if (name == "$uuid")
        value = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    else if (name == "$timestamp")
        value = QByteArray::number(m_nowUs / 1'000'000);
    else if (name == "$isoTimestamp")
        value = QDateTime::fromMSecsSinceEpoch(m_nowUs / 1'000, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    else if (name == "$randomInt")
        value = QByteArray::number(QRandomGenerator::global()->bounded(1'001));
    else if (const auto found = m_values.constFind(name); found != m_values.constEnd())
        value = *found;
    else
        return false;
    return true;
}

QByteArray Variables::expand(const QByteArray& text)
{
    QByteArray out;
    qsizetype done = 0;
    while (true) {
        const qsizetype open = text.indexOf("{{", done);
        const qsizetype close = open < 0 ? -1 : text.indexOf("}}", open + 2);
        if (close < 0)
            break;
        const QByteArray name = text.mid(open + 2, close - open - 2).trimmed();
        QByteArray value;
        if (name.isEmpty() || name.size() > MaxName || name.contains('{') || !valueOf(name, value)) {
            if (!name.isEmpty() && name.size() <= MaxName && !name.contains('{') && !m_unknown.contains(name))
                m_unknown.append(name);
            out.append(text.constData() + done, open + 1 - done); // one brace on, `{{{name}}` holds a name too
            done = open + 1;
            continue;
        }
        out.append(text.constData() + done, open - done);
        out.append(value);
        done = close + 2;
    }
    return out + text.mid(done);
}

QByteArray variablesToJson(const QMap<QByteArray, QByteArray>& values)
{
    QJsonObject object;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        object.insert(QString::fromUtf8(it.key()), QString::fromUtf8(*it));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QMap<QByteArray, QByteArray> variablesFromJson(const QByteArray& json)
{
    QMap<QByteArray, QByteArray> values;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        if (Variables::isName(name) && it.value().isString())
            values.insert(name, it.value().toString().toUtf8());
    }
    return values;
}

} // namespace creel
