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

/** Where an event was sent, newest first, and what came back from the one that is chosen. */
class DeliveriesView : public QWidget
{
    Q_OBJECT
public:
    DeliveriesView(Workspace& workspace, DeliveryStore& store, QWidget* parent = nullptr);
    ~DeliveriesView() override;

    void setEvent(EventId id);
    void refresh();
    /** Reads again once the workspace has changed. */
    void refreshSoon();
    int count() const { return int(m_deliveries.size()); }

private:
    void show(std::vector<StoredDelivery> deliveries);
    void showChosen();

    Workspace& m_workspace;
    DeliveryStore& m_store;
    QStandardItemModel* m_model;
    QTableView* m_table;
    PlainLabel* m_empty;
    ResultView* m_result;
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
