#include "desktop/compose/VariablesDialog.h"

#include "base/Text.h"
#include "delivery/Variables.h"
#include "desktop/PlainText.h"
#include "desktop/theme/Theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace creel
{

VariablesDialog::VariablesDialog(const QMap<QByteArray, QByteArray>& values, QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 2, this))
    , m_problem(new PlainLabel(this))
{
    setObjectName(QStringLiteral("variablesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Variables"));
    auto* text = new PlainLabel(
        tr("{{name}} in an address, a header or a body is replaced by the value when a request is sent. Values are "
           "stored in the workspace: keep secrets out of them."),
        this);
    text->setWordWrap(true);
    auto* own = new PlainLabel(tr("Always there: {{$uuid}}, {{$timestamp}}, {{$isoTimestamp}}, {{$randomInt}}"), this);
    own->setProperty("kind", QStringLiteral("secondary"));
    own->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("variablesTable"));
    m_table->setAccessibleName(tr("Variables of the workspace"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(0, 180);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->setShowGrid(false);
    m_table->setFont(wireFont());
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_problem->setProperty("kind", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    auto* add = new QPushButton(tr("Add"), this);
    add->setAccessibleName(tr("Add a variable"));
    auto* remove = new QPushButton(tr("Remove"), this);
    remove->setAccessibleName(tr("Remove the variable"));
    auto* row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("saveVariables"));
    m_save->setProperty("kind", QStringLiteral("accent"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(text);
    layout->addWidget(own);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problem);
    layout->addLayout(row);
    layout->addWidget(buttons);
    resize(560, 420);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        addRow(toText(it.key()), toText(it.value()));
    if (values.isEmpty())
        addRow({}, {});
    connect(add, &QPushButton::clicked, this, [this] {
        addRow({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        refresh();
    });
    connect(m_table, &QTableWidget::cellChanged, this, &VariablesDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    refresh();
}

void VariablesDialog::addRow(const QString& name, const QString& value)
{
    const QSignalBlocker blocker(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(value));
}

QMap<QByteArray, QByteArray> VariablesDialog::values() const
{
    QMap<QByteArray, QByteArray> values;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QByteArray name = m_table->item(row, 0)->text().trimmed().toUtf8();
        if (!name.isEmpty())
            values.insert(name, m_table->item(row, 1)->text().toUtf8());
    }
    return values;
}

void VariablesDialog::refresh()
{
    QString problem;
    QMap<QByteArray, int> seen;
    for (int row = 0; row < m_table->rowCount() && problem.isEmpty(); ++row) {
        const QByteArray name = m_table->item(row, 0)->text().trimmed().toUtf8();
        if (name.isEmpty())
            continue;
        const QString shown = toVisible(toText(name), 60);
        if (!Variables::isName(name))
            problem = tr("%1 can't be a name: it must be short, without braces and without $ at the start.").arg(shown);
        else if (++seen[name] > 1)
            problem = tr("%1 is there twice.").arg(shown);
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_save->setEnabled(problem.isEmpty());
}

} // namespace creel
