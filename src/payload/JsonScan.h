#pragma once

#include "base/StopToken.h"
#include "payload/JsonPointer.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace creel
{

/** Why a JSON text stops being one (RFC 8259). */
enum class JsonFault : quint8 {
    None,
    Empty, ///< nothing but blanks
    CutOff, ///< ends inside a value
    BadValue, ///< no value starts with this byte
    BadNumber,
    BadLiteral, ///< not true, false or null
    BadEscape,
    ControlInString, ///< a byte below U+0020 that is not escaped
    KeyExpected,
    ColonExpected,
    CommaExpected,
    ClosingMismatch, ///< `]` for `{` or the other way round
    TrailingComma,
    TooDeep, ///< more than jsonMaxDepth levels
    AfterEnd, ///< something follows the value
    InvalidUtf8, ///< only reported by a strict scan
    LoneSurrogate, ///< only reported by a strict scan
    Stopped, ///< by its StopToken, not by the text
};

/** How many arrays and objects may stand in each other. */
inline constexpr int jsonMaxDepth = 1024;

/**
 * Reads a JSON text from a place on and gives byte ranges; nothing is copied, nothing is recursive. The grammar is that
 * of RFC 8259 without extensions. Bytes that are not UTF-8 and lone surrogates pass (structure does not depend on
 * them) unless `strictText` is on. After a fault every call returns false and position() stays at the fault.
 */
class JsonScan
{
public:
    explicit JsonScan(QByteArrayView document, qsizetype position = 0, bool strictText = false)
        : m_begin(document.data())
        , m_pos(m_begin + position)
        , m_end(m_begin + document.size())
        , m_strictText(strictText)
    {
    }

    /** Looked at every few thousand values; the scan then fails with JsonFault::Stopped. */
    void setStop(StopToken stop) { m_stop = std::move(stop); }

    qsizetype position() const { return m_pos - m_begin; }
    bool atEnd() const { return m_pos == m_end; }
    bool failed() const { return m_fault != JsonFault::None; }
    JsonFault fault() const { return m_fault; }
    /** The byte at the position, 0 at the end. */
    char peek() const { return m_pos < m_end ? *m_pos : '\0'; }

    void skipBlanks();
    /** Blanks, then `c`: consumed and true, or left alone and false (no fault). */
    bool take(char c);
    /** Notes a fault at the position. Always false. */
    bool fail(JsonFault fault);

    /** The string at the position, quotes included. */
    bool skipString();
    /** Blanks and any value; `depth` is that of the containers it stands in. */
    std::optional<JsonSpan> readValue(int depth = 0);

    /** Inside an object, after `{` or `,`: blanks, the key, blanks and the colon. Gives the key with its quotes. */
    std::optional<JsonSpan> readKey();

private:
    bool skipEscape();
    bool skipNumber();
    bool skipLiteral(QByteArrayView word);
    bool skipScalar();
    bool skipContainer(int depth);
    bool endOfValue(bool object);

    const char* m_begin;
    const char* m_pos;
    const char* m_end;
    bool m_strictText;
    quint16 m_untilLook = 0; ///< values until the StopToken is looked at again
    StopToken m_stop;
    JsonFault m_fault = JsonFault::None;
};

/** What a first byte announces; nothing where no value starts with it. */
std::optional<JsonKind> jsonKindOf(char first);

/** Where the text starts: behind a UTF-8 BOM. */
qsizetype jsonStart(QByteArrayView document);

/** The length of the UTF-8 sequence at the start of the bytes (RFC 3629), or 0 where there is none. */
int utf8Length(const char* at, const char* end);

/** The content of a JSON string without its quotes as UTF-8 (a lone surrogate as WTF-8). */
QByteArray jsonUnescape(QByteArrayView content);

} // namespace creel
