#pragma once

#include <QStyledItemDelegate>

namespace creel
{

/** On both sides, of all that stands in the side bar. */
constexpr int sideMargin = 14;

/** Name on the left, count on the right. */
class EndpointDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace creel
