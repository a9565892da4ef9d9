#include "desktop/shell/Commands.h"

#include "app/Workbench.h"
#include "base/CoreText.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/Settings.h"
#include "desktop/event/EventPane.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/DetailArea.h"
#include "desktop/shell/EndpointActions.h"
#include "desktop/shell/EventActions.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/shell/UndoList.h"
#include "desktop/sidebar/SideBar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStandardPaths>

namespace creel
{
namespace
{

QList<QKeySequence> keys(const char* sequence)
{
    return {QKeySequence(QString::fromLatin1(sequence))};
}

/** Adds commands to one place of the menu bar. */
class Adder
{
public:
    Adder(ActionRegistry& actions, MenuPlace place)
        : m_actions(actions)
        , m_place(place)
    {
    }
    Adder& separator()
    {
        m_separator = true;
        return *this;
    }
    QAction* add(const char* key, const QString& title, const QList<QKeySequence>& shortcuts,
        const std::function<void()>& run, QWidget* scope = nullptr, bool checkable = false)
    {
        Command command;
        command.key = key;
        command.title = title;
        command.place = m_place;
        command.shortcuts = shortcuts;
        command.scope = scope;
        command.checkable = checkable;
        command.separatorBefore = m_separator;
        command.run = run;
        m_separator = false;
        return m_actions.add(command);
    }

private:
    ActionRegistry& m_actions;
    MenuPlace m_place;
    bool m_separator = false;
};

void askForCopy(MainWindow& window)
{
    auto* dialog = new QFileDialog(&window, CoreText::tr("Save a copy of the workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("creel"));
    dialog->setNameFilter(CoreText::tr("Workspaces (*.creel)"));
    // The default workspace lies in a hidden folder, where nobody would look for a copy
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QFileInfo original(window.workbench().workspace().file());
    dialog->selectFile(CoreText::tr("%1 copy").arg(original.completeBaseName()) + QStringLiteral(".creel"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
        [&window](const QString& file) { window.eventActions().saveCopy(file); });
    dialog->open();
}

void fillRecent(QMenu& menu, MainWindow& window)
{
    menu.clear();
    for (const QString& file : window.settings().recentWorkspaces()) {
        QAction* action = menu.addAction(plainMenuText(QDir::toNativeSeparators(file)));
        QObject::connect(action, &QAction::triggered, &window, [&window, file] { emit window.openFileWanted(file); });
    }
    menu.setEnabled(!menu.isEmpty());
}

void addFile(ActionRegistry& actions, MainWindow& window)
{
    Adder file(actions, MenuPlace::File);
    file.add("file.new", CoreText::tr("&New workspace\u2026"), keys("Ctrl+Shift+N"),
        [&window] { emit window.newWorkspaceWanted(); });
    file.add(
        "file.open", CoreText::tr("&Open workspace\u2026"), keys("Ctrl+O"), [&window] { emit window.openWanted(); });
    QMenu* recent = actions.menu(MenuPlace::File)->addMenu(CoreText::tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    fillRecent(*recent, window);
    QObject::connect(recent, &QMenu::aboutToShow, &window, [recent, &window] { fillRecent(*recent, window); });
    QObject::connect(&window.settings(), &Settings::changed, recent, [recent, &window](const QByteArray& key) {
        if (key == settings::recent.key)
            fillRecent(*recent, window);
    });
    file.separator().add(
        "file.saveCopy", CoreText::tr("&Save a copy\u2026"), keys("Ctrl+Shift+S"), [&window] { askForCopy(window); });
    QAction* compact = file.add(
        "file.compact", CoreText::tr("&Compact workspace"), {}, [&window] { window.eventActions().compact(); });
    compact->setEnabled(!window.workbench().workspace().isReadOnly());
}

void addEdit(ActionRegistry& actions, MainWindow& window)
{
    Adder edit(actions, MenuPlace::Edit);
    EventTable* table = &window.list().table();
    QAction* undo =
        edit.add("edit.undo", CoreText::tr("&Undo"), keys("Ctrl+Z"), [&window] { window.undoList().undo(); });
    undo->setEnabled(false);
    QObject::connect(&window.undoList(), &UndoList::changed, undo, [undo, &window] {
        undo->setEnabled(!window.undoList().isEmpty());
        undo->setText(window.undoList().isEmpty() ? CoreText::tr("&Undo") : plainMenuText(window.undoList().text()));
    });
    edit.separator().add(
        "edit.copy", CoreText::tr("&Copy"), keys("Ctrl+C"), [&window] { window.eventActions().copySelected(); }, table);
    edit.add("edit.copyCurl", CoreText::tr("Copy as c&url"), keys("Ctrl+Shift+C"),
        [&window] { window.eventActions().copySelectedAsCurl(); });
    edit.add(
        "edit.selectAll", CoreText::tr("Select &all events"), keys("Ctrl+A"), [table] { table->selectAll(); }, table);
    edit.separator().add("edit.find", CoreText::tr("&Find events"), keys("Ctrl+F"), [&window] {
        window.list().searchField().setFocus();
        window.list().searchField().selectAll();
    });
    QAction* preferences = edit.separator().add("edit.preferences", CoreText::tr("&Preferences\u2026"), keys("Ctrl+,"),
        [&window] { window.showPreferences(); });
    preferences->setMenuRole(QAction::PreferencesRole);
}

void addView(ActionRegistry& actions, MainWindow& window)
{
    Adder view(actions, MenuPlace::View);
    QAction* follow = view.add("view.follow", CoreText::tr("&Follow newest"), keys("Ctrl+L"), {}, nullptr, true);
    QObject::connect(follow, &QAction::triggered, &window, &MainWindow::setFollowing);
    view.add("view.newest", CoreText::tr("Show &newest"), keys("Ctrl+Home"),
        [&window] { window.list().table().showNewest(); });
    QAction* side = view.separator().add("view.sideBar", CoreText::tr("&Side bar"), keys("Ctrl+B"), {}, nullptr, true);
    side->setChecked(window.settings().get(settings::sideBar));
    QObject::connect(side, &QAction::triggered, &window, &MainWindow::setSideBarVisible);
    QAction* secrets = view.add("view.secrets", CoreText::tr("Show se&crets"), keys("Ctrl+Shift+M"), {}, nullptr, true);
    QObject::connect(secrets, &QAction::triggered, &window.workbench(), &Workbench::setSecretsShown);
    QObject::connect(&window.workbench(), &Workbench::maskRulesChanged, secrets,
        [secrets, &window] { secrets->setChecked(window.workbench().secretsShown()); });
    auto* places = new QActionGroup(&actions);
    struct Place {
        const char* key;
        const char* value;
        QString title;
    };
    const Place all[] = {
        {"view.detailAuto", "auto", CoreText::tr("Details where there is &room")},
        {"view.detailRight", "right", CoreText::tr("Details on the &right")},
        {"view.detailBelow", "below", CoreText::tr("Details &below")},
    };
    for (const Place& place : all) {
        const QString value = QString::fromLatin1(place.value);
        QAction* action =
            (value == QLatin1String("auto") ? view.separator() : view)
                .add(
                    place.key, place.title, {},
                    [&window, value] { window.settings().set(settings::detailPosition, value); }, nullptr, true);
        action->setActionGroup(places);
        action->setChecked(window.settings().get(settings::detailPosition) == value);
        QObject::connect(&window.settings(), &Settings::changed, action, [action, value, &window](const QByteArray& k) {
            if (k == settings::detailPosition.key)
                action->setChecked(window.settings().get(settings::detailPosition) == value);
        });
    }
    const QString tabs[] = {
        CoreText::tr("&Body"), CoreText::tr("&Headers"), CoreText::tr("Si&gnature"), CoreText::tr("R&esponse")};
    int index = 0;
    for (const QString& tab : tabs) {
        const QByteArray number = QByteArray::number(index + 1);
        (index == 0 ? view.separator() : view)
            .add(("view.tab" + number).constData(), tab, keys(("Ctrl+" + number).constData()),
                [&window, index] { window.detail().eventPane().setCurrentTab(index); });
        ++index;
    }
}

/** Keys of the list that act in the details too, from every tab. Fields for text take their letters before. */
void addDetailKeys(MainWindow& window)
{
    const auto add = [&window](const char* key, const std::function<void()>& run) {
        auto* shortcut = new QShortcut(QKeySequence(QString::fromLatin1(key)), &window.detail());
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, &window, run);
        return shortcut;
    };
    EventTable* table = &window.list().table();
    add("J", [table] { table->moveCurrent(1); });
    add("K", [table] { table->moveCurrent(-1); });
    add("Alt+Down", [table] { table->moveCurrent(1); });
    add("Alt+Up", [table] { table->moveCurrent(-1); });
    for (const char* key : {"Space", "Escape"}) {
        QShortcut* back = add(key, [&window] { window.setPeeking(false); });
        back->setEnabled(false);
        QObject::connect(&window, &MainWindow::peekingChanged, back, &QShortcut::setEnabled);
    }
}

void addEvent(ActionRegistry& actions, MainWindow& window)
{
    Adder event(actions, MenuPlace::Event);
    EventTable* table = &window.list().table();
    event.add(
        "event.next", CoreText::tr("&Next event"), keys("J"), [table] { table->moveCurrent(1); }, table);
    event.add(
        "event.previous", CoreText::tr("Pre&vious event"), keys("K"), [table] { table->moveCurrent(-1); }, table);
    event.add(
        "event.peek", CoreText::tr("Peek at the &body"), keys("Space"), [&window] { window.setPeeking(true); }, table);
    addDetailKeys(window);
    QAction* pin = event.separator().add(
        "event.pin", CoreText::tr("&Pin or unpin"), keys("P"), [&window] { window.eventActions().pinSelected(); },
        table);
    QAction* tag = event.add(
        "event.tag", CoreText::tr("&Tag\u2026"), keys("T"), [&window] { window.eventActions().tagSelected(); }, table);
    QAction* remove = event.add(
        "event.delete", CoreText::tr("&Delete"), {QKeySequence::Delete},
        [&window] { window.eventActions().removeSelected(); }, table);
    if (window.workbench().workspace().isReadOnly()) {
        pin->setVisible(false);
        tag->setVisible(false);
        remove->setVisible(false);
    }
}

void addTools(ActionRegistry& actions, MainWindow& window)
{
    Adder tools(actions, MenuPlace::Tools);
    QAction* listen = tools.add(
        "tools.listen", CoreText::tr("Start or stop &listening"), keys("F5"), [&window] { window.toggleListening(); });
    QAction* copy = tools.add("tools.copyUrl", CoreText::tr("&Copy the address"), keys("Ctrl+Shift+U"), [&window] {
        const Receiver& receiver = window.workbench().receiver();
        if (!receiver.isListening())
            return;
        QGuiApplication::clipboard()->setText(receiver.url());
        window.status().showMessage(CoreText::tr("Address copied"));
    });
    for (QAction* action : {listen, copy})
        action->setVisible(!window.workbench().workspace().isReadOnly());
    tools.separator().add("tools.schemes", CoreText::tr("Signature &schemes\u2026"), keys("Ctrl+Shift+G"),
        [&window] { window.showSchemes(); });
    if (window.workbench().workspace().isReadOnly())
        return;
    tools.separator().add("tools.newEndpoint", CoreText::tr("&New endpoint\u2026"), keys("Ctrl+Shift+E"),
        [&window] { window.endpointActions().create(); });
    QAction* edit = tools.add("tools.editEndpoint", CoreText::tr("&Edit endpoint\u2026"), {}, [&window] {
        if (const auto endpoint = window.sideBar().chosenEndpoint())
            window.endpointActions().edit(*endpoint);
    });
    QAction* remove = tools.add("tools.deleteEndpoint", CoreText::tr("&Delete endpoint"), {}, [&window] {
        if (const auto endpoint = window.sideBar().chosenEndpoint())
            window.endpointActions().remove(*endpoint);
    });
    const auto refresh = [edit, remove, &window] {
        const std::optional<QByteArray> chosen = window.sideBar().chosen();
        edit->setEnabled(chosen.has_value());
        remove->setEnabled(chosen && *chosen != "/");
    };
    QObject::connect(&window.sideBar(), &SideBar::chosenChanged, edit, refresh);
    refresh();
}

} // namespace

void addCommands(ActionRegistry& actions, MainWindow& window)
{
    addFile(actions, window);
    addEdit(actions, window);
    addView(actions, window);
    addEvent(actions, window);
    addTools(actions, window);
    Adder help(actions, MenuPlace::Help);
    help.add("help.log", CoreText::tr("Show &log"), {}, [&window] { window.showLog(); });
    QAction* about =
        help.separator().add("help.about", CoreText::tr("&About Creel"), {}, [&window] { window.showAbout(); });
    about->setMenuRole(QAction::AboutRole);
}

void addClosingCommands(ActionRegistry& actions, MainWindow& window)
{
    Adder file(actions, MenuPlace::File);
    file.separator().add("file.close", CoreText::tr("C&lose window"), keys("Ctrl+W"), [&window] { window.close(); });
    QAction* quit =
        file.add("file.quit", CoreText::tr("&Quit"), keys("Ctrl+Q"), [] { QApplication::closeAllWindows(); });
    quit->setMenuRole(QAction::QuitRole);
}

} // namespace creel
