#include "TestWindow.h"

#include "desktop/ActionRegistry.h"
#include "desktop/endpoints/EndpointEditor.h"
#include "desktop/event/EventPane.h"
#include "desktop/preferences/Preferences.h"
#include "desktop/shell/About.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/EndpointActions.h"
#include "desktop/shell/SingleInstance.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/sidebar/SideBar.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTcpSocket>

using namespace creel;

class TestWindowBehavior : public QObject
{
    Q_OBJECT
private slots:
    void firstMinute();
    void busyReceiver();
    void hostilePayloads();
    void searchNarrowsAndTellsWhenNothingMatches();
    void endpointsFilterAndAreEdited();
    void thePaneAsksForASecret();
    void deletionCanBeUndone();
    void keysMoveAndCopy();
    void commandsAreUnambiguous();
    void everyControlHasAName();
    void stateComesBack();
    void narrowWindowPutsDetailsBelow();
    void listeningStopsAndStarts();
    void secondStartRaises();
    void problemsStayUntilRead();
};

namespace
{

/** Everything of a window that a user can read. */
QStringList visibleTexts(const QWidget& window)
{
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        texts << widget->toolTip() << widget->accessibleName();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        if (const auto* tabs = qobject_cast<const QTabWidget*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        }
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model()) {
            for (int row = 0; row < std::min(view->model()->rowCount(), 100); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex index = view->model()->index(row, column);
                    texts << index.data(Qt::DisplayRole).toString() << index.data(Qt::ToolTipRole).toString();
                }
            }
        }
    }
    return texts;
}

QStringList nameless(const QWidget& window)
{
    QStringList found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&window) || widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled())
            continue;
        // Parts of Qt's own controls are read through the control.
        if (widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        if (accessible == nullptr || accessible->text(QAccessible::Name).isEmpty())
            found << QStringLiteral("%1 %2 in %3")
                         .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                             widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
    }
    return found;
}

void sendRaw(quint16 port, const QByteArray& bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    QVERIFY(socket.waitForConnected(5000));
    socket.write(bytes);
    QVERIFY(socket.waitForBytesWritten(5000));
    QTRY_VERIFY_WITH_TIMEOUT(socket.bytesAvailable() > 0, 10'000);
}

} // namespace

void TestWindowBehavior::firstMinute()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->listen();
    test.window->show();
    auto* send = test.child<QPushButton>("sendSample");
    QVERIFY(send->isVisible());
    QVERIFY(!test.table().isVisible());
    const QString url = test.workbench->receiver().url();
    QVERIFY(!url.isEmpty());
    QCOMPARE(test.child<QLabel>("url")->text(), url + QLatin1Char('/'));
    QVERIFY(test.child<QLabel>("curl")->text().endsWith(url + QLatin1Char('/')));
    QTest::mouseClick(test.child<QPushButton>("copyUrl"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), url + QLatin1Char('/'));

    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    QVERIFY(test.table().isVisible());
    QTRY_COMPARE(test.cell(0, EventTableModel::Status), QStringLiteral("200"));
    QVERIFY(!test.cell(0, EventTableModel::Signature).isEmpty());
    QVERIFY(test.cell(0, EventTableModel::Path).startsWith(QLatin1Char('/')));
    QTRY_COMPARE(test.table().selectedCount(), 1); // and its details are shown
    QCOMPARE(test.window->detail().currentWidget(), &test.window->detail().eventPane());

    // The secret comes after the event: what is there is verified again.
    Endpoint endpoint = test.workbench->workspace().endpoints()->front();
    QCOMPARE(endpoint.path, QByteArray("/")); // it caught the event
    const SampleKey key = test.samples.key(0);
    endpoint.scheme = key.scheme;
    endpoint.secrets.push_back({0, QStringLiteral("test"), {}, {}});
    std::vector<SecretBytes> values;
    values.push_back(key.secret.clone());
    bool saved = false;
    test.workbench->saveEndpoint(endpoint, std::move(values), [&saved](const Result<Endpoint>& r) { saved = r.ok(); });
    QTRY_VERIFY(saved);
    QTRY_COMPARE_WITH_TIMEOUT(test.cell(0, EventTableModel::Signature), QStringLiteral("Valid"), 10'000);
}

