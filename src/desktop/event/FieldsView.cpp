#include "desktop/event/FieldsView.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/theme/Theme.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>

namespace creel
{
namespace
{

constexpr int fieldRowHeight = 26;
constexpr int fieldNameWidth = 210;
constexpr qsizetype fieldChars = 2000;

} // namespace

void FieldsModel::setForm(const QByteArray& form)
{
    beginResetModel();
    m_fields.clear();
    FormReader reader{QByteArrayView(form)};
    while (std::optional<FormField> field = reader.next())
        m_fields.push_back(*std::move(field));
    endResetModel();
}

int FieldsModel::rowAt(qsizetype offset) const
{
    int row = -1;
    for (const FormField& field : m_fields) {
        if (field.offset > offset)
            break;
        ++row;
    }
    return row;
}

int FieldsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FieldsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FormField& one = field(index.row());
    const QByteArray& bytes = index.column() == NameColumn ? one.name : one.value;
    switch (role) {
    case Qt::DisplayRole:
        return toVisible(toText(bytes.left(fieldChars * 4)), fieldChars);
    case Qt::ToolTipRole:
        return bytes.size() > 60 ? plainToolTip(toText(bytes.left(fieldChars * 4))) : QString();
    case Qt::FontRole:
        return wireFont();
    case Qt::ForegroundRole:
        return index.column() == NameColumn ? QVariant(themeColor(QApplication::palette(), ColorRole::JsonName))
                                            : QVariant();
    default:
        return {};
    }
}

QVariant FieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::DisplayRole && orientation == Qt::Horizontal)
        return section == NameColumn ? tr("Name") : tr("Value");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

FieldsView::FieldsView(QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(tr("Fields of the form"));
    setModel(&m_fields);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fieldRowHeight);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    setColumnWidth(FieldsModel::NameColumn, fieldNameWidth);
    auto* copy = new QAction(tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &FieldsView::copyCurrent);
    addAction(copy);
}

void FieldsView::reveal(qsizetype offset)
{
    const int row = m_fields.rowAt(offset);
    if (row >= 0)
        setCurrentIndex(m_fields.index(row, FieldsModel::ValueColumn));
}

void FieldsView::copyCurrent()
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const FormField& field = m_fields.field(index.row());
    copyToClipboard(index.column() == FieldsModel::NameColumn ? field.name : field.value);
}

} // namespace creel
