#include "signature/CodeSample.h"
#include "signature/SchemeCatalog.h"
#include "signature/Signer.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;

class TestCodeSample : public QObject
{
    Q_OBJECT
private:
    std::shared_ptr<const SchemeCatalog> m_catalog = SchemeCatalog::load();

    /** The sample of a signed event in one language, and the event's body. */
    QString sample(CodeLanguage language, const QByteArray& schemeId, const QByteArray& secret, const QByteArray& body,
        bool broken = false)
    {
        const auto scheme = m_catalog->find(schemeId);
        SigningInput input;
        input.message = {"POST", "https://example.com/hook", {{"Content-Type", "application/json"}}, body};
        input.nowUs = 1'795'468'988'000'000;
        const auto done = sign(*scheme, SecretBytes(secret), {}, input);
        SignedMessage message = input.message;
        for (const HeaderField& field : done->headers)
            message.headers.add(field.name, field.value);
        if (broken)
            message.body += ' ';
        std::vector<NamedSecret> secrets;
        secrets.push_back({QStringLiteral("s"), SecretBytes(secret)});
        const Verification verification = Verifier(scheme, std::move(secrets), {}).verify(message, input.nowUs);
        return codeSample(language, *scheme, message, verification);
    }

    static QByteArray runProgram(
        const QString& program, const QString& fileName, const QString& code, const QByteArray& secret)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(fileName));
        if (!file.open(QIODevice::WriteOnly))
            return "no file";
        file.write(code.toUtf8());
        file.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("WEBHOOK_SECRET"), QString::fromUtf8(secret));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.path());
        process.start(program, {fileName});
        if (!process.waitForFinished(60'000))
            return "did not end";
        return process.readAllStandardOutput().trimmed() + process.readAllStandardError().trimmed();
    }

private slots:
    void everyLanguageHasASample()
    {
        for (const auto& info : codeLanguages()) {
            for (const char* scheme :
                {"github", "stripe", "shopify", "slack", "standard-webhooks", "square", "zoom", "box", "paystack"}) {
                const QByteArray secret =
                    QByteArray(scheme) == "standard-webhooks" ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : "s3cret";
                const QString code = sample(info.language, scheme, secret, "{\"a\":1}");
                QVERIFY2(code.contains(u"WEBHOOK_SECRET"), scheme);
                QVERIFY2(!code.contains(QString::fromUtf8(secret)), "the secret must not stand in the code");
            }
        }
    }

    /** A sender can't leave a string literal. */
    void hostileValuesAreEscaped()
    {
        for (const auto& info : codeLanguages()) {
            SignedMessage message{
                "POST", "https://x/", {{"X-Hub-Signature-256", "sha256=\";system('x');\n#{`x`}${x}\\"}}, "a"};
            Verification verification;
            verification.signedContent = "\"; system(\"x\"); #{`id`} ${id} \\ \n";
            verification.received = "\"";
            const QString code =
                codeSample(info.language, *m_catalog->find("generic-hmac-sha256-hex"), message, verification);
            QVERIFY(!code.contains(u"system("));
            const QString github = codeSample(info.language, *m_catalog->find("github"), message, verification);
            QVERIFY(!github.contains(u"\";system"));
            QVERIFY(!github.contains(u"${x}"));
            QVERIFY(!github.contains(u"#{`"));
        }
    }

    void samplesRun_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<QString>("program");
        QTest::newRow("python") << int(CodeLanguage::Python) << QStringLiteral("python3");
        QTest::newRow("node") << int(CodeLanguage::Node) << QStringLiteral("node");
        QTest::newRow("php") << int(CodeLanguage::Php) << QStringLiteral("php");
        QTest::newRow("ruby") << int(CodeLanguage::Ruby) << QStringLiteral("ruby");
        QTest::newRow("java") << int(CodeLanguage::Java) << QStringLiteral("java");
    }
    void samplesRun()
    {
        QFETCH(int, language);
        QFETCH(QString, program);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP("this language is not installed here");
        const auto& info = codeLanguages()[std::size_t(language)];
        // Schemes without an official library in these languages: the program needs nothing but the language.
        for (const char* scheme : {"shopify", "slack", "zoom", "paystack", "box"}) {
            const QByteArray body = "{\"name\":\"J\xC3\xA9r\xC3\xB4me $x #{y} \\\"\"}";
            QCOMPARE(runProgram(program, info.fileName, sample(info.language, scheme, "s3cret", body), "s3cret"),
                QByteArray("valid"));
            QCOMPARE(runProgram(program, info.fileName, sample(info.language, scheme, "s3cret", body), "other"),
                QByteArray("invalid"));
            if (language == int(CodeLanguage::Java))
                break; // the compiler starts slowly
        }
    }
};

QTEST_APPLESS_MAIN(TestCodeSample)
#include "tst_code_sample.moc"
