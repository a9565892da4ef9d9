#pragma once

#include "desktop/schemes/SchemeListModel.h"

#include <QDialog>

class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace creel
{

class PlainLabel;
class SchemeForm;
class SchemePreview;
class Workbench;

/**
 * The schemes by which signatures are verified. The user's own can be made, changed and taken along as files; built-in
 * ones are read and duplicated. What is written is tried on the event that is selected in the main window.
 */
class SchemesWindow : public QDialog
{
    Q_OBJECT
public:
    SchemesWindow(Workbench& workbench, QWidget* parent = nullptr);

    SchemePreview& preview() { return *m_preview; }
    /** A file with a scheme; what can't be read is told, and nothing is written. */
    void importFile(const QString& file);
    void exportTo(const QString& file);

public slots:
    void createNew();
    void duplicate();
    void remove();
    void save();
    void discard();

private:
    QWidget* makeList();
    QWidget* makeEditor();
    void reload(const QByteArray& id, const QString& file = {});
    void chosen(int row);
    /** Another scheme in the editor. `file`: empty for one that is not stored yet. */
    void edit(const QByteArray& json, bool own, const QString& file);
    void formEdited();
    void textEdited();
    void setModified(bool modified);
    void tell(const QString& problem);
    void askForImport();
    void askForExport();
    void store(const QByteArray& json, const QString& replaced);
    void refresh();

    Workbench& m_workbench;
    SchemeListModel* m_model;
    QListView* m_list = nullptr;
    QLineEdit* m_search = nullptr;
    QTabWidget* m_tabs = nullptr;
    SchemeForm* m_form = nullptr;
    QPlainTextEdit* m_text = nullptr;
    PlainLabel* m_note = nullptr;
    PlainLabel* m_problem = nullptr;
    SchemePreview* m_preview = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_discard = nullptr;
    QByteArray m_json;
    QByteArray m_id; ///< in the list; empty for one that is not stored yet
    QString m_file;
    QString m_listProblem; ///< of the chosen file
    bool m_own = false;
    bool m_modified = false;
    bool m_showing = false;
};

} // namespace creel
