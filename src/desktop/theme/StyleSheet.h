#pragma once

#include <QString>

namespace creel
{

class ThemeColors;

/**
 * The one style sheet of the application: spacing, lines and corners, with the colors of the theme. Widgets choose by
 * dynamic properties: `kind` = `accent` (the one button that is meant), `plain` (a button without a frame), `box` (a
 * framed surface), `bar` (a strip of the window's color), `secondary` (small, gray text), `heading`, `banner`.
 */
QString styleSheet(const ThemeColors& colors);

} // namespace creel
