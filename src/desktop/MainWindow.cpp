#include "desktop/MainWindow.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/ActionRegistry.h"
#include "desktop/PlainText.h"
#include "desktop/Settings.h"
#include "desktop/compose/ComposeActions.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/HandshakePane.h"
#include "desktop/event/EventPane.h"
#include "desktop/exporting/ExportActions.h"
#include "desktop/exporting/ImportActions.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/ListPane.h"
#include "desktop/preferences/Preferences.h"
#include "desktop/schemes/SchemePreview.h"
#include "desktop/schemes/SchemesWindow.h"
#include "desktop/shell/About.h"
#include "desktop/shell/Commands.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/EndpointActions.h"
#include "desktop/shell/EventActions.h"
#include "desktop/shell/LogDialog.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/shell/StoreBar.h"
#include "desktop/shell/TopBar.h"
#include "desktop/shell/UndoList.h"
#include "desktop/shell/WindowState.h"
#include "desktop/sidebar/SideBar.h"
#include "desktop/start/SampleSender.h"
#include "desktop/start/StartPane.h"
#include "receiver/PortOwner.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int narrowWidth = 1200; ///< below this the detail pane goes under the list by itself
constexpr std::size_t maxSummed = 5'000; ///< the size of larger selections is not worth reading their rows

QStringList workspaceFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && url.toLocalFile().endsWith(QLatin1String(".creel"), Qt::CaseInsensitive))
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

