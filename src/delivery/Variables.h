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

    /** Whether a variable of the workspace can be called so: 1 to 200 bytes, no brace, not one of Creel's own names. */
    static bool isName(const QByteArray& name);

    QByteArray expand(const QByteArray& text);
    const QByteArrayList& unknown() const { return m_unknown; }

private:
    bool valueOf(const QByteArray& name, QByteArray& value) const;

    QMap<QByteArray, QByteArray> m_values;
    qint64 m_nowUs;
    QByteArrayList m_unknown;
};

/** Where the workspace keeps its variables (EventReader::settingNow), as variablesToJson() writes them. */
inline constexpr char variablesSetting[] = "variables";
QByteArray variablesToJson(const QMap<QByteArray, QByteArray>& values);
/** What can't be read counts as nothing: the table is then empty. */
QMap<QByteArray, QByteArray> variablesFromJson(const QByteArray& json);

} // namespace creel
