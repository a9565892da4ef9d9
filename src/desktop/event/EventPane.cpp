#include "desktop/event/EventPane.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/HandshakeBar.h"
#include "desktop/event/HeadersView.h"
#include "desktop/event/ResponseView.h"
#include "desktop/event/SignatureFacts.h"
#include "desktop/event/SignatureView.h"
#include "desktop/event/WhyView.h"
#include "desktop/list/EventText.h"
#include "exchange/CurlExporter.h"
#include "exchange/RawMessage.h"
#include "signature/Scheme.h"
#include "ui_EventPane.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QLocale>
#include <QMenu>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace creel
{

namespace
{

constexpr qint64 firstRead = 4 * 1024 * 1024; // with the event itself
constexpr qint64 pieceSize = 8 * 1024 * 1024;
constexpr int readableTitle = 190; ///< pixels that title and provider get before the buttons go below them
constexpr qsizetype factChars = 36; // leaves room for the facts behind the path; the tool tip has all of it

QByteArray firstLineOf(const Request& request)
{
    const qsizetype end = request.head.indexOf('\n');
    QByteArray line = end < 0 ? request.head : request.head.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/** Content-Encoding, several fields as one list (RFC 9110, section 5.3). */
QByteArray codingOf(const Request& request)
{
    QByteArrayList codings;
    for (const HeaderField& field : request.headers) {
        if (field.name.compare("content-encoding", Qt::CaseInsensitive) == 0)
            codings << field.value;
    }
    return codings.join(", ");
}

/** Without the port, which says little about a sender. */
QByteArray addressOf(const QByteArray& peer)
{
    return peer.left(peer.lastIndexOf(':') < 0 ? peer.size() : peer.lastIndexOf(':'));
}

} // namespace

/** An event on its way to the screen. */
struct EventPane::Loading {
    EventDetail detail;
    QByteArray body;
    std::optional<Cover> cover; ///< once it is made
    bool whole = true;
};

EventPane::EventPane(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_ui(std::make_unique<::Ui::EventPane>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_StyledBackground);
    m_ui->facts->setFont(wireFont());
    for (PlainLabel* label : {m_ui->title, m_ui->provider, m_ui->facts})
        label->setElided(true);
    m_ui->facts->setMinimumHeight(m_ui->offerSecret->sizeHint().height());
    makeTabs();
    m_ui->copy->setMenu(makeCopyMenu());
    m_handshake = new HandshakeBar(workbench, m_ui->eventPage);
    m_ui->eventLayout->insertWidget(m_ui->eventLayout->indexOf(m_ui->problem), m_handshake);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowJobMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_ui->progress->show();
        m_ui->cancel->show();
        if (m_ui->stack->currentWidget() == m_ui->emptyPage)
            m_ui->emptyText->setText(tr("Reading the event…"));
    });
    m_slowVerdict.setSingleShot(true);
    m_slowVerdict.setInterval(slowJobMs);
    connect(&m_slowVerdict, &QTimer::timeout, this, &EventPane::showStoredVerdict);
    connect(m_ui->cancel, &QPushButton::clicked, this, [this] { finishReading(false); });
    connect(&workbench, &Workbench::secretsChanged, this, &EventPane::verifyAgain);
    connect(&workbench, &Workbench::maskRulesChanged, this, [this] { setEvent(m_wanted); });
    connect(m_ui->secrets, &QPushButton::clicked, this,
        [this] { m_workbench.setSecretsShown(!m_workbench.secretsShown()); });
    const auto askForSecret = [this] { emit addSecretRequested(m_workbench.endpointOf(m_shown.row).path); };
    connect(m_signature, &SignatureView::addSecretRequested, this, askForSecret);
    connect(m_ui->seeWhy, &QPushButton::clicked, this, [this] { setCurrentTab(SignatureTab); });
    connect(m_why, &WhyView::changeSecretWanted, this, askForSecret);
    connect(m_ui->offerSecret, &QPushButton::clicked, this, askForSecret);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &EventPane::showOffer);
    clear();
}

