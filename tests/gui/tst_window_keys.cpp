#include "TestWindow.h"
#include "desktop/ActionRegistry.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/EventPane.h"
#include "desktop/event/FieldsView.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/LogFile.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace creel;

/** What the hands do in the window: keys from any tab, tags, peek, curl, the sample that verifies. */
class TestWindowKeys : public QObject
{
    Q_OBJECT
private slots:
    void nextEventFromAnyTab();
    void tagsAndUndo();
    void peekAndBack();
    void copyAsCurl();
    void sampleVerifies();
    void malformedSize();
    void bodyDecoded();
    void formFields();
    void logKeepsLines();
};

namespace
{

/** A window with two events, the newer one selected. */
struct TwoEvents : TestWindow {
    explicit TwoEvents(const QString& folder)
        : TestWindow(folder)
    {
        window->show();
        add("/one", "{\"n\":1}");
        add("/two?token=very-secret", "{\"n\":2}", QStringLiteral("Stripe"), "charge.succeeded");
        const bool there = QTest::qWaitFor([this] { return model().rowCount() == 2 && !cell(1, 5).isEmpty(); }, 10'000);
        if (!there)
            qFatal("the events did not come");
        table().setFocus();
        table().selectEvent(model().idAt(0));
        const bool shown = QTest::qWaitFor([this] { return window->detail().currentWidget() == &pane(); }, 10'000);
        if (!shown)
            qFatal("the details did not come");
    }
    EventPane& pane() { return window->detail().eventPane(); }
};

} // namespace

void TestWindowKeys::nextEventFromAnyTab()
{
    QTemporaryDir folder;
    TwoEvents test(folder.path());
    QVERIFY(QTest::qWaitForWindowActive(test.window.get()));
    for (const int tab : {EventPane::BodyTab, EventPane::HeadersTab, EventPane::SignatureTab, EventPane::ResponseTab}) {
        test.pane().setCurrentTab(tab);
        QWidget* page = tab == EventPane::BodyTab ? static_cast<QWidget*>(&test.pane().bodyView().tree())
                                                  : test.pane().findChild<QPushButton*>(QStringLiteral("copy"));
        page->setFocus();
        test.table().selectEvent(test.model().idAt(0));
        QTest::keyClick(page, Qt::Key_J);
        QTRY_COMPARE(test.table().currentEvent(), test.model().idAt(1));
        QTest::keyClick(page, Qt::Key_K);
        QTRY_COMPARE(test.table().currentEvent(), test.model().idAt(0));
        QCOMPARE(test.pane().currentTab(), tab);
    }
    // In a field for text a letter is a letter.
    test.pane().focusFind();
    QWidget* field = QApplication::focusWidget();
    QVERIFY(qobject_cast<QLineEdit*>(field));
    QTest::keyClick(field, Qt::Key_J);
    QCOMPARE(static_cast<QLineEdit*>(field)->text(), QStringLiteral("j"));
    QCOMPARE(test.table().currentEvent(), test.model().idAt(0));
}

void TestWindowKeys::tagsAndUndo()
{
    QTemporaryDir folder;
    TwoEvents test(folder.path());
    QVERIFY(QTest::qWaitForWindowActive(test.window.get()));
    QTest::keyClick(&test.table(), Qt::Key_T);
    auto* field = test.child<QLineEdit>("tagField");
    QTRY_VERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("demo, <b>bold</b>, demo"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    const auto tags = [&test] {
        const EventRow* row = test.model().cached(test.model().idAt(0));
        return row != nullptr ? row->tags : QStringList(QStringLiteral("?"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(tags(), (QStringList{QStringLiteral("demo"), QStringLiteral("<b>bold</b>")}), 10'000);
    QVERIFY(test.cell(0, EventTableModel::Type).endsWith(QStringLiteral("#demo  #<b>bold</b>")));
    QTRY_VERIFY(test.window->actions().find("edit.undo")->isEnabled());
    test.window->actions().trigger("edit.undo");
    QTRY_COMPARE_WITH_TIMEOUT(tags(), QStringList(), 10'000);
}

void TestWindowKeys::peekAndBack()
{
    QTemporaryDir folder;
    TwoEvents test(folder.path());
    QVERIFY(QTest::qWaitForWindowActive(test.window.get()));
    test.pane().setCurrentTab(EventPane::HeadersTab);
    test.table().setFocus();
    QTest::keyClick(&test.table(), Qt::Key_Space);
    QTRY_VERIFY(!test.table().isVisible());
    QCOMPARE(test.pane().currentTab(), int(EventPane::BodyTab));
    QTRY_COMPARE(test.pane().width(), test.window->width());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(test.table().isVisible());
    QCOMPARE(test.pane().currentTab(), int(EventPane::HeadersTab));
    QVERIFY(test.table().hasFocus());
}

void TestWindowKeys::copyAsCurl()
{
    QTemporaryDir folder;
    TwoEvents test(folder.path());
    QGuiApplication::clipboard()->clear();
    test.window->actions().trigger("edit.copyCurl");
    QTRY_VERIFY_WITH_TIMEOUT(!QGuiApplication::clipboard()->text().isEmpty(), 10'000);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QStringLiteral("curl")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("{\"n\":2}")));
    QVERIFY(!text.contains(QStringLiteral("very-secret")));
}

void TestWindowKeys::sampleVerifies()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->listen();
    test.window->show();
    QTest::mouseClick(test.child<QPushButton>("sendSample"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    QTRY_COMPARE(test.cell(0, EventTableModel::Signature), QStringLiteral("Unverified"));
    QTRY_COMPARE(test.cell(0, EventTableModel::Provider), QStringLiteral("Stripe"));
    auto* offer = test.child<QPushButton>("offerButton");
    QTRY_VERIFY_WITH_TIMEOUT(offer->isVisible(), 10'000);
    QVERIFY(offer->text().contains(QStringLiteral("/stripe")));
    QTest::mouseClick(offer, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 2, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(test.cell(0, EventTableModel::Signature), QStringLiteral("Valid"), 10'000);
    QTRY_COMPARE(test.table().currentEvent(), test.model().idAt(0));
}

void TestWindowKeys::malformedSize()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    auto request = std::make_shared<Request>();
    request->head = "not HTTP at all";
    NewEvent event;
    event.receivedAtUs = test.workbench->clock().nowUs();
    event.state = EventState::Malformed;
    event.reason = QStringLiteral("no request line");
    event.peer = "127.0.0.1:50000";
    event.endpoint = "/";
    event.request = request;
    test.workbench->writer().addEvent(std::move(event), [](const Result<EventId>&) {});
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    QTRY_COMPARE(test.cell(0, EventTableModel::Size), QStringLiteral("15 B"));
}

void TestWindowKeys::bodyDecoded()
{
    const QByteArray deflated = qCompress("{\"zipped\":true}").mid(4); // a zlib stream, which is "deflate"
    BodyView view;
    view.setBody(deflated, "application/json", 0, "deflate");
    QTRY_COMPARE(view.view(), BodyView::View::Tree);
    view.setView(BodyView::View::Raw);
    QCOMPARE(view.bytesView(BodyView::View::Raw).bytes(), deflated);
    view.setView(BodyView::View::Pretty);
    QTRY_COMPARE(view.bytesView(BodyView::View::Pretty).bytes().simplified(), QByteArray("{ \"zipped\": true }"));
    // What can't be undone stays as it came, and the pane says so.
    view.setBody("no zlib stream", "text/plain", 0, "deflate");
    const auto says = [&view](const QString& text) {
        const auto labels = view.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
            [&text](const QLabel* label) { return !label->isHidden() && label->text().contains(text); });
    };
    QTRY_VERIFY(says(QStringLiteral("could not be undone")));
    QCOMPARE(view.view(), BodyView::View::Raw);
}

void TestWindowKeys::formFields()
{
    BodyView view;
    view.setBody("name=J%C3%B6rg+M&empty=&x=%3Cb%3E%E2%80%AE", "application/x-www-form-urlencoded", 0);
    QCOMPARE(view.view(), BodyView::View::Fields);
    auto* fields = view.findChild<FieldsView*>();
    FieldsModel& model = fields->fields();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, FieldsModel::ValueColumn).data().toString(), QStringLiteral("J\u00f6rg M"));
    const QString hostile = model.index(2, FieldsModel::ValueColumn).data().toString();
    QVERIFY(hostile.startsWith(QStringLiteral("<b>")));
    QVERIFY(!hostile.contains(QChar(0x202e)));
    fields->reveal(20);
    fields->copyCurrent();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    // What curl -d sends is called a form, whatever it is.
    view.setBody("{\"a\":1}", "application/x-www-form-urlencoded", 0);
    QCOMPARE(view.view(), BodyView::View::Tree);
}

void TestWindowKeys::logKeepsLines()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("sub/creel.log"));
    {
        const LogFile log(file);
        qWarning("a line\nwith a break");
    }
    qWarning("after it");
    const QString text = LogFile::tail(file, 10'000);
    QVERIFY2(text.contains(QStringLiteral(" warning ")), qPrintable(text));
    QCOMPARE(text.count(QLatin1Char('\n')), 1);
    QVERIFY(!text.contains(QStringLiteral("after it")));
}

QTEST_MAIN(TestWindowKeys)
#include "tst_window_keys.moc"
