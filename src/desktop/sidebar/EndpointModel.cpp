#include "desktop/sidebar/EndpointModel.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/list/EventText.h"

#include <QMimeData>

#include <algorithm>
#include <limits>

namespace creel
{
namespace
{

constexpr int nameChars = 120;

QString mimeType()
{
    return QStringLiteral("application/x-creel-endpoint-row");
}

QString nameOf(const Endpoint& endpoint)
{
    return toVisible(endpoint.name.isEmpty() ? toText(endpoint.path) : endpoint.name, nameChars);
}

/** The one that catches all stays last until the user has put it elsewhere. */
int place(const Endpoint& endpoint)
{
    return endpoint.position == 0 && endpoint.path == "/" ? std::numeric_limits<int>::max() : endpoint.position;
}

} // namespace

int EndpointModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size()) + 1;
}

QVariant EndpointModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Endpoint* endpoint = endpointAt(index.row());
    const qint64 count = endpoint == nullptr ? m_total : m_counts.value(endpoint->path);
    const bool catchAll = endpoint != nullptr && endpoint->path == "/" && endpoint->name.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return endpoint == nullptr ? tr("All events") : catchAll ? tr("/ (any other)") : nameOf(*endpoint);
    case Qt::ToolTipRole:
        return endpoint == nullptr ? QString() : plainToolTip(toText(endpoint->path));
    case Qt::AccessibleTextRole:
        return tr("%1, %2 events").arg(data(index, Qt::DisplayRole).toString(), localizedNumber(count));
    case CountRole:
        return localizedNumber(count);
    case PathRole:
        return endpoint == nullptr ? QByteArray() : endpoint->path;
    default:
        return {};
    }
}

Qt::ItemFlags EndpointModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (!index.isValid())
        return m_writable ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    return m_writable && index.row() > 0 ? base | Qt::ItemIsDragEnabled : base;
}

QStringList EndpointModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData* EndpointModel::mimeData(const QModelIndexList& indexes) const
{
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(mimeType(), QByteArray::number(indexes.first().row()));
    return data;
}

bool EndpointModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent)
{
    bool ok = false;
    const int from = data->data(mimeType()).toInt(&ok);
    if (!ok || action != Qt::MoveAction)
        return false;
    move(from, row >= 0 ? row : parent.isValid() ? parent.row() : rowCount());
    return false; // the view must not remove the row that it thinks was moved away
}

void EndpointModel::move(int from, int to)
{
    const int count = int(m_endpoints.size());
    from -= 1;
    to = std::clamp(to - 1, 0, count);
    if (from < 0 || from >= count)
        return;
    std::vector<Endpoint> order = m_endpoints;
    const Endpoint moved = order[std::size_t(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + (to > from ? to - 1 : to), moved);
    std::vector<Endpoint> changed;
    for (int i = 0; i < count; ++i) {
        Endpoint& endpoint = order[std::size_t(i)];
        if (endpoint.position != i + 1) {
            endpoint.position = i + 1;
            changed.push_back(endpoint);
        }
    }
    setEndpoints(order);
    emit reordered(changed);
}

void EndpointModel::setEndpoints(const std::vector<Endpoint>& endpoints)
{
    beginResetModel();
    m_endpoints = endpoints;
    std::stable_sort(m_endpoints.begin(), m_endpoints.end(),
        [](const Endpoint& a, const Endpoint& b) { return place(a) < place(b); });
    endResetModel();
}

void EndpointModel::setCounts(const QMap<QByteArray, qint64>& counts, qint64 total)
{
    if (counts == m_counts && total == m_total)
        return;
    m_counts = counts;
    m_total = total;
    emit dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

const Endpoint* EndpointModel::endpointAt(int row) const
{
    if (row < 1 || row > int(m_endpoints.size()))
        return nullptr;
    return &m_endpoints[std::size_t(row - 1)];
}

int EndpointModel::rowOf(const QByteArray& path) const
{
    for (std::size_t i = 0; i < m_endpoints.size(); ++i) {
        if (m_endpoints[i].path == path)
            return int(i) + 1;
    }
    return -1;
}

} // namespace creel
