#pragma once

#include "desktop/json/JsonTreeModel.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace creel
{

/** Paints name and value in their colors and the hint at the right. */
class JsonTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/** The tree of a JSON body: opens its first level, copies value, key and path, shows found places. */
class JsonTreeView : public QTreeView
{
    Q_OBJECT
public:
    explicit JsonTreeView(QWidget* parent = nullptr);

    JsonTreeModel& jsonModel() { return m_model; }
    void setDocument(std::shared_ptr<const JsonDocument> document, qint64 receivedAtUs);
    /** Opens what is above a byte and selects the node that holds it. */
    void reveal(qsizetype offset);

public slots:
    void copyValue();
    void copyRaw();
    void copyKey();
    void copyPath();
    void copyPointer();

signals:
    void currentPathChanged(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void openFirstLevel();
    JsonTreeModel m_model;
};

} // namespace creel
