#include "desktop/theme/Theme.h"

#include "desktop/theme/StyleSheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

#include <cmath>
#include <memory>

namespace creel
{
namespace
{

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

std::array<QColor, colorRoleCount> table(const std::array<QRgb, colorRoleCount>& values)
{
    std::array<QColor, colorRoleCount> colors;
    for (std::size_t i = 0; i < colorRoleCount; ++i)
        colors[i] = rgb(0xff000000U | values[i]);
    return colors;
}

// In the order of ColorRole.
constexpr std::array<QRgb, colorRoleCount> lightValues{
    0xf4f5f7, 0xffffff, 0xfafbfc, 0xdfe3e8, 0x1b1f24, 0x5b6573, // window ... secondary
    0x0b6e78, 0xe3f2f3, 0xd8ecee, 0xffffff, // accent, its tint, selection, text on the accent
    0x17752f, 0xb42318, 0x8a5a00, 0xe6f4ea, 0xfdeceb, 0xfdf3dc, // valid, invalid, stale and their tints
    0x5b6573, 0x6f42c1, // neutral, malformed
    0x0b6e78, 0x8a3b12, 0x1f4fa3, 0x5b6573, // JSON
};
constexpr std::array<QRgb, colorRoleCount> darkValues{
    0x1e2125, 0x16181b, 0x1a1d20, 0x33383f, 0xe4e7eb, 0x9ea8b5, //
    0x4fb8c2, 0x17353a, 0x1d3f45, 0x16181b, //
    0x58c374, 0xff8a80, 0xe5b454, 0x173321, 0x3b1c1b, 0x382d12, //
    0x9ea8b5, 0xb99bf2, //
    0x6fcbd4, 0xe0a178, 0x8fb6f5, 0x9ea8b5, //
};

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * channel(double(c.redF())) + 0.7152 * channel(double(c.greenF()))
        + 0.0722 * channel(double(c.blueF()));
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](float x, float y) { return float(double(x) * (1 - share) + double(y) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

/** `wanted`, moved towards `text` until it can be read on `ground`. */
QColor readable(QColor wanted, const QColor& ground, const QColor& text)
{
    for (int step = 0; step < 10 && contrastRatio(wanted, ground) < 4.5; ++step)
        wanted = mixed(wanted, text, 0.2);
    return contrastRatio(wanted, ground) < 4.5 ? text : wanted;
}

QFont sized(QFont font, int pixels)
{
    font.setPixelSize(pixels);
    return font;
}

} // namespace

const ThemeColors& ThemeColors::light()
{
    static const ThemeColors colors(table(lightValues));
    return colors;
}

const ThemeColors& ThemeColors::dark()
{
    static const ThemeColors colors(table(darkValues));
    return colors;
}

ThemeColors ThemeColors::fromSystem(const QPalette& p)
{
    const QColor base = p.color(QPalette::Base);
    const QColor text = p.color(QPalette::Text);
    ThemeColors colors = luminance(base) < 0.18 ? dark() : light();
    auto& c = colors.m_colors;
    const auto at = [&c](ColorRole role) -> QColor& { return c[std::size_t(role)]; };
    const QColor highlight = p.color(QPalette::Highlight);
    at(ColorRole::Window) = p.color(QPalette::Window);
    at(ColorRole::Base) = base;
    at(ColorRole::Alternate) = p.color(QPalette::AlternateBase);
    at(ColorRole::Line) = mixed(p.color(QPalette::Window), p.color(QPalette::WindowText), 0.3);
    at(ColorRole::Text) = text;
    at(ColorRole::Secondary) = readable(mixed(text, base, 0.3), base, text);
    at(ColorRole::Accent) = readable(highlight, base, text);
    at(ColorRole::AccentTint) = mixed(base, highlight, 0.12);
    at(ColorRole::Selection) = mixed(base, highlight, 0.25);
    at(ColorRole::OnAccent) = contrastRatio(at(ColorRole::Accent), base) >= 4.5 ? base : text;
    for (const ColorRole role :
        {ColorRole::Valid, ColorRole::Invalid, ColorRole::Stale, ColorRole::Neutral, ColorRole::Malformed,
            ColorRole::JsonName, ColorRole::JsonString, ColorRole::JsonNumber, ColorRole::JsonHint})
        at(role) = readable(at(role), base, text);
    at(ColorRole::ValidTint) = mixed(base, at(ColorRole::Valid), 0.1);
    at(ColorRole::InvalidTint) = mixed(base, at(ColorRole::Invalid), 0.1);
    at(ColorRole::StaleTint) = mixed(base, at(ColorRole::Stale), 0.1);
    return colors;
}

ThemeColors ThemeColors::of(const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor line = palette.color(QPalette::Active, QPalette::Mid);
    for (const ThemeColors* known : {&light(), &dark()}) {
        if (line == (*known)[ColorRole::Line]
            && (base == (*known)[ColorRole::Base] || base == (*known)[ColorRole::Window]))
            return *known;
    }
    return fromSystem(palette);
}

QPalette ThemeColors::toPalette() const
{
    const ThemeColors& c = *this;
    QPalette p;
    p.setColor(QPalette::Window, c[ColorRole::Window]);
    p.setColor(QPalette::WindowText, c[ColorRole::Text]);
    p.setColor(QPalette::Base, c[ColorRole::Base]);
    p.setColor(QPalette::AlternateBase, c[ColorRole::Alternate]);
    p.setColor(QPalette::Text, c[ColorRole::Text]);
    p.setColor(QPalette::PlaceholderText, c[ColorRole::Secondary]);
    p.setColor(QPalette::Button, c[ColorRole::Base]);
    p.setColor(QPalette::ButtonText, c[ColorRole::Text]);
    p.setColor(QPalette::BrightText, c[ColorRole::OnAccent]);
    p.setColor(QPalette::ToolTipBase, c[ColorRole::Base]);
    p.setColor(QPalette::ToolTipText, c[ColorRole::Text]);
    p.setColor(QPalette::Link, c[ColorRole::Accent]);
    p.setColor(QPalette::LinkVisited, c[ColorRole::Accent]);
    p.setColor(QPalette::Highlight, c[ColorRole::Selection]);
    p.setColor(QPalette::HighlightedText, c[ColorRole::Text]);
    p.setColor(QPalette::Light, c[ColorRole::Base]);
    p.setColor(QPalette::Midlight, c[ColorRole::Alternate]);
    p.setColor(QPalette::Mid, c[ColorRole::Line]);
    p.setColor(QPalette::Dark, c[ColorRole::Line].darker(130));
    p.setColor(QPalette::Shadow, c[ColorRole::Line].darker(180));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mixed(c[ColorRole::Secondary], c[ColorRole::Window], 0.4));
    return p;
}

QColor themeColor(const QPalette& palette, ColorRole role)
{
    return ThemeColors::of(palette)[role];
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QFont textFont()
{
    return sized(QFontDatabase::systemFont(QFontDatabase::GeneralFont), 13);
}

QFont secondaryFont()
{
    return sized(QFontDatabase::systemFont(QFontDatabase::GeneralFont), 12);
}

QFont titleFont()
{
    QFont font = sized(QFontDatabase::systemFont(QFontDatabase::GeneralFont), 15);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont wireFont()
{
    return sized(QFontDatabase::systemFont(QFontDatabase::FixedFont), 12);
}

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_systemPalette(QApplication::palette())
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    QApplication::setFont(textFont());
    apply();
}

void Theme::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::systemChanged()
{
    if (!m_applying && (m_choice == Choice::System || m_choice == Choice::SystemColors))
        apply();
}

bool Theme::isDark() const
{
    return themeColor(QApplication::palette(), ColorRole::Base).lightness() < 128;
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // 6.4 tells it by the palettes alone: that of the platform at the start, and the one Fusion makes for it now.
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    return m_systemPalette.color(QPalette::Window).lightness() < 128
        || fusion->standardPalette().color(QPalette::Window).lightness() < 128;
#endif
}

void Theme::apply()
{
    m_applying = true;
    const bool dark = m_choice == Choice::Dark || (m_choice == Choice::System && systemIsDark());
    if (m_choice == Choice::SystemColors) {
        QApplication::setPalette(m_systemPalette);
        m_application.setStyleSheet(styleSheet(ThemeColors::fromSystem(m_systemPalette)));
    } else {
        const ThemeColors& colors = dark ? ThemeColors::dark() : ThemeColors::light();
        QApplication::setPalette(colors.toPalette());
        m_application.setStyleSheet(styleSheet(colors));
    }
    m_applying = false;
    emit changed();
}

} // namespace creel
