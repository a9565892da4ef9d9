#pragma once

#include "app/WorkspaceRecorder.h"
#include "delivery/DeliveryQueue.h"
#include "delivery/Sender.h"
#include "store/DeliveryStore.h"

#include <QObject>

#include <memory>

class QWidget;

namespace creel
{

class ComposePane;
class DeliveriesView;
class DraftActions;
class DraftList;
class HandshakePane;
class MainWindow;
class ResendActions;

/** Sending in a window: the composer, handshakes, drafts, resending, and the one sender behind them. */
class ComposeActions : public QObject
{
    Q_OBJECT
public:
    /** Adds its commands and buttons. The window must outlive it. */
    explicit ComposeActions(MainWindow& window);
    ~ComposeActions() override;

    /** Whether a page of the details sends: it stays there while events come. */
    bool isPage(const QWidget* page) const;
    ComposePane& pane() { return *m_pane; }
    DeliveryStore& store() { return m_store; }
    DraftList& drafts();
    DeliveriesView& deliveries() { return *m_deliveries; }

    void compose(); ///< a new request
    void playHandshake(); ///< the provider's side of one
    void openDraft(DraftId id);
    ResendActions& resending() { return *m_resend; }
    DraftActions& draftActions() { return *m_draftActions; }
    HandshakePane& handshakes() { return *m_handshake; }

signals:
    /** A delivery was recorded. */
    void delivered();

private:
    void addCommands();
    void addDeliveries();

    MainWindow& m_window;
    Sender m_sender;
    std::unique_ptr<WorkspaceRecorder> m_recorder; ///< null: read-only
    DeliveryQueue m_queue;
    DeliveryStore m_store;
    ComposePane* m_pane;
    HandshakePane* m_handshake;
    DraftActions* m_draftActions;
    ResendActions* m_resend = nullptr;
    DeliveriesView* m_deliveries = nullptr;
};

} // namespace creel
