#include "desktop/list/EventText.h"

#include "base/Clock.h"
#include "base/CoreText.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/list/EventTableModel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace creel
{
namespace
{

constexpr qsizetype cellChars = 200;

QDateTime localTime(const EventRow& row)
{
    return QDateTime::fromMSecsSinceEpoch(row.receivedAtUs / 1000);
}

QString timeText(const EventRow& row)
{
    const QDateTime time = localTime(row);
    const QDate today = QDate::currentDate();
    if (time.date() == today)
        return time.toString(QStringLiteral("HH:mm:ss.zzz"));
    // As wide as the column: a time that is cut off is the same in every row
    return time.toString(
        time.date().year() == today.year() ? QStringLiteral("MM-dd HH:mm:ss") : QStringLiteral("yy-MM-dd HH:mm"));
}

/** The type, and the tags after it. */
QString typeText(const EventRow& row)
{
    QString text = row.eventType.isEmpty() ? QStringLiteral("\u2014") : toVisible(toText(row.eventType), cellChars);
    if (row.handshake)
        text = row.eventType.isEmpty() ? CoreText::tr("Handshake") : CoreText::tr("%1 (handshake)").arg(text);
    for (const QString& tag : row.tags)
        text += QStringLiteral("  #") + toVisible(tag, 40);
    return text;
}

QString stateExplanation(const EventRow& row)
{
    switch (row.state) {
    case EventState::Malformed:
        return CoreText::tr("These bytes are not valid HTTP; they are kept as they came.");
    case EventState::Incomplete:
        return CoreText::tr("The sender stopped before the request was complete.");
    case EventState::Refused:
        return CoreText::tr("The request was over a limit of the receiver; what was read is kept.");
    case EventState::Complete:
        break;
    }
    if (row.handshake)
        return CoreText::tr("A provider's check that this URL is yours; Creel answered it.");
    switch (row.verdict.verdict()) {
    case Verdict::Valid:
        return CoreText::tr("The signature is good and its time is within the limit.");
    case Verdict::Invalid:
        return CoreText::tr("The signature does not match; the Signature tab says why.");
    case Verdict::Stale:
        return CoreText::tr("The signature is good, but its time is outside the limit.");
    case Verdict::Unsigned:
        return CoreText::tr("No signature came with it; the sender may have no secret set.");
    case Verdict::Malformed:
        return CoreText::tr("The signature could not be read.");
    case Verdict::Unverified:
        break;
    }
    if (!row.verdict.scheme.isEmpty())
        return CoreText::tr("It could not be verified; the Signature tab says why.");
    return row.provider.isEmpty()
        ? CoreText::tr("Nothing is verified: its endpoint has no provider set.")
        : CoreText::tr("This looks like %1, and nothing is verified yet: choose the event and add the "
                       "secret.")
              .arg(toVisible(row.provider, 100));
}

} // namespace

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return CoreText::tr("Valid");
    case Verdict::Invalid:
        return CoreText::tr("Invalid");
    case Verdict::Stale:
        return CoreText::tr("Stale");
    case Verdict::Unsigned:
        return CoreText::tr("Unsigned");
    case Verdict::Malformed:
        return CoreText::tr("Malformed");
    case Verdict::Unverified:
        break;
    }
    return CoreText::tr("Unverified");
}

QString signatureWord(const EventRow& row)
{
    switch (row.state) {
    case EventState::Malformed:
        return CoreText::tr("Malformed");
    case EventState::Incomplete:
        return CoreText::tr("Incomplete");
    case EventState::Refused:
        return CoreText::tr("Refused");
    case EventState::Complete:
        break;
    }
    return verdictWord(row.verdict.verdict());
}

QStringList signatureWords()
{
    QStringList words;
    for (const Verdict verdict :
        {Verdict::Valid, Verdict::Invalid, Verdict::Stale, Verdict::Unsigned, Verdict::Malformed, Verdict::Unverified})
        words << verdictWord(verdict);
    for (const EventState state : {EventState::Malformed, EventState::Incomplete, EventState::Refused}) {
        EventRow row;
        row.state = state;
        words << signatureWord(row);
    }
    return words;
}

QString eventExactText(const EventRow& row, int column)
{
    switch (EventTableModel::Column(column)) {
    case EventTableModel::Signature:
        return signatureWord(row);
    case EventTableModel::Time:
        return QString::fromLatin1(toRfc3339Us(row.receivedAtUs));
    case EventTableModel::Provider:
        return row.provider;
    case EventTableModel::Type:
        return toText(row.eventType);
    case EventTableModel::Method:
        return toText(row.method);
    case EventTableModel::Path:
        return toText(row.target);
    case EventTableModel::ProviderId:
        return toText(row.providerId);
    case EventTableModel::Size:
        return QString::number(row.bodySize);
    case EventTableModel::Status:
        return row.status > 0 ? QString::number(row.status) : QString();
    case EventTableModel::ColumnCount:
        break;
    }
    return {};
}

QString eventText(const EventRow& row, int column)
{
    switch (EventTableModel::Column(column)) {
    case EventTableModel::Time:
        return timeText(row);
    case EventTableModel::Size:
        return localizedSize(row.bodySize);
    case EventTableModel::Type:
        return typeText(row);
    case EventTableModel::Path:
        // Long targets are cut before they are decoded: the tool tip has more of them.
        return toVisible(toText(row.target.left(cellChars * 4)), cellChars);
    default:
        break;
    }
    return toVisible(eventExactText(row, column), cellChars);
}

QString eventToolTip(const EventRow& row, int column)
{
    switch (EventTableModel::Column(column)) {
    case EventTableModel::Signature:
        return plainToolTip(stateExplanation(row));
    case EventTableModel::Time: {
        const QString local = QLocale().toString(localTime(row), QLocale::LongFormat);
        return plainToolTip(CoreText::tr("%1\nUTC: %2").arg(local, QString::fromLatin1(toRfc3339Us(row.receivedAtUs))));
    }
    case EventTableModel::Size:
        return plainToolTip(CoreText::tr("%1 bytes").arg(localizedNumber(row.bodySize)));
    case EventTableModel::Status:
        return row.status > 0 ? plainToolTip(CoreText::tr("Answered with %1").arg(row.status))
                              : plainToolTip(CoreText::tr("No answer was sent"));
    default:
        return plainToolTip(eventExactText(row, column));
    }
}

QString eventAccessibleText(const EventRow& row, int column)
{
    const QString text = eventText(row, column);
    return column == EventTableModel::Signature ? CoreText::tr("Signature: %1").arg(text) : text;
}

QString localizedSize(qint64 bytes)
{
    QString text = humanSize(bytes);
    return text.replace(QLatin1Char('.'), QLocale().decimalPoint());
}

QString localizedNumber(qint64 number)
{
    // A thin blank groups digits in every language; a comma or point could be read as a fraction.
    QString text = QString::number(number);
    for (qsizetype at = text.size() - 3; at > (number < 0 ? 1 : 0); at -= 3)
        text.insert(at, QChar(0x2009));
    return text;
}

} // namespace creel
