#include "desktop/ActionRegistry.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QStringList>
#include <QWidget>

namespace creel
{

ActionRegistry::ActionRegistry(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    const QString titles[] = {tr("&File"), tr("&Edit"), tr("&View"), tr("E&vent"), tr("&Tools"), tr("&Help")};
    for (const QString& title : titles)
        m_menus.push_back(new QMenu(title, window));
}

QAction* ActionRegistry::add(const Command& command)
{
    auto* action = new QAction(command.title, this);
    action->setObjectName(QString::fromLatin1(command.key));
    action->setCheckable(command.checkable);
    action->setShortcuts(command.shortcuts);
    if (command.scope != nullptr) {
        action->setShortcutContext(Qt::WidgetShortcut);
        command.scope->addAction(action);
    } else {
        action->setShortcutContext(Qt::WindowShortcut);
        m_window->addAction(action);
    }
    if (command.run)
        connect(action, &QAction::triggered, this, command.run);
    QMenu* place = menu(command.place);
    if (command.separatorBefore && !place->isEmpty())
        place->addSeparator();
    place->addAction(action);
    m_entries.push_back({command, action});
    return action;
}

QAction* ActionRegistry::find(const QByteArray& key) const
{
    for (const Entry& entry : m_entries) {
        if (entry.command.key == key)
            return entry.action;
    }
    return nullptr;
}

void ActionRegistry::trigger(const QByteArray& key) const
{
    if (QAction* action = find(key))
        action->trigger();
}

std::vector<QAction*> ActionRegistry::all() const
{
    std::vector<QAction*> actions;
    for (const Entry& entry : m_entries)
        actions.push_back(entry.action);
    return actions;
}

QMenu* ActionRegistry::menu(MenuPlace place)
{
    return m_menus[std::size_t(place)];
}

void ActionRegistry::fillMenuBar(QMenuBar* bar)
{
    for (QMenu* menu : m_menus)
        bar->addMenu(menu);
}

QStringList ActionRegistry::ambiguities() const
{
    QStringList found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (std::size_t j = i + 1; j < m_entries.size(); ++j) {
            const Command& a = m_entries[i].command;
            const Command& b = m_entries[j].command;
            // Two widgets never have the focus at once.
            if (a.scope != nullptr && b.scope != nullptr && a.scope != b.scope)
                continue;
            for (const QKeySequence& keys : m_entries[i].action->shortcuts()) {
                if (m_entries[j].action->shortcuts().contains(keys))
                    found << QStringLiteral("%1: %2, %3")
                                 .arg(keys.toString(), QString::fromLatin1(a.key), QString::fromLatin1(b.key));
            }
        }
    }
    return found;
}

} // namespace creel
