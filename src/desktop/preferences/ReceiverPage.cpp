#include "desktop/preferences/ReceiverPage.h"

#include "desktop/Settings.h"
#include "ui_ReceiverPage.h"

#include <QHostAddress>

namespace creel
{
namespace
{

} // namespace

ReceiverPage::ReceiverPage(Settings& settings, QWidget* parent)
    : PreferencesPage(parent)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::ReceiverPage>())
{
    m_ui->setupUi(this);
    const ReceiverSettings r = settings.receiver();
    m_ui->address->setText(r.address);
    m_ui->port->setValue(r.port);
    m_ui->nextFree->setChecked(!r.portIsFixed);
    m_ui->head->setValue(int(r.limits.headBytes / kilobyte));
    m_ui->fields->setValue(r.limits.headerFields);
    m_ui->body->setValue(int(r.limits.bodyBytes / megabyte));
    m_ui->headTime->setValue(r.limits.headTimeoutMs / 1000);
    m_ui->idleTime->setValue(r.limits.idleTimeoutMs / 1000);
    m_ui->connections->setValue(r.limits.connections);
    m_ui->memory->setValue(int(r.limits.bytesInFlight / megabyte));
}

ReceiverPage::~ReceiverPage() = default;

QString ReceiverPage::title() const
{
    return tr("Receiver");
}

QString ReceiverPage::apply()
{
    ReceiverSettings r = m_settings.receiver();
    r.address = m_ui->address->text().trimmed();
    if (!r.address.isEmpty() && QHostAddress(r.address).isNull())
        return tr("The address is an IP address of this computer, such as 127.0.0.1 or 0.0.0.0, or empty.");
    r.port = quint16(m_ui->port->value());
    r.portIsFixed = !m_ui->nextFree->isChecked();
    r.limits.headBytes = m_ui->head->value() * kilobyte;
    r.limits.headerFields = m_ui->fields->value();
    r.limits.bodyBytes = m_ui->body->value() * megabyte;
    r.limits.headTimeoutMs = m_ui->headTime->value() * 1000;
    r.limits.idleTimeoutMs = m_ui->idleTime->value() * 1000;
    r.limits.connections = m_ui->connections->value();
    r.limits.bytesInFlight = m_ui->memory->value() * megabyte;
    m_settings.setReceiver(r);
    return {};
}

} // namespace creel
