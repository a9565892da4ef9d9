#pragma once

#include "store/Event.h"

#include <QString>
#include <QStringList>

namespace creel
{

/** `Invalid`. */
QString verdictWord(Verdict verdict);
/** The word of the first column: the verdict's, or the state's of an event that is not complete. */
QString signatureWord(const EventRow& row);
/** All that can stand there. */
QStringList signatureWords();

/** A cell as the table shows it: one line, at most 200 characters, control and direction characters visible. */
QString eventText(const EventRow& row, int column);
/** The exact text of a cell. */
QString eventExactText(const EventRow& row, int column);
/** Ready for Qt::ToolTipRole; empty where the cell says all. */
QString eventToolTip(const EventRow& row, int column);
/** With the name of the column. */
QString eventAccessibleText(const EventRow& row, int column);

/** `1.9 KB` with the user's decimal separator. */
QString localizedSize(qint64 bytes);
/** `12 481` with the user's group separator. */
QString localizedNumber(qint64 number);

} // namespace creel
