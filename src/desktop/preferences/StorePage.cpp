#include "desktop/preferences/StorePage.h"

#include "app/Workbench.h"
#include "ui_StorePage.h"

#include <algorithm>
#include <limits>

namespace creel
{
namespace
{

constexpr qint64 secondsOfDay = 86'400;

int toSpin(qint64 value)
{
    return int(std::clamp<qint64>(value, 0, std::numeric_limits<int>::max()));
}

} // namespace

StorePage::StorePage(Workbench& workbench, QWidget* parent)
    : PreferencesPage(parent)
    , m_workbench(workbench)
    , m_ui(std::make_unique<Ui::StorePage>())
{
    m_ui->setupUi(this);
    const Retention retention = workbench.workspace().retention();
    m_ui->events->setValue(toSpin(retention.maxEvents));
    m_ui->days->setValue(toSpin((retention.maxAgeS + secondsOfDay - 1) / secondsOfDay));
    m_ui->size->setValue(toSpin((retention.maxBytes + megabyte - 1) / megabyte));
    setEnabled(!workbench.workspace().isReadOnly());
}

StorePage::~StorePage() = default;

QString StorePage::title() const
{
    return tr("Store");
}

QString StorePage::apply()
{
    if (m_workbench.workspace().isReadOnly())
        return {};
    Retention retention;
    retention.maxEvents = m_ui->events->value();
    retention.maxAgeS = m_ui->days->value() * secondsOfDay;
    retention.maxBytes = m_ui->size->value() * megabyte;
    if (!(retention == m_workbench.workspace().retention()))
        m_workbench.writer().setRetention(retention);
    return {};
}

} // namespace creel
