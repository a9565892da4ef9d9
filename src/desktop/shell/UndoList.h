#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace creel
{

/** What the user did and can take back, newest last. */
class UndoList : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void push(const QString& text, std::function<void()> undo);
    void undo(); ///< nothing happens where there is nothing
    QString text() const; ///< of what `undo` takes back; empty where there is nothing
    bool isEmpty() const { return m_steps.empty(); }

signals:
    void changed();

private:
    struct Step {
        QString text;
        std::function<void()> undo;
    };
    static constexpr std::size_t maxSteps = 50;
    std::vector<Step> m_steps;
};

} // namespace creel
