#pragma once

#include "base/StopToken.h"
#include "payload/JsonPointer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace creel
{

/** A place in a JSON text that is not as it should be. */
struct JsonProblem {
    qsizetype offset = 0; ///< byte of the document, from 0
    qint64 line = 1;
    qint64 column = 1; ///< in characters (of UTF-8; a byte that is none counts as one)
    QString text; ///< translated: what is wrong, without the place
};

/** What a look at the whole document found. */
struct JsonReport {
    std::optional<JsonProblem> error; ///< the first place where it stops being JSON
    std::optional<JsonProblem> note; ///< it is JSON, but has bytes that are not UTF-8, or half a surrogate pair
    bool stopped = false; ///< the StopToken ended it: nothing is known
};

/** A value of the document and where it stands. */
struct JsonNode {
    JsonSpan value; ///< of a broken container: up to the error
    std::optional<JsonSpan> key; ///< with its quotes; nothing for an element and the root
    qint64 index = 0; ///< among its siblings
    int depth = 0; ///< how many containers it stands in
    bool broken = false; ///< the document breaks inside of it
    bool goesOn = false; ///< its end was not reached yet: the size is that of what may belong to it
    bool isContainer() const { return value.kind == JsonKind::Object || value.kind == JsonKind::Array; }
};

/** What is known of a container after it was read once. */
struct JsonIndex {
    static constexpr qint64 step = 1000;
    qint64 count = 0; ///< children, duplicates of a key each for itself
    std::vector<qsizetype> offsets; ///< where child 0, 1 000, 2 000 ... starts (its key or value)
    std::vector<JsonNode> first; ///< the first 1 000 children
    std::optional<JsonProblem> error; ///< why there are no more
    bool stopped = false;
    bool partial = false; ///< there are more children behind these
};

/**
 * A JSON text as lazy nodes: each is a range of the shared bytes, its children are read when they are asked for. Order,
 * duplicate keys and the text of every token stay as they were sent. A BOM is skipped; a broken text has its nodes up
 * to the error. Immutable and safe on any thread; reading a large container takes time (about 1 GB/s): not on the GUI
 * thread.
 */
class JsonDocument
{
public:
    explicit JsonDocument(QByteArray bytes);

    const QByteArray& bytes() const { return m_bytes; }
    /** The outermost value, whose end is not looked for (but of a short scalar): up to the last byte that is not blank.
     * Nothing where no value starts. */
    std::optional<JsonNode> root() const;

    /** Reads through a container once. */
    JsonIndex open(const JsonNode& container, StopToken stop = {}) const;
    /** What the first `within` bytes of a container say, for a picture long before a large one is read: at most 1 001
     * children. A container that those bytes end in `goesOn`. */
    JsonIndex openStart(const JsonNode& container, qsizetype within) const;
    /** Children `from` to `from + count` (at most) of a container that was opened. */
    std::vector<JsonNode> children(
        const JsonNode& container, const JsonIndex& index, qint64 from, qint64 count, StopToken stop = {}) const;

    /** Looks at every byte: grammar (RFC 8259), depth, UTF-8, surrogates. */
    JsonReport validate(StopToken stop = {}) const;

    QByteArrayView raw(const JsonSpan& span) const { return QByteArrayView(m_bytes).sliced(span.offset, span.size); }
    /** A key without quotes and escapes; for an element its index. */
    QByteArray name(const JsonNode& node) const;

    /** The place of an offset. */
    JsonProblem problemAt(qsizetype offset, QString text) const;

private:
    struct Bounds {
        qsizetype end = 0; ///< no byte from here on is read
        qint64 children = 0; ///< no more than so many
    };
    JsonIndex read(const JsonNode& container, const Bounds& bounds, const StopToken& stop) const;

    QByteArray m_bytes;
};

} // namespace creel
