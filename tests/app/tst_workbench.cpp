#include "../secrets/Answers.h"

#include "app/Diagnoser.h"
#include "app/SchemeFolder.h"
#include "app/Workbench.h"

#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;
using namespace creel::test;

namespace
{

QByteArray githubPost(const QByteArray& path, const QByteArray& body, const QByteArray& secret)
{
    const QByteArray signature = QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
    return "POST " + path + " HTTP/1.1\r\nHost: a\r\nX-Hub-Signature-256: sha256=" + signature
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/** An endpoint with one secret that is yet to be stored. */
Endpoint githubEndpoint(const QByteArray& path)
{
    Endpoint endpoint;
    endpoint.path = path;
    endpoint.scheme = "github";
    endpoint.secrets = {SecretRef{0, QStringLiteral("secret of ") + QString::fromUtf8(path), QString(), QByteArray()}};
    return endpoint;
}

} // namespace

class TestWorkbench : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = makeMemoryStore();
        open();
    }
    void cleanup()
    {
        m_bench.reset();
        m_store.reset();
    }

    void aSecretAddedLaterVerifiesWhatIsThere()
    {
        const EventId right = send(githubPost("/gh", "{}", "key"));
        const EventId wrong = send(githubPost("/gh", "{}", "other"));
        QCOMPARE(verdict(right), Verdict::Unverified);
        Endpoint saved = save(githubEndpoint("/gh"), "key");
        // `/` caught them, and they came to the path that has its own endpoint now
        QTRY_COMPARE(verdict(right), Verdict::Valid);
        QTRY_COMPARE(verdict(wrong), Verdict::Invalid);
        QCOMPARE(verify(right).verdict(), Verdict::Valid);
        const EventId caught = send(githubPost("/gh", "{}", "later"));
        QCOMPARE(verdict(caught), Verdict::Invalid);
        saved = save(saved, "later");
        QTRY_COMPARE(verdict(caught), Verdict::Valid);

        Endpoint all = (*m_bench->workspace().endpoints())[0];
        for (const Endpoint& endpoint : *m_bench->workspace().endpoints()) {
            if (endpoint.path == "/")
                all = endpoint;
        }
        all.scheme = "github";
        all.secrets = {SecretRef{0, QStringLiteral("all"), QString(), QByteArray()}};
        const EventId elsewhere = send(githubPost("/other", "{}", "key"));
        const EventId alike = send(githubPost("/ghost", "{}", "later"));
        save(all, "key");
        QTRY_COMPARE(verdict(elsewhere), Verdict::Valid);
        QTRY_COMPARE(verdict(alike), Verdict::Invalid);
        QCOMPARE(verdict(caught), Verdict::Valid); // stays with its own endpoint
    }

    void aSchemeTakenAwayLeavesNoVerdict()
    {
        Endpoint saved = save(githubEndpoint("/gh"), "key");
        const EventId id = send(githubPost("/gh", "{}", "key"));
        QCOMPARE(verdict(id), Verdict::Valid);
        saved.scheme.clear();
        saved.secrets.clear();
        save(saved, {});
        QTRY_COMPARE(verdict(id), Verdict::Unverified);
    }

    void secretsAreReadAgainAtTheNextStart()
    {
        save(githubEndpoint("/gh"), "key");
        reopen();
        QTRY_COMPARE(verdict(send(githubPost("/gh", "{}", "key"))), Verdict::Valid);
    }

    void anOlderSecretExplainsAndVerifiesNothing()
    {
        Endpoint saved = save(githubEndpoint("/gh"), "first");
        saved = save(saved, "second");
        QCOMPARE(saved.secrets.size(), std::size_t(1));
        QCOMPARE(saved.olderSecrets.size(), std::size_t(1));
        const EventId id = send(githubPost("/gh", "{}", "first"));
        const auto explained = [&] {
            QCOMPARE(verdict(id), Verdict::Invalid);
            const Diagnosis found = diagnose(id);
            QCOMPARE(found.causes.size(), std::size_t(1));
            QCOMPARE(found.causes.front().cause, QByteArray("other_endpoint_secret"));
            QVERIFY2(found.causes.front().text.contains(QStringLiteral("older secret of /gh")),
                qPrintable(found.causes.front().text));
        };
        explained();
        reopen();
        QTRY_COMPARE(verdict(send(githubPost("/gh", "{}", "second"))), Verdict::Valid);
        explained();
        // Removed is older, too: with no secret left the event is not verified, and the reason is found all the same.
        saved.secrets.clear();
        saved = save(saved, {});
        QCOMPARE(saved.olderSecrets.size(), std::size_t(2));
        QTRY_COMPARE(verdict(id), Verdict::Unverified);
        QCOMPARE(diagnose(id).causes.front().cause, QByteArray("other_endpoint_secret"));
    }

    void olderSecretsAreBoundedAndTheUsersToDelete()
    {
        Answers keychain(*m_store);
        const QByteArray uuid = m_bench->workspace().uuid();
        Endpoint saved = save(githubEndpoint("/gh"), "0");
        const qint64 oldest = saved.secrets[0].id;
        for (const char* value : {"1", "2", "3"})
            saved = save(saved, value);
        QCOMPARE(saved.olderSecrets.size(), std::size_t(3));
        QCOMPARE(keychain.read(oldest, uuid), std::optional(QByteArray("0")));
        saved = save(saved, "4");
        QCOMPARE(saved.olderSecrets.size(), std::size_t(3));
        QVERIFY(!keychain.read(oldest, uuid));
        QCOMPARE(keychain.read(saved.olderSecrets[0].id, uuid), std::optional(QByteArray("3")));
        // The same value entered again replaces nothing.
        saved = save(saved, "4");
        QCOMPARE(keychain.read(saved.olderSecrets[0].id, uuid), std::optional(QByteArray("3")));

        const qint64 deleted = saved.olderSecrets[0].id;
        saved.olderSecrets.erase(saved.olderSecrets.begin());
        saved = save(saved, {});
        QCOMPARE(saved.olderSecrets.size(), std::size_t(2));
        QVERIFY(!keychain.read(deleted, uuid));
        const EventId id = send(githubPost("/gh", "{}", "3"));
        QCOMPARE(diagnose(id).causes.front().cause, QByteArray("nothing_matches"));

        bool gone = false;
        m_bench->deleteEndpoint(saved.id, [&](const Result<void>& result) { gone = result.ok(); });
        QTRY_VERIFY(gone);
        QVERIFY(!keychain.read(saved.secrets[0].id, uuid));
        QVERIFY(!keychain.read(saved.olderSecrets[0].id, uuid));
    }

    void anOlderPublicKeyIsKeptToo()
    {
        Endpoint endpoint = githubEndpoint("/ed");
        endpoint.scheme = "generic-ed25519";
        endpoint = save(endpoint, QByteArray(32, 'a').toBase64());
        endpoint = save(endpoint, QByteArray(32, 'b').toBase64());
        QCOMPARE(endpoint.olderSecrets.size(), std::size_t(1));
        QCOMPARE(endpoint.olderSecrets[0].publicKey, QByteArray(32, 'a').toBase64());
        endpoint = save(endpoint, QByteArray(32, 'b').toBase64());
        QCOMPARE(endpoint.olderSecrets.size(), std::size_t(1));
    }

    void valuesNeverReachTheWorkspace()
    {
        save(githubEndpoint("/gh"), "planted-value-93b1");
        send(githubPost("/gh", "{}", "planted-value-93b1"));
        m_bench->writer().flush();
        for (const QFileInfo& info : QDir(m_folder->path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted-value-93b1"), qPrintable(info.fileName()));
        }
    }

    void verifyTellsEverything()
    {
        save(githubEndpoint("/gh"), "key");
        const EventId id = send(githubPost("/gh", "{\"a\":1}", "key"));
        const Verification verification = verify(id);
        QCOMPARE(verification.verdict(), Verdict::Valid);
        QCOMPARE(verification.signedContent.value_or(QByteArray()), QByteArray("{\"a\":1}"));
        QCOMPARE(verification.secret.value_or(QString()), QStringLiteral("secret of /gh"));
        QCOMPARE(verify(send("BROKEN\r\n\r\n")).signature, SignatureState::Unverified);
        bool failed = false;
        m_bench->verify(EventId(999), [&](const Result<Verification>& result) { failed = !result.ok(); });
        QTRY_VERIFY(failed);
    }

    void largeBodiesGetTheirVerdictAlsoWhereTheSchemeReadsThem()
    {
        Endpoint endpoint;
        endpoint.path = "/env";
        endpoint.scheme = "webhookdo-envelope-body";
        endpoint.secrets = {SecretRef{0, QStringLiteral("env"), QString(), QByteArray()}};
        save(endpoint, "key");
        save(githubEndpoint("/gh"), "key");
        const EventId streamed = send(githubPost("/gh", QByteArray(3'000'000, 'x'), "key"));
        QCOMPARE(verdict(streamed), Verdict::Valid);
        QCOMPARE(verify(streamed).verdict(), Verdict::Valid);
        const QByteArray body = "{\"id\":\"1\",\"payload\":\"" + QByteArray(3'000'000, 'y')
            + "\",\"signature\":\"sha256=" + QByteArray(64, '0') + "\"}";
        const EventId whole = send(
            "POST /env HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_VERIFY_WITH_TIMEOUT(verdict(whole) != Verdict::Unverified, 20'000);
    }

    void transientEndpointsWinAndAreNotStored()
    {
        save(githubEndpoint("/gh"), "stored");
        Endpoint transient = githubEndpoint("/gh");
        transient.secrets.clear();
        std::vector<std::vector<NamedSecret>> secrets(1);
        secrets[0].push_back({QString(), SecretBytes("transient")});
        m_bench->setTransientEndpoints({transient}, std::move(secrets));
        QCOMPARE(verdict(send(githubPost("/gh", "{}", "transient"))), Verdict::Valid);
        reopen();
        QTRY_COMPARE(verdict(send(githubPost("/gh", "{}", "stored"))), Verdict::Valid);
    }

    void handshakesAreAnswered()
    {
        Endpoint endpoint;
        endpoint.path = "/slack";
        endpoint.scheme = "slack";
        save(endpoint, {});
        const QByteArray body = R"({"type":"url_verification","token":"t","challenge":"c-123"})";
        const EventId id = send("POST /slack HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QVERIFY(m_answer.contains("c-123"));
        const auto detail = m_bench->reader().detailNow(id, 0);
        QVERIFY(detail && detail->row.handshake);
    }

    void deletedEndpointsAreGone()
    {
        const Endpoint saved = save(githubEndpoint("/gh"), "key");
        bool done = false;
        m_bench->deleteEndpoint(saved.id, [&](const Result<void>& result) { done = result.ok(); });
        QTRY_VERIFY(done);
        QTRY_COMPARE(verdict(send(githubPost("/gh", "{}", "key"))), Verdict::Unverified);
        bool refused = false;
        m_store->read(m_bench->workspace().uuid(), saved.secrets[0].id,
            [&](const Result<SecretBytes>& value) { refused = !value.ok(); });
        QTRY_VERIFY(refused);
    }

    void aSchemeOfTheUserIsUsedAtOnce()
    {
        const QByteArray json = R"({"id":"mine","name":"Mine","kind":"declarative","algorithm":"hmac-sha256",
            "encoding":"hex","signature":["header:X-Hub-Signature-256"],"extraction":{"prefix":"sha256="},
            "content":"{body}","key":{"form":"text"}})";
        Endpoint endpoint = githubEndpoint("/mine");
        endpoint.scheme = "mine";
        save(endpoint, "key");
        const EventId id = send(githubPost("/mine", "{}", "key"));
        QCOMPARE(verdict(id), Verdict::Unverified);
        QSignalSpy changed(m_bench.get(), &Workbench::catalogChanged);
        QCOMPARE(saveScheme(json, {}), QStringLiteral("mine"));
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(verdict(id), Verdict::Valid); // what was there before, too

        // Changed: under the same id; another content no longer matches
        QByteArray other = json;
        other.replace("{body}", "other{body}");
        QVERIFY(saveScheme(other, {}).contains(QStringLiteral("taken")));
        QCOMPARE(saveScheme(other, QStringLiteral("mine.json")), QStringLiteral("mine"));
        QTRY_COMPARE(verdict(id), Verdict::Invalid);

        // What is broken or takes a built-in id is refused, with its line, and nothing is written
        QVERIFY(saveScheme("{\n\"id\": \"x\",\n\"nonsense\": 1}", {}).contains(QStringLiteral("line 3")));
        QVERIFY(saveScheme(QByteArray(json).replace("\"mine\"", "\"stripe\""), {}).contains(QStringLiteral("taken")));
        // One that is broken on disk is told, the others are there
        QFile broken(m_folder->filePath(QStringLiteral("schemes/broken.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\n  \"id\": 7\n}");
        broken.close();
        std::optional<std::vector<SchemeFile>> files;
        m_bench->readSchemes([&](std::vector<SchemeFile> found) { files = std::move(found); });
        QTRY_VERIFY(files.has_value());
        QCOMPARE(files->size(), std::size_t(2));
        QVERIFY2((*files)[0].problem.contains(QStringLiteral("line 2")), qPrintable((*files)[0].problem));
        QCOMPARE((*files)[1].id, QByteArray("mine"));
        QVERIFY((*files)[1].problem.isEmpty());

        bool removed = false;
        m_bench->removeScheme(QStringLiteral("mine.json"), [&](const Result<void>& result) { removed = result.ok(); });
        QTRY_VERIFY(removed);
        QTRY_COMPARE(verdict(id), Verdict::Unverified);
    }

    void theUrlIsThePublicOneOrTheReceivers()
    {
        Endpoint endpoint;
        endpoint.path = "/a";
        QCOMPARE(m_bench->urlOf(endpoint), m_bench->receiver().url() + QStringLiteral("/a"));
        endpoint.publicUrl = "https://example.test/b";
        QCOMPARE(m_bench->urlOf(endpoint), QStringLiteral("https://example.test/b"));
    }

private:
    void open()
    {
        WorkbenchOptions options;
        options.workspaceFile = m_folder->filePath(QStringLiteral("w.creel"));
        options.schemeFolder = m_folder->filePath(QStringLiteral("schemes"));
        options.maskFile = m_folder->filePath(QStringLiteral("masks.json"));
        auto bench = Workbench::open(options, *m_store);
        QVERIFY2(bench, bench ? "" : qPrintable(bench.error().text));
        m_bench = std::move(*bench);
        ReceiverSettings settings;
        settings.port = 0;
        QVERIFY(m_bench->listen(settings));
    }
    void reopen()
    {
        m_bench.reset();
        open();
    }

    /** The id, or what is wrong. */
    QString saveScheme(const QByteArray& json, const QString& replaced)
    {
        std::optional<QString> answer;
        m_bench->saveScheme(json, replaced, [&](const Result<QByteArray>& result) {
            answer = result ? QString::fromLatin1(*result) : result.error().text;
        });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(QString());
    }

    Endpoint save(const Endpoint& endpoint, const QByteArray& value)
    {
        std::vector<SecretBytes> values;
        if (!value.isEmpty())
            values.emplace_back(value);
        std::optional<Endpoint> saved;
        m_bench->saveEndpoint(endpoint, std::move(values), [&](const Result<Endpoint>& result) {
            if (result)
                saved = *result;
        });
        [&] { QTRY_VERIFY(saved.has_value()); }();
        return saved.value_or(endpoint);
    }

    /** Sends a request and gives the event that it became. */
    EventId send(const QByteArray& bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_bench->receiver().port());
        m_answer.clear();
        socket.write(bytes);
        [&] { QTRY_VERIFY_WITH_TIMEOUT((m_answer += socket.readAll()).contains("\r\n\r\n"), 20'000); }();
        return m_bench->workspace().newestId();
    }

    Verdict verdict(EventId id)
    {
        const auto rows = m_bench->reader().rowsNow({id});
        return rows && !rows->empty() ? rows->front().verdict.verdict() : Verdict::Malformed;
    }

    Diagnosis diagnose(EventId id)
    {
        std::optional<Diagnosis> found;
        m_bench->diagnose(
            id, {}, [&](const Result<Diagnosed>& result) { found = result ? result->diagnosis : Diagnosis(); });
        [&] { QTRY_VERIFY(found.has_value()); }();
        return found.value_or(Diagnosis());
    }

    Verification verify(EventId id)
    {
        std::optional<Verification> answer;
        m_bench->verify(id, [&](const Result<Verification>& result) {
            if (result)
                answer = *result;
        });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(Verification());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SecretStore> m_store;
    std::unique_ptr<Workbench> m_bench;
    QByteArray m_answer;
};

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
