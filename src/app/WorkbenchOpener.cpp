#include "app/WorkbenchOpener.h"

#include "app/WorkbenchPrivate.h"

#include <QThread>

#include <utility>

namespace creel
{

WorkbenchOpener::WorkbenchOpener(WorkbenchOptions options, SecretStore& secrets, Done done)
    : m_options(std::move(options))
    , m_secrets(secrets)
    , m_done(std::move(done))
{
    m_parts.setWake([this] { emit woken(QPrivateSignal()); });
    connect(this, &WorkbenchOpener::woken, this, &WorkbenchOpener::deliver, Qt::QueuedConnection);
    m_thread = std::thread([this, home = thread(), options = m_options] {
        auto parts = Workbench::prepare(options);
        if (parts)
            (*parts)->workspace->moveToThread(home);
        m_parts.post(std::move(parts));
    });
}

WorkbenchOpener::~WorkbenchOpener()
{
    m_thread.join();
}

void WorkbenchOpener::deliver()
{
    for (auto& parts : m_parts.takeAll()) {
        const Done done = std::exchange(m_done, {});
        if (!done)
            continue;
        if (parts)
            done(Workbench::make(**parts, m_options, m_secrets));
        else
            done(parts.error());
        return; // whoever was called may have ended this
    }
}

} // namespace creel
