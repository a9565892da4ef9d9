#include "desktop/shell/DetailArea.h"

#include "app/Workbench.h"
#include "desktop/PlainText.h"
#include "desktop/event/EventPane.h"
#include "desktop/list/EventText.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace creel
{

DetailArea::DetailArea(Workbench& workbench, QWidget* parent)
    : QStackedWidget(parent)
    , m_nothing(new PlainLabel(tr("Choose an event to see what was sent."), this))
    , m_event(new EventPane(workbench, this))
{
    setObjectName(QStringLiteral("detailArea"));
    setProperty("kind", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("kind", QStringLiteral("muted"));
    addWidget(m_nothing);
    addWidget(m_event);
    addWidget(makeMany(workbench.workspace().isReadOnly()));
}

QWidget* DetailArea::makeMany(bool readOnly)
{
    auto* many = new QWidget(this);
    m_manyTitle = new PlainLabel(many);
    m_manyTitle->setObjectName(QStringLiteral("manyTitle"));
    m_manyTitle->setProperty("kind", QStringLiteral("heading"));
    m_manyText = new PlainLabel(many);
    m_manyText->setProperty("kind", QStringLiteral("muted"));
    auto* copy = new QPushButton(tr("Copy rows"), many);
    auto* pin = new QPushButton(tr("Pin"), many);
    auto* tag = new QPushButton(tr("Tag\u2026"), many);
    auto* remove = new QPushButton(tr("Delete"), many);
    for (QPushButton* button : {pin, tag, remove})
        button->setVisible(!readOnly);
    connect(copy, &QPushButton::clicked, this, &DetailArea::copyWanted);
    connect(pin, &QPushButton::clicked, this, &DetailArea::pinWanted);
    connect(tag, &QPushButton::clicked, this, &DetailArea::tagWanted);
    connect(remove, &QPushButton::clicked, this, &DetailArea::deleteWanted);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {copy, pin, tag, remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(many);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(8);
    layout->addWidget(m_manyTitle);
    layout->addWidget(m_manyText);
    layout->addLayout(buttons);
    m_manyActions = new QHBoxLayout;
    m_manyActions->addStretch(1);
    layout->addLayout(m_manyActions);
    layout->addStretch(1);
    return many;
}

void DetailArea::addManyAction(QWidget* button)
{
    m_manyActions->insertWidget(m_manyActions->count() - 1, button);
}

void DetailArea::showNothing()
{
    m_event->clear();
    setCurrentIndex(0);
}

void DetailArea::showOne(EventId id)
{
    m_event->setEvent(id);
    setCurrentIndex(1);
}

void DetailArea::showMany(qint64 count, qint64 bytes)
{
    m_manyTitle->setText(tr("%1 events selected").arg(localizedNumber(count)));
    m_manyText->setText(bytes >= 0 ? tr("%1 of bodies").arg(localizedSize(bytes)) : QString());
    setCurrentIndex(2);
}

} // namespace creel
