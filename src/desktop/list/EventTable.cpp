#include "desktop/list/EventTable.h"

#include "desktop/list/EventDelegate.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/EventText.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QStringList>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int plainRowHeight = 26;
constexpr int narrowType = 96; ///< of the column, while the width is shared
constexpr int wideType = 150;
constexpr int airyRowHeight = 32;
constexpr qint64 keptSelection = 10'000; ///< larger selections are dropped when the filter changes

} // namespace

EventTable::EventTable(EventTableModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("eventTable"));
    setAccessibleName(tr("Events"));
    setItemDelegate(new EventDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(plainRowHeight);
    verticalHeader()->setDefaultSectionSize(plainRowHeight);
    setModel(&model);
    setUpHeader();
    // Connected after the view's own: here the view already knows the new rows.
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex&, int first, int last) { onInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        tellVisible();
        tellSelection();
    });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beforeReset(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { afterReset(); });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { tellVisible(); });
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, [this] { readerMoved(); });
}

void EventTable::setUpHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setAccessibleName(tr("Columns of the event table"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(36);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setResizeContentsPrecision(0);
    header->setFixedHeight(plainRowHeight + 1);
    constexpr int widths[EventTableModel::ColumnCount] = {106, 120, 72, 130, 70, 90, 140, 84, 60};
    for (int column = 0; column < EventTableModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column]);
    // Its words are longer in some languages, and they are what the table is read for
    header->resizeSection(EventTableModel::Signature,
        std::max(widths[EventTableModel::Signature], EventDelegate::widthOf(signatureWords())));
    header->setSectionResizeMode(EventTableModel::Path, QHeaderView::Stretch);
    setColumnHidden(EventTableModel::Method, true);
    setColumnHidden(EventTableModel::ProviderId, true);
    header->viewport()->installEventFilter(this);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &EventTable::showColumnMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        m_columnsChosen = m_columnsChosen || (m_headerPressed && column != EventTableModel::Path);
        emit columnsChanged();
    });
    connect(header, &QHeaderView::sectionMoved, this, &EventTable::columnsChanged);
}

void EventTable::showColumnMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    int shown = 0;
    for (int column = 0; column < EventTableModel::ColumnCount; ++column)
        shown += isColumnHidden(column) ? 0 : 1;
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(isColumnHidden(column) || shown > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            emit columnsChanged();
        });
    }
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void EventTable::setFollowing(bool following)
{
    if (following)
        showNewest();
    if (following == m_following)
        return;
    m_following = following;
    emit followingChanged(following);
}

void EventTable::showNewest()
{
    verticalScrollBar()->setValue(0);
    if (m_newAbove != 0) {
        m_newAbove = 0;
        emit newAboveChanged();
    }
    tellVisible();
}

void EventTable::readerMoved()
{
    // Who scrolls or picks an event is reading: from now on nothing moves until "Follow newest" is chosen again.
    if (!m_following)
        return;
    m_following = false;
    emit followingChanged(false);
}

void EventTable::onInserted(int first, int last)
{
    updateGeometries();
    QScrollBar* bar = verticalScrollBar();
    const int top = bar->value();
    if (m_following) {
        bar->setValue(0);
    } else if (first <= top && bar->maximum() > 0) {
        const int count = last - first + 1;
        m_restoring = true;
        bar->setValue(top + count);
        m_restoring = false;
        m_newAbove = std::min<qint64>(m_newAbove + count, bar->value());
        emit newAboveChanged();
    }
    tellVisible();
}

void EventTable::beforeReset()
{
    m_restoring = true;
    m_keptCurrent = m_model.idAt(currentIndex().row());
    m_keptColumn = std::max(currentIndex().column(), 0);
    m_keptSelection = selectedCount() <= keptSelection ? selectedEvents() : std::vector<EventId>{};
    m_keptTop = m_model.idAt(verticalScrollBar()->value());
}

void EventTable::afterReset()
{
    updateGeometries();
    QItemSelection selection;
    for (const EventId id : m_keptSelection) {
        const int row = m_model.rowOf(id);
        if (row >= 0)
            selection.select(m_model.index(row, 0), m_model.index(row, EventTableModel::ColumnCount - 1));
    }
    const int current = m_model.rowOf(m_keptCurrent);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model.index(current, m_keptColumn), QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int top = m_following ? 0 : m_model.rowOf(m_keptTop);
    if (top >= 0)
        verticalScrollBar()->setValue(top);
    else if (current >= 0)
        scrollTo(m_model.index(current, m_keptColumn), PositionAtCenter);
    m_restoring = false;
    if (m_newAbove != 0) {
        m_newAbove = 0;
        emit newAboveChanged();
    }
    tellVisible();
    m_toldSelection.clear();
    tellSelection();
}

EventId EventTable::currentEvent() const
{
    return m_model.idAt(currentIndex().row());
}

qint64 EventTable::selectedCount() const
{
    qint64 count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        count += range.height();
    return count;
}

