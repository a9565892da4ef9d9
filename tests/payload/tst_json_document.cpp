#include "JsonCorpus.h"

#include "payload/JsonDocument.h"
#include "payload/JsonPrinter.h"
#include "payload/JsonScan.h"
#include "payload/PayloadKind.h"

#include <QTest>

using namespace creel;

namespace
{

QByteArray printed(const QByteArray& text)
{
    JsonPrinter printer(text);
    QByteArray out;
    while (printer.next(out, 7))
        ;
    return out;
}

/** Every byte that is not a blank between tokens. */
QByteArray withoutBlanks(const QByteArray& text)
{
    QByteArray out;
    bool string = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (string && c == '\\' && i + 1 < text.size())
            out += text.at(i++);
        else if (c == '"')
            string = !string;
        if (string || !QByteArrayView(" \n\r\t").contains(c))
            out += text.at(i);
    }
    return out;
}

/** Opens all of it, level by level; the number of nodes. */
qint64 walk(const JsonDocument& document, qint64 limit)
{
    std::vector<JsonNode> open;
    if (const auto root = document.root())
        open.push_back(*root);
    qint64 seen = 0;
    while (!open.empty() && seen < limit) {
        const JsonNode node = open.back();
        open.pop_back();
        ++seen;
        const JsonIndex index = document.open(node);
        for (const JsonNode& child : document.children(node, index, 0, index.count))
            open.push_back(child);
    }
    return seen;
}

} // namespace

