#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace creel
{

/**
 * A small JSON document as values: for lines that Creel itself defines (events, batch requests), never for payloads.
 * Numbers keep their text; of equal names the last counts.
 */
class JsonValue
{
public:
    enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };
    using Member = std::pair<QByteArray, JsonValue>;

    /** The whole text as one value; `problem` tells why where it is not JSON (RFC 8259) or nested over 64 deep. */
    static std::optional<JsonValue> parse(QByteArrayView json, QString* problem = nullptr);

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isString() const { return m_kind == Kind::String; }
    bool isArray() const { return m_kind == Kind::Array; }
    bool isObject() const { return m_kind == Kind::Object; }
    /** A string's characters in UTF-8, a number's text; else empty. */
    const QByteArray& text() const { return m_text; }
    std::optional<qint64> integer() const;
    std::optional<bool> boolean() const;
    /** Of an array. */
    const std::vector<JsonValue>& items() const { return m_items; }
    /** Of an object, as they stand. */
    const std::vector<Member>& members() const { return m_members; }
    /** The last member of that name that is not null, or nothing. */
    const JsonValue* find(QByteArrayView name) const;

private:
    friend struct JsonValueReader;
    Kind m_kind = Kind::Null;
    QByteArray m_text;
    std::vector<JsonValue> m_items;
    std::vector<Member> m_members;
};

} // namespace creel
