#pragma once

#include "base/Ids.h"
#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QByteArray>
#include <QMap>
#include <QObject>

class QPushButton;

namespace creel
{

class ComposePane;
class DraftList;
class MainWindow;

/** Drafts beside the composer: the list in the side bar, earlier states, samples, and the workspace's variables. */
class DraftActions : public QObject
{
    Q_OBJECT
public:
    /** All must outlive it. */
    DraftActions(MainWindow& window, ComposePane& pane, DeliveryStore& store);
    ~DraftActions() override;

    DraftList& list() { return *m_list; }
    void open(DraftId id);
    void startFromSample(const QByteArray& id);
    void editVariables();
    /** Earlier states of the composer's draft in a menu below a button. */
    void showHistory(QPushButton* at);
    /** Goes back to an earlier state; the present one becomes a part of the history. */
    void restore(const StoredDraft& earlier);

private:
    void removed(const StoredDraft& draft);
    void show(const StoredDraft& stored);
    void readVariables();

    MainWindow& m_window;
    ComposePane& m_pane;
    DeliveryStore& m_store;
    DraftList* m_list;
    QMap<QByteArray, QByteArray> m_variables;
    Jobs m_jobs;
    StopSource m_stop;
    StopSource m_variablesStop;
};

} // namespace creel
