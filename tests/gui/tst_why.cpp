#include "TestWindow.h"

#include "app/Diagnoser.h"
#include "base/Text.h"
#include "desktop/endpoints/EndpointEditor.h"
#include "desktop/event/CauseNames.h"
#include "desktop/event/Difference.h"
#include "desktop/event/EventPane.h"
#include "desktop/event/SignatureView.h"
#include "desktop/list/EventText.h"
#include "desktop/shell/DetailArea.h"
#include "signature/CodeSample.h"
#include "signature/Scheme.h"
#include "signature/Signer.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageAuthenticationCode>
#include <QPushButton>

using namespace creel;

namespace
{

constexpr const char* compact =
    R"({"id":"evt_1PqXk2LkdIwHu7ix","object":"event","api_version":"2026-10-29","data":{"amount":2000,"name":"Jenny Rosen"}})";
constexpr const char* indented = R"({
  "id": "evt_1PqXk2LkdIwHu7ix",
  "object": "event",
  "api_version": "2026-10-29",
  "data": {
    "amount": 2000,
    "name": "Jenny Rosen"
  }
})";

QByteArray signatureOf(const QByteArray& body, const QByteArray& secret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
}

} // namespace

class TestWhy : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aBodyThatWasWrittenAgain();
    void nothingMatches();
    void theSecretOfAnotherEndpoint();
    void anOlderSecretIsNamedUntilItIsDeleted();
    void aValidEventAndAReplay();
    void whatSendersWriteStaysText();
    void aRecognisedEventOffersItsEndpoint();
    void aSecretThatDoesNotFitCanBeChanged();
    void aSecretWithoutItsValue();
    void differences();
    void everyCauseHasAName();

private:
    EventId add(const QByteArray& path, const QByteArray& body, const HeaderList& headers, const QByteArray& endpoint,
        const QByteArray& providerId = {});
    void save(const QByteArray& path, const QByteArray& scheme, const QByteArray& secret, const QString& name);
    void look(EventId id);
    QString label(const char* name) { return m_test->child<QLabel>(name)->text(); }
    QPushButton* button(const char* name) { return m_test->child<QPushButton>(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestWindow> m_test;
};

void TestWhy::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_test = std::make_unique<TestWindow>(m_folder->path());
    m_test->window->show();
    m_test->window->detail().eventPane().setCurrentTab(EventPane::SignatureTab);
}

void TestWhy::cleanup()
{
    m_test.reset();
    m_folder.reset();
}

EventId TestWhy::add(const QByteArray& path, const QByteArray& body, const HeaderList& headers,
    const QByteArray& endpoint, const QByteArray& providerId)
{
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = path;
    request->headers = headers;
    request->headers.add("Host", "localhost");
    request->body = body;
    request->bodySize = body.size();
    request->head = "POST " + path + " HTTP/1.1\r\n";
    for (const HeaderField& field : request->headers)
        request->head += field.name + ": " + field.value + "\r\n";
    request->head += "\r\n";
    NewEvent event;
    event.receivedAtUs = m_test->workbench->clock().nowUs();
    event.peer = "127.0.0.1:50000";
    event.endpoint = endpoint;
    event.request = request;
    event.providerId = providerId;
    event.answer = std::make_shared<Answer>();
    EventId id;
    m_test->workbench->writer().addEvent(std::move(event), [&id](const Result<EventId>& added) {
        if (added.ok())
            id = *added;
    });
    m_test->workbench->writer().flush();
    return id;
}

void TestWhy::save(const QByteArray& path, const QByteArray& scheme, const QByteArray& secret, const QString& name)
{
    Endpoint endpoint;
    const auto known = m_test->workbench->workspace().endpoints();
    for (const Endpoint& stored : *known) {
        if (stored.path == path)
            endpoint = stored;
    }
    endpoint.path = path;
    endpoint.scheme = scheme;
    endpoint.secrets = {SecretRef{0, name, {}, {}}};
    bool saved = false;
    std::vector<SecretBytes> values;
    values.emplace_back(secret);
    m_test->workbench->saveEndpoint(
        endpoint, std::move(values), [&saved](const Result<Endpoint>& result) { saved = result.ok(); });
    QTRY_VERIFY(saved);
}

