#include "exchange/JsonValue.h"

#include "payload/JsonScan.h"

#include <QCoreApplication>

namespace creel
{
namespace
{
constexpr int maxDepth = 64;
}

/** Recursive over at most maxDepth levels; the grammar is JsonScan's. */
struct JsonValueReader {
    QByteArrayView document;
    JsonScan scan;

    explicit JsonValueReader(QByteArrayView json)
        : document(json)
        , scan(json, jsonStart(json), true)
    {
    }

    bool readDocument(JsonValue& out)
    {
        if (!readValue(out, 0))
            return false;
        scan.skipBlanks();
        return scan.atEnd() || scan.fail(JsonFault::AfterEnd);
    }

    bool readValue(JsonValue& out, int depth)
    {
        scan.skipBlanks();
        if (depth > maxDepth)
            return scan.fail(JsonFault::TooDeep);
        if (scan.take('{'))
            return readMembers(out, depth);
        if (scan.take('['))
            return readItems(out, depth);
        const auto span = scan.readValue(depth);
        if (!span)
            return false;
        setScalar(out, *span);
        return true;
    }

private:
    bool readMembers(JsonValue& out, int depth)
    {
        out.m_kind = JsonValue::Kind::Object;
        if (scan.take('}'))
            return true;
        do {
            const auto name = scan.readKey();
            if (!name)
                return false;
            auto& [key, child] = out.m_members.emplace_back(
                jsonUnescape(document.sliced(name->offset + 1, name->size - 2)), JsonValue());
            if (!readValue(child, depth + 1))
                return false;
        } while (scan.take(','));
        return scan.take('}') || scan.fail(JsonFault::CommaExpected);
    }

    bool readItems(JsonValue& out, int depth)
    {
        out.m_kind = JsonValue::Kind::Array;
        if (scan.take(']'))
            return true;
        do {
            if (!readValue(out.m_items.emplace_back(), depth + 1))
                return false;
        } while (scan.take(','));
        return scan.take(']') || scan.fail(JsonFault::CommaExpected);
    }

    void setScalar(JsonValue& out, const JsonSpan& span) const
    {
        const QByteArrayView bytes = document.sliced(span.offset, span.size);
        switch (span.kind) {
        case JsonKind::String:
            out.m_kind = JsonValue::Kind::String;
            out.m_text = jsonUnescape(bytes.sliced(1, bytes.size() - 2));
            break;
        case JsonKind::Number:
            out.m_kind = JsonValue::Kind::Number;
            out.m_text = bytes.toByteArray();
            break;
        case JsonKind::True:
            out.m_kind = JsonValue::Kind::True;
            break;
        case JsonKind::False:
            out.m_kind = JsonValue::Kind::False;
            break;
        default:
            out.m_kind = JsonValue::Kind::Null;
        }
    }
};

std::optional<JsonValue> JsonValue::parse(QByteArrayView json, QString* problem)
{
    JsonValueReader reader(json);
    JsonValue out;
    if (reader.readDocument(out))
        return out;
    if (problem) {
        *problem = QCoreApplication::translate("creel", "This is not JSON: it breaks off at byte %1.")
                       .arg(reader.scan.position());
    }
    return std::nullopt;
}

std::optional<qint64> JsonValue::integer() const
{
    bool ok = false;
    const qint64 value = m_kind == Kind::Number ? m_text.toLongLong(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<bool> JsonValue::boolean() const
{
    if (m_kind != Kind::True && m_kind != Kind::False)
        return std::nullopt;
    return m_kind == Kind::True;
}

const JsonValue* JsonValue::find(QByteArrayView name) const
{
    for (auto member = m_members.rbegin(); member != m_members.rend(); ++member) {
        if (member->first == name)
            return member->second.isNull() ? nullptr : &member->second;
    }
    return nullptr;
}

} // namespace creel
