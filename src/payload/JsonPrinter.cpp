#include "payload/JsonPrinter.h"

#include "payload/JsonScan.h"

#include <algorithm>

namespace creel
{

namespace
{

constexpr size_t deepestIndent = 40;

} // namespace

JsonPrinter::JsonPrinter(QByteArray document, int indent)
    : m_document(std::move(document))
    , m_indent(indent)
    , m_pos(jsonStart(m_document))
{
}

bool JsonPrinter::next(QByteArray& out, qsizetype atLeast)
{
    const qsizetype end = out.size() + atLeast;
    while (out.size() < end) {
        if (!step(out))
            return false;
    }
    return true;
}

void JsonPrinter::newLine(QByteArray& out) const
{
    out.append('\n');
    out.append(static_cast<qsizetype>(std::min(m_objects.size(), deepestIndent)) * m_indent, ' ');
}

bool JsonPrinter::fail(QByteArray& out)
{
    m_brokenAt = m_pos;
    out.append(QByteArrayView(m_document).sliced(m_pos));
    m_pos = m_document.size();
    m_state = State::End;
    return false;
}

bool JsonPrinter::step(QByteArray& out)
{
    switch (m_state) {
    case State::Value:
        return value(out) || fail(out);
    case State::FirstMember:
        return (key(out) && value(out)) || fail(out);
    case State::AfterValue:
        if (m_objects.empty()) {
            JsonScan scan(m_document, m_pos);
            scan.skipBlanks();
            if (!scan.atEnd())
                return fail(out);
            m_state = State::End;
            return false;
        }
        afterValue(out);
        return m_state != State::End;
    case State::End:
        break;
    }
    return false;
}

bool JsonPrinter::key(QByteArray& out)
{
    JsonScan scan(m_document, m_pos);
    const std::optional<JsonSpan> read = scan.readKey();
    if (!read)
        return false;
    out.append(QByteArrayView(m_document).sliced(read->offset, read->size)).append(": ");
    m_pos = scan.position();
    return true;
}

bool JsonPrinter::value(QByteArray& out)
{
    JsonScan scan(m_document, m_pos);
    scan.skipBlanks();
    const char first = scan.peek();
    if (first != '{' && first != '[') {
        const std::optional<JsonSpan> read = scan.readValue();
        if (!read)
            return false;
        out.append(QByteArrayView(m_document).sliced(read->offset, read->size));
        m_pos = scan.position();
        m_state = State::AfterValue;
        return true;
    }
    if (m_objects.size() >= static_cast<size_t>(jsonMaxDepth))
        return false;
    const bool object = first == '{';
    scan.take(first);
    out.append(first);
    if (scan.take(object ? '}' : ']')) {
        out.append(object ? '}' : ']');
        m_state = State::AfterValue;
    } else {
        m_objects.push_back(object);
        newLine(out);
        m_state = object ? State::FirstMember : State::Value;
    }
    m_pos = scan.position();
    return true;
}

void JsonPrinter::afterValue(QByteArray& out)
{
    const bool object = m_objects.back();
    const char closing = object ? '}' : ']';
    JsonScan scan(m_document, m_pos);
    if (scan.take(',')) {
        out.append(',');
        newLine(out);
        m_state = object ? State::FirstMember : State::Value;
    } else if (scan.take(closing)) {
        m_objects.pop_back();
        newLine(out);
        out.append(closing);
    } else {
        fail(out);
        return;
    }
    m_pos = scan.position();
}

} // namespace creel