EventPane::~EventPane() = default;

void EventPane::makeTabs()
{
    m_body = new BodyView(this);
    m_headers = new HeadersView(this);
    m_signature = new SignatureView(this);
    m_why = new WhyView(m_workbench, *m_signature, [this](const QByteArray& bytes) { return m_cover.text(bytes); });
    connect(m_why, &WhyView::message, this, &EventPane::message);
    m_response = new ResponseView(this);
    for (QWidget* page : {static_cast<QWidget*>(m_body), static_cast<QWidget*>(m_headers),
             static_cast<QWidget*>(m_signature), static_cast<QWidget*>(m_response)})
        m_ui->tabs->addTab(page, QString());
    updateTabTitles();
}

QMenu* EventPane::makeCopyMenu()
{
    auto* menu = new QMenu(this);
    menu->addAction(tr("As curl command"), this, &EventPane::copyCurl);
    menu->addAction(tr("Body"), this, &EventPane::copyBody);
    menu->addAction(tr("Headers"), this, &EventPane::copyHead);
    menu->addAction(tr("Whole request"), this, &EventPane::copyRequest);
    menu->addAction(tr("Explanation of the signature"), this,
        [this] { QApplication::clipboard()->setText(m_signature->explanation()); });
    return menu;
}

int EventPane::currentTab() const
{
    return m_ui->tabs->currentIndex();
}

void EventPane::setCurrentTab(int tab)
{
    m_ui->tabs->setCurrentIndex(tab);
}

int EventPane::addTab(QWidget* page, const QString& title)
{
    return m_ui->tabs->addTab(page, title);
}

QHBoxLayout* EventPane::actionArea() const
{
    return m_ui->actions;
}

void EventPane::focusFind()
{
    setCurrentTab(BodyTab);
    m_body->focusFind();
}

