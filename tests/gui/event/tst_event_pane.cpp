#include "app/Workbench.h"
#include "desktop/event/EventPane.h"
#include "desktop/event/HeadersView.h"
#include "desktop/event/ResponseView.h"
#include "desktop/event/SignatureView.h"
#include "secrets/SecretStore.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QLabel>
#include <QMessageAuthenticationCode>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;

namespace
{

constexpr qint64 now = 1'700'000'000'000'000;

QByteArray headOf(const Request& request)
{
    QByteArray head = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const HeaderField& field : request.headers)
        head += field.name + ": " + field.value + "\r\n";
    return head + "\r\n";
}

NewEvent eventOf(const QByteArray& path, const QByteArray& body, HeaderList headers = {})
{
    auto request = std::make_shared<Request>();
    request->method = "POST";
    request->target = path;
    request->headers = std::move(headers);
    request->headers.add("Content-Type", "application/json");
    request->body = body;
    request->bodySize = body.size();
    request->head = headOf(*request);
    NewEvent event;
    event.receivedAtUs = now;
    event.peer = "127.0.0.1:5000";
    event.endpoint = path;
    event.request = request;
    auto answer = std::make_shared<Answer>();
    answer->status = 200;
    event.answer = answer;
    return event;
}

} // namespace

class TestEventPane : public QObject
{
    Q_OBJECT
private:
    EventId add(NewEvent event)
    {
        EventId id;
        m_workbench->writer().addEvent(std::move(event), [&id](const Result<EventId>& added) {
            if (added.ok())
                id = *added;
        });
        m_workbench->writer().flush();
        return id;
    }

    /** The pane shows this event. */
    static bool shows(EventPane& pane, EventId id)
    {
        QSignalSpy spy(&pane, &EventPane::shown);
        pane.setEvent(id);
        return QTest::qWaitFor([&] { return !spy.isEmpty() && spy.last().at(0).value<EventId>() == id; }, 20'000);
    }

    static QString label(const QWidget& pane, const char* name)
    {
        const auto* found = pane.findChild<QLabel*>(QLatin1String(name));
        return found ? found->text() : QString();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<SecretStore> m_secrets;
    FakeClock m_clock{now};
    std::unique_ptr<Workbench> m_workbench;

private slots:
    void initTestCase()
    {
        m_secrets = makeMemoryStore();
        WorkbenchOptions options;
        options.workspaceFile = m_folder.filePath(QStringLiteral("test.creel"));
        options.schemeFolder = m_folder.path();
        options.clock = &m_clock;
        auto opened = Workbench::open(options, *m_secrets);
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.error().text));
        m_workbench = std::move(opened).value();
    }
    void cleanupTestCase() { m_workbench.reset(); }

