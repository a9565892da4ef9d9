#pragma once

#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "store/DeliveryStore.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace creel
{

class EventReader;

/** The drafts of the workspace in the side bar, in their folders. Hidden while there are none. */
class DraftList : public QWidget
{
    Q_OBJECT
public:
    DraftList(Workspace& workspace, DeliveryStore& store, QWidget* parent = nullptr);
    ~DraftList() override;

    int count() const { return int(m_drafts.size()); }
    QStringList folders() const;
    void refresh();
    void remove(DraftId id);
    void rename(DraftId id, const QString& name);
    /** `folder`: names joined by `/`, empty for the top; made by being used. */
    void moveTo(DraftId id, const QString& folder);
    /** With all drafts and folders in it. */
    void renameFolder(const QString& folder, const QString& name);

signals:
    void openWanted(DraftId id);
    /** `draft`: whole, as it was. */
    void removed(const StoredDraft& draft);
    /** Stored under another name or in another folder. */
    void stored(const StoredDraft& draft);
    void problem(const QString& text);

private:
    void show(std::vector<StoredDraft> drafts);
    void fill();
    void fitHeight();
    QTreeWidgetItem* folderItem(const QString& folder);
    void showMenu(const QPoint& position);
    void addMoves(QMenu& menu, const StoredDraft& draft);
    void askText(
        const QString& title, const QString& text, const QString& verb, std::function<void(const QString&)> then);
    void place(DraftId id, std::optional<QString> name, std::optional<QString> folder);
    const StoredDraft* draftOf(const QTreeWidgetItem* item) const;

    Workspace& m_workspace;
    DeliveryStore& m_store;
    QTreeWidget* m_tree;
    std::vector<StoredDraft> m_drafts;
    QStringList m_closed; ///< folders that the user closed
    QTimer m_later;
    Jobs m_jobs;
    StopSource m_stop;
};

} // namespace creel
