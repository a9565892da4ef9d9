#include "TestWindow.h"
#include "desktop/ActionRegistry.h"
#include "desktop/endpoints/EndpointEditor.h"
#include "desktop/event/EventPane.h"
#include "desktop/exporting/ExportActions.h"
#include "desktop/exporting/ImportActions.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/EventActions.h"
#include "desktop/shell/TopBar.h"
#include "desktop/start/StartPane.h"
#include "receiver/Receiver.h"

#include <QAccessible>
#include <QDialog>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTcpServer>

using namespace creel;

/** What a user expects of a window beside its main job. */
class TestWindowMore : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_test = std::make_unique<TestWindow>(m_folder->path());
        m_test->window->show();
    }
    void cleanup() { m_test.reset(); }

    void importsWhatWasExported();
    void importTellsOfBadLines();
    void takesDroppedFiles();
    void tabsStayInPlace();
    void returnGoesOnToTheSecret();
    void readOnlyOffersWhatWorks();
    void menusOfEvents();
    void rowsStayWhereTheyAreWhileDeleting();
    void everyControlHasAName();
    void comesBackToThePlaceInTheList();
    void escapeLeadsBackFromNothing();
    void saysInThePlaceOfTheAddressWhyThereIsNone();

private:
    QString import(const QStringList& files);
    QString write(const QString& name, const QByteArray& bytes) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestWindow> m_test;
};

