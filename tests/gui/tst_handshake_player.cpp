// The provider's side of every handshake, played from the window: against the receiver, whose answer must be judged
// right, and against a server that knows nothing of it.
#include "Loopback.h"
#include "TestWindow.h"

#include "base/Text.h"
#include "desktop/ActionRegistry.h"
#include "desktop/compose/ComposeActions.h"
#include "desktop/compose/ComposePane.h"
#include "desktop/compose/HandshakePane.h"
#include "signature/Scheme.h"
#include "signature/TestKeys.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>

using namespace creel;

class TestHandshakePlayer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void theReceiverAnswersRightly_data();
    void theReceiverAnswersRightly();
    void anotherAnswerIsWrong_data() { theReceiverAnswersRightly_data(); }
    void anotherAnswerIsWrong();

private:
    /** What both sides know of each other. */
    struct Parties {
        std::shared_ptr<const Scheme> scheme;
        QMap<QByteArray, QByteArray> settings;
        TestKeyPair keys;
    };
    Parties partiesOf(const HandshakeCatalog::Entry& entry) const;
    void save(const HandshakeCatalog::Entry& entry, const Parties& parties) const;
    /** The kind of the verdict, and what it says. */
    std::pair<QString, QString> play(const QByteArray& id, const QString& url, const Parties& parties) const;
    const HandshakeCatalog::Entry* entry(const QByteArray& id) const;

    QTemporaryDir m_folder;
    std::unique_ptr<TestWindow> m_test;
    std::vector<HandshakeCatalog::Entry> m_entries = HandshakeCatalog::load()->entries();
};

void TestHandshakePlayer::initTestCase()
{
    m_test = std::make_unique<TestWindow>(m_folder.path());
    m_test->window->listen(quint16(0));
    m_test->window->show();
    m_test->window->actions().trigger("tools.handshake");
    QVERIFY(m_test->window->composing().handshakes().isVisible());
}

void TestHandshakePlayer::cleanupTestCase()
{
    m_test.reset();
}

void TestHandshakePlayer::theReceiverAnswersRightly_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const HandshakeCatalog::Entry& one : m_entries)
        QTest::newRow(one.id.constData()) << one.id;
}

const HandshakeCatalog::Entry* TestHandshakePlayer::entry(const QByteArray& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& one) { return one.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

TestHandshakePlayer::Parties TestHandshakePlayer::partiesOf(const HandshakeCatalog::Entry& entry) const
{
    Parties parties;
    for (const QByteArray& id : entry.schemes)
        parties.scheme = parties.scheme ? parties.scheme : m_test->workbench->catalog()->find(id);
    for (const QByteArray& name : entry.settings)
        parties.settings.insert(name, name == "topic" ? QByteArray("https://example.com/feed") : "value of " + name);
    if (parties.scheme && parties.scheme->key.form != KeyForm::None) {
        if (auto keys = makeTestKeyPair(*parties.scheme))
            parties.keys = *std::move(keys);
    }
    return parties;
}

void TestHandshakePlayer::save(const HandshakeCatalog::Entry& entry, const Parties& parties) const
{
    Endpoint endpoint;
    endpoint.path = '/' + entry.id;
    endpoint.settings = parties.settings;
    if (parties.scheme)
        endpoint.scheme = parties.scheme->id;
    else
        endpoint.handshake = entry.id;
    std::vector<SecretBytes> values;
    // What the provider hands over in the handshake is no secret before it.
    if (!parties.keys.publicKey.isEmpty() && entry.id != "asana" && entry.id != "notion") {
        endpoint.secrets = {{0, toText(entry.id), {}, {}}};
        values.emplace_back(parties.keys.publicKey);
    }
    bool saved = false;
    m_test->workbench->saveEndpoint(
        endpoint, std::move(values), [&saved](const Result<Endpoint>& stored) { saved = stored.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(saved, 10'000);
}

std::pair<QString, QString> TestHandshakePlayer::play(
    const QByteArray& id, const QString& url, const Parties& parties) const
{
    HandshakePane& pane = m_test->window->composing().handshakes();
    pane.choose(id);
    m_test->child<QLineEdit>("handshakeUrl")->setText(url);
    m_test->child<QLineEdit>("handshakeTypedSecret")->setText(QString::fromUtf8(parties.keys.privateKey.view()));
    for (QLineEdit* line : pane.findChildren<QLineEdit*>()) {
        if (const auto setting = parties.settings.find(line->accessibleName().toUtf8());
            setting != parties.settings.end())
            line->setText(QString::fromUtf8(*setting));
    }
    auto* verdict = m_test->child<QFrame>("handshakeVerdict");
    auto* title = m_test->child<QLabel>("handshakeVerdictTitle");
    verdict->hide();
    pane.play();
    [&] { QTRY_VERIFY_WITH_TIMEOUT(verdict->isVisible() && !pane.isSending(), 20'000); }();
    return {verdict->property("kind").toString(),
        title->text() + QLatin1Char(' ') + m_test->child<QLabel>("handshakeVerdictText")->text()};
}

void TestHandshakePlayer::theReceiverAnswersRightly()
{
    QFETCH(QByteArray, id);
    const HandshakeCatalog::Entry& one = *entry(id);
    const Parties parties = partiesOf(one);
    save(one, parties);
    const QString url = m_test->workbench->receiver().url() + QLatin1Char('/') + toText(id);
    const auto [kind, text] = play(id, url, parties);
    QVERIFY2(kind == QLatin1String("valid"), qPrintable(text));
}

void TestHandshakePlayer::anotherAnswerIsWrong()
{
    QFETCH(QByteArray, id);
    Loopback server;
    server.reply = [](const QByteArray&) -> QByteArray {
        return "HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>";
    };
    const auto [kind, text] = play(id, server.url(QStringLiteral("/x")), partiesOf(*entry(id)));
    QVERIFY2(kind == QLatin1String("invalid"), qPrintable(text));
    QVERIFY(!server.received.isEmpty());
}

QTEST_MAIN(TestHandshakePlayer)
#include "tst_handshake_player.moc"
