#include "desktop/compose/ResendActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "delivery/RequestBuilder.h"
#include "delivery/Target.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/Outcome.h"
#include "desktop/event/EventPane.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventText.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/theme/Theme.h"
#include "exchange/Exporter.h"
#include "signature/Scheme.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QProgressDialog>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace creel
{
namespace
{

QByteArray targetKey(const QByteArray& endpoint)
{
    return "target:" + endpoint;
}

/** What signs an endpoint's events again. */
struct Key {
    std::shared_ptr<const Scheme> scheme;
    std::shared_ptr<const SecretBytes> secret;
    SchemeSettings settings;
};

} // namespace

/** Events on their way, one at a time: a million of them wait as ids, not as requests. */
struct ResendActions::Run {
    std::vector<EventId> ids;
    ReplayMode mode = ReplayMode::AsItWas;
    bool ask = false; ///< for the address, also where one is known
    std::size_t next = 0;
    QMap<QByteArray, QByteArray> targets; ///< by endpoint
    QMap<QByteArray, Key> keys;
    qint64 good = 0; ///< answered below 400
    qint64 bad = 0; ///< answered otherwise
    qint64 failed = 0; ///< not answered or not sent
    QString lastProblem;
    QString lastMessage;
    quint64 delivery = 0; ///< number in the queue, 0: none
    StopSource stop;
    std::unique_ptr<QProgressDialog> progress;
};

ResendActions::ResendActions(MainWindow& window, DeliveryQueue& queue, ComposePane& pane)
    : QObject(&window)
    , m_window(window)
    , m_queue(queue)
    , m_pane(pane)
{
    addCommands();
    addButtons();
}

ResendActions::~ResendActions() = default;

void ResendActions::addCommands()
{
    ActionRegistry& actions = m_window.actions();
    EventTable* table = &m_window.list().table();
    std::vector<QAction*> many;
    const auto add = [&](const char* key, const QString& title, const char* keys, std::function<void()> run) {
        Command command;
        command.key = key;
        command.title = title;
        command.place = MenuPlace::Event;
        if (*keys != 0)
            command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
        command.scope = table;
        command.separatorBefore = QByteArrayView(key) == "event.resend";
        command.run = std::move(run);
        return actions.add(command);
    };
    many.push_back(add("event.resend", tr("&Resend"), "R", [this] { resend(ReplayMode::AsItWas); }));
    many.push_back(
        add("event.resendSigned", tr("Resend &signed again"), "Alt+R", [this] { resend(ReplayMode::Resigned); }));
    many.push_back(add("event.resendElsewhere", tr("Resend &to\u2026"), "", [this] { resendElsewhere(); }));
    QAction* edit = add("event.editAndResend", tr("&Edit and resend"), "Shift+R", [this] { editAndResend(); });
    const auto refresh = [table, many, edit] {
        for (QAction* action : many)
            action->setEnabled(table->selectedCount() > 0);
        edit->setEnabled(table->selectedCount() == 1);
    };
    connect(table, &EventTable::eventsSelected, this, refresh);
    refresh();
}

void ResendActions::addButtons()
{
    const ActionRegistry& actions = m_window.actions();
    const auto button = [this](const QString& text, const QString& name, const QString& tip, auto clicked) {
        auto* made = new QPushButton(text, &m_window);
        made->setObjectName(name);
        made->setToolTip(plainToolTip(tip));
        connect(made, &QPushButton::clicked, this, clicked);
        return made;
    };
    auto* again = new QPushButton(tr("Resend"), &m_window);
    again->setObjectName(QStringLiteral("resendButton"));
    again->setToolTip(plainToolTip(tr("Send the event again (R)")));
    auto* menu = new QMenu(again);
    for (const char* key : {"event.resend", "event.resendSigned", "event.resendElsewhere"})
        menu->addAction(actions.find(key));
    again->setMenu(menu);
    QHBoxLayout* area = m_window.detail().eventPane().actionArea();
    area->addWidget(button(tr("Edit and resend"), QStringLiteral("editAndResendButton"),
        tr("Make a draft of the event (Shift+R)"), [this] { editAndResend(); }));
    area->addWidget(again);
    m_window.detail().addManyAction(button(tr("Resend"), QStringLiteral("resendMany"),
        tr("Send the events again as they were, one after the other"), [this] { resend(ReplayMode::AsItWas); }));
    m_window.detail().addManyAction(button(tr("Resend signed again"), QStringLiteral("resignMany"),
        tr("Send the events again with a fresh timestamp and signature"), [this] { resend(ReplayMode::Resigned); }));
}

void ResendActions::load(EventId id, const StopToken& stop, std::function<void(const Result<Source>&)> then)
{
    EventReader& reader = m_window.workbench().reader();
    reader.run(stop, [&reader, id, stop, then = std::move(then), post = m_jobs.poster()] {
        const auto answer = [&](Result<Source> source) {
            post([source = std::move(source), stop, then] {
                if (!stop.stopRequested())
                    then(source);
            });
        };
        Result<EventDetail> event = wholeEvent(reader, id);
        if (!event.ok())
            return answer(event.error());
        Source source;
        source.event = std::move(event).value();
        const Result<QByteArray> target = reader.settingNow(targetKey(source.event.row.endpoint));
        source.target = target.ok() ? *target : QByteArray();
        answer(std::move(source));
    });
}

void ResendActions::askTarget(const QByteArray& endpoint, const QByteArray& before,
    std::function<void(const QByteArray&)> then, std::function<void()> otherwise)
{
    auto* dialog = new QDialog(&m_window);
    dialog->setObjectName(QStringLiteral("targetDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Resend"));
    auto* text = new PlainLabel(tr("Where should events of %1 be sent? Creel remembers it for this endpoint.")
                                    .arg(toVisible(toText(endpoint), 200)),
        dialog);
    text->setWordWrap(true);
    auto* url = new QLineEdit(before.isEmpty() ? QStringLiteral("http://localhost:3000") : toText(before), dialog);
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
    connect(dialog, &QDialog::rejected, this, std::move(otherwise));
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

void ResendActions::resend(ReplayMode mode)
{
    start(mode, false);
}

void ResendActions::resendElsewhere()
{
    start(ReplayMode::AsItWas, true);
}

void ResendActions::start(ReplayMode mode, bool ask)
{
    std::vector<EventId> ids = m_window.list().table().selectedEvents();
    if (ids.empty() || m_run)
        return;
    std::sort(ids.begin(), ids.end(), [](EventId a, EventId b) { return a.v < b.v; }); // as they came
    m_run = std::make_unique<Run>();
    m_run->ids = std::move(ids);
    m_run->mode = mode;
    m_run->ask = ask;
    next();
}

/** Once the address is known: nothing stands in front of the question for it. */
void ResendActions::showProgress()
{
    if (m_run->ids.size() == 1)
        return;
    if (!m_run->progress) {
        m_run->progress = std::make_unique<QProgressDialog>(&m_window);
        QProgressDialog& progress = *m_run->progress;
        progress.setWindowTitle(tr("Resend"));
        progress.setRange(0, int(m_run->ids.size()));
        progress.setMinimumDuration(300);
        progress.setAutoReset(false);
        progress.setAutoClose(false);
        connect(&progress, &QProgressDialog::canceled, this, [this] {
            if (m_run->delivery != 0)
                m_queue.cancel(m_run->delivery);
            finish();
        });
    }
    m_run->progress->setLabelText(
        tr("Sending %1 of %2 events")
            .arg(localizedNumber(qint64(m_run->next)), localizedNumber(qint64(m_run->ids.size()))));
    m_run->progress->setValue(int(m_run->next) - 1);
}

void ResendActions::next()
{
    if (m_run->stop.token().stopRequested() || m_run->next == m_run->ids.size())
        return finish();
    const EventId id = m_run->ids[m_run->next++];
    load(id, m_run->stop.token(), [this](const Result<Source>& source) {
        if (!source.ok())
            return skip(source.error().text);
        withTarget(std::make_shared<Source>(*source));
    });
}

void ResendActions::withTarget(const std::shared_ptr<Source>& source)
{
    const QByteArray endpoint = source->event.row.endpoint;
    if (const auto known = m_run->targets.constFind(endpoint); known != m_run->targets.cend())
        source->target = *known;
    else if (m_run->ask || source->target.isEmpty())
        return askTarget(
            endpoint, source->target,
            [this, source, endpoint, stop = m_run->stop.token()](const QByteArray& target) {
                if (stop.stopRequested())
                    return;
                m_run->targets.insert(endpoint, target);
                withTarget(source);
            },
            [this, stop = m_run->stop.token()] {
                if (!stop.stopRequested())
                    finish();
            });
    if (m_run->mode == ReplayMode::Resigned)
        withSecret(source);
    else
        send(source);
}

void ResendActions::withSecret(const std::shared_ptr<Source>& source)
{
    const QByteArray path = source->event.row.endpoint;
    if (m_run->keys.contains(path))
        return send(source);
    const auto endpoints = m_window.workbench().workspace().endpoints();
    const auto endpoint =
        std::find_if(endpoints->begin(), endpoints->end(), [&path](const Endpoint& one) { return one.path == path; });
    const auto scheme = endpoint == endpoints->end() ? nullptr : m_window.workbench().catalog()->find(endpoint->scheme);
    const QString shown = toVisible(toText(path), 100);
    if (!scheme || endpoint->secrets.empty())
        return skip(tr("%1 has no scheme with a secret to sign by. Add them to the endpoint first.").arg(shown));
    const auto secret = std::find_if(endpoint->secrets.begin(), endpoint->secrets.end(),
        [](const SecretRef& one) { return one.publicKey.isEmpty(); });
    if (secret == endpoint->secrets.end())
        return skip(tr("Only %1 itself can sign its events: the key is private. Edit and resend signs with a key of "
                       "your own.")
                        .arg(toVisible(scheme->name, 80)));
    m_window.workbench().secrets().read(m_window.workbench().workspace().uuid(), secret->id,
        [self = QPointer<ResendActions>(this), stop = m_run->stop.token(), source, path, scheme,
            settings = endpoint->settings](Result<SecretBytes> value) {
            if (!self || stop.stopRequested())
                return;
            if (!value.ok())
                return self->skip(value.error().text);
            self->m_run->keys.insert(
                path, Key{scheme, std::make_shared<const SecretBytes>(std::move(value).value()), settings});
            self->send(source);
        });
}

void ResendActions::send(const std::shared_ptr<Source>& source)
{
    showProgress();
    const Key key = m_run->keys.value(source->event.row.endpoint);
    const auto make = [source, key, now = m_window.workbench().clock().nowUs()]() -> Result<BuiltRequest> {
        Result<Draft> draft = draftFromEvent(source->event, source->target);
        if (!draft.ok())
            return draft.error();
        BuildContext context;
        context.nowUs = now;
        if (key.scheme) {
            stripSignature(*draft, *key.scheme);
            draft->scheme = key.scheme->id;
            draft->settings = key.settings;
            context.scheme = key.scheme;
            context.secret = key.secret.get();
        }
        return buildRequest(*draft, context);
    };
    m_jobs.run(m_run->stop.token(), make, [this, id = source->event.row.id](const Result<BuiltRequest>& built) {
        if (!built.ok())
            return skip(built.error().text);
        DeliveryJob job;
        job.event = id;
        job.make = [built = *built] { return Result<BuiltRequest>(built); };
        if (m_run->ids.size() == 1)
            m_window.status().showMessage(tr("Sending event %1\u2026").arg(id.v));
        const auto done = [this, stop = m_run->stop.token()](const DeliveryRecord& record) {
            if (!stop.stopRequested())
                ended(record);
        };
        m_run->delivery = m_queue.add(std::move(job), done);
    });
}

void ResendActions::ended(const DeliveryRecord& record)
{
    m_run->delivery = 0;
    const Outcome outcome = record.result ? outcomeOf(*record.result, record.attempt) : Outcome();
    if (!outcome.error.isEmpty() || outcome.status == 0) {
        ++m_run->failed;
        m_run->lastProblem = outcome.error;
    } else {
        ++(outcome.status < 400 ? m_run->good : m_run->bad);
        m_run->lastMessage =
            tr("Event %1 was sent to %2: status %3 after %4")
                .arg(QString::number(record.event ? record.event->v : 0), toVisible(toText(record.url), 120),
                    QString::number(outcome.status), durationText(outcome.timings.totalUs));
    }
    emit delivered();
    next();
}

void ResendActions::skip(const QString& reason)
{
    ++m_run->failed;
    m_run->lastProblem = reason;
    next();
}

void ResendActions::finish()
{
    const std::unique_ptr<Run> run = std::move(m_run);
    run->stop.stop();
    if (run->progress) { // whose signal this may be
        run->progress->hide();
        run->progress.release()->deleteLater();
    }
    if (run->ids.size() == 1) {
        if (!run->lastProblem.isEmpty())
            m_window.status().showProblem(run->lastProblem);
        else if (!run->lastMessage.isEmpty())
            m_window.status().showMessage(run->lastMessage);
        return;
    }
    const QString text = tr("%1 of %2 events sent: %3 with a status below 400, %4 with another, %5 failed")
                             .arg(localizedNumber(run->good + run->bad), localizedNumber(qint64(run->ids.size())),
                                 localizedNumber(run->good), localizedNumber(run->bad), localizedNumber(run->failed));
    if (run->lastProblem.isEmpty())
        m_window.status().showMessage(text);
    else
        m_window.status().showProblem(tr("%1. The last problem: %2").arg(text, run->lastProblem));
}

void ResendActions::editAndResend()
{
    const std::vector<EventId> selected = m_window.list().table().selectedEvents();
    if (selected.size() != 1)
        return;
    m_stop = StopSource();
    load(selected.front(), m_stop.token(), [this](const Result<Source>& source) {
        if (!source.ok())
            return m_window.status().showProblem(source.error().text);
        const auto open = [this, event = source->event](const QByteArray& target) {
            const Result<Draft> draft = draftFromEvent(event, target);
            if (!draft.ok())
                return m_window.status().showProblem(draft.error().text);
            m_pane.setDraft(*draft, event.row.id);
            m_window.showDetail(&m_pane);
        };
        if (source->target.isEmpty())
            askTarget(source->event.row.endpoint, {}, open, [] {});
        else
            open(source->target);
    });
}

} // namespace creel