MainWindow::MainWindow(Workbench& workbench, Settings& settings, SampleSender& samples, QWidget* parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
    , m_settings(settings)
    , m_samples(samples)
    , m_actions(new ActionRegistry(this))
    , m_undo(new UndoList(this))
    , m_sums([this](std::vector<std::pair<qint64, qint64>> sums) {
        const auto& [count, bytes] = sums.back();
        if (count == m_list->table().selectedCount())
            m_detail->showMany(count, bytes);
    })
{
    setObjectName(QStringLiteral("mainWindow"));
    const QString name = toVisible(QFileInfo(workbench.workspace().file()).fileName(), 100);
    setWindowTitle(workbench.workspace().isReadOnly() ? tr("%1 (read-only) \u2014 Creel").arg(name)
                                                      : tr("%1 \u2014 Creel").arg(name));
    setAcceptDrops(true);
    setMinimumSize(800, 500);
    buildPanes(samples);
    m_eventActions = new EventActions(workbench, *m_list, *m_undo, this);
    m_endpointActions = new EndpointActions(workbench, *m_list, *m_undo, this);
    addCommands(*m_actions, *this);
    m_import = new ImportActions(*this);
    m_export = new ExportActions(*this);
    addClosingCommands(*m_actions, *this);
    m_compose = new ComposeActions(*this);
    m_actions->fillMenuBar(menuBar());
    connectPanes();
    connectProblems();
    m_relisten.setSingleShot(true);
    m_relisten.setInterval(0);
    connect(&m_relisten, &QTimer::timeout, this, [this] { listen(); });
    connect(&settings, &Settings::changed, this, &MainWindow::settingChanged);
    updateStart(); // chooses the newest event; another one, where the list was left at it
    WindowState::restore(*this);
    placeDetail();
    showSelection();
    if (m_stack->currentWidget() == m_start)
        m_start->setFocus(); // Return sends the sample
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes(SampleSender& samples)
{
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_top = new TopBar(m_workbench.receiver(), m_workbench.workspace().isReadOnly(), central);
    m_stack = new QStackedWidget(central);
    m_start = new StartPane(m_workbench, samples, m_stack);
    m_outer = new QSplitter(Qt::Horizontal, m_stack);
    m_outer->setObjectName(QStringLiteral("mainSplitter"));
    m_outer->setChildrenCollapsible(false);
    m_inner = new QSplitter(Qt::Horizontal, m_outer);
    m_inner->setObjectName(QStringLiteral("detailSplitter"));
    m_inner->setChildrenCollapsible(false);
    m_side = new SideBar(m_workbench.workspace(), m_outer);
    m_list = new ListPane(m_workbench.workspace(), m_inner);
    m_list->setMinimumSize(320, 160);
    m_detail = new DetailArea(m_workbench, m_inner);
    m_detail->setMinimumSize(320, 160);
    m_inner->addWidget(m_list);
    m_inner->addWidget(m_detail);
    m_inner->setStretchFactor(0, 3);
    m_inner->setStretchFactor(1, 2);
    m_outer->addWidget(m_side);
    m_outer->addWidget(m_inner);
    m_outer->setStretchFactor(1, 1);
    for (QSplitter* splitter : {m_outer, m_inner})
        splitter->setHandleWidth(1);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_outer);
    layout->addWidget(m_top);
    auto* store = new StoreBar(m_workbench.workspace(), central);
    connect(store, &StoreBar::retentionWanted, this, &MainWindow::showRetention);
    connect(store, &StoreBar::copyWanted, this, [this] { m_actions->find("file.saveCopy")->trigger(); });
    layout->addWidget(store);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
    m_status = new StatusStrip(m_workbench.workspace(), this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
}

void MainWindow::connectPanes()
{
    EventTable& table = m_list->table();
    connect(m_side, &SideBar::chosenChanged, m_list, &ListPane::setEndpoint);
    connect(m_side, &SideBar::newWanted, m_endpointActions, &EndpointActions::create);
    connect(m_side, &SideBar::editWanted, m_endpointActions, &EndpointActions::edit);
    connect(m_side, &SideBar::deleteWanted, m_endpointActions, &EndpointActions::remove);
    EventPane& pane = m_detail->eventPane();
    connect(&pane, &EventPane::addSecretRequested, this,
        [this](const QByteArray& path) { m_endpointActions->addSecret(path, m_detail->eventPane().detail()); });
    connect(&pane, &EventPane::message, m_status, &StatusStrip::showMessage);
    connect(m_side, &SideBar::reordered, m_endpointActions, &EndpointActions::reorder);
    connect(m_start, &StartPane::endpointWanted, m_endpointActions, &EndpointActions::create);
    connect(m_start, &StartPane::copied, this, [this] { m_status->showMessage(tr("Copied")); });
    connect(&m_top->chip(), &ListeningChip::copied, this, [this] { m_status->showMessage(tr("Address copied")); });
    connect(m_top, &TopBar::pauseClicked, this, &MainWindow::toggleListening);
    connect(m_top, &TopBar::followClicked, this, &MainWindow::setFollowing);
    connect(&table, &EventTable::followingChanged, this, &MainWindow::setFollowing);
    connect(&table, &EventTable::eventsSelected, this, &MainWindow::selectionChanged);
    connect(&table, &EventTable::clicked, this, [this] {
        if (m_compose->isPage(m_detail->currentWidget()))
            showSelection();
    });
    connect(&m_compose->handshakes(), &HandshakePane::closeWanted, this, [this] {
        showSelection();
        updateStart();
    });
    connect(&m_compose->pane(), &ComposePane::closeWanted, this, [this] {
        showSelection();
        updateStart();
    });
    connect(
        &table, &EventTable::contextMenuWanted, this, [this](const QPoint& position) { eventMenu()->popup(position); });
    connect(&table, &EventTable::columnsChanged, this, [this] { WindowState::saveColumns(*this); });
    connect(m_start, &StartPane::sampleSent, this, &MainWindow::offerSampleKey);
    connect(m_detail, &DetailArea::deleteWanted, m_eventActions, &EventActions::removeSelected);
    connect(m_detail, &DetailArea::pinWanted, m_eventActions, &EventActions::pinSelected);
    connect(m_detail, &DetailArea::tagWanted, m_eventActions, &EventActions::tagSelected);
    connect(m_detail, &DetailArea::copyWanted, m_eventActions, &EventActions::copySelected);
    connect(&m_workbench.workspace(), &Workspace::changed, this, &MainWindow::updateStart);
    connect(&m_workbench.workspace(), &Workspace::endpointsChanged, this, &MainWindow::updateStart);
    connect(&m_workbench, &Workbench::verifying, m_status, &StatusStrip::showVerifying);
    // Another step is the last one now: what was offered for the one before would undo the wrong one
    connect(m_undo, &UndoList::changed, m_list, &ListPane::endOffer);
    const auto cover = [this] { m_list->model().setMask(m_workbench.screenMask()); };
    connect(&m_workbench, &Workbench::maskRulesChanged, this, cover);
    cover();
    m_top->setFollowing(table.isFollowing());
}

/** The menu Event, and what the menu Edit does to events. */
QMenu* MainWindow::eventMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("eventContextMenu"));
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    menu->addActions({m_actions->find("edit.copy"), m_actions->find("edit.copyCurl")});
    menu->addSeparator();
    menu->addActions(m_actions->menu(MenuPlace::Event)->actions());
    return menu;
}

