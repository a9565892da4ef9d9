#pragma once

#include "desktop/Inbox.h"

#include "base/Ids.h"
#include "base/Result.h"
#include "base/StopToken.h"
#include "exchange/Mask.h"
#include "store/Event.h"
#include "store/EventReader.h"

#include <QAbstractTableModel>
#include <QCache>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace creel
{

/** Where the model's rows come from: the reader of a workspace, or a test. `done` may be called on any thread. */
class EventRowSource
{
public:
    virtual ~EventRowSource() = default;
    virtual void rows(
        std::vector<EventId> ids, StopToken stop, std::function<void(Result<std::vector<EventRow>>)> done) = 0;
};

/**
 * The events of one filter as rows, newest first. A row is an id; what it shows is fetched for the visible rows alone,
 * in the background, and kept in a bounded cache. `data()` reads memory only: a row that is not there yet is blank.
 */
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Signature, Time, Provider, Type, Method, Path, ProviderId, Size, Status, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< qint64, the EventId
        VerdictRole, ///< int(Verdict), -1 while the row is not there yet
        StateRole, ///< int(EventState)
        PinnedRole, ///< bool
        CopyRole, ///< the exact text of the cell, for the clipboard
    };

    explicit EventTableModel(EventRowSource& source, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /** Another filter: everything is new. */
    void reset(EventSet set);
    /** More events of the same filter, wherever they belong; one insertion where they are all newer or all older. */
    void merge(const EventSet& more);
    void remove(const std::vector<EventId>& ids);
    /** These have changed: they are read again while they are visible. */
    void refresh(const std::vector<EventId>& ids);

    const EventSet& set() const { return m_set; }
    EventId idAt(int row) const; ///< invalid where there is no such row
    int rowOf(EventId id) const; ///< -1 where it is not in the set
    /** What is known of a row, or null. Valid until the next change of the model. */
    const EventRow* cached(EventId id) const;

    /** The view tells what it shows; rows around it are fetched. */
    void setVisibleRows(int first, int last);

    /** Placeholders for credentials in targets; nothing: as they came. */
    void setMask(std::optional<Mask> mask);

    static constexpr int cacheBytes = 4 * 1024 * 1024;

signals:
    /** Rows that were missing are there. */
    void rowsLoaded();
    void readProblem(const QString& text);

private:
    struct Loaded {
        quint64 generation = 0;
        Result<std::vector<EventRow>> rows;
    };
    void fetch();
    void take(std::vector<Loaded> answers);
    std::vector<EventId> missing() const;
    void emitChanged(const std::vector<EventId>& ids);

    /** The row as it is shown: with placeholders. */
    EventRow covered(const EventRow& row, int column) const;

    EventRowSource& m_source;
    std::optional<Mask> m_mask;
    EventSet m_set;
    QCache<qint64, EventRow> m_cache;
    std::vector<qint64> m_stale; ///< cached, shown, and to be read again
    int m_first = 0;
    int m_last = -1;
    bool m_onlyVisible = false; ///< new ones push all others down: what is around will not be seen
    quint64 m_generation = 0; ///< of the running fetch
    bool m_running = false;
    bool m_pending = false;
    StopSource m_stop;
    Inbox<Loaded> m_inbox;
};

} // namespace creel
