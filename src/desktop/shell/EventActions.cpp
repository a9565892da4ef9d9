#include "desktop/shell/EventActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/UndoList.h"
#include "exchange/CurlExporter.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>

#include <algorithm>

namespace creel
{
namespace
{

constexpr std::size_t maxCurls = 20;
constexpr qint64 maxCurlBody = 8 * 1024 * 1024; ///< what a clipboard and a shell still take

Result<QByteArray> curlOf(EventReader& reader, EventId id, const std::optional<Mask>& mask, const StopToken& stop)
{
    const Result<EventDetail> detail = reader.detailNow(id, maxCurlBody, stop);
    if (!detail.ok())
        return detail.error();
    if (detail->row.state != EventState::Complete || !detail->request)
        return Error{ErrorCode::Invalid,
            EventActions::tr("Event %1 is not a whole request: curl can't send it again.").arg(id.v)};
    if (detail->request->body.size() < detail->request->bodySize)
        return Error{ErrorCode::Invalid,
            EventActions::tr("The body of event %1 is too large for a command line. Export the event.").arg(id.v)};
    Mask::Count count;
    const EventDetail shown = mask ? mask->event(*detail, count) : *detail;
    return toCurl(*shown.request, baseOf(*shown.request));
}

} // namespace

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

void EventActions::copySelectedAsCurl()
{
    std::vector<EventId> ids = m_list.table().selectedEvents();
    if (ids.empty())
        return;
    if (ids.size() > maxCurls) {
        emit message(tr("Select up to %1 events to copy them as curl commands.").arg(maxCurls));
        return;
    }
    m_stop = StopSource();
    m_workbench.reader().run(m_stop.token(),
        [this, &reader = m_workbench.reader(), ids = std::move(ids), mask = m_workbench.screenMask(),
            stop = m_stop.token(), post = m_calls.poster()] {
            QByteArrayList commands;
            QString failed;
            for (const EventId id : ids) {
                const Result<QByteArray> command = curlOf(reader, id, mask, stop);
                if (stop.stopRequested())
                    return;
                if (command.ok())
                    commands << *command;
                else
                    failed = command.error().text;
            }
            post([this, commands, failed, masked = mask.has_value()] {
                if (!commands.isEmpty())
                    QGuiApplication::clipboard()->setText(toText(commands.join('\n')));
                if (!failed.isEmpty())
                    emit problem(failed);
                else
                    emit message(masked ? tr("Copied as curl; credentials are placeholders")
                                        : tr("Copied as curl, with its credentials"));
            });
        });
}

void EventActions::tagSelected()
{
    const std::vector<EventId> ids = m_list.table().selectedEvents();
    if (ids.empty() || m_workbench.workspace().isReadOnly())
        return;
    const EventRow* first = m_list.model().cached(ids.front());
    m_list.askForTags(
        first != nullptr ? first->tags : QStringList(), [this, ids](const QStringList& tags) { setTags(ids, tags); });
}

void EventActions::setTags(const std::vector<EventId>& ids, const QStringList& tags)
{
    m_stop = StopSource();
    // What they had is read first, so that it can come back.
    m_workbench.reader().rows(
        ids, m_stop.token(), [this, ids, tags, post = m_calls.poster()](const Result<std::vector<EventRow>>& rows) {
            post([this, ids, tags, rows] {
                if (!rows.ok()) {
                    emit problem(rows.error().text);
                    return;
                }
                const QString text = tr("%n event(s) tagged", nullptr, int(ids.size()));
                m_workbench.writer().setTags(ids, tags, here([this, rows, text] {
                    m_undo.push(tr("Undo: %1").arg(text), [this, rows] {
                        for (const EventRow& row : *rows)
                            m_workbench.writer().setTags({row.id}, row.tags, here());
                    });
                    emit message(text);
                }));
            });
        });
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
