#include "payload/JsonPointer.h"

#include <QTest>

using namespace creel;

namespace
{

QByteArray rawAt(const QByteArray& document, const QByteArray& pointer)
{
    const auto span = jsonAt(document, pointer);
    return span ? document.mid(span->offset, span->size) : QByteArray("(none)");
}

} // namespace

class TestJsonPointer : public QObject
{
    Q_OBJECT
private slots:
    void pointer_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("raw");
        const auto row = [](const char* name, const QByteArray& document, const QByteArray& pointer,
                             const QByteArray& raw) { QTest::newRow(name) << document << pointer << raw; };
        // RFC 6901, section 5
        const QByteArray rfc = "{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/"
                               "b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,\"m~n\":8}";
        row("whole", rfc, "", rfc);
        row("array", rfc, "/foo", R"(["bar","baz"])");
        row("index", rfc, "/foo/0", R"("bar")");
        row("empty name", rfc, "/", "0");
        row("slash", rfc, "/a~1b", "1");
        row("percent", rfc, "/c%d", "2");
        row("caret", rfc, "/e^f", "3");
        row("bar", rfc, "/g|h", "4");
        row("backslash", rfc, "/i\\j", "5");
        row("quote", rfc, "/k\"l", "6");
        row("blank", rfc, "/ ", "7");
        row("tilde", rfc, "/m~0n", "8");
        row("~01 is ~1", R"({"~1":1,"/":2})", "/~01", "1");
        row("bad escape", rfc, "/m~2n", "(none)");
        row("open escape", rfc, "/m~", "(none)");
        row("no slash", rfc, "foo", "(none)");
        row("index too large", rfc, "/foo/2", "(none)");
        row("leading zero", rfc, "/foo/00", "(none)");
        row("past the end", rfc, "/foo/-", "(none)");
        row("sign", rfc, "/foo/+0", "(none)");
        row("into a scalar", rfc, "/foo/0/x", "(none)");
        row("digits name a member", R"({"0":"a"})", "/0", R"("a")");
        row("last duplicate counts", R"({"a":1,"b":2,"a":3})", "/a", "3");
        row("escaped key", R"({"\u0061":"x"})", "/a", R"("x")");
        row("escaped slash", R"({"a\/b":1})", "/a~1b", "1");
        row("surrogate pair key", R"({"\ud83d\ude80":1})", "/\xF0\x9F\x9A\x80", "1");
        row("BOM", "\xEF\xBB\xBF{\"a\":[1]}", "/a", "[1]");
        row("number text is exact", R"({"n": -1.0E+400 })", "/n", "-1.0E+400");
        row("twenty digits", R"([18446744073709551616])", "/0", "18446744073709551616");
        row("blanks stay inside", "{ \"a\" : { \"b\" :\t[ ] }\n}", "/a", "{ \"b\" :\t[ ] }");
        row("not UTF-8", "{\"a\":\"\xFF\xFE\",\"b\":1}", "/a", "\"\xFF\xFE\"");
        row("lone surrogate", R"({"a":"\ud800"})", "/a", R"("\ud800")");
        row("what follows the value does not matter", R"({"a":1} x)", "/a", "1");
        row("cut off", R"({"a":1,"b":)", "/a", "(none)");
        row("trailing comma", R"({"a":1,})", "/a", "(none)");
        row("wrong closing", R"({"a":1])", "/a", "(none)");
        row("control in a string", "{\"a\":\"\n\"}", "/a", "(none)");
        row("empty document", "", "", "(none)");
        row("blanks only", " \n", "", "(none)");
        row("NUL", QByteArray("\0", 1), "", "(none)");
    }
    void pointer()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, pointer);
        QFETCH(QByteArray, raw);
        QCOMPARE(rawAt(document, pointer), raw);
    }

    void text()
    {
        const QByteArray document = "{\"s\":\"a\\n\\u00e9\\ud83d\\ude80\\\"\\\\\\/"
                                    "\\b\\f\\r\\t\",\"h\":\"\\ud800x\",\"n\":1.50,\"t\":true,\"o\":{ }}";
        QCOMPARE(jsonTextAt(document, "/s"), QByteArray("a\n\xC3\xA9\xF0\x9F\x9A\x80\"\\/\b\f\r\t"));
        QCOMPARE(jsonTextAt(document, "/h"), QByteArray("\xED\xA0\x80x"));
        QCOMPARE(jsonTextAt(document, "/n"), QByteArray("1.50"));
        QCOMPARE(jsonTextAt(document, "/t"), QByteArray("true"));
        QCOMPARE(jsonTextAt(document, "/o"), QByteArray("{ }"));
        QVERIFY(!jsonTextAt(document, "/x"));
    }

    void wildcard()
    {
        const QByteArray document = R"({"items":[{"id":1},{"no":0},{"id":"x"}],"*":{"id":9}})";
        QByteArrayList found;
        for (const JsonSpan& span : jsonAll(document, "/items/*/id"))
            found.append(document.mid(span.offset, span.size));
        QCOMPARE(found, QByteArrayList({"1", "\"x\""}));
        QCOMPARE(jsonAll(document, "/items/*").size(), size_t(3));
        QCOMPARE(jsonAll(document, "/*/id").size(), size_t(1));
        QVERIFY(jsonAll(document, "/items/*/none").empty());
        QVERIFY(!jsonAt(document, "/items/*"));
    }

    void without_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const QByteArray& document, const QByteArray& expected) {
            QTest::newRow(name) << document << expected;
        };
        row("first", R"({"s":"x","a":1})", R"({"a":1})");
        row("first with blanks", R"({ "s" : "x" , "a":1})", R"({ "a":1})");
        row("middle", R"({"a": 1, "s": "x", "b": 2})", R"({"a": 1, "b": 2})");
        row("last", R"({"a": 1, "s": "x"})", R"({"a": 1})");
        row("last with blanks", "{\n \"a\": 1 ,\n \"s\": [1, {}]\n}\n", "{\n \"a\": 1\n}\n");
        row("only", R"({ "s": {"s":1} })", "{  }");
        row("only the top level", R"({"a":{"s":1},"s":2})", R"({"a":{"s":1}})");
        row("last of duplicates", R"({"s":1,"a":2,"s":3})", R"({"s":1,"a":2})");
        row("BOM stays", "\xEF\xBB\xBF{\"s\":1,\"b\":2}", "\xEF\xBB\xBF{\"b\":2}");
        row("tail stays", "{\"s\":1,\"b\":2}\r\n", "{\"b\":2}\r\n");
    }
    void without()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, expected);
        QCOMPARE(jsonWithout(document, "s"), expected);
    }
    void withoutNothing()
    {
        QVERIFY(!jsonWithout(R"({"a":1})", "s"));
        QVERIFY(!jsonWithout(R"(["s"])", "s"));
        QVERIFY(!jsonWithout(R"({"s":1,"a":)", "s"));
        QVERIFY(!jsonWithout("", "s"));
    }

    void withoutSignsWhatTheProviderSigned()
    {
        // Two bodies of an envelope that carries its own signature (webhookdo): the rest must have the same bytes.
        const QByteArray rest = "{\"id\":\"evt_1\", \"event_type\" : \"order.created\",\"payload\":{\"id\":1}}";
        const QByteArray last = rest.chopped(1) + ",\"signature\":\"sha256=5ec3\"}";
        const QByteArray first = "{\"signature\":\"sha256=5ec3\"," + rest.sliced(1);
        QCOMPARE(jsonWithout(last, "signature"), rest);
        QCOMPARE(jsonWithout(first, "signature"), rest);
    }

    void quote()
    {
        QCOMPARE(jsonQuote("a\"b\\c/\n\t\x01\x7F"), QByteArray("\"a\\\"b\\\\c/\\n\\t\\u0001\x7F\""));
        QCOMPARE(jsonQuote(QByteArray("\0\x1F", 2)), QByteArray("\"\\u0000\\u001f\""));
        QCOMPARE(jsonQuote("\xC3\xA9\xE2\x80\xA8"), QByteArray("\"\xC3\xA9\xE2\x80\xA8\""));
        QCOMPARE(jsonQuote("a\xFF"
                           "b\xED\xA0\x80"),
            QByteArray("\"a\xEF\xBF\xBD"
                       "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""));
        QCOMPARE(jsonTextAt(jsonQuote("x\"\\\r\n\b\f"), ""), QByteArray("x\"\\\r\n\b\f"));
    }

    void depth()
    {
        const QByteArray deep = QByteArray(1024, '[') + "1" + QByteArray(1024, ']');
        QVERIFY(jsonAt(deep, ""));
        QVERIFY(!jsonAt('[' + deep + ']', ""));
        QVERIFY(!jsonAt(QByteArray(2'000'000, '['), ""));
        QByteArray pointer;
        for (int i = 0; i < 1024; ++i)
            pointer += "/0";
        QCOMPARE(rawAt(deep, pointer), QByteArray("1"));
    }
};

QTEST_APPLESS_MAIN(TestJsonPointer)
#include "tst_json_pointer.moc"
