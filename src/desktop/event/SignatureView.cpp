#include "desktop/event/SignatureView.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/list/EventText.h"
#include "ui_SignatureView.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QStyle>

#include <algorithm>

namespace creel
{

namespace
{

QString bannerKind(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return QStringLiteral("valid");
    case Verdict::Invalid:
    case Verdict::Malformed:
        return QStringLiteral("invalid");
    case Verdict::Stale:
        return QStringLiteral("stale");
    case Verdict::Unsigned:
    case Verdict::Unverified:
        break;
    }
    return QStringLiteral("neutral");
}

/** One line of the comparison: a name and a piece of a signature. */
QByteArray lineOf(const QString& name, int labelWidth, const QByteArray& piece)
{
    return name.leftJustified(labelWidth).toUtf8() + ' ' + piece;
}

/** A signature that came over the wire, as printable ASCII of the same meaning and, if it is ASCII, length. */
QByteArray printable(const QByteArray& signature)
{
    return toVisible(toText(signature), 8192).toUtf8();
}

} // namespace

QString verdictMark(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return QString(QChar(0x2713));
    case Verdict::Invalid:
        return QString(QChar(0x2715));
    case Verdict::Stale:
        return QString(QChar(0x25F7));
    case Verdict::Unsigned:
        return QString(QChar(0x2013));
    case Verdict::Malformed:
        return QStringLiteral("!");
    case Verdict::Unverified:
        break;
    }
    return QStringLiteral("?");
}

AlignedSignatures alignSignatures(const QString& receivedName, const QByteArray& received, const QString& expectedName,
    const QByteArray& expected, int width)
{
    AlignedSignatures aligned;
    const int labelWidth = static_cast<int>(std::max(receivedName.size(), expectedName.size()));
    const qsizetype room = std::max(8, width - labelWidth - 1);
    // Rows of about one length: a rest of a few characters would hide what belongs together
    const qsizetype longest = std::max<qsizetype>({received.size(), expected.size(), 1});
    const qsizetype rows = (longest + room - 1) / room;
    const qsizetype piece = std::min(room, ((longest + rows - 1) / rows + 7) / 8 * 8);
    const auto add = [&](const QString& name, const QByteArray& own, const QByteArray& other, qsizetype from) {
        if (!aligned.text.isEmpty())
            aligned.text += '\n';
        const QByteArray part = own.mid(from, piece);
        aligned.text += lineOf(name, labelWidth, {});
        for (qsizetype i = 0; i < part.size(); ++i) {
            const bool differs =
                !other.isEmpty() && (from + i >= other.size() || other.at(from + i) != own.at(from + i));
            if (!differs)
                continue;
            const qsizetype at = aligned.text.size() + i;
            if (!aligned.differences.empty()
                && aligned.differences.back().offset + aligned.differences.back().size == at)
                ++aligned.differences.back().size;
            else
                aligned.differences.push_back({at, 1, ColorRole::StaleTint});
        }
        aligned.text += part;
    };
    for (qsizetype from = 0; from < std::max(received.size(), expected.size()); from += piece) {
        if (from < received.size())
            add(from == 0 ? receivedName : QString(), received, expected, from);
        if (from < expected.size())
            add(from == 0 ? expectedName : QString(), expected, received, from);
    }
    return aligned;
}

SignatureView::SignatureView(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<::Ui::SignatureView>())
{
    m_ui->setupUi(this);
    m_ui->verdict->setProperty("kind", QStringLiteral("verdict"));
    m_ui->content->setMarks(true);
    m_ui->content->setVisibleRows(8);
    m_ui->content->setMinimumHeight(150);
    connect(m_ui->addSecret, &QPushButton::clicked, this, &SignatureView::addSecretRequested);
    connect(m_ui->copyReceived, &QPushButton::clicked, this,
        [this] { copyToClipboard(m_verification.received.value_or(QByteArray())); });
    connect(m_ui->copyExpected, &QPushButton::clicked, this,
        [this] { copyToClipboard(m_verification.expected.value_or(QByteArray())); });
    setVerification({}, {});
}

