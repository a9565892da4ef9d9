#include "base/StopToken.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/HeadersView.h"
#include "desktop/event/ResponseView.h"
#include "desktop/event/SignatureView.h"
#include "desktop/event/TextRows.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace creel;

namespace
{

/** Markup, escapes, controls and direction marks: what a hostile sender would try. */
const QByteArray hostile = QByteArray("<img src=x onerror=alert(1)><b>&amp;\x1b[31m\x07\xE2\x80\xAE"
                                      "evil\xE2\x80\x8B\0end\xFF",
    57);

bool isPlain(const QString& text)
{
    for (const QChar c : text) {
        if ((c.unicode() < 0x20 && c != QLatin1Char('\n')) || c.unicode() == 0x202E || c.unicode() == 0x200B)
            return false;
    }
    return true;
}

void checkLabels(const QWidget& widget)
{
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
        QVERIFY2(isPlain(label->text()), qPrintable(label->text()));
    }
}

void checkNames(const QWidget& widget)
{
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        if (child->focusPolicy() == Qt::NoFocus || child->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(child);
        const bool named = !child->accessibleName().isEmpty() || (button && !button->text().isEmpty())
            || qobject_cast<const QScrollBar*>(child) || child->inherits("QScrollArea")
            || child->inherits("QHeaderView") || child->inherits("QTabBar") || child->inherits("QToolButton");
        QVERIFY2(named, qPrintable(QString::fromLatin1(child->metaObject()->className()) + child->objectName()));
    }
}

} // namespace

class TestEventViews : public QObject
{
    Q_OBJECT
private slots:
    void rows()
    {
        QByteArray text;
        for (int i = 0; i < 1000; ++i)
            text += QByteArray::number(i) + (i % 7 == 0 ? QByteArray(100, 'x') : QByteArray()) + "\n";
        text += "\xC3\xA9\xC3\xA9 no line end";
        TextRows rows;
        rows.start(text, 40);
        while (rows.extend(500))
            ;
        QVERIFY(rows.done());
        QByteArray again;
        for (qint64 i = 0; i < rows.count(); ++i) {
            const TextRows::Row row = rows.row(i);
            QCOMPARE(row.offset, again.size());
            QCOMPARE(rows.rowOf(row.offset), i);
            QCOMPARE(rows.rowOf(row.offset + row.size - 1), i);
            again += text.mid(row.offset, row.size);
        }
        QCOMPARE(again, text);
        rows.start({}, 40);
        QVERIFY(!rows.extend(100));
        QCOMPARE(rows.count(), 1);
        QCOMPARE(rows.row(0).size, 0);
    }

    /** What is escaped takes more room than what it stands for: no row may go on behind the edge. */
    void rowsFitTheirColumns()
    {
        QByteArray text =
            "{\"rlo\":\"abc\xE2\x80\xAEgnp.exe\",\"t\":\"\t\t\t\",\"c\":\"" + QByteArray(20, '\x01') + "\"}\r\n";
        for (int byte = 0; byte < 256; ++byte)
            text += static_cast<char>(byte);
        text += QByteArray(39, 'x') + "\r\n" + QByteArray(40, 'y') + '\n' + hostile;
        for (const int columns : {8, 40, 57}) {
            TextRows rows;
            rows.start(text, columns);
            while (rows.extend(64))
                ;
            QByteArray again;
            for (qint64 i = 0; i < rows.count(); ++i) {
                const TextRows::Row place = rows.row(i);
                const RowText row = textRow(text, place.offset, place.size, false);
                QVERIFY2(row.text.size() <= columns, qPrintable(row.text));
                QVERIFY(isPlain(row.text));
                again += text.mid(place.offset, place.size);
            }
            QCOMPARE(again, text);
        }
        TextRows wide;
        wide.start(QByteArray("\xE4\xB8\xAD").repeated(30), 40);
        while (wide.extend(64))
            ;
        QCOMPARE(wide.count(), 2); // two columns each
    }

