#pragma once

#include "base/Ids.h"

#include <QTableView>

#include <vector>

namespace creel
{

class EventTableModel;

/**
 * The event table. Rows have one height, so that a million of them cost nothing; what is being read stays where it is
 * when events come in above; current event and selection are kept by id when the filter changes.
 */
class EventTable : public QTableView
{
    Q_OBJECT
public:
    explicit EventTable(EventTableModel& model, QWidget* parent = nullptr);

    /** Following: the newest event stays in sight. Otherwise rows in sight stay in place. */
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    void showNewest();
    /** How many events are above the first visible row that came since it was last at the top. */
    qint64 newAbove() const { return m_newAbove; }

    EventId currentEvent() const;
    std::vector<EventId> selectedEvents() const;
    qint64 selectedCount() const;
    /** Selects an event and scrolls to it; false where it is not in the set. */
    bool selectEvent(EventId id);
    void moveCurrent(int rows);
    /** The event of the first row in sight; invalid where there is none. */
    EventId topEvent() const;
    /** Makes it that; false where it is not in the set. */
    bool showAtTop(EventId id);

    QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);
    void setComfortable(bool comfortable);
    /** The exact text of the current cell, or of the rows with tabs where more than one is selected. */
    QString copyText() const;

signals:
    void currentEventChanged(EventId id);
    void eventsSelected();
    void followingChanged(bool following);
    void newAboveChanged();
    void columnsChanged();
    void contextMenuWanted(const QPoint& globalPosition);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void setUpHeader();
    void showColumnMenu(const QPoint& position);
    void onInserted(int first, int last);
    void beforeReset();
    void afterReset();
    void tellSelection();
    void tellVisible();
    void readerMoved();
    void shareWidth();

    EventTableModel& m_model;
    bool m_following = true;
    bool m_restoring = false;
    bool m_columnsChosen = false; ///< by the user, in this run or an earlier one
    bool m_headerPressed = false;
    qint64 m_newAbove = 0;
    EventId m_keptCurrent;
    int m_keptColumn = 0;
    std::vector<EventId> m_keptSelection;
    EventId m_keptTop;
    EventId m_lastCurrent;
    std::vector<EventId> m_toldSelection; ///< empty: none, or too many to compare
};

} // namespace creel
