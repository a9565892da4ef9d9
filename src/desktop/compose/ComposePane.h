#pragma once

#include "base/Ids.h"
#include "base/StopToken.h"
#include "delivery/DeliveryQueue.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui
{
class ComposePane;
}

namespace creel
{

class BodyEditor;
class BytesView;
class FieldsEditor;
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
    enum Tab { BodyTab, HeadersTab, SignatureTab, WireTab };

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
    /** Writes what has not been saved yet. */
    void saveNow();

    BodyEditor& bodyEditor() { return *m_body; }
    FieldsEditor& fieldsEditor() { return *m_fields; }
    SigningPanel& signing() { return *m_signing; }
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

private:
    struct Preview {
        BuiltRequest request;
        qint64 madeAtUs = 0;
    };
    void makeTabs();
    void show(const Draft& draft);
    void changed();
    void build(std::function<void(Result<BuiltRequest>)> done);
    void preview();
    void showPreview(const Result<BuiltRequest>& built);
    void deliver(BuiltRequest built);
    void takeFile();
    void updateTitles();

    Workbench& m_workbench;
    DeliveryQueue& m_queue;
    DeliveryStore& m_store;
    std::unique_ptr<::Ui::ComposePane> m_ui;
    BodyEditor* m_body = nullptr;
    FieldsEditor* m_fields = nullptr;
    SigningPanel* m_signing = nullptr;
    PlainLabel* m_wireNote = nullptr;
    BytesView* m_wire = nullptr;
    ResultView* m_result = nullptr;

    Draft m_base; ///< what no control holds
    std::optional<EventId> m_event;
    DraftId m_id;
    QString m_folder;
    int m_position = 0;
    bool m_showing = false;
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
