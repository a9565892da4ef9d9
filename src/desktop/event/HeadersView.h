#pragma once

#include "exchange/Mask.h"
#include "http/HeaderList.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <optional>
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
    /** Placeholders for the values of credentials; nothing: every value as it came. */
    void setMask(std::optional<Mask> mask);
    bool isMasked(int row) const;
    /** The value as it is shown and copied: a placeholder where it is masked. */
    QByteArray valueOf(int row) const;
    const HeaderField& field(int row) const { return m_fields[static_cast<size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<HeaderField> m_fields;
    qsizetype m_headers = 0; ///< the rest are trailers
    std::optional<Mask> m_mask;
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
    /** What is a credential; it is shown by its placeholder until the user asks for it. */
    void setMask(const Mask& mask);
    bool isRevealed() const { return m_revealed; }
    HeadersModel& model() { return m_model; }
    QTableView& table() { return *m_table; }

public slots:
    void copyValue();
    void copyLine();
    void copyAll();

signals:
    void revealedChanged(bool revealed);

private:
    void showMenu(const QPoint& point);
    void setRevealed(bool revealed);
    QByteArray shownHead() const;

    HeadersModel m_model;
    PlainLabel* m_firstLine;
    QTableView* m_table;
    BytesView* m_raw;
    QPushButton* m_reveal;
    QByteArray m_head;
    std::optional<Mask> m_mask;
    bool m_revealed = false;
};

} // namespace creel