QString TestWindowMore::import(const QStringList& files)
{
    QSignalSpy ended(&m_test->window->importing(), &ImportActions::ended);
    m_test->window->importing().run(files);
    if (ended.isEmpty() && !ended.wait(20'000))
        return QStringLiteral("the import did not end");
    return ended.front().front().toString();
}

QString TestWindowMore::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return file.fileName();
}

void TestWindowMore::importsWhatWasExported()
{
    const QByteArray body("{\"a\":\"\xE2\x80\xAE\0\xFF\"}", 13);
    m_test->add("/one?x=%00", body);
    m_test->add("/two", QByteArray(3 * 1024 * 1024, 'x'));
    QTRY_COMPARE(m_test->model().rowCount(), 2);
    ExportActions::Request request;
    request.mask = false;
    request.file = m_folder->filePath(QStringLiteral("events.ndjson"));
    QSignalSpy exported(&m_test->window->exporting(), &ExportActions::ended);
    m_test->window->exporting().run(request);
    QVERIFY(exported.wait(20'000));
    QCOMPARE(exported.front().front().toString(), QString());

    QCOMPARE(import({request.file}), QString());
    QTRY_COMPARE(m_test->model().rowCount(), 4);
    QTRY_COMPARE(m_test->cell(0, EventTableModel::Path), QStringLiteral("/two"));
    QTRY_COMPARE(m_test->cell(1, EventTableModel::Path), QStringLiteral("/one?x=%00"));
    QTRY_COMPARE(m_test->cell(0, EventTableModel::Size), m_test->cell(2, EventTableModel::Size));
}

void TestWindowMore::importTellsOfBadLines()
{
    const QString file = write(QStringLiteral("some.ndjson"),
        "{\"method\":\"POST\",\"target\":\"/good\",\"headers\":[[\"Host\",\"a\"]],\"body_base64\":\"e30=\"}\n\nno "
        "json\n{}\n");
    const QString error = import({file});
    QVERIFY2(error.contains(QStringLiteral("some.ndjson, line 3")), qPrintable(error));
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    QTRY_COMPARE(m_test->cell(0, EventTableModel::Path), QStringLiteral("/good"));
    const QString missing = import({m_folder->filePath(QStringLiteral("missing.ndjson"))});
    QVERIFY2(missing.contains(QStringLiteral("missing.ndjson")), qPrintable(missing));
}

void TestWindowMore::takesDroppedFiles()
{
    const QString events = write(QStringLiteral("drop.NDJSON"),
        "{\"method\":\"POST\",\"target\":\"/dropped\",\"headers\":[[\"Host\",\"a\"]],\"body_base64\":\"e30=\"}\n");
    const QString other = write(QStringLiteral("drop.txt"), "x");
    const auto drop = [this](const QStringList& files) {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_test->window.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_test->window.get(), &event);
        return true;
    };
    QVERIFY(!drop({other}));
    QVERIFY(drop({other, events}));
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    QTRY_COMPARE(m_test->cell(0, EventTableModel::Path), QStringLiteral("/dropped"));
    QSignalSpy open(m_test->window.get(), &MainWindow::openFileWanted);
    QVERIFY(drop({m_folder->filePath(QStringLiteral("other.creel"))}));
    QCOMPARE(open.size(), 1);
}

/** Reading one event after the other, the tabs must be where the pointer is. */
void TestWindowMore::tabsStayInPlace()
{
    m_test->add("/plain");
    m_test->add("/" + QByteArray(300, 'p'), R"({"token":"abc"})", QStringLiteral("Some long name of a provider"),
        "a.type.that.is.longer.than.any.title.has.room.for");
    QTRY_COMPARE(m_test->model().rowCount(), 2);
    EventPane& pane = m_test->window->detail().eventPane();
    auto* tabs = pane.findChild<QTabWidget*>(QStringLiteral("tabs"));
    for (const int width : {1440, 1230, 1024}) {
        m_test->window->resize(width, 800);
        QSet<int> places;
        for (int row = 0; row < 2; ++row) {
            m_test->table().selectRow(row);
            QTRY_COMPARE(pane.detail().row.id, m_test->model().idAt(row));
            QTest::qWait(50);
            places << tabs->mapTo(&pane, QPoint()).y();
            QVERIFY(pane.findChild<QPushButton*>(QStringLiteral("copy"))->geometry().right() <= pane.width());
        }
        QCOMPARE(places.size(), 1);
    }
}

void TestWindowMore::returnGoesOnToTheSecret()
{
    auto* editor = new EndpointEditor(*m_test->workbench, Endpoint(), m_test->window.get());
    QSignalSpy saved(editor, &EndpointEditor::saved);
    editor->open();
    auto* filter = editor->findChild<QLineEdit*>(QStringLiteral("schemeFilter"));
    editor->findChild<QLineEdit*>(QStringLiteral("path"))->setText(QStringLiteral("/github"));
    QTest::keyClicks(filter, QStringLiteral("github"));
    auto* list = editor->findChild<QListView*>(QStringLiteral("schemes"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("GitHub"));
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(filter, Qt::Key_Up);
    QCOMPARE(list->currentIndex().row(), 0);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(editor->isVisible());
    QVERIFY(saved.isEmpty());
    const auto* focus = qobject_cast<QLineEdit*>(editor->focusWidget());
    QVERIFY(focus != nullptr);
    QCOMPARE(focus->echoMode(), QLineEdit::Password);
    // Letters in any case, side by side
    filter->clear();
    QStringList names;
    for (int row = 1; row < list->model()->rowCount(); ++row)
        names << list->model()->index(row, 0).data().toString();
    QVERIFY(
        names.indexOf(QStringLiteral("Ably")) < names.indexOf(QStringLiteral("AWS SNS (SignatureVersion 1 and 2)")));
    editor->close();
}

void TestWindowMore::readOnlyOffersWhatWorks()
{
    m_test->add("/one");
    m_test->workbench->writer().flush();
    m_test.reset();
    WorkbenchOptions options;
    options.workspaceFile = m_folder->filePath(QStringLiteral("test.creel"));
    options.readOnly = true;
    const auto secrets = makeMemoryStore();
    auto opened = Workbench::open(options, *secrets);
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().text));
    Settings settings(m_folder->filePath(QStringLiteral("other.ini")));
    HttpSampleSender samples;
    MainWindow window(**opened, settings, samples);
    window.show();
    window.listen(quint16(0));
    QVERIFY(!(*opened)->receiver().isListening());
    window.toggleListening();
    QVERIFY(!(*opened)->receiver().isListening());
    QVERIFY(window.windowTitle().contains(QStringLiteral("read-only")));
    QVERIFY(window.topBar().chip().accessibleName().contains(QStringLiteral("Read-only")));
    QVERIFY(!window.findChild<QPushButton*>(QStringLiteral("pauseButton"))->isVisible());
    QTRY_COMPARE(window.list().model().rowCount(), 1);
    for (const char* key : {"tools.listen", "tools.copyUrl", "event.pin", "event.tag", "event.delete", "file.import"})
        QVERIFY2(!window.actions().find(key)->isVisible(), key);
    for (const char* key : {"tools.newEndpoint", "tools.editEndpoint", "tools.deleteEndpoint"})
        QVERIFY2(window.actions().find(key) == nullptr, key);
    for (const char* key : {"file.saveCopy", "file.exportNdjson", "edit.copy"})
        QVERIFY2(window.actions().find(key)->isVisible(), key);
    const QString copy = m_folder->filePath(QStringLiteral("copy.creel"));
    window.eventActions().saveCopy(copy);
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(copy), 20'000);
    window.close();
}

void TestWindowMore::menusOfEvents()
{
    m_test->add("/one");
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    m_test->table().selectRow(0);
    emit m_test->table().contextMenuWanted(m_test->window->mapToGlobal(QPoint(100, 100)));
    auto* menu = m_test->child<QMenu>("eventContextMenu");
    QVERIFY(menu != nullptr);
    QList<QAction*> shown = menu->actions();
    for (const char* key : {"edit.copy", "edit.copyCurl", "event.pin", "event.tag", "event.delete"})
        QVERIFY2(shown.contains(m_test->window->actions().find(key)), key);
    menu->close();
    // What ends the program stands last in its menu
    const QList<QAction*> file = m_test->window->actions().menu(MenuPlace::File)->actions();
    QCOMPARE(file.last()->objectName(), QStringLiteral("file.quit"));
}

/** Undo is offered, tags are asked for: the rows that are read stay where they are. */
void TestWindowMore::rowsStayWhereTheyAreWhileDeleting()
{
    for (int i = 0; i < 5; ++i)
        m_test->add("/" + QByteArray::number(i));
    QTRY_COMPARE(m_test->model().rowCount(), 5);
    const auto top = [this] { return m_test->table().viewport()->mapTo(m_test->window.get(), QPoint()).y(); };
    const int before = top();
    m_test->table().selectRow(1);
    m_test->window->eventActions().removeSelected();
    QTRY_VERIFY(m_test->child<QPushButton>("offerButton")->isVisible());
    QCOMPARE(m_test->model().rowCount(), 4);
    QTest::qWait(50);
    QCOMPARE(top(), before);
    m_test->window->eventActions().tagSelected();
    QTRY_VERIFY(m_test->child<QLineEdit>("tagField")->isVisible());
    QTest::qWait(50);
    QCOMPARE(top(), before);
}

/** What a screen reader says of what the Tab key reaches, in the window and in what it opens. */
void TestWindowMore::everyControlHasAName()
{
    const auto check = [](const QWidget& root) {
        QStringList unnamed;
        for (QWidget* widget : root.findChildren<QWidget*>()) {
            // Parts of a control speak for it
            // A label that can be selected is named by its text
            if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QLabel*>(widget) != nullptr
                || widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QScrollBar*>(widget) != nullptr
                || qobject_cast<QHeaderView*>(widget) != nullptr || widget->inherits("QTabBar")
                || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QComboBoxListView")
                || widget->inherits("QMenu") || qobject_cast<QMainWindow*>(widget) != nullptr
                || qobject_cast<QDialog*>(widget) != nullptr)
                continue;
            // What it holds has names of its own; a button gets its text when it is shown
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            if (qobject_cast<QScrollArea*>(widget) != nullptr
                || (button != nullptr && button->text().isEmpty() && !button->isVisible()))
                continue;
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            if (accessible != nullptr && !accessible->text(QAccessible::Name).trimmed().isEmpty())
                continue;
            const auto nameOf = [](const QWidget& one) { return QString::fromLatin1(one.metaObject()->className()); };
            unnamed
                << QStringLiteral("%1 %2 in %3").arg(nameOf(*widget), widget->objectName(), nameOf(*widget->window()));
        }
        unnamed.removeDuplicates();
        return unnamed.join(QLatin1Char('\n'));
    };
    m_test->add("/one", R"({"a":1})");
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    m_test->table().selectRow(0);
    for (const char* key : {"tools.compose", "file.exportNdjson", "edit.preferences", "tools.schemes",
             "tools.newEndpoint", "help.log", "help.about"}) {
        QAction* action = m_test->window->actions().find(key);
        QVERIFY2(action != nullptr, key);
        action->trigger();
        QTest::qWait(50);
        const QString unnamed = check(*m_test->window);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed));
        for (QDialog* dialog : m_test->window->findChildren<QDialog*>())
            dialog->close();
        QTest::qWait(10);
    }
}