void EventPane::clear()
{
    ++m_generation;
    m_stop = StopSource();
    m_slow.stop();
    m_slowVerdict.stop();
    m_verified.reset();
    m_loading.reset();
    m_why->clear();
    m_wanted = EventId();
    m_shown = EventDetail();
    m_shownBody.clear();
    m_ui->progress->hide();
    m_ui->cancel->hide();
    m_ui->emptyText->setText(tr("Select an event to see it here."));
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

void EventPane::setEvent(EventId id)
{
    if (!id.isValid()) {
        clear();
        return;
    }
    ++m_generation;
    m_stop = StopSource();
    m_why->stop();
    m_wanted = id;
    m_loading = std::make_unique<Loading>();
    m_slow.start();
    m_workbench.reader().detail(id, firstRead, m_stop.token(),
        [post = m_jobs.poster(), this, generation = m_generation](Result<EventDetail> detail) {
            // On a thread of the reader: `this` is only touched where the closure runs, and that ends with m_jobs.
            post([this, generation, detail = std::move(detail)]() mutable {
                if (generation == m_generation)
                    detailCame(std::move(detail));
            });
        });
    verify();
}

void EventPane::verifyAgain()
{
    if (m_wanted.isValid())
        verify();
}

void EventPane::verify()
{
    m_verified.reset();
    m_workbench.verify(m_wanted,
        [self = QPointer<EventPane>(this), generation = m_generation](const Result<Verification>& verification) {
            if (self && self->m_generation == generation)
                self->verificationCame(verification);
        });
}

void EventPane::verificationCame(const Result<Verification>& verification)
{
    if (m_loading) {
        m_verified = verification;
        return;
    }
    m_slowVerdict.stop();
    if (verification.ok()) {
        showVerification(*verification);
        m_why->explain(m_shown.row.id);
        return;
    }
    showStoredVerdict();
    m_signature->setError(verification.error().text);
}

/** What is known before the verification was made again: the words without the evidence. */
void EventPane::showStoredVerdict()
{
    Verification stored;
    stored.signature = m_shown.row.verdict.signature;
    stored.freshness = m_shown.row.verdict.freshness;
    stored.scheme = m_shown.row.verdict.scheme;
    showVerification(stored);
}

void EventPane::detailCame(Result<EventDetail> detail)
{
    if (!detail.ok()) {
        showError(detail.error().text);
        return;
    }
    m_loading->detail = std::move(detail).value();
    const std::shared_ptr<const Request>& request = m_loading->detail.request;
    m_loading->body = request ? request->body : QByteArray();
    readMore();
}

void EventPane::readMore()
{
    const qint64 size = m_loading->detail.request ? m_loading->detail.request->bodySize : 0;
    const qint64 have = m_loading->body.size();
    const qint64 wanted = std::min(size, largestShown);
    if (have >= wanted) {
        finishReading(true);
        return;
    }
    m_ui->progress->setRange(0, 1000);
    m_ui->progress->setValue(static_cast<int>(have * 1000 / std::max<qint64>(wanted, 1)));
    m_workbench.reader().body(m_wanted, ByteOffset(have), std::min(pieceSize, wanted - have), m_stop.token(),
        [post = m_jobs.poster(), this, generation = m_generation](Result<QByteArray> piece) {
            post([this, generation, piece = std::move(piece)]() mutable {
                if (generation == m_generation)
                    pieceCame(std::move(piece));
            });
        });
}

void EventPane::pieceCame(Result<QByteArray> piece)
{
    if (!m_loading)
        return;
    if (!piece.ok()) {
        showError(piece.error().text);
        return;
    }
    if (piece->isEmpty()) {
        finishReading(false);
        return;
    }
    m_loading->body += *piece;
    readMore();
}

void EventPane::finishReading(bool whole)
{
    if (!m_loading || !m_loading->detail.request) {
        m_slow.stop();
        m_ui->progress->hide();
        m_ui->cancel->hide();
        m_loading.reset();
        m_stop = StopSource();
        if (!whole && m_ui->stack->currentWidget() == m_ui->emptyPage)
            m_ui->emptyText->setText(tr("Reading was canceled. Select the event again to read it."));
        return;
    }
    m_stop = StopSource(); // the piece that may be on its way
    const std::optional<Mask> mask = m_workbench.screenMask();
    if (!mask || m_loading->body.size() <= Cover::atOnce) {
        m_loading->cover = Cover(m_loading->detail, m_loading->body, mask);
        finishShowing();
        return;
    }
    m_jobs.run(
        m_stop.token(),
        [detail = m_loading->detail, body = m_loading->body, mask] { return Cover(detail, body, mask); },
        [this](Cover cover) {
            m_loading->cover = std::move(cover);
            finishShowing();
        });
}

void EventPane::finishShowing()
{
    m_slow.stop();
    m_ui->progress->hide();
    m_ui->cancel->hide();
    const std::unique_ptr<Loading> loading = std::move(m_loading);
    showCovered(loading->detail, loading->body, std::move(*loading->cover));
    if (const auto verified = std::exchange(m_verified, std::nullopt))
        verificationCame(*verified);
    else if (m_ui->tabs->currentIndex() == SignatureTab)
        m_slowVerdict.start();
    else
        showStoredVerdict();
}

void EventPane::showError(const QString& text)
{
    m_slow.stop();
    m_loading.reset();
    m_ui->progress->hide();
    m_ui->cancel->hide();
    m_ui->emptyText->setText(toVisible(text, 2000, true));
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
}

QString EventPane::factsOf(const EventRow& row, qint64 size)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.receivedAtUs / 1000);
    QStringList facts;
    const QString target = toVisible(toText(row.target), factChars);
    facts << (row.method.isEmpty() ? target : toVisible(toText(row.method), 40) + QLatin1Char(' ') + target);
    facts << (row.providerId.isEmpty() ? QStringLiteral("#%1").arg(row.id.v) : toVisible(toText(row.providerId), 60));
    facts << time.toString(QStringLiteral("HH:mm:ss"))
            + QStringLiteral(".%1").arg(row.receivedAtUs % 1'000'000, 6, 10, QLatin1Char('0'));
    facts << localizedSize(size);
    if (row.handshake)
        facts << tr("handshake");
    facts << tr("from %1").arg(toVisible(toText(addressOf(row.peer)), 60));
    facts.removeAll(QString());
    return facts.join(QStringLiteral(" · "));
}

