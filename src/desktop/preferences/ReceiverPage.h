#pragma once

#include "desktop/preferences/Preferences.h"

#include <memory>

namespace Ui
{
class ReceiverPage;
}

namespace creel
{

class Settings;

class ReceiverPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit ReceiverPage(Settings& settings, QWidget* parent = nullptr);
    ~ReceiverPage() override;

    QString title() const override;
    QString apply() override;

private:
    Settings& m_settings;
    std::unique_ptr<Ui::ReceiverPage> m_ui;
};

} // namespace creel
