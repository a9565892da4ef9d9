#include "desktop/compose/ResultView.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/compose/TimingsView.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/HeadersView.h"
#include "desktop/list/EventText.h"

#include <QFile>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTabWidget>
#include <QVBoxLayout>

namespace creel
{
namespace
{

} // namespace

ResultView::ResultView(QWidget* parent)
    : QWidget(parent)
    , m_status(new PlainLabel(this))
    , m_facts(new PlainLabel(this))
    , m_error(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_actions(new QHBoxLayout)
    , m_tabs(new QTabWidget(this))
    , m_body(new BodyView(this))
    , m_headers(new HeadersView(this))
    , m_timings(new TimingsView(this))
    , m_connection(new PlainLabel(this))
{
    m_status->setObjectName(QStringLiteral("resultStatus"));
    m_status->setAccessibleName(tr("Status of the answer"));
    m_facts->setProperty("kind", QStringLiteral("secondary"));
    m_facts->setAccessibleName(tr("Time and size of the answer"));
    m_error->setObjectName(QStringLiteral("resultError"));
    m_error->setProperty("kind", QStringLiteral("problem"));
    m_error->setWordWrap(true);
    m_error->setContentsMargins(14, 0, 14, 8);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumSize(160, 6);
    m_progress->setAccessibleName(tr("Sending"));
    m_cancel->setAccessibleName(tr("Cancel sending"));
    m_cancel->setObjectName(QStringLiteral("cancelSending"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(8);
    row->addWidget(m_status);
    row->addWidget(m_facts);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addLayout(m_actions);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Parts of the answer"));
    m_tabs->addTab(m_body, tr("Response"));
    m_tabs->addTab(m_headers, tr("Headers"));
    auto* course = new QScrollArea(this);
    course->setFrameShape(QFrame::NoFrame);
    course->setWidgetResizable(true);
    auto* content = new QWidget;
    content->setProperty("kind", QStringLiteral("surface"));
    content->setAttribute(Qt::WA_StyledBackground);
    auto* courseLayout = new QVBoxLayout(content);
    courseLayout->setContentsMargins(0, 0, 0, 0);
    m_connection->setObjectName(QStringLiteral("resultConnection"));
    m_connection->setProperty("kind", QStringLiteral("secondary"));
    m_connection->setWordWrap(true);
    m_connection->setContentsMargins(14, 0, 14, 14);
    m_connection->setTextInteractionFlags(Qt::TextSelectableByMouse);
    courseLayout->addWidget(m_timings);
    courseLayout->addWidget(m_connection);
    courseLayout->addStretch(1);
    course->setWidget(content);
    m_tabs->addTab(course, tr("Timings"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_error);
    layout->addWidget(m_tabs, 1);
    m_slow.setSingleShot(true);
    m_slow.setInterval(300);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_facts->hide(); // those of the answer before
        m_progress->show();
        m_cancel->show();
    });
    connect(m_cancel, &QPushButton::clicked, this, &ResultView::cancelWanted);
    clear();
}

ResultView::~ResultView() = default;

void ResultView::clear()
{
    ended();
    m_tabs->hide();
    m_error->hide();
    m_facts->clear();
    m_status->setProperty("kind", QStringLiteral("muted"));
    style()->polish(m_status);
    m_status->setText(tr("Not sent yet"));
}

void ResultView::addPart(QWidget* part, const QString& title)
{
    m_tabs->addTab(part, title);
}

void ResultView::ended()
{
    m_stop = StopSource();
    m_slow.stop();
    m_progress->hide();
    m_cancel->hide();
    m_facts->show();
}

void ResultView::showSending()
{
    m_slow.start();
}

void ResultView::showProblem(const QString& text)
{
    ended();
    m_status->setProperty("kind", QStringLiteral("problem"));
    style()->polish(m_status);
    m_status->setText(tr("Not sent"));
    m_facts->clear();
    m_error->setText(toVisible(text, 2000, true));
    m_error->show();
    m_tabs->hide();
}

void ResultView::showOutcome(const Outcome& outcome)
{
    ended();
    const bool good = outcome.error.isEmpty() && outcome.status < 400;
    m_status->setProperty("kind", good ? QStringLiteral("good") : QStringLiteral("problem"));
    style()->polish(m_status);
    const QByteArray line = outcome.statusLine.mid(outcome.statusLine.indexOf(' ') + 1);
    m_status->setText(outcome.status > 0 ? toVisible(toText(line), 80) : tr("No answer"));
    m_facts->setText(tr("%1 \u00b7 %2 \u00b7 attempt %3")
                         .arg(durationText(outcome.timings.totalUs), localizedSize(outcome.bodySize),
                             QLocale().toString(outcome.attempt)));
    m_error->setText(toVisible(outcome.error, 2000, true));
    m_error->setVisible(!outcome.error.isEmpty());
    showTabs(outcome);
}

void ResultView::showTabs(const Outcome& outcome)
{
    const QByteArray type = outcome.headers.value("content-type").value_or(QByteArray());
    m_body->setBody(outcome.body, type, 0);
    m_body->setNotice(outcome.status > 0 && outcome.bodySize == 0 ? tr("The answer has no body.") : QString());
    if (outcome.spilled) {
        m_body->setNotice(tr("Reading the answer\u2026"));
        const auto read = [spilled = outcome.spilled] {
            QFile file(spilled->path());
            return file.open(QIODevice::ReadOnly) ? file.read(largestShown) : QByteArray();
        };
        m_jobs.run(m_stop.token(), read, [this, type, size = outcome.bodySize](const QByteArray& body) {
            m_body->setBody(body, type, 0);
            m_body->setNotice(body.size() == size ? QString() : tr("This is the start of the answer."));
        });
    } else if (outcome.body.size() < outcome.bodySize) {
        m_body->setNotice(tr("This is the start of the answer."));
    }
    m_headers->setHead(outcome.statusLine, outcome.headers, outcome.trailers, outcome.head);
    m_timings->setTimings(outcome.timings, outcome.facts.tlsVersion);
    m_connection->setText(outcome.facts.sentences().join(QLatin1Char('\n')));
    const int fields = m_headers->model().rowCount();
    m_tabs->setTabText(1, fields == 0 ? tr("Headers") : tr("Headers %1").arg(QLocale().toString(fields)));
    m_tabs->show();
}

} // namespace creel
