#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace creel
{

/** One `name=value` of a form or a query. Raw parts are as written, the others with `%XX` and `+` undone. */
struct FormField {
    QByteArray rawName;
    QByteArray rawValue;
    QByteArray name;
    QByteArray value;
    bool hasValue = false; ///< there is a `=`
    qsizetype offset = 0; ///< of the name in the body
    bool operator==(const FormField&) const = default;
};

/**
 * Reads application/x-www-form-urlencoded (WHATWG URL, section 5.1), or the query of a URL, field by field in the order
 * of the wire; empty pieces between two `&` are passed over. Bytes stay bytes: what charset they are in is not judged.
 * The bytes must outlive the reader.
 */
class FormReader
{
public:
    static constexpr int defaultFields = 10'000;

    explicit FormReader(QByteArrayView bytes, int maxFields = defaultFields);

    /** The next field, or nothing at the end or at the limit. */
    std::optional<FormField> next();
    /** After `next` gave nothing: there were more fields than `maxFields`. */
    bool limitReached() const { return m_limitReached; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_left;
    bool m_limitReached = false;
};

} // namespace creel
