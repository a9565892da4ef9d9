#include "cli/EventLine.h"

#include "base/Clock.h"
#include "base/Text.h"

namespace creel
{
namespace
{

constexpr qsizetype idWidth = 8;
constexpr qsizetype timeWidth = 23;
constexpr qsizetype verdictWidth = 10;
constexpr qsizetype methodWidth = 7;
constexpr qsizetype pathWidth = 40;
constexpr qsizetype typeWidth = 28;
constexpr qsizetype sizeWidth = 9;

/** Left-justified by characters, not bytes; cut with an ellipsis. */
QByteArray column(QByteArrayView bytes, qsizetype width)
{
    QString text = QString::fromUtf8(toTerminal(bytes));
    if (text.size() > width)
        text = text.left(width - 1) + QChar(char16_t(0x2026));
    return text.leftJustified(width).toUtf8() + "  ";
}

QByteArray time(qint64 us)
{
    QByteArray text = toRfc3339Us(us).left(timeWidth); // 2026-11-23T21:23:36.482
    text.replace('T', ' ');
    return text + "  ";
}

QByteArray number(QByteArrayView text, qsizetype width)
{
    return text.toByteArray().rightJustified(width) + "  ";
}

} // namespace

QByteArray eventLine(const EventRow& row)
{
    const bool whole = row.state == EventState::Complete;
    return number(QByteArray::number(row.id.v), idWidth) + time(row.receivedAtUs)
        + column(whole ? toWord(row.verdict.verdict()) : toWord(row.state), verdictWidth)
        + column(row.method, methodWidth) + column(row.target, pathWidth) + column(row.eventType, typeWidth)
        + number(humanSize(row.bodySize).toLatin1(), sizeWidth)
        + (row.status > 0 ? QByteArray::number(row.status) : QByteArray("-"));
}

QByteArray eventLineHeading()
{
    return number("id", idWidth) + column("time (UTC)", timeWidth) + column("verdict", verdictWidth)
        + column("method", methodWidth) + column("path", pathWidth) + column("type", typeWidth)
        + number("size", sizeWidth) + "status";
}

} // namespace creel
