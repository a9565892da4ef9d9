#include "FakeRows.h"

#include "desktop/list/EventTable.h"
#include "desktop/list/EventTableModel.h"
#include "desktop/list/EventText.h"
#include "desktop/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace creel;

class TestEventTable : public QObject
{
    Q_OBJECT
private slots:
    void modelKeepsItsPromises();
    void dataReadsMemoryOnly();
    void oneFetchAtATime();
    void olderAndNewerAreOneInsertion();
    void onlyWhatIsSeenIsRead();
    void visibleRowsStayInTheCache();
    void gapsAreFilled();
    void removalKeepsOrder();
    void refreshShowsTheOldUntilTheNew();
    void cacheIsBounded();
    void hostileCellsAreText();
    void newEventsDoNotMoveWhatIsRead();
    void newEventsLeaveTheSelectionAlone();
    void followingKeepsTheNewestInSight();
    void scrollingStopsFollowing();
    void selectionSurvivesAnotherFilter();
    void millionRows();
    void columnsComeBack();
    void timesAndSizesFitTheirColumns();
    void columnsShareWhatThereIs();

private:
    static QString path(const EventTableModel& model, int row)
    {
        return model.index(row, EventTableModel::Path).data().toString();
    }
};

void TestEventTable::modelKeepsItsPromises()
{
    FakeRows rows;
    EventTableModel model(rows);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.reset(setOf(1, 50));
    model.setVisibleRows(0, 20);
    rows.answer();
    QTRY_VERIFY(model.cached(EventId(50)) != nullptr);
    model.merge(setOf(51, 60));
    model.remove({EventId(5), EventId(6), EventId(60)});
    model.merge(setOf(3, 6));
    rows.answer();
    model.reset(EventSet());
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 9);
}

void TestEventTable::dataReadsMemoryOnly()
{
    FakeRows rows;
    EventTableModel model(rows);
    model.reset(setOf(1, 1000));
    for (int row = 0; row < 1000; ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(!model.index(row, column).data().isValid());
    }
    QVERIFY(rows.asked.empty()); // nothing is visible: nothing is read
    QCOMPARE(model.index(0, 0).data(EventTableModel::IdRole).toLongLong(), 1000);
    model.setVisibleRows(0, 9);
    rows.answer();
    QTRY_COMPARE(path(model, 0), QStringLiteral("/path/1000"));
    QCOMPARE(model.index(0, EventTableModel::Signature).data().toString(), QStringLiteral("Valid"));
}

