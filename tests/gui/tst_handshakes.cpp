#include "TestWindow.h"

#include "desktop/endpoints/EndpointEditor.h"
#include "desktop/event/EventPane.h"
#include "desktop/event/HandshakeBar.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/sidebar/SideBar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTcpSocket>

using namespace creel;

/** Challenges of providers: chosen or turned off for an endpoint, marked, and visited on the user's word alone. */
class TestHandshakes : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void areChosenMarkedAndTurnedOff();
    void snsIsVisitedOnTheUsersWord();
    void otherUrlsAreNeverVisited_data();
    void otherUrlsAreNeverVisited();

private:
    QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& fields = {}) const;
    void edit(const QByteArray& path, const std::function<void(EndpointEditor&)>& change) const;
    void postSns(const QByteArray& url) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestWindow> m_test;
};

void TestHandshakes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_test = std::make_unique<TestWindow>(m_folder->path());
    m_test->window->listen(quint16(0));
    m_test->window->show();
}

void TestHandshakes::cleanup()
{
    m_test.reset();
    m_folder.reset();
}

QByteArray TestHandshakes::post(const QByteArray& path, const QByteArray& body, const QByteArray& fields) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_test->workbench->receiver().port());
    socket.write("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + fields
        + "Connection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    [&] { QTRY_VERIFY_WITH_TIMEOUT((answer += socket.readAll()).contains("\r\n\r\n"), 20'000); }();
    return answer;
}

