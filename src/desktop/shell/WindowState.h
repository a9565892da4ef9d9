#pragma once

namespace creel
{

class MainWindow;

/** What a window looked like, kept in the settings: geometry on a screen that is still there, sizes, columns, filter.
 */
class WindowState
{
public:
    static void restore(MainWindow& window);
    static void save(MainWindow& window);
    static void saveColumns(MainWindow& window);
    /** The detail pane has one size on the right and another below. */
    static void restoreDetail(MainWindow& window);
    static void saveDetail(MainWindow& window);

private:
    /** Search, endpoint and the place in the list, in the workspace that they belong to. */
    static void restorePlace(MainWindow& window);
};

} // namespace creel
