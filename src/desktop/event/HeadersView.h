#pragma once

#include "http/HeaderList.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QPushButton;
class QTableView;

namespace creel
{

class BytesView;
class PlainLabel;

/** Header fields as they came: order, letter case, duplicates; then the trailers. */
class HeadersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const HeaderList& headers, const HeaderList& trailers = {});
    const HeaderField& field(int row) const { return m_fields[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<HeaderField> m_fields;
    qsizetype m_headers = 0; ///< the rest are trailers
};

/** The first line, the table of fields, and the head's exact bytes where that is asked for. */
class HeadersView : public QWidget
{
    Q_OBJECT
public:
    explicit HeadersView(QWidget* parent = nullptr);

    /** `firstLine`: request or status line; `head`: all bytes of it. */
    void setHead(
        const QByteArray& firstLine, const HeaderList& headers, const HeaderList& trailers, const QByteArray& head);
    HeadersModel& model() { return m_model; }
    QTableView& table() { return *m_table; }

public slots:
    void copyValue();
    void copyLine();
    void copyAll();

private:
    void showMenu(const QPoint& point);

    HeadersModel m_model;
    PlainLabel* m_firstLine;
    QTableView* m_table;
    BytesView* m_raw;
    QByteArray m_head;
};

} // namespace creel
