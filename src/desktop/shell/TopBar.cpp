#include "desktop/shell/TopBar.h"

#include "desktop/PlainText.h"
#include "desktop/shell/Dot.h"
#include "desktop/theme/Theme.h"
#include "receiver/Receiver.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPushButton>

namespace creel
{

ListeningChip::ListeningChip(QWidget* parent)
    : QFrame(parent)
    , m_dot(new Dot(this))
    , m_state(new PlainLabel(this))
    , m_address(new PlainLabel(this))
    , m_hint(new PlainLabel(tr("Copy"), this))
{
    setObjectName(QStringLiteral("listeningChip"));
    setProperty("kind", QStringLiteral("chip"));
    setFocusPolicy(Qt::StrongFocus);
    m_address->setFont(wireFont());
    m_hint->setProperty("kind", QStringLiteral("secondary"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_dot);
    for (PlainLabel* label : {m_state, m_address, m_hint})
        row->addWidget(label);
    setFixedHeight(28);
}

void ListeningChip::showListening(const QString& url)
{
    m_url = url;
    m_dot->setOn(true);
    m_state->setText(tr("Listening on"));
    m_address->setText(url);
    m_address->show();
    m_hint->show();
    setCursor(Qt::PointingHandCursor);
    setToolTip(plainToolTip(tr("Click to copy the address")));
    setAccessibleName(tr("Listening on %1; press Space to copy the address").arg(url));
}

void ListeningChip::showStopped(const QString& why)
{
    m_url.clear();
    m_dot->setOn(false);
    m_state->setText(why);
    m_address->hide();
    m_hint->hide();
    unsetCursor();
    setToolTip({});
    setAccessibleName(why);
}

void ListeningChip::copy()
{
    if (m_url.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_url);
    emit copied(m_url);
}

void ListeningChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        copy();
}

void ListeningChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        copy();
    else
        QFrame::keyPressEvent(event);
}

TopBar::TopBar(Receiver& receiver, bool readOnly, QWidget* parent)
    : QWidget(parent)
    , m_receiver(receiver)
    , m_readOnly(readOnly)
    , m_chip(new ListeningChip(this))
    , m_pause(new QPushButton(this))
    , m_follow(new QPushButton(tr("Follow newest"), this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("kind", QStringLiteral("bar"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(46);
    m_pause->setObjectName(QStringLiteral("pauseButton"));
    m_follow->setObjectName(QStringLiteral("followButton"));
    m_follow->setCheckable(true);
    m_follow->setToolTip(plainToolTip(tr("Keep the newest event in sight. Scrolling or choosing an event stops it.")));
    m_layout->setContentsMargins(12, 0, 12, 0);
    m_layout->setSpacing(10);
    m_layout->addWidget(m_chip);
    m_layout->addWidget(m_pause);
    m_layout->addWidget(m_follow);
    m_layout->addStretch(1);
    connect(m_pause, &QPushButton::clicked, this, &TopBar::pauseClicked);
    connect(m_follow, &QPushButton::clicked, this, &TopBar::followClicked);
    connect(&receiver, &Receiver::listening, this, &TopBar::refresh);
    connect(&receiver, &Receiver::stopped, this, &TopBar::refresh);
    refresh();
}

void TopBar::addRight(QWidget* button)
{
    m_layout->addWidget(button);
}

void TopBar::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

void TopBar::refresh()
{
    if (m_readOnly) {
        m_chip->showStopped(tr("Read-only: nothing is caught"));
        m_chip->setToolTip(plainToolTip(tr("The file of this workspace, or its folder, can't be written. Save a copy "
                                           "to catch events in it.")));
        m_pause->hide();
        return;
    }
    const bool listening = m_receiver.isListening();
    if (listening)
        m_chip->showListening(m_receiver.url());
    else
        m_chip->showStopped(tr("Not listening"));
    m_pause->setText(listening ? tr("Pause") : tr("Listen"));
    m_pause->setToolTip(plainToolTip(
        listening ? tr("Stop listening: senders get no connection (F5)") : tr("Start listening again (F5)")));
}

} // namespace creel
