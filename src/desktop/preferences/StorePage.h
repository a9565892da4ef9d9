#pragma once

#include "desktop/preferences/Preferences.h"

#include <memory>

namespace Ui
{
class StorePage;
}

namespace creel
{

class Workbench;

class StorePage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit StorePage(Workbench& workbench, QWidget* parent = nullptr);
    ~StorePage() override;

    QString title() const override;
    QString apply() override;

private:
    Workbench& m_workbench;
    std::unique_ptr<Ui::StorePage> m_ui;
};

} // namespace creel
