#include "CliFixture.h"

#include <QMessageAuthenticationCode>

using namespace creel;

namespace
{

const QByteArray body = "{\"a\" : 1}\n";
const QMap<QString, QString> secrets{
    {QStringLiteral("A"), QStringLiteral("first")}, {QStringLiteral("B"), QStringLiteral("second")}};

QByteArray github(const QByteArray& content, const QByteArray& secret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(content, secret, QCryptographicHash::Sha256).toHex();
}

QByteArray batchLine(const QByteArray& secret, const QByteArray& more = {})
{
    return "{\"scheme\":\"github\",\"headers\":[[\"x-hub-signature-256\",\"" + github(body, "first")
        + "\"]],\"body_base64\":\"" + body.toBase64() + "\",\"secret\":\"" + secret + '"' + more + "}\n";
}

} // namespace

class TestCliSigning : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_body = write("body", body);
    }

    void signPrintsTheHeaders()
    {
        const Ran ran = run({QStringLiteral("sign"), QStringLiteral("--scheme"), QStringLiteral("github"),
                                QStringLiteral("--secret-env"), QStringLiteral("A"), QStringLiteral("--body"), m_body},
            {}, secrets);
        QCOMPARE(ran.code, 0);
        QCOMPARE(ran.out,
            "{\"headers\":[[\"X-Hub-Signature-256\",\"" + github(body, "first") + "\"]],\"body_base64\":\""
                + body.toBase64() + "\"}\n");
    }

    void verifySaysWhichSecretMatched_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("index");
        const QString file = QStringLiteral("--secret-file");
        const QString env = QStringLiteral("--secret-env");
        QTest::newRow("first") << QStringList{env, QStringLiteral("A"), env, QStringLiteral("B")} << 0 << 0;
        QTest::newRow("second") << QStringList{env, QStringLiteral("B"), env, QStringLiteral("A")} << 0 << 1;
        QTest::newRow("file before") << QStringList{file, QStringLiteral("*"), env, QStringLiteral("A")} << 0 << 1;
        QTest::newRow("file behind") << QStringList{env, QStringLiteral("A"), file, QStringLiteral("*")} << 0 << 0;
        QTest::newRow("none fits") << QStringList{env, QStringLiteral("B")} << 1 << -1;
    }
    void verifySaysWhichSecretMatched()
    {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(int, index);
        options.replaceInStrings(QStringLiteral("*"), write("secret", "other\n"));
        const Ran ran = run(verifyArguments(github(body, "first")) + options, {}, secrets);
        QCOMPARE(ran.code, code);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(text(lines[0], "verdict"), QByteArray(code == 0 ? "valid" : "invalid"));
        QCOMPARE(lines[0].find("secret") ? lines[0].find("secret")->integer().value_or(-2) : -1, qint64(index));
        for (const char* name : {"verdict", "signature", "freshness", "age_s", "scheme", "header", "secret", "expected",
                 "received", "signed_content_base64", "reason"})
            QVERIFY2(has(lines[0], name), name);
        QCOMPARE(QByteArray::fromBase64(text(lines[0], "signed_content_base64")), body);
    }

    void exactlyOneLineEndOfASecretFileGoes()
    {
        const QString file = write("secret", "first\r\n");
        QCOMPARE(run(verifyArguments(github(body, "first")) << QStringLiteral("--secret-file") << file).code, 0);
        const QString two = write("two", "first\n\n");
        QCOMPARE(run(verifyArguments(github(body, "first\n")) << QStringLiteral("--secret-file") << two).code, 0);
    }

    void theOrderOfVerdicts()
    {
        const QStringList plain = {QStringLiteral("verify"), QStringLiteral("--body"), m_body};
        QCOMPARE(text(run(plain).lines().at(0), "verdict"), QByteArray("unverified")); // no scheme
        const QStringList scheme = plain + QStringList{QStringLiteral("--scheme"), QStringLiteral("github")};
        const Ran missing = run(scheme);
        QCOMPARE(missing.code, 1);
        QCOMPARE(text(missing.lines().at(0), "verdict"), QByteArray("unsigned"));
        QCOMPARE(text(missing.lines().at(0), "signature"), QByteArray("missing"));
        const Ran noSecret = run(verifyArguments(github(body, "x")));
        QCOMPARE(noSecret.code, 1);
        QCOMPARE(text(noSecret.lines().at(0), "verdict"), QByteArray("unverified"));
    }

    void nowDecidesTheAge()
    {
        const QStringList base{QStringLiteral("--scheme"), QStringLiteral("stripe"), QStringLiteral("--secret-env"),
            QStringLiteral("A"), QStringLiteral("--body"), m_body};
        const Ran made =
            run(QStringList{QStringLiteral("sign"), QStringLiteral("--now"), QStringLiteral("1700000000")} + base, {},
                secrets);
        QCOMPARE(made.code, 0);
        const QString header = QStringLiteral("Stripe-Signature: ")
            + QString::fromUtf8(made.lines().at(0).find("headers")->items()[0].items()[1].text());
        const auto at = [&](const char* now) {
            return run(QStringList{QStringLiteral("verify"), QStringLiteral("-H"), header, QStringLiteral("--now"),
                           QString::fromUtf8(now)}
                    + base,
                {}, secrets);
        };
        QCOMPARE(at("1700000012").code, 0);
        QCOMPARE(at("1700000012").lines().at(0).find("age_s")->integer().value_or(0), qint64(12));
        QCOMPARE(text(at("1700009000").lines().at(0), "verdict"), QByteArray("stale"));
        QCOMPARE(at("1700009000").code, 1);
    }

    void aRawRequestIsRead()
    {
        const QByteArray head = "POST /x HTTP/1.1\r\nHost: a\r\nX-Hub-Signature-256: " + github(body, "first") + "\r\n";
        const auto verify = [&](const QByteArray& raw) {
            return run({QStringLiteral("verify"), QStringLiteral("--scheme"), QStringLiteral("github"),
                           QStringLiteral("--secret-env"), QStringLiteral("A"), QStringLiteral("--request"),
                           QStringLiteral("-")},
                raw, secrets);
        };
        QCOMPARE(verify(head + "Content-Length: 10\r\n\r\n" + body).code, 0);
        QCOMPARE(verify(head + "\r\n" + body).code, 0); // written by hand, without a length
        QCOMPARE(verify(head + "Transfer-Encoding: chunked\r\n\r\na;x\r\n" + body + "\r\n0\r\n\r\n").code, 0);
        for (const QByteArray& broken :
            {head + "Content-Length: 11\r\n\r\n" + body, QByteArray("\x16\x03\x01"), QByteArray()}) {
            const Ran ran = verify(broken);
            QCOMPARE(ran.code, 1);
            QCOMPARE(text(ran.lines().at(0), "verdict"), QByteArray("unverified"));
            QCOMPARE(text(ran.lines().at(0), "freshness"), QByteArray("none"));
        }
    }

    void batchAnswersEachLineBeforeTheNext()
    {
        QProcess process;
        process.start(cliProgram(), words("verify --batch"));
        for (const char* secret : {"first", "wrong", "first"}) {
            process.write(batchLine(secret));
            while (!process.canReadLine())
                QVERIFY(process.waitForReadyRead(20'000));
            const auto answer = JsonValue::parse(process.readLine());
            QVERIFY(answer);
            QCOMPARE(text(*answer, "verdict"), QByteArray(secret == QByteArray("wrong") ? "invalid" : "valid"));
        }
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(process.processId()));
        if (commandLine.open(QIODevice::ReadOnly))
            QVERIFY(!commandLine.readAll().contains("first"));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitCode(), 0);
    }

    void aBadLineIsToldAndStopsNothing()
    {
        const Ran ran = run(words("verify --batch"),
            batchLine("first") + "nonsense\n\n{\"scheme\":\"no-such\"}\n{\"scheme\":\"github\",\"body_base64\":\"*\"}\n"
                + batchLine("first",
                    ",\"unknown\":[{}],\"id\":\"label\",\"secrets\":[\"x\"],\"cfg\":{\"a\":1},\"now\":1700000000"));
        QCOMPARE(ran.code, 1);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), std::size_t(6));
        QCOMPARE(text(lines[0], "verdict"), QByteArray("valid"));
        for (std::size_t i = 1; i < 5; ++i)
            QVERIFY(!text(lines[i], "error").isEmpty());
        QCOMPARE(text(lines[5], "verdict"), QByteArray("valid"));
    }

    void batchSignsAsTheSingleForm()
    {
        const Ran ran = run(words("sign --batch"),
            "{\"scheme\":\"svix\",\"id\":\"msg_1\",\"now\":1700000000,\"secret\":\"whsec_"
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\",\"body_base64\":\"e30=\"}\n{\"scheme\":\"svix\"");
        QCOMPARE(ran.code, 1);
        const auto lines = ran.lines();
        QCOMPARE(lines.size(), std::size_t(2));
        QVERIFY(!text(lines[1], "error").isEmpty());
        const Ran single = run(words("sign --scheme svix --id msg_1 --now 1700000000 --secret-env S --body -"), "{}",
            {{QStringLiteral("S"), QStringLiteral("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")}});
        QCOMPARE(ran.out.split('\n').first(), single.out.trimmed());
        QVERIFY(single.out.contains("\"svix-id\",\"msg_1\""));
    }

    void theClockOfABatchStandsWhereALineHasNone()
    {
        const QByteArray line = "{\"scheme\":\"stripe\",\"secret\":\"whsec_x\",\"body_base64\":\"e30=\"";
        const Ran ran = run(words("sign --batch --now 1700000000"), line + "}\n" + line + ",\"now\":1700000005}\n");
        QCOMPARE(ran.code, 0);
        QVERIFY(ran.out.split('\n').at(0).contains("t=1700000000,"));
        QVERIFY(ran.out.split('\n').at(1).contains("t=1700000005,"));
        QCOMPARE(run(words("sign --batch --now noon"), line + "}\n").code, 2);
    }

    /** An option that did nothing beside --batch would be a trap. */
    void optionsOfABatchStandForLinesWithoutThem()
    {
        const QMap<QString, QString> secrets{{QStringLiteral("S"), QStringLiteral("key")}};
        const QStringList common = words("--batch --scheme github --secret-env S");
        const Ran ran = run(QStringList{QStringLiteral("sign")} + common,
            "{\"body_base64\":\"e30=\"}\n{\"body_base64\":\"e30=\",\"secret\":\"other\",\"scheme\":\"shopify\"}\n",
            secrets);
        QCOMPARE(ran.code, 0);
        const QByteArray own = QMessageAuthenticationCode::hash("{}", "key", QCryptographicHash::Sha256).toHex();
        const QByteArray other = QMessageAuthenticationCode::hash("{}", "other", QCryptographicHash::Sha256).toBase64();
        QVERIFY(ran.out.split('\n').at(0).contains("sha256=" + own));
        QVERIFY(ran.out.split('\n').at(1).contains(other));
        const Ran verified = run(QStringList{QStringLiteral("verify")} + common,
            "{\"body_base64\":\"e30=\",\"headers\":[[\"X-Hub-Signature-256\",\"sha256=" + own + "\"]]}\n", secrets);
        QCOMPARE(text(verified.lines().at(0), "verdict"), QByteArray("valid"));
        for (const char* more : {"--body x", "--request x", "--event 1", "-H A:b"})
            QCOMPARE(run(words("verify --batch") + words(more), "{}\n").code, 2);
        QCOMPARE(run(words("sign --batch --id x"), "{}\n").code, 2);
        QCOMPARE(run(words("sign --batch --scheme no-such"), "{}\n").code, 2);
    }

private:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(QString::fromUtf8(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    QStringList verifyArguments(const QByteArray& signature) const
    {
        return {QStringLiteral("verify"), QStringLiteral("--scheme"), QStringLiteral("github"), QStringLiteral("-H"),
            QStringLiteral("X-Hub-Signature-256: ") + QString::fromUtf8(signature), QStringLiteral("--body"), m_body};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_body;
};

QTEST_GUILESS_MAIN(TestCliSigning)
#include "tst_cli_signing.moc"