void TestWhy::look(EventId id)
{
    QVERIFY(id.isValid());
    m_test->window->detail().showOne(id);
}

void TestWhy::aBodyThatWasWrittenAgain()
{
    save("/github", "github", "It's a secret", QStringLiteral("live"));
    const EventId id =
        add("/github", compact, {{"X-Hub-Signature-256", signatureOf(indented, "It's a secret")}}, "/github");
    look(id);
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("body_reserialized_compact")), 20'000);
    QVERIFY(label("verdict").startsWith(verdictMark(Verdict::Invalid)));
    QVERIFY2(label("reason").contains(QStringLiteral("wrote it again")), qPrintable(label("reason")));
    QVERIFY(!m_test->child<QWidget>("ruledOut")->isVisible());

    // The bytes that verify, and where they differ.
    auto* bytes = m_test->child<BytesView>("wouldVerifyBytes");
    QVERIFY(bytes->isVisible());
    QCOMPARE(bytes->bytes(), QByteArray(indented));
    QCOMPARE(label("firstDifference"), QStringLiteral("first difference at byte 2"));
    QVERIFY2(bytes->rowText(0).contains(QStringLiteral("{\u21B5")), qPrintable(bytes->rowText(0)));
    QTest::mouseClick(button("showDifference"), Qt::LeftButton);
    QCOMPARE(bytes->selection(), std::make_pair(qsizetype(1), qsizetype(1)));
    QCOMPARE(m_test->window->detail().eventPane().signatureView().content().selection(),
        std::make_pair(qsizetype(1), qsizetype(1)));
    QVERIFY(bytes->hasFocus() || !m_test->window->isActiveWindow());

    // What can be taken away.
    QTest::mouseClick(button("copyExplanation"), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(label("verdict")) && copied.contains(label("reason")));
    QCOMPARE(label("statusMessage"), QStringLiteral("Explanation copied"));
    QMenu* languages = button("verifyInCode")->menu();
    QCOMPARE(languages->actions().size(), qsizetype(codeLanguages().size()));
    languages->actions().at(1)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("WEBHOOK_SECRET")));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("It's a secret")));
    QVERIFY2(label("statusMessage").startsWith(QStringLiteral("Python copied")), qPrintable(label("statusMessage")));
}

void TestWhy::nothingMatches()
{
    save("/github", "github", "wrong", QStringLiteral("old"));
    const EventId id = add("/github", compact, {{"X-Hub-Signature-256", signatureOf(compact, "right")}}, "/github");
    look(id);
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("nothing_matches")), 20'000);
    QVERIFY(!button("showDifference")->isVisible());
    QVERIFY(!m_test->child<QWidget>("wouldVerify")->isVisible());
    QVERIFY(button("ruledOut")->isVisible());
    auto* list = m_test->child<QLabel>("ruledOutList");
    QVERIFY(!list->isVisible());
    QTest::keyClick(button("ruledOut"), Qt::Key_Space);
    QVERIFY(list->isVisible());
    QVERIFY(list->text().contains(causeName("body_reserialized_compact")));
    QTest::keyClick(button("ruledOut"), Qt::Key_Space);
    QVERIFY(!list->isVisible());

    // The right secret verifies what is there.
    save("/github", "github", "right", QStringLiteral("new"));
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(verdictWord(Verdict::Valid)), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(button("verifyInCode")->isVisible(), 20'000);
    QVERIFY(!button("ruledOut")->isVisible());
}

void TestWhy::theSecretOfAnotherEndpoint()
{
    save("/github", "github", "mine", QStringLiteral("mine"));
    save("/other", "github", "theirs", QStringLiteral("secret of the other"));
    look(add("/github", compact, {{"X-Hub-Signature-256", signatureOf(compact, "theirs")}}, "/github"));
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("other_endpoint_secret")), 20'000);
    QVERIFY2(label("reason").contains(QStringLiteral("secret of the other")), qPrintable(label("reason")));
    QVERIFY(!m_test->child<QWidget>("wouldVerify")->isVisible()); // the bytes are right
}

