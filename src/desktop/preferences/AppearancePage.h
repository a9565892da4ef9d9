#pragma once

#include "desktop/preferences/Preferences.h"

#include <memory>

namespace Ui
{
class AppearancePage;
}

namespace creel
{

class Settings;

class AppearancePage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit AppearancePage(Settings& settings, QWidget* parent = nullptr);
    ~AppearancePage() override;

    QString title() const override;
    QString apply() override;

private:
    Settings& m_settings;
    std::unique_ptr<Ui::AppearancePage> m_ui;
};

} // namespace creel
