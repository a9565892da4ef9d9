#pragma once

#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QStandardItemModel;
class QStackedWidget;
class QTableView;

namespace creel
{

class PlainLabel;
class ResultView;

/**
 * Where an event was sent, newest first, and what came back from the one that is chosen; or all that was sent from this
 * workspace, drafts and commands included, which shows the answer in a view of somebody else.
 */
class DeliveriesView : public QWidget
{
    Q_OBJECT
public:
    DeliveriesView(Workspace& workspace, DeliveryStore& store, QWidget* parent = nullptr);
    /** Of everything; `result` shows what the user chooses and outlives it. */
    DeliveriesView(Workspace& workspace, DeliveryStore& store, ResultView& result, QWidget* parent);
    ~DeliveriesView() override;

    void setEvent(EventId id);
    void refresh();
    /** Reads again once the workspace has changed. */
    void refreshSoon();
    /** Nothing is chosen any more: the answer that is shown is another's. */
    void forgetChoice();
    int count() const { return int(m_deliveries.size()); }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void show(std::vector<StoredDelivery> deliveries);
    void showChosen();

    Workspace& m_workspace;
    DeliveryStore& m_store;
    QStandardItemModel* m_model;
    QTableView* m_table;
    PlainLabel* m_empty;
    ResultView* m_result;
    const bool m_ofAll;
    QStackedWidget* m_stack;
    EventId m_event;
    std::vector<StoredDelivery> m_deliveries;
    DeliveryId m_chosen;
    bool m_waiting = false;
    QTimer m_later;
    Jobs m_jobs;
    StopSource m_stop;
    StopSource m_attemptStop;
};

} // namespace creel
