#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace creel
{

enum class JsonKind : quint8 { Object, Array, String, Number, True, False, Null };

/** A value inside a JSON text: the exact bytes as they stand there (a string with its quotes). */
struct JsonSpan {
    JsonKind kind = JsonKind::Null;
    qsizetype offset = 0; ///< of its first byte in the document
    qsizetype size = 0;
};

/**
 * The value at an RFC 6901 pointer (empty: the whole). A BOM is skipped. Of duplicate keys the last counts, as
 * JSON.parse and most libraries have it. Nothing where the document is broken on the way or has no such member.
 */
std::optional<JsonSpan> jsonAt(QByteArrayView document, QByteArrayView pointer);

/** Every match of a pointer in which a segment may be `*` (each element of an array). */
std::vector<JsonSpan> jsonAll(QByteArrayView document, QByteArrayView pointer);

/** The value as text: a string unescaped to UTF-8 (a lone surrogate as WTF-8), anything else as it stands. */
QByteArray jsonText(QByteArrayView document, const JsonSpan& span);
/** jsonAt and jsonText in one. */
std::optional<QByteArray> jsonTextAt(QByteArrayView document, QByteArrayView pointer);

/**
 * The document with a top-level member cut out, together with one comma; every other byte stays. Cut is from the key to
 * the end of the value and on over the comma that follows and the blanks behind it; of the last member instead from the
 * comma before it, with the blanks on both sides of that comma. Of duplicates the last one is cut. Nothing where there
 * is no such member, or where the document is no object or broken.
 */
std::optional<QByteArray> jsonWithout(QByteArrayView document, QByteArrayView member);

/** A JSON string with its quotes: only `"`, `\` and controls below U+0020 are escaped; bytes that are not UTF-8 become
 * U+FFFD. */
QByteArray jsonQuote(QByteArrayView text);

} // namespace creel
