#include "desktop/compose/ComposePane.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "delivery/RequestBuilder.h"
#include "delivery/Sample.h"
#include "desktop/PlainText.h"
#include "desktop/compose/BodyEditor.h"
#include "desktop/compose/DeliveriesView.h"
#include "desktop/compose/FieldsEditor.h"
#include "desktop/compose/OptionsPanel.h"
#include "desktop/compose/Outcome.h"
#include "desktop/compose/ResultView.h"
#include "desktop/compose/SigningPanel.h"
#include "desktop/event/BytesView.h"
#include "desktop/theme/Theme.h"
#include "signature/Scheme.h"
#include "ui_ComposePane.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>

#include <utility>

namespace creel
{
namespace
{

constexpr qint64 largestDraftBody = 256LL * 1024 * 1024;

QByteArray typed(const QString& text)
{
    return text.trimmed().toUtf8();
}

QString nameOf(const Draft& draft)
{
    QString url = toText(draft.url);
    url = url.mid(url.indexOf(QLatin1String("://")) < 0 ? 0 : url.indexOf(QLatin1String("://")) + 3);
    return QStringLiteral("%1 %2").arg(toText(draft.method), url).left(120);
}

} // namespace

ComposePane::ComposePane(Workbench& workbench, DeliveryQueue& queue, DeliveryStore& store, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_queue(queue)
    , m_store(store)
    , m_ui(std::make_unique<::Ui::ComposePane>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    for (const char* method : {"POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
        m_ui->method->addItem(QString::fromLatin1(method));
    m_ui->method->setInsertPolicy(QComboBox::NoInsert);
    m_ui->method->lineEdit()->setAccessibleName(tr("Method"));
    m_ui->method->setFont(wireFont());
    m_ui->url->setFont(wireFont());
    m_ui->send->setToolTip(plainToolTip(tr("Send (Ctrl+Enter)")));
    m_result = new ResultView(this);
    makeTabs();
    makeHistoryButton();
    m_ui->splitter->addWidget(m_result);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 1);
    m_previewLater.setSingleShot(true);
    m_previewLater.setInterval(120);
    m_saveLater.setSingleShot(true);
    m_saveLater.setInterval(1000);
    connect(&m_previewLater, &QTimer::timeout, this, &ComposePane::preview);
    connect(&m_saveLater, &QTimer::timeout, this, &ComposePane::saveNow);
    connect(m_ui->method, &QComboBox::currentTextChanged, this, &ComposePane::changed);
    connect(m_ui->url, &QLineEdit::textChanged, this, &ComposePane::changed);
    connect(m_ui->url, &QLineEdit::returnPressed, this, &ComposePane::send);
    connect(m_ui->send, &QPushButton::clicked, this, &ComposePane::send);
    connect(m_ui->close, &QPushButton::clicked, this, &ComposePane::closeWanted);
    connect(m_result, &ResultView::cancelWanted, this, &ComposePane::cancel);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == WireTab)
            preview();
    });
    show(Draft());
}

ComposePane::~ComposePane() = default;

void ComposePane::makeTabs()
{
    m_body = new BodyEditor(this);
    m_fields = new FieldsEditor(this);
    m_signing = new SigningPanel(m_workbench, this);
    m_options = new OptionsPanel(this);
    auto* wire = new QWidget(this);
    auto* layout = new QVBoxLayout(wire);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_wireNote = new PlainLabel(wire);
    m_wireNote->setObjectName(QStringLiteral("wireNote"));
    m_wireNote->setWordWrap(true);
    m_wireNote->setContentsMargins(14, 8, 14, 8);
    m_wireNote->setProperty("kind", QStringLiteral("secondary"));
    m_wire = new BytesView(wire);
    m_wire->setObjectName(QStringLiteral("wireBytes"));
    m_wire->setAccessibleName(tr("Bytes on the wire"));
    layout->addWidget(m_wireNote);
    layout->addWidget(m_wire, 1);
    m_deliveries = new DeliveriesView(m_workbench.workspace(), m_store, *m_result, this);
    for (QWidget* page :
        {static_cast<QWidget*>(m_body), static_cast<QWidget*>(m_fields), static_cast<QWidget*>(m_signing),
            static_cast<QWidget*>(m_options), wire, static_cast<QWidget*>(m_deliveries)})
        m_ui->tabs->addTab(page, QString());
    connect(this, &ComposePane::sent, m_deliveries, &DeliveriesView::refreshSoon);
    m_ui->tabs->tabBar()->setElideMode(Qt::ElideRight);
    m_ui->tabs->setUsesScrollButtons(false);
    makeBodyActions();
    connect(m_body, &BodyEditor::changed, this, &ComposePane::changed);
    connect(m_body, &BodyEditor::fileWanted, this, &ComposePane::takeFile);
    connect(&m_fields->model(), &DraftFieldsModel::edited, this, &ComposePane::changed);
    connect(m_signing, &SigningPanel::changed, this, &ComposePane::changed);
    connect(m_options, &OptionsPanel::changed, this, &ComposePane::changed);
}