    void showsAnEvent()
    {
        EventPane pane(*m_workbench);
        pane.resize(600, 700);
        pane.show();
        QVERIFY(label(pane, "emptyText").contains(QStringLiteral("Select an event")));
        NewEvent event = eventOf("/hook", "{\"a\":1}", {{"X-One", "1"}, {"x-two", "2"}});
        event.eventType = "user.created";
        event.provider = QStringLiteral("Somebody");
        event.providerId = "evt_77";
        const EventId id = add(std::move(event));
        QVERIFY(shows(pane, id));
        QCOMPARE(label(pane, "title"), QStringLiteral("user.created"));
        QCOMPARE(label(pane, "provider"), QStringLiteral("Somebody"));
        const QString facts = label(pane, "facts");
        QVERIFY2(facts.contains(QStringLiteral("POST /hook · evt_77")), qPrintable(facts));
        QVERIFY2(facts.contains(QStringLiteral("7 B")), qPrintable(facts));
        QCOMPARE(pane.bodyView().body(), QByteArray("{\"a\":1}"));
        const auto* tabs = pane.findChild<QTabWidget*>(QStringLiteral("tabs"));
        QCOMPARE(tabs->tabText(EventPane::HeadersTab), QStringLiteral("Headers 3"));
        QCOMPARE(tabs->tabText(EventPane::ResponseTab), QStringLiteral("Response 200"));
        // No scheme: the pane offers to choose one for this endpoint.
        pane.setCurrentTab(EventPane::SignatureTab);
        auto* button = pane.findChild<QPushButton*>(QStringLiteral("addSecret"));
        QTRY_VERIFY(button->isVisible());
        QSignalSpy spy(&pane, &EventPane::addSecretRequested);
        button->click();
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.at(0).at(0).toByteArray(), QByteArray("/")); // there is no endpoint /hook (any more)
        pane.copyRequest();
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("POST /hook HTTP/1.1\r\nX-One: 1\r\n")));
        QVERIFY(QApplication::clipboard()->text().endsWith(QStringLiteral("{\"a\":1}")));
        pane.copyCurl();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("curl")));
        pane.copyBody();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("{\"a\":1}"));
        pane.clear();
        QVERIFY(label(pane, "emptyText").contains(QStringLiteral("Select an event")));
    }

    void verifiesWithASecretThatCameLater()
    {
        const QByteArray secret = "It's a Secret to Everybody";
        const QByteArray body = "{\"zen\":\"Keep it simple.\"}";
        const QByteArray good = QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
        const EventId valid = add(eventOf("/github", body, {{"X-Hub-Signature-256", "sha256=" + good}}));
        const EventId invalid = add(eventOf("/github", body + " ", {{"X-Hub-Signature-256", "sha256=" + good}}));
        EventPane pane(*m_workbench);
        pane.resize(600, 700);
        pane.show();
        pane.setCurrentTab(EventPane::SignatureTab);
        QVERIFY(shows(pane, valid));
        QTRY_VERIFY(label(pane, "verdict").contains(QStringLiteral("Unverified")));

        Endpoint endpoint;
        endpoint.path = "/github";
        endpoint.scheme = "github";
        endpoint.secrets = {SecretRef{0, QStringLiteral("live"), {}, {}}};
        bool saved = false;
        std::vector<SecretBytes> values;
        values.emplace_back(secret);
        m_workbench->saveEndpoint(
            endpoint, std::move(values), [&saved](const Result<Endpoint>& result) { saved = result.ok(); });
        QTRY_VERIFY(saved);
        pane.verifyAgain();
        QTRY_VERIFY_WITH_TIMEOUT(label(pane, "verdict").contains(QStringLiteral("Valid")), 10'000);
        QVERIFY(shows(pane, invalid));
        QTRY_VERIFY_WITH_TIMEOUT(label(pane, "verdict").contains(QStringLiteral("Invalid")), 10'000);
        const auto* aligned = pane.findChild<BytesView*>(QStringLiteral("aligned"));
        QVERIFY(aligned->bytes().contains("received " + good.left(10)));
        QVERIFY(aligned->bytes().contains("expected "));
        QCOMPARE(pane.signatureView().content().bytes(), body + " ");
    }

    void readsALargeBodyInPieces()
    {
        QByteArray body = "[" + QByteArray("\"0123456789\",").repeated(900'000) + "0]";
        EventPane pane(*m_workbench);
        pane.resize(600, 700);
        pane.show();
        const EventId id = add(eventOf("/large", body));
        QVERIFY(shows(pane, id));
        QVERIFY(pane.bodyView().body() == body);
        const auto* bar = pane.findChild<QWidget*>(QStringLiteral("progress"));
        QVERIFY(!bar->isVisible());
    }

    void lastOneWins()
    {
        std::vector<EventId> ids;
        for (int i = 0; i < 30; ++i)
            ids.push_back(add(eventOf("/many", "{\"n\":" + QByteArray::number(i) + "}")));
        EventPane pane(*m_workbench);
        pane.show();
        QSignalSpy spy(&pane, &EventPane::shown);
        for (const EventId id : ids)
            pane.setEvent(id);
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(0).value<EventId>() == ids.back());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(pane.bodyView().body(), QByteArray("{\"n\":29}"));
    }

    void whatIsGoneIsTold()
    {
        EventPane pane(*m_workbench);
        pane.show();
        pane.setEvent(EventId(1'000'000));
        QTRY_VERIFY(!label(pane, "emptyText").isEmpty()
            && !label(pane, "emptyText").contains(QStringLiteral("Select an event")));
    }

    void hostileEvent()
    {
        const QByteArray evil = "<b>x</b>&amp;\x1b[31m\xE2\x80\xAE\xE2\x80\x8B\xFF";
        NewEvent event = eventOf("/" + evil, evil, {{"X-Evil", evil}});
        event.eventType = evil;
        event.providerId = evil;
        event.provider = QString::fromUtf8(evil);
        event.state = EventState::Malformed;
        event.reason = QString::fromUtf8(evil);
        event.peer = evil;
        EventPane pane(*m_workbench);
        pane.resize(600, 500);
        pane.show();
        QVERIFY(shows(pane, add(std::move(event))));
        for (int tab = 0; tab < 4; ++tab) {
            pane.setCurrentTab(tab);
            pane.grab();
        }
        for (const QLabel* one : pane.findChildren<QLabel*>()) {
            QCOMPARE(one->textFormat(), Qt::PlainText);
            for (const QChar c : one->text())
                QVERIFY2(
                    (c.unicode() >= 0x20 || c == QLatin1Char('\n')) && c.unicode() != 0x202E && c.unicode() != 0x200B,
                    qPrintable(one->objectName()));
        }
        QVERIFY(label(pane, "title").contains(QStringLiteral("<b>x</b>")));
        QVERIFY(label(pane, "problem").contains(QStringLiteral("not valid HTTP")));
    }

    void credentialsAreMaskedUntilAskedFor()
    {
        EventPane pane(*m_workbench);
        pane.resize(600, 500);
        pane.show();
        QVERIFY(shows(pane, add(eventOf("/secret", "{}", {{"Authorization", "Bearer s3cr3t-token"}}))));
        HeadersModel& model = pane.headersView().model();
        const auto value = [&model] { return model.index(0, HeadersModel::ValueColumn).data().toString(); };
        QVERIFY(!value().contains(QStringLiteral("s3cr3t")));
        pane.copyHead();
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("s3cr3t")));
        pane.copyCurl();
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("s3cr3t")));
        auto* reveal = pane.findChild<QPushButton*>(QStringLiteral("secrets"));
        QVERIFY(reveal && !reveal->isHidden());
        reveal->click();
        QTRY_COMPARE(value(), QStringLiteral("Bearer s3cr3t-token"));
        pane.copyHead();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Bearer s3cr3t-token")));
        reveal->click();
        QTRY_VERIFY(!value().contains(QStringLiteral("s3cr3t")));
        // A large body is covered on another thread
        const QByteArray large = "[" + QByteArray(Cover::atOnce, ' ') + "{\"token\":\"s3cr3t-large\"}]";
        QVERIFY(shows(pane, add(eventOf("/secret", large))));
        QVERIFY(!pane.bodyView().body().contains("s3cr3t"));
        QCOMPARE(pane.detail().request->bodySize, large.size());
    }
};

QTEST_MAIN(TestEventPane)
#include "tst_event_pane.moc"
