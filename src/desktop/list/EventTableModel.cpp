#include "desktop/list/EventTableModel.h"

#include "desktop/list/EventText.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace creel
{
namespace
{

constexpr int aroundVisible = 60; ///< rows fetched above and below what is shown, so that scrolling finds them
constexpr int maxRemovals = 64; ///< more separate runs than this are one reset

int clampedRows(qint64 size)
{
    return int(std::min<qint64>(size, std::numeric_limits<int>::max()));
}

int cost(const EventRow& row)
{
    return int(sizeof(EventRow)) + int(row.target.size() + row.eventType.size() + row.providerId.size())
        + int(row.provider.size()) * 2;
}

} // namespace

EventTableModel::EventTableModel(EventRowSource& source, QObject* parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_cache(cacheBytes)
    , m_inbox([this](std::vector<Loaded> answers) { take(std::move(answers)); })
{
}

int EventTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : clampedRows(m_set.size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Size || section == Status ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Signature:
        return tr("Signature");
    case Time:
        return tr("Time");
    case Provider:
        return tr("Provider");
    case Type:
        return tr("Type");
    case Method:
        return tr("Method");
    case Path:
        return tr("Path");
    case ProviderId:
        return tr("Provider ID");
    case Size:
        return tr("Size");
    case Status:
        return tr("Status");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(
            Qt::AlignVCenter | (index.column() == Size || index.column() == Status ? Qt::AlignRight : Qt::AlignLeft));
    const EventId id = idAt(index.row());
    if (role == IdRole)
        return id.v;
    const EventRow* row = cached(id);
    if (row == nullptr)
        return role == VerdictRole ? QVariant(-1) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return eventText(covered(*row, index.column()), index.column());
    case Qt::ToolTipRole:
        return eventToolTip(covered(*row, index.column()), index.column());
    case Qt::AccessibleTextRole:
        return eventAccessibleText(covered(*row, index.column()), index.column());
    case CopyRole:
        return eventExactText(covered(*row, index.column()), index.column());
    case VerdictRole:
        return int(row->verdict.verdict());
    case StateRole:
        return int(row->state);
    case PinnedRole:
        return row->pinned;
    default:
        return {};
    }
}

void EventTableModel::setMask(std::optional<Mask> mask)
{
    m_mask = std::move(mask);
    if (rowCount() > 0)
        emit dataChanged(index(0, Path), index(rowCount() - 1, Path));
}

EventRow EventTableModel::covered(const EventRow& row, int column) const
{
    if (!m_mask || column != Path || !row.target.contains('?'))
        return row;
    EventRow covered = row;
    Mask::Count count;
    covered.target = m_mask->target(row.target, count);
    return covered;
}

EventId EventTableModel::idAt(int row) const
{
    return row < 0 ? EventId() : m_set.at(Row(row));
}

int EventTableModel::rowOf(EventId id) const
{
    return clampedRows(m_set.rowOf(id).v);
}

const EventRow* EventTableModel::cached(EventId id) const
{
    return m_cache.object(id.v);
}

void EventTableModel::reset(EventSet set)
{
    EventSet both = set;
    both.unite(m_set);
    if (m_set.size() > 0 && both.size() == set.size()) {
        merge(set); // nothing has gone: what is read need not move
        return;
    }
    beginResetModel();
    m_set = std::move(set);
    m_onlyVisible = false;
    m_stale.clear();
    endResetModel();
    fetch();
}

void EventTableModel::merge(const EventSet& more)
{
    EventSet all = m_set;
    all.unite(more);
    const qint64 added = all.size() - m_set.size();
    if (added == 0)
        return;
    // New ones that stand together, which is the rule: above all others, below them, or in one gap.
    const qint64 first = all.rowOf(more.newest()).v;
    const qint64 last = all.rowOf(more.at(Row(more.size() - 1))).v;
    const bool together = last - first + 1 == added && last < std::numeric_limits<int>::max();
    if (together) {
        m_onlyVisible = first == 0 && m_first == 0;
        beginInsertRows({}, int(first), int(last));
        m_set = std::move(all);
        endInsertRows();
    } else {
        beginResetModel();
        m_set = std::move(all);
        endResetModel();
    }
    fetch();
}

void EventTableModel::remove(const std::vector<EventId>& ids)
{
    std::vector<int> rows;
    for (const EventId id : ids) {
        m_cache.remove(id.v);
        if (const int row = rowOf(id); row >= 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (!runs.empty() && runs.back().second + 1 == row)
            runs.back().second = row;
        else
            runs.emplace_back(row, row);
    }
    if (int(runs.size()) > maxRemovals) {
        beginResetModel();
        for (const EventId id : ids)
            m_set.remove(id);
        endResetModel();
    } else {
        for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
            const std::vector<EventId> gone = m_set.ids(Row(run->first), run->second - run->first + 1);
            beginRemoveRows({}, run->first, run->second);
            for (const EventId id : gone)
                m_set.remove(id);
            endRemoveRows();
        }
    }
    fetch();
}

void EventTableModel::refresh(const std::vector<EventId>& ids)
{
    for (const EventId id : ids) {
        const int row = rowOf(id);
        if (row >= m_first && row <= m_last && m_cache.contains(id.v))
            m_stale.push_back(id.v); // keeps its old content on the screen until the new is there
        else
            m_cache.remove(id.v);
    }
    fetch();
}

void EventTableModel::setVisibleRows(int first, int last)
{
    if (first == m_first && last == m_last)
        return;
    m_first = first;
    m_last = last;
    m_onlyVisible = false;
    fetch();
}

std::vector<EventId> EventTableModel::missing() const
{
    std::vector<EventId> ids;
    for (const qint64 id : m_stale)
        ids.emplace_back(id);
    if (m_last < m_first)
        return ids;
    const auto collect = [&](int from, int to) {
        from = std::max(from, 0);
        to = std::min(to, rowCount() - 1);
        if (from > to)
            return;
        for (const EventId id : m_set.ids(Row(from), to - from + 1)) {
            if (!m_cache.contains(id.v))
                ids.push_back(id);
        }
    };
    collect(m_first, m_last);
    if (m_onlyVisible)
        return ids;
    // Neighbors come along only with rows that are missed, or when the reading has run to the edge of what is there.
    collect(m_last + 1, m_last + aroundVisible);
    collect(m_first - aroundVisible, m_first - 1);
    return ids;
}

void EventTableModel::fetch()
{
    if (m_running) {
        m_pending = true;
        return;
    }
    m_pending = false;
    std::vector<EventId> ids = missing();
    if (ids.empty())
        return;
    m_stale.clear();
    m_running = true;
    const quint64 generation = ++m_generation;
    m_stop = StopSource();
    m_source.rows(
        std::move(ids), m_stop.token(), [post = m_inbox.poster(), generation](Result<std::vector<EventRow>> rows) {
            post(Loaded{generation, std::move(rows)});
        });
}

void EventTableModel::take(std::vector<Loaded> answers)
{
    for (Loaded& answer : answers) {
        if (answer.generation != m_generation)
            continue;
        m_running = false;
        if (!answer.rows.ok()) {
            if (answer.rows.error().code != ErrorCode::Cancelled)
                emit readProblem(answer.rows.error().text);
            continue;
        }
        std::vector<EventId> ids;
        // The visible ones come first and go in last: long rows around them must not push them out.
        for (auto row = answer.rows->rbegin(); row != answer.rows->rend(); ++row) {
            ids.push_back(row->id);
            const int size = cost(*row);
            m_cache.insert(row->id.v, new EventRow(std::move(*row)), size);
        }
        emitChanged(ids);
        emit rowsLoaded();
    }
    if (m_pending)
        fetch();
}

void EventTableModel::emitChanged(const std::vector<EventId>& ids)
{
    int first = std::numeric_limits<int>::max();
    int last = -1;
    for (const EventId id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

} // namespace creel
