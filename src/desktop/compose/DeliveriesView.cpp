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
    , m_stack(new QStackedWidget(this))
{
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Sent to"), tr("Status")});
    m_table->setObjectName(QStringLiteral("deliveryTable"));
    m_table->setAccessibleName(tr("Deliveries of the event"));
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
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(m_result);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeliveriesView::showChosen);
    m_later.setSingleShot(true);
    m_later.setInterval(100);
    connect(&m_later, &QTimer::timeout, this, &DeliveriesView::refresh);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (m_waiting && !m_later.isActive())
            m_later.start();
    });
}

DeliveriesView::~DeliveriesView() = default;

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

void DeliveriesView::refresh()
{
    m_stop = StopSource();
    if (!m_event.isValid())
        return;
    DeliveryStore::Filter filter;
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
    const bool isNew = deliveries.size() != m_deliveries.size();
    m_waiting = m_waiting && !isNew;
    m_deliveries = std::move(deliveries);
    const QSignalBlocker blocker(m_table->selectionModel());
    m_model->removeRows(0, m_model->rowCount());
    int row = 0;
    for (const StoredDelivery& delivery : m_deliveries) {
        if (!isNew && delivery.id == m_chosen)
            row = m_model->rowCount();
        m_model->appendRow(rowOf(delivery));
    }
    m_stack->setCurrentIndex(m_deliveries.empty() ? 0 : 1);
    m_table->setCurrentIndex(m_model->index(row, 0));
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
