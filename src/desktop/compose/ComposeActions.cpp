#include "desktop/compose/ComposeActions.h"

#include "app/Workbench.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/DeliveriesView.h"
#include "desktop/compose/DraftActions.h"
#include "desktop/compose/DraftList.h"
#include "desktop/compose/HandshakePane.h"
#include "desktop/compose/ResendActions.h"
#include "desktop/event/EventPane.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/shell/TopBar.h"

#include <QAction>
#include <QPushButton>

namespace creel
{

ComposeActions::ComposeActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_recorder(window.workbench().workspace().isReadOnly()
              ? nullptr
              : std::make_unique<WorkspaceRecorder>(window.workbench().workspace()))
    , m_queue(m_sender, window.workbench().clock(), m_recorder.get())
    , m_store(window.workbench().workspace())
    , m_pane(new ComposePane(window.workbench(), m_queue, m_store, &window.detail()))
    , m_handshake(new HandshakePane(window.workbench(), m_queue, &window.detail()))
    , m_draftActions(new DraftActions(window, *m_pane, m_store))
{
    m_queue.setConcurrency(8); // one that hangs holds up no other
    m_pane->setObjectName(QStringLiteral("composePane"));
    m_handshake->setObjectName(QStringLiteral("handshakePane"));
    window.detail().addWidget(m_pane);
    window.detail().addWidget(m_handshake);
    connect(m_pane, &ComposePane::problem, &window.status(), &StatusStrip::showProblem);
    connect(m_pane, &ComposePane::sent, this, &ComposeActions::delivered);
    connect(m_handshake, &HandshakePane::sent, this, &ComposeActions::delivered);
    addCommands();
    m_resend = new ResendActions(window, m_queue, *m_pane);
    connect(m_resend, &ResendActions::delivered, this, &ComposeActions::delivered);
    addDeliveries();
}

ComposeActions::~ComposeActions() = default;

bool ComposeActions::isPage(const QWidget* page) const
{
    return page == m_pane || page == m_handshake;
}

DraftList& ComposeActions::drafts()
{
    return m_draftActions->list();
}

void ComposeActions::addCommands()
{
    ActionRegistry& actions = m_window.actions();
    const auto add = [&actions](const char* key, const QString& title, const char* keys, std::function<void()> run,
                         bool separator = false) {
        Command command;
        command.key = key;
        command.title = title;
        command.place = MenuPlace::Tools;
        if (*keys != 0)
            command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
        command.separatorBefore = separator;
        command.run = std::move(run);
        return actions.add(command);
    };
    add(
        "tools.compose", tr("&Compose"), "Ctrl+N", [this] { compose(); }, true);
    QAction* send = add("tools.send", tr("&Send"), "Ctrl+Return", [this] {
        if (m_window.detail().currentWidget() == m_handshake)
            m_handshake->play();
        else
            m_pane->send();
    });
    send->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Return")), QKeySequence(QStringLiteral("Ctrl+Enter"))});
    const auto refresh = [this, send] { send->setEnabled(isPage(m_window.detail().currentWidget())); };
    connect(&m_window.detail(), &QStackedWidget::currentChanged, send, refresh);
    refresh();
    add("tools.handshake", tr("&Play a handshake"), "", [this] { playHandshake(); });

    auto* composeButton = new QPushButton(tr("Compose"), &m_window);
    composeButton->setObjectName(QStringLiteral("composeButton"));
    composeButton->setProperty("kind", QStringLiteral("accent"));
    composeButton->setToolTip(plainToolTip(tr("Write a request and send it (Ctrl+N)")));
    connect(composeButton, &QPushButton::clicked, this, &ComposeActions::compose);
    m_window.topBar().addRight(composeButton);
}

void ComposeActions::addDeliveries()
{
    EventPane& pane = m_window.detail().eventPane();
    m_deliveries = new DeliveriesView(m_window.workbench().workspace(), m_store, &pane);
    pane.addTab(m_deliveries, tr("Deliveries"));
    connect(&pane, &EventPane::shown, m_deliveries, &DeliveriesView::setEvent);
    connect(this, &ComposeActions::delivered, m_deliveries, [this] {
        // The record is on its way to the workspace; the writer's turn brings it.
        m_deliveries->refreshSoon();
    });
}

void ComposeActions::compose()
{
    m_pane->startNew();
    m_window.showDetail(m_pane);
    m_pane->focusUrl();
}

void ComposeActions::playHandshake()
{
    m_window.showDetail(m_handshake);
    m_handshake->focusUrl();
}

void ComposeActions::openDraft(DraftId id)
{
    m_draftActions->open(id);
}

} // namespace creel