void TestWindowBehavior::busyReceiver()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    for (int i = 0; i < 200; ++i)
        test.add("/first/" + QByteArray::number(i));
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 200, 10'000);
    test.window->setFollowing(false);
    QVERIFY(test.table().selectEvent(EventId(150)));
    test.table().verticalScrollBar()->setValue(40);
    const QRect before = test.table().visualRect(test.model().index(test.model().rowOf(EventId(150)), 0));
    QSignalSpy inserted(&test.model(), &QAbstractItemModel::rowsInserted);
    constexpr int more = 5000;
    for (int i = 0; i < more; ++i) {
        test.add("/more/" + QByteArray::number(i));
        if (i % 500 == 0)
            QTest::qWait(20);
    }
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 200 + more, 20'000);
    QVERIFY2(inserted.size() < more / 5, qPrintable(QString::number(inserted.size()))); // in batches
    QCOMPARE(test.table().currentEvent(), EventId(150));
    QCOMPARE(test.table().visualRect(test.model().index(test.model().rowOf(EventId(150)), 0)), before);
    QCOMPARE(test.table().newAbove(), more);
    QVERIFY(test.child<QLabel>("newAbove")->text().contains(QStringLiteral("5000")));
    QTest::mouseClick(test.child<QPushButton>("showNewest"), Qt::LeftButton);
    QCOMPARE(test.table().rowAt(0), 0);
    QCOMPARE(test.table().currentEvent(), EventId(150));
    test.window->setFollowing(true);
    for (int i = 0; i < 100; ++i)
        test.add("/last");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 300 + more, 10'000);
    QCOMPARE(test.table().rowAt(0), 0);
    QTRY_COMPARE(test.cell(0, EventTableModel::Path), QStringLiteral("/last"));
}

