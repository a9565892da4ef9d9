#include "desktop/json/JsonHints.h"
#include "desktop/json/JsonTreeView.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace creel;

namespace
{

std::shared_ptr<const JsonDocument> documentOf(const QByteArray& text)
{
    return std::make_shared<const JsonDocument>(text);
}

QString value(const QModelIndex& index)
{
    return index.data(JsonTreeModel::ValueRole).toString();
}

} // namespace

class TestJsonTree : public QObject
{
    Q_OBJECT
private slots:
    void readsWhereItIsOpened()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch inside of an insertion
        model.setDocument(documentOf("{\"b\":[1.0,{\"c\":null}],\"b\":\"x\\n\",\"\":true}"), 0);
        const QModelIndex root = model.index(0, 0);
        model.fetchMore(root);
        QCOMPARE(model.rowCount(root), 3);
        QVERIFY(value(root).startsWith(QStringLiteral("{} 3")));
        const QModelIndex first = model.index(0, 0, root);
        QCOMPARE(first.data(JsonTreeModel::NameRole).toString(), QStringLiteral("b"));
        QVERIFY(model.hasChildren(first));
        QCOMPARE(model.rowCount(first), 0);
        model.fetchMore(first);
        QCOMPARE(model.rowCount(first), 2);
        QCOMPARE(value(model.index(0, 0, first)), QStringLiteral("1.0"));
        // The second of the same name, with its line feed visible.
        QCOMPARE(value(model.index(1, 0, root)), QStringLiteral("\"x%1\"").arg(QChar(0x21B5)));
        QCOMPARE(model.valueOf(model.index(1, 0, root)), QByteArray("x\n"));
        QCOMPARE(model.rawOf(model.index(1, 0, root)), QByteArray("\"x\\n\""));
    }

    void emptyAndScalar()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch inside of an insertion
        for (const QByteArray& text : {QByteArray("[]"), QByteArray("{}"), QByteArray("12e400"), QByteArray("\"a\"")}) {
            model.setDocument(documentOf(text), 0);
            QCOMPARE(model.rowCount(), 1);
            QVERIFY(!model.hasChildren(model.index(0, 0)));
        }
        model.setDocument(documentOf("[ ]"), 0);
        model.fetchMore(model.index(0, 0));
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QVERIFY(!model.hasChildren(model.index(0, 0)));
        model.setDocument(documentOf("oops"), 0);
        QCOMPARE(model.rowCount(), 0);
        model.setDocument(nullptr, 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void rangesOfThousands()
    {
        QByteArray text = "[";
        for (int i = 0; i < 2500; ++i)
            text += (i ? "," : "") + QByteArray::number(i);
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch inside of an insertion
        model.setDocument(documentOf(text + "]"), 0);
        const QModelIndex root = model.index(0, 0);
        model.fetchMore(root);
        QTRY_COMPARE(model.rowCount(root), 3);
        const QModelIndex last = model.index(2, 0, root);
        QCOMPARE(last.data(JsonTreeModel::KindRole).toInt(), -1);
        model.fetchMore(last);
        QTRY_COMPARE(model.rowCount(last), 500);
        QCOMPARE(value(model.index(499, 0, last)), QStringLiteral("2499"));
        QCOMPARE(model.pathOf(model.index(499, 0, last)), QStringLiteral("[2499]"));
    }

    void largeIsReadOnAnotherThread()
    {
        const QByteArray text = "{\"a\":[" + QByteArray("[1,2],").repeated(30'000) + "0],\"z\":1}";
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch inside of an insertion
        model.setDocument(documentOf(text), 0);
        const QModelIndex root = model.index(0, 0);
        model.fetchMore(root);
        QCOMPARE(model.rowCount(root), 0);
        QTRY_COMPARE(model.rowCount(root), 2);
        // A new document drops what is on its way.
        model.fetchMore(model.index(0, 0, root));
        model.setDocument(documentOf("[1]"), 0);
        QTest::qWait(20);
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    }

    void startOfALargeOneComesFirst_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rows"); // in the end
        QTest::addColumn<QString>("last"); // visible form
        const QByteArray long1 = "\"" + QByteArray(60'000, 'x') + "\"";
        // More than the first look reads, with the children in one member behind a small one.
        QTest::newRow("one large member")
            << QByteArray("{\"id\":1,\"data\":[" + (long1 + ",").repeated(200) + "0],\"end\":true}") << 3
            << QStringLiteral("true");
        QTest::newRow("a few large elements")
            << QByteArray("[" + (long1 + ",").repeated(200) + "7]") << 201 << QStringLiteral("7");
        QTest::newRow("ranges from the start") << QByteArray("[" + QByteArray("[1,2],").repeated(2'000'000) + "8]") << 3
                                               << QStringLiteral("2,000,000 to 2,000,000");
        QTest::newRow("values, then ranges")
            << QByteArray("[" + (QByteArray("\"") + QByteArray(9'000, 'y') + "\",").repeated(1'500) + "9]") << 1001
            << QStringLiteral("1,000 to 1,500");
    }
    void startOfALargeOneComesFirst()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, rows);
        QFETCH(QString, last);
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch inside of an insertion
        model.setDocument(documentOf(text), 0);
        const QModelIndex root = model.index(0, 0);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.fetchMore(root);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(root), rows, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(value(model.index(rows - 1, 0, root)), last, 60'000);
        QVERIFY(inserted.size() >= 2); // the start, then the rest
        QCOMPARE(inserted.at(0).at(1).toInt(), 0);
        QVERIFY(inserted.at(0).at(2).toInt() < rows);
        // Where the first look ended inside a value, that value is whole now.
        const QModelIndex second = model.index(1, 0, root);
        if (second.data(JsonTreeModel::KindRole).toInt() == static_cast<int>(JsonKind::Array))
            QVERIFY(model.rawOf(second).endsWith(",0]"));
    }

    void reveals()
    {
        QByteArray text = "{\"list\":[";
        for (int i = 0; i < 30'000; ++i)
            text += QByteArray(i ? "," : "") + "{\"n\":[" + QByteArray::number(i) + "]}";
        text += "],\"end\":{\"deep\":[{\"here\":\"needle\"}]}}";
        JsonTreeModel model;
        model.setDocument(documentOf(text), 0);
        QSignalSpy spy(&model, &JsonTreeModel::revealed);
        model.reveal(text.indexOf("needle"));
        QTRY_COMPARE(spy.size(), 1);
        QModelIndex index = spy.takeFirst().at(0).toModelIndex();
        QCOMPARE(model.pathOf(index), QStringLiteral("end.deep[0].here"));
        QCOMPARE(model.pointerOf(index), QByteArray("/end/deep/0/here"));
        model.reveal(text.indexOf("[23456]") + 1);
        QTRY_COMPARE(spy.size(), 1);
        index = spy.takeFirst().at(0).toModelIndex();
        QCOMPARE(model.pathOf(index), QStringLiteral("list[23456].n[0]"));
    }

    void brokenShowsTheErrorLast()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tester.setUseFetchMore(false); // it would fetch inside of an insertion
        model.setDocument(documentOf("{\"a\":1,\"b\":[1,2 3]}"), 0);
        const QModelIndex root = model.index(0, 0);
        model.fetchMore(root);
        QCOMPARE(model.rowCount(root), 2);
        const QModelIndex b = model.index(1, 0, root);
        model.fetchMore(b);
        QCOMPARE(model.rowCount(b), 3);
        QVERIFY(model.index(2, 0, b).data(JsonTreeModel::IsErrorRole).toBool());
        QVERIFY(model.valueOf(model.index(2, 0, b)).isEmpty());
    }

    void pathsOfOddNames()
    {
        JsonTreeModel model;
        model.setDocument(documentOf("{\"odd name\":{\"a/b~c\":[{\"\\\"\":0}]}}"), 0);
        QSignalSpy spy(&model, &JsonTreeModel::revealed);
        model.reveal(28);
        QCOMPARE(spy.size(), 1);
        const QModelIndex index = spy.at(0).at(0).toModelIndex();
        QCOMPARE(model.pathOf(index), QStringLiteral("[\"odd name\"][\"a/b~c\"][0][\"\\\"\"]"));
        QCOMPARE(model.pointerOf(index), QByteArray("/odd name/a~1b~0c/0/\""));
    }

    void hints()
    {
        QCOMPARE(javaScriptNumber("9007199254740993"), QByteArray("9007199254740992"));
        QCOMPARE(javaScriptNumber("12345678901234567890"), QByteArray("12345678901234567000"));
        QCOMPARE(javaScriptNumber("-1e2"), QByteArray("-100"));
        QCOMPARE(javaScriptNumber("1e400"), QByteArray("Infinity"));
        QVERIFY(unsafeNumberHint("9007199254740993").contains(QStringLiteral("992")));
        QVERIFY(unsafeNumberHint("9007199254740992").isEmpty());
        QVERIFY(unsafeNumberHint("1795468992").isEmpty());
        QVERIFY(unsafeNumberHint("1.5").isEmpty());
        QCOMPARE(momentOf("created", JsonKind::Number, "1795468992"), qint64(1'795'468'992'000'000));
        QCOMPARE(momentOf("createdAt", JsonKind::String, "1795468992123"), qint64(1'795'468'992'123'000));
        QCOMPARE(momentOf("x", JsonKind::String, "2026-11-23T21:23:12Z"), qint64(1'795'468'992'000'000));
        QVERIFY(!momentOf("amount", JsonKind::Number, "1795468992"));
        QVERIFY(!momentOf("time", JsonKind::Number, "12"));
        QVERIFY(momentHint(1'795'468'992'000'000, 1'795'469'016'000'000).contains(QStringLiteral("24 s before")));
    }

    void viewCopies()
    {
        JsonTreeView view;
        view.resize(600, 400);
        view.setDocument(documentOf("{\"a\":{\"b\":\"v\\u0061l\"}}"), 0);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        JsonTreeModel& model = view.jsonModel();
        const QModelIndex a = model.index(0, 0, model.index(0, 0));
        QVERIFY(view.isExpanded(a)); // small: opened by itself
        QSignalSpy spy(&view, &JsonTreeView::currentPathChanged);
        view.setCurrentIndex(model.index(0, 0, a));
        QCOMPARE(spy.last().at(0).toString(), QStringLiteral("a.b"));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("val"));
        view.copyRaw();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\"v\\u0061l\""));
        view.copyPath();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("a.b"));
        view.copyKey();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("b"));
        view.copyPointer();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("/a/b"));
    }
};

QTEST_MAIN(TestJsonTree)
#include "tst_json_tree.moc"
