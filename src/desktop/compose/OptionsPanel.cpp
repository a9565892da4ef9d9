#include "desktop/compose/OptionsPanel.h"

#include "ui_ComposeOptions.h"

#include <QFileDialog>

#include <array>
#include <utility>

namespace creel
{
namespace
{

struct Limit {
    QSpinBox* spin;
    int SendTimeouts::*value;
};

std::array<Limit, 7> limitsOf(const ::Ui::ComposeOptions& ui)
{
    return {Limit{ui.lookup, &SendTimeouts::lookupMs}, Limit{ui.connect, &SendTimeouts::connectMs},
        Limit{ui.tls, &SendTimeouts::tlsMs}, Limit{ui.sendTime, &SendTimeouts::sendMs},
        Limit{ui.firstByte, &SendTimeouts::firstByteMs}, Limit{ui.receive, &SendTimeouts::receiveMs},
        Limit{ui.total, &SendTimeouts::totalMs}};
}

int toSeconds(int ms)
{
    return (ms + 999) / 1000;
}

std::shared_ptr<const SecretBytes> secretOf(const QLineEdit& line)
{
    if (line.text().isEmpty())
        return nullptr;
    return std::make_shared<const SecretBytes>(SecretBytes::take(line.text().toUtf8()));
}

} // namespace

OptionsPanel::OptionsPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_ui(std::make_unique<::Ui::ComposeOptions>())
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    m_ui->setupUi(content);
    content->setAttribute(Qt::WA_StyledBackground);
    setWidget(content);
    m_ui->proxy->addItem(tr("As the system says"), int(ProxySettings::Kind::System));
    m_ui->proxy->addItem(tr("Without a proxy"), int(ProxySettings::Kind::None));
    m_ui->proxy->addItem(tr("HTTP proxy (CONNECT)"), int(ProxySettings::Kind::Http));
    m_ui->proxy->addItem(tr("SOCKS5 proxy"), int(ProxySettings::Kind::Socks5));
    const auto told = [this] {
        refresh();
        if (!m_showing)
            emit changed();
    };
    for (QCheckBox* box : content->findChildren<QCheckBox*>())
        connect(box, &QCheckBox::toggled, this, told);
    for (QSpinBox* spin : content->findChildren<QSpinBox*>())
        connect(spin, &QSpinBox::valueChanged, this, told);
    for (QLineEdit* line : content->findChildren<QLineEdit*>()) {
        if (qobject_cast<QSpinBox*>(line->parentWidget()) == nullptr)
            connect(line, &QLineEdit::textChanged, this, told);
    }
    connect(m_ui->proxy, &QComboBox::currentIndexChanged, this, told);
    connect(
        m_ui->caFileBrowse, &QPushButton::clicked, this, [this] { browse(m_ui->caFile, tr("Certificates to trust")); });
    connect(m_ui->clientCertificateBrowse, &QPushButton::clicked, this,
        [this] { browse(m_ui->clientCertificate, tr("Client certificate")); });
    connect(m_ui->clientKeyBrowse, &QPushButton::clicked, this,
        [this] { browse(m_ui->clientKey, tr("Key of the client certificate")); });
    setDraft(Draft());
}

OptionsPanel::~OptionsPanel() = default;

void OptionsPanel::browse(QLineEdit* line, const QString& title)
{
    auto* dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, line, &QLineEdit::setText);
    dialog->open();
}

/** Only what takes part is there to be filled in. */
void OptionsPanel::refresh()
{
    const auto kind = ProxySettings::Kind(m_ui->proxy->currentData().toInt());
    const bool named = kind == ProxySettings::Kind::Http || kind == ProxySettings::Kind::Socks5;
    const std::array<std::pair<QWidget*, QWidget*>, 4> fields{
        {{m_ui->proxyHost, m_ui->proxyHostLabel}, {m_ui->proxyPort, m_ui->proxyPortLabel},
            {m_ui->proxyUser, m_ui->proxyUserLabel}, {m_ui->proxyPassword, m_ui->proxyPasswordLabel}}};
    for (const auto& [field, label] : fields) {
        field->setVisible(named);
        label->setVisible(named);
    }
    m_ui->maxRedirects->setVisible(m_ui->followRedirects->isChecked());
    m_ui->maxRedirectsLabel->setVisible(m_ui->followRedirects->isChecked());
    const bool certificate = !m_ui->clientCertificate->text().trimmed().isEmpty();
    for (QWidget* field : {static_cast<QWidget*>(m_ui->clientKey), static_cast<QWidget*>(m_ui->clientKeyLabel),
             static_cast<QWidget*>(m_ui->clientKeyBrowse), static_cast<QWidget*>(m_ui->passphrase),
             static_cast<QWidget*>(m_ui->passphraseLabel)})
        field->setVisible(certificate);
}

void OptionsPanel::setDraft(const Draft& draft)
{
    m_showing = true;
    m_base = draft.sending;
    const SendSettings& sending = draft.sending;
    m_ui->chunked->setChecked(draft.chunked);
    m_ui->keepAlive->setChecked(sending.keepAlive);
    m_ui->followRedirects->setChecked(sending.followRedirects);
    m_ui->maxRedirects->setValue(sending.maxRedirects);
    m_ui->proxy->setCurrentIndex(std::max(m_ui->proxy->findData(int(sending.proxy.kind)), 0));
    m_ui->proxyHost->setText(sending.proxy.host);
    m_ui->proxyPort->setValue(sending.proxy.port);
    m_ui->proxyUser->setText(sending.proxy.user);
    m_ui->proxyPassword->clear();
    m_ui->verifyTls->setChecked(sending.tls.verify);
    m_ui->caFile->setText(sending.tls.caFile);
    m_ui->clientCertificate->setText(sending.tls.clientCertificateFile);
    m_ui->clientKey->setText(sending.tls.clientKeyFile);
    m_ui->passphrase->clear();
    for (const Limit& limit : limitsOf(*m_ui))
        limit.spin->setValue(toSeconds(sending.timeouts.*limit.value));
    m_showing = false;
    refresh();
}

void OptionsPanel::writeTo(Draft& draft) const
{
    SendSettings sending = m_base;
    draft.chunked = m_ui->chunked->isChecked();
    sending.keepAlive = m_ui->keepAlive->isChecked();
    sending.followRedirects = m_ui->followRedirects->isChecked();
    sending.maxRedirects = m_ui->maxRedirects->value();
    sending.proxy.kind = ProxySettings::Kind(m_ui->proxy->currentData().toInt());
    sending.proxy.host = m_ui->proxyHost->text().trimmed();
    sending.proxy.port = quint16(m_ui->proxyPort->value());
    sending.proxy.user = m_ui->proxyUser->text();
    sending.proxy.password = secretOf(*m_ui->proxyPassword);
    sending.tls.verify = m_ui->verifyTls->isChecked();
    sending.tls.caFile = m_ui->caFile->text().trimmed();
    sending.tls.clientCertificateFile = m_ui->clientCertificate->text().trimmed();
    sending.tls.clientKeyFile = m_ui->clientKey->text().trimmed();
    sending.tls.passphrase = secretOf(*m_ui->passphrase);
    for (const Limit& limit : limitsOf(*m_ui)) {
        // A limit that was set finer than seconds stays as long as it is not changed.
        if (limit.spin->value() != toSeconds(sending.timeouts.*limit.value))
            sending.timeouts.*limit.value = limit.spin->value() * 1000;
    }
    draft.sending = std::move(sending);
}

} // namespace creel
