#pragma once

#include "base/StopToken.h"
#include "desktop/compose/Outcome.h"
#include "desktop/event/Jobs.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace creel
{

class BodyView;
class HeadersView;
class PlainLabel;
class TimingsView;

/** What came back: status, time and size, then the answer in the viewers of events, and where the time went. */
class ResultView : public QWidget
{
    Q_OBJECT
public:
    explicit ResultView(QWidget* parent = nullptr);
    ~ResultView() override;

    void clear();
    /** The last result stays until the next is there; from 300 ms on, progress and Cancel show. */
    void showSending();
    void showOutcome(const Outcome& outcome);
    /** Not sent at all. */
    void showProblem(const QString& text);
    /** One more part beside the answer's. */
    void addPart(QWidget* part, const QString& title);
    /** Right of the status. */
    QHBoxLayout* actionArea() { return m_actions; }

signals:
    void cancelWanted();

private:
    void showTabs(const Outcome& outcome);
    void ended();

    PlainLabel* m_status;
    PlainLabel* m_facts;
    PlainLabel* m_error;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QHBoxLayout* m_actions;
    QTabWidget* m_tabs;
    BodyView* m_body;
    HeadersView* m_headers;
    TimingsView* m_timings;
    PlainLabel* m_connection; ///< below the timings
    QTimer m_slow;
    Jobs m_jobs;
    StopSource m_stop;
};

} // namespace creel
