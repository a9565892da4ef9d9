#include "desktop/shell/StoreBar.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "store/Workspace.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace creel
{

StoreBar::StoreBar(Workspace& workspace, QWidget* parent)
    : QFrame(parent)
    , m_text(new PlainLabel(this))
    , m_keepLess(new QPushButton(tr("Keep less\u2026"), this))
    , m_saveCopy(new QPushButton(tr("Save a copy\u2026"), this))
{
    setObjectName(QStringLiteral("storeBar"));
    setProperty("kind", QStringLiteral("invalid"));
    m_text->setObjectName(QStringLiteral("storeProblem"));
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Problem of the store"));
    m_keepLess->setToolTip(plainToolTip(tr("Set how many events, for how long and how much is kept")));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_keepLess);
    row->addWidget(m_saveCopy);
    connect(m_keepLess, &QPushButton::clicked, this, &StoreBar::retentionWanted);
    connect(m_saveCopy, &QPushButton::clicked, this, &StoreBar::copyWanted);
    connect(&workspace, &Workspace::storeProblem, this, &StoreBar::showProblem);
    connect(&workspace, &Workspace::storeRecovered, this, &StoreBar::clear);
    hide();
}

void StoreBar::showProblem(const QString& text)
{
    m_text->setText(
        tr("Events can't be stored: %1\nSenders are answered 507 until then and may try again. Creel goes on "
           "by itself as soon as it can write.")
            .arg(toVisible(text, 500)));
    show();
}

void StoreBar::clear()
{
    hide();
    m_text->clear();
}

} // namespace creel
