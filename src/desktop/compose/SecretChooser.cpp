#include "desktop/compose/SecretChooser.h"

#include "app/Workbench.h"
#include "base/Text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace creel
{

SecretChooser::SecretChooser(Workbench& workbench, const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_list(new QComboBox(this))
    , m_line(new QLineEdit(this))
{
    m_list->setObjectName(prefix + QStringLiteral("Secret"));
    m_list->setAccessibleName(tr("Secret"));
    m_line->setObjectName(prefix + QStringLiteral("TypedSecret"));
    m_line->setAccessibleName(tr("Value of the secret"));
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setPlaceholderText(tr("For this time; kept nowhere"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_list);
    layout->addWidget(m_line);
    fill();
    connect(m_list, &QComboBox::currentIndexChanged, this, &SecretChooser::taken);
    connect(m_line, &QLineEdit::textChanged, this, &SecretChooser::changed);
    connect(&workbench.workspace(), &Workspace::endpointsChanged, this, &SecretChooser::fill);
}

SecretChooser::~SecretChooser() = default;

void SecretChooser::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    m_list->addItem(tr("Type it in"), typed);
    const auto endpoints = m_workbench.workspace().endpoints();
    for (const Endpoint& endpoint : *endpoints) {
        for (const SecretRef& secret : endpoint.secrets) {
            if (secret.publicKey.isEmpty()) // with a public key nothing can be signed
                m_list->addItem(
                    tr("%1 (%2)").arg(toVisible(secret.name, 60), toVisible(toText(endpoint.path), 60)), secret.id);
        }
    }
    m_list->setCurrentIndex(std::max(m_list->findData(m_wanted), 0));
}

void SecretChooser::choose(qint64 id)
{
    m_line->clear();
    {
        const QSignalBlocker blocker(m_list);
        m_list->setCurrentIndex(std::max(m_list->findData(id), 0));
    }
    if (m_wanted != m_list->currentData().toLongLong() || (m_wanted != typed && !m_read))
        taken();
}

void SecretChooser::taken()
{
    m_wanted = m_list->currentData().toLongLong();
    m_read.reset();
    m_problem.clear();
    m_line->setVisible(m_wanted == typed);
    emit changed();
    if (m_wanted == typed)
        return;
    m_workbench.secrets().read(m_workbench.workspace().uuid(), m_wanted,
        [self = QPointer<SecretChooser>(this), id = m_wanted](Result<SecretBytes> value) {
            if (!self || self->m_wanted != id)
                return;
            if (value.ok())
                self->m_read = std::make_shared<const SecretBytes>(std::move(value).value());
            else
                self->m_problem = value.error().text;
            emit self->changed();
        });
}

std::shared_ptr<const SecretBytes> SecretChooser::secret() const
{
    if (m_wanted != typed)
        return m_read;
    if (m_line->text().isEmpty())
        return nullptr;
    return std::make_shared<const SecretBytes>(SecretBytes::take(m_line->text().toUtf8()));
}

} // namespace creel
