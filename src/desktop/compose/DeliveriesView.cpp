#include "desktop/compose/DeliveriesView.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/compose/ResultView.h"
#include "desktop/theme/Theme.h"
#include "store/EventReader.h"

#include <QDateTime>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace creel
{
namespace
{

QList<QStandardItem*> rowOf(const StoredDelivery& delivery)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(delivery.startedAtUs / 1000);
    const QString url = toText(delivery.url);
    auto* when = new QStandardItem(time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
    auto* where = new QStandardItem(toVisible(url, 300));
    auto* status =
        new QStandardItem(delivery.status > 0 ? QString::number(delivery.status) : DeliveriesView::tr("No answer"));
    when->setToolTip(plainToolTip(
        DeliveriesView::tr("%1 UTC").arg(time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")))));
    where->setToolTip(plainToolTip(url));
    status->setToolTip(plainToolTip(delivery.error));
    for (QStandardItem* item : {when, where, status}) {
        item->setEditable(false);
        item->setFont(wireFont());
    }
    return {when, where, status};
}

} // namespace

DeliveriesView::DeliveriesView(Workspace& workspace, DeliveryStore& store, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_model(new QStandardItemModel(0, 3, this))
    , m_table(new QTableView(this))
    , m_empty(new PlainLabel(tr("This event was not sent from here. Resend sends it again."), this))
    , m_result(new ResultView(this))
    , m_ofAll(false)
    , m_stack(new QStackedWidget(this))
{
    m_table->setAccessibleName(tr("Deliveries of the event"));
    build();
}

DeliveriesView::DeliveriesView(Workspace& workspace, DeliveryStore& store, ResultView& result, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_store(store)
    , m_model(new QStandardItemModel(0, 3, this))
    , m_table(new QTableView(this))
    , m_empty(new PlainLabel(tr("Nothing was sent from this workspace yet."), this))
    , m_result(&result)
    , m_ofAll(true)
    , m_stack(new QStackedWidget(this))
{
    m_table->setAccessibleName(tr("All deliveries of the workspace"));
    build();
}

void DeliveriesView::build()
{
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Sent to"), tr("Status")});
    m_table->setObjectName(m_ofAll ? QStringLiteral("allDeliveries") : QStringLiteral("deliveryTable"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, 190);
    m_table->setColumnWidth(2, 90);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_stack->addWidget(m_empty);
    if (m_ofAll) {
        m_stack->addWidget(m_table);
    } else {
        auto* splitter = new QSplitter(Qt::Vertical, this);
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(1);
        splitter->addWidget(m_table);
        splitter->addWidget(m_result);
        splitter->setStretchFactor(0, 1);
        splitter->setStretchFactor(1, 2);
        m_stack->addWidget(splitter);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeliveriesView::showChosen);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &DeliveriesView::refresh);
    connect(&m_workspace, &Workspace::changed, this, [this] {
        // Another process may send too; under load a look once a second does.
        const bool isWatched = m_ofAll && isVisible();
        if ((m_waiting || isWatched) && !m_later.isActive())
            m_later.start(m_waiting ? 100 : 1'000);
    });
}

DeliveriesView::~DeliveriesView() = default;

void DeliveriesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_ofAll)
        refresh();
}

void DeliveriesView::refreshSoon()
{
    m_waiting = true;
    refresh();
}

void DeliveriesView::setEvent(EventId id)
{
    if (id != m_event)
        m_chosen = DeliveryId();
    m_event = id;
    refresh();
}

void DeliveriesView::forgetChoice()
{
    m_attemptStop = StopSource();
    m_chosen = DeliveryId();
    const QSignalBlocker blocker(m_table->selectionModel());
    m_table->clearSelection();
    m_table->setCurrentIndex({});
}

void DeliveriesView::refresh()
{
    m_stop = StopSource();
    if (!m_ofAll && !m_event.isValid())
        return;
    DeliveryStore::Filter filter;
    if (!m_ofAll)
        filter.event = m_event;
    m_workspace.reader().run(
        m_stop.token(), [this, filter, store = m_store, stop = m_stop.token(), post = m_jobs.poster()]() mutable {
            auto deliveries = store.deliveriesNow(filter, stop);
            post([this, deliveries = std::move(deliveries), stop] {
                if (deliveries.ok() && !stop.stopRequested())
                    show(*deliveries);
            });
        });
}

void DeliveriesView::show(std::vector<StoredDelivery> deliveries)
{
    const auto newest = [](const std::vector<StoredDelivery>& list) {
        return list.empty() ? DeliveryId() : list.front().id;
    };
    const bool isNew = newest(deliveries) != newest(m_deliveries);
    m_waiting = m_waiting && !isNew;
    m_deliveries = std::move(deliveries);
    const QSignalBlocker blocker(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    int row = m_ofAll ? -1 : 0; // what is below a list of all is the last answer until the user chooses another
    for (const StoredDelivery& delivery : m_deliveries) {
        if ((m_ofAll || !isNew) && delivery.id == m_chosen)
            row = m_model->rowCount();
        m_model->appendRow(rowOf(delivery));
    }
    m_stack->setCurrentIndex(m_deliveries.empty() ? 0 : 1);
    m_table->setCurrentIndex(m_model->index(row, 0));
    if (!m_ofAll)
        showChosen();
}

void DeliveriesView::showChosen()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= count())
        return;
    m_chosen = m_deliveries[std::size_t(row)].id;
    m_attemptStop = StopSource();
    m_workspace.reader().run(m_attemptStop.token(),
        [this, id = m_chosen, store = m_store, stop = m_attemptStop.token(), post = m_jobs.poster()]() mutable {
            auto attempts = store.attemptsNow(id, stop);
            post([this, attempts = std::move(attempts), stop] {
                if (stop.stopRequested() || !attempts.ok())
                    return;
                if (attempts->empty())
                    m_result->clear();
                else
                    m_result->showOutcome(outcomeOf(attempts->back()));
            });
        });
}

} // namespace creel
