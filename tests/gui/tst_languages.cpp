#include "base/CoreText.h"
#include "desktop/Languages.h"
#include "desktop/event/CauseNames.h"
#include "signature/diagnosis/Change.h"

#include <QtTest>

using namespace creel;

/** The window's languages: which one is chosen, and that its texts arrive. */
class TestLanguages : public QObject
{
    Q_OBJECT
private slots:
    void chosen_data();
    void chosen();
    void textsArrive_data();
    void textsArrive();
    void theReasonsArriveToo_data();
    void theReasonsArriveToo();
    void endsWithItsObject();
};

void TestLanguages::chosen_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("code");
    QTest::newRow("German system") << QStringLiteral("system")
                                   << QStringList{QStringLiteral("de-AT"), QStringLiteral("de"), QStringLiteral("en")}
                                   << QStringLiteral("de");
    QTest::newRow("Chinese system") << QStringLiteral(
        "system") << QStringList{QStringLiteral("zh-Hans-CN"), QStringLiteral("zh-CN"), QStringLiteral("zh")}
                                    << QStringLiteral("zh_CN");
    QTest::newRow("Singapore") << QStringLiteral("system") << QStringList{QStringLiteral("zh-SG")}
                               << QStringLiteral("zh_CN");
    QTest::newRow("traditional Chinese is another")
        << QStringLiteral("system") << QStringList{QStringLiteral("zh-Hant-TW"), QStringLiteral("en-US")}
        << QStringLiteral("en");
    QTest::newRow("second choice") << QStringLiteral("system")
                                   << QStringList{QStringLiteral("fr-FR"), QStringLiteral("de-DE")}
                                   << QStringLiteral("de");
    QTest::newRow("English before German")
        << QStringLiteral("system") << QStringList{QStringLiteral("en-GB"), QStringLiteral("de-DE")}
        << QStringLiteral("en");
    QTest::newRow("none of ours") << QStringLiteral("system")
                                  << QStringList{QStringLiteral("fr-FR"), QStringLiteral("C")} << QStringLiteral("en");
    QTest::newRow("nothing wanted") << QStringLiteral("system") << QStringList{} << QStringLiteral("en");
    QTest::newRow("chosen") << QStringLiteral("zh_CN") << QStringList{QStringLiteral("de-DE")}
                            << QStringLiteral("zh_CN");
    QTest::newRow("English chosen") << QStringLiteral("en") << QStringList{QStringLiteral("de-DE")}
                                    << QStringLiteral("en");
    QTest::newRow("a word that is none") << QStringLiteral("klingon") << QStringList{QStringLiteral("de-DE")}
                                         << QStringLiteral("de");
}

void TestLanguages::chosen()
{
    QFETCH(QString, setting);
    QFETCH(QStringList, wanted);
    QFETCH(QString, code);
    QCOMPARE(languageCode(setting, wanted), code);
}

void TestLanguages::textsArrive_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("The signature is right.");
    QTest::newRow("German") << QStringLiteral("de") << QString();
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QString();
}

void TestLanguages::textsArrive()
{
    QFETCH(QString, code);
    QFETCH(QString, text);
    const QString english = QStringLiteral("The signature is right.");
    QCOMPARE(CoreText::tr("The signature is right."), english);
    const Translations translations(code);
    const QString translated = CoreText::tr("The signature is right.");
    if (!text.isEmpty()) {
        QCOMPARE(translated, text);
        return;
    }
    QVERIFY2(!translated.isEmpty() && translated != english, qPrintable(translated));
    // A form's text and a QObject's stand in contexts of their own.
    QVERIFY(QCoreApplication::translate("AppearancePage", "Follow the system") != QLatin1String("Follow the system"));
    QVERIFY(QCoreApplication::translate("creel::ActionRegistry", "&File") != QLatin1String("&File"));
}

void TestLanguages::theReasonsArriveToo_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

/** Why an event did not verify: sentences and names that stand in tables. */
void TestLanguages::theReasonsArriveToo()
{
    QFETCH(QString, code);
    // Names of algorithms are the same everywhere.
    const QSet<QByteArray> same{
        "algorithm_sha1", "algorithm_sha256", "algorithm_sha384", "algorithm_sha512", "algorithm_md5"};
    for (const QByteArray& cause :
        provableCauses() + QByteArrayList{"timestamp_stale", "unsigned", "nothing_matches"}) {
        const QStringList english{
            causeName(cause), causeHeading(cause), causeText(cause, {}), causeText(cause, QStringLiteral("x"))};
        const Translations translations(code);
        const QStringList translated{
            causeName(cause), causeHeading(cause), causeText(cause, {}), causeText(cause, QStringLiteral("x"))};
        for (qsizetype i = same.contains(cause) ? 1 : 0; i < english.size(); ++i)
            QVERIFY2(translated[i] != english[i], qPrintable(english[i]));
    }
}

void TestLanguages::endsWithItsObject()
{
    {
        const Translations german(QStringLiteral("de"));
        QVERIFY(QCoreApplication::translate("AppearancePage", "Dark") != QLatin1String("Dark"));
    }
    QCOMPARE(QCoreApplication::translate("AppearancePage", "Dark"), QStringLiteral("Dark"));
}

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
