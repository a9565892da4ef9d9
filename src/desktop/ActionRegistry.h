#pragma once

#include <QByteArray>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace creel
{

/** The places of the menu bar. */
enum class MenuPlace { File, Edit, View, Event, Tools, Help };

/** A command: what it is called, where it stands and what it does. */
struct Command {
    QByteArray key; ///< stable, e.g. `event.delete`; also the object name of its action
    QString title; ///< a verb, with its mnemonic
    MenuPlace place = MenuPlace::File;
    QList<QKeySequence> shortcuts; ///< the first is shown
    /** Where the keys act: null = in the whole window; else only while this widget has the focus (single letters). */
    QWidget* scope = nullptr;
    bool checkable = false;
    bool separatorBefore = false;
    std::function<void()> run; ///< null for one that is connected elsewhere
};

/** Every command of a window with its key, title and shortcuts: menus, context menus and tests are made from it. */
class ActionRegistry : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QWidget* window);

    QAction* add(const Command& command);
    QAction* find(const QByteArray& key) const; ///< null where there is none
    /** Fires when the action does, also by a menu; for tests and buttons. */
    void trigger(const QByteArray& key) const;
    std::vector<QAction*> all() const;
    /** The menu of a place, made on first use in the order of MenuPlace by `fillMenuBar`. */
    QMenu* menu(MenuPlace place);
    void fillMenuBar(QMenuBar* bar);
    /** Pairs of commands that one key press could mean. Empty unless something is wrong. */
    QStringList ambiguities() const;

private:
    struct Entry {
        Command command;
        QAction* action = nullptr;
    };
    QWidget* m_window;
    std::vector<Entry> m_entries;
    std::vector<QMenu*> m_menus;
};

} // namespace creel
