#include "Loopback.h"
#include "TestWindow.h"

#include "desktop/ActionRegistry.h"
#include "desktop/compose/BodyEditor.h"
#include "desktop/compose/ComposeActions.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/DeliveriesView.h"
#include "desktop/compose/DraftList.h"
#include "desktop/compose/FieldsEditor.h"
#include "desktop/compose/ResultView.h"
#include "desktop/compose/SigningPanel.h"
#include "desktop/event/BytesView.h"
#include "desktop/event/EventPane.h"
#include "desktop/exporting/ExportActions.h"
#include "desktop/shell/DetailArea.h"
#include "signature/Verifier.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace creel;

namespace
{

QString status(TestWindow& test)
{
    return test.window->composing().pane().findChild<QLabel*>(QStringLiteral("resultStatus"))->text();
}

QByteArray wire(TestWindow& test)
{
    return test.child<BytesView>("wireBytes")->bytes();
}

} // namespace

class TestCompose : public QObject
{
    Q_OBJECT
private slots:
    void sendsWhatItShows();
    void bodyKeepsBytes_data();
    void bodyKeepsBytes();
    void headersAreLines();
    void signsWithATypedSecret();
    void errorsAndCancel();
    void resendsAnEvent();
    void draftsSaveThemselves();
    void exportsWithMask();
};

void TestCompose::sendsWhatItShows()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    test.child<QPushButton>("composeButton")->click();
    ComposePane& pane = test.window->composing().pane();
    QVERIFY(pane.isVisible());
    test.child<QLineEdit>("url")->setText(server.url(QStringLiteral("/hooks?a=1")));
    pane.bodyEditor().setBody("{\"id\":\"{{$uuid}}\"}");
    emit pane.bodyEditor().changed();
    pane.setCurrentTab(ComposePane::WireTab);
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).startsWith("POST /hooks?a=1 HTTP/1.1\r\n"), 5'000);
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).contains("Content-Type: application/json\r\n"), 5'000);
    QTest::qWait(200); // the preview that follows the last change
    const QByteArray shown = wire(test);
    QVERIFY(!shown.contains("{{"));
    QVERIFY(test.window->actions().find("tools.send")->isEnabled());
    test.window->actions().trigger("tools.send");
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("202 Accepted"), 10'000);
    QCOMPARE(server.received, shown); // also the random id
}

void TestCompose::bodyKeepsBytes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("editable");
    QTest::newRow("mixed line ends") << QByteArray("a\r\nb\nc\rd\r\n") << true;
    QTest::newRow("bom, nbsp, line separator") << QByteArray("\xef\xbb\xbf\xc2\xa0\xe2\x80\xa8x") << true;
    QTest::newRow("tabs and blanks") << QByteArray("\t a \t\n ") << true;
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("nul") << QByteArray("a\0b", 3) << false;
    QTest::newRow("not utf-8") << QByteArray("\xff\xfe") << false;
    QTest::newRow("long line") << QByteArray(BodyEditor::maxLine + 1, 'x') << false;
    QTest::newRow("longest line") << QByteArray(BodyEditor::maxLine, 'x') << true;
}

void TestCompose::bodyKeepsBytes()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, editable);
    BodyEditor editor;
    editor.setBody(body);
    QCOMPARE(editor.body(), body);
    QCOMPARE(editor.isEditable(), editable);
}

void TestCompose::headersAreLines()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    ComposePane& pane = test.window->composing().pane();
    Draft draft;
    draft.url = "http://127.0.0.1:1/x";
    draft.fields = {{"x-Two", "1"}, {"X-Two", "2"}, {"Off", "3", false, false}};
    pane.setDraft(draft);
    DraftFieldsModel& model = pane.fieldsEditor().model();
    const QByteArray head = "POST /x HTTP/1.1\r\nHost: 127.0.0.1:1\r\nx-Two: 1\r\nX-Two: 2\r\n";
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).startsWith(head), 5'000);
    QVERIFY(!wire(test).contains("Off:"));
    // Creel's own lines stand below, can't be edited, and can be left out.
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 3, 5'000);
    int agent = -1;
    for (int row = 3; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row, DraftFieldsModel::OriginColumn).data().toString(), QStringLiteral("Creel"));
        QVERIFY(!(model.flags(model.index(row, DraftFieldsModel::ValueColumn)) & Qt::ItemIsEditable));
        if (model.index(row, DraftFieldsModel::NameColumn).data().toString() == QLatin1String("User-Agent"))
            agent = row;
    }
    QVERIFY(agent > 0);
    QVERIFY(model.setData(model.index(agent, 0), Qt::Unchecked, Qt::CheckStateRole));
    QTRY_VERIFY_WITH_TIMEOUT(!wire(test).contains("User-Agent"), 5'000);
    QVERIFY(model.setData(model.index(0, DraftFieldsModel::ValueColumn), QStringLiteral("\u00e4"), Qt::EditRole));
    QVERIFY(model.move(0, 1));
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).contains("X-Two: 2\r\nx-Two: \xc3\xa4\r\n"), 5'000);
    // A line that would be two is refused in words.
    QVERIFY(model.setData(model.index(0, DraftFieldsModel::ValueColumn), QStringLiteral("a\r\nb: c"), Qt::EditRole));
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).isEmpty(), 5'000);
    QVERIFY(!test.child<QLabel>("wireNote")->text().isEmpty());
}

