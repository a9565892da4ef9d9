#include "desktop/shell/WindowState.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/MainWindow.h"
#include "desktop/Settings.h"
#include "desktop/event/EventPane.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/sidebar/SideBar.h"

#include <QGuiApplication>
#include <QLineEdit>
#include <QScreen>
#include <QSplitter>

#include <algorithm>

namespace creel
{
namespace
{

constexpr QSize usualSize(1440, 900);
constexpr int sideWidth = 214;

bool isOnAScreen(const QRect& frame)
{
    const auto screens = QGuiApplication::screens();
    return std::any_of(screens.begin(), screens.end(), [&frame](const QScreen* screen) {
        const QRect visible = screen->availableGeometry() & frame;
        return visible.width() >= 200 && visible.height() >= 100;
    });
}

void placeUsually(MainWindow& window)
{
    const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
    constexpr QSize decoration(8, 40); ///< what a window manager may put around it
    window.resize(usualSize.boundedTo(available.size() - decoration));
    window.move(available.center() - window.rect().center());
}

constexpr int roomyWidth = 1400;

} // namespace

void WindowState::restore(MainWindow& window)
{
    const Settings& kept = window.m_settings;
    const QByteArray geometry = kept.get(settings::geometry);
    if (geometry.isEmpty() || !window.restoreGeometry(geometry) || !isOnAScreen(window.frameGeometry()))
        placeUsually(window);
    if (!window.m_outer->restoreState(kept.get(settings::mainSplitter)))
        window.m_outer->setSizes({sideWidth, std::max(window.width() - sideWidth, 600)});
    window.m_outer->setHandleWidth(1);
    window.m_side->setVisible(kept.get(settings::sideBar));
    window.m_list->table().restoreColumnState(kept.get(settings::columns));
    window.m_list->table().setComfortable(kept.get(settings::comfortableRows));
    window.m_detail->eventPane().setCurrentTab(kept.get(settings::detailTab));
    window.setFollowing(kept.get(settings::follow));
    restorePlace(window);
}

void WindowState::restorePlace(MainWindow& window)
{
    const Settings& kept = window.m_settings;
    if (kept.get(settings::placeOf) != window.m_workbench.workspace().uuid())
        return;
    window.m_list->searchField().setText(kept.get(settings::search));
    const QByteArray endpoint = kept.get(settings::endpoint);
    if (!endpoint.isEmpty())
        window.m_side->choose(endpoint);
    if (!window.m_list->table().isFollowing())
        window.m_list->returnTo(EventId(kept.get(settings::currentEvent)), EventId(kept.get(settings::topEvent)));
}

void WindowState::save(MainWindow& window)
{
    Settings& kept = window.m_settings;
    kept.set(settings::geometry, window.saveGeometry());
    kept.set(settings::mainSplitter, window.m_outer->saveState());
    const EventTable& table = window.m_list->table();
    kept.set(settings::placeOf, window.m_workbench.workspace().uuid());
    kept.set(settings::currentEvent, table.selectedCount() > 0 ? table.currentEvent().v : 0);
    kept.set(settings::topEvent, table.topEvent().v);
    kept.set(settings::search, window.m_list->searchField().text());
    kept.set(settings::endpoint, window.m_side->chosen().value_or(QByteArray()));
    kept.set(settings::detailTab, window.m_detail->eventPane().currentTab());
    kept.set(settings::follow, table.isFollowing());
    saveColumns(window);
    saveDetail(window);
}

void WindowState::saveColumns(MainWindow& window)
{
    window.m_settings.set(settings::columns, window.m_list->table().columnState());
}

void WindowState::restoreDetail(MainWindow& window)
{
    QSplitter& splitter = *window.m_inner;
    const QByteArray state =
        window.m_settings.get(window.m_detailBelow ? settings::belowSplitter : settings::rightSplitter);
    const Qt::Orientation orientation = splitter.orientation();
    if (state.isEmpty() || !splitter.restoreState(state) || splitter.orientation() != orientation) {
        splitter.setOrientation(orientation);
        // In a smaller window the table keeps the room for its columns.
        splitter.setSizes(window.width() < roomyWidth ? QList<int>{590, 410} : QList<int>{540, 460});
    }
    splitter.setHandleWidth(1);
}

void WindowState::saveDetail(MainWindow& window)
{
    window.m_settings.set(
        window.m_detailBelow ? settings::belowSplitter : settings::rightSplitter, window.m_inner->saveState());
}

} // namespace creel