void ComposePane::makeBodyActions()
{
    QHBoxLayout* actions = m_body->actionArea();
    auto* sample = new QPushButton(tr("Sample"), this);
    sample->setObjectName(QStringLiteral("composeSample"));
    sample->setAccessibleName(tr("Start from a provider\u2019s sample event"));
    sample->setToolTip(plainToolTip(tr("Start from a provider\u2019s sample event")));
    auto* menu = new QMenu(sample);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        if (!menu->isEmpty())
            return;
        const SampleCatalog samples;
        for (const Sample& one : samples.all())
            menu->addAction(plainMenuText(one.name), this, [this, id = one.id] { emit sampleWanted(id); });
    });
    sample->setMenu(menu);
    m_variablesButton = new QPushButton(this);
    auto* variables = new QMenu(m_variablesButton);
    m_replaceVariables = variables->addAction(tr("Replace {{name}} by its value"));
    m_replaceVariables->setObjectName(QStringLiteral("composeVariables"));
    m_replaceVariables->setCheckable(true);
    variables->addAction(tr("Edit variables\u2026"), this, &ComposePane::variablesWanted);
    m_variablesButton->setMenu(variables);
    m_variablesButton->setAccessibleName(tr("Variables in the request"));
    actions->insertWidget(0, sample);
    actions->addStretch(1);
    actions->addWidget(m_variablesButton);
    connect(m_replaceVariables, &QAction::toggled, this, [this](bool on) {
        m_body->setVariablesShown(on);
        updateTitles();
        changed();
    });
}

/** Beside the result: earlier states of the draft. */
void ComposePane::makeHistoryButton()
{
    m_history = new QPushButton(tr("History"), this);
    m_history->setObjectName(QStringLiteral("draftHistory"));
    m_history->setAccessibleName(tr("Earlier states of the draft"));
    m_result->actionArea()->addWidget(m_history);
    connect(m_history, &QPushButton::clicked, this, [this] {
        saveNow();
        emit historyWanted(m_history);
    });
}

void ComposePane::setVariables(const QMap<QByteArray, QByteArray>& values)
{
    if (m_variables == values)
        return;
    m_variables = values;
    m_preview.reset();
    m_previewLater.start();
}

void ComposePane::updateTitles()
{
    const QString scheme = m_signing->schemeName();
    m_ui->tabs->setTabText(BodyTab, tr("Body"));
    m_variablesButton->setText(m_replaceVariables->isChecked() ? tr("Variables") : tr("Variables off"));
    m_ui->tabs->setTabText(HeadersTab, tr("Headers %1").arg(QLocale().toString(m_fields->model().sentCount())));
    m_ui->tabs->setTabText(
        SignatureTab, scheme.isEmpty() ? tr("Signature") : tr("Signature: %1").arg(plainMenuText(scheme)));
    m_ui->tabs->setTabText(OptionsTab, tr("Options"));
    m_ui->tabs->setTabText(WireTab, tr("On the wire"));
    m_ui->tabs->setTabText(DeliveriesTab, tr("Deliveries"));
}

void ComposePane::setCurrentTab(Tab tab)
{
    m_ui->tabs->setCurrentIndex(tab);
}

void ComposePane::focusUrl()
{
    m_ui->url->setFocus();
    m_ui->url->selectAll();
}