void TestHandshakes::edit(const QByteArray& path, const std::function<void(EndpointEditor&)>& change) const
{
    Endpoint endpoint;
    const auto known = m_test->workbench->workspace().endpoints();
    for (const Endpoint& one : *known) {
        if (one.path == path)
            endpoint = one;
    }
    endpoint.path = path;
    bool saved = false;
    auto* editor = new EndpointEditor(*m_test->workbench, endpoint, m_test->window.get());
    connect(editor, &EndpointEditor::saved, editor, [&saved] { saved = true; });
    editor->open();
    change(*editor);
    QTest::mouseClick(editor->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(saved, 20'000);
}

void TestHandshakes::areChosenMarkedAndTurnedOff()
{
    const QByteArray challenge = R"({"type":"url_verification","token":"t","challenge":"c-123"})";
    // No scheme, and the handshake chosen by hand
    edit("/hand", [](EndpointEditor& editor) {
        auto* answers = editor.findChild<QCheckBox*>(QStringLiteral("answerHandshakes"));
        auto* which = editor.findChild<QComboBox*>(QStringLiteral("handshake"));
        QVERIFY(answers->isChecked());
        QVERIFY(which->count() > 10);
        const int slack = which->findData(QByteArray("slack"));
        QVERIFY(slack > 0);
        which->setCurrentIndex(slack);
    });
    QTRY_VERIFY_WITH_TIMEOUT(post("/hand", challenge).contains("c-123"), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_test->model().rowCount() > 0, 20'000);
    QTRY_VERIFY(m_test->cell(0, EventTableModel::Type).contains(QStringLiteral("handshake"), Qt::CaseInsensitive));
    QVERIFY(m_test->table().selectEvent(m_test->model().idAt(0)));
    QTRY_VERIFY_WITH_TIMEOUT(m_test->child<QWidget>("handshakeBar")->isVisible(), 20'000);
    QVERIFY(m_test->child<QLabel>("handshakeText")->text().contains(QStringLiteral("Creel answered it")));
    QVERIFY(!m_test->child<QPushButton>("visitUrl")->isVisible());

    edit("/hand", [](EndpointEditor& editor) {
        auto* answers = editor.findChild<QCheckBox*>(QStringLiteral("answerHandshakes"));
        auto* which = editor.findChild<QComboBox*>(QStringLiteral("handshake"));
        QCOMPARE(which->currentData().toByteArray(), QByteArray("slack"));
        answers->setChecked(false);
        QVERIFY(!which->isEnabled());
    });
    const int before = m_test->model().rowCount();
    QVERIFY(!post("/hand", challenge).contains("c-123"));
    QTRY_COMPARE_WITH_TIMEOUT(m_test->model().rowCount(), before + 1, 20'000);
    QTRY_VERIFY(!m_test->cell(0, EventTableModel::Type).isEmpty());
    QVERIFY(!m_test->cell(0, EventTableModel::Type).contains(QStringLiteral("handshake"), Qt::CaseInsensitive));

    // What the handshake reads can be set where it is chosen
    edit("/meta", [](EndpointEditor& editor) {
        auto* which = editor.findChild<QComboBox*>(QStringLiteral("handshake"));
        QVERIFY(which->findData(QByteArray("meta")) > 0);
        const auto fields = [&editor] { return editor.findChildren<QLineEdit*>().size(); };
        const auto few = fields();
        which->setCurrentIndex(which->findData(QByteArray("meta")));
        QVERIFY(fields() > few);
    });
}

void TestHandshakes::postSns(const QByteArray& url) const
{
    post("/sns",
        R"({"Type":"SubscriptionConfirmation","MessageId":"1","TopicArn":"arn:aws:sns:us-east-1:1:t","SubscribeURL":")"
            + url + R"(","Token":"a","Message":"m"})",
        "x-amz-sns-message-type: SubscriptionConfirmation\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(m_test->model().rowCount() > 0, 20'000);
    QVERIFY(m_test->table().selectEvent(m_test->model().idAt(0)));
    QTRY_VERIFY_WITH_TIMEOUT(m_test->child<QWidget>("handshakeBar")->isVisible(), 20'000);
}

void TestHandshakes::snsIsVisitedOnTheUsersWord()
{
    const QByteArray url = "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&Token=a";
    QByteArrayList visited;
    std::function<void(Result<int>)> answer;
    HandshakeBar& bar = m_test->window->detail().eventPane().handshakeBar();
    bar.setVisitor([&](const QByteArray& wanted, std::function<void(Result<int>)> done) {
        visited << wanted;
        answer = std::move(done);
    });
    postSns(url);
    QVERIFY(m_test->child<QLabel>("handshakeText")->text().contains(QStringLiteral("sns.us-east-1.amazonaws.com")));
    QTest::mouseClick(m_test->child<QPushButton>("visitUrl"), Qt::LeftButton);
    auto* question = m_test->window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QCOMPARE(question->textFormat(), Qt::PlainText);
    QVERIFY(question->text().contains(QString::fromLatin1(url)));
    QVERIFY(visited.isEmpty());
    for (QAbstractButton* button : question->buttons()) {
        if (button->text().contains(QStringLiteral("sns.us-east-1.amazonaws.com")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(visited, QByteArrayList{url});
    answer(200);
    auto* result = m_test->child<QLabel>("handshakeResult");
    QVERIFY2(result->text().startsWith(QStringLiteral("Confirmed")), qPrintable(result->text()));
    answer(403);
    QVERIFY(result->text().startsWith(QStringLiteral("Not confirmed")));
}

void TestHandshakes::otherUrlsAreNeverVisited_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("http") << QByteArray("http://sns.us-east-1.amazonaws.com/");
    QTest::newRow("another host") << QByteArray("https://example.test/sns.us-east-1.amazonaws.com");
    QTest::newRow("a user in it") << QByteArray("https://sns.us-east-1.amazonaws.com@example.test/");
    QTest::newRow("another ending") << QByteArray("https://sns.us-east-1.amazonaws.com.example.test/");
    QTest::newRow("this computer") << QByteArray("https://127.0.0.1/");
}

void TestHandshakes::otherUrlsAreNeverVisited()
{
    QFETCH(QByteArray, url);
    postSns(url);
    QVERIFY(!m_test->child<QPushButton>("visitUrl")->isVisible());
    QVERIFY(m_test->child<QLabel>("handshakeText")->text().contains(QStringLiteral("does not visit it")));
}

QTEST_MAIN(TestHandshakes)
#include "tst_handshakes.moc"
