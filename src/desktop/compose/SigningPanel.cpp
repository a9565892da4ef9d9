#include "desktop/compose/SigningPanel.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "signature/Scheme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{
namespace
{

constexpr qint64 typedSecret = 0;

} // namespace

SigningPanel::SigningPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_scheme(new QComboBox(this))
    , m_secret(new QComboBox(this))
    , m_typed(new QLineEdit(this))
    , m_typedLabel(new PlainLabel(tr("Value"), this))
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
    m_secret->setObjectName(QStringLiteral("composeSecret"));
    m_secret->setAccessibleName(tr("Secret"));
    m_typed->setObjectName(QStringLiteral("composeTypedSecret"));
    m_typed->setAccessibleName(tr("Value of the secret"));
    m_typed->setEchoMode(QLineEdit::Password);
    m_typed->setPlaceholderText(tr("For this time; kept nowhere"));
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
    form->setContentsMargins(14, 14, 14, 14);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(new PlainLabel(tr("Sign as"), this), m_scheme);
    form->addRow(new PlainLabel(tr("Secret"), this), m_secret);
    form->addRow(m_typedLabel, m_typed);
    form->addRow(new PlainLabel(tr("Time"), this), time);
    form->addRow(m_note);
    m_typed->setMinimumWidth(280);
    m_secret->setMinimumWidth(280);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addStretch(1);
    fillSecrets();
    const auto told = [this] {
        refresh();
        emit changed();
    };
    connect(m_scheme, &QComboBox::currentIndexChanged, this, told);
    connect(m_secret, &QComboBox::currentIndexChanged, this, &SigningPanel::secretChosen);
    connect(m_typed, &QLineEdit::textChanged, this, told);
    connect(m_timeKind, &QComboBox::currentIndexChanged, this, told);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, told);
    connect(&workbench.workspace(), &Workspace::endpointsChanged, this, &SigningPanel::fillSecrets);
    refresh();
}

SigningPanel::~SigningPanel() = default;

void SigningPanel::fillSecrets()
{
    const qint64 before = m_wantedSecret;
    const QSignalBlocker blocker(m_secret);
    m_secret->clear();
    m_secret->addItem(tr("Type it in"), typedSecret);
    const auto endpoints = m_workbench.workspace().endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        for (const SecretRef& secret : endpoint.secrets) {
            if (secret.publicKey.isEmpty()) // with a public key nothing can be signed
                m_secret->addItem(
                    tr("%1 (%2)").arg(toVisible(secret.name, 60), toVisible(toText(endpoint.path), 60)), secret.id);
        }
    }
    m_secret->setCurrentIndex(std::max(m_secret->findData(before), 0));
}

void SigningPanel::secretChosen()
{
    m_wantedSecret = m_secret->currentData().toLongLong();
    m_read.reset();
    refresh();
    emit changed();
    if (m_wantedSecret == typedSecret)
        return;
    m_workbench.secrets().read(m_workbench.workspace().uuid(), m_wantedSecret,
        [self = QPointer<SigningPanel>(this), id = m_wantedSecret](Result<SecretBytes> value) {
            if (!self || self->m_wantedSecret != id)
                return;
            if (value.ok())
                self->m_read = std::make_shared<const SecretBytes>(std::move(value).value());
            else
                self->m_note->setText(toVisible(value.error().text, 500));
            emit self->changed();
        });
}

void SigningPanel::refresh()
{
    const QByteArray id = m_scheme->currentData().toByteArray();
    const auto scheme = m_workbench.catalog()->find(id);
    const bool signs = scheme != nullptr;
    const bool typed = m_wantedSecret == typedSecret;
    m_secret->setEnabled(signs);
    m_typed->setVisible(typed);
    m_typedLabel->setVisible(typed);
    m_typed->setEnabled(signs);
    m_timeKind->setEnabled(signs);
    m_time->setVisible(m_timeKind->currentIndex() == 1);
    m_time->setEnabled(signs);
    m_note->setText(!signs ? tr("The request goes out without a signature.")
            : scheme->isAsymmetric()
            ? tr("%1 signs with a private key: give a key of your own, in PEM.").arg(toVisible(scheme->name, 80))
            : toVisible(scheme->key.note, 400));
}

void SigningPanel::setDraft(const Draft& draft)
{
    const QSignalBlocker own(this);
    m_settings = draft.settings;
    m_typed->clear();
    m_timeKind->setCurrentIndex(0);
    m_scheme->setCurrentIndex(std::max(m_scheme->findData(draft.scheme), 0));
    m_secret->setCurrentIndex(std::max(m_secret->findData(draft.secretId), 0));
    refresh();
    if (m_wantedSecret != m_secret->currentData().toLongLong() || (m_wantedSecret != typedSecret && !m_read))
        secretChosen();
}

void SigningPanel::writeTo(Draft& draft) const
{
    draft.scheme = m_scheme->currentData().toByteArray();
    draft.secretId = draft.scheme.isEmpty() ? 0 : m_wantedSecret;
    draft.settings = m_settings;
}

std::shared_ptr<const SecretBytes> SigningPanel::secret() const
{
    if (m_wantedSecret != typedSecret)
        return m_read;
    if (m_typed->text().isEmpty())
        return nullptr;
    return std::make_shared<const SecretBytes>(SecretBytes::take(m_typed->text().toUtf8()));
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
