#pragma once

#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QListWidget;

namespace creel
{

class EventReader;

/** The drafts of the workspace in the side bar, those of a folder together. Hidden while there are none. */
class DraftList : public QWidget
{
    Q_OBJECT
public:
    DraftList(Workspace& workspace, DeliveryStore& store, QWidget* parent = nullptr);
    ~DraftList() override;

    int count() const { return int(m_drafts.size()); }
    void refresh();
    void remove(DraftId id);
    void rename(const StoredDraft& draft, const QString& name);

signals:
    void openWanted(DraftId id);
    void removed(DraftId id);
    void problem(const QString& text);

private:
    void show(std::vector<StoredDraft> drafts);
    void showMenu(const QPoint& position);
    void askName(const StoredDraft& draft);
    const StoredDraft* draftAt(int row) const;

    Workspace& m_workspace;
    DeliveryStore& m_store;
    QListWidget* m_list;
    std::vector<StoredDraft> m_drafts;
    QTimer m_later;
    Jobs m_jobs;
    StopSource m_stop;
};

} // namespace creel
