#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

#include <array>
#include <cstddef>

class QApplication;

namespace creel
{

/** What a color is for. No widget names a color itself: it asks for a role. */
enum class ColorRole : quint8 {
    Window,
    Base,
    Alternate,
    Line,
    Text,
    Secondary,
    Accent,
    AccentTint,
    Selection,
    OnAccent,
    Valid,
    Invalid,
    Stale,
    ValidTint,
    InvalidTint,
    StaleTint,
    Neutral, ///< unsigned and unverified
    Malformed,
    JsonName,
    JsonString,
    JsonNumber,
    JsonHint,
};
inline constexpr std::size_t colorRoleCount = std::size_t(ColorRole::JsonHint) + 1;

/** One color for each role. */
class ThemeColors
{
public:
    static const ThemeColors& light();
    static const ThemeColors& dark();
    /** The system's palette with verdict colors that can be read on it. */
    static ThemeColors fromSystem(const QPalette& palette);
    /** Those that belong to a widget's palette: light, dark, or made from the system's. */
    static ThemeColors of(const QPalette& palette);

    QColor operator[](ColorRole role) const { return m_colors[std::size_t(role)]; }
    QPalette toPalette() const;

private:
    explicit ThemeColors(const std::array<QColor, colorRoleCount>& colors)
        : m_colors(colors)
    {
    }
    std::array<QColor, colorRoleCount> m_colors;
};

/** The color of a role as a widget with this palette shows it. */
QColor themeColor(const QPalette& palette, ColorRole role);

/** Contrast of two opaque colors, 1 to 21 (WCAG 2.1, "contrast ratio"). */
double contrastRatio(const QColor& a, const QColor& b);

/** Fonts of the window, made from the system's: text 13 px, secondary 12 px, title 15 px half-bold, wire data fixed. */
QFont textFont();
QFont secondaryFont();
QFont titleFont();
QFont wireFont();

/** Follows the system or the user's choice and gives palette, style and style sheet to the application. */
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark, SystemColors };
    Q_ENUM(Choice)

    explicit Theme(QApplication& application, QObject* parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /** Call when the system tells of a change (QEvent::ThemeChange of a window). */
    void systemChanged();
    bool isDark() const;

signals:
    void changed();

private:
    bool systemIsDark() const;
    void apply();

    QApplication& m_application;
    QPalette m_systemPalette;
    Choice m_choice = Choice::System;
    bool m_applying = false;
};

} // namespace creel
