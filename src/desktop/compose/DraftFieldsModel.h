#pragma once

#include "delivery/RequestBuilder.h"

#include <QAbstractTableModel>

#include <vector>

namespace creel
{

/**
 * The header lines of a draft in order, then those that Creel or the signature adds, as the last preview had them. The
 * first can be edited and switched off; of the latter those of Creel can be left out.
 */
class DraftFieldsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, OriginColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(const Draft& draft);
    void writeTo(Draft& draft) const;
    /** What stands in the head beside the draft's own lines. */
    void setBuilt(const std::vector<BuiltLine>& lines);

    int add(const DraftField& field); ///< the new row
    void removeField(int row);
    /** False where there is no place to go. */
    bool move(int row, int by);
    bool isField(int row) const { return row >= 0 && row < int(m_fields.size()); }
    int sentCount() const; ///< lines that are switched on, Creel's and the signature's too

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void edited();

private:
    struct Added {
        QByteArray name;
        QByteArray value;
        bool signature = false;
        bool leftOut = false;
        bool operator==(const Added&) const = default;
    };
    bool isOn(int row) const;
    void setOn(int row, bool on);
    QByteArray cell(int row, int column) const;
    const Added& added(int row) const { return m_added[std::size_t(row) - m_fields.size()]; }

    std::vector<DraftField> m_fields;
    std::vector<Added> m_added;
    QByteArrayList m_leftOut;
};

} // namespace creel
