#include "http/FormReader.h"
#include "http/MultipartReader.h"
#include "http/Url.h"

#include <QTest>

using namespace creel;

namespace
{

QByteArray shown(const Url& url)
{
    const auto part = [](const std::optional<QByteArray>& bytes) {
        return bytes ? '<' + *bytes + '>' : QByteArray("-");
    };
    return url.scheme + ' ' + part(url.userinfo) + ' ' + url.host + ' ' + part(url.portText) + ' ' + url.path + ' '
        + part(url.query) + ' ' + part(url.fragment);
}

struct Parts {
    QByteArrayList lines;
    QString error;
};

Parts readParts(QByteArrayView contentType, const QByteArray& body, const MultipartReader::Limits& limits = {})
{
    MultipartReader reader(contentType, body, limits);
    Parts parts;
    while (const auto part = reader.next()) {
        parts.lines += part->name + '|' + part->fileName.value_or("-") + '|' + part->contentType + '|'
            + body.sliced(part->offset, part->size);
    }
    if (reader.error())
        parts.error = reader.error()->text;
    return parts;
}

const QByteArray formData("multipart/form-data; boundary=XX");

} // namespace

class TestUrlForm : public QObject
{
    Q_OBJECT
private slots:
    void url_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("parts");
        const auto row = [](const char* text, const char* parts) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(parts);
        };
        row("http://a", "http - a -  - -");
        row("http://a/", "http - a - / - -");
        row("HTTP://ExAmple.COM/A/../b", "HTTP - ExAmple.COM - /A/../b - -");
        row("https://a:8443/x?y=1&z#f", "https - a <8443> /x <y=1&z> <f>");
        row("https://a:/x", "https - a <> /x - -");
        row("https://a?", "https - a -  <> -");
        row("https://a#", "https - a -  - <>");
        row("https://a?x#y?z", "https - a -  <x> <y?z>");
        row("https://a/x?http://b/?c", "https - a - /x <http://b/?c> -");
        row("https://u:p@a/", "https <u:p> a - / - -");
        row("https://u:p@x@a/", "https <u:p@x> a - / - -");
        row("https://@a/", "https <> a - / - -");
        row("http://[::1]:4747/x", "http - [::1] <4747> /x - -");
        row("http://[fe80::1%25eth0]/", "http - [fe80::1%25eth0] - / - -");
        row("http://127.0.0.1:80", "http - 127.0.0.1 <80>  - -");
        row("http://a/%7e/\xc3\xbc", "http - a - /%7e/\xc3\xbc - -");
        row("custom+x.1-y://a", "custom+x.1-y - a -  - -");
        row("http://a:65535", "http - a <65535>  - -");
    }

    void url()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, parts);
        const auto url = Url::parse(text);
        QVERIFY(url.ok());
        QCOMPARE(shown(*url), parts);
        QCOMPARE(url->toBytes(), text);
    }

    void notAUrl_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        const auto row = [](const char* text, int at) { QTest::newRow(text) << QByteArray(text) << at; };
        row("", 0);
        row("a", 1);
        row("/x", 0);
        row("localhost:4747/x", 9);
        row("http:/a", 4);
        row("://a", 0);
        row("1http://a", 0);
        row("http://", 7);
        row("http:///x", 7);
        row("http://:80", 7);
        row("http://u@", 9);
        row("http://a b/", 8);
        row("http://a/x y", 10);
        row("http://a/\nx", 9);
        row("http://a/\x7f", 9);
        row("http://a:0", 9);
        row("http://a:65536", 9);
        row("http://a:8x", 9);
        row("http://a:-1", 9);
        row("http://[::1", 7);
        row("http://[]", 7);
        row("http://[a]", 7);
        row("http://[::1]x", 12);
        row("http://a<b>", 7);
        row("http://a\\b", 7);
        row("http://\xc3\xbc/", 7);
    }

    void notAUrl()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const auto url = Url::parse(text);
        QVERIFY(!url.ok());
        QVERIFY2(url.error().text.contains(QStringLiteral("byte %1").arg(offset)), qPrintable(url.error().text));
    }

    void urlForAConnection()
    {
        const auto url = Url::parse("hTTps://u:p@[::1]?a=b#c");
        QVERIFY(url.ok() && url->isHttp() && url->isSecure());
        QCOMPARE(url->port(), quint16(443));
        QCOMPARE(url->hostName(), QByteArray("::1"));
        QCOMPARE(url->authority(), QByteArray("[::1]"));
        QCOMPARE(url->target(), QByteArray("/?a=b"));
        const auto other = Url::parse("http://a:81/x");
        QVERIFY(other.ok() && other->isHttp() && !other->isSecure());
        QCOMPARE(other->port(), quint16(81));
        QCOMPARE(other->authority(), QByteArray("a:81"));
        QCOMPARE(Url::parse("http://a:")->port(), quint16(80));
        QCOMPARE(Url::parse("ftp://a")->port(), quint16(0));
        QVERIFY(!Url::parse("ftp://a")->isHttp());
    }

    void percent()
    {
        QCOMPARE(percentDecoded("a%20b+c%zz%4%"), QByteArray("a b+c%zz%4%"));
        QCOMPARE(percentDecoded("a+%2B%00", true), QByteArray("a +\0", 4));
        QCOMPARE(percentDecoded("%C3%bc"), QByteArray("\xc3\xbc"));
        QCOMPARE(percentEncoded("a b/\xff%~"), QByteArray("a%20b%2F%FF%25~"));
        QCOMPARE(percentEncoded("/a b", "/"), QByteArray("/a%20b"));
        QByteArray all;
        for (int c = 0; c < 256; ++c)
            all += char(c);
        QCOMPARE(percentDecoded(percentEncoded(all)), all);
    }

    void form()
    {
        FormReader reader("b=1&a=x+y%26z&&b=&c&=d&a=%E2%82%AC&e=f=g");
        QByteArrayList names;
        QByteArrayList values;
        while (const auto field = reader.next()) {
            names += field->name;
            values += field->hasValue ? field->value : QByteArray("none");
        }
        QCOMPARE(names, (QByteArrayList{"b", "a", "b", "c", "", "a", "e"}));
        QCOMPARE(values, (QByteArrayList{"1", "x y&z", "", "none", "d", "\xe2\x82\xac", "f=g"}));
        QVERIFY(!reader.limitReached());
    }

    void formKeepsWhatWasWritten()
    {
        const QByteArray body("a%5B%5D=x+y&payload=%7B%22a%22%3A1%7D");
        FormReader reader(body);
        const auto first = reader.next();
        QVERIFY(first);
        QCOMPARE(first->rawName, QByteArray("a%5B%5D"));
        QCOMPARE(first->rawValue, QByteArray("x+y"));
        const auto second = reader.next();
        QVERIFY(second);
        QCOMPARE(second->offset, body.indexOf("payload"));
        QCOMPARE(second->value, QByteArray("{\"a\":1}"));
        QVERIFY(!reader.next());
    }

    void formLimit()
    {
        FormReader at("a&b&c&", 3);
        int count = 0;
        for (; at.next(); ++count) { }
        QCOMPARE(count, 3);
        QVERIFY(!at.limitReached());
        FormReader over("a&b&c&d", 3);
        for (count = 0; over.next(); ++count) { }
        QCOMPARE(count, 3);
        QVERIFY(over.limitReached());
        QVERIFY(!FormReader("").next());
        QVERIFY(!FormReader("&&&").next());
    }

    void parameters()
    {
        QCOMPARE(fieldParameter("text/plain; charset=utf-8", "Charset"), QByteArray("utf-8"));
        QCOMPARE(fieldParameter("a;b=\"c;d=\\\"e\\\"\";d=f", "d"), QByteArray("f"));
        QCOMPARE(fieldParameter("a;b=\"c;d=\\\"e\\\"\";d=f", "b"), QByteArray("c;d=\"e\""));
        QCOMPARE(fieldParameter("a ; b = c ; d", "b"), QByteArray("c"));
        QCOMPARE(fieldParameter("a; b=\"open", "b"), QByteArray("open"));
        QCOMPARE(fieldParameter("a; b=", "b"), QByteArray(""));
        QVERIFY(!fieldParameter("a", "b"));
        QVERIFY(!fieldParameter("a; bb=c; b", "b"));
        QVERIFY(!fieldParameter("", "b"));
    }

    void multipart()
    {
        const Parts parts = readParts(formData,
            "preamble --XX\r\n--XX\r\n"
            "Content-Disposition: form-data; name=\"a\"\r\n\r\nhello\r\n--XXX not a delimiter\r\n--XX\r\n"
            "content-disposition: form-data; name=\"f\"; filename=\"C:\\dir\\x \\\"y\\\".txt\"\r\n"
            "Content-Type: application/json\r\n\r\n{}\r\n\r\n--XX  \t\r\n"
            "\r\nno headers\r\n--XX\r\n"
            "Content-Disposition: form-data; name=empty\r\n\r\n\r\n--XX--\r\nepilogue");
        QCOMPARE(parts.error, QString());
        QCOMPARE(parts.lines,
            (QByteArrayList{"a|-|text/plain|hello\r\n--XXX not a delimiter",
                "f|C:\\dir\\x \"y\".txt|application/json|{}\r\n", "|-|text/plain|no headers", "empty|-|text/plain|"}));
    }

    void multipartOddities()
    {
        const QByteArray field("Content-Disposition: form-data; name=a\r\n");
        // No data, and not even the empty line; two delimiters that share a CRLF; a folded header.
        QCOMPARE(readParts(formData, "--XX\r\n" + field + "--XX--").lines, (QByteArrayList{"a|-|text/plain|"}));
        QCOMPARE(readParts(formData, "--XX\r\n--XX--").lines, (QByteArrayList{"|-|text/plain|"}));
        QCOMPARE(readParts(formData, "--XX--\r\n").lines, QByteArrayList());
        QCOMPARE(readParts(formData, "--XX--\r\n").error, QString());
        QCOMPARE(readParts(formData, "--XX\r\nContent-Disposition: form-data;\r\n name=b\r\n\r\nx\r\n--XX--").lines,
            (QByteArrayList{"b|-|text/plain|x"}));
        QCOMPARE(readParts("Multipart/Mixed; Boundary=\"a b:c\"", "--a b:c\r\n\r\nx\r\n--a b:c--").lines,
            (QByteArrayList{"|-|text/plain|x"}));
    }

    void multipartErrors_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("parts");
        QTest::addColumn<QString>("error");
        const QByteArray part("\r\nContent-Disposition: form-data; name=a\r\n\r\nx");
        const auto no = [](const char* name) -> QTestData& { return QTest::newRow(name); };
        no("no boundary") << QByteArray("multipart/form-data") << QByteArray("--XX--") << 0 << QStringLiteral("byte 0");
        no("empty boundary") << QByteArray("multipart/x; boundary=") << QByteArray("----") << 0
                             << QStringLiteral("byte 0");
        no("long boundary") << QByteArray("multipart/x; boundary=" + QByteArray(71, 'x'))
                            << QByteArray("--" + QByteArray(71, 'x') + "--") << 0 << QStringLiteral("byte 0");
        no("other type") << QByteArray("text/plain; boundary=XX") << QByteArray("--XX--") << 0
                         << QStringLiteral("byte 0");
        no("no delimiter") << formData << QByteArray("hello") << 0 << QStringLiteral("no line");
        no("empty body") << formData << QByteArray() << 0 << QStringLiteral("no line");
        no("no end") << formData << QByteArray("--XX" + part) << 1 << QStringLiteral("byte 49");
        no("no end after the second") << formData << QByteArray("--XX" + part + "\r\n--XX" + part) << 2
                                      << QStringLiteral("byte 100");
        no("header without a colon") << formData << QByteArray("--XX\r\nHello\r\n\r\nx\r\n--XX--") << 0
                                     << QStringLiteral("byte 6");
        no("header with a line feed") << formData << QByteArray("--XX\r\nA: b\nC: d\r\n\r\nx\r\n--XX--") << 0
                                      << QStringLiteral("byte 6");
        no("header with a line feed first")
            << formData << QByteArray("--XX\r\n\nA: b\r\n\r\nx\r\n--XX--") << 0 << QStringLiteral("byte 6");
        no("line feeds only") << formData << QByteArray("--XX\n\nx\n--XX--\n") << 0 << QStringLiteral("no line");
    }

    void multipartErrors()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, parts);
        QFETCH(QString, error);
        const Parts read = readParts(type, body);
        QCOMPARE(int(read.lines.size()), parts);
        QVERIFY2(read.error.contains(error), qPrintable(read.error));
    }

    void multipartLimits()
    {
        MultipartReader::Limits limits;
        limits.parts = 2;
        const QByteArray part("--XX\r\n\r\nx\r\n");
        QCOMPARE(readParts(formData, part + part + "--XX--", limits).error, QString());
        QCOMPARE(readParts(formData, part + part + part + "--XX--", limits).lines.size(), 2);
        QVERIFY(!readParts(formData, part + part + part + "--XX--", limits).error.isEmpty());
        limits = {};
        limits.headBytes = 8;
        QCOMPARE(readParts(formData, "--XX\r\nA: b\r\n\r\nxyz\r\n--XX--", limits).error, QString());
        limits.headBytes = 7;
        QVERIFY(!readParts(formData, "--XX\r\nA: b\r\n\r\nxyz\r\n--XX--", limits).error.isEmpty());
        limits = {};
        limits.headerFields = 1;
        QCOMPARE(readParts(formData, "--XX\r\nA: b\r\n\r\nx\r\n--XX--", limits).error, QString());
        QVERIFY(!readParts(formData, "--XX\r\nA: b\r\nC: d\r\n\r\nx\r\n--XX--", limits).error.isEmpty());
    }

    void multipartCutOffAnywhere()
    {
        const QByteArray body("--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nhello\r\n--XX--\r\n");
        for (qsizetype size = 0; size < body.size() - 4; ++size)
            QVERIFY2(!readParts(formData, body.left(size)).error.isEmpty(), QByteArray::number(size).constData());
        QCOMPARE(readParts(formData, body.chopped(2)).error, QString());
    }
};

QTEST_APPLESS_MAIN(TestUrlForm)
#include "tst_url_form.moc"
