#include "TestWindow.h"

#include "desktop/ActionRegistry.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/EventPane.h"
#include "desktop/event/HeadersView.h"
#include "desktop/preferences/Preferences.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/EventActions.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageAuthenticationCode>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace creel;

/** Credentials that a sender wrote into an event: nowhere in the window and its copies until the user asks. */
class TestMasking : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void plantedSecretsAreMaskedEverywhere();
    void aTokenIsMaskedAsASignatureToo();
    void rulesAreEditedAndReset();

private:
    EventId add(
        const QByteArray& target, const HeaderList& headers, const QByteArray& body, const QByteArray& endpoint);
    void save(const QByteArray& path, const QByteArray& scheme, const QByteArray& secret);
    /** Everything that can be read or was just copied. */
    QStringList texts() const;
    QStringList found(const QByteArray& planted) const;
    void trigger(const char* action) const { m_test->window->actions().find(action)->trigger(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestWindow> m_test;
};

namespace
{

void collect(const QAbstractItemModel& model, const QModelIndex& parent, QStringList& texts, int depth = 0)
{
    for (int row = 0; row < std::min(model.rowCount(parent), 200); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                     int(Qt::StatusTipRole), int(Qt::AccessibleDescriptionRole)})
                texts << index.data(role).toString();
        }
        if (depth < 8)
            collect(model, model.index(row, 0, parent), texts, depth + 1);
    }
}

} // namespace

void TestMasking::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_test = std::make_unique<TestWindow>(m_folder->path());
    m_test->window->show();
}

void TestMasking::cleanup()
{
    m_test.reset();
    m_folder.reset();
}

EventId TestMasking::add(
    const QByteArray& target, const HeaderList& headers, const QByteArray& body, const QByteArray& endpoint)
{
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = target;
    request->headers = headers;
    request->headers.add("Host", "localhost");
    request->body = body;
    request->bodySize = body.size();
    request->head = "POST " + target + " HTTP/1.1\r\n";
    for (const HeaderField& field : request->headers)
        request->head += field.name + ": " + field.value + "\r\n";
    request->head += "\r\n";
    NewEvent event;
    event.receivedAtUs = m_test->workbench->clock().nowUs();
    event.peer = "127.0.0.1:50000";
    event.endpoint = endpoint;
    event.request = request;
    auto answer = std::make_shared<Answer>();
    answer->headers.add("X-Hook-Secret", headers.value("X-Hook-Secret").value_or("none"));
    event.answer = answer;
    EventId id;
    m_test->workbench->writer().addEvent(std::move(event), [&id](const Result<EventId>& added) {
        if (added.ok())
            id = *added;
    });
    m_test->workbench->writer().flush();
    return id;
}

void TestMasking::save(const QByteArray& path, const QByteArray& scheme, const QByteArray& secret)
{
    Endpoint endpoint;
    endpoint.path = path;
    endpoint.scheme = scheme;
    endpoint.secrets = {SecretRef{0, QStringLiteral("the secret"), {}, {}}};
    bool saved = false;
    std::vector<SecretBytes> values;
    values.emplace_back(secret);
    m_test->workbench->saveEndpoint(
        endpoint, std::move(values), [&saved](const Result<Endpoint>& result) { saved = result.ok(); });
    QTRY_VERIFY(saved);
}

QStringList TestMasking::texts() const
{
    QStringList texts{m_test->window->windowTitle(), QGuiApplication::clipboard()->text()};
    for (QWidget* widget : m_test->window->findChildren<QWidget*>()) {
        texts << widget->toolTip() << widget->statusTip() << widget->accessibleName()
              << widget->accessibleDescription();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            texts << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            texts << button->text();
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            texts << edit->displayText();
        if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget))
            texts << edit->toPlainText();
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
            collect(*view->model(), {}, texts);
        if (const auto* bytes = qobject_cast<const BytesView*>(widget))
            texts << QString::fromLatin1(bytes->bytes());
        if (QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget))
            texts << accessible->text(QAccessible::Name) << accessible->text(QAccessible::Value);
    }
    return texts;
}

QStringList TestMasking::found(const QByteArray& planted) const
{
    return texts().filter(QString::fromLatin1(planted));
}

