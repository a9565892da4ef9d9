#include "desktop/start/StartPane.h"

#include "app/Workbench.h"
#include "desktop/start/SampleSender.h"
#include "desktop/theme/Theme.h"
#include "receiver/Receiver.h"
#include "ui_StartPane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>

namespace creel
{

StartPane::StartPane(Workbench& workbench, SampleSender& samples, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_receiver(workbench.receiver())
    , m_samples(samples)
    , m_ui(std::make_unique<Ui::StartPane>())
{
    m_ui->setupUi(this);
    m_intro = m_ui->intro->text();
    setProperty("kind", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    QFont large = wireFont();
    large.setPixelSize(15);
    m_ui->url->setFont(large);
    m_ui->curl->setFont(wireFont());
    for (const QString& name : samples.names())
        m_ui->sample->addItem(tr("Sample: %1").arg(name));
    m_ui->sampleRow->setVisible(m_ui->sample->count() > 0);
    m_ui->sampleState->hide();
    setFocusProxy(m_ui->sendSample);
    const auto copy = [this](const QLabel* label) {
        QGuiApplication::clipboard()->setText(label->text());
        emit copied(label->text());
    };
    connect(m_ui->copyUrl, &QPushButton::clicked, this, [this, copy] { copy(m_ui->url); });
    connect(m_ui->copyCurl, &QPushButton::clicked, this, [this, copy] { copy(m_ui->curl); });
    connect(m_ui->sendSample, &QPushButton::clicked, this, &StartPane::send);
    connect(m_ui->addEndpoint, &QPushButton::clicked, this, &StartPane::endpointWanted);
    connect(&m_receiver, &Receiver::listening, this, &StartPane::refresh);
    connect(&m_receiver, &Receiver::stopped, this, &StartPane::refresh);
    refresh();
}

StartPane::~StartPane() = default;

void StartPane::refresh()
{
    const bool listening = m_receiver.isListening();
    const QString url = listening ? m_receiver.url() + QLatin1Char('/') : QString();
    m_ui->title->setText(listening ? tr("Waiting for the first event") : tr("Not listening"));
    m_ui->intro->setText(listening ? m_intro : m_problem.isEmpty() ? tr("Nothing can arrive meanwhile.") : m_problem);
    m_ui->url->setText(listening ? url : tr("Choose Listen to start"));
    m_ui->curl->setText(listening ? QStringLiteral("curl -d '{\"hello\":\"creel\"}' %1").arg(url) : QString());
    m_ui->terminalTitle->setVisible(listening);
    m_ui->curlBox->setVisible(listening);
    for (QPushButton* button : {m_ui->copyUrl, m_ui->sendSample})
        button->setEnabled(listening);
}

void StartPane::setProblem(const QString& problem)
{
    m_problem = problem;
    refresh();
}

void StartPane::send()
{
    m_ui->sampleState->hide();
    m_ui->sendSample->setEnabled(false);
    const int sample = m_ui->sample->currentIndex();
    const SampleKey key = m_samples.key(sample);
    // Where the user has an endpoint with the sample's scheme, its own secret signs: the event shows as valid there.
    const auto endpoints = m_workbench.workspace().endpoints();
    const int match = matchEndpoint(*endpoints, key.path);
    const Endpoint* endpoint = match < 0 ? nullptr : &(*endpoints)[std::size_t(match)];
    if (endpoint == nullptr || key.isPublic || key.scheme.isEmpty() || endpoint->scheme != key.scheme
        || endpoint->secrets.empty()) {
        sendSigned(sample, nullptr);
        return;
    }
    const QPointer<StartPane> self(this);
    m_workbench.secrets().read(
        m_workbench.workspace().uuid(), endpoint->secrets.front().id, [self, sample](const Result<SecretBytes>& value) {
            if (self)
                self->sendSigned(sample, value.ok() ? &*value : nullptr);
        });
}

void StartPane::sendSigned(int sample, const SecretBytes* secret)
{
    const QPointer<StartPane> self(this);
    m_samples.send(sample, m_receiver.url(), secret, [self, sample](const Result<int>& answer) {
        if (self)
            self->sent(sample, answer);
    });
}

void StartPane::sent(int sample, const Result<int>& answer)
{
    m_ui->sendSample->setEnabled(m_receiver.isListening());
    if (answer.ok()) {
        emit sampleSent(sample); // the event itself is the answer
        return;
    }
    m_ui->sampleState->setText(answer.error().text);
    m_ui->sampleState->show();
}

} // namespace creel