void MainWindow::connectProblems()
{
    Workspace& workspace = m_workbench.workspace();
    connect(&workspace, &Workspace::storeRecovered, this,
        [this] { m_status->showMessage(tr("Events are stored again.")); });
    connect(m_list, &ListPane::problem, m_status, &StatusStrip::showProblem);
    connect(m_eventActions, &EventActions::problem, m_status, &StatusStrip::showProblem);
    connect(m_eventActions, &EventActions::message, m_status, &StatusStrip::showMessage);
    connect(m_endpointActions, &EndpointActions::problem, m_status, &StatusStrip::showProblem);
    connect(m_endpointActions, &EndpointActions::saved, this, [this](const Endpoint& endpoint) {
        m_status->showMessage(tr("Endpoint %1 saved").arg(toVisible(toText(endpoint.path), 100)));
    });
    for (const QString& problem : m_workbench.catalog()->problems())
        m_status->showProblem(problem);
    if (!m_workbench.maskProblem().isEmpty())
        m_status->showProblem(m_workbench.maskProblem());
    if (!workspace.notice().isEmpty())
        m_status->showProblem(workspace.notice());
    if (workspace.isReadOnly())
        m_status->showMessage(tr("This workspace is read-only: events can be read, nothing can be changed."));
}

void MainWindow::listen(std::optional<quint16> port)
{
    // Nothing that came could be stored: every sender would be answered 507
    if (m_workbench.workspace().isReadOnly())
        return;
    if (port)
        m_port = port;
    ReceiverSettings settings = m_settings.receiver();
    if (m_port) {
        settings.port = *m_port;
        settings.portIsFixed = true;
    }
    const Result<void> result = m_workbench.listen(settings);
    m_status->takeBackProblem(m_start->problem());
    m_start->setProblem(result.ok() ? QString() : result.error().text);
    if (!result.ok())
        m_status->showProblem(result.error().text);
    else if (!settings.portIsFixed && m_workbench.receiver().port() != settings.port)
        tellOfPort(settings.port);
    m_top->refresh();
}

/** Who has it is looked for in the system's tables of processes, which can take long. */
void MainWindow::tellOfPort(quint16 wanted)
{
    m_jobs.run(
        StopToken(), [wanted] { return portOwner(wanted); },
        [this, wanted](const QString& owner) {
            const QString port = QString::number(wanted);
            const QString taken = owner.isEmpty() ? tr("Port %1 is taken by another program").arg(port)
                                                  : tr("Port %1 is taken by %2").arg(port, toVisible(owner, 100));
            if (m_workbench.receiver().isListening())
                m_status->showProblem(tr("%1; listening on %2. Senders need this address.")
                                          .arg(taken, QString::number(m_workbench.receiver().port())));
        });
}

void MainWindow::toggleListening()
{
    if (m_workbench.workspace().isReadOnly())
        return;
    if (m_workbench.receiver().isListening())
        m_workbench.stopListening();
    else
        listen();
    m_top->refresh();
}

void MainWindow::setFollowing(bool following)
{
    m_list->table().setFollowing(following);
    m_top->setFollowing(following);
    if (QAction* action = m_actions->find("view.follow"))
        action->setChecked(following);
}

void MainWindow::setSideBarVisible(bool visible)
{
    m_side->setVisible(visible);
    m_settings.set(settings::sideBar, visible);
}

void MainWindow::offerSampleKey(int sample)
{
    const auto key = std::make_shared<SampleKey>(m_samples.key(sample));
    const auto endpoints = m_workbench.workspace().endpoints();
    const int match = matchEndpoint(*endpoints, key->path);
    const bool verified = match >= 0 && !(*endpoints)[std::size_t(match)].scheme.isEmpty();
    if (key->scheme.isEmpty() || verified || m_workbench.workspace().isReadOnly())
        return;
    const QString path = toVisible(toText(key->path), 60);
    m_list->offer(
        tr("The sample is signed. To see it verified:"), tr("Add %1 and send it again").arg(path),
        [this, key, sample] {
            m_endpointActions->addForSample(*key, [this, sample] {
                m_selectNewest = true;
                m_samples.send(
                    sample, m_workbench.receiver().url(), nullptr, [self = QPointer(this)](Result<int> answer) {
                        if (self && !answer.ok())
                            self->m_status->showProblem(answer.error().text);
                    });
            });
        },
        ListPane::OfferPlace::AboveTable);
}

void MainWindow::setPeeking(bool peeking)
{
    EventPane& pane = m_detail->eventPane();
    if (peeking == isPeeking() || (peeking && m_detail->currentWidget() != &pane))
        return;
    m_list->setVisible(!peeking);
    m_side->setVisible(!peeking && m_settings.get(settings::sideBar));
    if (peeking) {
        m_peekTab = pane.currentTab();
        pane.setCurrentTab(EventPane::BodyTab);
        pane.setFocus();
        pane.bodyView().setFocus();
    } else {
        pane.setCurrentTab(std::exchange(m_peekTab, -1));
        m_list->table().setFocus();
    }
    emit peekingChanged(peeking);
}

void MainWindow::showLog()
{
    (new LogDialog(this))->show();
}

void MainWindow::showDetail(QWidget* page)
{
    m_detail->setCurrentWidget(page);
    updateStart();
}

void MainWindow::showPreferences()
{
    (new Preferences(m_workbench, m_settings, this))->open();
}

