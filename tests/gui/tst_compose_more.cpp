#include "Loopback.h"
#include "TestWindow.h"

#include "delivery/Variables.h"
#include "desktop/ActionRegistry.h"
#include "desktop/compose/BodyEditor.h"
#include "desktop/compose/ComposeActions.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/DraftActions.h"
#include "desktop/compose/DraftList.h"
#include "desktop/compose/HandshakePane.h"
#include "desktop/compose/OptionsPanel.h"
#include "desktop/compose/ResendActions.h"
#include "desktop/compose/VariablesDialog.h"
#include "desktop/event/BytesView.h"
#include "signature/Verifier.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>

using namespace creel;

namespace
{

const QByteArray githubSecret = "It's a Secret to Everybody";

QByteArray wire(TestWindow& test)
{
    return test.child<BytesView>("wireBytes")->bytes();
}

/** An endpoint with GitHub's scheme and its secret in the (memory's) keychain. */
void addGithub(TestWindow& test, const QByteArray& path)
{
    Endpoint endpoint;
    endpoint.path = path;
    endpoint.scheme = "github";
    endpoint.secrets = {{0, QStringLiteral("test"), QStringLiteral("It\u2026dy"), {}}};
    std::vector<SecretBytes> values;
    values.push_back(SecretBytes(githubSecret));
    bool saved = false;
    test.workbench->saveEndpoint(
        endpoint, std::move(values), [&saved](const Result<Endpoint>& stored) { saved = stored.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!test.workbench->workspace().endpoints()->empty(), 10'000);
}

QByteArray bodyOf(const QByteArray& request)
{
    return request.sliced(request.indexOf("\r\n\r\n") + 4);
}

} // namespace

class TestComposeMore : public QObject
{
    Q_OBJECT
private slots:
    void variablesAreReplacedUnlessTurnedOff();
    void optionsAreKeptAndSent();
    void bodyAsHex();
    void foldersAndHistory();
    void deletedDraftComesBack();
    void resendsSeveralSignedAgain();
    void resendingSeveralCanBeCancelled();
    void resendsNothingWithoutASecret();
    void playsAHandshake_data();
    void playsAHandshake();
    void everyHandshakeHasItsBytes();
    void startsFromASample();
};

void TestComposeMore::variablesAreReplacedUnlessTurnedOff()
{
    QTemporaryDir folder;
    {
        TestWindow test(folder.path());
        test.window->show();
        test.window->composing().draftActions().editVariables();
        auto* dialog = test.child<VariablesDialog>("variablesDialog");
        QVERIFY(dialog != nullptr);
        auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("variablesTable"));
        table->item(0, 0)->setText(QStringLiteral("host"));
        table->item(0, 1)->setText(QStringLiteral("127.0.0.1:1"));
        QVERIFY(dialog->values().contains("host"));
        // A name that is Creel's own, or there twice, is refused.
        table->item(0, 0)->setText(QStringLiteral("$uuid"));
        auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveVariables"));
        QVERIFY(!save->isEnabled());
        table->item(0, 0)->setText(QStringLiteral("host"));
        QVERIFY(save->isEnabled());
        dialog->accept();
        test.workbench->writer().flush();
    }
    TestWindow test(folder.path());
    test.window->show();
    ComposePane& pane = test.window->composing().pane();
    Draft draft;
    draft.url = "http://{{host}}/x";
    draft.body = "{{host}} {{nobody}}";
    pane.setDraft(draft);
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).endsWith("\r\n\r\n127.0.0.1:1 {{nobody}}"), 10'000);
    QVERIFY(wire(test).contains("Host: 127.0.0.1:1\r\n"));
    pane.bodyEditor().setBody("{{host}}");
    test.child<QLineEdit>("url")->setText(QStringLiteral("http://127.0.0.1:2/x"));
    test.child<QAction>("composeVariables")->setChecked(false);
    QVERIFY(!pane.draft().variables);
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).endsWith("\r\n\r\n{{host}}"), 10'000);
}

