#include "delivery/Variables.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QUuid>

namespace creel
{

namespace
{

constexpr qsizetype MaxName = 200;

} // namespace

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

} // namespace creel
