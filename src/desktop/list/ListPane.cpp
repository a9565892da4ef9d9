#include "desktop/list/ListPane.h"

#include "desktop/PlainText.h"
#include "desktop/list/EventFeed.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/EventText.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace creel
{
namespace
{

constexpr int searchDelayMs = 60; ///< a fast typist's next key; below what is felt
constexpr int progressAfterMs = 300;
constexpr int maxSearchChars = 1000;
constexpr int maxTagChars = 60;
constexpr qsizetype maxTags = 20;

class WorkspaceRows final : public EventRowSource
{
public:
    explicit WorkspaceRows(EventReader& reader)
        : m_reader(reader)
    {
    }
    void rows(
        std::vector<EventId> ids, StopToken stop, std::function<void(Result<std::vector<EventRow>>)> done) override
    {
        // The pane may go while it is read; the reader ends after all its readings.
        m_reader.run(stop, [&reader = m_reader, ids = std::move(ids), stop, done = std::move(done)] {
            Result<std::vector<EventRow>> rows = reader.rowsNow(ids, stop);
            if (stop.stopRequested())
                return;
            if (rows.ok())
                for (EventRow& row : *rows)
                    fillSize(reader, row, stop);
            done(std::move(rows));
        });
    }

private:
    /** What is not HTTP has no body: the size that is shown is that of all its bytes. */
    static void fillSize(EventReader& reader, EventRow& row, const StopToken& stop)
    {
        if (row.state != EventState::Malformed || row.bodySize > 0)
            return;
        const Result<EventDetail> detail = reader.detailNow(row.id, 0, stop);
        if (detail.ok() && detail->request)
            row.bodySize = detail->request->head.size();
    }

    EventReader& m_reader;
};

} // namespace

ListPane::ListPane(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_source(std::make_unique<WorkspaceRows>(workspace.reader()))
{
    setProperty("kind", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    m_model = new EventTableModel(*m_source, this);
    m_feed = new EventFeed(workspace, this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildSearch(*layout);
    buildOffer();
    buildTable(*layout);
    buildTags(*layout);
    buildBottom(*layout);
    connectFeed();
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchDelayMs);
    connect(&m_searchDelay, &QTimer::timeout, this, &ListPane::search);
    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(progressAfterMs);
    connect(&m_progressDelay, &QTimer::timeout, this, &ListPane::updateCounts);
    search();
}

ListPane::~ListPane()
{
    // The model asks the source until it goes, and it is a child: it would go after the source.
    delete m_table;
    delete m_model;
}

void ListPane::buildSearch(QVBoxLayout& layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(10);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setAccessibleName(tr("Search events"));
    m_search->setPlaceholderText(tr("Search in heads and bodies"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(maxSearchChars);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    m_count = new PlainLabel(this);
    m_count->setObjectName(QStringLiteral("matchCount"));
    m_count->setProperty("kind", QStringLiteral("secondary"));
    buildVerdicts();
    row->addWidget(m_search, 1);
    row->addWidget(m_verdict);
    row->addWidget(m_count);
    layout.addLayout(row);
}

void ListPane::buildOffer()
{
    m_offer = new QWidget(this);
    auto* offer = new QHBoxLayout(m_offer);
    offer->setContentsMargins(10, 6, 10, 6);
    m_offerText = new PlainLabel(m_offer);
    m_offerButton = new QPushButton(m_offer);
    m_offerButton->setObjectName(QStringLiteral("offerButton"));
    connect(m_offerButton, &QPushButton::clicked, this, [this] {
        m_offer->hide();
        if (const auto action = std::exchange(m_offerAction, {}))
            action();
    });
    offer->addWidget(m_offerText);
    offer->addWidget(m_offerButton);
    offer->addStretch(1);
    m_offer->hide();
}

void ListPane::buildVerdicts()
{
    m_verdict = new QComboBox(this);
    m_verdict->setObjectName(QStringLiteral("verdictFilter"));
    m_verdict->setAccessibleName(tr("Show only events of this verdict"));
    m_verdict->setToolTip(plainToolTip(tr("Show only events of this verdict")));
    m_verdict->addItem(tr("Any verdict"));
    for (const Verdict verdict :
        {Verdict::Valid, Verdict::Invalid, Verdict::Stale, Verdict::Unsigned, Verdict::Malformed, Verdict::Unverified})
        m_verdict->addItem(verdictWord(verdict), int(verdict));
    connect(m_verdict, &QComboBox::currentIndexChanged, this, &ListPane::search);
}

bool ListPane::isFiltered() const
{
    return !m_search->text().isEmpty() || m_verdict->currentIndex() > 0;
}

void ListPane::buildTags(QVBoxLayout& layout)
{
    m_tagBar = new QWidget(this);
    auto* row = new QHBoxLayout(m_tagBar);
    row->setContentsMargins(10, 6, 10, 6);
    m_tags = new QLineEdit(m_tagBar);
    m_tags->setObjectName(QStringLiteral("tagField"));
    m_tags->setAccessibleName(tr("Tags of the selected events"));
    m_tags->setPlaceholderText(tr("Tags, separated by commas; empty removes them"));
    m_tags->setMaxLength(maxSearchChars);
    m_tags->installEventFilter(this);
    auto* save = new QPushButton(tr("Save tags"), m_tagBar);
    connect(save, &QPushButton::clicked, this, [this] { endTags(true); });
    row->addWidget(m_tags, 1);
    row->addWidget(save);
    m_tagBar->hide();
    layout.addWidget(m_tagBar);
}

void ListPane::askForTags(const QStringList& present, const std::function<void(const QStringList&)>& save)
{
    m_saveTags = save;
    m_tags->setText(present.join(QStringLiteral(", ")));
    m_tagBar->show();
    m_tags->setFocus();
    m_tags->selectAll();
}

void ListPane::endTags(bool save)
{
    m_tagBar->hide();
    m_table->setFocus();
    const auto done = std::exchange(m_saveTags, {});
    if (!save || !done)
        return;
    QStringList tags;
    for (const QString& piece : m_tags->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QString tag = piece.simplified().left(maxTagChars);
        if (!tag.isEmpty() && !tags.contains(tag) && tags.size() < maxTags)
            tags << tag;
    }
    done(tags);
}

void ListPane::buildTable(QVBoxLayout& layout)
{
    m_stack = new QStackedWidget(this);
    m_table = new EventTable(*m_model, m_stack);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);
    auto* empty = new QWidget(m_stack);
    auto* column = new QVBoxLayout(empty);
    m_emptyText = new PlainLabel(empty);
    m_emptyText->setObjectName(QStringLiteral("listEmptyText"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_clear = new QPushButton(tr("Show all events"), empty);
    m_clear->setObjectName(QStringLiteral("clearFilter"));
    connect(m_clear, &QPushButton::clicked, this, &ListPane::clearSearch);
    column->addStretch(1);
    column->addWidget(m_emptyText);
    column->addWidget(m_clear, 0, Qt::AlignHCenter);
    column->addStretch(2);
    m_stack->addWidget(empty);
    layout.addWidget(m_stack, 1);
    connect(m_table, &EventTable::newAboveChanged, this, &ListPane::updateBottom);
    connect(m_model, &EventTableModel::readProblem, this, &ListPane::problem);
}

void ListPane::buildBottom(QVBoxLayout& layout)
{
    auto* bottom = new QWidget(this);
    bottom->setProperty("kind", QStringLiteral("bottombar"));
    bottom->setAttribute(Qt::WA_StyledBackground);
    bottom->setFixedHeight(37);
    auto* row = new QHBoxLayout(bottom);
    row->setContentsMargins(10, 0, 10, 0);
    m_bottomText = new PlainLabel(bottom);
    m_bottomText->setObjectName(QStringLiteral("newAbove"));
    m_bottomText->setProperty("kind", QStringLiteral("secondary"));
    m_showNewest = new QPushButton(tr("Show newest"), bottom);
    m_showNewest->setObjectName(QStringLiteral("showNewest"));
    connect(m_showNewest, &QPushButton::clicked, m_table, &EventTable::showNewest);
    row->addWidget(m_bottomText);
    row->addStretch(1);
    row->addWidget(m_showNewest);
    layout.addWidget(bottom);
}

void ListPane::connectFeed()
{
    connect(m_feed, &EventFeed::replaced, this, [this](const EventSet& set) {
        m_model->reset(set);
        updateCounts();
        trySelect();
    });
    connect(m_feed, &EventFeed::added, this, [this](const EventSet& set) {
        m_model->merge(set);
        updateCounts();
        trySelect();
    });
    connect(m_feed, &EventFeed::removed, this, [this](const std::vector<EventId>& ids) {
        m_model->remove(ids);
        updateCounts();
    });
    connect(m_feed, &EventFeed::changed, m_model, &EventTableModel::refresh);
    connect(m_feed, &EventFeed::searching, this, [this](bool running) {
        if (running)
            m_progressDelay.start();
        else
            m_progressDelay.stop();
        if (!running)
            m_wantedTop = EventId(); // all is there: what comes later does not move the list
        updateCounts();
    });
    connect(m_feed, &EventFeed::problem, this, &ListPane::problem);
    connect(&m_workspace, &Workspace::changed, this, &ListPane::updateCounts);
}

void ListPane::setEndpoint(const std::optional<QByteArray>& path)
{
    if (path == m_endpoint)
        return;
    m_endpoint = path;
    search();
}

void ListPane::clearSearch()
{
    m_search->clear();
    m_searchDelay.stop();
    const QSignalBlocker blocker(m_verdict);
    m_verdict->setCurrentIndex(0);
    search();
}

Query ListPane::query() const
{
    return m_feed->query();
}

void ListPane::search()
{
    Query query;
    query.text = m_search->text();
    query.endpoint = m_endpoint;
    if (m_verdict->currentIndex() > 0)
        query.verdicts = {Verdict(m_verdict->currentData().toInt())};
    m_feed->setQuery(query);
}

void ListPane::reload()
{
    m_feed->setQuery(m_feed->query());
}

void ListPane::offer(const QString& text, const QString& verb, const std::function<void()>& action, OfferPlace place)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->removeWidget(m_offer);
    column->insertWidget(column->indexOf(m_stack) + (place == OfferPlace::BelowTable ? 1 : 0), m_offer);
    m_offerText->setText(text);
    m_offerButton->setText(verb);
    m_offerAction = action;
    m_offer->show();
}

void ListPane::endOffer()
{
    m_offer->hide();
    m_offerAction = {};
}

void ListPane::selectWhenThere(EventId id)
{
    m_wanted = id;
    trySelect();
}

void ListPane::returnTo(EventId current, EventId top)
{
    m_wantedTop = top;
    selectWhenThere(current);
}

void ListPane::trySelect()
{
    if (m_wanted.isValid() && m_table->selectEvent(m_wanted))
        m_wanted = EventId();
    if (m_wantedTop.isValid() && m_table->showAtTop(m_wantedTop))
        m_wantedTop = EventId();
}

void ListPane::updateCounts()
{
    const qint64 shown = m_model->set().size();
    const qint64 total = std::max(m_workspace.eventCount(), shown);
    const bool filtered = isFiltered();
    if (m_feed->isSearching() && !m_progressDelay.isActive())
        m_count->setSteadyText(
            m_feed->hasFirstPart() ? tr("Searching, %1 found").arg(localizedNumber(shown)) : tr("Searching\u2026"));
    else if (filtered)
        m_count->setSteadyText(tr("%1 of %2").arg(localizedNumber(shown), localizedNumber(total)));
    else
        m_count->setSteadyText(localizedNumber(shown));
    const bool empty = shown == 0 && !m_feed->isSearching();
    if (empty) {
        m_emptyText->setText(filtered ? tr("0 of %1 match").arg(localizedNumber(total))
                : m_endpoint          ? tr("Nothing has come to this endpoint yet.")
                                      : tr("Nothing has come yet."));
        m_clear->setVisible(filtered);
    }
    // While it searches, what was there stays.
    if (!m_feed->isSearching() || shown > 0)
        m_stack->setCurrentIndex(empty ? 1 : 0);
    updateBottom();
}

void ListPane::updateBottom()
{
    const int above = int(std::min<qint64>(m_table->newAbove(), 1'000'000'000));
    m_bottomText->setSteadyText(
        above > 0 ? tr("%n new event(s) above", nullptr, above) : tr("Sorted by time, newest first"));
    m_showNewest->setEnabled(m_model->rowCount() > 0);
}

bool ListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (watched == m_tags && (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        endTags(key != Qt::Key_Escape);
        return true;
    }
    if (watched == m_search && key == Qt::Key_Escape && !m_table->isVisible()) {
        clearSearch(); // nothing matches: there is no list to go back to
        return true;
    }
    if (watched == m_search && (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return)) {
        m_table->setFocus();
        return true;
    }
    if (watched == m_table && key == Qt::Key_Slash) {
        m_search->setFocus();
        return true;
    }
    if (watched == m_table && key == Qt::Key_Escape) {
        clearSearch();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace creel
