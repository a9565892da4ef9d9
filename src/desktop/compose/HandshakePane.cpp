#include "desktop/compose/HandshakePane.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "delivery/RequestBuilder.h"
#include "desktop/PlainText.h"
#include "desktop/compose/Outcome.h"
#include "desktop/compose/ResultView.h"
#include "desktop/compose/SecretChooser.h"
#include "desktop/event/BytesView.h"
#include "desktop/theme/Theme.h"
#include "signature/Scheme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QTabWidget>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace creel
{
namespace
{

HandshakeContext contextOf(const QByteArray& url, const QMap<QByteArray, QByteArray>& settings,
    const std::shared_ptr<const SecretBytes>& secret)
{
    HandshakeContext context;
    context.url = url;
    context.settings = settings;
    if (secret)
        context.secret = secret->clone();
    return context;
}

/** The challenge as a draft, so that it is signed and written as any request. */
Draft draftOf(const HandshakePlay& play, const std::shared_ptr<const Scheme>& scheme,
    const QMap<QByteArray, QByteArray>& settings)
{
    Draft draft;
    draft.method = play.method;
    draft.url = play.url;
    for (const HeaderField& field : play.headers)
        draft.fields.push_back({field.name, field.value});
    draft.body = play.body;
    draft.variables = false;
    draft.sending.keepAlive = false;
    if (play.sign && scheme) {
        draft.scheme = scheme->id;
        draft.settings = settings;
    }
    return draft;
}

} // namespace

HandshakePane::HandshakePane(Workbench& workbench, DeliveryQueue& queue, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_queue(queue)
    , m_handshake(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_secret(new SecretChooser(workbench, QStringLiteral("handshake"), this))
    , m_note(new PlainLabel(this))
    , m_play(new QPushButton(tr("Play"), this))
    , m_tabs(new QTabWidget(this))
    , m_result(new ResultView(this))
{
    setProperty("kind", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    auto* heading = new PlainLabel(tr("Play a handshake"), this);
    heading->setProperty("kind", QStringLiteral("heading"));
    m_play->setObjectName(QStringLiteral("playHandshake"));
    m_play->setProperty("kind", QStringLiteral("accent"));
    m_play->setToolTip(plainToolTip(tr("Send the challenge (Ctrl+Enter)")));
    auto* close = new QPushButton(tr("Close"), this);
    close->setProperty("kind", QStringLiteral("plain"));
    close->setAccessibleName(tr("Close the handshake"));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(14, 10, 14, 8);
    top->setSpacing(8);
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_play);
    top->addWidget(close);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the challenge"));
    m_tabs->addTab(makeForm(), tr("Handshake"));
    m_tabs->addTab(makeWire(), tr("On the wire"));
    auto* answer = new QWidget(this);
    auto* answerLayout = new QVBoxLayout(answer);
    answerLayout->setContentsMargins(0, 0, 0, 0);
    answerLayout->setSpacing(0);
    m_verdict = new QFrame(answer);
    m_verdict->setObjectName(QStringLiteral("handshakeVerdict"));
    m_verdictTitle = new PlainLabel(m_verdict);
    m_verdictTitle->setObjectName(QStringLiteral("handshakeVerdictTitle"));
    m_verdictTitle->setProperty("kind", QStringLiteral("verdict"));
    m_verdictTitle->setWordWrap(true);
    m_verdictText = new PlainLabel(m_verdict);
    m_verdictText->setObjectName(QStringLiteral("handshakeVerdictText"));
    m_verdictText->setWordWrap(true);
    m_verdictText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* verdictLayout = new QVBoxLayout(m_verdict);
    verdictLayout->setContentsMargins(12, 8, 12, 8);
    verdictLayout->addWidget(m_verdictTitle);
    verdictLayout->addWidget(m_verdictText);
    auto* verdictRow = new QHBoxLayout;
    verdictRow->setContentsMargins(14, 10, 14, 0);
    verdictRow->addWidget(m_verdict);
    m_verdict->hide();
    answerLayout->addLayout(verdictRow);
    answerLayout->addWidget(m_result, 1);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_tabs);
    splitter->addWidget(answer);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(120);
    connect(&m_later, &QTimer::timeout, this, &HandshakePane::preview);
    connect(m_play, &QPushButton::clicked, this, &HandshakePane::play);
    connect(close, &QPushButton::clicked, this, &HandshakePane::closeWanted);
    connect(m_result, &ResultView::cancelWanted, this, &HandshakePane::cancel);
    connect(m_handshake, &QComboBox::currentIndexChanged, this, &HandshakePane::chosen);
    connect(m_url, &QLineEdit::textChanged, this, &HandshakePane::changed);
    connect(m_url, &QLineEdit::returnPressed, this, &HandshakePane::play);
    connect(m_secret, &SecretChooser::changed, this, &HandshakePane::changed);
}

HandshakePane::~HandshakePane() = default;

QWidget* HandshakePane::makeForm()
{
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setProperty("kind", QStringLiteral("surface"));
    content->setAttribute(Qt::WA_StyledBackground);
    m_handshake->setObjectName(QStringLiteral("handshakeChoice"));
    m_handshake->setAccessibleName(tr("Handshake"));
    m_handshake->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_handshake->setMinimumContentsLength(20);
    m_url->setObjectName(QStringLiteral("handshakeUrl"));
    m_url->setAccessibleName(tr("Address that is to answer"));
    m_url->setFont(wireFont());
    m_url->setPlaceholderText(QStringLiteral("http://localhost:3000/webhooks"));
    m_note->setProperty("kind", QStringLiteral("secondary"));
    m_note->setWordWrap(true);
    m_form = new QFormLayout(content);
    m_form->setContentsMargins(14, 14, 14, 14);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(new PlainLabel(tr("Handshake"), this), m_handshake);
    m_form->addRow(new PlainLabel(tr("Address"), this), m_url);
    m_form->addRow(new PlainLabel(tr("Secret"), this), m_secret);
    m_form->addRow(m_note);
    area->setWidget(content);
    return area;
}

QWidget* HandshakePane::makeWire()
{
    auto* wire = new QWidget(this);
    auto* layout = new QVBoxLayout(wire);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_wireNote = new PlainLabel(wire);
    m_wireNote->setWordWrap(true);
    m_wireNote->setContentsMargins(14, 8, 14, 8);
    m_wireNote->setProperty("kind", QStringLiteral("secondary"));
    m_wire = new BytesView(wire);
    m_wire->setObjectName(QStringLiteral("handshakeBytes"));
    m_wire->setAccessibleName(tr("Bytes on the wire"));
    layout->addWidget(m_wireNote);
    layout->addWidget(m_wire, 1);
    return wire;
}

void HandshakePane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fill();
}

/** The descriptions are read when they are first needed, not at the start of the program. */
void HandshakePane::fill()
{
    if (m_catalog)
        return;
    m_catalog = HandshakeCatalog::load();
    m_entries = m_catalog->entries();
    std::sort(m_entries.begin(), m_entries.end(),
        [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
    {
        const QSignalBlocker blocker(m_handshake);
        for (const HandshakeCatalog::Entry& one : m_entries)
            m_handshake->addItem(toVisible(one.name, 100), one.id);
        m_handshake->setCurrentIndex(std::max(m_handshake->findData(m_wanted), 0));
    }
    chosen();
}

void HandshakePane::choose(const QByteArray& handshake)
{
    m_wanted = handshake;
    fill();
    m_handshake->setCurrentIndex(std::max(m_handshake->findData(handshake), 0));
}

void HandshakePane::focusUrl()
{
    m_url->setFocus();
    m_url->selectAll();
}

const HandshakeCatalog::Entry* HandshakePane::entry() const
{
    const int index = m_handshake->currentIndex();
    return index >= 0 && index < int(m_entries.size()) ? &m_entries[std::size_t(index)] : nullptr;
}

/** Another handshake: what it reads of the endpoint's settings has fields of its own. */
void HandshakePane::chosen()
{
    for (const auto& [name, line] : m_settings)
        m_form->removeRow(line);
    m_settings.clear();
    const HandshakeCatalog::Entry* now = entry();
    if (now == nullptr)
        return;
    for (const QByteArray& name : now->settings) {
        const QString shown = toVisible(toText(name), 60);
        auto* line = new QLineEdit(this);
        line->setAccessibleName(shown);
        line->setPlaceholderText(tr("As the endpoint has it"));
        m_form->insertRow(m_form->rowCount() - 1, new PlainLabel(shown, this), line);
        m_settings.emplace_back(name, line);
        connect(line, &QLineEdit::textChanged, this, &HandshakePane::changed);
    }
    m_note->setText(toVisible(now->notes, 600));
    m_verdict->hide();
    m_result->clear();
    changed();
}

void HandshakePane::changed()
{
    m_challenge.reset();
    m_later.start();
}

void HandshakePane::build(std::function<void(const Result<Challenge>&)> done)
{
    const HandshakeCatalog::Entry* now = entry();
    if (now == nullptr)
        return;
    Challenge challenge;
    challenge.id = now->id;
    challenge.seed = QUuid::createUuid().toRfc4122();
    challenge.nowUs = m_workbench.clock().nowUs();
    challenge.url = m_url->text().trimmed().toUtf8();
    for (const auto& [name, line] : m_settings) {
        if (!line->text().isEmpty())
            challenge.settings.insert(name, line->text().toUtf8());
    }
    challenge.secret = m_secret->secret();
    std::shared_ptr<const Scheme> scheme;
    for (const QByteArray& id : now->schemes)
        scheme = scheme ? scheme : m_workbench.catalog()->find(id);
    m_buildStop = StopSource();
    const auto work = [catalog = m_catalog, scheme, challenge = std::move(challenge)]() mutable -> Result<Challenge> {
        const HandshakeContext context = contextOf(challenge.url, challenge.settings, challenge.secret);
        const Result<HandshakePlay> play = catalog->play(challenge.id, challenge.seed, challenge.nowUs, context);
        if (!play.ok())
            return play.error();
        BuildContext building;
        building.nowUs = challenge.nowUs;
        building.scheme = play->sign ? scheme : nullptr;
        building.secret = challenge.secret.get();
        Result<BuiltRequest> built = buildRequest(draftOf(*play, scheme, challenge.settings), building);
        if (!built.ok())
            return built.error();
        challenge.request = std::move(built).value();
        return std::move(challenge);
    };
    m_jobs.run(m_buildStop.token(), work, std::move(done));
}

void HandshakePane::preview()
{
    m_later.stop();
    if (!m_building)
        build([this](const Result<Challenge>& challenge) { show(challenge); });
}

void HandshakePane::show(const Result<Challenge>& challenge)
{
    m_challenge.reset();
    if (!challenge.ok()) {
        m_wireNote->setText(toVisible(challenge.error().text, 1000));
        m_wire->setBytes({}, BytesView::Mode::Text);
        return;
    }
    m_challenge = *challenge;
    m_madeAtUs = m_workbench.clock().nowUs();
    std::vector<BytesView::Range> ranges;
    qsizetype offset = 0;
    for (const BuiltLine& line : challenge->request.lines) {
        if (line.origin == BuiltLine::Origin::Signature)
            ranges.push_back({offset, line.bytes.size(), ColorRole::ValidTint});
        offset += line.bytes.size() + 2;
    }
    m_wireNote->setText(tr("Exactly these bytes are sent."));
    m_wire->setBytes(challenge->request.request.head + challenge->request.request.body, BytesView::Mode::Text);
    m_wire->setHighlights(std::move(ranges));
}

void HandshakePane::play()
{
    if (m_building || m_sending != 0)
        return;
    fill();
    if (m_challenge && !m_later.isActive() && m_workbench.clock().nowUs() - m_madeAtUs < builtFreshUs)
        return deliver(Challenge(*m_challenge));
    m_later.stop();
    m_building = true;
    build([this](const Result<Challenge>& challenge) {
        m_building = false;
        show(challenge);
        if (challenge.ok())
            return deliver(*challenge);
        m_verdict->hide();
        m_result->showProblem(challenge.error().text);
    });
}

void HandshakePane::deliver(const Challenge& challenge)
{
    m_challenge.reset(); // a challenge is used once
    m_play->setEnabled(false);
    m_verdict->hide();
    m_result->showSending();
    DeliveryJob job;
    job.make = [request = challenge.request] { return Result<BuiltRequest>(request); };
    m_sending =
        m_queue.add(std::move(job), [self = QPointer<HandshakePane>(this), challenge](const DeliveryRecord& record) {
            if (!self)
                return;
            self->m_sending = 0;
            self->m_play->setEnabled(true);
            if (record.result) {
                self->m_result->showOutcome(outcomeOf(*record.result, record.attempt));
                self->judge(challenge, *record.result);
            }
            self->m_later.start(); // the next challenge is another one
            emit self->sent();
        });
}

void HandshakePane::judge(const Challenge& challenge, const HttpResult& result)
{
    if (result.error)
        return showVerdict("invalid", tr("There was no whole answer to judge."), {});
    m_judgeStop = StopSource();
    const auto work = [catalog = m_catalog, challenge, response = result.response,
                          took = result.timings.totalUs / 1000] {
        const HandshakeContext context = contextOf(challenge.url, challenge.settings, challenge.secret);
        return catalog->judge(challenge.id, challenge.seed, challenge.nowUs, context, response, took);
    };
    m_jobs.run(m_judgeStop.token(), work, [this](const QStringList& wrong) {
        if (wrong.isEmpty())
            showVerdict("valid", tr("The answer is right."), {});
        else
            showVerdict("invalid", tr("The answer is not what the provider wants."), wrong);
    });
}

void HandshakePane::showVerdict(const char* kind, const QString& title, const QStringList& lines)
{
    m_verdict->setProperty("kind", QString::fromLatin1(kind));
    m_verdictTitle->setText(title);
    QStringList visible;
    for (const QString& line : lines)
        visible << toVisible(line, 400);
    m_verdictText->setText(visible.join(QLatin1Char('\n')));
    m_verdictText->setVisible(!lines.isEmpty());
    for (QWidget* widget : {static_cast<QWidget*>(m_verdict), static_cast<QWidget*>(m_verdictTitle)})
        widget->style()->polish(widget);
    m_verdict->show();
}

void HandshakePane::cancel()
{
    if (m_sending != 0)
        m_queue.cancel(m_sending);
}

} // namespace creel