void EventPane::showHeader(const EventDetail& detail)
{
    const EventRow& row = detail.row;
    QByteArray title = row.eventType;
    if (title.isEmpty())
        title = row.method.isEmpty() ? QByteArray() : row.method + ' ' + row.target.left(200);
    m_ui->title->setSenderText(title.isEmpty() ? tr("Not an HTTP request") : toText(title), 60);
    m_ui->title->setToolTip(plainToolTip(toText(title)));
    m_ui->provider->setSenderText(row.provider, 60);
    placeButtons();
    const bool bytesOnly = row.state == EventState::Malformed && row.bodySize == 0 && detail.request;
    const QString facts = factsOf(row, bytesOnly ? detail.request->head.size() : row.bodySize);
    m_ui->facts->setText(facts);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(row.receivedAtUs / 1000);
    m_ui->facts->setToolTip(plainToolTip(
        tr("Event %1 from %2, received %3 UTC\n%4")
            .arg(QString::number(row.id.v), toVisible(toText(row.peer), 60),
                time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")), toVisible(toText(row.target), 800))));
    QString problem;
    switch (row.state) {
    case EventState::Complete:
        break;
    case EventState::Malformed:
        problem = tr("This is not valid HTTP: %1").arg(toVisible(detail.reason, 500));
        break;
    case EventState::Incomplete:
        problem = tr("The request was cut off: %1").arg(toVisible(detail.reason, 500));
        break;
    case EventState::Refused:
        problem = tr("The request was refused: %1").arg(toVisible(detail.reason, 500));
        break;
    }
    m_ui->problem->setText(problem);
    m_ui->problem->setVisible(!problem.isEmpty());
}

void EventPane::showDetail(const EventDetail& detail, const QByteArray& body)
{
    showCovered(detail, body, Cover(detail, body, m_workbench.screenMask()));
}

void EventPane::showCovered(const EventDetail& detail, const QByteArray& body, Cover cover)
{
    m_cover = std::move(cover);
    const EventDetail& covered = m_cover.detail();
    const bool other = m_shown.row.id != detail.row.id;
    if (other)
        m_looksLike.clear();
    m_shown = detail;
    m_shownBody = body;
    if (other)
        m_verdict = detail.row.verdict.verdict();
    const std::shared_ptr<const Request>& request = covered.request;
    const qint64 size = detail.request ? detail.request->bodySize : 0;
    showHeader(covered);
    // What could not be read as HTTP has no body: its bytes are all there is.
    const bool noBody = body.isEmpty() && detail.row.state == EventState::Malformed;
    m_body->setBody(noBody ? request->head : request->body,
        request->headers.value("content-type").value_or(QByteArray()), detail.row.receivedAtUs,
        noBody ? QByteArray() : codingOf(*request));
    QString notice;
    if (noBody)
        notice = tr("All bytes that came:");
    else if (body.size() < size)
        notice = tr("This is the start of the body, %1 of %2.").arg(localizedSize(body.size()), localizedSize(size));
    else if (body.isEmpty())
        notice = tr("The request has no body.");
    m_body->setNotice(notice);
    const Request& head = m_cover.head();
    m_headers->setHead(firstLineOf(head), head.headers, head.trailers, head.head);
    m_response->setDetail(covered);
    EventDetail whole = detail;
    if (detail.request && detail.request->body.size() < body.size()) {
        auto read = std::make_shared<Request>(*detail.request);
        read->body = body;
        whole.request = std::move(read);
    }
    m_handshake->setDetail(whole);
    showSecretsLink();
    updateTabTitles();
    m_ui->stack->setCurrentWidget(m_ui->eventPage);
    m_ui->progress->hide();
    m_ui->cancel->hide();
    emit shown(detail.row.id);
}

void EventPane::showVerification(const Verification& verification)
{
    m_verdict = verification.verdict();
    const Endpoint endpoint = m_workbench.endpointOf(m_shown.row);
    const SignatureFacts facts = signatureFacts(m_workbench, endpoint, m_shown, m_shownBody, verification);
    m_why->clear();
    const auto scheme =
        m_workbench.catalog()->find(verification.scheme.isEmpty() ? endpoint.scheme : verification.scheme);
    const bool isToken = scheme && (scheme->algorithm == Algorithm::Token || scheme->algorithm == Algorithm::Basic);
    m_signature->setVerification(m_cover.verification(verification, isToken), facts);
    m_looksLike = facts.mayChange ? facts.looksLike : QString();
    showOffer();
    updateTabTitles();
}

/** Beside the title where there is room, else below it. */
void EventPane::placeButtons()
{
    // By the width of the pane alone: the tabs below stay where they are from event to event
    const bool below = readableTitle + m_ui->buttons->sizeHint().width() + 36 > width();
    m_ui->header->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ui->header->setAlignment(m_ui->buttons, below ? Qt::AlignLeft : Qt::Alignment());
}

void EventPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void EventPane::showSecretsLink()
{
    const bool shown = m_workbench.secretsShown();
    m_ui->secrets->setVisible(shown || m_cover.values() > 0);
    m_ui->secrets->setText(shown ? tr("Mask secrets") : tr("Show %n secret(s)", nullptr, m_cover.values()));
    m_ui->secrets->setToolTip(plainToolTip(shown ? tr("Credentials are shown and copied as they came")
                                                 : tr("Credentials are shown and copied as placeholders")));
    showOffer();
}

void EventPane::showOffer()
{
    // The Signature tab says and offers it in its banner.
    const bool elsewhere = m_ui->tabs->currentIndex() != SignatureTab;
    const bool failed = m_verdict == Verdict::Invalid || m_verdict == Verdict::Stale || m_verdict == Verdict::Malformed;
    m_ui->seeWhy->setVisible(elsewhere && failed && m_shown.row.state == EventState::Complete);
    m_ui->seeWhy->setText(tr("%1: see why").arg(verdictWord(m_verdict)));
    m_ui->offerSecret->setVisible(elsewhere && !m_looksLike.isEmpty());
    m_ui->offerSecret->setText(tr("This looks like %1: add the secret…").arg(plainMenuText(m_looksLike)));
    m_ui->offerSecret->setAccessibleName(tr("This looks like %1: add the secret…").arg(m_looksLike));
}

void EventPane::updateTabTitles()
{
    const QLocale locale;
    const qsizetype fields = m_headers->model().rowCount();
    m_ui->tabs->setTabText(BodyTab, tr("Body"));
    m_ui->tabs->setTabText(HeadersTab, fields == 0 ? tr("Headers") : tr("Headers %1").arg(locale.toString(fields)));
    m_ui->tabs->setTabText(SignatureTab, tr("Signature %1").arg(verdictMark(m_verdict)));
    m_ui->tabs->setTabToolTip(SignatureTab, verdictWord(m_verdict));
    const int status = m_shown.answer ? m_shown.answer->status : m_shown.row.status;
    m_ui->tabs->setTabText(ResponseTab, status == 0 ? tr("Response") : tr("Response %1").arg(status));
}

void EventPane::copyBody()
{
    copyToClipboard(m_cover.detail().request->body);
}

void EventPane::copyCurl()
{
    const EventDetail& detail = m_cover.detail();
    copyToClipboard(toCurl(*detail.request, baseOf(*detail.request)));
}

void EventPane::copyHead()
{
    m_headers->copyAll();
}

void EventPane::copyRequest()
{
    const EventDetail& detail = m_cover.detail();
    QByteArray bytes;
    const Result<void> written = writeRaw(detail, bodyIn(detail), [&bytes](QByteArrayView piece) {
        bytes += piece;
        return Result<void>();
    });
    if (written.ok())
        copyToClipboard(bytes);
}

} // namespace creel