class TestJsonDocument : public QObject
{
    Q_OBJECT
private slots:
    void corpus_data()
    {
        QTest::addColumn<int>("number");
        const std::vector<JsonCase> cases = jsonCorpus();
        QVERIFY(cases.size() >= 330);
        for (size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%zu %s", i, cases[i].name) << int(i);
    }
    void corpus()
    {
        QFETCH(int, number);
        const JsonCase one = jsonCorpus()[size_t(number)];
        const JsonDocument document(one.text);
        const JsonReport report = document.validate();
        QCOMPARE(report.error.has_value(), one.expect == JsonExpect::Broken);
        QCOMPARE(report.note.has_value(), one.expect == JsonExpect::ValidWithNote);
        QVERIFY(walk(document, 20'000) >= 0);
        if (report.error) {
            QVERIFY(report.error->offset <= one.text.size());
            QVERIFY(!report.error->text.isEmpty());
        } else {
            QVERIFY(document.root());
            // The root's end is right where the text is.
            QCOMPARE(document.root()->value.size, JsonScan(one.text, document.root()->value.offset).readValue()->size);
        }
        // Printing keeps every token, and the rest where it breaks.
        const QByteArray body = one.text.mid(jsonStart(one.text));
        QByteArray out = printed(one.text);
        if (!report.error)
            QCOMPARE(withoutBlanks(out), withoutBlanks(body));
        JsonPrinter printer(one.text);
        QByteArray whole;
        while (printer.next(whole, 1'000'000))
            ;
        QCOMPARE(whole, out);
        QCOMPARE(printer.brokenAt() >= 0, report.error.has_value());
    }

    void cutOffAtEveryByte()
    {
        const QByteArray text = "{\"a\":[1,-2.5e+3,{\"b\":\"x\\u00e9\\n\"},[]],\"c\":{\"d\":null,\"e\":[true,false]}}";
        QVERIFY(!JsonDocument(text).validate().error);
        for (qsizetype size = 0; size < text.size(); ++size) {
            const JsonDocument document(text.first(size));
            const JsonReport report = document.validate();
            QVERIFY2(report.error, QByteArray::number(size).constData());
            QVERIFY(report.error->offset <= size);
            walk(document, 1000);
        }
    }

    void treeUpToTheError()
    {
        const QByteArray text = "{\"a\":1,\n \"b\":{\"c\":[1,2,{\"d\":3,\"e\" 4}]},\"z\":9}";
        const JsonDocument document(text);
        const JsonReport report = document.validate();
        QVERIFY(report.error);
        QCOMPARE(report.error->offset, text.indexOf("4}"));
        QCOMPARE(report.error->line, 2);
        QCOMPARE(report.error->column, report.error->offset - text.indexOf('\n'));
        const JsonIndex root = document.open(*document.root());
        QCOMPARE(root.count, 2);
        QVERIFY(root.error);
        QCOMPARE(root.error->offset, report.error->offset);
        QVERIFY(root.first[1].broken);
        const JsonIndex b = document.open(root.first[1]);
        const JsonIndex c = document.open(b.first[0]);
        QCOMPARE(c.count, 3);
        const JsonIndex d = document.open(c.first[2]);
        QCOMPARE(d.count, 1);
        QCOMPARE(document.name(d.first[0]), QByteArray("d"));
        QCOMPARE(d.error->offset, report.error->offset);
    }

    void orderDuplicatesAndTokens()
    {
        const QByteArray text = "{\"z\":1.0,\"a\":-0,\"z\":1E400,\"\":\"\\u0061\",\"big\":123456789012345678901}";
        const JsonDocument document(text);
        const JsonIndex index = document.open(*document.root());
        QByteArrayList seen;
        for (const JsonNode& node : index.first)
            seen.append(document.name(node) + "=" + document.raw(node.value).toByteArray());
        QCOMPARE(seen, QByteArrayList({"z=1.0", "a=-0", "z=1E400", "=\"\\u0061\"", "big=123456789012345678901"}));
    }

    void manyChildren()
    {
        QByteArray text = "[";
        for (int i = 0; i < 12'345; ++i)
            text += (i ? "," : "") + QByteArray::number(i * 7);
        text += "]";
        const JsonDocument document(text);
        const JsonIndex index = document.open(*document.root());
        QCOMPARE(index.count, 12'345);
        QCOMPARE(index.offsets.size(), size_t(13));
        QCOMPARE(index.first.size(), size_t(1000));
        for (const qint64 from : {0, 1, 999, 1000, 1001, 5555, 12'000, 12'344}) {
            const std::vector<JsonNode> nodes = document.children(*document.root(), index, from, 3);
            QCOMPARE(nodes.size(), size_t(std::min<qint64>(3, 12'345 - from)));
            for (size_t i = 0; i < nodes.size(); ++i) {
                QCOMPARE(nodes[i].index, from + qint64(i));
                QCOMPARE(document.raw(nodes[i].value).toByteArray(), QByteArray::number((from + qint64(i)) * 7));
            }
        }
        QVERIFY(document.children(*document.root(), index, 12'345, 10).empty());
        QVERIFY(document.children(*document.root(), index, -1, 10).empty());
    }

    void startOfAContainer()
    {
        const QByteArray text = "{\"a\":1,\"b\":[" + QByteArray("12,").repeated(1000) + "3],\"c\":\""
            + QByteArray(100, 'x') + "\",\"d\":tru}";
        const JsonDocument document(text);
        const JsonNode root = *document.root();
        const JsonIndex whole = document.open(root);
        QVERIFY(whole.error);
        // Whatever the bound cuts, what is said is what the whole says, but for the container that it ends in.
        for (qsizetype within = 0; within < text.size() + 10; ++within) {
            const JsonIndex start = document.openStart(root, within);
            QCOMPARE(start.partial, within < text.size());
            QCOMPARE(start.error.has_value(), within >= text.size());
            QVERIFY(start.count <= whole.count);
            for (size_t i = 0; i < start.first.size(); ++i) {
                const JsonNode& node = start.first[i];
                QCOMPARE(node.value.offset, whole.first[i].value.offset);
                QCOMPARE(node.goesOn, node.value.size != whole.first[i].value.size);
                QVERIFY(!node.goesOn || node.isContainer());
                QVERIFY(!node.broken);
            }
        }
        const JsonIndex start = document.openStart(root, 1000);
        QCOMPARE(start.count, 2);
        QVERIFY(start.first[1].goesOn);
        QCOMPARE(document.open(start.first[1]).count, 1001);
        // No more than is shown.
        const JsonDocument list("[" + QByteArray("0,").repeated(5000) + "0]");
        const JsonIndex some = list.openStart(*list.root(), 1'000'000);
        QVERIFY(some.partial);
        QCOMPARE(some.count, 1001);
        QCOMPARE(some.first.size(), size_t(1000));
    }

    void longScalarIsNotReadThrough()
    {
        const QByteArray text = " \"" + QByteArray(100'000, 'x') + "\" \n";
        const JsonDocument document(text);
        QCOMPARE(document.root()->value.size, 100'002);
        QVERIFY(!document.validate().error);
        QVERIFY(JsonDocument(QByteArray(100'000, '9') + " x").validate().error);
    }

    void depthEndsTheTree()
    {
        const QByteArray text = QByteArray(5000, '[');
        const JsonDocument document(text);
        QCOMPARE(document.validate().error->offset, jsonMaxDepth);
        QVERIFY(walk(document, 10'000) <= jsonMaxDepth + 1);
    }

    void stops()
    {
        StopSource source;
        source.stop();
        const QByteArray text = "[" + QByteArray("1,").repeated(100'000) + "1]";
        const JsonDocument document(text);
        QVERIFY(document.validate(source.token()).stopped);
        const JsonIndex index = document.open(*document.root(), source.token());
        QVERIFY(index.stopped);
        QVERIFY(!index.error);
    }

    void place()
    {
        const JsonDocument document("\xEF\xBB\xBF[\"\xC3\xA9\",\r\n x]");
        const JsonProblem problem = *document.validate().error;
        QCOMPARE(problem.offset, 12);
        QCOMPARE(problem.line, 2);
        QCOMPARE(problem.column, 2);
        const JsonProblem first = document.problemAt(8, {});
        QCOMPARE(first.line, 1);
        QCOMPARE(first.column, 5);
    }

    void printing()
    {
        QCOMPARE(printed("{\"b\":[1.0,{}],\"a\":\"\\u0041\"}"),
            QByteArray("{\n  \"b\": [\n    1.0,\n    {}\n  ],\n  \"a\": \"\\u0041\"\n}"));
        QCOMPARE(printed("[1,2 oops]"), QByteArray("[\n  1,\n  2 oops]"));
        QCOMPARE(printed(" [ ] "), QByteArray("[]"));
        // A deep text grows by the capped indent and no more.
        const QByteArray deep = QByteArray(1000, '[') + QByteArray(1000, ']');
        QVERIFY(printed(deep).size() < 2000 * 82);
    }

    void kinds_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<PayloadKind>("kind");
        const auto row = [](const QByteArray& type, const QByteArray& start, PayloadKind kind) {
            QTest::addRow("%s %s", type.constData(), start.left(12).toHex().constData()) << type << start << kind;
        };
        row("application/json", "", PayloadKind::Empty);
        row("Application/JSON; charset=utf-8", "{\"a\":1}", PayloadKind::Json);
        row("application/cloudevents+json", "x", PayloadKind::Json);
        row("", " \n[1,", PayloadKind::Json);
        row("text/plain", "{\"a\": tru", PayloadKind::Json);
        row("text/plain", "{not json}", PayloadKind::Text);
        row("application/json", QByteArray("\0\1\2", 3), PayloadKind::Binary);
        row("application/x-www-form-urlencoded", "a=b&c=d", PayloadKind::Form);
        row("multipart/form-data; boundary=x", QByteArray("--x\0", 4), PayloadKind::Multipart);
        row("application/xml", "<a/>", PayloadKind::Xml);
        row("", "<?xml version=\"1.0\"?>", PayloadKind::Xml);
        row("text/html", "<b>", PayloadKind::Html);
        row("application/x-ndjson", "{}\n{}", PayloadKind::JsonLines);
        row("application/json", QByteArray("\x89PNG\r\n\x1a\n", 8), PayloadKind::Image);
        row("", QByteArray("\x1F\x8B\x08", 3), PayloadKind::Compressed);
        row("text/plain", "BM is a start of a text", PayloadKind::Text);
        row("text/plain", "caf\xE9", PayloadKind::Text);
        row("application/octet-stream", "\x01\x02", PayloadKind::Binary);
        row("", QByteArray(4095, 'a') + "\xC3\xA9", PayloadKind::Text);
    }
    void kinds()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, start);
        QFETCH(PayloadKind, kind);
        QCOMPARE(payloadKindOf(type, start), kind);
    }
};

QTEST_APPLESS_MAIN(TestJsonDocument)
#include "tst_json_document.moc"