void ComposePane::show(const Draft& draft)
{
    ++m_shown;
    m_showing = true;
    m_base = draft;
    m_base.body.clear();
    m_ui->method->setCurrentText(toText(draft.method));
    m_ui->url->setText(toText(draft.url));
    m_body->setBody(draft.body);
    m_body->setVariablesShown(draft.variables);
    m_replaceVariables->setChecked(draft.variables);
    m_fields->model().setDraft(draft);
    m_signing->setDraft(draft);
    m_options->setDraft(draft);
    m_history->setEnabled(m_id.isValid());
    m_result->clear();
    m_showing = false;
    m_unsaved = false;
    m_saveLater.stop();
    preview();
}

void ComposePane::startNew()
{
    saveNow();
    m_id = DraftId();
    m_event.reset();
    m_folder.clear();
    m_position = 0;
    Draft draft;
    draft.fields.push_back({"Content-Type", "application/json"});
    show(draft);
}

void ComposePane::setDraft(const Draft& draft, std::optional<EventId> event)
{
    saveNow();
    m_id = DraftId();
    m_folder.clear();
    m_position = 0;
    m_event = event;
    show(draft);
}

void ComposePane::setStored(const StoredDraft& stored, const Draft& draft)
{
    saveNow();
    m_id = stored.id;
    m_folder = stored.folder;
    m_position = stored.position;
    m_event.reset();
    show(draft);
    if (stored.name != nameOf(draft))
        m_base.name = stored.name; // that the user gave it
}

void ComposePane::forgetStored()
{
    m_id = DraftId();
    m_history->setEnabled(false);
    m_unsaved = false;
    m_saveLater.stop();
}

void ComposePane::takePlace(const StoredDraft& stored)
{
    if (stored.id != m_id)
        return;
    m_folder = stored.folder;
    m_base.name = stored.name;
}

Draft ComposePane::draft() const
{
    Draft draft = m_base;
    draft.method = typed(m_ui->method->currentText());
    draft.url = typed(m_ui->url->text());
    draft.body = m_body->body();
    m_fields->model().writeTo(draft);
    m_signing->writeTo(draft);
    m_options->writeTo(draft);
    draft.variables = m_replaceVariables->isChecked();
    return draft;
}

void ComposePane::changed()
{
    if (m_showing)
        return;
    m_preview.reset();
    m_previewLater.start();
    m_unsaved = true;
    m_saveLater.start();
    updateTitles();
}

void ComposePane::build(std::function<void(Result<BuiltRequest>)> done)
{
    const auto scheme = m_workbench.catalog()->find(draft().scheme);
    const qint64 now = m_signing->timeUs().value_or(m_workbench.clock().nowUs());
    m_previewStop = StopSource();
    const auto work = [draft = draft(), scheme, now, secret = m_signing->secret(), variables = m_variables,
                          problem = m_body->problem()]() -> Result<BuiltRequest> {
        if (!problem.isEmpty())
            return Error{ErrorCode::Invalid, problem};
        BuildContext context;
        context.variables = variables;
        context.scheme = scheme;
        context.secret = secret.get();
        context.nowUs = now;
        return buildRequest(draft, context);
    };
    m_jobs.run(m_previewStop.token(), work, std::move(done));
}

void ComposePane::preview()
{
    m_previewLater.stop();
    if (m_building)
        return;
    updateTitles();
    build([this](const Result<BuiltRequest>& built) { showPreview(built); });
}

void ComposePane::showPreview(const Result<BuiltRequest>& built)
{
    m_preview.reset();
    if (!built.ok()) {
        m_wireNote->setText(toVisible(built.error().text, 1000));
        m_wire->setBytes({}, BytesView::Mode::Text);
        return;
    }
    m_preview = Preview{*built, m_workbench.clock().nowUs()};
    std::vector<BytesView::Range> ranges;
    qsizetype offset = 0;
    for (const BuiltLine& line : built->lines) {
        if (line.origin == BuiltLine::Origin::Creel)
            ranges.push_back({offset, line.bytes.size(), ColorRole::AccentTint});
        else if (line.origin == BuiltLine::Origin::Signature)
            ranges.push_back({offset, line.bytes.size(), ColorRole::ValidTint});
        offset += line.bytes.size() + 2;
    }
    QString note = tr("Exactly these bytes are sent. Tinted lines are set by Creel or by the signature.");
    if (!built->unknownVariables.isEmpty())
        note = tr("Unknown variables are sent as they stand: %1")
                   .arg(toVisible(toText(built->unknownVariables.join(", ")), 200));
    m_wireNote->setText(note);
    m_wire->setBytes(built->request.head + built->request.body, BytesView::Mode::Text);
    m_wire->setHighlights(std::move(ranges));
    m_fields->model().setBuilt(built->lines);
    updateTitles();
}

