#pragma once

#include "base/Ids.h"
#include "base/StopToken.h"
#include "delivery/DeliveryQueue.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QPushButton;

namespace Ui
{
class ComposePane;
}

namespace creel
{

class BodyEditor;
class DeliveriesView;
class BytesView;
class FieldsEditor;
class OptionsPanel;
class PlainLabel;
class ResultView;
class SigningPanel;
class Workbench;

/**
 * The composer: one draft, what it will be on the wire, and what came back. The bytes are built off the GUI thread; the
 * draft saves itself a second after the last change. With the bytes in sight, exactly those are sent.
 */
class ComposePane : public QWidget
{
    Q_OBJECT
public:
    enum Tab { BodyTab, HeadersTab, SignatureTab, OptionsTab, WireTab, DeliveriesTab };

    /** All must outlive it. */
    ComposePane(Workbench& workbench, DeliveryQueue& queue, DeliveryStore& store, QWidget* parent = nullptr);
    ~ComposePane() override;

    /** An empty request, unless an empty one is there already. */
    void startNew();
    /** `event`: that it was made from. */
    void setDraft(const Draft& draft, std::optional<EventId> event = std::nullopt);
    void setStored(const StoredDraft& stored, const Draft& draft);
    Draft draft() const;
    DraftId draftId() const { return m_id; }
    /** The draft on the screen was deleted elsewhere: it is not saved again until it is changed. */
    void forgetStored();
    /** The draft on the screen got another name or folder elsewhere. */
    void takePlace(const StoredDraft& stored);
    /** Writes what has not been saved yet. */
    void saveNow();

    BodyEditor& bodyEditor() { return *m_body; }
    FieldsEditor& fieldsEditor() { return *m_fields; }
    SigningPanel& signing() { return *m_signing; }
    OptionsPanel& options() { return *m_options; }
    /** The workspace's own variables, as the next request has them. */
    void setVariables(const QMap<QByteArray, QByteArray>& values);
    ResultView& result() { return *m_result; }
    void setCurrentTab(Tab tab);
    void focusUrl();
    bool isSending() const { return m_sending != 0; }

public slots:
    void send();
    void cancel();

signals:
    /** A send has ended, well or not; it is recorded. */
    void sent();
    /** The draft was stored. */
    void saved();
    void closeWanted();
    void problem(const QString& text);
    /** The user wants to change the workspace's variables. */
    void variablesWanted();
    /** The draft on the screen has earlier states to be looked at. */
    void historyWanted(QPushButton* at);
    void sampleWanted(const QByteArray& id);

private:
    struct Preview {
        BuiltRequest request;
        qint64 madeAtUs = 0;
    };
    void makeTabs();
    void makeBodyActions();
    void makeHistoryButton();
    void show(const Draft& draft);
    void changed();
    void build(std::function<void(Result<BuiltRequest>)> done);
    void preview();
    void showPreview(const Result<BuiltRequest>& built);
    void deliver(BuiltRequest built);
    void takeFile();
    void giveRoom();
    void updateTitles();

    Workbench& m_workbench;
    DeliveryQueue& m_queue;
    DeliveryStore& m_store;
    std::unique_ptr<::Ui::ComposePane> m_ui;
    DeliveriesView* m_deliveries = nullptr;
    BodyEditor* m_body = nullptr;
    FieldsEditor* m_fields = nullptr;
    SigningPanel* m_signing = nullptr;
    OptionsPanel* m_options = nullptr;
    QPushButton* m_variablesButton = nullptr;
    QAction* m_replaceVariables = nullptr;
    QPushButton* m_history = nullptr;
    PlainLabel* m_wireNote = nullptr;
    BytesView* m_wire = nullptr;
    ResultView* m_result = nullptr;

    Draft m_base; ///< what no control holds
    std::optional<EventId> m_event;
    DraftId m_id;
    QString m_folder;
    int m_position = 0;
    QMap<QByteArray, QByteArray> m_variables;
    bool m_showing = false;
    bool m_roomGiven = false;
    bool m_unsaved = false;
    bool m_saving = false;
    quint64 m_shown = 0; ///< counts drafts shown; answers for an older one are dropped
    quint64 m_sending = 0; ///< number in the queue, 0: none
    bool m_building = false; ///< to be sent
    std::optional<Preview> m_preview; ///< of the draft as it is
    QTimer m_previewLater;
    QTimer m_saveLater;
    Jobs m_jobs;
    StopSource m_previewStop;
    StopSource m_fileStop;
};

} // namespace creel
