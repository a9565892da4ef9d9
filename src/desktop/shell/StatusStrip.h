#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <utility>

class QPushButton;

namespace creel
{

class PlainLabel;
class Workspace;

/** The line at the bottom: rate, count and size, what goes on, the last message. A problem stays until it is read. */
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusStrip(Workspace& workspace, QWidget* parent = nullptr);

    void showMessage(const QString& text); ///< goes by itself
    void showProblem(const QString& text); ///< stays until it is clicked away
    void clearProblem();
    /** It is no more; another problem that stands there stays. */
    void takeBackProblem(const QString& text);
    /** `left` events are still verified again; 0: none. */
    void showVerifying(qint64 left);

private:
    void refresh();
    void refreshSoon();

    Workspace& m_workspace;
    PlainLabel* m_rate;
    PlainLabel* m_count;
    PlainLabel* m_index;
    PlainLabel* m_progress;
    PlainLabel* m_message;
    PlainLabel* m_problem;
    QString m_problemText;
    QPushButton* m_dismiss;
    QTimer m_tick;
    QTimer m_soon;
    QTimer m_messageEnd;
    QElapsedTimer m_clock;
    qint64 m_refreshed = 0; ///< on that clock
    std::deque<std::pair<qint64, qint64>> m_samples; ///< milliseconds, newest event id
};

} // namespace creel