void TestWindowMore::comesBackToThePlaceInTheList()
{
    for (int i = 0; i < 300; ++i)
        m_test->add("/" + QByteArray::number(i));
    QTRY_COMPARE(m_test->model().rowCount(), 300);
    m_test->window->setFollowing(false);
    QVERIFY(m_test->table().selectEvent(EventId(150)));
    m_test->table().verticalScrollBar()->setValue(145);
    const EventId top = m_test->table().topEvent();
    QVERIFY(top.isValid() && top != EventId(300));
    m_test->window->close();
    m_test.reset();
    m_test = std::make_unique<TestWindow>(m_folder->path());
    m_test->window->show();
    QTRY_COMPARE(m_test->model().rowCount(), 300);
    QTRY_COMPARE(m_test->table().topEvent(), top);
    QCOMPARE(m_test->table().currentEvent(), EventId(150));
    m_test->window->list().searchField().setText(QStringLiteral("/29"));
    QTRY_COMPARE(m_test->model().rowCount(), 11);
    m_test->window->close();

    // In another workspace neither the place nor the search means anything
    const QTemporaryDir other;
    QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("creel.ini")), other.filePath(QStringLiteral("creel.ini"))));
    m_test = std::make_unique<TestWindow>(other.path());
    m_test->window->show();
    m_test->add("/here");
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    QCOMPARE(m_test->window->list().searchField().text(), QString());
    m_test.reset();
}

