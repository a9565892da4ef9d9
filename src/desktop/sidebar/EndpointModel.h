#pragma once

#include "store/Endpoint.h"

#include <QAbstractListModel>
#include <QMap>

#include <vector>

namespace creel
{

/** "All events", then the endpoints in the user's order, each with its count. Rows can be dragged to another place. */
class EndpointModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        CountRole = Qt::UserRole, ///< text of the count
        PathRole, ///< QByteArray; null for "All events"
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

    void setEndpoints(const std::vector<Endpoint>& endpoints);
    void setCounts(const QMap<QByteArray, qint64>& counts, qint64 total);
    void setWritable(bool writable) { m_writable = writable; }
    /** Null for "All events" and rows that are not there. */
    const Endpoint* endpointAt(int row) const;
    int rowOf(const QByteArray& path) const; ///< -1 where there is none
    /** Moves the endpoint of row `from` before row `to`. */
    void move(int from, int to);

signals:
    /** The user moved one: those whose `position` is another now. */
    void reordered(const std::vector<creel::Endpoint>& changed);

private:
    std::vector<Endpoint> m_endpoints;
    QMap<QByteArray, qint64> m_counts;
    qint64 m_total = 0;
    bool m_writable = true;
};

} // namespace creel
