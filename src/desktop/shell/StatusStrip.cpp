#include "desktop/shell/StatusStrip.h"

#include "desktop/PlainText.h"
#include "desktop/list/EventText.h"
#include "store/Workspace.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int tickMs = 500;
constexpr int refreshMs = 200; ///< what changes all the time is readable, and cheap
constexpr qint64 windowMs = 3000; ///< the rate is a mean over this
constexpr qint64 gathered = 1000; ///< events that the indexer lets come together are no work to speak of
constexpr int messageMs = 6000;

} // namespace

StatusStrip::StatusStrip(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_rate(new PlainLabel(this))
    , m_count(new PlainLabel(this))
    , m_index(new PlainLabel(this))
    , m_progress(new PlainLabel(this))
    , m_message(new PlainLabel(this))
    , m_problem(new PlainLabel(this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    setObjectName(QStringLiteral("statusStrip"));
    m_count->setObjectName(QStringLiteral("eventCount"));
    m_index->setObjectName(QStringLiteral("indexState"));
    m_problem->setObjectName(QStringLiteral("problemText"));
    m_problem->setProperty("kind", QStringLiteral("problem"));
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_dismiss->setObjectName(QStringLiteral("dismissProblem"));
    m_dismiss->setProperty("kind", QStringLiteral("link"));
    m_dismiss->setAccessibleName(tr("Dismiss the problem"));
    for (PlainLabel* label : {m_rate, m_count, m_index, m_progress, m_message})
        label->setProperty("kind", QStringLiteral("secondary"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 10, 0);
    row->setSpacing(16);
    for (PlainLabel* label : {m_rate, m_count, m_index, m_progress})
        row->addWidget(label);
    row->addStretch(1);
    row->addWidget(m_message);
    row->addWidget(m_problem);
    row->addWidget(m_dismiss);
    // A long sentence must not widen the window; the tool tip has all of it.
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->setStretchFactor(m_problem, 4);
    clearProblem();
    connect(m_dismiss, &QPushButton::clicked, this, &StatusStrip::clearProblem);
    m_messageEnd.setSingleShot(true);
    m_messageEnd.setInterval(messageMs);
    connect(&m_messageEnd, &QTimer::timeout, m_message, &QLabel::clear);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &StatusStrip::refresh);
    connect(&workspace, &Workspace::changed, this, &StatusStrip::refreshSoon);
    connect(&workspace, &Workspace::indexChanged, this, &StatusStrip::refreshSoon);
    m_clock.start();
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &StatusStrip::refresh);
    m_tick.start();
    refresh();
}

void StatusStrip::showMessage(const QString& text)
{
    m_message->setText(text);
    m_messageEnd.start();
}

void StatusStrip::showProblem(const QString& text)
{
    m_problemText = text;
    m_problem->setSenderText(text);
    m_problem->setToolTip(plainToolTip(text));
    m_problem->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_problem->show();
    m_dismiss->show();
}

void StatusStrip::clearProblem()
{
    m_problemText.clear();
    m_problem->clear();
    m_problem->hide();
    m_dismiss->hide();
}

void StatusStrip::takeBackProblem(const QString& text)
{
    if (!text.isEmpty() && m_problemText == text)
        clearProblem();
}

void StatusStrip::showVerifying(qint64 left)
{
    m_progress->setText(left > 0 ? tr("Verifying again, %1 left").arg(localizedNumber(left)) : QString());
}

void StatusStrip::refreshSoon()
{
    const qint64 since = m_clock.elapsed() - m_refreshed;
    if (since >= refreshMs)
        refresh();
    else if (!m_soon.isActive())
        m_soon.start(int(refreshMs - since));
}

void StatusStrip::refresh()
{
    const qint64 now = m_clock.elapsed();
    m_refreshed = now;
    const qint64 newest = m_workspace.newestId().v;
    while (m_samples.size() > 1 && now - m_samples[1].first >= windowMs)
        m_samples.pop_front();
    if (m_samples.empty() || now - m_samples.back().first >= 100)
        m_samples.emplace_back(now, newest);
    const qint64 elapsed = now - m_samples.front().first;
    const qint64 came = newest - m_samples.front().second;
    const qint64 rate = elapsed > 0 ? (came * 1000 + elapsed - 1) / elapsed : 0;
    const qint64 count = m_workspace.eventCount();
    m_rate->setVisible(count > 0);
    m_rate->setSteadyText(
        tr("%1 event(s)/s", nullptr, int(std::min<qint64>(rate, 1'000'000))).arg(localizedNumber(rate)));
    const int plural = int(std::min<qint64>(count, 1'000'000'000));
    m_count->setSteadyText(count > 0
            ? tr("%1 event(s), %2", nullptr, plural).arg(localizedNumber(count), localizedSize(m_workspace.byteCount()))
            : tr("No events yet"));
    const qint64 backlog = m_workspace.indexBacklog();
    m_index->setVisible(count > 0 && !m_workspace.isReadOnly());
    m_index->setSteadyText(backlog > gathered ? tr("Indexing, %1 left").arg(localizedNumber(backlog)) : tr("Indexed"));
    const QString tip = plainToolTip(backlog > gathered
            ? tr("Searches find everything; what is not indexed yet is read through, which takes longer.")
            : tr("Searches use the index."));
    if (tip != m_index->toolTip())
        m_index->setToolTip(tip);
}

} // namespace creel
