#pragma once

#include "app/WorkspaceRecorder.h"
#include "base/StopToken.h"
#include "delivery/DeliveryQueue.h"
#include "delivery/Sender.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QObject>

#include <functional>
#include <memory>

namespace creel
{

class ComposePane;
class DeliveriesView;
class DraftList;
class MainWindow;

/** Sending in a window: the composer, Compose, Resend and Edit and resend, and the one sender behind them. */
class ComposeActions : public QObject
{
    Q_OBJECT
public:
    /** Adds its commands and buttons. The window must outlive it. */
    explicit ComposeActions(MainWindow& window);
    ~ComposeActions() override;

    ComposePane& pane() { return *m_pane; }
    DeliveryStore& store() { return m_store; }
    DraftList& drafts() { return *m_drafts; }
    DeliveriesView& deliveries() { return *m_deliveries; }

    void compose(); ///< a new request
    void resend(); ///< the selected event as it was
    void editAndResend();
    void openDraft(DraftId id);

signals:
    /** A delivery was recorded. */
    void delivered();

private:
    struct Source {
        EventDetail event;
        QByteArray target; ///< where this endpoint's events were sent before, or empty
    };
    void addCommands();
    void addDrafts();
    void addDeliveries();
    void showPane();
    void withSelected(std::function<void(const Source&)> then);
    void askTarget(const QByteArray& endpoint, std::function<void(const QByteArray&)> then);
    void sendAsItWas(const EventDetail& event, const QByteArray& target);

    MainWindow& m_window;
    Sender m_sender;
    std::unique_ptr<WorkspaceRecorder> m_recorder; ///< null: read-only
    DeliveryQueue m_queue;
    DeliveryStore m_store;
    ComposePane* m_pane;
    DraftList* m_drafts = nullptr;
    DeliveriesView* m_deliveries = nullptr;
    Jobs m_jobs;
    StopSource m_stop;
};

} // namespace creel
