#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace creel
{

/** Brings SIGINT and SIGTERM into the event loop (a pipe to oneself). One at a time in a process. */
class StopSignals : public QObject
{
public:
    explicit StopSignals(std::function<void()> stop);
    ~StopSignals() override;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_readEnd = -1;
};

} // namespace creel
