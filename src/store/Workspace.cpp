#include "store/Workspace.h"

#include "base/Log.h"
#include "store/EndpointStore.h"
#include "store/EventReader.h"
#include "store/EventWriter.h"
#include "store/Indexer.h"
#include "store/LogFile.h"
#include "store/Schema.h"
#include "store/StoreContext.h"
#include "store/WriteSession.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace creel
{
namespace
{

constexpr int changedEveryMs = 33;
constexpr int busyEveryMs = 80; ///< while events come that nobody could read: what follows them costs the receiver
constexpr qint64 busyRate = 2'000; ///< events a second

Error notFound(const QString& file)
{
    return Error{ErrorCode::NotFound, QCoreApplication::translate("creel", "There is no workspace %1.").arg(file)};
}

/** An empty file that only the user can read: SQLite gives the files beside it the same rights. */
Result<void> createFile(const QString& file)
{
    QFile created(file);
    if (created.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || QFileInfo::exists(file))
        return {};
    return Error{ErrorCode::Io,
        QCoreApplication::translate("creel", "%1 can't be made (%2). Look at its folder and rights.")
            .arg(file, created.errorString())};
}

bool hasLogWithContent(const QString& file)
{
    return QFileInfo(file + QStringLiteral("-wal")).size() > 0;
}

/** What every way of opening reads before the threads start. */
void readFacts(Database& database, StoreContext& context)
{
    Statement uuid = database.prepare("SELECT value FROM meta WHERE key='uuid'");
    if (uuid.next())
        context.uuid = uuid.bytes(0);
    context.setEndpoints(loadEndpoints(database));
    context.setRetention(loadRetention(database));
    WriteSession(database, context).refresh();
}

} // namespace

struct Workspace::Private {
    StoreContext context;
    SystemClock systemClock;
    std::optional<QTemporaryDir> copy; ///< of a file on a read-only medium whose log has content
    QString notice;

    QTimer changedTimer;
    QElapsedTimer sinceChanged;
    qint64 toldNewest = 0;
    bool busy = false; ///< many events came since the last time
    std::atomic<bool> changedPosted{false};
    std::atomic<bool> indexPosted{false};

    // In this order: the reader and the writer end before what they use.
    std::unique_ptr<EventReader> reader;
    std::unique_ptr<EventWriter> writer;
    std::unique_ptr<Indexer> indexer;

    Result<void> openForWriting();
    Result<void> openForReading();
    Result<void> openCopy();
    void connectTo(Workspace& workspace);
    void tellChanged(Workspace& workspace);
    void startIndexer(Workspace& workspace);
};

Result<void> Workspace::Private::openForWriting()
{
    if (const Result<void> created = createFile(context.file); !created)
        return created;
    auto database = std::make_unique<Database>(context.file, Database::Mode::ReadWrite, LogFile::vfs());
    if (const Result<void> schema = prepareSchema(*database, context.file, builtinMigrations()); !schema)
        return schema;
    database->exec("PRAGMA journal_mode=WAL");
    readFacts(*database, context);
    context.firstDatabase = std::move(database);
    return {};
}

Result<void> Workspace::Private::openForReading()
{
    if (!QFileInfo::exists(context.file))
        return notFound(context.file);
    const auto attempt = [this](Database::Mode mode) -> Result<void> {
        auto database = std::make_unique<Database>(context.openedFile, mode);
        if (const Result<void> schema = checkSchema(*database, context.file, builtinMigrations()); !schema)
            return schema;
        readFacts(*database, context);
        context.readMode = mode;
        context.firstDatabase = std::move(database);
        return {};
    };
    try {
        return attempt(Database::Mode::ReadOnly);
    } catch (const SqlError& error) {
        if (!error.isMedium())
            throw;
    }
    // The log's index can't be made beside the file: a read-only medium.
    if (!hasLogWithContent(context.file))
        return attempt(Database::Mode::Immutable);
    if (const Result<void> copied = openCopy(); !copied)
        return copied;
    return attempt(Database::Mode::ReadOnly);
}

Result<void> Workspace::Private::openCopy()
{
    copy.emplace();
    const QString target = copy->filePath(QStringLiteral("workspace.creel"));
    const QString log = QStringLiteral("-wal");
    if (!copy->isValid() || !QFile::copy(context.file, target) || !QFile::copy(context.file + log, target + log))
        return Error{ErrorCode::Io,
            QCoreApplication::translate("creel", "%1 is on a read-only medium and can't be copied to %2.")
                .arg(context.file, copy->path())};
    for (const QString& name : {target, target + log})
        QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    context.openedFile = target;
    notice = QCoreApplication::translate(
        "creel", "%1 is on a read-only medium and was not closed well: a temporary copy of it is shown.")
                 .arg(context.file);
    return {};
}

/** The writer thread only wakes; signals are sent on the workspace's own thread. */
void Workspace::Private::connectTo(Workspace& workspace)
{
    Workspace* const target = &workspace;
    changedTimer.setParent(target); // goes to another thread with it
    changedTimer.setSingleShot(true);
    QObject::connect(&changedTimer, &QTimer::timeout, target, [this, target] { tellChanged(*target); });
    context.onChanged = [this, target] {
        if (changedPosted.exchange(true))
            return;
        QMetaObject::invokeMethod(
            target,
            [this, target] {
                const qint64 every = busy ? busyEveryMs : changedEveryMs;
                const qint64 since = sinceChanged.isValid() ? sinceChanged.elapsed() : every;
                if (since >= every)
                    tellChanged(*target);
                else
                    changedTimer.start(int(every - since));
            },
            Qt::QueuedConnection);
    };
    context.onEndpointsChanged = [target] {
        QMetaObject::invokeMethod(target, &Workspace::endpointsChanged, Qt::QueuedConnection);
    };
    context.onRecovered = [target] {
        QMetaObject::invokeMethod(target, &Workspace::storeRecovered, Qt::QueuedConnection);
    };
    context.onProblem = [target](const QString& text) {
        QMetaObject::invokeMethod(
            target, [target, text] { emit target->storeProblem(text); }, Qt::QueuedConnection);
    };
}

void Workspace::Private::tellChanged(Workspace& workspace)
{
    changedPosted.store(false);
    const qint64 newest = context.newestId.load();
    const qint64 elapsed = sinceChanged.isValid() ? std::max<qint64>(sinceChanged.elapsed(), 1) : 1'000;
    busy = (newest - toldNewest) * 1'000 > busyRate * elapsed;
    toldNewest = newest;
    sinceChanged.start();
    if (indexer)
        indexer->wake();
    emit workspace.changed();
}

void Workspace::Private::startIndexer(Workspace& workspace)
{
    Workspace* const target = &workspace;
    indexer = std::make_unique<Indexer>(context, *writer, [this, target] {
        if (indexPosted.exchange(true))
            return;
        QMetaObject::invokeMethod(
            target,
            [this, target] {
                indexPosted.store(false);
                emit target->indexChanged();
            },
            Qt::QueuedConnection);
    });
}

Workspace::Workspace()
    : d(std::make_unique<Private>())
{
}

Workspace::~Workspace()
{
    d->indexer.reset();
    d->reader.reset();
    d->writer.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString& file, const WorkspaceOptions& options)
{
    std::unique_ptr<Workspace> workspace(new Workspace);
    Private& d = *workspace->d;
    d.context.file = QDir::cleanPath(QDir::current().absoluteFilePath(file));
    d.context.openedFile = d.context.file;
    d.context.readOnly = options.readOnly;
    d.context.clock = options.clock ? options.clock : &d.systemClock;
    d.context.cacheFolder = options.cacheFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::CacheLocation)
        : options.cacheFolder;
    try {
        const Result<void> opened = options.readOnly ? d.openForReading() : d.openForWriting();
        if (!opened)
            return opened.error();
    } catch (const SqlError& error) {
        qCWarning(logStore) << "can't open a workspace:" << error.code << error.message;
        return error.toError(d.context.file);
    }
    d.connectTo(*workspace);
    d.writer = std::make_unique<EventWriter>(*workspace);
    d.reader = std::make_unique<EventReader>(*workspace);
    if (options.index)
        d.startIndexer(*workspace);
    return workspace;
}

