#include "desktop/shell/UndoList.h"

#include <utility>

namespace creel
{

void UndoList::push(const QString& text, std::function<void()> undo)
{
    if (m_steps.size() == maxSteps)
        m_steps.erase(m_steps.begin());
    m_steps.push_back({text, std::move(undo)});
    emit changed();
}

void UndoList::undo()
{
    if (m_steps.empty())
        return;
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    emit changed();
    step.undo();
}

QString UndoList::text() const
{
    return m_steps.empty() ? QString() : m_steps.back().text;
}

} // namespace creel
