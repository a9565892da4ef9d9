#include "desktop/sidebar/SideBar.h"

#include "desktop/PlainText.h"
#include "desktop/sidebar/EndpointDelegate.h"
#include "desktop/sidebar/EndpointModel.h"
#include "desktop/theme/Theme.h"
#include "store/Workspace.h"

#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int maxListHeight = 600; ///< more endpoints than fit scroll

} // namespace

SideBar::SideBar(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new EndpointModel(this))
    , m_list(new QListView(this))
    , m_new(new QPushButton(tr("+ New endpoint"), this))
{
    setObjectName(QStringLiteral("sideBar"));
    setMinimumWidth(160);
    setMaximumWidth(360);
    auto* heading = new PlainLabel(tr("Endpoints"), this);
    heading->setProperty("kind", QStringLiteral("secondarybold"));
    heading->setContentsMargins(sideMargin, 14, sideMargin, 4);
    m_list->setObjectName(QStringLiteral("endpointList"));
    m_list->setAccessibleName(tr("Endpoints"));
    m_list->setProperty("kind", QStringLiteral("side"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EndpointDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDropIndicatorShown(true);
    m_new->setObjectName(QStringLiteral("newEndpoint"));
    m_new->setProperty("kind", QStringLiteral("plain"));
    m_new->setVisible(!workspace.isReadOnly());
    m_model->setWritable(!workspace.isReadOnly());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(sideMargin - 7, 2, sideMargin, 0);
    row->addWidget(m_new);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(0);
    refreshEndpoints();
    refreshCounts();
    connect(&workspace, &Workspace::endpointsChanged, this, &SideBar::refreshEndpoints);
    connect(&workspace, &Workspace::changed, this, &SideBar::refreshCounts);
    connect(m_new, &QPushButton::clicked, this, &SideBar::newWanted);
    connect(m_model, &EndpointModel::reordered, this, &SideBar::reordered);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SideBar::showMenu);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        if (const Endpoint* endpoint = m_model->endpointAt(index.row()); endpoint && !m_workspace.isReadOnly())
            emit editWanted(*endpoint);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_refreshing)
            emit chosenChanged(chosen());
    });
    choose(std::nullopt);
}

void SideBar::addSection(QWidget* section)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->count() - 1, section);
}

std::optional<QByteArray> SideBar::chosen() const
{
    const Endpoint* endpoint = m_model->endpointAt(m_list->currentIndex().row());
    return endpoint == nullptr ? std::nullopt : std::optional(endpoint->path);
}

std::optional<Endpoint> SideBar::chosenEndpoint() const
{
    const Endpoint* endpoint = m_model->endpointAt(m_list->currentIndex().row());
    return endpoint == nullptr ? std::nullopt : std::optional(*endpoint);
}

void SideBar::choose(const std::optional<QByteArray>& path)
{
    const int row = path ? std::max(m_model->rowOf(*path), 0) : 0;
    m_list->setCurrentIndex(m_model->index(row));
}

void SideBar::refreshEndpoints()
{
    const std::optional<QByteArray> before = chosen();
    m_refreshing = true;
    m_model->setEndpoints(*m_workspace.endpoints());
    choose(before);
    m_refreshing = false;
    m_list->setMaximumHeight(std::min(m_model->rowCount() * m_list->sizeHintForRow(0) + 2, maxListHeight));
    if (chosen() != before)
        emit chosenChanged(chosen());
}

void SideBar::refreshCounts()
{
    m_model->setCounts(m_workspace.eventCounts(), m_workspace.eventCount());
}

void SideBar::showMenu(const QPoint& position)
{
    if (m_workspace.isReadOnly())
        return;
    const int row = m_list->indexAt(position).row();
    const Endpoint* endpoint = m_model->endpointAt(row);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("New endpoint\u2026"), this, &SideBar::newWanted);
    if (endpoint != nullptr) {
        menu->addAction(tr("Edit endpoint\u2026"), this, [this, e = *endpoint] { emit editWanted(e); });
        menu->addSeparator();
        menu->addAction(tr("Move up"), this, [this, row] { m_model->move(row, row - 1); })->setEnabled(row > 1);
        menu->addAction(tr("Move down"), this, [this, row] { m_model->move(row, row + 2); })
            ->setEnabled(row + 1 < m_model->rowCount());
        if (endpoint->path != "/") {
            menu->addSeparator();
            menu->addAction(tr("Delete endpoint"), this, [this, e = *endpoint] { emit deleteWanted(e); });
        }
    }
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace creel
