#include "base/Clock.h"
#include "base/Mailbox.h"
#include "base/Result.h"
#include "base/SecretBytes.h"
#include "base/StopToken.h"
#include "base/Text.h"

#include <QTest>

#include <thread>

using namespace creel;

class TestBase : public QObject
{
    Q_OBJECT
private slots:
    void rfc3339_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("us");
        QTest::newRow("fraction") << QByteArray("2023-11-14T22:13:20.482912Z") << qint64(1'700'000'000'482'912);
        QTest::newRow("no zone is UTC") << QByteArray("2023-11-14T22:13:20") << qint64(1'700'000'000'000'000);
        QTest::newRow("zone") << QByteArray("2023-11-15T00:13:20.5+02:00") << qint64(1'700'000'000'500'000);
        QTest::newRow("nanoseconds are cut")
            << QByteArray("2023-11-14T22:13:20.123456789Z") << qint64(1'700'000'000'123'456);
        QTest::newRow("before the epoch") << QByteArray("1969-12-31T23:59:59.000001Z") << qint64(-999'999);
    }
    void rfc3339()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, us);
        QCOMPARE(fromRfc3339(text).value_or(-1), us);
        QCOMPARE(fromRfc3339(toRfc3339Us(us)).value_or(-1), us);
    }
    void notRfc3339()
    {
        for (const char* text : {"", "2023", "2023-02-30T00:00:00Z", "2023-11-14T24:00:00Z", "2023-11-14T22:13:20.Z",
                 "2023-11-14T22:13:20+2", "2023-11-14T22:13:20Zjunk", "1700000000"})
            QVERIFY2(!fromRfc3339(text), text);
    }
    void utf8()
    {
        QVERIFY(isUtf8("gr\xc3\xbc\xc3\x9f"));
        QVERIFY(!isUtf8("\xc0\xaf"));
        QVERIFY(!isUtf8("\xed\xa0\x80"));
        QVERIFY(!isUtf8("\xf4\x90\x80\x80"));
        QVERIFY(!isUtf8("\xe2\x82"));
        QCOMPARE(toText("\xfc"), QStringLiteral("ü"));
    }
    void hostileTextIsVisible()
    {
        QCOMPARE(toVisible(QStringLiteral("a\u202Eb\0c\a")), QStringLiteral("a<U+202E>b<U+0000>c<U+0007>"));
        QCOMPARE(toVisible(u"a\nb", 1000, true), QStringLiteral("a\nb"));
        QCOMPARE(toVisible(u"a\nb"), QStringLiteral("a\u21B5b"));
        QCOMPARE(toVisible(QString(50, u'x'), 10), QString(10, u'x') + QChar(0x2026));
        QCOMPARE(toTerminal("\x1b[31mred\xc2\x9b\xff"), QByteArray("\\x1b[31mred\\u{9b}\\xff"));
        QCOMPARE(toTerminal("gr\xc3\xbc\xc3\x9f\n", true), QByteArray("gr\xc3\xbc\xc3\x9f\n"));
    }
    void sizes()
    {
        QCOMPARE(humanSize(73), QStringLiteral("73 B"));
        QCOMPARE(humanSize(1946), QStringLiteral("1.9 KB"));
        QCOMPARE(humanSize(1024 * 1024 - 1), QStringLiteral("1.0 MB"));
    }
    void secretMovesAndEnds()
    {
        SecretBytes a{QByteArrayView("s3cret")};
        SecretBytes b = std::move(a);
        QVERIFY(a.isEmpty()); // NOLINT: that it is empty after the move is what is tested
        QCOMPARE(b.view(), QByteArrayView("s3cret"));
        QCOMPARE(b.clone().view(), b.view());
    }
    void mailboxWakesOnceUntilTaken()
    {
        std::atomic<int> wakes = 0;
        Mailbox<int> box([&] { ++wakes; });
        box.post(1);
        box.post(2);
        QCOMPARE(wakes.load(), 1);
        QCOMPARE(box.takeAll(), (std::vector<int>{1, 2}));
        std::thread([&] { box.post(3); }).join();
        QCOMPARE(wakes.load(), 2);
        QCOMPARE(box.takeAll(), std::vector<int>{3});
    }
    void stopTokens()
    {
        QVERIFY(!StopToken().stopRequested());
        StopToken token;
        {
            StopSource source;
            token = source.token();
            QVERIFY(!token.stopRequested());
        }
        QVERIFY(token.stopRequested());
    }
    void results()
    {
        const Result<int> good = 3;
        const Result<int> bad = Error{ErrorCode::Io, QStringLiteral("no")};
        QCOMPARE(*good, 3);
        QVERIFY(!bad);
        QCOMPARE(bad.error().text, QStringLiteral("no"));
        QVERIFY(Result<void>().ok());
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
