#include "desktop/endpoints/SecretRow.h"

#include "base/Text.h"
#include "desktop/PlainText.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace creel
{
namespace
{

constexpr int maxSecretChars = 64 * 1024; ///< a PEM chain or a key set fits

} // namespace

SecretRow::SecretRow(const SecretRef& secret, QWidget* parent)
    : QWidget(parent)
    , m_secret(secret)
    , m_name(new QLineEdit(toVisible(secret.name), this))
    , m_value(new QLineEdit(this))
    , m_reveal(new QPushButton(tr("Show"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_name->setObjectName(QStringLiteral("secretName"));
    m_name->setAccessibleName(tr("Name of the secret"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMaxLength(120);
    m_name->setCursorPosition(0); // a long name shows its start
    m_name->setToolTip(plainToolTip(secret.name));
    m_value->setObjectName(QStringLiteral("secretValue"));
    m_value->setAccessibleName(tr("Secret"));
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setMaxLength(maxSecretChars);
    m_value->setPlaceholderText(
        isNew() ? tr("Paste the secret") : tr("%1, type to replace it").arg(toVisible(secret.fingerprint)));
    m_reveal->setAccessibleName(tr("Show what is typed"));
    m_reveal->setCheckable(true);
    connect(m_reveal, &QPushButton::toggled, this, [this](bool on) {
        m_value->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
        m_reveal->setText(on ? tr("Hide") : tr("Show"));
    });
    auto* remove = new QPushButton(tr("Remove"), this);
    remove->setAccessibleName(tr("Remove this secret"));
    connect(remove, &QPushButton::clicked, this, &SecretRow::removeWanted);
    row->addWidget(m_name, 2);
    row->addWidget(m_value, 3);
    row->addWidget(m_reveal);
    row->addWidget(remove);
}

SecretRow::~SecretRow()
{
    // QLineEdit keeps its text and its undo history: as far as Qt lets us, nothing of it stays.
    m_value->setText(QString(m_value->text().size(), QLatin1Char('x')));
    m_value->clear();
}

SecretRef SecretRow::secret() const
{
    SecretRef secret = m_secret;
    if (m_name->isModified())
        secret.name = m_name->text().trimmed();
    return secret;
}

bool SecretRow::hasValue() const
{
    return !m_value->text().isEmpty();
}

SecretBytes SecretRow::value() const
{
    return SecretBytes::take(m_value->text().toUtf8());
}

void SecretRow::setMissing()
{
    m_value->setPlaceholderText(tr("%1: enter it again").arg(toVisible(m_secret.fingerprint)));
}

void SecretRow::focusValue()
{
    m_value->setFocus();
}

} // namespace creel
