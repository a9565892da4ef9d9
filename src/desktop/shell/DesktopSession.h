#pragma once

#include "base/Result.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QApplication;

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

    enum class Opened { Here, Elsewhere };
    /** `file` empty: the default workspace. `port`: for this run only. */
    Result<Opened> open(const QString& file, std::optional<quint16> port = std::nullopt);
    /** The window of the workspace that was opened last, or null. */
    MainWindow* window() const;

private:
    struct Open;
    void openOrTell(const QString& file);
    void askForFile(bool isNew);
    void closeLater(MainWindow* window);
    void applyTheme();

    Settings& m_settings;
    SecretStore& m_secrets;
    std::unique_ptr<Theme> m_theme;
    std::vector<std::unique_ptr<Open>> m_open;
};

} // namespace creel
