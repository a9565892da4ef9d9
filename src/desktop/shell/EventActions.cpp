#include "desktop/shell/EventActions.h"

#include "app/Workbench.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/UndoList.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>

#include <algorithm>

namespace creel
{

EventActions::EventActions(Workbench& workbench, ListPane& list, UndoList& undo, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_list(list)
    , m_undo(undo)
    , m_calls([](std::vector<std::function<void()>> calls) {
        for (const auto& call : calls)
            call();
    })
{
}

std::function<void(const Result<void>&)> EventActions::here(std::function<void()> then)
{
    return [this, post = m_calls.poster(), then = std::move(then)](const Result<void>& result) {
        post([this, result, then] {
            if (!result.ok())
                emit problem(result.error().text);
            else if (then)
                then();
        });
    };
}

void EventActions::removeSelected()
{
    const std::vector<EventId> ids = m_list.table().selectedEvents();
    if (ids.empty() || m_workbench.workspace().isReadOnly())
        return;
    const int row = m_list.model().rowOf(ids.front());
    const QString text = tr("%n event(s) deleted", nullptr, int(ids.size()));
    const auto takeBack = [this, ids] {
        m_workbench.writer().undeleteEvents(ids, here([this, ids] {
            m_list.reload();
            m_list.selectWhenThere(ids.front());
        }));
    };
    m_workbench.writer().deleteEvents(ids, here([this, ids, row, text, takeBack] {
        m_list.model().remove(ids);
        m_list.table().selectEvent(m_list.model().idAt(std::min(row, m_list.model().rowCount() - 1)));
        m_undo.push(tr("Undo: %1").arg(text), takeBack);
        m_list.offer(text, tr("Undo"), [this] { m_undo.undo(); });
    }));
}

void EventActions::pinSelected()
{
    const std::vector<EventId> ids = m_list.table().selectedEvents();
    if (ids.empty() || m_workbench.workspace().isReadOnly())
        return;
    const bool allPinned = std::all_of(ids.begin(), ids.end(), [this](EventId id) {
        const EventRow* row = m_list.model().cached(id);
        return row != nullptr && row->pinned;
    });
    m_workbench.writer().setPinned(ids, !allPinned, here([this, count = int(ids.size()), allPinned] {
        emit message(allPinned ? tr("%n event(s) unpinned", nullptr, count)
                               : tr("%n event(s) pinned: retention keeps them", nullptr, count));
    }));
}

void EventActions::copySelected()
{
    const QString text = m_list.table().copyText();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    emit message(tr("Copied"));
}

void EventActions::saveCopy(const QString& file)
{
    emit message(tr("Saving a copy\u2026"));
    m_workbench.writer().saveCopy(
        file, here([this, file] { emit message(tr("Copy saved as %1").arg(QDir::toNativeSeparators(file))); }));
}

void EventActions::compact()
{
    emit message(tr("Compacting\u2026"));
    m_workbench.writer().compact(here([this] { emit message(tr("The workspace is compact.")); }));
}

} // namespace creel
