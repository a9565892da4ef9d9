#pragma once

#include "app/Workbench.h"
#include "base/Mailbox.h"

#include <QObject>

#include <functional>
#include <memory>
#include <thread>

namespace creel
{

/**
 * Opens a workspace on a thread of its own: a migration, a long log after a crash, a copy off a read-only medium or a
 * slow disk don't hold up the window. `done` gets the workbench on the thread that made the opener.
 */
class WorkbenchOpener : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<std::unique_ptr<Workbench>>)>;

    WorkbenchOpener(WorkbenchOptions options, SecretStore& secrets, Done done);
    ~WorkbenchOpener() override; ///< waits for the thread; `done` is not called then

signals:
    void woken(QPrivateSignal);

private:
    void deliver();

    WorkbenchOptions m_options;
    SecretStore& m_secrets;
    Done m_done;
    Mailbox<Result<std::shared_ptr<Workbench::Parts>>> m_parts;
    std::thread m_thread;
};

} // namespace creel
