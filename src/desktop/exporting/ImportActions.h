#pragma once

#include "base/Result.h"
#include "base/StopToken.h"
#include "desktop/event/Jobs.h"

#include <QObject>
#include <QStringList>

#include <memory>

class QMimeData;
class QProgressDialog;

namespace creel
{

class MainWindow;
class SchemeCatalog;

/** Brings events of NDJSON files, as Export and `creel-cli export` write them, into the workspace as new events. */
class ImportActions : public QObject
{
    Q_OBJECT
public:
    /** Adds its command. The window must outlive it. */
    explicit ImportActions(MainWindow& window);
    ~ImportActions() override;

    /** Asks for files. */
    void ask();
    /** One file after the other, off this thread. */
    void run(const QStringList& files);

    /** The files of a drag that can be imported; none where the workspace can't be written. */
    QStringList filesIn(const QMimeData& data) const;

signals:
    /** It is over; `error` is empty where every line was stored. */
    void ended(const QString& error);

private:
    struct Outcome {
        qint64 stored = 0;
        qint64 bad = 0;
        QString firstBad; ///< where and what, of the first line that can't be read
        QString error; ///< what ended it
        bool canceled = false;
    };
    Outcome import(const QStringList& files, std::shared_ptr<const SchemeCatalog> catalog, const StopToken& stop);
    void finish(const QStringList& files, const Outcome& outcome);

    MainWindow& m_window;
    std::unique_ptr<QProgressDialog> m_progress;
    bool m_running = false;
    Jobs m_jobs;
    StopSource m_stop; // stops before the jobs are waited for
};

} // namespace creel
