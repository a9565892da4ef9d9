#pragma once

#include "base/Clock.h"
#include "store/Sqlite.h"
#include "store/Workspace.h"

#include <QMap>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace creel
{

/** What the parts of one open workspace share. Outlives writer and reader. */
struct StoreContext {
    QString file; ///< as the user named it
    QString openedFile; ///< differs where a temporary copy had to be made
    Database::Mode readMode = Database::Mode::ReadOnly;
    bool readOnly = false;
    QByteArray uuid;
    QString cacheFolder;
    const Clock* clock = nullptr;
    /** The connection that opened the file: the writer goes on with it (closing it would move the whole log). */
    std::unique_ptr<Database> firstDatabase;

    // Called on the writer thread; they only wake the workspace's own.
    std::function<void()> onChanged;
    std::function<void()> onEndpointsChanged;
    std::function<void(const QString&)> onProblem;
    std::function<void()> onRecovered;

    std::atomic<qint64> newestId{0};
    std::atomic<qint64> eventCount{0};
    std::atomic<qint64> byteCount{0};
    std::atomic<qint64> indexedUpTo{0}; ///< every event up to this id is in the search index
    std::atomic<bool> indexBroken{false}; ///< a reader could not read it: it has to be made again

    void setEndpoints(std::vector<Endpoint> list)
    {
        auto shared = std::make_shared<const std::vector<Endpoint>>(std::move(list));
        const std::lock_guard lock(m_mutex);
        m_endpoints = std::move(shared);
    }
    std::shared_ptr<const std::vector<Endpoint>> endpoints() const
    {
        const std::lock_guard lock(m_mutex);
        return m_endpoints;
    }
    void setCounts(QMap<QByteArray, qint64> counts)
    {
        const std::lock_guard lock(m_mutex);
        m_counts = std::move(counts);
    }
    void addCount(const QByteArray& endpoint, qint64 events)
    {
        const std::lock_guard lock(m_mutex);
        if ((m_counts[endpoint] += events) <= 0)
            m_counts.remove(endpoint);
    }
    QMap<QByteArray, qint64> counts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_counts;
    }
    void setRetention(const Retention& retention)
    {
        const std::lock_guard lock(m_mutex);
        m_retention = retention;
    }
    Retention retention() const
    {
        const std::lock_guard lock(m_mutex);
        return m_retention;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const std::vector<Endpoint>> m_endpoints;
    QMap<QByteArray, qint64> m_counts;
    Retention m_retention;
};

} // namespace creel