void TestWindowBehavior::hostilePayloads()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->listen();
    test.window->show();
    const QByteArray evil = "<img src=\"http://127.0.0.1:1/x\"><b>bold</b>\xE2\x80\xAEgpj.exe";
    const QString bidi(QChar(0x202E));
    test.add("/" + QByteArray(evil).replace(' ', "%20"), "{\"type\":\"" + evil + "\"}", QString::fromUtf8(evil),
        QByteArray(evil));
    const quint16 port = test.workbench->receiver().port();
    sendRaw(port,
        "POST /<script>alert(1)</script>\xE2\x80\xAE HTTP/1.1\r\nHost: x\r\nX-Evil: <h1>" + evil
            + "</h1>\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    sendRaw(port, "GET / HTTP/1.1\r\nHost: <b>x\x01\x1b[31m\r\n\r\n");
    Endpoint endpoint;
    endpoint.path = "/<b>evil\xE2\x80\xAE";
    endpoint.name = QStringLiteral("<i>evil</i>") + bidi;
    bool saved = false;
    test.workbench->saveEndpoint(endpoint, {}, [&saved](const Result<Endpoint>& r) { saved = r.ok(); });
    QTRY_VERIFY(saved);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 3, 10'000);
    for (int row = 0; row < 3; ++row) {
        QTRY_VERIFY(test.model().cached(test.model().idAt(row)) != nullptr);
        test.table().selectEvent(test.model().idAt(row));
        for (int tab = 0; tab < 4; ++tab) {
            test.window->detail().eventPane().setCurrentTab(tab);
            QTest::qWait(60); // the pane reads in the background
            for (const QString& text : visibleTexts(*test.window))
                QVERIFY2(!text.contains(bidi) && !text.contains(QChar(0x1b)), qPrintable(text));
            for (const QLabel* label : test.window->findChildren<QLabel*>()) {
                const bool rich = label->textFormat() == Qt::RichText
                    || (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
                QVERIFY2(!rich, qPrintable(label->objectName() + label->text()));
            }
        }
    }
    QCOMPARE(test.model().rowCount(), 3); // nothing was loaded: no request of our own came back
}

void TestWindowBehavior::searchNarrowsAndTellsWhenNothingMatches()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    for (int i = 0; i < 20; ++i)
        test.add("/a", i % 4 == 0 ? "needle here" : "hay");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 20, 10'000);
    QLineEdit& search = test.window->list().searchField();
    test.window->actions().trigger("edit.find");
    QTest::keyClicks(&search, QStringLiteral("NEEDLE"));
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 5, 10'000);
    test.add("/new", "another needle");
    test.add("/new", "straw");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 6, 10'000);
    QTRY_COMPARE(test.child<QLabel>("matchCount")->text(), QStringLiteral("6 of 22"));
    QTest::keyClicks(&search, QStringLiteral("xyz"));
    auto* clear = test.child<QPushButton>("clearFilter");
    QTRY_VERIFY_WITH_TIMEOUT(clear->isVisible(), 10'000);
    QCOMPARE(test.child<QLabel>("listEmptyText")->text(), QStringLiteral("0 of 22 match"));
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 22, 10'000);
    QVERIFY(test.table().isVisible());

    // By verdict: no text says it
    auto* verdicts = test.child<QComboBox>("verdictFilter");
    verdicts->setCurrentIndex(verdicts->findText(QStringLiteral("Valid")));
    QTRY_VERIFY_WITH_TIMEOUT(clear->isVisible(), 10'000);
    verdicts->setCurrentIndex(verdicts->findText(QStringLiteral("Unverified")));
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 22, 10'000);
    QTRY_COMPARE(test.child<QLabel>("matchCount")->text(), QStringLiteral("22 of 22"));
    verdicts->setCurrentIndex(verdicts->findText(QStringLiteral("Invalid")));
    QTRY_VERIFY_WITH_TIMEOUT(clear->isVisible(), 10'000);
    QTest::mouseClick(clear, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 22, 10'000);
    QCOMPARE(verdicts->currentIndex(), 0);
}

void TestWindowBehavior::endpointsFilterAndAreEdited()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    test.add("/shop/1", "{}", {}, {}, "/shop");
    test.add("/other");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 2, 10'000);

    Endpoint fresh;
    fresh.position = 1;
    fresh.path.clear();
    auto* editor = new EndpointEditor(*test.workbench, fresh, test.window.get());
    QSignalSpy saved(editor, &EndpointEditor::saved);
    editor->open();
    auto* save = editor->findChild<QPushButton*>(QStringLiteral("save"));
    auto* path = editor->findChild<QLineEdit*>(QStringLiteral("path"));
    auto* problem = editor->findChild<QLabel*>(QStringLiteral("problem"));
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(problem->isVisible()); // no path
    path->setText(QStringLiteral("/shop"));
    editor->findChild<QLineEdit*>(QStringLiteral("schemeFilter"))->setText(QStringLiteral("shopify"));
    auto* value = editor->findChild<QLineEdit*>(QStringLiteral("secretValue"));
    QVERIFY(value != nullptr);
    QCOMPARE(value->echoMode(), QLineEdit::Password);
    value->setText(QStringLiteral("shpss_0123456789abcdef"));
    editor->findChild<QSpinBox*>(QStringLiteral("status"))->setValue(202);
    editor->findChild<QPlainTextEdit*>(QStringLiteral("headers"))->setPlainText(QStringLiteral("bad header"));
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(problem->text().contains(QStringLiteral("bad header")));
    editor->findChild<QPlainTextEdit*>(QStringLiteral("headers"))->setPlainText(QStringLiteral("X-One: 1\nX-Two: 2"));
    editor->findChild<QPlainTextEdit*>(QStringLiteral("body"))->setPlainText(QStringLiteral("fine"));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 10'000);

    const auto stored = [&test](const QByteArray& wanted) -> std::optional<Endpoint> {
        const auto known = test.workbench->workspace().endpoints();
        for (const Endpoint& endpoint : *known) {
            if (endpoint.path == wanted)
                return endpoint;
        }
        return std::nullopt;
    };
    QTRY_VERIFY(stored("/shop").has_value());
    const Endpoint endpoint = *stored("/shop");
    QCOMPARE(endpoint.scheme, QByteArray("shopify"));
    QCOMPARE(endpoint.answer.status, 202);
    QCOMPARE(endpoint.answer.headers.size(), 2);
    QCOMPARE(endpoint.answer.body, QByteArray("fine"));
    QCOMPARE(endpoint.secrets.size(), std::size_t(1));
    QVERIFY(!endpoint.secrets[0].fingerprint.contains(QStringLiteral("0123456789")));

    test.window->sideBar().choose(QByteArray("/shop"));
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    test.window->endpointActions().remove(endpoint);
    QTRY_VERIFY_WITH_TIMEOUT(!stored("/shop").has_value(), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 2, 10'000); // back to all events
    test.window->actions().trigger("edit.undo");
    QTRY_VERIFY_WITH_TIMEOUT(stored("/shop").has_value(), 10'000);
    QCOMPARE(stored("/shop")->secrets.size(), std::size_t(1));
    bool found = false;
    test.secrets->read(test.workbench->workspace().uuid(), stored("/shop")->secrets[0].id,
        [&found](const Result<SecretBytes>& v) { found = v.ok() && v->view() == "shpss_0123456789abcdef"; });
    QTRY_VERIFY(found);
}

void TestWindowBehavior::thePaneAsksForASecret()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    emit test.window->detail().eventPane().addSecretRequested("/");
    auto* editor = test.window->findChild<EndpointEditor*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->findChild<QLineEdit*>(QStringLiteral("path"))->text(), QStringLiteral("/"));
    editor->close();
}

void TestWindowBehavior::deletionCanBeUndone()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    for (int i = 0; i < 10; ++i)
        test.add("/a");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 10, 10'000);
    test.table().selectEvent(EventId(8));
    test.window->actions().trigger("event.delete");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 9, 10'000);
    QCOMPARE(test.model().rowOf(EventId(8)), -1);
    QVERIFY(test.table().currentEvent().isValid()); // the reader goes on with the next
    auto* undo = test.child<QPushButton>("offerButton");
    QVERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 10, 10'000);
    QTRY_COMPARE(test.table().currentEvent(), EventId(8));
    QVERIFY(!test.window->actions().find("edit.undo")->isEnabled());

    // Undone by the keyboard: the offer would undo something else from here on
    test.window->actions().trigger("event.delete");
    QTRY_VERIFY_WITH_TIMEOUT(undo->isVisible(), 10'000);
    test.window->actions().trigger("edit.undo");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 10, 10'000);
    QVERIFY(!undo->isVisible());
}

void TestWindowBehavior::keysMoveAndCopy()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    QVERIFY(QTest::qWaitForWindowActive(test.window.get()));
    for (int i = 0; i < 5; ++i)
        test.add("/a");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 5, 10'000);
    test.table().setFocus();
    test.table().selectEvent(EventId(5));
    QTest::keyClick(&test.table(), Qt::Key_J);
    QCOMPARE(test.table().currentEvent(), EventId(4));
    QTest::keyClick(&test.table(), Qt::Key_K);
    QTest::keyClick(&test.table(), Qt::Key_K);
    QCOMPARE(test.table().currentEvent(), EventId(5));
    QTest::keyClick(&test.table(), Qt::Key_Slash);
    QVERIFY(test.window->list().searchField().hasFocus());
    QTest::keyClicks(&test.window->list().searchField(), QStringLiteral("jkp")); // letters are letters here
    QCOMPARE(test.window->list().searchField().text(), QStringLiteral("jkp"));
    QTest::keyClick(&test.window->list().searchField(), Qt::Key_Escape);
    QVERIFY(test.table().hasFocus() || !test.table().isVisible());
    test.window->list().clearSearch();
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 5, 10'000);
    test.table().selectEvent(EventId(3));
    test.table().setCurrentIndex(test.model().index(test.model().rowOf(EventId(3)), EventTableModel::Path));
    QTRY_VERIFY(test.model().cached(EventId(3)) != nullptr);
    test.window->actions().trigger("edit.copy");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("/a"));
    test.window->actions().trigger("edit.selectAll");
    QVERIFY(test.child<QLabel>("manyTitle")->isVisible());
    QCOMPARE(test.child<QLabel>("manyTitle")->text(), QStringLiteral("5 events selected"));
}

void TestWindowBehavior::commandsAreUnambiguous()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    ActionRegistry& actions = test.window->actions();
    QCOMPARE(actions.ambiguities(), QStringList());
    QSet<QString> keys;
    for (const QAction* action : actions.all()) {
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(!keys.contains(action->objectName()), qPrintable(action->objectName()));
        keys.insert(action->objectName());
    }
    QVERIFY(keys.size() > 20);
    Command twice;
    twice.key = "test.twice";
    twice.title = QStringLiteral("Twice");
    twice.shortcuts = actions.find("edit.find")->shortcuts();
    actions.add(twice);
    QCOMPARE(actions.ambiguities().size(), 1); // the check sees what it is for
}

void TestWindowBehavior::everyControlHasAName()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    QCOMPARE(nameless(*test.window).join(QLatin1Char('\n')), QString());
    test.add("/a", "{\"a\":[1,2,3]}");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    test.table().selectEvent(EventId(1));
    for (int tab = 0; tab < 4; ++tab) {
        test.window->detail().eventPane().setCurrentTab(tab);
        QTest::qWait(60);
        QCOMPARE(nameless(*test.window).join(QLatin1Char('\n')), QString());
    }
    Endpoint endpoint;
    endpoint.path = "/x";
    endpoint.scheme = "stripe";
    EndpointEditor* editor = new EndpointEditor(*test.workbench, endpoint, test.window.get());
    editor->open();
    QCOMPARE(nameless(*editor).join(QLatin1Char('\n')), QString());
    editor->close();
    auto* preferences = new Preferences(*test.workbench, test.settings, test.window.get());
    preferences->open();
    for (int page = 0; page < 3; ++page) {
        preferences->findChild<QTabWidget*>()->setCurrentIndex(page);
        QCOMPARE(nameless(*preferences).join(QLatin1Char('\n')), QString());
    }
    preferences->close();
    auto* about = new About(test.window.get());
    about->open();
    QCOMPARE(nameless(*about).join(QLatin1Char('\n')), QString());
    about->close();
}

