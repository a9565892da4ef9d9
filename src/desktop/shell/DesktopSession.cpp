#include "desktop/shell/DesktopSession.h"

#include "app/Workbench.h"
#include "app/WorkbenchOpener.h"
#include "base/Text.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/Settings.h"
#include "desktop/shell/SingleInstance.h"
#include "desktop/shell/StatusStrip.h"
#include "desktop/start/HttpSampleSender.h"
#include "desktop/theme/Theme.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{

namespace
{

constexpr int slowOpeningMs = 200; ///< an opening that takes longer says so

} // namespace

/** A window and what it stands on; the window goes first. */
struct DesktopSession::Open {
    QString file;
    std::optional<quint16> port;
    std::unique_ptr<SingleInstance> instance;
    std::unique_ptr<WorkbenchOpener> opener; ///< while it is opened
    std::unique_ptr<Workbench> workbench;
    std::unique_ptr<SampleSender> samples;
    std::unique_ptr<MainWindow> window;
};

DesktopSession::DesktopSession(QApplication& application, Settings& settings, SecretStore& secrets)
    : m_settings(settings)
    , m_secrets(secrets)
    , m_theme(std::make_unique<Theme>(application))
{
    applyTheme();
    connect(&settings, &Settings::changed, this, [this](const QByteArray& key) {
        if (key == settings::theme.key)
            applyTheme();
    });
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowOpeningMs);
    connect(&m_slow, &QTimer::timeout, this, [this] { opensSoon(m_opening->file); });
}

DesktopSession::~DesktopSession() = default;

void DesktopSession::applyTheme()
{
    const QString word = m_settings.get(settings::theme);
    m_theme->setChoice(word == QLatin1String("light") ? Theme::Choice::Light
            : word == QLatin1String("dark")           ? Theme::Choice::Dark
            : word == QLatin1String("system-colors")  ? Theme::Choice::SystemColors
                                                      : Theme::Choice::System);
}

DesktopSession::Opened DesktopSession::open(const QString& file, std::optional<quint16> port)
{
    const QString path = QFileInfo(file.isEmpty() ? Workbench::defaultWorkspaceFile() : file).absoluteFilePath();
    for (const auto& open : m_open) {
        if (open->file == path) {
            open->window->raiseToFront();
            return Opened::Here;
        }
    }
    if (m_opening) {
        if (m_opening->file != path)
            m_next.push_back(path);
        return Opened::Soon;
    }
    auto open = std::make_unique<Open>();
    open->file = path;
    open->port = port;
    open->instance = std::make_unique<SingleInstance>(path);
    if (open->instance->raiseOther())
        return Opened::Elsewhere;
    WorkbenchOptions options;
    // The default folder is made where there is none
    options.workspaceFile = file.isEmpty() ? QString() : path;
    options.readOnly = Workbench::canOnlyBeRead(path);
    m_opening = std::move(open);
    m_slow.start();
    m_opening->opener = std::make_unique<WorkbenchOpener>(
        options, m_secrets, [this](Result<std::unique_ptr<Workbench>> result) { came(std::move(result)); });
    return Opened::Soon;
}

void DesktopSession::opensSoon(const QString& path)
{
    auto* label = new PlainLabel(tr("Opening %1\u2026").arg(toVisible(QFileInfo(path).fileName(), 100)));
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Opening the workspace"));
    m_notice = std::make_unique<QWidget>();
    m_notice->setObjectName(QStringLiteral("opening"));
    m_notice->setWindowTitle(tr("Creel"));
    auto* layout = new QVBoxLayout(m_notice.get());
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addWidget(label);
    layout->addWidget(bar);
    m_notice->setMinimumWidth(320);
    m_notice->show();
}

void DesktopSession::came(Result<std::unique_ptr<Workbench>> workbench)
{
    m_slow.stop();
    std::unique_ptr<Open> open = std::move(m_opening);
    // The opener runs this very call
    open->opener.release()->deleteLater();
    if (workbench) {
        open->workbench = std::move(workbench).value();
        show(std::move(open));
    } else {
        emit failed(workbench.error().text);
    }
    m_notice.reset(); // after what takes its place: the last window that goes ends the program
    if (m_next.empty())
        return;
    const QString next = m_next.front();
    m_next.erase(m_next.begin());
    this->open(next);
}

void DesktopSession::show(std::unique_ptr<Open> open)
{
    open->instance =
        std::make_unique<SingleInstance>(open->file); // the file may be new: its name is known for sure now
    const bool died = open->instance->own();
    open->samples = std::make_unique<HttpSampleSender>();
    open->window = std::make_unique<MainWindow>(*open->workbench, m_settings, *open->samples);
    MainWindow* window = open->window.get();
    connect(open->instance.get(), &SingleInstance::raiseWanted, window, &MainWindow::raiseToFront);
    connect(window, &MainWindow::openFileWanted, this, [this](const QString& file) { this->open(file); });
    connect(window, &MainWindow::openWanted, this, [this] { askForFile(false); });
    connect(window, &MainWindow::newWorkspaceWanted, this, [this] { askForFile(true); });
    connect(window, &MainWindow::themeChangeSeen, m_theme.get(), &Theme::systemChanged);
    connect(
        window, &MainWindow::closed, this, [this, window] { closeLater(window); }, Qt::QueuedConnection);
    m_settings.addRecentWorkspace(open->file);
    const std::optional<quint16> port = open->port;
    m_open.push_back(std::move(open));
    window->listen(port);
    window->show();
    if (died)
        window->status().showMessage(
            tr("Creel did not end properly the last time. Every event that was acknowledged is here."));
    emit opened();
}

MainWindow* DesktopSession::window() const
{
    return m_open.empty() ? nullptr : m_open.back()->window.get();
}

void DesktopSession::askForFile(bool isNew)
{
    auto* dialog = new QFileDialog(window(), isNew ? tr("New workspace") : tr("Open workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(isNew ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(isNew ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    // A workspace that is there is opened, never written over.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(QStringLiteral("creel"));
    dialog->setNameFilter(tr("Workspaces (*.creel)"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { open(file); });
    dialog->open();
}

void DesktopSession::closeLater(MainWindow* window)
{
    std::erase_if(m_open, [window](const auto& open) { return open->window.get() == window; });
}

} // namespace creel