void TestCompose::signsWithATypedSecret()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    Loopback server;
    ComposePane& pane = test.window->composing().pane();
    Draft draft;
    draft.url = server.url(QStringLiteral("/gh")).toUtf8();
    draft.body = "{\"zen\":1}\r\n";
    pane.setDraft(draft);
    auto* scheme = test.child<QComboBox>("composeScheme");
    scheme->setCurrentIndex(scheme->findData(QByteArray("github")));
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).isEmpty(), 5'000); // no secret yet
    pane.send();
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("Not sent"), 5'000);
    test.child<QLineEdit>("composeTypedSecret")->setText(QStringLiteral("It's a Secret to Everybody"));
    pane.send();
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("202 Accepted"), 10'000);
    const qsizetype end = server.received.indexOf("\r\n\r\n") + 4;
    QCOMPARE(server.received.sliced(end), draft.body);
    QVERIFY(server.received.contains("X-Hub-Signature-256: sha256="));
    // What was typed is kept nowhere.
    QVERIFY(!QJsonDocument(toJson(pane.draft())).toJson().contains("Everybody"));
    pane.setDraft(draft);
    QVERIFY(test.child<QLineEdit>("composeTypedSecret")->text().isEmpty());
}

void TestCompose::errorsAndCancel()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    server.answer.clear();
    ComposePane& pane = test.window->composing().pane();
    test.window->composing().compose();
    Draft draft;
    draft.url = "http://127.0.0.1:1/nobody";
    pane.setDraft(draft);
    pane.send();
    auto* error = pane.findChild<QLabel*>(QStringLiteral("resultError"));
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("No answer"), 10'000);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(QLatin1String("127.0.0.1")), qPrintable(error->text()));
    draft.url = server.url(QStringLiteral("/never")).toUtf8();
    pane.setDraft(draft);
    pane.send();
    auto* cancel = pane.findChild<QPushButton*>(QStringLiteral("cancelSending"));
    QTRY_VERIFY_WITH_TIMEOUT(cancel->isVisible(), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!server.received.isEmpty(), 10'000);
    cancel->click();
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("No answer"), 10'000);
    QVERIFY(!pane.isSending());
    QVERIFY(!cancel->isVisible());
}

