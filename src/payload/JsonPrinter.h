#pragma once

#include <QByteArray>

#include <vector>

namespace creel
{

/**
 * Lays a JSON text out in lines with an indent. Only the blanks between the tokens are new: every token keeps its exact
 * bytes. Comes in pieces, so that a large text needs no second copy of itself. From the first error on the rest follows
 * as it stands. The indent grows no further after 40 levels, so that a deep text can't blow up.
 */
class JsonPrinter
{
public:
    explicit JsonPrinter(QByteArray document, int indent = 2);

    /** Appends the next piece, of about `atLeast` bytes. False once there is no more. */
    bool next(QByteArray& out, qsizetype atLeast);
    /** Where the text broke: everything from this byte on is as it stands. -1: nowhere so far. */
    qsizetype brokenAt() const { return m_brokenAt; }

private:
    enum class State : quint8 { Value, FirstMember, AfterValue, End };

    bool step(QByteArray& out);
    bool value(QByteArray& out);
    bool key(QByteArray& out);
    void afterValue(QByteArray& out);
    bool fail(QByteArray& out);
    void newLine(QByteArray& out) const;

    QByteArray m_document;
    int m_indent;
    qsizetype m_pos;
    qsizetype m_brokenAt = -1;
    State m_state = State::Value;
    std::vector<bool> m_objects; ///< one for each open container
};

} // namespace creel
