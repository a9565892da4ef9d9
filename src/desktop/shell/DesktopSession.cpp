#include "desktop/shell/DesktopSession.h"

#include "app/Workbench.h"
#include "desktop/MainWindow.h"
#include "desktop/PlainText.h"
#include "desktop/Settings.h"
#include "desktop/shell/SingleInstance.h"
#include "desktop/start/HttpSampleSender.h"
#include "desktop/theme/Theme.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace creel
{

/** A window and what it stands on; the window goes first. */
struct DesktopSession::Open {
    QString file;
    std::unique_ptr<SingleInstance> instance;
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

Result<DesktopSession::Opened> DesktopSession::open(const QString& file, std::optional<quint16> port)
{
    const QString path = QFileInfo(file.isEmpty() ? Workbench::defaultWorkspaceFile() : file).absoluteFilePath();
    for (const auto& open : m_open) {
        if (open->file == path) {
            open->window->raiseToFront();
            return Opened::Here;
        }
    }
    auto open = std::make_unique<Open>();
    open->file = path;
    open->instance = std::make_unique<SingleInstance>(path);
    if (open->instance->raiseOther())
        return Opened::Elsewhere;
    WorkbenchOptions options;
    options.workspaceFile = path;
    Result<std::unique_ptr<Workbench>> workbench = Workbench::open(options, m_secrets);
    if (!workbench.ok())
        return workbench.error();
    open->workbench = std::move(workbench).value();
    open->instance = std::make_unique<SingleInstance>(path); // the file may be new: its name is known for sure now
    open->instance->own();
    open->samples = std::make_unique<HttpSampleSender>();
    open->window = std::make_unique<MainWindow>(*open->workbench, m_settings, *open->samples);
    MainWindow* window = open->window.get();
    connect(open->instance.get(), &SingleInstance::raiseWanted, window, &MainWindow::raiseToFront);
    connect(window, &MainWindow::openFileWanted, this, &DesktopSession::openOrTell);
    connect(window, &MainWindow::openWanted, this, [this] { askForFile(false); });
    connect(window, &MainWindow::newWorkspaceWanted, this, [this] { askForFile(true); });
    connect(window, &MainWindow::themeChangeSeen, m_theme.get(), &Theme::systemChanged);
    connect(
        window, &MainWindow::closed, this, [this, window] { closeLater(window); }, Qt::QueuedConnection);
    m_open.push_back(std::move(open));
    m_settings.addRecentWorkspace(path);
    window->listen(port);
    window->show();
    return Opened::Here;
}

MainWindow* DesktopSession::window() const
{
    return m_open.empty() ? nullptr : m_open.back()->window.get();
}

void DesktopSession::openOrTell(const QString& file)
{
    const Result<Opened> opened = open(file);
    if (!opened.ok())
        tell(window(), tr("The workspace could not be opened"), opened.error().text);
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
    connect(dialog, &QFileDialog::fileSelected, this, &DesktopSession::openOrTell);
    dialog->open();
}

void DesktopSession::closeLater(MainWindow* window)
{
    std::erase_if(m_open, [window](const auto& open) { return open->window.get() == window; });
}

} // namespace creel
