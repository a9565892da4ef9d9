#include "desktop/schemes/SchemePreview.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/SignatureView.h"
#include "desktop/theme/Theme.h"
#include "signature/SchemeReader.h"
#include "signature/Signer.h"
#include "signature/TestKeys.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace creel
{
namespace
{

constexpr int typingMs = 120;
constexpr qint64 largestPreviewBody = 8 * 1024 * 1024;

} // namespace

struct SchemePreview::Input {
    QByteArray json;
    QByteArray secret;
    SchemeSettings settings;
    std::optional<SignedMessage> message; ///< of the event
    QByteArray url; ///< where a message of our own would go
    qint64 nowUs = 0;
};

struct SchemePreview::Outcome {
    QString problem; ///< with the scheme
    QString name;
    Verification verification;
    QString error; ///< with the secret
    QStringList added; ///< header lines that signing adds
    qint64 nowUs = 0;
};

SchemePreview::SchemePreview(Workbench& workbench, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_event(new PlainLabel(this))
    , m_secret(new QLineEdit(this))
    , m_view(new SignatureView(this))
    , m_added(new PlainLabel(this))
{
    m_event->setObjectName(QStringLiteral("previewEvent"));
    m_event->setProperty("kind", QStringLiteral("secondary"));
    m_event->setWordWrap(true);
    m_secret->setObjectName(QStringLiteral("previewSecret"));
    m_secret->setAccessibleName(tr("Test secret"));
    m_secret->setPlaceholderText(tr("A test secret; it is not stored. Empty: a random one"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setFont(wireFont());
    auto* reveal = new QPushButton(tr("Show"), this);
    reveal->setCheckable(true);
    reveal->setAccessibleName(tr("Show the test secret"));
    connect(reveal, &QPushButton::toggled, this,
        [this](bool shown) { m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    auto* label = new PlainLabel(tr("Test &secret"), this);
    label->setBuddy(m_secret);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 14, 0);
    row->addWidget(label);
    row->addWidget(m_secret, 1);
    row->addWidget(reveal);
    auto* eventRow = new QHBoxLayout;
    eventRow->setContentsMargins(14, 0, 14, 0);
    eventRow->addWidget(m_event);
    m_added->setObjectName(QStringLiteral("previewHeaders"));
    m_added->setFont(wireFont());
    m_added->setWordWrap(true);
    m_added->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_added->setAccessibleName(tr("Headers that signing adds"));
    m_view->evidence()->addWidget(m_added);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addLayout(eventRow);
    layout->addWidget(m_view, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(typingMs);
    connect(&m_later, &QTimer::timeout, this, &SchemePreview::compute);
    connect(m_secret, &QLineEdit::textChanged, &m_later, qOverload<>(&QTimer::start));
    nameEvent();
}

void SchemePreview::setScheme(const QByteArray& json)
{
    m_json = json;
    m_later.start();
}

void SchemePreview::setEvent(EventId id)
{
    if (id == m_wanted)
        return;
    m_wanted = id;
    m_readStop = StopSource();
    m_detail.reset();
    nameEvent();
    m_later.start();
    if (!id.isValid())
        return;
    m_workbench.reader().detail(id, largestPreviewBody, m_readStop.token(),
        [this, id, post = m_jobs.poster()](const Result<EventDetail>& detail) {
            // `this` is only touched where the closure runs, and that ends with m_jobs
            post([this, id, detail] {
                if (id != m_wanted || !detail || !detail->request || detail->request->bodySize > largestPreviewBody)
                    return;
                m_detail = *detail;
                nameEvent();
                m_later.start();
            });
        });
}

void SchemePreview::nameEvent()
{
    if (!m_detail) {
        m_event->setText(
            tr("No event is selected in the list: a small message that the scheme signs itself stands in."));
        return;
    }
    const EventRow& row = m_detail->row;
    m_event->setText(
        tr("On the selected event #%1: %2 %3")
            .arg(QString::number(row.id.v), toVisible(toText(row.method), 40), toVisible(toText(row.target), 80)));
}

void SchemePreview::compute()
{
    m_stop = StopSource();
    Input input;
    input.json = m_json;
    input.secret = m_secret->text().toUtf8();
    input.url = m_workbench.receiver().isListening() ? m_workbench.receiver().url().toUtf8() + '/'
                                                     : QByteArray("http://127.0.0.1/");
    input.nowUs = m_workbench.clock().nowUs();
    if (m_detail) {
        const Endpoint endpoint = m_workbench.endpointOf(m_detail->row);
        input.message = signedMessageOf(endpoint, *m_detail->request);
        input.settings = endpoint.settings;
        input.nowUs = m_detail->row.receivedAtUs;
    }
    m_jobs.run(
        m_stop.token(), [input] { return work(input); }, [this](const Outcome& outcome) { show(outcome); });
}

SchemePreview::Outcome SchemePreview::work(const Input& input)
{
    Outcome outcome;
    outcome.nowUs = input.nowUs;
    const auto scheme = readScheme(input.json);
    if (!scheme) {
        outcome.problem = scheme.error().text;
        return outcome;
    }
    outcome.name = (*scheme)->name;
    SecretBytes signing{QByteArrayView(input.secret)};
    SecretBytes verifying = signing.clone();
    if (input.secret.isEmpty()) {
        if (auto pair = makeTestKeyPair(**scheme)) {
            signing = std::move(pair->privateKey);
            verifying = SecretBytes(QByteArrayView(pair->publicKey));
        }
    }
    SigningInput unsignedInput;
    unsignedInput.nowUs = input.nowUs;
    unsignedInput.message = {"POST", input.url, {{"Content-Type", "application/json"}}, R"({"hello":"world"})"};
    SignedMessage message = unsignedInput.message;
    if (input.message)
        unsignedInput.message = *input.message;
    // A key pair's public half can't sign
    const bool signs = input.secret.isEmpty() || !(*scheme)->isAsymmetric();
    if (const auto made = signs ? sign(**scheme, signing, input.settings, unsignedInput) : Result<Signed>(Error{})) {
        for (const HeaderField& field : made->headers)
            outcome.added << toVisible(toText(field.name), 200) + QStringLiteral(": ")
                    + toVisible(toText(field.value), 2000);
        for (const HeaderField& field : made->headers)
            message.headers.add(field.name, field.value);
        message.body = made->body;
        message.url = made->url.value_or(message.url);
    } else if (signs) {
        outcome.error = made.error().text;
    }
    if (input.message)
        message = *input.message;
    std::vector<NamedSecret> secrets;
    secrets.push_back({QCoreApplication::translate("creel::SchemePreview", "the test secret"), std::move(verifying)});
    outcome.verification = Verifier(*scheme, std::move(secrets), input.settings).verify(message, input.nowUs);
    return outcome;
}

void SchemePreview::show(const Outcome& outcome)
{
    emit problemChanged(outcome.problem);
    m_view->setVisible(outcome.problem.isEmpty());
    if (!outcome.problem.isEmpty())
        return;
    SignatureFacts facts;
    facts.schemeName = toVisible(outcome.name, 120);
    facts.hasSecrets = true;
    facts.mayChange = false;
    facts.receivedAtUs = outcome.nowUs;
    m_view->setVerification(outcome.verification, facts);
    m_added->setVisible(!outcome.added.isEmpty() || !outcome.error.isEmpty());
    m_added->setText(outcome.added.isEmpty() ? toVisible(outcome.error, 500)
                                             : tr("Signing adds:\n%1").arg(outcome.added.join(QLatin1Char('\n'))));
}

} // namespace creel
