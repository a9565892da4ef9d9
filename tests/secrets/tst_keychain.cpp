// Runs against the real Secret Service, in a D-Bus session of its own: see with_keyring.sh.
#include "Answers.h"
#include "secrets/KeychainStore.h"

#include <QProcess>
#include <QTest>

using namespace creel;
using namespace creel::test;
using State = SecretStore::State;

class TestKeychain : public QObject
{
    Q_OBJECT

    QByteArray m_mode = qgetenv("CREEL_TEST_KEYRING");

private slots:
    void unlocked_writesReadsRemoves()
    {
        if (m_mode != "unlocked")
            QSKIP("for an unlocked keyring");
        const auto store = makeKeychainStore();
        Answers answers(*store);
        QVERIFY(!answers.read(1, "uuid"));
        QCOMPARE(answers.error.code, ErrorCode::NotFound);
        QCOMPARE(store->state(), State::Available);
        QByteArray binary;
        for (int i = 0; i < 9'000; ++i)
            binary.append(char(i * 7));
        for (const QByteArray& value : {QByteArray("whsec_abc"), QByteArray("\0\xff\n", 3), binary}) {
            QVERIFY2(answers.write(1, value, "uuid"), qPrintable(answers.error.text));
            QVERIFY(answers.write(2, "another", "uuid"));
            QCOMPARE(answers.read(1, "uuid"), value);
            // Another process would find it too: a second store has nothing in memory.
            const auto second = makeKeychainStore();
            QCOMPARE(Answers(*second).read(1, "uuid"), value);
        }
        QVERIFY(answers.remove(1, "uuid"));
        QVERIFY(!answers.read(1, "uuid"));
        QCOMPARE(answers.error.code, ErrorCode::NotFound);
        QCOMPARE(answers.read(2, "uuid"), QByteArray("another"));
    }

    // The value is there and nobody answers the prompt: not the same as "no such secret".
    void lockedLater_isToldOnReading()
    {
        if (m_mode != "unlocked")
            QSKIP("for an unlocked keyring");
        KeychainStore store(makeSystemKeychain(), 3'000);
        Answers answers(store);
        QVERIFY(answers.write(3, "value", "uuid"));
        QCOMPARE(QProcess::execute(QStringLiteral("dbus-send"),
                     {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                         QStringLiteral("--dest=org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
                         QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                         QStringLiteral("array:objpath:/org/freedesktop/secrets/collection/login")}),
            0);
        QVERIFY(!answers.read(3, "uuid"));
        QCOMPARE(answers.error.code, ErrorCode::Locked);
        QCOMPARE(store.state(), State::Locked);
    }

    // A keyring that is locked, with nobody to answer a prompt.
    void locked_isToldAndNothingIsWritten()
    {
        if (m_mode != "locked")
            QSKIP("for a locked keyring");
        KeychainStore store(makeSystemKeychain(), 3'000);
        Answers answers(store);
        QVERIFY(!answers.write(1, "value", "uuid"));
        QCOMPARE(answers.error.code, ErrorCode::Locked);
        QCOMPARE(store.state(), State::Locked);
        QVERIFY(store.stateText().contains(keychainAdvice()));
        store.keep("uuid", 1, SecretBytes("value"));
        QCOMPARE(answers.read(1, "uuid"), QByteArray("value"));
    }

    // A D-Bus session in which no Secret Service can be started.
    void missing_isToldAtOnce()
    {
        if (m_mode != "missing")
            QSKIP("for a session without a keyring");
        const auto store = makeKeychainStore();
        Answers answers(*store);
        QVERIFY(!answers.write(1, "value", "uuid"));
        QCOMPARE(store->state(), State::Missing);
        QCOMPARE(answers.error.code, ErrorCode::Unsupported);
        QVERIFY(store->stateText().contains(keychainAdvice()));
        QVERIFY(!answers.read(1, "uuid"));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
