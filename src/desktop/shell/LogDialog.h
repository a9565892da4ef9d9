#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace creel
{

/** What the program logged of late, as text, with its place on disk. Deletes itself when it is closed. */
class LogDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LogDialog(QWidget* parent);

private:
    void refresh();

    QPlainTextEdit* m_text;
};

} // namespace creel