void TestWindowMore::escapeLeadsBackFromNothing()
{
    m_test->add("/one");
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    QLineEdit& search = m_test->window->list().searchField();
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("nothing has this"));
    QTRY_VERIFY(!m_test->table().isVisible());
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(search.text(), QString());
    QTRY_VERIFY(m_test->table().isVisible());
    QTRY_COMPARE(m_test->model().rowCount(), 1);
}

void TestWindowMore::saysInThePlaceOfTheAddressWhyThereIsNone()
{
    auto* const pane = m_test->window->findChild<StartPane*>();
    QVERIFY(pane);
    const auto label = [pane](const char* name) { return pane->findChild<QLabel*>(QLatin1String(name)); };
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    m_test->window->listen(other.serverPort());
    QVERIFY(!m_test->workbench->receiver().isListening());
    QVERIFY2(label("intro")->text().contains(QString::number(other.serverPort())), qPrintable(label("intro")->text()));
    QVERIFY(!label("terminalTitle")->isVisible());
    const auto* const dismiss = m_test->window->findChild<QPushButton*>(QStringLiteral("dismissProblem"));
    QVERIFY(dismiss && dismiss->isVisible());

    other.close();
    m_test->window->listen();
    QVERIFY(m_test->workbench->receiver().isListening());
    QVERIFY(!label("intro")->text().contains(QString::number(other.serverPort())));
    QVERIFY(label("terminalTitle")->isVisible());
    QVERIFY2(!dismiss->isVisible(), "what was taken is said no more");
    QVERIFY(label("curl")->text().contains(label("url")->text()));

    m_test->workbench->stopListening();
    QTRY_VERIFY(!label("curl")->isVisible());
}

QTEST_MAIN(TestWindowMore)
#include "tst_window_more.moc"
