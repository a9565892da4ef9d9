#include "desktop/event/ResponseView.h"

#include "desktop/PlainText.h"
#include "desktop/event/BodyView.h"
#include "desktop/event/HeadersView.h"

#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

namespace creel
{

namespace
{

QByteArray statusLine(int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status);
}

QByteArray headOf(const Answer& answer)
{
    QByteArray head = statusLine(answer.status) + "\r\n";
    for (const HeaderField& field : answer.headers)
        head += field.name + ": " + field.value + "\r\n";
    return head + "\r\n";
}

} // namespace

ResponseView::ResponseView(QWidget* parent)
    : QWidget(parent)
    , m_status(new PlainLabel(this))
    , m_outcome(new PlainLabel(this))
    , m_headers(new HeadersView(this))
    , m_body(new BodyView(this))
{
    m_status->setProperty("kind", QStringLiteral("heading"));
    m_status->setContentsMargins(14, 10, 14, 0);
    m_status->setAccessibleName(tr("Status of the answer"));
    m_outcome->setProperty("kind", QStringLiteral("secondary"));
    m_outcome->setContentsMargins(14, 2, 14, 4);
    m_outcome->setWordWrap(true);
    m_outcome->setAccessibleName(tr("What became of the answer"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_headers);
    splitter->addWidget(m_body);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_status);
    layout->addWidget(m_outcome);
    layout->addWidget(splitter, 1);
}

void ResponseView::setDetail(const EventDetail& detail)
{
    const bool answered = detail.answer != nullptr;
    m_headers->setVisible(answered);
    m_body->setVisible(answered && !detail.answer->body.isEmpty());
    if (!answered) {
        m_status->setText(tr("No answer"));
        m_outcome->setText(tr("The sender was not answered, or this was not recorded."));
        return;
    }
    const Answer& answer = *detail.answer;
    m_status->setText(QStringLiteral("%1 %2").arg(answer.status).arg(QString::fromLatin1(reasonPhrase(answer.status))));
    QStringList facts;
    switch (detail.answerOutcome) {
    case AnswerOutcome::Written:
        facts << tr("The answer was sent.");
        break;
    case AnswerOutcome::ClientGone:
        facts << tr("The sender closed the connection before the answer was sent.");
        break;
    case AnswerOutcome::Unknown:
        facts << tr("Whether the answer was sent is not recorded.");
        break;
    }
    if (detail.answeredAfterUs > 0)
        facts << tr("It left %1 ms after the request was complete.")
                     .arg(QLocale().toString(double(detail.answeredAfterUs) / 1000.0, 'f', 1));
    if (answer.delayMs > 0)
        facts << tr("The endpoint waits %1 ms before each answer.").arg(QLocale().toString(answer.delayMs));
    if (answer.body.isEmpty())
        facts << tr("It has no body.");
    m_outcome->setText(facts.join(QLatin1Char(' ')));
    m_headers->setHead(statusLine(answer.status), answer.headers, {}, headOf(answer));
    m_body->setBody(answer.body, answer.headers.value("content-type").value_or(QByteArray()), 0);
}

} // namespace creel