void ComposePane::send()
{
    if (m_building || m_sending != 0)
        return;
    const bool inSight = m_ui->tabs->currentIndex() == WireTab && !m_previewLater.isActive();
    if (inSight && m_preview && m_workbench.clock().nowUs() - m_preview->madeAtUs < builtFreshUs) {
        deliver(m_preview->request);
        return;
    }
    m_previewLater.stop();
    m_building = true;
    m_ui->send->setEnabled(false);
    build([this](const Result<BuiltRequest>& built) {
        m_building = false;
        m_ui->send->setEnabled(true);
        showPreview(built);
        if (built.ok())
            deliver(*built);
        else
            m_result->showProblem(built.error().text);
    });
}

void ComposePane::deliver(BuiltRequest built)
{
    saveNow();
    DeliveryJob job;
    job.event = m_event;
    if (m_id.isValid())
        job.draft = m_id;
    job.make = [built = std::move(built)] { return Result<BuiltRequest>(built); };
    m_result->showSending();
    m_deliveries->forgetChoice();
    m_ui->send->setEnabled(false);
    m_sending = m_queue.add(
        std::move(job), [self = QPointer<ComposePane>(this), shown = m_shown](const DeliveryRecord& record) {
            if (!self)
                return;
            self->m_sending = 0;
            self->m_ui->send->setEnabled(true);
            self->giveRoom();
            if (shown == self->m_shown && record.result)
                self->m_result->showOutcome(outcomeOf(*record.result, record.attempt));
            emit self->sent();
        });
}

/** The first answer gets half of the pane, unless the user has given it more. */
void ComposePane::giveRoom()
{
    const QList<int> sizes = m_ui->splitter->sizes();
    if (std::exchange(m_roomGiven, true) || sizes[1] > sizes[0])
        return;
    const int half = (sizes[0] + sizes[1]) / 2;
    m_ui->splitter->setSizes({half, half});
}

void ComposePane::cancel()
{
    if (m_sending != 0)
        m_queue.cancel(m_sending);
}

void ComposePane::saveNow()
{
    if (!m_unsaved || m_workbench.workspace().isReadOnly())
        return;
    if (m_saving) { // its id is not known yet
        m_saveLater.start();
        return;
    }
    m_saveLater.stop();
    m_unsaved = false;
    m_saving = !m_id.isValid();
    Draft content = draft();
    StoredDraft stored;
    stored.id = m_id;
    stored.folder = m_folder;
    stored.position = m_position;
    stored.name = content.name.isEmpty() ? nameOf(content) : content.name;
    stored.body = std::exchange(content.body, {});
    stored.content = QJsonDocument(toJson(content)).toJson(QJsonDocument::Compact);
    m_store.saveDraft(
        std::move(stored), [post = m_jobs.poster(), this, shown = m_shown](const Result<StoredDraft>& result) {
            post([this, result, shown] {
                m_saving = false;
                if (!result.ok()) {
                    emit problem(result.error().text);
                    return;
                }
                if (shown == m_shown) {
                    m_id = result->id;
                    m_history->setEnabled(true);
                }
                emit saved();
            });
        });
}

void ComposePane::takeFile()
{
    auto* dialog = new QFileDialog(this, tr("Take the body from a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
        m_fileStop = StopSource();
        const auto read = [name]() -> Result<QByteArray> {
            QFile file(name);
            if (!file.open(QIODevice::ReadOnly))
                return Error{ErrorCode::Io, tr("%1 can't be read: %2").arg(name, file.errorString())};
            if (file.size() > largestDraftBody)
                return Error{ErrorCode::Invalid, tr("%1 is larger than 256 MB.").arg(name)};
            return file.readAll();
        };
        m_jobs.run(m_fileStop.token(), read, [this](const Result<QByteArray>& body) {
            if (!body.ok()) {
                emit problem(body.error().text);
                return;
            }
            m_body->setBody(*body);
            changed();
        });
    });
    dialog->open();
}

} // namespace creel