void TestEventTable::oneFetchAtATime()
{
    FakeRows rows;
    EventTableModel model(rows);
    model.reset(setOf(1, 100'000));
    for (int first = 0; first < 50'000; first += 500)
        model.setVisibleRows(first, first + 30);
    QCOMPARE(rows.asked.size(), std::size_t(1));
    rows.answer();
    QTRY_COMPARE(rows.asked.size(), std::size_t(2)); // the last place alone, none of those between
    rows.answer();
    QTRY_VERIFY(model.cached(model.idAt(49'500)) != nullptr);
    QVERIFY(model.cached(model.idAt(25'000)) == nullptr);
    QCOMPARE(rows.asked.size(), std::size_t(2));
}

void TestEventTable::olderAndNewerAreOneInsertion()
{
    FakeRows rows;
    EventTableModel model(rows);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.reset(setOf(100, 199));
    reset.clear();
    model.merge(setOf(200, 299));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 0);
    QCOMPARE(inserted[0][2].toInt(), 99);
    model.merge(setOf(1, 99));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted[1][1].toInt(), 200);
    QCOMPARE(reset.size(), 0);
    model.merge(setOf(1, 299)); // nothing new
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(model.idAt(0), EventId(299));
    QCOMPARE(model.idAt(298), EventId(1));
}

void TestEventTable::onlyWhatIsSeenIsRead()
{
    FakeRows rows;
    EventTableModel model(rows);
    model.reset(setOf(1, 1000));
    model.setVisibleRows(0, 19);
    rows.answer();
    QTRY_VERIFY(model.cached(EventId(1000)) != nullptr);
    QVERIFY(rows.asked.back().size() > 20); // scrolling finds those around
    // While new ones push all others down, what is around will not be seen.
    model.merge(setOf(1001, 3000));
    QCOMPARE(rows.asked.back().size(), std::size_t(20));
    QCOMPARE(rows.asked.back().front(), EventId(3000));
    rows.answer();
    QTRY_VERIFY(model.cached(EventId(2981)) != nullptr);
    QVERIFY(model.cached(EventId(2980)) == nullptr);
    model.setVisibleRows(1, 20);
    QVERIFY(rows.asked.back().size() > 20);
}

/** Targets may be as long as a head. */
void TestEventTable::visibleRowsStayInTheCache()
{
    FakeRows rows;
    rows.provider = QString(30'000, QLatin1Char('x'));
    EventTableModel model(rows);
    model.reset(setOf(1, 1000));
    model.setVisibleRows(0, 29);
    QVERIFY(qint64(rows.asked.back().size()) * 60'000 > EventTableModel::cacheBytes);
    rows.answer();
    QTRY_VERIFY(model.cached(EventId(1000)) != nullptr);
    for (int row = 0; row < 30; ++row)
        QVERIFY(model.cached(model.idAt(row)) != nullptr);
}

void TestEventTable::gapsAreFilled()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventSet odd;
    for (qint64 id = 1; id < 100; id += 2)
        odd.add(EventId(id));
    model.reset(odd);
    model.merge(setOf(1, 110));
    QCOMPARE(model.rowCount(), 110);
    QCOMPARE(model.idAt(0), EventId(110));
    QCOMPARE(model.rowOf(EventId(2)), 108);
}

void TestEventTable::removalKeepsOrder()
{
    FakeRows rows;
    EventTableModel model(rows);
    model.reset(setOf(1, 10));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.remove({EventId(3), EventId(9), EventId(8), EventId(77)});
    QCOMPARE(removed.size(), 2);
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.idAt(1), EventId(7));
    QCOMPARE(model.rowOf(EventId(8)), -1);
    std::vector<EventId> many;
    model.reset(setOf(1, 1000));
    for (qint64 id = 1; id <= 1000; id += 2)
        many.emplace_back(id);
    model.remove(many);
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.idAt(499), EventId(2));
}

void TestEventTable::refreshShowsTheOldUntilTheNew()
{
    FakeRows rows;
    EventTableModel model(rows);
    model.reset(setOf(1, 10));
    model.setVisibleRows(0, 9);
    rows.answer();
    QTRY_COMPARE(model.index(0, EventTableModel::Provider).data().toString(), QStringLiteral("Stripe"));
    rows.provider = QStringLiteral("GitHub");
    model.refresh({EventId(10)});
    QCOMPARE(model.index(0, EventTableModel::Provider).data().toString(), QStringLiteral("Stripe"));
    rows.answer();
    QTRY_COMPARE(model.index(0, EventTableModel::Provider).data().toString(), QStringLiteral("GitHub"));
    QCOMPARE(model.index(1, EventTableModel::Provider).data().toString(), QStringLiteral("Stripe"));
}

void TestEventTable::cacheIsBounded()
{
    FakeRows rows;
    rows.provider = QString(10'000, QLatin1Char('x'));
    EventTableModel model(rows);
    model.reset(setOf(1, 100'000));
    int fetched = 0;
    for (int first = 0; first < 2'000; first += 150) {
        model.setVisibleRows(first, first + 99);
        rows.answer();
        QTRY_VERIFY(model.cached(model.idAt(first)) != nullptr);
        fetched += 100;
    }
    QVERIFY(fetched * 20'000 > 3 * EventTableModel::cacheBytes);
    int kept = 0;
    for (int row = 0; row < 3'000; ++row)
        kept += model.cached(model.idAt(row)) != nullptr ? 1 : 0;
    QVERIFY2(kept * 20'000 <= EventTableModel::cacheBytes, qPrintable(QString::number(kept)));
    QVERIFY(kept > 0);
    QVERIFY(model.cached(model.idAt(0)) == nullptr);
}

void TestEventTable::hostileCellsAreText()
{
    FakeRows rows;
    rows.provider = QStringLiteral("<b>x</b>\u202Egpj.exe\r\n\t");
    EventTableModel model(rows);
    model.reset(setOf(1, 1));
    model.setVisibleRows(0, 1);
    rows.answer();
    const QModelIndex cell = model.index(0, EventTableModel::Provider);
    QTRY_VERIFY(cell.data().isValid());
    QCOMPARE(cell.data().toString(), QStringLiteral("<b>x</b><U+202E>gpj.exe<U+000D>\u21B5\u2192"));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(QChar(0x202E)));
    QCOMPARE(cell.data(EventTableModel::CopyRole).toString(), rows.provider); // exact
}

void TestEventTable::newEventsDoNotMoveWhatIsRead()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    table.resize(700, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.reset(setOf(1, 1000));
    table.setFollowing(false);
    table.selectEvent(EventId(900));
    table.verticalScrollBar()->setValue(95);
    const QRect before = table.visualRect(model.index(model.rowOf(EventId(900)), 0));
    QSignalSpy above(&table, &EventTable::newAboveChanged);
    for (int batch = 0; batch < 30; ++batch) {
        model.merge(setOf(1001 + batch * 7, 1007 + batch * 7));
        QCOMPARE(table.currentEvent(), EventId(900));
        QCOMPARE(table.visualRect(model.index(model.rowOf(EventId(900)), 0)), before);
    }
    QCOMPARE(above.size(), 30);
    QCOMPARE(table.newAbove(), 210);
    table.verticalScrollBar()->setValue(100);
    QCOMPARE(table.newAbove(), 100);
    table.showNewest();
    QCOMPARE(table.newAbove(), 0);
    QCOMPARE(table.rowAt(0), 0);
    QCOMPARE(table.currentEvent(), EventId(900));
}

void TestEventTable::newEventsLeaveTheSelectionAlone()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    table.resize(700, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.reset(setOf(1, 1000));
    table.selectEvent(EventId(990));
    QSignalSpy selected(&table, &EventTable::eventsSelected);
    // Each would make the window read the event and verify it again.
    for (int batch = 0; batch < 30; ++batch)
        model.merge(setOf(1001 + batch * 7, 1007 + batch * 7));
    model.remove({EventId(1), EventId(2), EventId(1003)});
    QCOMPARE(selected.size(), 0);
    table.selectEvent(EventId(991));
    QCOMPARE(selected.size(), 1);
    model.remove({EventId(991)});
    QVERIFY(selected.size() > 1);
}

void TestEventTable::followingKeepsTheNewestInSight()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    table.resize(700, 400);
    table.show();
    model.reset(setOf(1, 1000));
    table.setFollowing(true);
    for (int batch = 0; batch < 10; ++batch) {
        model.merge(setOf(1001 + batch * 7, 1007 + batch * 7));
        QCOMPARE(table.rowAt(0), 0);
        QCOMPARE(table.newAbove(), 0);
    }
}

void TestEventTable::scrollingStopsFollowing()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    table.resize(700, 400);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    model.reset(setOf(1, 1000));
    QSignalSpy following(&table, &EventTable::followingChanged);
    QVERIFY(table.isFollowing());
    QTest::keyClick(&table, Qt::Key_Down);
    QVERIFY(!table.isFollowing());
    QCOMPARE(following.size(), 1);
    table.setFollowing(true);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, QPoint(50, 60));
    QVERIFY(!table.isFollowing());
    QCOMPARE(table.selectedCount(), 1);
}

void TestEventTable::selectionSurvivesAnotherFilter()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    table.resize(700, 400);
    table.show();
    model.reset(setOf(1, 1000));
    table.setFollowing(false);
    table.selectEvent(EventId(500));
    QSignalSpy current(&table, &EventTable::currentEventChanged);
    EventSet even;
    for (qint64 id = 2; id <= 1000; id += 2)
        even.add(EventId(id));
    model.reset(even);
    QCOMPARE(table.currentEvent(), EventId(500));
    QCOMPARE(table.selectedEvents(), std::vector<EventId>{EventId(500)});
    QCOMPARE(current.size(), 0);
    model.reset(setOf(501, 1000)); // it does not match any more
    QCOMPARE(table.selectedCount(), 0);
}

void TestEventTable::millionRows()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    table.resize(700, 400);
    table.show();
    model.reset(setOf(1, 1'000'000));
    QCOMPARE(model.rowCount(), 1'000'000);
    table.setFollowing(false);
    table.verticalScrollBar()->setValue(500'000);
    const auto isThere = [&] {
        rows.answer();
        return model.cached(model.idAt(500'000)) != nullptr;
    };
    QTRY_VERIFY(isThere());
    std::size_t most = 0;
    for (const auto& ids : rows.asked)
        most = std::max(most, ids.size());
    QVERIFY2(most < 300, qPrintable(QString::number(most))); // what is visible, and a little around it
    table.selectAll();
    QCOMPARE(table.selectedCount(), 1'000'000);
    model.merge(setOf(1'000'001, 1'000'100));
    QCOMPARE(table.selectedCount(), 1'000'000);
    QCOMPARE(table.rowAt(0), 500'100);
}

void TestEventTable::columnsComeBack()
{
    FakeRows rows;
    EventTableModel model(rows);
    QByteArray state;
    {
        EventTable table(model);
        QVERIFY(table.isColumnHidden(EventTableModel::Method));
        QVERIFY(table.isColumnHidden(EventTableModel::ProviderId));
        table.setColumnHidden(EventTableModel::Method, false);
        table.setColumnHidden(EventTableModel::Status, true);
        table.horizontalHeader()->moveSection(EventTableModel::Size, 0);
        table.setColumnWidth(EventTableModel::Type, 222);
        state = table.columnState();
    }
    EventTable table(model);
    table.restoreColumnState(state);
    QVERIFY(!table.isColumnHidden(EventTableModel::Method));
    QVERIFY(table.isColumnHidden(EventTableModel::Status));
    QCOMPARE(table.horizontalHeader()->visualIndex(EventTableModel::Size), 0);
    QCOMPARE(table.columnWidth(EventTableModel::Type), 222);
    table.restoreColumnState("nonsense");
    QCOMPARE(table.columnWidth(EventTableModel::Type), 222);
    QCOMPARE(table.horizontalHeader()->count(), int(EventTableModel::ColumnCount));
}

void TestEventTable::timesAndSizesFitTheirColumns()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    const auto room = [&table](int column, const QFont& font, const QString& text) {
        return table.columnWidth(column) - 16 - QFontMetricsF(font).horizontalAdvance(text);
    };
    QStringList times;
    for (const qint64 days : {0, 1, 40, 400}) {
        EventRow row = rows.make(EventId(1));
        row.receivedAtUs = QDateTime::currentDateTime().addDays(-days).toMSecsSinceEpoch() * 1000;
        const QString text = eventText(row, EventTableModel::Time);
        QVERIFY2(room(EventTableModel::Time, wireFont(), text) >= 0, qPrintable(text));
        row.receivedAtUs += 60'000'000; // a minute later: no two events look as if they had come together
        QVERIFY(eventText(row, EventTableModel::Time) != text);
        times << text;
    }
    QVERIFY(times.removeDuplicates() == 0);
    for (const qint64 size : {0, 1023, 1024, 10'300, 999'999, 1'048'000, 512 * 1024 * 1024}) {
        EventRow row = rows.make(EventId(1));
        row.bodySize = size;
        const QString text = eventText(row, EventTableModel::Size);
        QVERIFY2(room(EventTableModel::Size, textFont(), text) >= 0, qPrintable(text));
    }
}

void TestEventTable::columnsShareWhatThereIs()
{
    FakeRows rows;
    EventTableModel model(rows);
    EventTable table(model);
    for (const int width : {630, 661, 900}) {
        table.resize(width, 300);
        table.show();
        QVERIFY2(table.horizontalScrollBar()->maximum() == 0, qPrintable(QString::number(width)));
        QVERIFY(table.columnWidth(EventTableModel::Path) >= 60);
    }
    const int wide = table.columnWidth(EventTableModel::Type);
    table.resize(661, 300);
    QVERIFY(table.columnWidth(EventTableModel::Type) < wide);
    // As the user does it: with the mouse down on the header
    QWidget* header = table.horizontalHeader()->viewport();
    QTest::mousePress(header, Qt::LeftButton, {}, QPoint(20, 5));
    table.setColumnWidth(EventTableModel::Type, 137);
    QTest::mouseRelease(header, Qt::LeftButton, {}, QPoint(20, 5));
    table.resize(900, 300);
    QCOMPARE(table.columnWidth(EventTableModel::Type), 137);
}

QTEST_MAIN(TestEventTable)
#include "tst_event_table.moc"