    void visibleText()
    {
        const RowText row = textRow(hostile, 0, hostile.size(), false);
        QVERIFY(isPlain(row.text));
        QCOMPARE(row.byteOf.size(), size_t(row.text.size()) + 1);
        QVERIFY(row.text.contains(QStringLiteral("<img src=x")));
        QVERIFY(row.text.endsWith(QStringLiteral("\\xff")));
        QVERIFY(row.text.contains(QStringLiteral("\\x1b[31m\\x07<U+202E>evil")));
        QCOMPARE(textRow("a\rb\r\n", 0, 5, false).text, QStringLiteral("a\\rb"));
        QVERIFY(std::is_sorted(row.byteOf.begin(), row.byteOf.end()));
        const RowText marked = textRow("a b\tc\n", 0, 6, true);
        QCOMPARE(marked.text, QStringLiteral("a%1b%2c%3").arg(QChar(0xB7), QChar(0x2192), QChar(0x21B5)));
        const RowText hex = hexRow(QByteArray("0123456789abcdef") + hostile, 16);
        QVERIFY(hex.text.startsWith(QStringLiteral("00000010  3c 69 6d 67")));
        QVERIFY(isPlain(hex.text));
        QCOMPARE(hex.text.mid(hexLayout::letters, 4), QStringLiteral("<img"));
    }

    void colorsOfJson()
    {
        const QByteArray text = "{\n  \"a\": \"b\",\n  \"n\": -1.5,\n  \"t\": true\n}";
        RowText row = textRow(text, 2, 12, false);
        colorJson(text, 2, row);
        QMap<int, ColorRole> roles;
        for (const RowColor& color : row.colors)
            roles.insert(color.from, color.role);
        QCOMPARE(roles.value(2), ColorRole::JsonName);
        QCOMPARE(roles.value(7), ColorRole::JsonString);
    }

    void search()
    {
        const QByteArray text = "one Two three two";
        QCOMPARE(findBytes(text, "two", 0, false, {}), 4);
        QCOMPARE(findBytes(text, "TWO", 5, false, {}), 14);
        QCOMPARE(findBytes(text, "two", 15, false, {}), 4); // around the end
        QCOMPARE(findBytes(text, "two", 13, true, {}), 4);
        QCOMPARE(findBytes(text, "two", 3, true, {}), 14);
        QCOMPARE(findBytes(text, "four", 0, false, {}), -1);
        QCOMPARE(findBytes(text, "", 0, false, {}), -1);
        QCOMPARE(findBytes("a", "ab", 0, false, {}), -1);
    }

