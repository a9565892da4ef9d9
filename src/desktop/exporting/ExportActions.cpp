#include "desktop/exporting/ExportActions.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/ActionRegistry.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/list/EventTable.h"
#include "desktop/list/EventText.h"
#include "desktop/list/ListPane.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/shell/TopBar.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QProgressDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStyle>
#include <QVBoxLayout>

namespace creel
{
namespace
{

constexpr int stepOfProgress = 200; ///< events between two messages

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Ndjson:
        return QStringLiteral("ndjson");
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Curl:
        break;
    }
    return QStringLiteral("sh");
}

QString nameOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Ndjson:
        return ExportActions::tr("NDJSON");
    case ExportFormat::Json:
        return ExportActions::tr("JSON");
    case ExportFormat::Curl:
        break;
    }
    return ExportActions::tr("curl commands");
}

Result<EventSet> eventsOf(EventReader& reader, const ExportActions::Request& request, const StopToken& stop)
{
    if (request.ids.empty())
        return reader.findNow(request.query, -1, stop);
    EventSet set;
    for (const EventId id : request.ids)
        set.add(id);
    return set;
}

} // namespace

ExportActions::ExportActions(MainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    auto* button = new QPushButton(tr("Export"), &window);
    button->setObjectName(QStringLiteral("exportButton"));
    button->setToolTip(plainToolTip(tr("Save or copy events")));
    auto* menu = new QMenu(button);
    const auto add = [&](const char* key, const QString& title, const char* keys, ExportFormat format) {
        Command command;
        command.key = key;
        command.title = title;
        command.place = MenuPlace::File;
        if (*keys != 0)
            command.shortcuts = {QKeySequence(QString::fromLatin1(keys))};
        command.run = [this, format] { ask(format); };
        menu->addAction(window.actions().add(command));
    };
    add("file.exportNdjson", tr("Export as &NDJSON\u2026"), "Ctrl+E", ExportFormat::Ndjson);
    add("file.exportJson", tr("Export as &JSON\u2026"), "", ExportFormat::Json);
    add("file.exportCurl", tr("Export as c&url commands\u2026"), "", ExportFormat::Curl);
    button->setMenu(menu);
    window.topBar().addRight(button);
}

ExportActions::~ExportActions() = default;

