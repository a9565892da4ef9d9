// TLS and proxies, with certificates made by openssl(1) for this run.
#include "HostileServer.h"
#include "MiniProxy.h"
#include "Sending.h"
#include "delivery/TlsSetup.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace creel;
using namespace creel::test;

class TestHttpTls : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString path(const QString& name) const { return m_dir.filePath(name); }

    bool openssl(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), arguments);
        const bool ok = process.waitForFinished(20'000) && process.exitCode() == 0;
        if (!ok)
            qWarning() << arguments << process.readAll();
        return ok;
    }

    bool makeCertificate(const QString& name, const QString& alternative, const QStringList& more = {}) const
    {
        return openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                           QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                           name + QStringLiteral(".key"), QStringLiteral("-out"), name + QStringLiteral(".pem"),
                           QStringLiteral("-subj"), QStringLiteral("/CN=") + name, QStringLiteral("-addext"),
                           QStringLiteral("subjectAltName=") + alternative}
            + (more.isEmpty() ? QStringList{QStringLiteral("-days"), QStringLiteral("30")} : more));
    }

    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QSslConfiguration serverTls(const QString& name) const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate(read(name + QStringLiteral(".pem"))));
        tls.setPrivateKey(QSslKey(read(name + QStringLiteral(".key")), QSsl::Rsa));
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        return tls;
    }

    SendSettings trusting(const QString& name) const
    {
        SendSettings settings = quickSettings();
        settings.tls.caFile = path(name + QStringLiteral(".pem"));
        return settings;
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("openssl(1) is not installed (Debian: openssl)");
        QVERIFY(makeCertificate(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1,DNS:localhost")));
        QVERIFY(makeCertificate(QStringLiteral("other"), QStringLiteral("DNS:other.example")));
        QVERIFY(makeCertificate(QStringLiteral("client"), QStringLiteral("DNS:client.example")));
        QVERIFY(openssl(
            {QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"), QStringLiteral("client.pem"),
                QStringLiteral("-inkey"), QStringLiteral("client.key"), QStringLiteral("-out"),
                QStringLiteral("client.p12"), QStringLiteral("-passout"), QStringLiteral("pass:word")}));
    }

    void trusted_isSent_andKept()
    {
        HostileServer server(answering(Ok), serverTls(QStringLiteral("good")));
        HttpClient client;
        const SendSettings settings = trusting(QStringLiteral("good"));
        HttpResult result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", settings));
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QCOMPARE(result.response.body, QByteArray("ok"));
        QVERIFY(result.tlsVersion.startsWith("TLSv1."));
        QVERIFY(!result.tlsCipher.isEmpty());
        QVERIFY(result.tlsProblems.isEmpty());
        QVERIFY(result.timings.tlsUs >= 0);
        result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", settings));
        QVERIFY(!result.error);
        QVERIFY(result.reusedConnection);
        QCOMPARE(result.timings.tlsUs, qint64(-1));
        QVERIFY(!result.tlsVersion.isEmpty());
        // A connection that was checked is not taken for a request with other settings, nor the other way.
        SendSettings careless = quickSettings();
        careless.tls.verify = false;
        result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", careless));
        QVERIFY(!result.reusedConnection);
    }

    void badCertificate_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("self-signed") << QStringLiteral("good") << false;
        QTest::newRow("of another host") << QStringLiteral("other") << true;
    }
    void badCertificate()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, trusted);
        HostileServer server(answering(Ok), serverTls(certificate));
        SendSettings settings = trusted ? trusting(certificate) : quickSettings();
        HttpClient client;
        HttpResult result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", settings));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Tls);
        QVERIFY(!result.tlsProblems.isEmpty());
        QVERIFY(result.error->text.contains(result.tlsProblems.first()));
        QVERIFY(server.requests.isEmpty());

        settings.tls.verify = false;
        result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", settings));
        QVERIFY(!result.error);
        QCOMPARE(result.response.status, 200);
        QVERIFY(!result.tlsProblems.isEmpty());
    }

    void httpsToAPlainPort()
    {
        HostileServer server(answering(Ok));
        server.onBytes = [](QTcpSocket& socket, const QByteArray&) {
            socket.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
            socket.disconnectFromHost();
        };
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url("/", "https")));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Tls);
    }

    void hangingHandshake_timesOut_orIsCancelled()
    {
        HostileServer server(answering(Ok));
        server.onBytes = [](QTcpSocket&, const QByteArray&) {};
        SendSettings settings = quickSettings();
        settings.timeouts.tlsMs = 150;
        HttpClient client;
        HttpResult result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", settings));
        QVERIFY(result.error);
        QCOMPARE(result.phase, HttpPhase::Tls);
        std::optional<HttpResult> cancelled;
        const quint64 id = client.send(
            makeRequest(server.url("/", "https")), [&cancelled](HttpResult ended) { cancelled = std::move(ended); });
        QTRY_COMPARE(server.connections, 2);
        QTest::qWait(50);
        client.cancel(id);
        QTRY_VERIFY(cancelled.has_value());
        QCOMPARE(cancelled->phase, HttpPhase::Tls);
        QCOMPARE(cancelled->error->code, ErrorCode::Cancelled);
    }

    void clientCertificate_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::newRow("pem") << QStringLiteral("client.pem") << QStringLiteral("client.key") << QByteArray();
        QTest::newRow("pkcs12") << QStringLiteral("client.p12") << QString() << QByteArray("word");
    }
    void clientCertificate()
    {
        QFETCH(QString, file);
        QFETCH(QString, key);
        QFETCH(QByteArray, passphrase);
        QSslConfiguration tls = serverTls(QStringLiteral("good"));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.addCaCertificates(QSslCertificate::fromData(read(QStringLiteral("client.pem"))));
        HostileServer server(
            [](QTcpSocket& socket, const QByteArray&) {
                const QByteArray name = static_cast<QSslSocket&>(socket)
                                            .peerCertificate()
                                            .subjectInfo(QSslCertificate::CommonName)
                                            .join(QString())
                                            .toUtf8();
                socket.write(
                    "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(name.size()) + "\r\n\r\n" + name);
            },
            tls);
        SendSettings settings = trusting(QStringLiteral("good"));
        settings.tls.clientCertificateFile = path(file);
        if (!key.isEmpty())
            settings.tls.clientKeyFile = path(key);
        settings.tls.passphrase = std::make_shared<const SecretBytes>(passphrase);
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", settings));
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QCOMPARE(result.response.body, QByteArray("client"));
    }

    void brokenFiles_data()
    {
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such CA") << QStringLiteral("none.pem") << QString() << QStringLiteral("none.pem");
        QTest::newRow("CA is a key") << QStringLiteral("good.key") << QString() << QStringLiteral("good.key");
        QTest::newRow("no key") << QString() << QStringLiteral("client.pem") << QStringLiteral("client.pem");
        QTest::newRow("wrong passphrase") << QString() << QStringLiteral("client.p12") << QStringLiteral("client.p12");
    }
    void brokenFiles()
    {
        QFETCH(QString, ca);
        QFETCH(QString, file);
        QFETCH(QString, named);
        TlsSettings settings;
        settings.caFile = ca.isEmpty() ? ca : path(ca);
        settings.clientCertificateFile = file.isEmpty() ? file : path(file);
        settings.passphrase = std::make_shared<const SecretBytes>(QByteArrayView("wrong"));
        const auto tls = makeTlsConfiguration(settings);
        QVERIFY(!tls.ok());
        QVERIFY(tls.error().text.contains(named));
        QVERIFY(!tls.error().text.contains(QStringLiteral("wrong")));
    }

    void largeAnswerOverTls()
    {
        HostileServer server(
            [](QTcpSocket& socket, const QByteArray&) {
                socket.write("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(20'000'000, 'x'));
                socket.disconnectFromHost();
            },
            serverTls(QStringLiteral("good")));
        HttpClient client;
        const HttpResult result =
            sendAndWait(client, makeRequest(server.url("/", "https"), "POST", "{}", trusting(QStringLiteral("good"))));
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QCOMPARE(result.response.bodySize, qint64(20'000'000));
    }

    void proxies_data()
    {
        QTest::addColumn<ProxySettings::Kind>("kind");
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QString>("user");
        QTest::newRow("http through CONNECT") << ProxySettings::Kind::Http << QByteArray("http") << QString();
        QTest::newRow("https through CONNECT") << ProxySettings::Kind::Http << QByteArray("https") << QString();
        QTest::newRow("https through SOCKS5") << ProxySettings::Kind::Socks5 << QByteArray("https") << QString();
        QTest::newRow("CONNECT with a password")
            << ProxySettings::Kind::Http << QByteArray("http") << QStringLiteral("me");
        QTest::newRow("SOCKS5 with a password")
            << ProxySettings::Kind::Socks5 << QByteArray("http") << QStringLiteral("me");
    }
    void proxies()
    {
        QFETCH(ProxySettings::Kind, kind);
        QFETCH(QByteArray, scheme);
        QFETCH(QString, user);
        HostileServer server(
            answering(Ok), scheme == "https" ? serverTls(QStringLiteral("other")) : QSslConfiguration());
        MiniProxy proxy(kind == ProxySettings::Kind::Socks5, server.serverPort());
        proxy.userAndPassword = user.isEmpty() ? QByteArray() : user.toUtf8() + ":word";
        SendSettings settings = trusting(QStringLiteral("other"));
        settings.proxy = {kind, QStringLiteral("127.0.0.1"), proxy.serverPort(), user,
            std::make_shared<const SecretBytes>(QByteArrayView("word"))};
        HttpClient client;
        const HttpResult result =
            sendAndWait(client, makeRequest(scheme + "://other.example:4747/", "POST", "{}", settings));
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QCOMPARE(result.response.body, QByteArray("ok"));
        QCOMPARE(proxy.asked, QList<QByteArray>{"other.example:4747"});
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(!server.requests[0].contains("Proxy-"));
        QCOMPARE(result.timings.lookupUs, qint64(-1));
    }

    void proxyRefuses()
    {
        HostileServer server(answering(Ok));
        for (const bool socks : {false, true}) {
            MiniProxy proxy(socks, server.serverPort());
            proxy.userAndPassword = "me:word";
            SendSettings settings = quickSettings();
            settings.proxy = {socks ? ProxySettings::Kind::Socks5 : ProxySettings::Kind::Http,
                QStringLiteral("127.0.0.1"), proxy.serverPort(), QStringLiteral("me"),
                std::make_shared<const SecretBytes>(QByteArrayView("wrong"))};
            HttpClient client;
            const HttpResult result = sendAndWait(client, makeRequest("http://other.example/", "POST", "{}", settings));
            QVERIFY(result.error);
            QCOMPARE(result.phase, HttpPhase::Connect);
            QVERIFY(server.requests.isEmpty());
        }
    }

    void proxyRefusesTheWay_data()
    {
        QTest::addColumn<bool>("socks");
        QTest::addColumn<QByteArray>("refusal");
        const QByteArray empty = "Content-Length: 0\r\n\r\n";
        QTest::newRow("CONNECT 403") << false << QByteArray("HTTP/1.1 403 Forbidden\r\n" + empty);
        QTest::newRow("CONNECT 502") << false << QByteArray("HTTP/1.1 502 Bad Gateway\r\n" + empty);
        QTest::newRow("CONNECT, not HTTP") << false << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        for (int code = 1; code <= 8; ++code) {
            QByteArray reply("\x05\x01\x00\x01\0\0\0\0\0\0", 10);
            reply[1] = char(code);
            QTest::addRow("SOCKS5 reply %d", code) << true << reply;
        }
        QTest::newRow("SOCKS5, another version") << true << QByteArray("\x04\x5b\0\0\0\0\0\0", 8);
    }
    void proxyRefusesTheWay()
    {
        QFETCH(bool, socks);
        QFETCH(QByteArray, refusal);
        HostileServer server(answering(Ok));
        MiniProxy proxy(socks, server.serverPort());
        proxy.refusal = refusal;
        SendSettings settings = quickSettings();
        settings.proxy = {socks ? ProxySettings::Kind::Socks5 : ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"),
            proxy.serverPort(), {}, nullptr};
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest("http://other.example/", "POST", "{}", settings));
        QVERIFY(result.error);
        QVERIFY(!result.error->text.isEmpty());
        QCOMPARE(result.phase, HttpPhase::Connect);
        QCOMPARE(result.response.status, 0); // a proxy's answer is not the server's
        QCOMPARE(proxy.asked.size(), 1); // and it was asked once
        QVERIFY(server.requests.isEmpty());
    }

    void loopbackNeedsNoProxy()
    {
        HostileServer server(answering(Ok));
        SendSettings settings = quickSettings();
        settings.proxy = {ProxySettings::Kind::Http, QStringLiteral("127.0.0.1"), 1, {}, nullptr};
        HttpClient client;
        QVERIFY(!sendAndWait(client, makeRequest(server.url(), "POST", "{}", settings)).error);
    }

    void systemProxy_isAsked()
    {
        HostileServer server(answering(Ok));
        MiniProxy proxy(false, server.serverPort());
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.serverPort()));
        SendSettings settings;
        HttpClient client;
        const HttpResult result = sendAndWait(client, makeRequest("http://other.example:81/", "POST", "{}", settings));
        qunsetenv("http_proxy");
        QVERIFY2(!result.error, qPrintable(result.error ? result.error->text : QString()));
        QCOMPARE(proxy.asked, QList<QByteArray>{"other.example:81"});
    }
};

QTEST_GUILESS_MAIN(TestHttpTls)
#include "tst_http_tls.moc"
