#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace creel
{

/** Paints a cell of the event table: the verdict as shape and word, wire data in the fixed font; plain text only. */
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit EventDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /** What a cell needs to show the longest of the words of the first column. */
    static int widthOf(const QStringList& signatureWords);
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QFont m_text;
    QFont m_wire;
};

/** The shape of a verdict in a square: check, cross, clock, dash, question mark, exclamation mark. */
enum class VerdictShape { Check, Cross, Clock, Dash, Question, Exclamation };
void paintVerdictShape(QPainter& painter, const QRectF& square, VerdictShape shape, const QColor& color);

} // namespace creel
