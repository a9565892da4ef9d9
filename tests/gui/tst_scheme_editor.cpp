#include "TestWindow.h"

#include "desktop/ActionRegistry.h"
#include "desktop/endpoints/EndpointEditor.h"
#include "desktop/event/BytesView.h"
#include "desktop/schemes/SchemePreview.h"
#include "desktop/schemes/SchemeText.h"
#include "desktop/schemes/SchemesWindow.h"
#include "signature/Scheme.h"
#include "signature/SchemeReader.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageAuthenticationCode>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace creel;

/** The window of the schemes, driven as a user does it. */
class TestSchemes : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aSchemeIsMadeTriedAndUsed();
    void builtInSchemesAreDuplicated();
    void brokenFilesAreToldAndHarmNothing();
    void filesComeAndGo();
    void everyBuiltInSchemeSurvivesTheForm();

private:
    template <class T> T* child(const char* name) const { return m_schemes->findChild<T*>(QString::fromLatin1(name)); }
    void type(const char* field, const QString& text) const
    {
        auto* edit = child<QLineEdit>(field);
        QVERIFY(edit != nullptr);
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            QTest::keyClicks(edit, text);
    }
    void click(const char* button) const
    {
        auto* one = child<QPushButton>(button);
        QVERIFY(one->isEnabled());
        QTest::mouseClick(one, Qt::LeftButton);
    }
    QString problem() const { return child<QLabel>("schemeProblem")->text(); }
    QStringList listed() const
    {
        QStringList names;
        const QAbstractItemModel* model = child<QListView>("schemeList")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }
    void chooseListed(const QString& name) const
    {
        QTRY_VERIFY_WITH_TIMEOUT(listed().contains(name), 20'000);
        auto* list = child<QListView>("schemeList");
        list->setCurrentIndex(list->model()->index(int(listed().indexOf(name)), 0));
    }
    QString file(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestWindow> m_test;
    SchemesWindow* m_schemes = nullptr;
};

void TestSchemes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_test = std::make_unique<TestWindow>(m_folder->path());
    m_test->window->show();
    m_test->window->actions().find("tools.schemes")->trigger();
    m_schemes = m_test->window->findChild<SchemesWindow*>();
    QVERIFY(m_schemes != nullptr && m_schemes->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(listed().size() > 100, 20'000);
}

void TestSchemes::cleanup()
{
    m_test.reset();
    m_folder.reset();
}

void TestSchemes::aSchemeIsMadeTriedAndUsed()
{
    click("newScheme");
    QVERIFY(child<QLineEdit>("name")->hasFocus() || m_schemes->focusWidget() == child<QLineEdit>("name"));
    // Without an event the scheme signs a message of its own
    auto* verdict = child<QLabel>("verdict");
    QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible() && verdict->text().contains(QStringLiteral("Valid")), 20'000);
    QVERIFY(child<QLabel>("previewHeaders")->text().contains(QStringLiteral("X-Signature: ")));

    // An event that only the new scheme can verify: the body behind its time, in base64, with a prefix
    const QByteArray body = "{\"a\": 1}\n";
    const QByteArray signature =
        QMessageAuthenticationCode::hash("1795468988\n" + body, "right", QCryptographicHash::Sha512).toBase64();
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = "/acme";
    request->headers = {{"Host", "a"}, {"Acme-Signature", "v9 " + signature}, {"Acme-Time", "1795468988"}};
    request->body = body;
    request->bodySize = body.size();
    request->head = "POST /acme HTTP/1.1\r\nHost: a\r\nAcme-Signature: v9 " + signature
        + "\r\nAcme-Time: 1795468988\r\nContent-Length: 9\r\n\r\n";
    NewEvent event;
    event.receivedAtUs = 1'795'468'990'000'000;
    event.endpoint = "/";
    event.request = request;
    m_test->workbench->writer().addEvent(std::move(event), [](const Result<EventId>&) {});
    QTRY_COMPARE_WITH_TIMEOUT(m_test->model().rowCount(), 1, 20'000);

    QVERIFY(m_test->table().selectEvent(EventId(1)));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("previewEvent")->text().contains(QStringLiteral("/acme")), 20'000);
    type("name", QStringLiteral("Acme Billing"));
    QCOMPARE(child<QLineEdit>("id")->text(), QStringLiteral("acme-billing"));
    type("signature", QStringLiteral("Acme-Signature"));
    type("prefix", QStringLiteral("v9 "));
    type("time", QStringLiteral("Acme-Time"));
    auto* algorithm = child<QComboBox>("algorithm");
    algorithm->setCurrentIndex(algorithm->findData(QStringLiteral("hmac-sha512")));
    auto* encoding = child<QComboBox>("encoding");
    encoding->setCurrentIndex(encoding->findData(QStringLiteral("base64")));
    type("previewSecret", QStringLiteral("right"));
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(QStringLiteral("Invalid")), 20'000);
    // Each key changes the preview; an open brace is a broken scheme, told with its line, and then no more
    type("content", QStringLiteral("{timestamp"));
    QTRY_VERIFY2_WITH_TIMEOUT(problem().contains(QStringLiteral("line ")), qPrintable(problem()), 20'000);
    QTest::keyClicks(child<QLineEdit>("content"), QStringLiteral("}.{body}"));
    QTRY_VERIFY_WITH_TIMEOUT(problem().isEmpty(), 20'000);
    auto* content = child<BytesView>("content");
    QTRY_COMPARE_WITH_TIMEOUT(content->bytes(), "1795468988." + body, 20'000);

    // The separator is a line feed, which only the JSON can say
    auto* text = child<QPlainTextEdit>("schemeText");
    text->setPlainText(
        text->toPlainText().replace(QStringLiteral("{timestamp}.{body}"), QStringLiteral("{timestamp}\\n{body}")));
    QTRY_COMPARE_WITH_TIMEOUT(content->bytes(), "1795468988\n" + body, 20'000);
    QVERIFY(content->rowText(0).contains(QChar(0x21B5))); // and can be seen
    QTRY_VERIFY_WITH_TIMEOUT(verdict->text().contains(QStringLiteral("Valid")), 20'000);

    click("saveScheme");
    QTRY_VERIFY_WITH_TIMEOUT(m_test->workbench->catalog()->find("acme-billing") != nullptr, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(listed().contains(QStringLiteral("Acme Billing (yours)")), 20'000);
    QFile saved(m_folder->filePath(QStringLiteral("schemes/acme-billing.json")));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray written = saved.readAll();
    QVERIFY(readScheme(written));
    QVERIFY(!written.contains("right")); // the test secret is nowhere in it

    // An endpoint can use it at once
    EndpointEditor editor(*m_test->workbench, Endpoint());
    bool offered = false;
    const auto* providers = editor.findChild<QListView*>(QStringLiteral("schemes"))->model();
    for (int row = 0; row < providers->rowCount(); ++row)
        offered = offered || providers->index(row, 0).data().toString() == QStringLiteral("Acme Billing");
    QVERIFY(offered);
}

void TestSchemes::builtInSchemesAreDuplicated()
{
    chooseListed(QStringLiteral("Stripe"));
    QTRY_COMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Stripe"));
    QVERIFY(child<QLineEdit>("name")->isReadOnly());
    QVERIFY(child<QPlainTextEdit>("schemeText")->isReadOnly());
    QVERIFY(!child<QPushButton>("saveScheme")->isVisible());
    QVERIFY(!child<QPushButton>("deleteScheme")->isEnabled());
    QCOMPARE(child<QLineEdit>("time")->text(), QStringLiteral("sig:t"));
    QCOMPARE(child<QLineEdit>("take")->text(), QStringLiteral("v1"));
    click("duplicateScheme");
    QCOMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Copy of Stripe"));
    // What stands unsaved is not lost by a click in the list
    auto* list = child<QListView>("schemeList");
    list->setCurrentIndex(list->model()->index(3, 0));
    QVERIFY(problem().contains(QStringLiteral("Save or discard")));
    QCOMPARE(child<QLineEdit>("name")->text(), QStringLiteral("Copy of Stripe"));
    click("saveScheme");
    QTRY_VERIFY_WITH_TIMEOUT(m_test->workbench->catalog()->find("copy-of-stripe") != nullptr, 20'000);
    const auto copy = m_test->workbench->catalog()->find("copy-of-stripe");
    const auto stripe = m_test->workbench->catalog()->find("stripe");
    QCOMPARE(copy->content.front().text, stripe->content.front().text);
    QCOMPARE(copy->timestamp->toleranceS, stripe->timestamp->toleranceS);
    QVERIFY(!copy->builtIn);

    chooseListed(QStringLiteral("Copy of Stripe (yours)"));
    QTRY_VERIFY(!child<QLineEdit>("name")->isReadOnly());
    QVERIFY(child<QLineEdit>("id")->isReadOnly()); // endpoints know it by its id
    click("deleteScheme");
    auto* question = m_schemes->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QCOMPARE(question->textFormat(), Qt::PlainText);
    for (QAbstractButton* button : question->buttons()) {
        if (button->text() == QStringLiteral("Delete scheme"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_test->workbench->catalog()->find("copy-of-stripe") == nullptr, 20'000);
    QTRY_VERIFY(!listed().contains(QStringLiteral("Copy of Stripe (yours)")));
}

void TestSchemes::brokenFilesAreToldAndHarmNothing()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("schemes")));
    QFile broken(file("schemes/broken.json"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\n  \"id\": \"b\",\n  \"nmae\": \"<b>x</b>\"\n}");
    broken.close();
    QFile other(file("other.json"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(schemeText(newScheme(QStringLiteral("Other"), QStringLiteral("other"))));
    other.close();
    m_schemes->importFile(other.fileName());
    const QString name = QStringLiteral("broken.json (can't be read)");
    QTRY_VERIFY_WITH_TIMEOUT(listed().contains(name), 20'000);
    QVERIFY(listed().contains(QStringLiteral("Other (yours)")));
    QVERIFY(m_test->workbench->catalog()->find("other") != nullptr);
    chooseListed(name);
    QTRY_VERIFY2(problem().contains(QStringLiteral("line 3")), qPrintable(problem()));
    // It is mended where it is shown
    auto* text = child<QPlainTextEdit>("schemeText");
    text->setPlainText(QString::fromUtf8(schemeText(newScheme(QStringLiteral("Mended"), QStringLiteral("b")))));
    click("saveScheme");
    QTRY_VERIFY_WITH_TIMEOUT(listed().contains(QStringLiteral("Mended (yours)")), 20'000);
    QVERIFY(!QFile::exists(broken.fileName()));
    QVERIFY(QFile::exists(file("schemes/b.json")));
}

void TestSchemes::filesComeAndGo()
{
    QFile broken(file("half.json"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{\n  \"id\": \"half\",\n  \"name\": ");
    broken.close();
    m_schemes->importFile(broken.fileName());
    QVERIFY2(problem().contains(QStringLiteral("not imported")) && problem().contains(QStringLiteral("line")),
        qPrintable(problem()));
    QVERIFY(!QFile::exists(file("schemes/half.json")));

    chooseListed(QStringLiteral("GitHub"));
    QTRY_COMPARE(child<QLineEdit>("name")->text(), QStringLiteral("GitHub"));
    m_schemes->exportTo(file("exported.json"));
    QFile exported(file("exported.json"));
    QVERIFY(exported.open(QIODevice::ReadOnly));
    const auto scheme = readScheme(exported.readAll());
    QVERIFY(scheme);
    QCOMPARE((*scheme)->id, QByteArray("github"));
    m_schemes->importFile(exported.fileName()); // its id belongs to the built-in one
    QTRY_VERIFY_WITH_TIMEOUT(problem().contains(QStringLiteral("taken")), 20'000);
}

/** What the form has no field for is neither lost nor changed, and each file is read as what it was. */
void TestSchemes::everyBuiltInSchemeSurvivesTheForm()
{
    for (const auto& scheme : m_test->workbench->catalog()->all()) {
        const QJsonObject object = builtInScheme(scheme->id);
        const QByteArray text = schemeText(object);
        QCOMPARE(schemeObject(text).value_or(QJsonObject()), object);
        const auto read = readScheme(text);
        QVERIFY2(read, scheme->id.constData());
        QCOMPARE((*read)->name, scheme->name);
        QCOMPARE((*read)->emitHeaders.size(), scheme->emitHeaders.size());
    }
    QCOMPARE(placesText(placesOf(QStringLiteral("X-A, query:b"))), QStringLiteral("X-A, query:b"));
    QCOMPARE(schemeIdOf(QStringLiteral("Acme & Söhne (2)")), QStringLiteral("acme-so-hne-2"));
}

QTEST_MAIN(TestSchemes)
#include "tst_scheme_editor.moc"
