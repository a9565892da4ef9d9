#include "desktop/compose/SigningPanel.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/compose/SecretChooser.h"
#include "signature/Scheme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{
SigningPanel::SigningPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_scheme(new QComboBox(this))
    , m_secret(new SecretChooser(workbench, QStringLiteral("compose"), this))
    , m_timeKind(new QComboBox(this))
    , m_time(new QDateTimeEdit(this))
    , m_note(new PlainLabel(this))
{
    m_scheme->setObjectName(QStringLiteral("composeScheme"));
    m_scheme->setAccessibleName(tr("Sign as"));
    m_scheme->addItem(tr("Not signed"), QByteArray());
    std::vector<std::shared_ptr<const Scheme>> schemes = workbench.catalog()->all();
    std::sort(schemes.begin(), schemes.end(),
        [](const auto& a, const auto& b) { return QString::localeAwareCompare(a->name, b->name) < 0; });
    for (const auto& scheme : schemes)
        m_scheme->addItem(toVisible(scheme->name, 80), scheme->id);
    m_timeKind->setAccessibleName(tr("Time of the signature"));
    m_timeKind->addItem(tr("Now"));
    m_timeKind->addItem(tr("Set"));
    m_time->setObjectName(QStringLiteral("composeTime"));
    m_time->setAccessibleName(tr("The time that is signed"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setDateTime(QDateTime::currentDateTime());
    m_note->setWordWrap(true);
    m_note->setProperty("kind", QStringLiteral("secondary"));
    auto* time = new QHBoxLayout;
    time->addWidget(m_timeKind);
    time->addWidget(m_time);
    time->addStretch(1);
    auto* form = new QFormLayout;
    m_form = form;
    form->setContentsMargins(14, 14, 14, 14);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(new PlainLabel(tr("Sign as"), this), m_scheme);
    form->addRow(new PlainLabel(tr("Secret"), this), m_secret);
    form->addRow(new PlainLabel(tr("Time"), this), time);
    form->addRow(m_note);
    m_secret->setMinimumWidth(280);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addStretch(1);
    const auto told = [this] {
        refresh();
        emit changed();
    };
    connect(m_scheme, &QComboBox::currentIndexChanged, this, [this, told] {
        fillSettings();
        told();
    });
    connect(m_secret, &SecretChooser::changed, this, told);
    connect(m_timeKind, &QComboBox::currentIndexChanged, this, told);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, told);
    refresh();
}

SigningPanel::~SigningPanel() = default;

/** What the scheme reads beside the secret has a line for each. */
void SigningPanel::fillSettings()
{
    for (const auto& [name, line] : m_settingLines)
        m_form->removeRow(line);
    m_settingLines.clear();
    const auto scheme = m_workbench.catalog()->find(m_scheme->currentData().toByteArray());
    if (!scheme)
        return;
    for (const QByteArray& name : scheme->settings) {
        const QString shown = toVisible(toText(name), 60);
        auto* line = new QLineEdit(toText(m_settings.value(name)), this);
        line->setAccessibleName(shown);
        line->setMinimumWidth(280);
        m_form->insertRow(m_form->rowCount() - 2, new PlainLabel(shown, this), line);
        m_settingLines.emplace_back(name, line);
        connect(line, &QLineEdit::textChanged, this, &SigningPanel::changed);
    }
}

void SigningPanel::refresh()
{
    const QByteArray id = m_scheme->currentData().toByteArray();
    const auto scheme = m_workbench.catalog()->find(id);
    const bool signs = scheme != nullptr;
    m_secret->setEnabled(signs);
    m_timeKind->setEnabled(signs);
    m_time->setVisible(m_timeKind->currentIndex() == 1);
    m_time->setEnabled(signs);
    m_note->setText(signs && !m_secret->problem().isEmpty() ? toVisible(m_secret->problem(), 500)
            : !signs                                        ? tr("The request goes out without a signature.")
            : scheme->isAsymmetric()
            ? tr("%1 signs with a private key: give a key of your own, in PEM.").arg(toVisible(scheme->name, 80))
            : toVisible(scheme->key.note, 400));
}

void SigningPanel::setDraft(const Draft& draft)
{
    const QSignalBlocker own(this);
    m_settings = draft.settings;
    m_timeKind->setCurrentIndex(0);
    m_scheme->setCurrentIndex(std::max(m_scheme->findData(draft.scheme), 0));
    fillSettings();
    m_secret->choose(draft.secretId);
    refresh();
}

void SigningPanel::writeTo(Draft& draft) const
{
    draft.scheme = m_scheme->currentData().toByteArray();
    draft.secretId = draft.scheme.isEmpty() ? 0 : m_secret->chosen();
    draft.settings.clear();
    for (const auto& [name, line] : m_settingLines) {
        if (!line->text().isEmpty())
            draft.settings.insert(name, line->text().toUtf8());
    }
}

std::shared_ptr<const SecretBytes> SigningPanel::secret() const
{
    return m_secret->secret();
}

std::optional<qint64> SigningPanel::timeUs() const
{
    if (m_timeKind->currentIndex() == 0)
        return std::nullopt;
    return m_time->dateTime().toMSecsSinceEpoch() * 1000;
}

QString SigningPanel::schemeName() const
{
    return m_scheme->currentIndex() <= 0 ? QString() : m_scheme->currentText();
}

} // namespace creel