SignatureView::~SignatureView() = default;

QVBoxLayout* SignatureView::diagnosis() const
{
    return m_ui->diagnosis;
}

QVBoxLayout* SignatureView::evidence() const
{
    return m_ui->evidence;
}

BytesView& SignatureView::content() const
{
    return *m_ui->content;
}

void SignatureView::setConclusion(const QString& title, const QString& text)
{
    m_ui->verdict->setText(title);
    m_ui->reason->setText(text);
    m_ui->reason->setVisible(!text.isEmpty());
}

void SignatureView::setVerification(const Verification& verification, const SignatureFacts& facts)
{
    m_verification = verification;
    m_facts = facts;
    const Verdict verdict = verification.verdict();
    showBanner(verdict);
    QString reason = verification.reason;
    const bool recognised = facts.schemeName.isEmpty() && !facts.looksLike.isEmpty();
    if (!facts.complete)
        reason = tr("Only a complete HTTP request can be verified. The line above the tabs says what is wrong with "
                    "this one.");
    else if (recognised)
        reason = tr("This looks like %1, and the endpoint has no signature scheme yet, so nothing was verified. Add "
                    "the secret that %1 shows you.")
                     .arg(facts.looksLike);
    else if (facts.schemeName.isEmpty())
        reason = tr("The endpoint has no signature scheme, so nothing was verified. Choose the provider's scheme and "
                    "add the secret: what is already here is then verified, too.");
    else if (verdict == Verdict::Unverified && !facts.hasSecrets)
        reason = tr("The endpoint has no secret. Add the one that the provider shows: what is already here is then "
                    "verified, too.");
    else if (verdict == Verdict::Unverified && !facts.missingSecret.isEmpty())
        reason = facts.missingSecret;
    m_ui->reason->setText(toVisible(reason, 2000, true));
    m_ui->reason->setVisible(!reason.isEmpty());
    const bool missing = verdict == Verdict::Unverified && !facts.missingSecret.isEmpty();
    m_ui->addSecret->setVisible(
        facts.mayChange && facts.complete && (!facts.hasSecrets || facts.schemeName.isEmpty() || missing));
    m_ui->addSecret->setText(recognised ? tr("This looks like %1: add the secret…").arg(plainMenuText(facts.looksLike))
            : facts.schemeName.isEmpty() ? tr("Choose the scheme…")
            : missing                    ? tr("Enter the secret…")
                                         : tr("Add the secret…"));
    showHints();

    QStringList parts;
    if (!facts.schemeName.isEmpty())
        parts << tr("Scheme: %1").arg(facts.schemeName);
    if (!verification.header.isEmpty())
        parts << tr("Signature in: %1").arg(toVisible(toText(verification.header), 200));
    if (verification.secret)
        parts << tr("Secret that matched: %1").arg(toVisible(*verification.secret, 200));
    else if (verdict == Verdict::Invalid && !facts.secretNames.isEmpty())
        parts << tr("Tried with: %1").arg(toVisible(facts.secretNames.join(QStringLiteral(", ")), 200));
    m_ui->scheme->setText(parts.join(QStringLiteral("   ·   ")));
    m_ui->scheme->setVisible(!parts.isEmpty());
    m_alignedWidth = 0;
    showAligned();
    showTime();
    showContent();
}

void SignatureView::setError(const QString& text)
{
    setVerification({}, m_facts);
    setConclusion(tr("The signature could not be verified"), toVisible(text, 2000, true));
    m_ui->addSecret->hide();
}