std::vector<EventId> EventTable::selectedEvents() const
{
    std::vector<EventId> ids;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        const std::vector<EventId> part = m_model.set().ids(Row(range.top()), range.height());
        ids.insert(ids.end(), part.begin(), part.end());
    }
    std::sort(ids.begin(), ids.end(), [](EventId a, EventId b) { return a > b; });
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

bool EventTable::selectEvent(EventId id)
{
    const int row = m_model.rowOf(id);
    if (row < 0)
        return false;
    selectionModel()->setCurrentIndex(m_model.index(row, std::max(currentIndex().column(), 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
    return true;
}

EventId EventTable::topEvent() const
{
    const int row = rowAt(0);
    return row < 0 ? EventId() : m_model.idAt(row);
}

bool EventTable::showAtTop(EventId id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        scrollTo(m_model.index(row, 0), PositionAtTop);
    return row >= 0;
}

void EventTable::moveCurrent(int rows)
{
    const int last = m_model.rowCount() - 1;
    if (last < 0)
        return;
    const int from = currentIndex().row();
    const int row = from < 0 ? 0 : std::clamp(from + rows, 0, last);
    readerMoved();
    selectEvent(m_model.idAt(row));
}

QByteArray EventTable::columnState() const
{
    return horizontalHeader()->saveState();
}

void EventTable::restoreColumnState(const QByteArray& state)
{
    // A state of another number of columns belongs to another version.
    QHeaderView* header = horizontalHeader();
    const QByteArray before = header->saveState();
    if (state.isEmpty())
        return;
    if (!header->restoreState(state) || header->count() != EventTableModel::ColumnCount
        || header->hiddenSectionCount() == header->count())
        header->restoreState(before);
    header->setSectionResizeMode(EventTableModel::Path, QHeaderView::Stretch);
    m_columnsChosen = true;
}

void EventTable::setComfortable(bool comfortable)
{
    verticalHeader()->setDefaultSectionSize(comfortable ? airyRowHeight : plainRowHeight);
    tellVisible();
}

QString EventTable::copyText() const
{
    if (selectedCount() <= 1)
        return currentIndex().data(EventTableModel::CopyRole).toString();
    QStringList lines;
    for (const EventId id : selectedEvents()) {
        const int row = m_model.rowOf(id);
        QStringList cells;
        for (int visual = 0; visual < EventTableModel::ColumnCount; ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (!isColumnHidden(column))
                cells << m_model.index(row, column).data(EventTableModel::CopyRole).toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

void EventTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    const EventId id = m_model.idAt(current.row());
    if (id == m_lastCurrent || m_restoring)
        return;
    m_lastCurrent = id;
    emit currentEventChanged(id);
}

void EventTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_restoring)
        tellSelection();
}

/** Rows that come above make Qt say that the selection changed; what is selected may still be the same events. */
void EventTable::tellSelection()
{
    const bool few = selectedCount() <= keptSelection;
    std::vector<EventId> now = few ? selectedEvents() : std::vector<EventId>{};
    if (!now.empty() && now == m_toldSelection)
        return;
    m_toldSelection = std::move(now);
    emit eventsSelected();
}

void EventTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareWidth();
    tellVisible();
}

/** What the other columns leave is for type and path, until the user gives a column another width. */
void EventTable::shareWidth()
{
    if (m_columnsChosen)
        return;
    int rest = viewport()->width();
    for (int column = 0; column < EventTableModel::ColumnCount; ++column) {
        if (column != EventTableModel::Type && column != EventTableModel::Path)
            rest -= columnWidth(column); // 0 where it is hidden
    }
    setColumnWidth(EventTableModel::Type, std::clamp(rest * 6 / 10, narrowType, wideType));
}

bool EventTable::eventFilter(QObject* watched, QEvent* event)
{
    // The header resizes columns by itself, too: those of the user come with a button down
    if (watched == horizontalHeader()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)
            m_headerPressed = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_headerPressed = false;
    }
    return QTableView::eventFilter(watched, event);
}

void EventTable::wheelEvent(QWheelEvent* event)
{
    const int before = verticalScrollBar()->value();
    QTableView::wheelEvent(event);
    if (verticalScrollBar()->value() != before)
        readerMoved();
}

void EventTable::mousePressEvent(QMouseEvent* event)
{
    QTableView::mousePressEvent(event);
    if (indexAt(event->pos()).isValid())
        readerMoved();
}

void EventTable::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex before = currentIndex();
    const int scrolled = verticalScrollBar()->value();
    QTableView::keyPressEvent(event);
    if (currentIndex() != before || verticalScrollBar()->value() != scrolled)
        readerMoved();
}

void EventTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    tellVisible();
    const qint64 above = std::min<qint64>(m_newAbove, verticalScrollBar()->value());
    if (!m_restoring && above != m_newAbove) {
        m_newAbove = above;
        emit newAboveChanged();
    }
}

void EventTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (selectedCount() > 0)
        emit contextMenuWanted(event->globalPos());
}

void EventTable::tellVisible()
{
    const int first = verticalScrollBar()->value();
    const int height = std::max(verticalHeader()->defaultSectionSize(), 1);
    m_model.setVisibleRows(first, first + viewport()->height() / height + 1);
}

} // namespace creel
