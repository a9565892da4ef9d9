#pragma once

#include <QFrame>

class QPushButton;

namespace creel
{

class PlainLabel;
class Workspace;

/** Says that events can't be stored now, why, what became of the senders, and what to do; goes once they can. */
class StoreBar : public QFrame
{
    Q_OBJECT
public:
    explicit StoreBar(Workspace& workspace, QWidget* parent = nullptr);

    void showProblem(const QString& text);
    void clear();

signals:
    void retentionWanted(); ///< the preferences of the store
    void copyWanted(); ///< save a copy elsewhere

private:
    PlainLabel* m_text;
    QPushButton* m_keepLess;
    QPushButton* m_saveCopy;
};

} // namespace creel
