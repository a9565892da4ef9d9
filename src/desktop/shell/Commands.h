#pragma once

namespace creel
{

class ActionRegistry;
class MainWindow;

/** Every command of the window, in the order of the menus. */
void addCommands(ActionRegistry& actions, MainWindow& window);

} // namespace creel