void MainWindow::showRetention()
{
    auto* preferences = new Preferences(m_workbench, m_settings, this);
    preferences->showStore();
    preferences->open();
}

void MainWindow::showSchemes()
{
    if (m_schemes == nullptr) {
        m_schemes = new SchemesWindow(m_workbench, this);
        connect(&m_detail->eventPane(), &EventPane::shown, &m_schemes->preview(), &SchemePreview::setEvent);
        m_schemes->preview().setEvent(m_list->table().selectedCount() > 0 ? m_list->table().currentEvent() : EventId());
    }
    m_schemes->show();
    m_schemes->raise();
    m_schemes->activateWindow();
}

void MainWindow::showAbout()
{
    (new About(this))->open();
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::selectionChanged()
{
    // What is being written stays in front while rows come and go; a row that was chosen takes its place.
    const EventTable& table = m_list->table();
    const EventId first = table.selectedCount() > 0 ? table.currentEvent() : EventId();
    const bool same = first == m_lastChosen || !first.isValid();
    if (m_compose->isPage(m_detail->currentWidget()) && same)
        return;
    showSelection();
}

void MainWindow::showSelection()
{
    const EventTable& table = m_list->table();
    const qint64 count = table.selectedCount();
    m_lastChosen = table.currentEvent();
    m_sumStop = StopSource();
    if (count == 0) {
        m_detail->showNothing();
    } else if (count == 1) {
        m_detail->showOne(table.selectedEvents().front());
    } else {
        m_detail->showMany(count, -1);
        if (std::size_t(count) <= maxSummed)
            sumSelection(table.selectedEvents());
    }
    for (const char* key : {"event.pin", "event.tag", "event.delete", "edit.copy", "edit.copyCurl", "event.peek"}) {
        if (QAction* action = m_actions->find(key))
            action->setEnabled(count > 0);
    }
}

void MainWindow::sumSelection(const std::vector<EventId>& ids)
{
    m_workbench.reader().rows(
        ids, m_sumStop.token(), [post = m_sums.poster()](const Result<std::vector<EventRow>>& rows) {
            if (!rows.ok())
                return;
            qint64 bytes = 0;
            for (const EventRow& row : *rows)
                bytes += row.bodySize;
            post({qint64(rows->size()), bytes});
        });
}

void MainWindow::updateStart()
{
    const Workspace& workspace = m_workbench.workspace();
    if (m_selectNewest && workspace.newestId().isValid() && workspace.newestId() != m_list->table().currentEvent()) {
        m_selectNewest = false;
        m_list->selectWhenThere(workspace.newestId());
    }
    // Once something has come, or an endpoint was made, this is no first start any more.
    const bool composing = m_compose->isPage(m_detail->currentWidget());
    const bool first =
        !workspace.isReadOnly() && workspace.eventCount() == 0 && workspace.endpoints()->size() <= 1 && !composing;
    const bool was = m_stack->currentWidget() == m_start;
    m_stack->setCurrentWidget(first ? static_cast<QWidget*>(m_start) : m_outer);
    if (was && !first && !composing) {
        m_list->table().setFocus();
        if (workspace.newestId().isValid())
            m_list->selectWhenThere(workspace.newestId());
    }
}

void MainWindow::placeDetail()
{
    const QString wanted = m_settings.get(settings::detailPosition);
    const bool below = wanted == QLatin1String("below") || (wanted != QLatin1String("right") && width() < narrowWidth);
    if (below == m_detailBelow && m_inner->property("placed").toBool())
        return;
    if (m_inner->property("placed").toBool())
        WindowState::saveDetail(*this);
    m_inner->setProperty("placed", true);
    m_detailBelow = below;
    m_inner->setOrientation(below ? Qt::Vertical : Qt::Horizontal);
    WindowState::restoreDetail(*this);
}

void MainWindow::settingChanged(const QByteArray& key)
{
    if (key.startsWith("receiver/")) {
        m_port.reset();
        m_relisten.start();
    } else if (key == settings::comfortableRows.key) {
        m_list->table().setComfortable(m_settings.get(settings::comfortableRows));
    } else if (key == settings::detailPosition.key) {
        placeDetail();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    setPeeking(false);
    WindowState::save(*this);
    m_compose->pane().saveNow();
    // From here on a deletion can no longer be undone.
    if (!m_undo->isEmpty() && !m_workbench.workspace().isReadOnly())
        m_workbench.writer().purgeDeleted();
    event->accept();
    emit closed();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    placeDetail();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange)
        emit themeChangeSeen();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!workspaceFiles(*event->mimeData()).isEmpty() || !m_import->filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QString& file : workspaceFiles(*event->mimeData()))
        emit openFileWanted(file);
    m_import->run(m_import->filesIn(*event->mimeData()));
}

} // namespace creel