void ExportActions::ask(ExportFormat format)
{
    if (m_running)
        return;
    const EventTable& table = m_window.list().table();
    Request request;
    request.format = format;
    request.query = m_window.list().query();
    auto* dialog = new QDialog(&m_window);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Export as %1").arg(nameOf(format)));
    auto* selected = new QRadioButton(tr("Selected events (%1)").arg(localizedNumber(table.selectedCount())), dialog);
    auto* all = new QRadioButton(
        tr("All events in the list (%1)").arg(localizedNumber(m_window.list().table().model()->rowCount())), dialog);
    selected->setEnabled(table.selectedCount() > 0);
    (table.selectedCount() > 0 ? selected : all)->setChecked(true);
    auto* mask = new QCheckBox(tr("Put placeholders for credentials that senders wrote"), dialog);
    mask->setObjectName(QStringLiteral("exportMask"));
    mask->setChecked(true);
    auto* note = new PlainLabel(
        tr("Tokens and passwords in headers, addresses and bodies. Afterwards you see how many."), dialog);
    note->setProperty("kind", QStringLiteral("secondary"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    QPushButton* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    QPushButton* save = buttons->addButton(tr("Save\u2026"), QDialogButtonBox::AcceptRole);
    save->setProperty("kind", QStringLiteral("accent"));
    save->setDefault(true);
    save->style()->unpolish(save); // the box has asked for its size already
    save->style()->polish(save);
    copy->setObjectName(QStringLiteral("exportCopy"));
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    const auto chosen = [this, request, selected, mask] {
        Request wanted = request;
        wanted.mask = mask->isChecked();
        if (selected->isChecked())
            wanted.ids = m_window.list().table().selectedEvents();
        return wanted;
    };
    connect(copy, &QPushButton::clicked, this, [this, dialog, chosen] {
        run(chosen());
        dialog->accept();
    });
    connect(save, &QPushButton::clicked, this, [this, dialog, chosen] {
        const Request wanted = chosen();
        auto* files = new QFileDialog(&m_window, tr("Export as %1").arg(nameOf(wanted.format)));
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setAcceptMode(QFileDialog::AcceptSave);
        files->setDefaultSuffix(suffixOf(wanted.format));
        files->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        files->selectFile(QStringLiteral("events.") + suffixOf(wanted.format));
        connect(files, &QFileDialog::fileSelected, this, [this, wanted](const QString& file) {
            Request toFile = wanted;
            toFile.file = file;
            run(toFile);
        });
        dialog->accept();
        files->open();
    });
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(10);
    for (QWidget* widget : {static_cast<QWidget*>(selected), static_cast<QWidget*>(all), static_cast<QWidget*>(mask),
             static_cast<QWidget*>(note), static_cast<QWidget*>(buttons)})
        layout->addWidget(widget);
    dialog->open();
}

void ExportActions::run(const Request& request)
{
    if (m_running)
        return;
    m_running = true;
    m_stop = StopSource();
    m_progress = std::make_unique<QProgressDialog>(&m_window);
    m_progress->setWindowTitle(tr("Export"));
    m_progress->setLabelText(tr("Exporting\u2026"));
    m_progress->setRange(0, 0);
    m_progress->setMinimumDuration(300);
    m_progress->setAutoReset(false);
    m_progress->setAutoClose(false);
    m_progress->setValue(0);
    connect(m_progress.get(), &QProgressDialog::canceled, this, [this] { m_stop.stop(); });
    EventReader& reader = m_window.workbench().reader();
    const auto work = [this, request, &reader, stop = m_stop.token(), mask = m_window.workbench().mask(),
                          post = m_jobs.poster()]() -> Result<Written> {
        const Result<EventSet> events = eventsOf(reader, request, stop);
        if (!events.ok())
            return events.error();
        Written written;
        QSaveFile file(request.file);
        if (!request.file.isEmpty() && !file.open(QIODevice::WriteOnly))
            return Error{ErrorCode::Io, tr("%1 can't be written: %2").arg(request.file, file.errorString())};
        const ByteSink sink = [&](QByteArrayView bytes) -> Result<void> {
            if (request.file.isEmpty()) {
                if (written.text.size() + bytes.size() > maxClipboard)
                    return Error{ErrorCode::Invalid, tr("This is too much for the clipboard: save it to a file.")};
                written.text += bytes;
            } else if (file.write(bytes.data(), bytes.size()) != bytes.size()) {
                return Error{ErrorCode::Io, tr("%1 can't be written: %2").arg(request.file, file.errorString())};
            }
            return {};
        };
        ExportOptions options;
        options.format = request.format;
        options.mask = request.mask ? &mask : nullptr;
        const auto progress = [this, post, size = events->size()](qint64 done) {
            if (done % stepOfProgress == 0)
                post([this, done, size] {
                    if (m_progress)
                        m_progress->setLabelText(
                            tr("%1 of %2 events").arg(localizedNumber(done), localizedNumber(size)));
                });
        };
        const Result<ExportResult> result = exportEvents(reader, *events, options, sink, stop, progress);
        if (!result.ok())
            return result.error();
        written.counts = *result;
        if (!request.file.isEmpty() && !file.commit())
            return Error{ErrorCode::Io, tr("%1 can't be written: %2").arg(request.file, file.errorString())};
        return written;
    };
    // Its own token never stops: the end is told also where the export was cancelled.
    m_jobs.run(StopToken(), work, [this, request](const Result<Written>& written) { finish(request, written); });
}

void ExportActions::finish(const Request& request, const Result<Written>& written)
{
    m_running = false;
    m_progress.reset();
    if (!written.ok()) {
        if (written.error().code == ErrorCode::Cancelled)
            m_window.status().showMessage(tr("The export was canceled; nothing was written."));
        else
            m_window.status().showProblem(written.error().text);
        emit ended(written.error().text);
        return;
    }
    if (request.file.isEmpty())
        QGuiApplication::clipboard()->setText(toText(written->text));
    const QString count = localizedNumber(written->counts.events);
    const QString masked = localizedNumber(written->counts.masked);
    const QString where = request.file.isEmpty() ? tr("the clipboard") : QDir::toNativeSeparators(request.file);
    m_window.status().showMessage(request.mask
            ? tr("%1 events exported to %2; placeholders for credentials: %3").arg(count, where, masked)
            : tr("%1 events exported to %2, exactly as they came").arg(count, where));
    emit ended({});
}

} // namespace creel
