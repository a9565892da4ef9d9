#include "desktop/preferences/AppearancePage.h"

#include "desktop/Languages.h"
#include "desktop/Settings.h"
#include "ui_AppearancePage.h"

#include <algorithm>

namespace creel
{
namespace
{

// In the order of the form.
const QStringList& themes()
{
    static const QStringList words{
        QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system-colors")};
    return words;
}

const QStringList& positions()
{
    static const QStringList words{QStringLiteral("auto"), QStringLiteral("right"), QStringLiteral("below")};
    return words;
}

} // namespace

AppearancePage::AppearancePage(Settings& settings, QWidget* parent)
    : PreferencesPage(parent)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::AppearancePage>())
{
    m_ui->setupUi(this);
    m_ui->theme->setCurrentIndex(std::max(int(themes().indexOf(settings.get(settings::theme))), 0));
    m_ui->rows->setCurrentIndex(settings.get(settings::comfortableRows) ? 1 : 0);
    m_ui->detail->setCurrentIndex(std::max(int(positions().indexOf(settings.get(settings::detailPosition))), 0));
    m_ui->language->setItemData(0, settings::language.fallback);
    for (const Language& language : languages())
        m_ui->language->addItem(language.name, language.code);
    m_ui->language->setCurrentIndex(std::max(m_ui->language->findData(settings.get(settings::language)), 0));
}

AppearancePage::~AppearancePage() = default;

QString AppearancePage::title() const
{
    return tr("Appearance");
}

QString AppearancePage::apply()
{
    m_settings.set(settings::theme, themes()[m_ui->theme->currentIndex()]);
    m_settings.set(settings::comfortableRows, m_ui->rows->currentIndex() == 1);
    m_settings.set(settings::detailPosition, positions()[m_ui->detail->currentIndex()]);
    m_settings.set(settings::language, m_ui->language->currentData().toString());
    return {};
}

} // namespace creel
