#include "desktop/theme/StyleSheet.h"

#include "desktop/theme/Theme.h"

#include <utility>

namespace creel
{
namespace
{

constexpr const char* sheet = R"(
QMainWindow, QDialog { background: @window; }
QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @selection; }
QMenu { background: @base; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @secondary; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @base; color: @text; border: 1px solid @line; padding: 4px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; button-layout: 3; }
QPushButton, QToolButton[kind="button"] { background: @base; border: 1px solid @line; border-radius: 6px;
  padding: 4px 12px; min-height: 18px; }
QPushButton:hover, QToolButton[kind="button"]:hover { background: @tint; }
QPushButton:pressed, QPushButton:checked, QToolButton[kind="button"]:pressed { background: @selection; }
QPushButton:focus, QToolButton[kind="button"]:focus { border-color: @accent; }
QPushButton:checked { border-color: @accent; color: @accent; }
QPushButton:disabled { background: @window; }
QPushButton[kind="accent"] { background: @accent; color: @onaccent; border-color: @accent; }
QPushButton[kind="accent"]:focus { border: 2px solid @text; padding: 3px 11px; }
QPushButton[kind="accent"]:disabled { background: @line; color: @text; border-color: @line; }
QPushButton[kind="plain"] { background: transparent; border: 1px solid transparent; padding: 4px 6px; text-align: left;
  color: @secondary; }
QPushButton[kind="plain"]:hover { color: @accent; }
QPushButton[kind="plain"]:focus { border-color: @accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; padding: 0px 2px; color: @accent; }
QPushButton[kind="link"]:focus { border-color: @accent; }
QLineEdit, QPlainTextEdit, QSpinBox, QComboBox, QKeySequenceEdit { background: @base; border: 1px solid @line;
  border-radius: 6px; padding: 4px 8px; selection-background-color: @selection; selection-color: @text; }
QLineEdit, QSpinBox, QComboBox { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled { background: @window; color: @secondary; }
QLineEdit[invalid="true"] { border-color: @invalid; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 20px; border: none;
  background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url(:/icons/@up.svg); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url(:/icons/@arrow.svg); width: 10px; height: 10px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/@arrow.svg); width: 10px; height: 10px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; background: @base;
  border: 1px solid @secondary; border-radius: 3px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent;
  image: url(:/icons/@check.svg); }
QRadioButton::indicator { width: 14px; height: 14px; background: @base; border: 1px solid @secondary;
  border-radius: 8px; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; }
QRadioButton::indicator:focus { border-color: @accent; }
QRadioButton::indicator:disabled { background: @line; border-color: @line; }
QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:disabled { background: @line; border-color: @line; }
QPushButton::menu-indicator { image: url(:/icons/@arrow.svg); width: 10px; height: 10px;
  subcontrol-origin: padding; subcontrol-position: right center; right: 8px; }
QFrame[kind="box"] { background: @alternate; border: 1px solid @line; border-radius: 6px; }
QFrame[kind="chip"] { background: @base; border: 1px solid @line; border-radius: 6px; }
QFrame[kind="chip"]:focus { border-color: @accent; }
QWidget[kind="bar"] { background: @window; border-bottom: 1px solid @line; }
QWidget[kind="bottombar"] { background: @base; border-top: 1px solid @line; }
QWidget[kind="surface"] { background: @base; }
QLabel { background: transparent; }
QLabel[kind="secondary"] { color: @secondary; font-size: 12px; }
QLabel[kind="muted"] { color: @secondary; }
QLabel[kind="secondarybold"] { color: @secondary; font-size: 12px; font-weight: 600; }
QLabel[kind="heading"] { font-size: 15px; font-weight: 600; }
QLabel[kind="display"] { font-size: 22px; font-weight: 600; }
QLabel[kind="problem"] { color: @invalid; }
QLabel[kind="good"] { color: @valid; font-weight: 600; }
QLabel[kind="verdict"] { font-weight: 600; }
QFrame[kind="invalid"] QLabel[kind="verdict"] { color: @invalid; }
QFrame[kind="stale"] QLabel[kind="verdict"] { color: @stale; }
QFrame[kind="valid"] QLabel[kind="verdict"] { color: @valid; }
QFrame[kind="invalid"] { background: @invalidtint; border: none; border-radius: 6px; }
QFrame[kind="stale"] { background: @staletint; border: none; border-radius: 6px; }
QFrame[kind="valid"] { background: @validtint; border: none; border-radius: 6px; }
QFrame[kind="neutral"] { background: @tint; border: none; border-radius: 6px; }
QTableView, QListView, QTreeView { background: @base; border: none; outline: none;
  selection-background-color: @selection; selection-color: @text; alternate-background-color: @alternate; }
QListView[kind="side"], QTreeView[kind="side"] { background: @window; }
QListView[kind="field"]::item { padding: 3px 6px; }
QListWidget[kind="side"]::item { padding: 4px 14px; }
QListWidget[kind="side"]::item:selected { background: @selection; color: @text; }
QListView[kind="field"], QTreeView[kind="field"], QTableView[kind="field"] { border: 1px solid @line;
  border-radius: 6px; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @secondary; border: none; border-bottom: 1px solid @line;
  padding: 4px 8px; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QStatusBar { background: @window; border-top: 1px solid @line; min-height: 25px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @secondary; font-size: 12px; }
QStatusBar QLabel[kind="problem"] { color: @invalid; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; }
QTabWidget::tab-bar { left: 4px; }
QTabBar::tab { background: transparent; border: none; padding: 6px 8px; margin-right: 2px;
  border-bottom: 2px solid transparent; color: @secondary; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @accent; }
QTabBar::tab:focus { color: @accent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
)";

} // namespace

QString styleSheet(const ThemeColors& colors)
{
    // Longer names first: `@accent` must not eat the start of another.
    static constexpr std::pair<const char*, ColorRole> names[] = {
        {"@invalidtint", ColorRole::InvalidTint},
        {"@staletint", ColorRole::StaleTint},
        {"@validtint", ColorRole::ValidTint},
        {"@alternate", ColorRole::Alternate},
        {"@secondary", ColorRole::Secondary},
        {"@selection", ColorRole::Selection},
        {"@onaccent", ColorRole::OnAccent},
        {"@invalid", ColorRole::Invalid},
        {"@stale", ColorRole::Stale},
        {"@valid", ColorRole::Valid},
        {"@accent", ColorRole::Accent},
        {"@window", ColorRole::Window},
        {"@base", ColorRole::Base},
        {"@line", ColorRole::Line},
        {"@text", ColorRole::Text},
        {"@tint", ColorRole::AccentTint},
    };
    QString text = QString::fromLatin1(sheet);
    const bool dark = colors[ColorRole::Base].lightness() < 128;
    text.replace(QLatin1String("@up"), dark ? QLatin1String("up-dark") : QLatin1String("up-light"));
    text.replace(QLatin1String("@check"), dark ? QLatin1String("check-dark") : QLatin1String("check-light"));
    text.replace(QLatin1String("@arrow"), dark ? QLatin1String("down-dark") : QLatin1String("down-light"));
    for (const auto& [name, role] : names)
        text.replace(QLatin1String(name), colors[role].name());
    return text;
}

} // namespace creel