void TestWhy::anOlderSecretIsNamedUntilItIsDeleted()
{
    save("/github", "github", "before", QStringLiteral("live"));
    save("/github", "github", "now", QStringLiteral("live"));
    const EventId id = add("/github", compact, {{"X-Hub-Signature-256", signatureOf(compact, "before")}}, "/github");
    look(id);
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("other_endpoint_secret")), 20'000);
    QVERIFY2(label("reason").contains(QStringLiteral("older secret of /github")), qPrintable(label("reason")));

    Endpoint endpoint;
    for (const Endpoint& stored : *m_test->workbench->workspace().endpoints()) {
        if (stored.path == "/github")
            endpoint = stored;
    }
    QCOMPARE(endpoint.olderSecrets.size(), std::size_t(1));
    auto* editor = new EndpointEditor(*m_test->workbench, endpoint, m_test->window.get());
    bool saved = false;
    connect(editor, &EndpointEditor::saved, editor, [&saved] { saved = true; });
    editor->open();
    QVERIFY(editor->findChild<QLabel*>(QStringLiteral("olderNote"))->isVisible());
    auto* older = editor->findChild<QLabel*>(QStringLiteral("olderSecret"));
    QVERIFY(
        older && older->text().contains(QStringLiteral("live")) && !older->text().contains(QStringLiteral("before")));
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("deleteOlder")), Qt::LeftButton);
    QVERIFY(!editor->findChild<QLabel*>(QStringLiteral("olderNote"))->isVisible());
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QTRY_VERIFY(saved);
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("nothing_matches")), 20'000);
}

void TestWhy::aValidEventAndAReplay()
{
    save("/github", "github", "right", QStringLiteral("live"));
    const HeaderList headers{{"X-Hub-Signature-256", signatureOf(compact, "right")}};
    add("/github", compact, headers, "/github", "d-1");
    const EventId other = add("/github", compact, headers, "/github", "d-2");
    const EventId again = add("/github", compact, headers, "/github", "d-1");
    look(again);
    QTRY_VERIFY_WITH_TIMEOUT(m_test->child<QLabel>("alsoSeen")->isVisible(), 20'000);
    QVERIFY(label("verdict").contains(verdictWord(Verdict::Valid)));
    QVERIFY(m_test->window->detail().eventPane().signatureView().explanation().contains(QStringLiteral("event 1")));
    look(other);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_test->window->detail().eventPane().detail().row.id == other && button("verifyInCode")->isVisible(), 20'000);
    QTRY_VERIFY(!m_test->child<QLabel>("alsoSeen")->isVisible());
}

void TestWhy::whatSendersWriteStaysText()
{
    // Found by an URL of the sender's choice: it shows in the sentence of the cause.
    save("/twilio", "twilio", "token", QStringLiteral("<b>live</b>"));
    const auto scheme = m_test->workbench->catalog()->find("twilio");
    QVERIFY(scheme != nullptr);
    SigningInput input;
    input.message.method = "POST";
    input.message.url = "https://localhost/twilio?<b>x</b>\xE2\x80\xAE";
    input.message.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    input.message.body = "Body=1";
    const auto made = sign(*scheme, SecretBytes("token"), {}, input);
    QVERIFY(made.ok());
    HeaderList headers = input.message.headers;
    for (const HeaderField& field : made->headers)
        headers.add(field.name, field.value);
    look(add("/twilio?<b>x</b>\xE2\x80\xAE", "Body=1", headers, "/twilio"));
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("url_scheme")), 20'000);
    QCOMPARE(m_test->child<QLabel>("reason")->textFormat(), Qt::PlainText);
    QVERIFY(!label("reason").contains(QChar(0x202E)));
}

