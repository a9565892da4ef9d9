#pragma once

#include "base/Ids.h"
#include "base/SecretBytes.h"
#include "base/StopToken.h"
#include "delivery/DeliveryQueue.h"
#include "delivery/Draft.h"
#include "desktop/event/Jobs.h"

#include <QByteArray>
#include <QMap>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

class QProgressDialog;

namespace creel
{

class ComposePane;
class MainWindow;

/**
 * Sends selected events again, as they were or signed again with a fresh timestamp, one after the other with progress
 * and cancel; and makes a draft of one. Where to is asked once for each endpoint and remembered.
 */
class ResendActions : public QObject
{
    Q_OBJECT
public:
    /** Adds its commands and buttons. All must outlive it. */
    ResendActions(MainWindow& window, DeliveryQueue& queue, ComposePane& pane);
    ~ResendActions() override;

    void resend(ReplayMode mode);
    /** As they were, to an address that is asked for again. */
    void resendElsewhere();
    void editAndResend();
    bool isRunning() const { return m_run != nullptr; }

signals:
    /** A delivery was recorded. */
    void delivered();

private:
    struct Source {
        EventDetail event;
        QByteArray target; ///< where this endpoint's events were sent before, or empty
    };
    struct Run;
    void addCommands();
    void addButtons();
    void load(EventId id, const StopToken& stop, std::function<void(const Result<Source>&)> then);
    void askTarget(const QByteArray& endpoint, const QByteArray& before, std::function<void(const QByteArray&)> then,
        std::function<void()> otherwise);
    void start(ReplayMode mode, bool ask);
    void showProgress();
    void next();
    void withTarget(const std::shared_ptr<Source>& source);
    void withSecret(const std::shared_ptr<Source>& source);
    void send(const std::shared_ptr<Source>& source);
    void ended(const DeliveryRecord& record);
    void skip(const QString& reason);
    void finish();

    MainWindow& m_window;
    DeliveryQueue& m_queue;
    ComposePane& m_pane;
    std::unique_ptr<Run> m_run; ///< null: nothing is sent
    Jobs m_jobs;
    StopSource m_stop;
};

} // namespace creel
