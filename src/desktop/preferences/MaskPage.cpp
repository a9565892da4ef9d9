#include "desktop/preferences/MaskPage.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/theme/Theme.h"
#include "ui_MaskPage.h"

namespace creel
{
namespace
{

QString linesOf(const std::set<QByteArray>& names)
{
    QStringList lines;
    for (const QByteArray& name : names)
        lines << toVisible(toText(name), 400);
    return lines.join(QLatin1Char('\n'));
}

QByteArrayList namesIn(const QPlainTextEdit& edit)
{
    QByteArrayList names;
    for (const QString& line : edit.toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            names << line.trimmed().toUtf8();
    }
    return names;
}

} // namespace

MaskPage::MaskPage(Workbench& workbench, QWidget* parent)
    : PreferencesPage(parent)
    , m_workbench(workbench)
    , m_ui(std::make_unique<Ui::MaskPage>())
{
    m_ui->setupUi(this);
    for (QPlainTextEdit* edit : {m_ui->headers, m_ui->names})
        edit->setFont(wireFont());
    m_ui->problem->setText(toVisible(workbench.maskProblem(), 500));
    m_ui->problem->setVisible(!workbench.maskProblem().isEmpty());
    fill(workbench.maskRules());
    connect(m_ui->reset, &QPushButton::clicked, this,
        [this] { fill(Workbench::defaultMaskRules(*m_workbench.catalog())); });
}

MaskPage::~MaskPage() = default;

QString MaskPage::title() const
{
    return tr("Secrets");
}

void MaskPage::fill(const MaskRules& rules)
{
    m_ui->headers->setPlainText(linesOf(rules.headers));
    m_ui->names->setPlainText(linesOf(rules.names));
}

QString MaskPage::apply()
{
    MaskRules rules;
    for (const QByteArray& name : namesIn(*m_ui->headers)) {
        if (!MaskRules::isHeaderName(name))
            return tr("\"%1\" can't be the name of a header.").arg(toVisible(toText(name), 60));
        rules.addHeader(name);
    }
    for (const QByteArray& name : namesIn(*m_ui->names)) {
        if (!MaskRules::isName(name))
            return tr("\"%1\" can't be the name of a value.").arg(toVisible(toText(name), 60));
        rules.addName(name);
    }
    if (rules == m_workbench.maskRules())
        return {};
    const Result<void> saved = m_workbench.setMaskRules(rules);
    return saved.ok() ? QString() : saved.error().text;
}

} // namespace creel
