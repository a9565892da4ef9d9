#include "desktop/PlainText.h"
#include "desktop/theme/StyleSheet.h"
#include "desktop/theme/Theme.h"

#include <QHBoxLayout>
#include <QtTest>

using namespace creel;

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void textCanBeRead_data();
    void textCanBeRead();
    void systemColorsCanBeRead();
    void paletteTellsItsTheme();
    void everyNameOfTheSheetIsReplaced();
    void toolTipsArePlain();
    void labelsArePlain();
    void steadyTextLaysOutNothing();
};

namespace
{

void checkContrast(const ThemeColors& colors, ColorRole text, ColorRole ground)
{
    const double ratio = contrastRatio(colors[text], colors[ground]);
    QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("role %1 on %2: %3").arg(int(text)).arg(int(ground)).arg(ratio)));
}

} // namespace

void TestTheme::textCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textCanBeRead()
{
    QFETCH(bool, dark);
    const ThemeColors& colors = dark ? ThemeColors::dark() : ThemeColors::light();
    using R = ColorRole;
    for (const R ground : {R::Window, R::Base, R::Alternate}) {
        for (const R text : {R::Text, R::Secondary, R::Accent, R::Valid, R::Invalid, R::Stale, R::Neutral, R::Malformed,
                 R::JsonName, R::JsonString, R::JsonNumber, R::JsonHint})
            checkContrast(colors, text, ground);
    }
    for (const R text : {R::Text, R::Secondary, R::Valid, R::Invalid, R::Stale, R::Neutral, R::Malformed, R::JsonName,
             R::JsonString, R::JsonNumber})
        checkContrast(colors, text, R::Selection);
    checkContrast(colors, R::OnAccent, R::Accent);
    checkContrast(colors, R::Text, R::AccentTint);
    checkContrast(colors, R::Valid, R::ValidTint);
    checkContrast(colors, R::Invalid, R::InvalidTint);
    checkContrast(colors, R::Stale, R::StaleTint);
    for (const R tint : {R::ValidTint, R::InvalidTint, R::StaleTint})
        checkContrast(colors, R::Text, tint);
}

void TestTheme::systemColorsCanBeRead()
{
    QPalette highContrast;
    highContrast.setColor(QPalette::Window, Qt::black);
    highContrast.setColor(QPalette::Base, Qt::black);
    highContrast.setColor(QPalette::AlternateBase, Qt::black);
    highContrast.setColor(QPalette::Text, Qt::yellow);
    highContrast.setColor(QPalette::WindowText, Qt::yellow);
    highContrast.setColor(QPalette::Highlight, QColor(0, 0, 128));
    const ThemeColors colors = ThemeColors::fromSystem(highContrast);
    QCOMPARE(colors[ColorRole::Base], QColor(Qt::black));
    QCOMPARE(colors[ColorRole::Text], QColor(Qt::yellow));
    for (const ColorRole text : {ColorRole::Secondary, ColorRole::Accent, ColorRole::Valid, ColorRole::Invalid,
             ColorRole::Stale, ColorRole::Neutral, ColorRole::Malformed})
        checkContrast(colors, text, ColorRole::Base);
    checkContrast(colors, ColorRole::OnAccent, ColorRole::Accent);
}

void TestTheme::paletteTellsItsTheme()
{
    for (const ThemeColors* colors : {&ThemeColors::light(), &ThemeColors::dark()})
        QCOMPARE(themeColor(colors->toPalette(), ColorRole::Malformed), (*colors)[ColorRole::Malformed]);
    QPalette system;
    system.setColor(QPalette::Base, QColor(1, 2, 3));
    QCOMPARE(themeColor(system, ColorRole::Base), QColor(1, 2, 3));
}

void TestTheme::everyNameOfTheSheetIsReplaced()
{
    for (const ThemeColors* colors : {&ThemeColors::light(), &ThemeColors::dark()}) {
        const QString sheet = styleSheet(*colors);
        QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 20)));
        QVERIFY(sheet.contains((*colors)[ColorRole::OnAccent].name()));
    }
}

void TestTheme::toolTipsArePlain()
{
    const QString tip = plainToolTip(u"<img src=x>\u202Eevil");
    QVERIFY(tip.contains(QStringLiteral("&lt;img src=x&gt;&lt;U+202E&gt;evil")));
    QVERIFY(plainToolTip({}).isEmpty());
    QCOMPARE(plainMenuText(u"a&b"), QStringLiteral("a&&b"));
}

void TestTheme::labelsArePlain()
{
    PlainLabel label;
    label.setSenderText(u"<b>bold</b>\u202E");
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QCOMPARE(label.text(), QStringLiteral("<b>bold</b><U+202E>"));
}

void TestTheme::steadyTextLaysOutNothing()
{
    struct Parent : QWidget {
        int layouts = 0;
        bool event(QEvent* event) override
        {
            layouts += event->type() == QEvent::LayoutRequest ? 1 : 0;
            return QWidget::event(event);
        }
    } parent;
    QHBoxLayout layout(&parent);
    auto* label = new PlainLabel(&parent);
    layout.addWidget(label);
    parent.show();
    QVERIFY(QTest::qWaitForWindowExposed(&parent));
    const auto count = [label] {
        for (int i = 0; i < 50; ++i) {
            label->setSteadyText(QStringLiteral("1 000 0%1").arg(i, 2, 10, QLatin1Char('0')));
            QCoreApplication::sendPostedEvents();
        }
    };
    count(); // in some fonts not all digits are equally wide
    parent.layouts = 0;
    count();
    QCOMPARE(label->text(), QStringLiteral("1 000 049"));
    QCOMPARE(parent.layouts, 0);
    const int before = label->width();
    label->setSteadyText(QStringLiteral("much longer than it was before"));
    QCoreApplication::sendPostedEvents();
    QVERIFY(parent.layouts > 0);
    QTRY_VERIFY(label->width() > before);
    QVERIFY(label->width() >= label->fontMetrics().horizontalAdvance(label->text()));
    label->setSteadyText(QStringLiteral("1"));
    QTRY_VERIFY(label->width() < before);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