void TestWindowBehavior::stateComesBack()
{
    QTemporaryDir folder;
    {
        TestWindow test(folder.path());
        test.window->show();
        test.add("/a", "needle");
        test.add("/b", "hay");
        QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 2, 10'000);
        test.window->list().searchField().setText(QStringLiteral("needle"));
        test.table().setColumnHidden(EventTableModel::Method, false);
        test.window->setSideBarVisible(false);
        test.window->setFollowing(false);
        test.window->detail().eventPane().setCurrentTab(2);
        test.window->resize(1300, 700);
        test.window->close();
        test.workbench->writer().flush();
    }
    TestWindow test(folder.path());
    test.window->show();
    QCOMPARE(test.window->list().searchField().text(), QStringLiteral("needle"));
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    QVERIFY(!test.table().isColumnHidden(EventTableModel::Method));
    QVERIFY(!test.window->sideBar().isVisible());
    QVERIFY(!test.table().isFollowing());
    QCOMPARE(test.window->detail().eventPane().currentTab(), 2);
}

void TestWindowBehavior::narrowWindowPutsDetailsBelow()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.add("/a");
    test.window->show();
    QTRY_VERIFY_WITH_TIMEOUT(test.table().isVisible(), 10'000);
    const auto below = [&test] {
        return test.window->detail().mapTo(test.window.get(), QPoint()).y()
            > test.table().mapTo(test.window.get(), QPoint()).y() + 50;
    };
    QTRY_VERIFY(!below());
    test.window->resize(1100, 800);
    QTRY_VERIFY(below());
    test.window->actions().trigger("view.detailRight");
    QTRY_VERIFY(!below());
    test.window->actions().trigger("view.detailBelow");
    test.window->resize(1440, 900);
    QTRY_VERIFY(below());
}

