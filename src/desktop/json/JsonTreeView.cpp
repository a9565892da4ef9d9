#include "desktop/json/JsonTreeView.h"

#include "desktop/PlainText.h"
#include "desktop/theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace creel
{

namespace
{

constexpr int nodeHeight = 24;
constexpr int nodeGap = 8;

ColorRole roleOf(int kind)
{
    switch (kind) {
    case static_cast<int>(JsonKind::String):
        return ColorRole::JsonString;
    case static_cast<int>(JsonKind::Number):
        return ColorRole::JsonNumber;
    case static_cast<int>(JsonKind::True):
    case static_cast<int>(JsonKind::False):
    case static_cast<int>(JsonKind::Null):
        return ColorRole::Accent;
    default:
        return ColorRole::Secondary;
    }
}

} // namespace

void JsonTreeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ThemeColors colors = ThemeColors::of(option.palette);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, colors[ColorRole::Selection]);
    QRect room = option.rect.adjusted(2, 0, -nodeGap, 0);
    const QFont wire = wireFont();
    const QFontMetrics metrics(wire);
    const QString name = index.data(JsonTreeModel::NameRole).toString();
    const QString value = index.data(JsonTreeModel::ValueRole).toString();
    const QString hint = index.data(JsonTreeModel::HintRole).toString();
    if (!hint.isEmpty()) {
        const QFont small = secondaryFont();
        const QFontMetrics smallMetrics(small);
        painter->setFont(small);
        painter->setPen(colors[ColorRole::JsonHint]);
        const int left =
            room.width() - metrics.horizontalAdvance(name) - metrics.horizontalAdvance(value) - 3 * nodeGap;
        const int width = std::min(smallMetrics.horizontalAdvance(hint) + 1, std::max(left, room.width() / 3));
        painter->drawText(
            room, Qt::AlignRight | Qt::AlignVCenter, smallMetrics.elidedText(hint, Qt::ElideRight, width));
        room.setRight(room.right() - width - nodeGap);
    }
    painter->setFont(wire);
    const auto draw = [&](const QString& text, ColorRole role) {
        painter->setPen(colors[role]);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextForceLeftToRight,
            metrics.elidedText(text, Qt::ElideRight, std::max(0, room.width())));
        room.setLeft(std::min(room.right(), room.left() + metrics.horizontalAdvance(text) + nodeGap));
    };
    if (!name.isEmpty())
        draw(name, ColorRole::JsonName);
    const bool error = index.data(JsonTreeModel::IsErrorRole).toBool();
    draw(value, error ? ColorRole::Invalid : roleOf(index.data(JsonTreeModel::KindRole).toInt()));
    painter->restore();
}

QSize JsonTreeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, nodeHeight};
}

JsonTreeView::JsonTreeView(QWidget* parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Body as a tree"));
    setModel(&m_model);
    setItemDelegate(new JsonTreeDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(18);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_model, &JsonTreeModel::revealed, this, [this](const QModelIndex& index) {
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            expand(above);
        setCurrentIndex(index);
        scrollTo(index, QAbstractItemView::EnsureVisible);
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& above, int first) {
        if (first == 0 && above.isValid() && !above.parent().isValid())
            openFirstLevel();
    });
}

void JsonTreeView::setDocument(std::shared_ptr<const JsonDocument> document, qint64 receivedAtUs)
{
    m_model.setDocument(std::move(document), receivedAtUs);
    emit currentPathChanged(QString());
    const QModelIndex root = m_model.index(0, 0);
    if (!root.isValid())
        return;
    m_model.fetchMore(root);
    expand(root);
}

/** A root with a few members opens what is small in it, too, as far as it fits on a screen. */
void JsonTreeView::openFirstLevel()
{
    const QModelIndex root = m_model.index(0, 0);
    const int rows = m_model.rowCount(root);
    int shown = rows;
    for (int row = 0; row < rows && row < 30; ++row) {
        const QModelIndex child = m_model.index(row, 0, root);
        if (child.data(JsonTreeModel::KindRole).toInt() != static_cast<int>(JsonKind::Object)
            || child.data(JsonTreeModel::SizeRole).toLongLong() > 16 * 1024)
            continue;
        m_model.fetchMore(child);
        shown += m_model.rowCount(child);
        if (shown > 30)
            break;
        expand(child);
    }
}

void JsonTreeView::reveal(qsizetype offset)
{
    m_model.reveal(offset);
}

void JsonTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    emit currentPathChanged(m_model.pathOf(current));
}

void JsonTreeView::copyValue()
{
    copyToClipboard(m_model.valueOf(currentIndex()));
}

void JsonTreeView::copyRaw()
{
    copyToClipboard(m_model.rawOf(currentIndex()));
}

void JsonTreeView::copyKey()
{
    copyToClipboard(m_model.keyOf(currentIndex()));
}

void JsonTreeView::copyPath()
{
    QApplication::clipboard()->setText(m_model.pathOf(currentIndex()));
}

void JsonTreeView::copyPointer()
{
    copyToClipboard(m_model.pointerOf(currentIndex()));
}

void JsonTreeView::keyPressEvent(QKeyEvent* event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QTreeView::keyPressEvent(event);
        return;
    }
    copyValue();
    event->accept();
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy value"), QKeySequence::Copy, this, &JsonTreeView::copyValue);
    menu->addAction(tr("Copy as JSON"), this, &JsonTreeView::copyRaw);
    menu->addAction(tr("Copy key"), this, &JsonTreeView::copyKey);
    menu->addAction(tr("Copy path"), this, &JsonTreeView::copyPath);
    menu->addAction(tr("Copy JSON Pointer"), this, &JsonTreeView::copyPointer);
    menu->popup(event->globalPos());
}

} // namespace creel
