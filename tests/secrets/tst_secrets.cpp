#include "Answers.h"
#include "FakeKeychain.h"
#include "secrets/KeychainStore.h"
#include "secrets/SecretStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;
using namespace creel::test;
using State = SecretStore::State;
using Mode = FakeState::Mode;

class TestSecrets : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeState> m_state;
    std::unique_ptr<KeychainStore> m_store;

    static QByteArray everyByte(qsizetype size)
    {
        QByteArray bytes(size, '\0');
        for (qsizetype i = 0; i < size; ++i)
            bytes[i] = char(i % 251);
        return bytes;
    }

private slots:
    void init()
    {
        m_state = std::make_shared<FakeState>();
        m_store = std::make_unique<KeychainStore>(std::make_unique<FakeKeychain>(m_state), 200);
    }

    void memory_keepsForTheRunningTime()
    {
        const auto store = makeMemoryStore();
        Answers answers(*store);
        QVERIFY(!answers.read(1));
        QCOMPARE(answers.error.code, ErrorCode::NotFound);
        QVERIFY(answers.write(1, "one"));
        QVERIFY(answers.write(2, "two"));
        QCOMPARE(answers.read(1), QByteArray("one"));
        QVERIFY(!answers.read(1, "other workspace"));
        QVERIFY(answers.remove(1));
        QVERIFY(!answers.read(1));
        QCOMPARE(answers.read(2), QByteArray("two"));
        QCOMPARE(store->state(), State::Available);
    }

    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("entries");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("text") << QByteArray("whsec_abc") << 1;
        QTest::newRow("zero and line ends") << QByteArray("\0\n\r\n\xff", 5) << 1;
        QTest::newRow("2000") << everyByte(2'000) << 1;
        QTest::newRow("2001") << everyByte(2'001) << 2;
        QTest::newRow("4000") << everyByte(4'000) << 2;
        QTest::newRow("20001") << everyByte(20'001) << 11;
    }
    void roundTrip()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, entries);
        Answers answers(*m_store);
        QVERIFY(answers.write(7, value, "3f2a"));
        QCOMPARE(answers.read(7, "3f2a"), value);
        QCOMPARE(m_state->entries.size(), entries);
        QVERIFY(m_state->entries.contains(QStringLiteral("creel/3f2a/7")));
        for (const QByteArray& entry : std::as_const(m_state->entries))
            QVERIFY(entry.size() <= 2'560);
        QVERIFY(answers.write(7, "short", "3f2a"));
        QCOMPARE(m_state->entries.size(), 1);
        QCOMPARE(answers.read(7, "3f2a"), QByteArray("short"));
        QVERIFY(answers.write(7, value, "3f2a"));
        QVERIFY(answers.remove(7, "3f2a"));
        QVERIFY(m_state->entries.isEmpty());
        QVERIFY(answers.remove(7, "3f2a"));
        QCOMPARE(m_store->state(), State::Available);
        QVERIFY(m_store->stateText().isEmpty());
    }

    void cutOffWriteLeavesTheOldValue()
    {
        Answers answers(*m_store);
        const QByteArray old = everyByte(5'000);
        QVERIFY(answers.write(1, old));
        for (int works = 0; works < 3; ++works) {
            m_state->failAfter = works;
            QVERIFY(!answers.write(1, QByteArray(7'000, 'n')));
            QCOMPARE(answers.error.code, ErrorCode::Locked);
            m_state->failAfter = -1;
            QCOMPARE(answers.read(1), old);
        }
    }

    void tooLargeIsRefused()
    {
        Answers answers(*m_store);
        QVERIFY(!answers.write(1, QByteArray(KeychainStore::MaxBytes + 1, 'x')));
        QCOMPARE(answers.error.code, ErrorCode::Invalid);
        QVERIFY(m_state->entries.isEmpty());
    }

    void foreignOrBrokenEntryIsNotFound()
    {
        Answers answers(*m_store);
        for (const char* entry : {"", "secret", "creel1 2 10 abcdefgh\n0123456789", "creel1 1 5 abcdefgh\nabc",
                 "creel1 -1 -5 abcdefgh\n", "creel1 1 99999999999 abcdefgh\nabc", "creel2 1 3 abcdefgh\nabc"}) {
            m_state->entries[QStringLiteral("creel/w/1")] = entry;
            QVERIFY(!answers.read(1));
            QCOMPARE(answers.error.code, ErrorCode::NotFound);
        }
        QCOMPARE(answers.limitHits, 0);
    }

    void hangingPromptIsLocked_lateAnswerIsIgnored()
    {
        Answers answers(*m_store);
        QVERIFY(answers.write(1, "value"));
        m_state->mode = Mode::Hangs;
        QSignalSpy changed(m_store.get(), &SecretStore::stateChanged);
        int given = 0;
        m_store->read("w", 1, [&given](const Result<SecretBytes>& result) {
            ++given;
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, ErrorCode::Locked);
        });
        QTRY_COMPARE(given, 1);
        QCOMPARE(m_store->state(), State::Locked);
        QVERIFY(!m_store->stateText().isEmpty());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_state->hanging.size(), std::size_t(1));
        m_state->hanging[0]();
        QCOMPARE(given, 1);
        QCOMPARE(m_store->state(), State::Available);
        m_state->mode = Mode::Works;
        QCOMPARE(answers.read(1), QByteArray("value"));
    }

    void lateAnswerAfterTheStoreIsGone()
    {
        m_state->mode = Mode::Hangs;
        bool called = false;
        m_store->read("w", 1, [&called](const Result<SecretBytes>&) { called = true; });
        QTRY_COMPARE(m_state->hanging.size(), std::size_t(1));
        m_store.reset();
        m_state->hanging[0]();
        QVERIFY(!called);
    }

    void refusedIsLocked()
    {
        Answers answers(*m_store);
        m_state->mode = Mode::Refuses;
        QVERIFY(!answers.write(1, "value"));
        QCOMPARE(answers.error.code, ErrorCode::Locked);
        QCOMPARE(m_store->state(), State::Locked);
        QVERIFY(m_store->stateText().contains(QStringLiteral("denied")));
        QVERIFY(!answers.remove(1));
        m_state->mode = Mode::Works;
        QVERIFY(answers.write(1, "value"));
        QCOMPARE(m_store->state(), State::Available);
    }

    void missing_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("no service") << int(Mode::NoService);
        QTest::newRow("no bus") << int(Mode::NoBus);
    }
    void missing()
    {
        QFETCH(int, mode);
        m_state->mode = Mode(mode);
        Answers answers(*m_store);
        QVERIFY(!answers.write(1, "value"));
        QCOMPARE(answers.error.code, ErrorCode::Unsupported);
        QVERIFY(!answers.error.text.contains(QStringLiteral("value")));
        QCOMPARE(m_store->state(), State::Missing);
        QVERIFY(m_store->stateText().contains(keychainAdvice()));
        QVERIFY(m_state->entries.isEmpty());
        m_store->keep("w", 1, SecretBytes("value"));
        QCOMPARE(answers.read(1), QByteArray("value"));
        QVERIFY(answers.remove(1));
        QVERIFY(!answers.read(1));
        if (Mode(mode) == Mode::NoBus)
            QCOMPARE(m_state->asked, 0);
    }

    void keptWins_untilWritten()
    {
        Answers answers(*m_store);
        QVERIFY(answers.write(1, "stored"));
        m_store->keep("w", 1, SecretBytes("kept"));
        QCOMPARE(answers.read(1), QByteArray("kept"));
        QVERIFY(answers.write(1, "new"));
        QCOMPARE(answers.read(1), QByteArray("new"));
    }

    void answersComeLaterAndInOrder()
    {
        std::vector<int> order;
        for (int i = 0; i < 20; ++i) {
            m_store->write("w", 1, SecretBytes(QByteArray::number(i)), [&order, i](Result<void> result) {
                QVERIFY(result.ok());
                order.push_back(i);
            });
        }
        QVERIFY(order.empty());
        Answers answers(*m_store);
        QCOMPARE(answers.read(1), QByteArray("19"));
        QCOMPARE(order.size(), std::size_t(20));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void storeMayGoInAnAnswer()
    {
        bool called = false;
        m_store->read("w", 1, [this, &called](const Result<SecretBytes>&) {
            called = true;
            m_store.reset();
        });
        QTRY_VERIFY(called);
    }

    void fingerprints_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("shown");
        const QString dots = QStringLiteral("\u2026");
        QTest::newRow("svix") << QByteArray("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                              << QStringLiteral("whsec_\u2026LaSw");
        QTest::newRow("pasted whole") << QByteArray("v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                                      << QStringLiteral("v1,whsec_\u2026LaSw");
        QTest::newRow("unknown") << QByteArray("0123456789abcdef0123") << QStringLiteral("\u20260123");
        QTest::newRow("line end") << QByteArray("0123456789abcdef0123\r\n") << QStringLiteral("\u20260123");
        QTest::newRow("short") << QByteArray("password") << dots;
        QTest::newRow("short after the prefix") << QByteArray("whsec_password") << dots;
        QTest::newRow("empty") << QByteArray() << dots;
        QTest::newRow("binary") << everyByte(64).replace(60, 4, QByteArray("\x01\x02\x80\x81")) << dots;
        QTest::newRow("pem") << QByteArray("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6Q\n"
                                           "-----END PUBLIC KEY-----\n")
                             << QStringLiteral("PEM \u2026zf6Q");
        QTest::newRow("pem cut off") << QByteArray("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6Q") << dots;
    }
    void fingerprints()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, shown);
        QCOMPARE(fingerprint(value), shown);
    }

    void fromFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("plain") << QByteArray("abc") << QByteArray("abc");
        QTest::newRow("lf") << QByteArray("abc\n") << QByteArray("abc");
        QTest::newRow("crlf") << QByteArray("abc\r\n") << QByteArray("abc");
        QTest::newRow("only one") << QByteArray("abc\n\n") << QByteArray("abc\n");
        QTest::newRow("cr stays") << QByteArray("abc\r") << QByteArray("abc\r");
        QTest::newRow("blanks stay") << QByteArray(" abc \n") << QByteArray(" abc ");
        QTest::newRow("binary") << everyByte(500) << everyByte(500);
    }
    void fromFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, value);
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("secret")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto secret = secretFromFile(file.fileName());
        QVERIFY(secret.ok());
        QCOMPARE(secret->view().toByteArray(), value);
    }

    void fromFile_errors()
    {
        const QTemporaryDir dir;
        QCOMPARE(secretFromFile(dir.filePath(QStringLiteral("none"))).error().code, ErrorCode::NotFound);
        QVERIFY(!secretFromFile(dir.path()).ok());
        QFile file(dir.filePath(QStringLiteral("empty")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\n");
        file.close();
        QCOMPARE(secretFromFile(file.fileName()).error().code, ErrorCode::Invalid);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1024 * 1024 + 1, 'x'));
        file.close();
        QCOMPARE(secretFromFile(file.fileName()).error().code, ErrorCode::Invalid);
    }

    void fromEnvironment()
    {
        qputenv("CREEL_TEST_SECRET", " abc\n");
        const auto secret = secretFromEnvironment("CREEL_TEST_SECRET");
        QVERIFY(secret.ok());
        QCOMPARE(secret->view().toByteArray(), QByteArray(" abc\n"));
        qputenv("CREEL_TEST_SECRET", "");
        QCOMPARE(secretFromEnvironment("CREEL_TEST_SECRET").error().code, ErrorCode::Invalid);
        qunsetenv("CREEL_TEST_SECRET");
        QCOMPARE(secretFromEnvironment("CREEL_TEST_SECRET").error().code, ErrorCode::NotFound);
        QCOMPARE(secretFromEnvironment("").error().code, ErrorCode::NotFound);
    }

#if defined(Q_OS_LINUX)
    void systemKeychain_knowsThatThereIsNoSession()
    {
        const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
        const QTemporaryDir dir;
        const auto keychain = makeSystemKeychain();
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
        QVERIFY(!keychain->problem().isEmpty());
        qputenv("XDG_RUNTIME_DIR", dir.path().toUtf8());
        QVERIFY(!keychain->problem().isEmpty());
        QFile bus(dir.filePath(QStringLiteral("bus")));
        QVERIFY(bus.open(QIODevice::WriteOnly));
        QVERIFY(keychain->problem().isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all,guid=1");
        QVERIFY(!keychain->problem().isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.fileName().toUtf8() + ",guid=1");
        QVERIFY(keychain->problem().isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        qputenv("XDG_RUNTIME_DIR", runtime);
    }
#endif
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
