#include "desktop/preferences/Preferences.h"

#include "desktop/PlainText.h"
#include "desktop/preferences/AppearancePage.h"
#include "desktop/preferences/MaskPage.h"
#include "desktop/preferences/ReceiverPage.h"
#include "desktop/preferences/StorePage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace creel
{

Preferences::Preferences(Workbench& workbench, Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_problem(new PlainLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Preferences"));
    resize(540, 480);
    m_tabs->setAccessibleName(tr("Pages of the preferences"));
    m_pages = {new ReceiverPage(settings, this), new StorePage(workbench, this), new MaskPage(workbench, this),
        new AppearancePage(settings, this)};
    for (PreferencesPage* page : m_pages)
        m_tabs->addTab(page, page->title());
    m_problem->setProperty("kind", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* saveButton = new QPushButton(tr("Save"), this);
    saveButton->setObjectName(QStringLiteral("savePreferences"));
    saveButton->setProperty("kind", QStringLiteral("accent"));
    saveButton->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(saveButton);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(saveButton, &QPushButton::clicked, this, &Preferences::save);
}

void Preferences::showStore()
{
    for (PreferencesPage* page : m_pages) {
        if (qobject_cast<StorePage*>(page))
            m_tabs->setCurrentWidget(page);
    }
}

void Preferences::save()
{
    for (PreferencesPage* page : m_pages) {
        const QString problem = page->apply();
        if (problem.isEmpty())
            continue;
        m_tabs->setCurrentWidget(page);
        m_problem->setText(problem);
        m_problem->show();
        return;
    }
    accept();
}

} // namespace creel
