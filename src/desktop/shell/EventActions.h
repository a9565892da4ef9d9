#pragma once

#include "base/Ids.h"
#include "base/Result.h"
#include "base/StopToken.h"
#include "desktop/Inbox.h"

#include <QObject>

#include <functional>
#include <vector>

namespace creel
{

class ListPane;
class UndoList;
class Workbench;

/** What the user does to the selected events. */
class EventActions : public QObject
{
    Q_OBJECT
public:
    EventActions(Workbench& workbench, ListPane& list, UndoList& undo, QObject* parent = nullptr);

    void removeSelected();
    /** Pins them, or unpins where all are pinned. */
    void pinSelected();
    void copySelected();
    /** As curl commands with placeholders for credentials; up to 20 events. */
    void copySelectedAsCurl();
    /** Asks for the tags of the selected events in the list pane; can be undone. */
    void tagSelected();
    void saveCopy(const QString& file);
    void compact();

signals:
    void message(const QString& text);
    void problem(const QString& text);

private:
    /** A callback for the writer's thread that tells of an error here and goes on with `then`. */
    std::function<void(const Result<void>&)> here(std::function<void()> then = {});

    void setTags(const std::vector<EventId>& ids, const QStringList& tags);

    Workbench& m_workbench;
    ListPane& m_list;
    UndoList& m_undo;
    Inbox<std::function<void()>> m_calls;
    StopSource m_stop;
};

} // namespace creel
