#include "payload/JsonDocument.h"

#include "payload/JsonScan.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace creel
{

namespace
{

constexpr qsizetype longScalar = 64 * 1024; // is not read through on the thread that asks
constexpr qsizetype longestToken = 16; // that a bound can cut without the scan being at its very end: a pair of escapes

const char* sentence(JsonFault fault)
{
    switch (fault) {
    case JsonFault::Empty:
        return QT_TRANSLATE_NOOP("creel", "There is no value.");
    case JsonFault::CutOff:
        return QT_TRANSLATE_NOOP("creel", "The text ends inside a value.");
    case JsonFault::BadValue:
        return QT_TRANSLATE_NOOP("creel", "No JSON value starts like this.");
    case JsonFault::BadNumber:
        return QT_TRANSLATE_NOOP("creel", "This is not a JSON number.");
    case JsonFault::BadLiteral:
        return QT_TRANSLATE_NOOP("creel", "Only true, false and null are words of JSON.");
    case JsonFault::BadEscape:
        return QT_TRANSLATE_NOOP("creel", "There is no such escape in a JSON string.");
    case JsonFault::ControlInString:
        return QT_TRANSLATE_NOOP("creel", "A control character stands in a string without an escape.");
    case JsonFault::KeyExpected:
        return QT_TRANSLATE_NOOP("creel", "A member's name in double quotes is expected.");
    case JsonFault::ColonExpected:
        return QT_TRANSLATE_NOOP("creel", "A colon is expected after a member's name.");
    case JsonFault::CommaExpected:
        return QT_TRANSLATE_NOOP("creel", "A comma or the end of the array or object is expected.");
    case JsonFault::ClosingMismatch:
        return QT_TRANSLATE_NOOP("creel", "This bracket closes what was not opened.");
    case JsonFault::TrailingComma:
        return QT_TRANSLATE_NOOP("creel", "A comma stands before the end of an array or object.");
    case JsonFault::TooDeep:
        return QT_TRANSLATE_NOOP("creel", "More than 1024 arrays and objects stand in each other.");
    case JsonFault::AfterEnd:
        return QT_TRANSLATE_NOOP("creel", "Something follows the end of the JSON value.");
    case JsonFault::InvalidUtf8:
        return QT_TRANSLATE_NOOP("creel", "A string has bytes that are not UTF-8.");
    case JsonFault::LoneSurrogate:
        return QT_TRANSLATE_NOOP("creel", "A string has half of a surrogate pair.");
    case JsonFault::None:
    case JsonFault::Stopped:
        break;
    }
    return "";
}

QString textOf(JsonFault fault)
{
    return QCoreApplication::translate("creel", sentence(fault));
}

/** Scans the document to its end; the fault, if any, stands in the scan. */
JsonScan scanAll(const QByteArray& bytes, bool strictText, const StopToken& stop)
{
    JsonScan scan(bytes, jsonStart(bytes), strictText);
    scan.setStop(stop);
    scan.skipBlanks();
    if (scan.atEnd()) {
        scan.fail(JsonFault::Empty);
    } else if (scan.readValue()) {
        scan.skipBlanks();
        if (!scan.atEnd())
            scan.fail(JsonFault::AfterEnd);
    }
    return scan;
}

/** Reads a member or an element at the scan. A container that breaks inside comes back as `broken`. */
std::optional<JsonNode> readChild(JsonScan& scan, const JsonNode& container)
{
    JsonNode child;
    child.depth = container.depth + 1;
    if (container.value.kind == JsonKind::Object) {
        child.key = scan.readKey();
        if (!child.key)
            return std::nullopt;
    }
    scan.skipBlanks();
    const qsizetype start = scan.position();
    const std::optional<JsonKind> kind = jsonKindOf(scan.peek());
    const std::optional<JsonSpan> value = scan.readValue(child.depth);
    if (value) {
        child.value = *value;
        return child;
    }
    const bool opens = kind == JsonKind::Object || kind == JsonKind::Array;
    if (!opens || child.depth >= jsonMaxDepth || scan.fault() == JsonFault::Stopped)
        return std::nullopt;
    child.value = {*kind, start, scan.position() - start};
    child.broken = true;
    return child;
}

} // namespace

JsonDocument::JsonDocument(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
}

std::optional<JsonNode> JsonDocument::root() const
{
    JsonScan scan(m_bytes, jsonStart(m_bytes));
    scan.skipBlanks();
    const std::optional<JsonKind> kind = jsonKindOf(scan.peek());
    if (!kind)
        return std::nullopt;
    JsonNode node;
    const qsizetype start = scan.position();
    const bool container = *kind == JsonKind::Object || *kind == JsonKind::Array;
    if (container || m_bytes.size() - start > longScalar) {
        qsizetype end = m_bytes.size();
        while (end > start + 1 && QByteArrayView(" \t\r\n").contains(m_bytes.at(end - 1)))
            --end;
        node.value = {*kind, start, end - start};
        return node;
    }
    const std::optional<JsonSpan> value = scan.readValue();
    if (!value)
        return std::nullopt;
    node.value = *value;
    return node;
}

JsonIndex JsonDocument::open(const JsonNode& container, StopToken stop) const
{
    return read(container, {m_bytes.size(), std::numeric_limits<qint64>::max()}, stop);
}

JsonIndex JsonDocument::openStart(const JsonNode& container, qsizetype within) const
{
    const qsizetype left = m_bytes.size() - container.value.offset;
    return read(container, {container.value.offset + std::min(left, within), JsonIndex::step + 1}, {});
}

JsonIndex JsonDocument::read(const JsonNode& container, const Bounds& bounds, const StopToken& stop) const
{
    JsonIndex index;
    if (!container.isContainer())
        return index;
    const bool object = container.value.kind == JsonKind::Object;
    const char closing = object ? '}' : ']';
    const bool bounded = bounds.end < m_bytes.size();
    JsonScan scan(QByteArrayView(m_bytes).first(bounds.end), container.value.offset + 1);
    scan.setStop(stop);
    // What is wrong right before the bound may be right with the bytes behind it.
    const auto atBound = [&] { return bounded && bounds.end - scan.position() < longestToken; };
    bool more = !scan.take(closing);
    while (more) {
        scan.skipBlanks();
        const qsizetype start = scan.position();
        std::optional<JsonNode> child = readChild(scan, container);
        if (atBound()) {
            index.partial = true;
            if (child && child->broken && index.count < JsonIndex::step) {
                child->index = index.count++;
                child->broken = false;
                child->goesOn = true;
                child->value.size = container.value.offset + container.value.size - child->value.offset;
                index.first.push_back(*child);
                if (index.offsets.empty())
                    index.offsets.push_back(start);
            }
            return index;
        }
        if (child) {
            child->index = index.count;
            if (index.count % JsonIndex::step == 0)
                index.offsets.push_back(start);
            if (index.count < JsonIndex::step)
                index.first.push_back(*child);
            ++index.count;
        }
        if (scan.failed() || (index.count % 4096 == 0 && stop.stopRequested()))
            break;
        more = scan.take(',');
        if (more && index.count >= bounds.children) {
            index.partial = true;
            return index;
        }
        scan.skipBlanks();
        if (more && scan.peek() == closing)
            scan.fail(JsonFault::TrailingComma);
        else if (!more && !scan.take(closing))
            scan.fail(scan.atEnd()                             ? JsonFault::CutOff
                    : scan.peek() == '}' || scan.peek() == ']' ? JsonFault::ClosingMismatch
                                                               : JsonFault::CommaExpected);
        more = more && !scan.failed();
    }
    if (scan.failed() && atBound()) {
        index.partial = true;
        return index;
    }
    index.stopped = stop.stopRequested();
    if (scan.failed() && !index.stopped)
        index.error = problemAt(scan.position(), textOf(scan.fault()));
    return index;
}

std::vector<JsonNode> JsonDocument::children(
    const JsonNode& container, const JsonIndex& index, qint64 from, qint64 count, StopToken stop) const
{
    std::vector<JsonNode> found;
    const qint64 end = std::min(index.count, from + std::max<qint64>(count, 0));
    if (from < 0 || from >= end)
        return found;
    found.reserve(static_cast<size_t>(end - from));
    if (end <= static_cast<qint64>(index.first.size())) {
        found.assign(index.first.begin() + from, index.first.begin() + end);
        return found;
    }
    qint64 at = from - from % JsonIndex::step;
    JsonScan scan(m_bytes, index.offsets[static_cast<size_t>(at / JsonIndex::step)]);
    scan.setStop(stop);
    for (; at < end; ++at) {
        std::optional<JsonNode> child = readChild(scan, container);
        if (!child)
            break;
        child->index = at;
        if (at >= from)
            found.push_back(*child);
        if (!scan.take(','))
            break;
    }
    return found;
}

JsonReport JsonDocument::validate(StopToken stop) const
{
    JsonReport report;
    JsonScan scan = scanAll(m_bytes, true, stop);
    if (scan.fault() == JsonFault::InvalidUtf8 || scan.fault() == JsonFault::LoneSurrogate) {
        report.note = problemAt(scan.position(), textOf(scan.fault()));
        scan = scanAll(m_bytes, false, stop);
    }
    report.stopped = stop.stopRequested();
    if (report.stopped)
        return JsonReport{std::nullopt, std::nullopt, true};
    if (scan.failed())
        return JsonReport{problemAt(scan.position(), textOf(scan.fault())), std::nullopt, false};
    return report;
}

QByteArray JsonDocument::name(const JsonNode& node) const
{
    if (node.key)
        return jsonText(m_bytes, *node.key);
    return QByteArray::number(node.index);
}

JsonProblem JsonDocument::problemAt(qsizetype offset, QString text) const
{
    JsonProblem problem;
    problem.offset = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    problem.text = std::move(text);
    const QByteArrayView before = QByteArrayView(m_bytes).first(problem.offset);
    problem.line = 1 + std::count(before.begin(), before.end(), '\n');
    const char* at =
        before.begin() + std::max(before.lastIndexOf('\n') + 1, problem.line == 1 ? jsonStart(m_bytes) : 0);
    while (at < before.end()) {
        at += std::max(utf8Length(at, before.end()), 1);
        ++problem.column;
    }
    return problem;
}

} // namespace creel
