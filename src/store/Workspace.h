#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "store/Endpoint.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <memory>

namespace creel
{

class EventWriter;
class EventReader;
struct StoreContext;

/** How much is kept. 0 = no limit. Pinned events are kept whatever these say. */
struct Retention {
    qint64 maxEvents = 0;
    qint64 maxAgeS = 0;
    qint64 maxBytes = 0; ///< of heads and bodies
    bool operator==(const Retention&) const = default;
};

struct WorkspaceOptions {
    bool readOnly = false;
    const Clock* clock = nullptr; ///< null: the system's; must outlive the workspace
    QString cacheFolder; ///< where the index file goes; empty: the system's cache location
    bool index = false; ///< keep the search index up; without it one that is there is used as it is
};

/**
 * One `*.creel` file, opened: the schema brought up to date, bodies of dead processes closed, writer and readers at
 * work. All members are safe on the GUI thread (none touches SQLite there) unless they say otherwise. Errors of the
 * writer (disk full, read-only) come by `storeProblem`, and `storeRecovered` once writing works again.
 */
class Workspace : public QObject
{
    Q_OBJECT
public:
    /** Opens or creates. Blocks while it reads the schema: call it off the GUI thread or at the start. */
    static Result<std::unique_ptr<Workspace>> open(const QString& file, const WorkspaceOptions& options = {});
    ~Workspace() override;

    QString file() const;
    QByteArray uuid() const;
    bool isReadOnly() const;
    /** A sentence for the user about how it was opened (a temporary copy, because the medium is read-only), or empty.
     */
    QString notice() const;

    EventWriter& writer();
    EventReader& reader();

    /** A snapshot; `endpointsChanged` tells of a new one, also where another process changed it. Always holds `/`. */
    std::shared_ptr<const std::vector<Endpoint>> endpoints() const;

    Retention retention() const;

    /** Number of events and bytes of heads and bodies, kept up to date without counting. */
    qint64 eventCount() const;
    qint64 byteCount() const;
    /** Highest event id committed that this process knows of. */
    EventId newestId() const;
    /** Count of events for each endpoint path, for the side bar. */
    QMap<QByteArray, qint64> eventCounts() const;

    /** Every event up to this id is found through the search index, all younger ones by a scan. */
    EventId indexedUpTo() const;
    /** How many events wait to be indexed. Small numbers come and go with each event: up to some hundreds are gathered
     * for a second or two. */
    qint64 indexBacklog() const;

    StoreContext& context(); ///< for EventWriter and EventReader alone

signals:
    /** Events were added, changed or deleted: coalesced to at most 30 a second; ask the reader what. */
    void changed();
    void endpointsChanged();
    /** The search index has grown, or is made again; a few times a second at most. Only where it is kept up here. */
    void indexChanged();
    void storeProblem(const QString& text);
    void storeRecovered();

private:
    Workspace();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace creel
