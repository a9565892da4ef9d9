#pragma once

#include "desktop/preferences/Preferences.h"
#include "exchange/MaskRules.h"

#include <memory>

namespace Ui
{
class MaskPage;
}

namespace creel
{

class Workbench;

/** Where credentials stand that senders write into events: names of headers and of values, one in a line. */
class MaskPage : public PreferencesPage
{
    Q_OBJECT
public:
    explicit MaskPage(Workbench& workbench, QWidget* parent = nullptr);
    ~MaskPage() override;

    QString title() const override;
    QString apply() override;

private:
    void fill(const MaskRules& rules);

    Workbench& m_workbench;
    std::unique_ptr<Ui::MaskPage> m_ui;
};

} // namespace creel