void TestWindowBehavior::listeningStopsAndStarts()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->listen();
    test.window->show();
    QVERIFY(test.workbench->receiver().isListening());
    auto* pause = test.child<QPushButton>("pauseButton");
    QCOMPARE(pause->text(), QStringLiteral("Pause"));
    QTest::mouseClick(pause, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!test.workbench->receiver().isListening(), 10'000);
    QTRY_COMPARE(pause->text(), QStringLiteral("Listen"));
    test.window->actions().trigger("tools.listen");
    QTRY_VERIFY_WITH_TIMEOUT(test.workbench->receiver().isListening(), 10'000);
    QTRY_COMPARE(pause->text(), QStringLiteral("Pause"));
}

void TestWindowBehavior::secondStartRaises()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.creel"));
    SingleInstance first(file);
    QVERIFY(!first.raiseOther());
    first.own();
    QSignalSpy raised(&first, &SingleInstance::raiseWanted);
    SingleInstance second(file);
    QVERIFY(second.raiseOther());
    QTRY_COMPARE(raised.size(), 1);
    SingleInstance elsewhere(folder.filePath(QStringLiteral("b.creel")));
    QVERIFY(!elsewhere.raiseOther());
}

void TestWindowBehavior::problemsStayUntilRead()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.add("/x");
    test.window->show();
    auto* problem = test.child<QLabel>("problemText");
    test.window->status().showProblem(QStringLiteral("<b>A copy could not be saved</b>"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("<b>")));
    QCOMPARE(problem->textFormat(), Qt::PlainText);
    QTest::mouseClick(test.child<QPushButton>("dismissProblem"), Qt::LeftButton);
    QVERIFY(!problem->isVisible());

    // The store's own: a bar with what to do, until it is over
    emit test.workbench->workspace().storeProblem(QStringLiteral("<b>The disk is full</b>"));
    auto* bar = test.child<QWidget>("storeBar");
    auto* text = test.child<QLabel>("storeProblem");
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(text->text().contains(QStringLiteral("<b>The disk is full</b>")));
    QVERIFY(text->text().contains(QStringLiteral("507")));
    QCOMPARE(text->textFormat(), Qt::PlainText);
    emit test.workbench->workspace().storeRecovered();
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(test.child<QLabel>("statusMessage")->text().contains(QStringLiteral("stored again")));

    QTRY_COMPARE_WITH_TIMEOUT(test.child<QLabel>("indexState")->text(), QStringLiteral("Indexed"), 20'000);
}

QTEST_MAIN(TestWindowBehavior)
#include "tst_window.moc"
