#include "desktop/compose/ComposeActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "delivery/RequestBuilder.h"
#include "delivery/Target.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/DeliveriesView.h"
#include "desktop/compose/DraftList.h"
#include "desktop/compose/Outcome.h"
#include "desktop/event/EventPane.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/shell/TopBar.h"
#include "desktop/sidebar/SideBar.h"
#include "desktop/theme/Theme.h"
#include "exchange/Exporter.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace creel
{
namespace
{

QByteArray targetKey(const QByteArray& endpoint)
{
    return "target:" + endpoint;
}

} // namespace

ComposeActions::ComposeActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_recorder(window.workbench().workspace().isReadOnly()
              ? nullptr
              : std::make_unique<WorkspaceRecorder>(window.workbench().workspace()))
    , m_queue(m_sender, window.workbench().clock(), m_recorder.get())
    , m_store(window.workbench().workspace())
    , m_pane(new ComposePane(window.workbench(), m_queue, m_store, &window.detail()))
{
    m_pane->setObjectName(QStringLiteral("composePane"));
    window.detail().addWidget(m_pane);
    connect(m_pane, &ComposePane::problem, &window.status(), &StatusStrip::showProblem);
    connect(m_pane, &ComposePane::sent, this, &ComposeActions::delivered);
    addCommands();
    addDrafts();
    addDeliveries();
}

ComposeActions::~ComposeActions() = default;

void ComposeActions::addCommands()
{
    ActionRegistry& actions = m_window.actions();
    EventTable* table = &m_window.list().table();
    const auto add = [&actions](const char* key, const QString& title, MenuPlace place, const char* keys,
                         QWidget* scope, std::function<void()> run, bool separator = false) {
        Command command;
        command.key = key;
        command.title = title;
        command.place = place;
        command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
        command.scope = scope;
        command.separatorBefore = separator;
        command.run = std::move(run);
        return actions.add(command);
    };
    add(
        "tools.compose", tr("&Compose"), MenuPlace::Tools, "Ctrl+N", nullptr, [this] { compose(); }, true);
    QAction* send =
        add("tools.send", tr("&Send"), MenuPlace::Tools, "Ctrl+Return", nullptr, [this] { m_pane->send(); });
    send->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Return")), QKeySequence(QStringLiteral("Ctrl+Enter"))});
    const auto refresh = [this, send] { send->setEnabled(m_window.detail().currentWidget() == m_pane); };
    connect(&m_window.detail(), &QStackedWidget::currentChanged, send, refresh);
    refresh();
    QAction* again = add(
        "event.resend", tr("&Resend"), MenuPlace::Event, "R", table, [this] { resend(); }, true);
    QAction* edit = add(
        "event.editAndResend", tr("&Edit and resend"), MenuPlace::Event, "Shift+R", table, [this] { editAndResend(); });
    const auto oneSelected = [table, again, edit] {
        again->setEnabled(table->selectedCount() == 1);
        edit->setEnabled(table->selectedCount() == 1);
    };
    connect(table, &EventTable::eventsSelected, again, oneSelected);
    oneSelected();

    auto* composeButton = new QPushButton(tr("Compose"), &m_window);
    composeButton->setObjectName(QStringLiteral("composeButton"));
    composeButton->setProperty("kind", QStringLiteral("accent"));
    composeButton->setToolTip(plainToolTip(tr("Write a request and send it (Ctrl+N)")));
    connect(composeButton, &QPushButton::clicked, this, &ComposeActions::compose);
    m_window.topBar().addRight(composeButton);
    QHBoxLayout* area = m_window.detail().eventPane().actionArea();
    auto* resendButton = new QPushButton(tr("Resend"), &m_window);
    resendButton->setObjectName(QStringLiteral("resendButton"));
    resendButton->setToolTip(plainToolTip(tr("Send the event again as it was (R)")));
    connect(resendButton, &QPushButton::clicked, this, &ComposeActions::resend);
    auto* editButton = new QPushButton(tr("Edit and resend"), &m_window);
    editButton->setObjectName(QStringLiteral("editAndResendButton"));
    editButton->setToolTip(plainToolTip(tr("Make a draft of the event (Shift+R)")));
    connect(editButton, &QPushButton::clicked, this, &ComposeActions::editAndResend);
    area->addWidget(editButton);
    area->addWidget(resendButton);
}

void ComposeActions::addDrafts()
{
    m_drafts = new DraftList(m_window.workbench().workspace(), m_store, &m_window.sideBar());
    m_window.sideBar().addSection(m_drafts);
    connect(m_drafts, &DraftList::openWanted, this, &ComposeActions::openDraft);
    connect(m_drafts, &DraftList::problem, &m_window.status(), &StatusStrip::showProblem);
    connect(m_drafts, &DraftList::removed, this, [this](DraftId id) {
        if (m_pane->draftId() == id)
            m_pane->forgetStored();
    });
    connect(m_pane, &ComposePane::saved, m_drafts, &DraftList::refresh);
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

void ComposeActions::showPane()
{
    m_window.showDetail(m_pane);
}

void ComposeActions::compose()
{
    m_pane->startNew();
    showPane();
    m_pane->focusUrl();
}

void ComposeActions::openDraft(DraftId id)
{
    m_stop = StopSource();
    m_window.workbench().reader().run(m_stop.token(), [this, id, store = m_store, post = m_jobs.poster()]() mutable {
        const Result<StoredDraft> stored = store.draftNow(id);
        post([this, stored] {
            if (!stored.ok())
                return m_window.status().showProblem(stored.error().text);
            Result<Draft> draft = draftFromJson(QJsonDocument::fromJson(stored->content).object());
            if (!draft.ok())
                return m_window.status().showProblem(draft.error().text);
            draft->body = stored->body;
            m_pane->setStored(*stored, *draft);
            showPane();
        });
    });
}

void ComposeActions::withSelected(std::function<void(const Source&)> then)
{
    const std::vector<EventId> selected = m_window.list().table().selectedEvents();
    if (selected.size() != 1)
        return;
    m_stop = StopSource();
    EventReader& reader = m_window.workbench().reader();
    reader.run(m_stop.token(), [this, &reader, id = selected.front(), then = std::move(then), post = m_jobs.poster()] {
        auto source = std::make_shared<Source>();
        Result<EventDetail> event = wholeEvent(reader, id);
        if (!event.ok()) {
            post([this, error = event.error()] { m_window.status().showProblem(error.text); });
            return;
        }
        source->event = std::move(event).value();
        const Result<QByteArray> target = reader.settingNow(targetKey(source->event.row.endpoint));
        source->target = target.ok() ? *target : QByteArray();
        post([source, then] { then(*source); });
    });
}

void ComposeActions::askTarget(const QByteArray& endpoint, std::function<void(const QByteArray&)> then)
{
    auto* dialog = new QDialog(&m_window);
    dialog->setObjectName(QStringLiteral("targetDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Resend"));
    auto* text = new PlainLabel(tr("Where should events of %1 be sent? Creel remembers it for this endpoint.")
                                    .arg(toVisible(toText(endpoint), 200)),
        dialog);
    text->setWordWrap(true);
    auto* url = new QLineEdit(QStringLiteral("http://localhost:3000"), dialog);
    url->setObjectName(QStringLiteral("targetUrl"));
    url->setAccessibleName(tr("Address to send to"));
    url->setFont(wireFont());
    url->setMinimumWidth(420);
    auto* note = new PlainLabel(tr("Without a path, each event keeps its own."), dialog);
    note->setProperty("kind", QStringLiteral("secondary"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton* send = buttons->addButton(tr("Continue"), QDialogButtonBox::AcceptRole);
    send->setProperty("kind", QStringLiteral("accent"));
    const auto refresh = [url, note, send] {
        const auto target = Target::parse(url->text().trimmed().toUtf8());
        send->setEnabled(target.ok());
        note->setText(target.ok() ? tr("Without a path, each event keeps its own.") : target.error().text);
    };
    connect(url, &QLineEdit::textChanged, dialog, refresh);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, url, endpoint, then = std::move(then)] {
        const QByteArray target = url->text().trimmed().toUtf8();
        if (!m_window.workbench().workspace().isReadOnly())
            m_window.workbench().writer().setSetting(targetKey(endpoint), target);
        then(target);
    });
    auto* layout = new QVBoxLayout(dialog);
    for (QWidget* widget : {static_cast<QWidget*>(text), static_cast<QWidget*>(url), static_cast<QWidget*>(note),
             static_cast<QWidget*>(buttons)})
        layout->addWidget(widget);
    url->selectAll();
    dialog->open();
}

void ComposeActions::resend()
{
    withSelected([this](const Source& source) {
        if (!source.target.isEmpty())
            return sendAsItWas(source.event, source.target);
        askTarget(source.event.row.endpoint,
            [this, event = source.event](const QByteArray& target) { sendAsItWas(event, target); });
    });
}

void ComposeActions::sendAsItWas(const EventDetail& event, const QByteArray& target)
{
    DeliveryJob job;
    job.event = event.row.id;
    job.make = [event, target]() -> Result<BuiltRequest> {
        const Result<Draft> draft = draftFromEvent(event, target);
        return draft.ok() ? buildRequest(*draft, BuildContext()) : Result<BuiltRequest>(draft.error());
    };
    m_window.status().showMessage(tr("Sending event %1\u2026").arg(event.row.id.v));
    m_queue.add(std::move(job), [this, id = event.row.id](const DeliveryRecord& record) {
        const Outcome outcome = record.result ? outcomeOf(*record.result, record.attempt) : Outcome();
        const QString number = QString::number(id.v);
        if (!outcome.error.isEmpty())
            m_window.status().showProblem(outcome.error);
        else
            m_window.status().showMessage(
                tr("Event %1 was sent to %2: status %3 after %4")
                    .arg(number, toVisible(toText(record.url), 120), QString::number(outcome.status),
                        durationText(outcome.timings.totalUs)));
        emit delivered();
    });
}

void ComposeActions::editAndResend()
{
    withSelected([this](const Source& source) {
        const auto open = [this, event = source.event](const QByteArray& target) {
            const Result<Draft> draft = draftFromEvent(event, target);
            if (!draft.ok())
                return m_window.status().showProblem(draft.error().text);
            m_pane->setDraft(*draft, event.row.id);
            showPane();
        };
        if (source.target.isEmpty())
            askTarget(source.event.row.endpoint, open);
        else
            open(source.target);
    });
}

} // namespace creel