    void bytesCopyExactly()
    {
        BytesView view;
        view.resize(500, 300);
        view.setBytes("line one\nz\xC3\xA9 two", BytesView::Mode::Text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.rowCount(), 2);
        view.select(9, 3);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("z\u00e9"));
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        view.copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("line one\nz\u00e9 two"));
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.selection(), std::pair(qsizetype(0), qsizetype(2)));
        view.setBytes("line one", BytesView::Mode::Hex);
        view.select(0, 4);
        view.copy();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("6c 69 6e 65"));
    }

    void largeBytesScroll()
    {
        BytesView view;
        view.resize(700, 400);
        view.setBytes(QByteArray(20'000'000, 'x') + "\nthe end", BytesView::Mode::Text);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.select(20'000'001, 7);
        QTRY_VERIFY_WITH_TIMEOUT(view.verticalScrollBar()->value() > 100'000, 30'000);
        view.grab();
        QCOMPARE(view.rowText(view.rowCount() - 1), QStringLiteral("the end"));
    }

    void bodyOfJson()
    {
        BodyView view;
        view.resize(700, 500);
        view.show();
        view.setBody("{\"a\":[1,2],\"needle\":\"x\"}", "application/json", 0);
        QCOMPARE(view.view(), BodyView::View::Tree);
        view.setView(BodyView::View::Pretty);
        QTRY_COMPARE(view.bytesView(BodyView::View::Pretty).bytes(),
            QByteArray("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"needle\": \"x\"\n}"));
        view.setView(BodyView::View::Raw);
        view.focusFind();
        auto* find = view.findChild<QLineEdit*>();
        QTest::keyClicks(find, QStringLiteral("NEEDLE"));
        QTRY_COMPARE(view.bytesView(BodyView::View::Raw).selection(), std::pair(qsizetype(12), qsizetype(6)));
        view.setView(BodyView::View::Tree);
        QSignalSpy spy(&view.tree(), &JsonTreeView::currentPathChanged);
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_VERIFY(!spy.isEmpty() && spy.last().at(0).toString() == QStringLiteral("needle"));
        find->clear();
        QTest::keyClicks(find, QStringLiteral("nowhere"));
        QTRY_VERIFY([&] {
            for (const QLabel* label : view.findChildren<QLabel*>())
                if (label->text() == QStringLiteral("Not found"))
                    return true;
            return false;
        }());
        // Another body: the wish for the tree stays, where there is one.
        view.setBody("plain", "text/plain", 0);
        QCOMPARE(view.view(), BodyView::View::Raw);
        QVERIFY(!view.has(BodyView::View::Tree));
        view.setBody(QByteArray("\0\1\2", 3), {}, 0);
        QCOMPARE(view.view(), BodyView::View::Hex);
        view.setBody("[]", {}, 0);
        QCOMPARE(view.view(), BodyView::View::Tree);
        checkLabels(view);
        checkNames(view);
    }

    void bodyThatIsBroken()
    {
        BodyView view;
        view.resize(700, 500);
        view.show();
        view.setBody("{\"a\":1,\n\"b\" 2}", "application/json", 0);
        QPushButton* problem = nullptr;
        for (QPushButton* button : view.findChildren<QPushButton*>()) {
            if (button->accessibleName().contains(QStringLiteral("stops being JSON")))
                problem = button;
        }
        QVERIFY(problem);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("Line 2, column 5 (byte 12)")));
        problem->click();
        QCOMPARE(view.view(), BodyView::View::Raw);
        QCOMPARE(view.bytesView(BodyView::View::Raw).selection().first, 12);
    }

    void hostileBody()
    {
        BodyView view;
        view.resize(700, 500);
        view.show();
        for (const char* type : {"application/json", "text/html", "text/plain", "image/svg+xml"}) {
            view.setBody(hostile, type, 0);
            view.setBody("{\"" + QByteArray(hostile).replace('"', "") + "\":1}", type, 0);
            view.grab();
            checkLabels(view);
        }
        view.setBody(QByteArray(200'000, '['), "application/json", 0);
        QTest::qWait(10);
        view.grab();
    }

    void headersAsTheyCame()
    {
        HeadersView view;
        view.resize(600, 400);
        HeaderList headers{{"X-b", "1"}, {"x-A", hostile}, {"X-b", "2"}};
        view.setHead("POST / HTTP/1.1", headers, HeaderList{{"Checksum", "9"}}, "POST / HTTP/1.1\r\nX-b: 1\r\n\r\n");
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.model().rowCount(), 4);
        QCOMPARE(view.model().index(0, 0).data().toString(), QStringLiteral("X-b"));
        QVERIFY(isPlain(view.model().index(1, 1).data().toString()));
        view.table().setCurrentIndex(view.model().index(2, 1));
        QTest::keyClick(&view.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("2"));
        view.copyLine();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("X-b: 2"));
        view.copyAll();
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("POST / HTTP/1.1\r\nX-b")));
        checkLabels(view);
        checkNames(view);
    }

    void signaturesAligned()
    {
        const AlignedSignatures one =
            alignSignatures(QStringLiteral("received"), "aabbcc", QStringLiteral("expected"), "aaxxcc", 80);
        QCOMPARE(one.text, QByteArray("received aabbcc\nexpected aaxxcc"));
        QCOMPARE(one.differences.size(), size_t(2));
        QCOMPARE(one.text.mid(one.differences[0].offset, one.differences[0].size), QByteArray("bb"));
        QCOMPARE(one.text.mid(one.differences[1].offset, one.differences[1].size), QByteArray("xx"));
        const AlignedSignatures cut =
            alignSignatures(QStringLiteral("r"), QByteArray(20, 'a'), QStringLiteral("e"), QByteArray(12, 'a'), 10);
        QCOMPARE(cut.text, QByteArray("r aaaaaaaa\ne aaaaaaaa\n  aaaaaaaa\n  aaaa\n  aaaa"));
        // SHA-256 in hex where 57 fit: two halves, no rest of seven
        const AlignedSignatures even =
            alignSignatures(QStringLiteral("r"), QByteArray(64, 'a'), QStringLiteral("e"), QByteArray(64, 'b'), 59);
        QCOMPARE(even.text,
            "r " + QByteArray(32, 'a') + "\ne " + QByteArray(32, 'b') + "\n  " + QByteArray(32, 'a') + "\n  "
                + QByteArray(32, 'b'));
        const AlignedSignatures alone = alignSignatures(QStringLiteral("r"), "abc", QStringLiteral("e"), {}, 40);
        QCOMPARE(alone.text, QByteArray("r abc"));
        QVERIFY(alone.differences.empty());
    }

    void signatureStates()
    {
        SignatureView view;
        view.resize(560, 700);
        view.show();
        auto* addSecret = view.findChild<QPushButton*>(QStringLiteral("addSecret"));
        auto* verdict = view.findChild<QLabel*>(QStringLiteral("verdict"));
        auto* reason = view.findChild<QLabel*>(QStringLiteral("reason"));
        QSignalSpy spy(&view, &SignatureView::addSecretRequested);
        QVERIFY(addSecret->isVisible()); // no scheme
        addSecret->click();
        QCOMPARE(spy.size(), 1);

        Verification bad;
        bad.signature = SignatureState::Invalid;
        bad.freshness = Freshness::Stale;
        bad.ageS = 4000;
        bad.header = hostile;
        bad.expected = "aaaa";
        bad.received = hostile;
        bad.signedContent = "1." + hostile;
        bad.reason = QStringLiteral("It does not match <b>%1</b>").arg(QChar(0x202E));
        bad.hints = {{"wrong", QStringLiteral("A <i>hint</i>")}};
        view.setVerification(bad, {QStringLiteral("stripe"), true, 1'700'000'000'000'000});
        QVERIFY(!addSecret->isVisible());
        QVERIFY(verdict->text().contains(QStringLiteral("Invalid")));
        QVERIFY(reason->text().contains(QStringLiteral("<b>")));
        QCOMPARE(view.content().bytes(), "1." + hostile);
        QVERIFY(view.explanation().contains(QStringLiteral("A <i>hint</i>")));
        view.grab();
        checkLabels(view);
        checkNames(view);

        Verification good;
        good.signature = SignatureState::Valid;
        good.secret = QStringLiteral("live");
        view.setVerification(good, {QStringLiteral("github"), true, 0});
        QVERIFY(verdict->text().contains(QStringLiteral("Valid")));
        QVERIFY(!view.findChild<QWidget*>(QStringLiteral("contentPart"))->isVisible());
        QVERIFY(!view.explanation().contains(QStringLiteral("hint")));

        Verification none;
        view.setVerification(none, {QStringLiteral("github"), false, 0});
        QVERIFY(addSecret->isVisible());
        view.setError(QStringLiteral("The keychain is locked."));
        QVERIFY(reason->text().contains(QStringLiteral("locked")));
    }

    void answers()
    {
        ResponseView view;
        view.resize(560, 600);
        view.show();
        EventDetail detail;
        view.setDetail(detail);
        QVERIFY(view.findChildren<QLabel*>().first());
        auto answer = std::make_shared<Answer>();
        answer->status = 202;
        answer->headers = {{"Content-Type", "application/json"}};
        answer->body = "{\"ok\":true}";
        answer->delayMs = 50;
        detail.answer = answer;
        detail.answerOutcome = AnswerOutcome::ClientGone;
        view.setDetail(detail);
        QStringList texts;
        for (const QLabel* label : view.findChildren<QLabel*>())
            texts << label->text();
        const QString all = texts.join(QLatin1Char('\n'));
        QVERIFY(all.contains(QStringLiteral("202 Accepted")));
        QVERIFY(all.contains(QStringLiteral("closed the connection")));
        QVERIFY(all.contains(QStringLiteral("50 ms")));
        checkLabels(view);
        checkNames(view);
    }
};

QTEST_MAIN(TestEventViews)
#include "tst_event_views.moc"