void TestComposeMore::optionsAreKeptAndSent()
{
    OptionsPanel panel;
    Draft draft;
    draft.sending.timeouts.connectMs = 1'500; // finer than the field
    draft.sending.tls.verify = false;
    draft.sending.followRedirects = true;
    draft.sending.maxRedirects = 3;
    draft.sending.proxy = {ProxySettings::Kind::Socks5, QStringLiteral("p"), 1080, QStringLiteral("u"), nullptr};
    draft.sending.tls.caFile = QStringLiteral("/ca.pem");
    draft.sending.tls.clientCertificateFile = QStringLiteral("/c.pem");
    draft.sending.tls.clientKeyFile = QStringLiteral("/k.pem");
    draft.chunked = true;
    draft.sending.keepAlive = false;
    panel.setDraft(draft);
    Draft same;
    panel.writeTo(same);
    QCOMPARE(toJson(same), toJson(draft));
    panel.findChild<QSpinBox*>(QStringLiteral("firstByte"))->setValue(7);
    panel.findChild<QLineEdit*>(QStringLiteral("proxyPassword"))->setText(QStringLiteral("hunter2"));
    panel.writeTo(same);
    QCOMPARE(same.sending.timeouts.firstByteMs, 7'000);
    QCOMPARE(same.sending.timeouts.connectMs, 1'500);
    QVERIFY(same.sending.proxy.password && same.sending.proxy.password->view() == "hunter2");
    QVERIFY(!QJsonDocument(toJson(same)).toJson().contains("hunter2"));
    // Another draft does not get what was typed for this one.
    panel.setDraft(draft);
    panel.writeTo(same);
    QVERIFY(!same.sending.proxy.password);

    QTemporaryDir folder;
    TestWindow test(folder.path());
    Loopback server;
    ComposePane& pane = test.window->composing().pane();
    Draft chunked;
    chunked.url = server.url(QStringLiteral("/c")).toUtf8();
    chunked.body = "abc";
    pane.setDraft(chunked);
    pane.options().findChild<QCheckBox*>(QStringLiteral("chunked"))->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(wire(test).endsWith("\r\n\r\n3\r\nabc\r\n0\r\n\r\n"), 10'000);
    QVERIFY(wire(test).contains("Transfer-Encoding: chunked\r\n"));
}

void TestComposeMore::bodyAsHex()
{
    BodyEditor editor;
    QSignalSpy changed(&editor, &BodyEditor::changed);
    editor.setBody(QByteArray("a\0b", 3));
    QVERIFY(!editor.isEditable());
    editor.setHex(true);
    auto* hex = editor.findChild<QPlainTextEdit*>(QStringLiteral("bodyHexEditor"));
    QCOMPARE(hex->toPlainText().simplified(), QStringLiteral("61 00 62"));
    QCOMPARE(editor.body(), QByteArray("a\0b", 3));
    hex->setPlainText(QStringLiteral("FF 00\n0a 0"));
    QVERIFY(!editor.problem().isEmpty());
    hex->setPlainText(QStringLiteral("FF 00\n0a 0d"));
    QVERIFY(editor.problem().isEmpty());
    QCOMPARE(editor.body(), QByteArray("\xff\0\n\r", 4));
    QVERIFY(!changed.isEmpty());
    hex->setPlainText(QStringLiteral("7b 7d"));
    editor.setHex(false);
    QVERIFY(editor.isEditable());
    QCOMPARE(editor.body(), QByteArray("{}"));
    // Too large for hex: it stays as it is.
    const QByteArray large(BodyEditor::maxHex + 1, 'x');
    editor.setBody(large);
    editor.setHex(true);
    QCOMPARE(editor.body(), large);
    QVERIFY(!editor.findChild<QPushButton*>(QStringLiteral("bodyHex"))->isChecked());
}

void TestComposeMore::foldersAndHistory()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    ComposeActions& composing = test.window->composing();
    composing.compose();
    ComposePane& pane = composing.pane();
    QSignalSpy saved(&pane, &ComposePane::saved);
    pane.bodyEditor().setBody("first");
    emit pane.bodyEditor().changed();
    pane.saveNow();
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, 10'000);
    const DraftId id = pane.draftId();
    DraftList& list = composing.drafts();
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 1, 10'000);
    list.moveTo(id, QStringLiteral(" Stripe / tests//"));
    QTRY_COMPARE_WITH_TIMEOUT(list.folders(), QStringList{QStringLiteral("Stripe/tests")}, 10'000);
    list.rename(id, QStringLiteral("my name"));
    list.renameFolder(QStringLiteral("Stripe"), QStringLiteral("GitHub"));
    QTRY_COMPARE_WITH_TIMEOUT(list.folders(), QStringList{QStringLiteral("GitHub/tests")}, 10'000);
    // What the composer saves later keeps name and folder.
    pane.bodyEditor().setBody("second");
    emit pane.bodyEditor().changed();
    pane.saveNow();
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 2, 10'000);
    const Result<StoredDraft> stored = composing.store().draftNow(id);
    QVERIFY(stored.ok());
    QCOMPARE(stored->name, QStringLiteral("my name"));
    QCOMPARE(stored->folder, QStringLiteral("GitHub/tests"));
    QCOMPARE(stored->body, QByteArray("second"));
    // Back to the first state; the second is not lost by that.
    const auto history = composing.store().historyNow(id);
    QVERIFY(history.ok());
    QVERIFY(!history->empty());
    QCOMPARE(history->back().body, QByteArray("first"));
    composing.draftActions().restore(history->back());
    QTRY_COMPARE_WITH_TIMEOUT(pane.draft().body, QByteArray("first"), 10'000);
    QCOMPARE(pane.draftId(), id);
    const auto after = composing.store().historyNow(id);
    QVERIFY(after.ok());
    QCOMPARE(after->front().body, QByteArray("second"));
    // The menu offers both.
    composing.draftActions().showHistory(test.child<QPushButton>("draftHistory"));
    QTRY_VERIFY_WITH_TIMEOUT(test.child<QMenu>("historyMenu") != nullptr, 10'000);
    QCOMPARE(test.child<QMenu>("historyMenu")->actions().size(), qsizetype(after->size()));
    test.child<QMenu>("historyMenu")->close();
}

void TestComposeMore::deletedDraftComesBack()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    ComposeActions& composing = test.window->composing();
    composing.compose();
    ComposePane& pane = composing.pane();
    pane.bodyEditor().setBody("keep me");
    emit pane.bodyEditor().changed();
    pane.saveNow();
    DraftList& list = composing.drafts();
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 1, 10'000);
    const DraftId id = pane.draftId();
    list.remove(id);
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 0, 10'000);
    test.window->actions().trigger("edit.undo");
    QTRY_COMPARE_WITH_TIMEOUT(list.count(), 1, 10'000);
    QCOMPARE(composing.store().draftNow(id)->body, QByteArray("keep me"));
}

void TestComposeMore::resendsSeveralSignedAgain()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    addGithub(test, "/gh");
    for (const char* body : {"{\"n\":1}", "{\"n\":2}", "{\"n\":3}"})
        test.add("/gh", body, QStringLiteral("GitHub"), "push", "/gh");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 3, 10'000);
    test.table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(test.window->actions().find("event.resendSigned")->isEnabled(), 10'000);
    QVERIFY(!test.window->actions().find("event.editAndResend")->isEnabled());
    test.window->actions().trigger("event.resendSigned");
    // Asked once for all of the endpoint.
    QTRY_VERIFY_WITH_TIMEOUT(test.child<QDialog>("targetDialog") != nullptr, 10'000);
    test.child<QLineEdit>("targetUrl")->setText(server.url({}));
    test.child<QDialog>("targetDialog")->accept();
    QTRY_COMPARE_WITH_TIMEOUT(server.all.size(), 3, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!test.window->composing().resending().isRunning(), 10'000);
    const auto scheme = test.workbench->catalog()->find("github");
    std::vector<NamedSecret> secrets;
    secrets.push_back({QStringLiteral("test"), SecretBytes(githubSecret)});
    const Verifier verifier(scheme, std::move(secrets), {});
    for (qsizetype i = 0; i < 3; ++i) {
        const QByteArray& request = server.all[i];
        QCOMPARE(bodyOf(request), "{\"n\":" + QByteArray::number(i + 1) + '}'); // in the order they came
        const qsizetype at = request.indexOf("X-Hub-Signature-256: ");
        QVERIFY(at > 0);
        SignedMessage message;
        message.method = "POST";
        message.body = bodyOf(request);
        message.headers.add("X-Hub-Signature-256", request.sliced(at + 21, request.indexOf('\r', at) - at - 21));
        QCOMPARE(verifier.verify(message, 0).verdict(), Verdict::Valid);
    }
    // Each is a delivery with its attempt.
    test.workbench->writer().flush();
    const auto deliveries = test.window->composing().store().deliveriesNow({});
    QVERIFY(deliveries.ok());
    QCOMPARE(deliveries->size(), std::size_t(3));
    QCOMPARE(deliveries->front().attempts, 1);
}

void TestComposeMore::resendingSeveralCanBeCancelled()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    server.answer.clear(); // the first of them hangs
    for (int i = 0; i < 3; ++i)
        test.add("/a", "{}");
    test.workbench->writer().setSetting("target:/", server.url({}).toUtf8());
    test.workbench->writer().flush();
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 3, 10'000);
    test.table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(test.window->actions().find("event.resend")->isEnabled(), 10'000);
    test.window->actions().trigger("event.resend");
    QTRY_COMPARE_WITH_TIMEOUT(server.all.size(), 1, 10'000);
    auto* progress = test.window->findChild<QProgressDialog*>();
    QVERIFY(progress != nullptr);
    emit progress->canceled();
    QVERIFY(!test.window->composing().resending().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(test.window->findChild<QProgressDialog*>() == nullptr, 10'000);
    QCOMPARE(server.all.size(), 1);
}

void TestComposeMore::resendsNothingWithoutASecret()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    test.add("/a", "{}");
    QTRY_COMPARE_WITH_TIMEOUT(test.model().rowCount(), 1, 10'000);
    test.workbench->writer().setSetting("target:/", server.url({}).toUtf8());
    test.workbench->writer().flush();
    test.table().selectEvent(EventId(1));
    QTRY_VERIFY_WITH_TIMEOUT(test.window->actions().find("event.resendSigned")->isEnabled(), 10'000);
    test.window->actions().trigger("event.resendSigned");
    QTRY_VERIFY_WITH_TIMEOUT(!test.window->composing().resending().isRunning(), 10'000);
    QVERIFY(server.all.isEmpty());
}

void TestComposeMore::playsAHandshake_data()
{
    QTest::addColumn<bool>("right");
    QTest::newRow("right") << true;
    QTest::newRow("wrong") << false;
}

void TestComposeMore::playsAHandshake()
{
    QFETCH(bool, right);
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    Loopback server;
    server.reply = [right](const QByteArray& request) -> QByteArray {
        const QJsonObject challenge = QJsonDocument::fromJson(bodyOf(request)).object();
        const QByteArray text = right ? challenge.value(QStringLiteral("challenge")).toString().toUtf8() : "no";
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + QByteArray::number(text.size())
            + "\r\n\r\n" + text;
    };
    test.window->actions().trigger("tools.handshake");
    HandshakePane& pane = test.window->composing().handshakes();
    QVERIFY(pane.isVisible());
    pane.choose("slack");
    test.child<QLineEdit>("handshakeUrl")->setText(server.url(QStringLiteral("/slack")));
    test.child<QLineEdit>("handshakeTypedSecret")->setText(QStringLiteral("8f742231b10e8888abcd99yyyzzz85a5"));
    auto* bytes = test.child<BytesView>("handshakeBytes");
    QTRY_VERIFY_WITH_TIMEOUT(bytes->bytes().contains("url_verification"), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(bytes->bytes().contains("X-Slack-Signature: v0="), 10'000);
    pane.play();
    auto* title = test.child<QLabel>("handshakeVerdictTitle");
    QTRY_VERIFY_WITH_TIMEOUT(title->isVisible(), 10'000);
    QVERIFY(server.received.startsWith("POST /slack HTTP/1.1\r\n"));
    QCOMPARE(test.child<QFrame>("handshakeVerdict")->property("kind").toString(),
        right ? QStringLiteral("valid") : QStringLiteral("invalid"));
    QCOMPARE(test.child<QLabel>("handshakeVerdictText")->isVisible(), !right);
    // The next challenge is another one.
    const QByteArray first = bodyOf(server.received);
    QTRY_VERIFY_WITH_TIMEOUT(!bytes->bytes().endsWith(first), 10'000);
}

/** Against every description: with an address and a secret each has a request to show. */
void TestComposeMore::everyHandshakeHasItsBytes()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    test.window->actions().trigger("tools.handshake");
    HandshakePane& pane = test.window->composing().handshakes();
    test.child<QLineEdit>("handshakeUrl")->setText(QStringLiteral("http://127.0.0.1:1/hook"));
    auto* choice = test.child<QComboBox>("handshakeChoice");
    QVERIFY(choice->count() >= 40);
    pane.choose("zoom");
    test.child<QLineEdit>("handshakeTypedSecret")->setText(QStringLiteral("c2VjcmV0c2VjcmV0c2VjcmV0"));
    auto* bytes = test.child<BytesView>("handshakeBytes");
    QTRY_VERIFY_WITH_TIMEOUT(bytes->bytes().contains("endpoint.url_validation"), 10'000);
    pane.choose("meta");
    QTRY_VERIFY_WITH_TIMEOUT(bytes->bytes().startsWith("GET /hook?hub.mode=subscribe"), 10'000);
}

void TestComposeMore::startsFromASample()
{
    QTemporaryDir folder;
    TestWindow test(folder.path());
    test.window->show();
    test.window->composing().compose();
    test.child<QLineEdit>("url")->setText(QStringLiteral("http://127.0.0.1:1/mine"));
    test.window->composing().draftActions().startFromSample("stripe-charge-succeeded");
    const Draft draft = test.window->composing().pane().draft();
    QCOMPARE(draft.url, QByteArray("http://127.0.0.1:1/mine"));
    QCOMPARE(draft.scheme, QByteArray("stripe"));
    QVERIFY(draft.body.contains("charge.succeeded"));
}

QTEST_MAIN(TestComposeMore)
#include "tst_compose_more.moc"
