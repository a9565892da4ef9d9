#pragma once

#include "desktop/compose/DraftFieldsModel.h"

#include <QWidget>

class QTableView;

namespace creel
{

/** The table of header lines with its buttons. */
class FieldsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit FieldsEditor(QWidget* parent = nullptr);
    DraftFieldsModel& model() { return m_model; }
    QTableView& table() { return *m_table; }

private:
    void addField();
    void moveCurrent(int by);

    DraftFieldsModel m_model;
    QTableView* m_table;
};

} // namespace creel
