#pragma once

namespace creel
{

class ActionRegistry;
class MainWindow;

/** Every command of the window, in the order of the menus; panes add their own. */
void addCommands(ActionRegistry& actions, MainWindow& window);
/** Those that end things, which stand last in the File menu. */
void addClosingCommands(ActionRegistry& actions, MainWindow& window);

} // namespace creel
