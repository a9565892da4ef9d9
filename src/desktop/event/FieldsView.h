#pragma once

#include "http/FormReader.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <vector>

namespace creel
{

/** The fields of a form, decoded, in the order of the wire. */
class FieldsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /** The first 10 000 fields are shown. */
    void setForm(const QByteArray& form);
    const FormField& field(int row) const { return m_fields[static_cast<size_t>(row)]; }
    /** The field that a byte of the form belongs to, -1 where there is none. */
    int rowAt(qsizetype offset) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<FormField> m_fields;
};

/** A form as a table of names and values; plain text; Copy gives the decoded value. */
class FieldsView : public QTableView
{
    Q_OBJECT
public:
    explicit FieldsView(QWidget* parent = nullptr);

    void setForm(const QByteArray& form) { m_fields.setForm(form); }
    FieldsModel& fields() { return m_fields; }
    /** Selects the field that holds this byte of the form. */
    void reveal(qsizetype offset);
    void copyCurrent();

private:
    FieldsModel m_fields;
};

} // namespace creel
