#include "desktop/list/EventDelegate.h"

#include "desktop/list/EventTableModel.h"
#include "desktop/theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int cellMargin = 8;
constexpr int shapeSize = 10;
constexpr int shapeGap = 6;

bool isWireColumn(int column)
{
    return column == EventTableModel::Time || column == EventTableModel::Path || column == EventTableModel::Method
        || column == EventTableModel::ProviderId;
}

VerdictShape shapeOf(Verdict verdict, EventState state)
{
    if (state != EventState::Complete)
        return VerdictShape::Exclamation;
    switch (verdict) {
    case Verdict::Valid:
        return VerdictShape::Check;
    case Verdict::Invalid:
        return VerdictShape::Cross;
    case Verdict::Stale:
        return VerdictShape::Clock;
    case Verdict::Unsigned:
        return VerdictShape::Dash;
    case Verdict::Malformed:
        return VerdictShape::Exclamation;
    case Verdict::Unverified:
        break;
    }
    return VerdictShape::Question;
}

ColorRole colorOf(Verdict verdict, EventState state)
{
    if (state != EventState::Complete || verdict == Verdict::Malformed)
        return ColorRole::Malformed;
    switch (verdict) {
    case Verdict::Valid:
        return ColorRole::Valid;
    case Verdict::Invalid:
        return ColorRole::Invalid;
    case Verdict::Stale:
        return ColorRole::Stale;
    default:
        return ColorRole::Neutral;
    }
}

} // namespace

void paintVerdictShape(QPainter& painter, const QRectF& square, VerdictShape shape, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&square](double x, double y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    switch (shape) {
    case VerdictShape::Check:
        painter.drawPolyline(QPolygonF({at(0.1, 0.55), at(0.38, 0.85), at(0.9, 0.15)}));
        break;
    case VerdictShape::Cross:
        painter.drawLine(at(0.12, 0.12), at(0.88, 0.88));
        painter.drawLine(at(0.88, 0.12), at(0.12, 0.88));
        break;
    case VerdictShape::Clock:
        painter.drawEllipse(square.adjusted(0.4, 0.4, -0.4, -0.4));
        painter.drawPolyline(QPolygonF({at(0.5, 0.22), at(0.5, 0.52), at(0.72, 0.6)}));
        break;
    case VerdictShape::Dash:
        painter.drawLine(at(0.15, 0.5), at(0.85, 0.5));
        break;
    case VerdictShape::Question: {
        QPainterPath path(at(0.25, 0.28));
        path.cubicTo(at(0.3, -0.05), at(0.85, 0.0), at(0.75, 0.35));
        path.cubicTo(at(0.7, 0.5), at(0.5, 0.48), at(0.5, 0.68));
        painter.drawPath(path);
        painter.drawPoint(at(0.5, 0.95));
        break;
    }
    case VerdictShape::Exclamation:
        painter.drawLine(at(0.5, 0.05), at(0.5, 0.62));
        painter.drawPoint(at(0.5, 0.92));
        break;
    }
    painter.restore();
}

EventDelegate::EventDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_text(textFont())
    , m_wire(wireFont())
{
}

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QPalette& palette = option.palette;
    if (selected)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool focused = (option.state & QStyle::State_HasFocus) != 0;
    if (focused)
        painter->fillRect(
            QRect(option.rect.left() + cellMargin, option.rect.bottom() - 1, option.rect.width() - 2 * cellMargin, 1),
            palette.color(QPalette::Link));
    if (text.isEmpty())
        return;
    QRect area = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    painter->setPen(palette.color(QPalette::Text));
    const int column = index.column();
    if (column == EventTableModel::Signature) {
        const auto verdict = Verdict(index.data(EventTableModel::VerdictRole).toInt());
        const auto state = EventState(index.data(EventTableModel::StateRole).toInt());
        const QColor color = themeColor(palette, colorOf(verdict, state));
        const QRectF square(area.left(), area.center().y() - shapeSize / 2 + 1, shapeSize, shapeSize);
        paintVerdictShape(*painter, square, shapeOf(verdict, state), color);
        painter->setPen(color);
        area.setLeft(area.left() + shapeSize + shapeGap);
        if (index.data(EventTableModel::PinnedRole).toBool()) {
            painter->setBrush(palette.color(QPalette::Link));
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->drawEllipse(QRectF(option.rect.left() + 1.5, option.rect.center().y() - 2, 4, 4));
            painter->setPen(color);
        }
    }
    painter->setFont(isWireColumn(column) ? m_wire : m_text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    painter->drawText(area, int(alignment | Qt::TextSingleLine), shown);
}

int EventDelegate::widthOf(const QStringList& signatureWords)
{
    const QFontMetrics metrics(textFont());
    int widest = 0;
    for (const QString& word : signatureWords)
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest + 2 * cellMargin + shapeSize + shapeGap;
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    const int shape = index.column() == EventTableModel::Signature ? shapeSize + shapeGap : 0;
    const QFontMetrics metrics(isWireColumn(index.column()) ? m_wire : m_text);
    return {metrics.horizontalAdvance(text) + 2 * cellMargin + shape, option.rect.height()};
}

} // namespace creel
