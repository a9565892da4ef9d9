#include "desktop/compose/FieldsEditor.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace creel
{

FieldsEditor::FieldsEditor(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
{
    m_table->setObjectName(QStringLiteral("fieldsTable"));
    m_table->setAccessibleName(tr("Headers of the request"));
    m_table->setModel(&m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(
        QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(DraftFieldsModel::ValueColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(DraftFieldsModel::NameColumn, 180);
    m_table->setColumnWidth(DraftFieldsModel::OriginColumn, 80);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 8, 14, 8);
    buttons->setSpacing(8);
    const auto button = [&](const QString& text, const QString& name, auto clicked) {
        auto* made = new QPushButton(text, this);
        made->setAccessibleName(name);
        buttons->addWidget(made);
        connect(made, &QPushButton::clicked, this, clicked);
    };
    button(tr("Add header"), tr("Add a header"), [this] { addField(); });
    button(tr("Remove"), tr("Remove the header"), [this] { m_model.removeField(m_table->currentIndex().row()); });
    button(tr("Up"), tr("Move the header up"), [this] { moveCurrent(-1); });
    button(tr("Down"), tr("Move the header down"), [this] { moveCurrent(1); });
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void FieldsEditor::addField()
{
    const QModelIndex added = m_model.index(m_model.add({}), DraftFieldsModel::NameColumn);
    m_table->setCurrentIndex(added);
    m_table->edit(added);
}

void FieldsEditor::moveCurrent(int by)
{
    const QModelIndex current = m_table->currentIndex();
    if (m_model.move(current.row(), by))
        m_table->setCurrentIndex(m_model.index(current.row() + by, current.column()));
}

} // namespace creel
