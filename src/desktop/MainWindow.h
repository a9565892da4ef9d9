#pragma once

#include "base/Ids.h"
#include "base/StopToken.h"
#include "desktop/Inbox.h"
#include "desktop/event/Jobs.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>
#include <utility>
#include <vector>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace creel
{

class ActionRegistry;
class ComposeActions;
class DetailArea;
class EndpointActions;
class EventActions;
class ExportActions;
class ImportActions;
class ListPane;
class SampleSender;
class SchemesWindow;
class Settings;
class SideBar;
class StartPane;
class StatusStrip;
class TopBar;
class UndoList;
class Workbench;

/** One workspace in a window: joins the panes and hands commands to them. The rest is theirs. */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /** All must outlive the window. */
    MainWindow(Workbench& workbench, Settings& settings, SampleSender& samples, QWidget* parent = nullptr);
    ~MainWindow() override;

    /** Listens as the settings say; `port`: another port for this run. */
    void listen(std::optional<quint16> port = std::nullopt);

    ActionRegistry& actions() { return *m_actions; }
    ListPane& list() { return *m_list; }
    DetailArea& detail() { return *m_detail; }
    SideBar& sideBar() { return *m_side; }
    StatusStrip& status() { return *m_status; }
    TopBar& topBar() { return *m_top; }
    UndoList& undoList() { return *m_undo; }
    EventActions& eventActions() { return *m_eventActions; }
    EndpointActions& endpointActions() { return *m_endpointActions; }
    ExportActions& exporting() { return *m_export; }
    ImportActions& importing() { return *m_import; }
    ComposeActions& composing() { return *m_compose; }
    Workbench& workbench() { return m_workbench; }
    Settings& settings() { return m_settings; }

    void toggleListening();
    void setFollowing(bool following);
    void setSideBarVisible(bool visible);
    /** The details in place of everything else, on the body; again: back. */
    void setPeeking(bool peeking);
    bool isPeeking() const { return m_peekTab >= 0; }
    void showLog();
    /** Brings a page of the detail area to the front, also at the first start. */
    void showDetail(QWidget* page);
    void showPreferences();
    void showRetention(); ///< the preferences of the store
    /** The signature schemes, in a window of their own that goes with this one. */
    void showSchemes();
    void showAbout();
    void raiseToFront();

signals:
    void newWorkspaceWanted();
    void openWanted();
    void openFileWanted(const QString& file);
    void closed();
    void peekingChanged(bool peeking);
    /** The system's colors have changed. */
    void themeChangeSeen();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPanes(SampleSender& samples);
    void connectPanes();
    void connectProblems();
    QMenu* eventMenu();
    void selectionChanged();
    void showSelection();
    void offerSampleKey(int sample);
    void sumSelection(const std::vector<EventId>& ids);
    void updateStart();
    void placeDetail();
    void tellOfPort(quint16 wanted);
    void settingChanged(const QByteArray& key);

    Workbench& m_workbench;
    Settings& m_settings;
    SampleSender& m_samples;
    ActionRegistry* m_actions = nullptr;
    UndoList* m_undo = nullptr;
    TopBar* m_top = nullptr;
    StatusStrip* m_status = nullptr;
    QStackedWidget* m_stack = nullptr;
    StartPane* m_start = nullptr;
    QSplitter* m_outer = nullptr;
    QSplitter* m_inner = nullptr;
    SideBar* m_side = nullptr;
    ListPane* m_list = nullptr;
    DetailArea* m_detail = nullptr;
    EventActions* m_eventActions = nullptr;
    EndpointActions* m_endpointActions = nullptr;
    ComposeActions* m_compose = nullptr;
    ExportActions* m_export = nullptr;
    ImportActions* m_import = nullptr;
    SchemesWindow* m_schemes = nullptr; ///< once it was shown
    QTimer m_relisten;
    std::optional<quint16> m_port;
    bool m_detailBelow = false;
    bool m_selectNewest = false; ///< once the next event is there
    int m_peekTab = -1; ///< the tab to go back to; -1: not peeking

    EventId m_lastChosen;
    StopSource m_sumStop;
    Inbox<std::pair<qint64, qint64>> m_sums; ///< count, bytes
    Jobs m_jobs;
    friend class WindowState;
};

} // namespace creel