void TestCompose::resendsAnEvent()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    test.add("/a?b", "caf\xe9 {{x}}");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    test.table().selectEvent(EventId(1));
    QTRY_VERIFY_WITH_TIMEOUT(test.window->actions().find("event.resend")->isEnabled(), 5'000);
    test.window->actions().trigger("event.resend");
    QTRY_VERIFY_WITH_TIMEOUT(test.child<QDialog>("targetDialog") != nullptr, 10'000);
    test.child<QLineEdit>("targetUrl")->setText(server.url({}));
    test.child<QDialog>("targetDialog")->accept();
    QTRY_VERIFY_WITH_TIMEOUT(server.received.startsWith("POST /a?b HTTP/1.1\r\n"), 10'000);
    QVERIFY(server.received.endsWith("\r\n\r\ncaf\xe9 {{x}}"));
    // The second time nothing is asked, and the draft is the event.
    QTRY_VERIFY_WITH_TIMEOUT(test.child<QDialog>("targetDialog") == nullptr, 10'000);
    test.workbench->writer().flush();
    test.window->actions().trigger("event.editAndResend");
    ComposePane& pane = test.window->composing().pane();
    QTRY_VERIFY_WITH_TIMEOUT(pane.isVisible(), 10'000);
    QCOMPARE(pane.draft().body, QByteArray("caf\xe9 {{x}}"));
    QVERIFY(!pane.draft().variables);
    QVERIFY(!pane.bodyEditor().isEditable());
    server.received.clear();
    pane.send();
    QTRY_VERIFY_WITH_TIMEOUT(server.received.endsWith("caf\xe9 {{x}}"), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("202 Accepted"), 10'000);
    test.workbench->writer().flush();
    DeliveryStore::Filter filter;
    filter.event = EventId(1);
    const auto deliveries = test.window->composing().store().deliveriesNow(filter);
    QVERIFY(deliveries.ok());
    QCOMPARE(deliveries->size(), std::size_t(2));
    QCOMPARE(deliveries->front().status, 202);
    // The tab of the event lists them.
    emit test.window->detail().eventPane().shown(EventId(1));
    QTRY_COMPARE_WITH_TIMEOUT(test.window->composing().deliveries().count(), 2, 10'000);

    // That of the composer has all, those of no event too, and shows the answer that is chosen.
    server.received.clear();
    test.window->composing().compose();
    test.child<QLineEdit>("url")->setText(QStringLiteral("http://127.0.0.1:1/nobody"));
    pane.send();
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("No answer"), 10'000);
    pane.setCurrentTab(ComposePane::DeliveriesTab);
    auto* all = test.child<QTableView>("allDeliveries");
    QTRY_COMPARE_WITH_TIMEOUT(all->model()->rowCount(), 3, 10'000);
    QVERIFY(all->model()->index(0, 1).data().toString().contains(QStringLiteral("/nobody")));
    QVERIFY(!all->currentIndex().isValid());
    all->setCurrentIndex(all->model()->index(1, 0));
    QTRY_COMPARE_WITH_TIMEOUT(status(test), QStringLiteral("202 Accepted"), 10'000);
}

void TestCompose::draftsSaveThemselves()
{
    QTemporaryDir folder;
    DraftId id;
    {
        TestWindow test(folder.path());
        test.window->show();
        test.window->composing().compose();
        ComposePane& pane = test.window->composing().pane();
        QSignalSpy saved(&pane, &ComposePane::saved);
        test.child<QLineEdit>("url")->setText(QStringLiteral("http://localhost:1/keep"));
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 10'000);
        id = pane.draftId();
        QVERIFY(id.isValid());
        pane.bodyEditor().setBody(QByteArray("a\0b", 3));
        emit pane.bodyEditor().changed();
        test.window->close(); // saves what the timer has not
        test.workbench->writer().flush();
    }
    TestWindow test(folder.path());
    test.window->show();
    test.window->composing().openDraft(id);
    ComposePane& pane = test.window->composing().pane();
    QTRY_COMPARE_WITH_TIMEOUT(pane.draftId(), id, 10'000);
    QCOMPARE(pane.draft().url, QByteArray("http://localhost:1/keep"));
    QCOMPARE(pane.draft().body, QByteArray("a\0b", 3));
    DraftList& list = test.window->composing().drafts();
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 1, 10'000);
    list.remove(id);
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 0, 10'000);
    QVERIFY(!pane.draftId().isValid());
}

void TestCompose::exportsWithMask()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.add("/a?token=hunter2secret");
    test.add("/b");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 2, 10'000);
    ExportActions& exporting = test.window->exporting();
    QSignalSpy ended(&exporting, &ExportActions::ended);
    const auto exported = [&](ExportActions::Request request) {
        ended.clear();
        request.file = folder.filePath(QStringLiteral("out"));
        exporting.run(request);
        if (!QTest::qWaitFor([&] { return ended.count() == 1; }, 10'000))
            return QByteArray("no end");
        QFile file(request.file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    };
    ExportActions::Request request;
    const QByteArray masked = exported(request);
    QCOMPARE(masked.count('\n'), 2);
    QVERIFY(!masked.contains("hunter2secret"));
    request.mask = false;
    request.ids = {EventId(1)};
    const QByteArray exact = exported(request);
    QCOMPARE(exact.count('\n'), 1);
    QVERIFY(exact.contains("hunter2secret"));
    request.format = ExportFormat::Curl;
    QVERIFY(exported(request).startsWith("curl "));
    request.file = folder.path() + QStringLiteral("/no/such/folder/x");
    ended.clear();
    exporting.run(request);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 10'000);
    QVERIFY(!ended.front().front().toString().isEmpty());
}

QTEST_MAIN(TestCompose)
#include "tst_compose.moc"
