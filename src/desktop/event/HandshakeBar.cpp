#include "desktop/event/HandshakeBar.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "delivery/HttpClient.h"
#include "desktop/PlainText.h"
#include "http/Url.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace creel
{
namespace
{

constexpr qint64 largestSnsBody = 256 * 1024; // of an SNS message

QByteArray hostOf(const QByteArray& url)
{
    QByteArray host = url.mid(qsizetype(qstrlen("https://")));
    for (const char end : {'/', '?', '#'}) {
        if (const qsizetype at = host.indexOf(end); at >= 0)
            host.truncate(at);
    }
    return host;
}

/** By a client that goes with its request. */
void visitByHttp(const QByteArray& url, const std::function<void(Result<int>)>& done)
{
    HttpRequest request;
    request.url = url;
    const QByteArray host = hostOf(url);
    QByteArray target = url.mid(url.indexOf(host) + host.size());
    if (const qsizetype hash = target.indexOf('#'); hash >= 0)
        target.truncate(hash);
    if (!target.startsWith('/'))
        target.prepend('/');
    request.head = "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\nConnection: close\r\n\r\n";
    request.settings.keepAlive = false;
    auto* client = new HttpClient;
    client->send(std::move(request), [client, done](const HttpResult& result) {
        client->deleteLater();
        if (result.error)
            done(*result.error);
        else
            done(result.response.status);
    });
}

} // namespace

HandshakeBar::HandshakeBar(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_text(new PlainLabel(this))
    , m_result(new PlainLabel(this))
    , m_visit(new QPushButton(tr("Confirm the subscription\u2026"), this))
    , m_visitor(visitByHttp)
{
    setObjectName(QStringLiteral("handshakeBar"));
    m_text->setObjectName(QStringLiteral("handshakeText"));
    m_text->setWordWrap(true);
    m_result->setObjectName(QStringLiteral("handshakeResult"));
    m_result->setWordWrap(true);
    m_visit->setObjectName(QStringLiteral("visitUrl"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_visit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 4, 14, 6);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_result);
    connect(m_visit, &QPushButton::clicked, this, &HandshakeBar::askToVisit);
    hide();
}

HandshakeBar::~HandshakeBar() = default;

void HandshakeBar::setDetail(const EventDetail& event)
{
    if (m_event != event.row.id)
        m_result->clear();
    m_event = event.row.id;
    m_url.clear();
    const bool small = event.request && event.request->bodySize <= largestSnsBody;
    const auto answer = small ? m_workbench.handshakeOf(event) : std::nullopt;
    const bool confirms = answer && answer->handshake == "aws-sns";
    if (confirms)
        m_url = answer->visitUrl;
    if (!m_url.isEmpty())
        m_text->setText(tr("AWS SNS asks for a visit to %1 that confirms the subscription. Nothing was visited yet.")
                            .arg(toVisible(toText(hostOf(m_url)), 120)));
    else if (confirms && answer->refused)
        m_text->setText(tr("AWS SNS asks for a confirmation, but its signature is not good: it is not offered."));
    else if (confirms)
        m_text->setText(
            tr("The SubscribeURL of this event does not belong to AWS over https: Creel does not visit it."));
    else
        m_text->setText(tr("A handshake: the provider checks that this URL is yours. Creel answered it."));
    m_text->setToolTip(plainToolTip(toText(m_url)));
    m_visit->setVisible(!m_url.isEmpty());
    m_visit->setEnabled(true);
    m_result->setVisible(!m_result->text().isEmpty());
    setVisible(event.row.handshake || confirms);
}

void HandshakeBar::askToVisit()
{
    const QString host = toVisible(toText(hostOf(m_url)), 120);
    ask(this, tr("Confirm the subscription"),
        tr("Creel sends one GET request to %1:\n\n%2").arg(host, toVisible(toText(m_url), 1000)),
        tr("Visit %1").arg(host), [self = QPointer(this)] {
            if (self)
                self->visit();
        });
}

void HandshakeBar::visit()
{
    m_visit->setEnabled(false);
    m_result->setText(tr("Visiting\u2026"));
    m_result->show();
    m_visitor(m_url, [self = QPointer(this), event = m_event](const Result<int>& status) {
        if (!self || self->m_event != event)
            return;
        self->m_visit->setEnabled(true);
        if (!status)
            self->m_result->setText(tr("Not confirmed: %1").arg(toVisible(status.error().text, 300)));
        else if (*status >= 200 && *status < 300)
            self->m_result->setText(tr("Confirmed: AWS SNS answered %1.").arg(*status));
        else
            self->m_result->setText(
                tr("Not confirmed: AWS SNS answered %1. Its link may have been used or be too old.").arg(*status));
    });
}

} // namespace creel
