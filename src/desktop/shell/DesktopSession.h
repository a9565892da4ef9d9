#pragma once

#include "base/Result.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QApplication;
class QWidget;

namespace creel
{

class MainWindow;
class SampleSender;
class SecretStore;
class Settings;
class Theme;
class Workbench;

/**
 * The windows of this process, one for each open workspace, and what they share: settings, colors, keychain. A
 * workspace that another process has open is brought to the front there.
 */
class DesktopSession : public QObject
{
    Q_OBJECT
public:
    DesktopSession(QApplication& application, Settings& settings, SecretStore& secrets);
    ~DesktopSession() override;

    enum class Opened { Here, Elsewhere, Soon };
    /** `file` empty: the default workspace. `port`: for this run only. Soon: the window comes, or `failed` does. */
    Opened open(const QString& file, std::optional<quint16> port = std::nullopt);
    /** The window of the workspace that was opened last, or null. */
    MainWindow* window() const;

signals:
    /** A workspace could not be opened. */
    void failed(const QString& text);
    /** The window of a workspace is there. */
    void opened();

private:
    struct Open;
    void opensSoon(const QString& path);
    void came(Result<std::unique_ptr<Workbench>> workbench);
    void show(std::unique_ptr<Open> open);
    void askForFile(bool isNew);
    void closeLater(MainWindow* window);
    void applyTheme();

    Settings& m_settings;
    SecretStore& m_secrets;
    std::unique_ptr<Theme> m_theme;
    std::vector<std::unique_ptr<Open>> m_open;
    std::unique_ptr<Open> m_opening; ///< one at a time
    std::vector<QString> m_next; ///< that wait for it
    QTimer m_slow;
    std::unique_ptr<QWidget> m_notice; ///< that it takes its time
};

} // namespace creel