void TestMasking::plantedSecretsAreMaskedEverywhere()
{
    const QByteArray secrets[] = {"plant-header-1", "plant-query-2", "plant-json-3", "plant-hook-4", "plant-nested-5"};
    const QByteArray body = R"({"type":"a","access_token":"plant-json-3","in":{"client_secret":["plant-nested-5"]}})";
    const QByteArray wrong = "sha256=" + QByteArray(64, '0');
    save("/gh", "github", "user-secret-9");
    const EventId id = add("/gh?token=plant-query-2&a=1",
        {{"Authorization", "Bearer plant-header-1"}, {"X-Hook-Secret", "plant-hook-4"}, {"X-GitHub-Event", "push"},
            {"X-Hub-Signature-256", wrong}, {"Content-Type", "application/json"},
            {"Content-Length", QByteArray::number(body.size())}},
        body, "/gh");
    QTRY_COMPARE_WITH_TIMEOUT(m_test->model().rowCount(), 1, 20'000);
    QVERIFY(m_test->table().selectEvent(id));
    EventPane& pane = m_test->window->detail().eventPane();
    QTRY_VERIFY_WITH_TIMEOUT(pane.detail().row.id == id, 20'000);
    auto* verdict = m_test->child<QLabel>("verdict");
    auto* content = m_test->child<BytesView>("content");
    pane.setCurrentTab(EventPane::SignatureTab);
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(QStringLiteral("Invalid")), 20'000);
    QTRY_VERIFY(!content->bytes().isEmpty());
    QVERIFY(content->bytes().contains("masked-"));
    QTRY_VERIFY(!m_test->cell(0, EventTableModel::Path).isEmpty());
    const auto nothingIn = [&](const char* when) {
        for (const QByteArray& planted : secrets)
            QVERIFY2(found(planted).isEmpty(),
                qPrintable(QString::fromLatin1(planted + " in " + when + ": ") + found(planted).join(u'|')));
        QVERIFY2(found("user-secret-9").isEmpty(), when);
    };
    for (const BodyView::View view :
        {BodyView::View::Tree, BodyView::View::Pretty, BodyView::View::Raw, BodyView::View::Hex}) {
        pane.setCurrentTab(EventPane::BodyTab);
        pane.bodyView().setView(view);
        nothingIn("the body");
    }
    QTRY_VERIFY(!pane.bodyView().bytesView(BodyView::View::Pretty).bytes().isEmpty());
    nothingIn("the body laid out");
    // What is no credential stays as it came, also where the body that is shown has another length
    const HeaderList& head = pane.detail().request->headers;
    QCOMPARE(pane.headersView().model().field(5).value, QByteArray::number(body.size()));
    QCOMPARE(head.value("Content-Length").value_or(QByteArray()), QByteArray::number(body.size()));
    for (const auto& copy :
        {&EventPane::copyBody, &EventPane::copyHead, &EventPane::copyCurl, &EventPane::copyRequest}) {
        (pane.*copy)();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("masked-")));
        nothingIn("a copy of the pane");
    }
    m_test->table().setFocus();
    for (const char* action : {"edit.copy", "edit.copyCurl"}) {
        QGuiApplication::clipboard()->clear();
        trigger(action);
        QTRY_VERIFY_WITH_TIMEOUT(!QGuiApplication::clipboard()->text().isEmpty(), 20'000);
        nothingIn(action);
    }
    for (const char* button : {"copyReceived", "copyExpected", "copyExplanation"}) {
        m_test->child<QPushButton>(button)->click();
        nothingIn(button);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_test->child<QPushButton>("verifyInCode")->menu()->actions().isEmpty(), 20'000);
    m_test->child<QPushButton>("verifyInCode")->menu()->actions().front()->trigger();
    nothingIn("a program");

    // Asked for: all of it, in the pane, the list and copies; and back
    QVERIFY(m_test->child<QPushButton>("secrets")->text().contains(QStringLiteral("Show 6 secret")));
    trigger("view.secrets");
    QTRY_COMPARE_WITH_TIMEOUT(pane.bodyView().body(), body, 20'000);
    QTRY_COMPARE(m_test->cell(0, EventTableModel::Path), QStringLiteral("/gh?token=plant-query-2&a=1"));
    QVERIFY(!found("plant-header-1").isEmpty());
    pane.copyRequest();
    for (const QByteArray& planted : secrets)
        QVERIFY2(QGuiApplication::clipboard()->text().contains(QString::fromLatin1(planted)), planted.constData());
    QVERIFY(found("user-secret-9").isEmpty()); // the user's own is never shown by it
    QGuiApplication::clipboard()->clear();
    trigger("view.secrets");
    QTRY_VERIFY_WITH_TIMEOUT(!pane.bodyView().body().contains("plant"), 20'000);
    QTRY_VERIFY(!content->bytes().contains("plant"));
    nothingIn("the window again");
}

void TestMasking::aTokenIsMaskedAsASignatureToo()
{
    save("/gl", "gitlab", "user-token-7");
    const EventId id = add("/gl", {{"X-Gitlab-Token", "plant-token-6"}, {"X-Gitlab-Event", "Push Hook"}}, "{}", "/gl");
    QTRY_COMPARE_WITH_TIMEOUT(m_test->model().rowCount(), 1, 20'000);
    QVERIFY(m_test->table().selectEvent(id));
    EventPane& pane = m_test->window->detail().eventPane();
    pane.setCurrentTab(EventPane::SignatureTab);
    auto* verdict = m_test->child<QLabel>("verdict");
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(QStringLiteral("Invalid")), 20'000);
    for (const char* button : {"copyReceived", "copyExpected"}) {
        m_test->child<QPushButton>(button)->click();
        QVERIFY2(found("plant-token-6").isEmpty(), qPrintable(found("plant-token-6").join(u'|')));
        QVERIFY2(found("user-token-7").isEmpty(), qPrintable(found("user-token-7").join(u'|')));
    }
}

void TestMasking::rulesAreEditedAndReset()
{
    const EventId id =
        add("/a", {{"X-Own", "plant-own-1"}, {"Cookie", "plant-cookie-2"}}, R"({"pin":"plant-pin-3"})", "/");
    QTRY_COMPARE_WITH_TIMEOUT(m_test->model().rowCount(), 1, 20'000);
    QVERIFY(m_test->table().selectEvent(id));
    QTRY_VERIFY_WITH_TIMEOUT(!found("plant-own-1").isEmpty() && !found("plant-pin-3").isEmpty(), 20'000);
    QVERIFY(found("plant-cookie-2").isEmpty());
    const auto edit = [this](const std::function<void(QPlainTextEdit&, QPlainTextEdit&, Preferences&)>& change) {
        trigger("edit.preferences");
        auto* dialog = m_test->window->findChild<Preferences*>();
        QVERIFY(dialog != nullptr);
        change(*dialog->findChild<QPlainTextEdit*>(QStringLiteral("headers")),
            *dialog->findChild<QPlainTextEdit*>(QStringLiteral("names")), *dialog);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("savePreferences")), Qt::LeftButton);
        if (dialog->isVisible())
            dialog->reject();
        QTRY_VERIFY(m_test->window->findChild<Preferences*>() == nullptr);
    };
    edit([](QPlainTextEdit& headers, QPlainTextEdit& names, Preferences&) {
        QVERIFY(headers.toPlainText().contains(QStringLiteral("authorization")));
        QVERIFY(headers.toPlainText().contains(QStringLiteral("x-gitlab-token"))); // of a token scheme
        QVERIFY(names.toPlainText().contains(QStringLiteral("client_secret")));
        headers.setPlainText(headers.toPlainText().remove(QStringLiteral("cookie\n")) + QStringLiteral("\nX-OWN"));
        names.appendPlainText(QStringLiteral("PIN"));
    });
    QTRY_VERIFY_WITH_TIMEOUT(found("plant-own-1").isEmpty() && found("plant-pin-3").isEmpty(), 20'000);
    QVERIFY(!found("plant-cookie-2").isEmpty());
    // What can't be a name is told and changes nothing
    edit([this](QPlainTextEdit& headers, QPlainTextEdit&, Preferences& dialog) {
        headers.appendPlainText(QStringLiteral("not a header"));
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("savePreferences")), Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QVERIFY(!m_test->workbench->maskRules().headers.contains("not a header"));
    });
    edit([](QPlainTextEdit& headers, QPlainTextEdit&, Preferences& dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("reset")), Qt::LeftButton);
        QVERIFY(!headers.toPlainText().contains(QStringLiteral("x-own")));
    });
    QCOMPARE(m_test->workbench->maskRules(), Workbench::defaultMaskRules(*m_test->workbench->catalog()));
    QTRY_VERIFY_WITH_TIMEOUT(!found("plant-own-1").isEmpty() && found("plant-cookie-2").isEmpty(), 20'000);
}

QTEST_MAIN(TestMasking)
#include "tst_masking.moc"