QString Workspace::file() const
{
    return d->context.file;
}

QByteArray Workspace::uuid() const
{
    return d->context.uuid;
}

bool Workspace::isReadOnly() const
{
    return d->context.readOnly;
}

QString Workspace::notice() const
{
    return d->notice;
}

EventWriter& Workspace::writer()
{
    return *d->writer;
}

EventReader& Workspace::reader()
{
    return *d->reader;
}

StoreContext& Workspace::context()
{
    return d->context;
}

std::shared_ptr<const std::vector<Endpoint>> Workspace::endpoints() const
{
    return d->context.endpoints();
}

Retention Workspace::retention() const
{
    return d->context.retention();
}

qint64 Workspace::eventCount() const
{
    return d->context.eventCount.load();
}

qint64 Workspace::byteCount() const
{
    return d->context.byteCount.load();
}

EventId Workspace::newestId() const
{
    return EventId(d->context.newestId.load());
}

EventId Workspace::indexedUpTo() const
{
    return EventId(d->context.indexedUpTo.load());
}

qint64 Workspace::indexBacklog() const
{
    return std::max<qint64>(0, d->context.newestId.load() - d->context.indexedUpTo.load());
}

QMap<QByteArray, qint64> Workspace::eventCounts() const
{
    return d->context.counts();
}

} // namespace creel