void SignatureView::showBanner(Verdict verdict)
{
    m_ui->verdict->setText(QStringLiteral("%1 %2").arg(verdictMark(verdict), verdictWord(verdict)));
    m_ui->banner->setProperty("kind", bannerKind(verdict));
    for (QWidget* widget : {static_cast<QWidget*>(m_ui->banner), static_cast<QWidget*>(m_ui->verdict)}) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

void SignatureView::showHints()
{
    while (QLayoutItem* item = m_ui->hints->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Hint& hint : m_verification.hints) {
        auto* label = new PlainLabel(m_ui->banner);
        label->setWordWrap(true);
        label->setText(toVisible(hint.text, 1000, true));
        label->setAccessibleName(tr("Hint"));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_ui->hints->addWidget(label);
    }
}

void SignatureView::showAligned()
{
    const QByteArray received = printable(m_verification.received.value_or(QByteArray()));
    const QByteArray expected = printable(m_verification.expected.value_or(QByteArray()));
    m_ui->alignedPart->setVisible(!received.isEmpty() || !expected.isEmpty());
    m_ui->copyReceived->setVisible(!received.isEmpty());
    m_ui->copyExpected->setVisible(!expected.isEmpty());
    m_ui->alignedTitle->setText(received.isEmpty() || expected.isEmpty() ? tr("Signature") : tr("Signature, aligned"));
    const double advance = std::max(1.0, QFontMetricsF(m_ui->aligned->font()).horizontalAdvance(QLatin1Char('0')));
    // Margins of page, box and view, and a scroll bar that may be there.
    const int width = std::max(30, static_cast<int>((QWidget::width() - 64) / advance));
    if (width == m_alignedWidth)
        return;
    m_alignedWidth = width;
    const AlignedSignatures aligned = alignSignatures(tr("received"), received, tr("expected"), expected, width);
    m_ui->aligned->setBytes(aligned.text, BytesView::Mode::Text);
    m_ui->aligned->setHighlights(aligned.differences);
    m_ui->aligned->setVisibleRows(static_cast<int>(aligned.text.count('\n')) + 1);
    m_ui->aligned->setFixedHeight(m_ui->aligned->sizeHint().height());
}

void SignatureView::showTime()
{
    m_ui->time->setVisible(m_verification.ageS.has_value());
    if (!m_verification.ageS)
        return;
    const qint64 age = *m_verification.ageS;
    const QLocale locale;
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(m_facts.receivedAtUs / 1'000'000 - age);
    const QString when = moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const QString seconds = locale.toString(age < 0 ? -age : age);
    QString text;
    switch (m_verification.freshness) {
    case Freshness::Stale:
        text = tr("Signed at %1, %2 s before receipt: too old.").arg(when, seconds);
        break;
    case Freshness::Future:
        text = tr("Signed at %1, %2 s after receipt: too far ahead.").arg(when, seconds);
        break;
    case Freshness::Fresh:
    case Freshness::None:
        text = age < 0 ? tr("Signed at %1, %2 s after receipt: fresh.").arg(when, seconds)
                       : tr("Signed at %1, %2 s before receipt: fresh.").arg(when, seconds);
        break;
    }
    m_ui->time->setText(text);
    m_ui->time->setToolTip(plainToolTip(moment.toUTC().toString(Qt::ISODate)));
}

void SignatureView::showContent()
{
    const bool known = m_verification.signedContent.has_value();
    m_ui->contentPart->setVisible(known);
    const QByteArray content = m_verification.signedContent.value_or(QByteArray());
    m_ui->contentTitle->setText(tr("Signed content: %1 bytes").arg(QLocale().toString(content.size())));
    m_ui->content->setBytes(content, BytesView::Mode::Text);
}

QString SignatureView::explanation() const
{
    QStringList lines{m_ui->verdict->text(), m_ui->reason->text()};
    for (const Hint& hint : m_verification.hints)
        lines << hint.text;
    lines << m_findings;
    lines << m_ui->scheme->text();
    if (m_verification.received)
        lines << tr("Received: %1").arg(toText(*m_verification.received));
    if (m_verification.expected)
        lines << tr("Expected: %1").arg(toText(*m_verification.expected));
    lines << m_ui->time->text();
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

void SignatureView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showAligned();
}

} // namespace creel
