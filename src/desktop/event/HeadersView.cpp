#include "desktop/event/HeadersView.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/BytesView.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace creel
{

namespace
{

constexpr int rowHeight = 26;

} // namespace

void HeadersModel::setHeaders(const HeaderList& headers, const HeaderList& trailers)
{
    beginResetModel();
    m_fields.assign(headers.begin(), headers.end());
    m_headers = headers.size();
    m_fields.insert(m_fields.end(), trailers.begin(), trailers.end());
    endResetModel();
}

int HeadersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int HeadersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeadersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const HeaderField& one = field(index.row());
    const QByteArray bytes = index.column() == NameColumn ? one.name : one.value;
    switch (role) {
    case Qt::DisplayRole:
        return toVisible(toText(bytes), 2000);
    case Qt::ToolTipRole:
        return index.column() == ValueColumn && bytes.size() > 60 ? plainToolTip(toText(bytes)) : QString();
    case Qt::AccessibleDescriptionRole:
        return index.row() >= m_headers ? tr("Trailer") : QString();
    case Qt::FontRole:
        return wireFont();
    case Qt::ForegroundRole:
        return index.column() == NameColumn ? QVariant(themeColor(QApplication::palette(), ColorRole::JsonName))
                                            : QVariant();
    default:
        return {};
    }
}

QVariant HeadersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Horizontal)
        return section == NameColumn ? tr("Name") : tr("Value");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

HeadersView::HeadersView(QWidget* parent)
    : QWidget(parent)
    , m_firstLine(new PlainLabel(this))
    , m_table(new QTableView(this))
    , m_raw(new BytesView(this))
{
    m_firstLine->setFont(wireFont());
    m_firstLine->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_firstLine->setMinimumWidth(40);
    m_firstLine->setAccessibleName(tr("First line"));
    m_raw->setAccessibleName(tr("Head, as it came"));
    m_raw->setMarks(true);
    m_table->setAccessibleName(tr("Header fields"));
    m_table->setModel(&m_model);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(HeadersModel::NameColumn, 210);
    connect(m_table, &QWidget::customContextMenuRequested, this, &HeadersView::showMenu);

    auto* stack = new QStackedWidget(this);
    stack->addWidget(m_table);
    stack->addWidget(m_raw);
    auto* rawButton = new QPushButton(tr("As it came"), this);
    rawButton->setCheckable(true);
    rawButton->setAccessibleName(tr("Show the head's exact bytes"));
    connect(rawButton, &QPushButton::toggled, stack, [stack](bool raw) { stack->setCurrentIndex(raw ? 1 : 0); });
    auto* copyButton = new QPushButton(tr("Copy all"), this);
    copyButton->setAccessibleName(tr("Copy the head"));
    connect(copyButton, &QPushButton::clicked, this, &HeadersView::copyAll);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 8, 14, 8);
    bar->setSpacing(8);
    bar->addWidget(m_firstLine, 1);
    bar->addWidget(rawButton);
    bar->addWidget(copyButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(stack, 1);
    auto* copy = new QShortcut(QKeySequence::Copy, m_table, {}, {}, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &HeadersView::copyValue);
}

void HeadersView::setHead(
    const QByteArray& firstLine, const HeaderList& headers, const HeaderList& trailers, const QByteArray& head)
{
    m_firstLine->setSenderText(toText(firstLine), 300);
    m_model.setHeaders(headers, trailers);
    m_head = head;
    m_raw->setBytes(m_head, BytesView::Mode::Text);
}

void HeadersView::copyValue()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const int row = index.row();
    copyToClipboard(index.column() == HeadersModel::NameColumn ? m_model.field(row).name : m_model.field(row).value);
}

void HeadersView::copyLine()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        copyToClipboard(m_model.field(index.row()).name + ": " + m_model.field(index.row()).value);
}

void HeadersView::copyAll()
{
    copyToClipboard(m_head);
}

void HeadersView::showMenu(const QPoint& point)
{
    if (!m_table->indexAt(point).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &HeadersView::copyValue);
    menu->addAction(tr("Copy line"), this, &HeadersView::copyLine);
    menu->addAction(tr("Copy the head"), this, &HeadersView::copyAll);
    menu->popup(m_table->viewport()->mapToGlobal(point));
}

} // namespace creel
