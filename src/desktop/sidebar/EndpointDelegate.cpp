#include "desktop/sidebar/EndpointDelegate.h"

#include "desktop/sidebar/EndpointModel.h"
#include "desktop/theme/Theme.h"

#include <QPainter>

namespace creel
{
namespace
{

constexpr int endpointHeight = 26;
constexpr int gap = 8;

} // namespace

void EndpointDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    if ((option.state & QStyle::State_Selected) != 0)
        painter->fillRect(option.rect, palette.color(QPalette::Highlight));
    if ((option.state & QStyle::State_HasFocus) != 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), palette.color(QPalette::Link));
    const QRect area = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
    painter->setFont(textFont());
    const QString count = index.data(EndpointModel::CountRole).toString();
    const int countWidth = painter->fontMetrics().horizontalAdvance(count);
    painter->setPen(themeColor(palette, ColorRole::Secondary));
    painter->drawText(area, int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), count);
    painter->setPen(palette.color(QPalette::Text));
    const QString name = painter->fontMetrics().elidedText(
        index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, area.width() - countWidth - gap);
    painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), name);
}

QSize EndpointDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, endpointHeight};
}

} // namespace creel
