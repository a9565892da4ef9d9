#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>

namespace creel
{

/**
 * Replaces `{{name}}` (blanks inside the braces do not count) by values of the workspace, and `{{$uuid}}` (RFC 9562,
 * version 4, a new one each time), `{{$timestamp}}` (Unix seconds), `{{$isoTimestamp}}` (RFC 3339, milliseconds) and
 * `{{$randomInt}}` (0 to 1000). The names with `$` are those that Postman uses. What is not known stays as it is and is
 * told in `unknown`. A value is not looked at again.
 */
class Variables
{
public:
    Variables(QMap<QByteArray, QByteArray> values, qint64 nowUs)
        : m_values(std::move(values))
        , m_nowUs(nowUs)
    {
    }

    QByteArray expand(const QByteArray& text);
    const QByteArrayList& unknown() const { return m_unknown; }

private:
    bool valueOf(const QByteArray& name, QByteArray& value) const;

    QMap<QByteArray, QByteArray> m_values;
    qint64 m_nowUs;
    QByteArrayList m_unknown;
};

} // namespace creel
