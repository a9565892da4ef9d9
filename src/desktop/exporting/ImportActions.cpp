#include "desktop/exporting/ImportActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/list/EventText.h"
#include "desktop/shell/StatusStrip.h"
#include "exchange/Importer.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QProgressDialog>
#include <QUrl>

#include <algorithm>
#include <limits>
#include <utility>

namespace creel
{
namespace
{

constexpr qint64 linesOfProgress = 200; ///< lines between two messages
constexpr qint64 longestLine = 512LL * 1024 * 1024; ///< a body of the largest size, in Base64, and its head

bool isNdjson(const QString& file)
{
    return file.endsWith(QLatin1String(".ndjson"), Qt::CaseInsensitive)
        || file.endsWith(QLatin1String(".jsonl"), Qt::CaseInsensitive);
}

QString nameOf(const QString& file)
{
    return toVisible(QFileInfo(file).fileName(), 100);
}

} // namespace

ImportActions::ImportActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    Command command;
    command.key = "file.import";
    command.title = tr("&Import events\u2026");
    command.place = MenuPlace::File;
    command.shortcuts = {QKeySequence(QStringLiteral("Ctrl+I"))};
    command.separatorBefore = true;
    command.run = [this] { ask(); };
    window.actions().add(command)->setVisible(!window.workbench().workspace().isReadOnly());
}

ImportActions::~ImportActions() = default;

void ImportActions::ask()
{
    if (m_running || m_window.workbench().workspace().isReadOnly())
        return;
    auto* dialog = new QFileDialog(&m_window, tr("Import events"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Events as NDJSON (*.ndjson *.jsonl)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportActions::run);
    dialog->open();
}

QStringList ImportActions::filesIn(const QMimeData& data) const
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && isNdjson(url.toLocalFile()))
            files << url.toLocalFile();
    }
    return m_window.workbench().workspace().isReadOnly() ? QStringList() : files;
}

void ImportActions::run(const QStringList& files)
{
    if (m_running || files.isEmpty() || m_window.workbench().workspace().isReadOnly())
        return;
    m_running = true;
    m_stop = StopSource();
    m_progress = std::make_unique<QProgressDialog>(&m_window);
    m_progress->setWindowTitle(tr("Import"));
    m_progress->setLabelText(tr("Importing\u2026"));
    m_progress->setRange(0, 1000);
    m_progress->setMinimumDuration(300);
    m_progress->setAutoReset(false);
    m_progress->setAutoClose(false);
    m_progress->setValue(0);
    connect(m_progress.get(), &QProgressDialog::canceled, this, [this] { m_stop.stop(); });
    // Its own token never stops: the end is told also where the import was canceled.
    m_jobs.run(
        StopToken(),
        [this, files, catalog = m_window.workbench().catalog(), stop = m_stop.token()] {
            return import(files, catalog, stop);
        },
        [this, files](const Outcome& outcome) { finish(files, outcome); });
}

/** On a thread of the pool. */
ImportActions::Outcome ImportActions::import(
    const QStringList& files, std::shared_ptr<const SchemeCatalog> catalog, const StopToken& stop)
{
    Outcome outcome;
    qint64 total = 0;
    for (const QString& file : files)
        total += QFileInfo(file).size();
    Workbench& workbench = m_window.workbench();
    Importer importer(workbench.writer(), std::move(catalog), workbench.clock());
    const auto post = m_jobs.poster();
    qint64 before = 0;
    qint64 lines = 0;
    for (const QString& file : files) {
        QFile in(file);
        if (!in.open(QIODevice::ReadOnly)) {
            outcome.error = tr("%1 can't be read: %2").arg(nameOf(file), in.errorString());
            break;
        }
        qint64 number = 0;
        for (QByteArray line = in.readLine(longestLine); !line.isEmpty() && !stop.stopRequested();
             line = in.readLine(longestLine)) {
            ++number;
            if (line.trimmed().isEmpty())
                continue;
            if (const Result<void> added = importer.add(line); !added.ok()) {
                ++outcome.bad;
                if (outcome.firstBad.isEmpty())
                    outcome.firstBad =
                        tr("%1, line %2: %3").arg(nameOf(file), localizedNumber(number), added.error().text);
            }
            if (++lines % linesOfProgress != 0)
                continue;
            const int done =
                total > 0 ? static_cast<int>(std::min<qint64>((before + in.pos()) * 1000 / total, 1000)) : 0;
            post([this, done, lines] {
                if (!m_progress)
                    return;
                m_progress->setValue(done);
                m_progress->setLabelText(tr("%1 lines read").arg(localizedNumber(lines)));
            });
        }
        before += in.pos();
        outcome.canceled = stop.stopRequested();
        if (in.error() != QFileDevice::NoError)
            outcome.error = tr("%1 can't be read: %2").arg(nameOf(file), in.errorString());
        if (outcome.canceled || !outcome.error.isEmpty())
            break;
    }
    const Result<qint64> stored = importer.finish();
    if (stored.ok())
        outcome.stored = *stored;
    else
        outcome.error = stored.error().text;
    return outcome;
}

void ImportActions::finish(const QStringList& files, const Outcome& outcome)
{
    m_running = false;
    m_progress.reset();
    const int count = static_cast<int>(std::min<qint64>(outcome.stored, std::numeric_limits<int>::max()));
    const QString from =
        files.size() == 1 ? nameOf(files.front()) : tr("%n file(s)", nullptr, static_cast<int>(files.size()));
    QString problem = outcome.error;
    if (problem.isEmpty() && outcome.bad > 0)
        problem = tr("%n event(s) imported from %1. Lines that are no events: %2. The first: %3", nullptr, count)
                      .arg(from, localizedNumber(outcome.bad), toVisible(outcome.firstBad, 400));
    if (!problem.isEmpty())
        m_window.status().showProblem(problem);
    else if (outcome.canceled)
        m_window.status().showMessage(tr("The import was canceled after %n event(s).", nullptr, count));
    else
        m_window.status().showMessage(tr("%n event(s) imported from %1", nullptr, count).arg(from));
    emit ended(problem);
}

} // namespace creel
