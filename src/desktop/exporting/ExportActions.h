#pragma once

#include "base/StopToken.h"
#include "desktop/event/Jobs.h"
#include "exchange/Exporter.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

class QProgressDialog;

namespace creel
{

class MainWindow;

/** The Export menu: selected or filtered events as NDJSON, JSON or curl commands, into a file or the clipboard. */
class ExportActions : public QObject
{
    Q_OBJECT
public:
    /** Adds its commands and its button. The window must outlive it. */
    explicit ExportActions(MainWindow& window);
    ~ExportActions() override;

    /** What to export: events by id, or where `ids` is empty all that the query finds. */
    struct Request {
        std::vector<EventId> ids;
        Query query;
        ExportFormat format = ExportFormat::Ndjson;
        bool mask = true;
        QString file; ///< empty: the clipboard
    };
    void run(const Request& request);
    /** Asks what, how and where to. */
    void ask(ExportFormat format);

    static constexpr qint64 maxClipboard = 64LL * 1024 * 1024;

signals:
    /** It is over; `error` is empty where all went well. */
    void ended(const QString& error);

private:
    struct Written {
        ExportResult counts;
        QByteArray text; ///< for the clipboard
    };
    void finish(const Request& request, const Result<Written>& written);

    MainWindow& m_window;
    std::unique_ptr<QProgressDialog> m_progress;
    bool m_running = false;
    Jobs m_jobs;
    StopSource m_stop; // stops before the jobs are waited for
};

} // namespace creel
