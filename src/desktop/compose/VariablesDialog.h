#pragma once

#include <QByteArray>
#include <QDialog>
#include <QMap>

class QPushButton;
class QTableWidget;

namespace creel
{

class PlainLabel;

/** The workspace's own variables: names and values, in a table. `accepted` where the user wants them saved. */
class VariablesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit VariablesDialog(const QMap<QByteArray, QByteArray>& values, QWidget* parent = nullptr);

    /** Rows without a name do not count. */
    QMap<QByteArray, QByteArray> values() const;

private:
    void addRow(const QString& name, const QString& value);
    void refresh();

    QTableWidget* m_table;
    PlainLabel* m_problem;
    QPushButton* m_save;
};

} // namespace creel