void TestWhy::aRecognisedEventOffersItsEndpoint()
{
    const HeaderList headers{{"X-GitHub-Event", "push"}, {"X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958"},
        {"X-Hub-Signature-256", signatureOf(compact, "right")}};
    const EventId older = add("/hooks/gh", compact, headers, "/");
    const EventId id = add("/hooks/gh", compact, headers, "/");
    look(id);
    auto* inBanner = button("addSecret");
    auto* offer = button("offerSecret");
    QTRY_VERIFY_WITH_TIMEOUT(inBanner->isVisible() && inBanner->text().contains(QStringLiteral("GitHub")), 20'000);
    QVERIFY(!offer->isVisible()); // once is enough
    m_test->window->detail().eventPane().setCurrentTab(EventPane::BodyTab);
    QVERIFY(offer->isVisible());
    QVERIFY2(offer->text().contains(QStringLiteral("This looks like GitHub")), qPrintable(offer->text()));
    QTest::mouseClick(offer, Qt::LeftButton);
    auto* editor = m_test->window->findChild<EndpointEditor*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->findChild<QLineEdit*>(QStringLiteral("path"))->text(), QStringLiteral("/hooks/gh"));
    auto* value = editor->findChild<QLineEdit*>(QStringLiteral("secretValue"));
    QVERIFY(value != nullptr);
    QTRY_VERIFY(value->hasFocus() || editor->focusWidget() == value);
    value->setText(QStringLiteral("right"));
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    const auto made = [this]() -> QByteArray {
        const auto known = m_test->workbench->workspace().endpoints();
        for (const Endpoint& endpoint : *known) {
            if (endpoint.path == "/hooks/gh")
                return endpoint.scheme;
        }
        return {};
    };
    QTRY_COMPARE_WITH_TIMEOUT(made(), QByteArray("github"), 20'000);
    // What was captured there before is verified too: in the pane, in the list, and the offer is gone.
    m_test->window->detail().eventPane().setCurrentTab(EventPane::SignatureTab);
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(QStringLiteral("Valid")), 20'000);
    for (const EventId one : {older, id})
        QTRY_COMPARE_WITH_TIMEOUT(
            m_test->cell(m_test->model().rowOf(one), EventTableModel::Signature), QStringLiteral("Valid"), 20'000);
    m_test->window->detail().eventPane().setCurrentTab(EventPane::BodyTab);
    QVERIFY(!offer->isVisible());
}

void TestWhy::aSecretThatDoesNotFitCanBeChanged()
{
    save("/gh", "github", "right", QStringLiteral("production"));
    const HeaderList wrong{{"X-Hub-Signature-256", signatureOf(compact, "another")}};
    look(add("/gh", compact, wrong, "/gh"));
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(causeHeading("nothing_matches")), 20'000);
    QVERIFY2(label("scheme").contains(QStringLiteral("Scheme: GitHub ")), qPrintable(label("scheme")));
    QVERIFY2(label("scheme").contains(QStringLiteral("Tried with: production")), qPrintable(label("scheme")));
    // From any other tab it is one click away
    QVERIFY(!button("seeWhy")->isVisible());
    m_test->window->detail().eventPane().setCurrentTab(EventPane::BodyTab);
    QVERIFY(button("seeWhy")->isVisible());
    QCOMPARE(button("seeWhy")->text(), QStringLiteral("Invalid: see why"));
    QTest::mouseClick(button("seeWhy"), Qt::LeftButton);
    QCOMPARE(m_test->window->detail().eventPane().currentTab(), int(EventPane::SignatureTab));
    QVERIFY(button("changeSecret")->isVisible());
    QTest::mouseClick(button("changeSecret"), Qt::LeftButton);
    auto* editor = m_test->window->findChild<EndpointEditor*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->findChild<QLineEdit*>(QStringLiteral("path"))->text(), QStringLiteral("/gh"));
    editor->reject();
    // The secret is the right one: nothing to be changed about it
    const HeaderList right{{"X-Hub-Signature-256", signatureOf(compact, "right")}};
    look(add("/gh", indented, right, "/gh"));
    QTRY_VERIFY_WITH_TIMEOUT(button("showDifference")->isVisible(), 20'000);
    QVERIFY(!button("changeSecret")->isVisible());
}

/** A workspace from another computer, or without a keychain after a restart: the secret is a name only. */
void TestWhy::aSecretWithoutItsValue()
{
    save("/gh", "github", "right", QStringLiteral("production"));
    m_test.reset();
    m_test = std::make_unique<TestWindow>(m_folder->path());
    m_test->window->show();
    m_test->window->detail().eventPane().setCurrentTab(EventPane::SignatureTab);
    const HeaderList headers{{"X-Hub-Signature-256", signatureOf(compact, "right")}};
    const EventId id = add("/gh", compact, headers, "/gh");
    QTRY_COMPARE(m_test->model().rowCount(), 1);
    m_test->table().selectEvent(id);
    QTRY_VERIFY_WITH_TIMEOUT(label("reason").contains(QStringLiteral("\"production\"")), 20'000);
    QTRY_VERIFY(button("addSecret")->isVisible());
    QTest::mouseClick(button("addSecret"), Qt::LeftButton);
    auto* editor = m_test->window->findChild<EndpointEditor*>();
    QVERIFY(editor != nullptr);
    auto* value = editor->findChild<QLineEdit*>(QStringLiteral("secretValue"));
    QVERIFY2(value->placeholderText().contains(QStringLiteral("enter it again")), qPrintable(value->placeholderText()));
    value->setText(QStringLiteral("right"));
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(label("verdict").contains(QStringLiteral("Valid")), 20'000);
    QVERIFY(!button("addSecret")->isVisible());
}

void TestWhy::differences()
{
    const auto marked = [](const QByteArray& text, const std::vector<BytesView::Range>& ranges) {
        QByteArrayList parts;
        for (const BytesView::Range& range : ranges)
            parts << text.mid(range.offset, range.size);
        return parts.join('|');
    };
    QVERIFY(differenceOf("same", "same").inFirst.empty());
    QVERIFY(differenceOf("same", "same").inSecond.empty());
    const QByteArray a = R"({"id":1,"name":"x","list":[1,2]})";
    const QByteArray b = R"({"id": 1, "name": "x", "list": [1, 2]})";
    const Difference blanks = differenceOf(a, b);
    QVERIFY(blanks.inFirst.empty());
    QCOMPARE(marked(b, blanks.inSecond), QByteArray(" | | | | | "));
    QCOMPARE(marked("body\n", differenceOf("body\n", "body").inFirst), QByteArray("\n"));
    QCOMPARE(marked("body", differenceOf("", "body").inSecond), QByteArray("body"));
    // Nothing in common, and large: still bounded.
    const QByteArray large(1 << 20, 'x');
    const QByteArray other(1 << 20, 'y');
    QCOMPARE(differenceOf(large, other).inFirst.size(), std::size_t(1));
    QByteArray many;
    for (int i = 0; i < 20'000; ++i)
        many += "abcdefgh" + QByteArray(1, char('A' + i % 20));
    QVERIFY(differenceOf(many, QByteArray(many).replace('A', '-')).inFirst.size() < 1'000);
}

void TestWhy::everyCauseHasAName()
{
    // All that a diagnosis rules out, as it says itself.
    save("/github", "github", "wrong", QStringLiteral("old"));
    const EventId id = add("/github", compact, {{"X-Hub-Signature-256", signatureOf(compact, "right")}}, "/github");
    QByteArrayList causes;
    m_test->workbench->diagnose(id, {}, [&causes](const Result<Diagnosed>& found) {
        if (found.ok() && !found->diagnosis.causes.empty())
            causes = found->diagnosis.causes.front().ruledOut;
    });
    QTRY_VERIFY_WITH_TIMEOUT(causes.size() > 40, 20'000);
    for (const QByteArray& cause : causes + QByteArrayList{"timestamp_stale", "clock_skew", "unsigned"}) {
        QVERIFY2(causeName(cause) != toText(cause), cause.constData());
        QVERIFY2(causeHeading(cause) != toText(cause), cause.constData());
    }
}

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
