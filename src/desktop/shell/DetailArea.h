#pragma once

#include "base/Ids.h"

#include <QStackedWidget>

class QHBoxLayout;

namespace creel
{

class EventPane;
class PlainLabel;
class Workbench;

/** What is known of the selection: an event, what can be done with many, or how to choose one. */
class DetailArea : public QStackedWidget
{
    Q_OBJECT
public:
    explicit DetailArea(Workbench& workbench, QWidget* parent = nullptr);

    EventPane& eventPane() { return *m_event; }
    void showNothing();
    void showOne(EventId id);
    /** One more thing that can be done with many events, below the others. */
    void addManyAction(QWidget* button);
    /** `count` events; `bytes` of their bodies, or -1 where that is not known. */
    void showMany(qint64 count, qint64 bytes);

signals:
    void deleteWanted();
    void pinWanted();
    void tagWanted();
    void copyWanted();

private:
    QWidget* makeMany(bool readOnly);

    PlainLabel* m_nothing;
    EventPane* m_event;
    PlainLabel* m_manyTitle = nullptr;
    PlainLabel* m_manyText = nullptr;
    QHBoxLayout* m_manyActions = nullptr;
};

} // namespace creel
