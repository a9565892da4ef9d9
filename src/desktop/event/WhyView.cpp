#include "desktop/event/WhyView.h"

#include "app/Workbench.h"
#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/CauseNames.h"
#include "desktop/event/Difference.h"
#include "desktop/event/Jobs.h"
#include "desktop/event/SignatureView.h"
#include "desktop/list/EventText.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace creel
{

namespace
{

constexpr qsizetype bodyInCode = 16 * 1024; // larger ones are read from a file, see codeSample()

/** Buttons side by side, or one below the other where there is no room. */
class ButtonRow : public QWidget
{
public:
    explicit ButtonRow(QWidget* parent)
        : QWidget(parent)
        , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    {
        m_layout->setContentsMargins(0, 4, 0, 0);
        m_layout->setSpacing(8);
        setMinimumWidth(1); // narrower than its buttons side by side
    }

    void add(QPushButton* button) { m_layout->addWidget(button, 0, Qt::AlignLeft); }
    void end() { m_layout->addStretch(1); }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QWidget::resizeEvent(event);
        place();
    }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::LayoutRequest)
            place(); // a button has come or gone
        return QWidget::event(event);
    }

private:
    void place()
    {
        int wanted = 0;
        for (const QPushButton* button : findChildren<QPushButton*>(QString(), Qt::FindDirectChildrenOnly))
            wanted += button->isHidden() ? 0 : button->sizeHint().width() + m_layout->spacing();
        m_layout->setDirection(wanted <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    }

    QBoxLayout* m_layout;
};

void empty(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QString shown(const QString& text)
{
    return toVisible(text, 2000, true);
}

PlainLabel* wrappedLabel(QWidget* parent, const QString& accessibleName)
{
    auto* label = new PlainLabel(parent);
    label->setWordWrap(true);
    label->setAccessibleName(accessibleName);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

WhyView::WhyView(Workbench& workbench, SignatureView& view, std::function<QByteArray(const QByteArray&)> cover)
    : QObject(&view)
    , m_workbench(workbench)
    , m_cover(std::move(cover))
    , m_view(view)
{
    makeBanner();
    makeEvidence();
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowJobMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_banner->show();
        m_progress->show();
    });
    clear();
}

void WhyView::makeBanner()
{
    m_banner = new QWidget(&m_view);
    m_banner->setObjectName(QStringLiteral("why"));
    auto* layout = new QVBoxLayout(m_banner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_progress = wrappedLabel(m_banner, tr("Progress"));
    m_progress->setObjectName(QStringLiteral("whyProgress"));
    m_progress->setText(tr("Looking for the reason\u2026"));
    m_causes = new QVBoxLayout;
    m_causes->setSpacing(4);
    m_seenTitle = new PlainLabel(tr("Also seen"), m_banner);
    m_seenTitle->setObjectName(QStringLiteral("alsoSeen"));
    m_seenTitle->setProperty("kind", QStringLiteral("secondarybold"));
    m_seen = new QVBoxLayout;
    m_seen->setSpacing(4);
    m_difference = new QPushButton(tr("Show the difference"), m_banner);
    m_difference->setObjectName(QStringLiteral("showDifference"));
    m_changeSecret = new QPushButton(tr("Change the secret\u2026"), m_banner);
    m_changeSecret->setObjectName(QStringLiteral("changeSecret"));
    m_copy = new QPushButton(tr("Copy explanation"), m_banner);
    m_copy->setObjectName(QStringLiteral("copyExplanation"));
    m_code = new QPushButton(tr("Verify in code"), m_banner);
    m_code->setObjectName(QStringLiteral("verifyInCode"));
    m_code->setToolTip(tr("Copies a program that verifies this very event"));
    m_languages = new QMenu(m_code);
    m_code->setMenu(m_languages);
    auto* row = new ButtonRow(m_banner);
    for (QPushButton* button : {m_difference, m_changeSecret, m_copy, m_code})
        row->add(button);
    row->end();
    m_buttons = row;
    layout->addWidget(m_progress);
    layout->addLayout(m_causes);
    layout->addWidget(m_seenTitle);
    layout->addLayout(m_seen);
    layout->addWidget(m_buttons);
    m_view.diagnosis()->addWidget(m_banner);
    connect(m_difference, &QPushButton::clicked, this, &WhyView::showDifference);
    connect(m_changeSecret, &QPushButton::clicked, this, &WhyView::changeSecretWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_view.explanation());
        emit message(tr("Explanation copied"));
    });
}

void WhyView::makeEvidence()
{
    m_evidence = new QWidget(&m_view);
    m_evidence->setObjectName(QStringLiteral("wouldVerify"));
    auto* layout = new QVBoxLayout(m_evidence);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    auto* bar = new QHBoxLayout;
    auto* title = new PlainLabel(tr("What would verify"), m_evidence);
    m_firstDifference = new PlainLabel(m_evidence);
    m_firstDifference->setObjectName(QStringLiteral("firstDifference"));
    for (PlainLabel* label : {title, m_firstDifference})
        label->setProperty("kind", QStringLiteral("secondary"));
    bar->addWidget(title);
    bar->addStretch(1);
    bar->addWidget(m_firstDifference);
    auto* box = new QFrame(m_evidence);
    box->setProperty("kind", QStringLiteral("box"));
    auto* boxLayout = new QVBoxLayout(box);
    boxLayout->setContentsMargins(1, 1, 1, 1);
    m_bytes = new BytesView(box);
    m_bytes->setObjectName(QStringLiteral("wouldVerifyBytes"));
    m_bytes->setAccessibleName(tr("The bytes that would verify"));
    m_bytes->setMarks(true);
    m_bytes->setVisibleRows(6);
    m_bytes->setMinimumHeight(110);
    boxLayout->addWidget(m_bytes);
    layout->addLayout(bar);
    layout->addWidget(box);

    m_ruledOut = new QPushButton(&m_view);
    m_ruledOut->setObjectName(QStringLiteral("ruledOut"));
    m_ruledOut->setProperty("kind", QStringLiteral("plain"));
    m_ruledOutList = wrappedLabel(&m_view, tr("Causes that were ruled out"));
    m_ruledOutList->setObjectName(QStringLiteral("ruledOutList"));
    m_ruledOutList->setProperty("kind", QStringLiteral("secondary"));
    m_view.evidence()->addWidget(m_evidence);
    m_view.evidence()->addWidget(m_ruledOut, 0, Qt::AlignLeft);
    m_view.evidence()->addWidget(m_ruledOutList);
    connect(m_ruledOut, &QPushButton::clicked, this, [this] { showRuledOut(m_ruledOutList->isHidden()); });
}

void WhyView::clear()
{
    stop();
    m_found = Diagnosed();
    m_chosen = 0;
    for (QWidget* widget : {m_banner, static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_seenTitle), m_buttons,
             m_evidence, static_cast<QWidget*>(m_ruledOut), static_cast<QWidget*>(m_ruledOutList)})
        widget->hide();
    empty(*m_causes);
    empty(*m_seen);
    m_bytes->setBytes(QByteArray(), BytesView::Mode::Text);
    m_view.content().setHighlights({});
    m_view.setFindings({});
}

void WhyView::stop()
{
    m_stop = StopSource();
    m_slow.stop();
}

void WhyView::explain(EventId id)
{
    clear();
    m_slow.start();
    m_workbench.diagnose(id, m_stop.token(), [self = QPointer<WhyView>(this)](const Result<Diagnosed>& result) {
        if (self)
            self->came(result);
    });
}

void WhyView::came(const Result<Diagnosed>& result)
{
    if (result.ok()) {
        show(*result);
        return;
    }
    clear();
    m_banner->show();
    addLine(*m_causes, result.error().text, tr("Reason"));
}

void WhyView::show(const Diagnosed& found)
{
    clear();
    m_found = found;
    if (!found.scheme)
        return;
    m_banner->show();
    m_buttons->show();
    showCauses();
    showHints();
    offerCode();
    m_view.setFindings(lines());
    const std::vector<Cause>& causes = found.diagnosis.causes;
    const auto shows = std::find_if(causes.begin(), causes.end(),
        [](const Cause& cause) { return cause.signedContent && cause.firstDifference >= 0; });
    m_difference->setVisible(shows != causes.end() && causes.size() == 1);
    m_changeSecret->setVisible(!m_workbench.workspace().isReadOnly()
        && std::any_of(causes.begin(), causes.end(), [](const Cause& cause) { return isAboutSecret(cause.cause); }));
    if (shows != causes.end())
        chooseCause(std::size_t(shows - causes.begin()));
    if (causes.size() == 1 && !causes.front().ruledOut.isEmpty()) {
        m_ruledOut->show();
        showRuledOut(false);
    }
}

void WhyView::showCauses()
{
    const Diagnosis& diagnosis = m_found.diagnosis;
    const std::vector<Cause>& causes = diagnosis.causes;
    if (causes.empty()) {
        if (!diagnosis.complete)
            addLine(*m_causes, tr("The search for the reason ran out of time, so nothing is ruled out."), tr("Reason"));
        return;
    }
    const Verdict verdict = m_found.verification.verdict();
    const QString heading = causeHeading(causes.front().cause);
    const bool agree = std::all_of(
        causes.begin(), causes.end(), [&](const Cause& cause) { return causeHeading(cause.cause) == heading; });
    const QString title = tr("%1 %2: %3")
                              .arg(verdictMark(verdict), verdictWord(verdict),
                                  agree ? heading : tr("there is more than one explanation"));
    if (causes.size() == 1) {
        m_view.setConclusion(title, shown(causes.front().text));
        return;
    }
    m_view.setConclusion(title, tr("Each of these explains it equally well:"));
    for (std::size_t i = 0; i < causes.size(); ++i) {
        addLine(*m_causes, tr("\u2022 %1").arg(causes[i].text), tr("Possible reason"));
        if (!causes[i].signedContent || causes[i].firstDifference < 0)
            continue;
        auto* show = new QPushButton(tr("Show the difference"), m_banner);
        show->setAccessibleName(tr("Show the difference: %1").arg(causeName(causes[i].cause)));
        connect(show, &QPushButton::clicked, this, [this, i] {
            chooseCause(i);
            showDifference();
        });
        m_causes->addWidget(show, 0, Qt::AlignLeft);
    }
}

void WhyView::showHints()
{
    const std::vector<Hint>& known = m_found.verification.hints;
    for (const Hint& hint : m_found.diagnosis.hints) {
        const bool told =
            std::any_of(known.begin(), known.end(), [&](const Hint& other) { return other.hint == hint.hint; });
        if (!told)
            addLine(*m_seen, hint.text, tr("Hint"));
    }
    m_seenTitle->setVisible(m_seen->count() > 0);
}

void WhyView::showRuledOut(bool open)
{
    const QByteArrayList& causes = m_found.diagnosis.causes.front().ruledOut;
    const QString count = QLocale().toString(causes.size());
    m_ruledOut->setText(
        open ? tr("Ruled out: %1 other causes \u25BE").arg(count) : tr("Ruled out: %1 other causes \u25B8").arg(count));
    m_ruledOut->setAccessibleName(open ? tr("Hide the %1 causes that were ruled out").arg(count)
                                       : tr("Show the %1 causes that were ruled out").arg(count));
    QStringList names;
    for (const QByteArray& cause : causes)
        names << causeName(cause);
    m_ruledOutList->setText(names.join(QLatin1Char('\n')));
    m_ruledOutList->setVisible(open);
}

void WhyView::offerCode()
{
    m_languages->clear();
    for (const CodeLanguageInfo& info : codeLanguages()) {
        if (codeSample(info.language, *m_found.scheme, m_found.message, m_found.verification).isEmpty())
            continue;
        m_languages->addAction(
            plainMenuText(info.name), this, [this, language = info.language] { copyCode(language); });
    }
    m_code->setVisible(!m_languages->isEmpty());
}

void WhyView::copyCode(CodeLanguage language)
{
    SignedMessage sample = m_found.message;
    sample.body = m_cover(sample.body);
    sample.url = m_cover(sample.url);
    sample.headers = HeaderList();
    for (const HeaderField& field : m_found.message.headers)
        sample.headers.add(field.name, m_cover(field.value));
    const bool covered = sample.body != m_found.message.body || sample.url != m_found.message.url
        || !(sample.headers == m_found.message.headers);
    QApplication::clipboard()->setText(codeSample(language, *m_found.scheme, sample, m_found.verification));
    const auto& all = codeLanguages();
    const auto info =
        std::find_if(all.begin(), all.end(), [&](const CodeLanguageInfo& one) { return one.language == language; });
    if (covered) {
        emit message(
            tr("%1 copied with placeholders for secrets, so it will not verify. Show secrets and copy it again.")
                .arg(info->name));
        return;
    }
    emit message(m_found.message.body.size() > bodyInCode
            ? tr("%1 copied. Save it as %2, and the body of the event beside it as body.bin.")
                  .arg(info->name, info->fileName)
            : tr("%1 copied. Save it as %2; it takes the secret from WEBHOOK_SECRET.").arg(info->name, info->fileName));
}

void WhyView::chooseCause(std::size_t index)
{
    m_chosen = index;
    const Cause& cause = m_found.diagnosis.causes[index];
    const QByteArray bytes = m_cover(cause.signedContent.value_or(QByteArray()));
    const QByteArray received = m_cover(m_found.verification.signedContent.value_or(m_found.message.body));
    const Difference difference = differenceOf(received, bytes);
    m_bytes->setBytes(bytes, BytesView::Mode::Text);
    m_bytes->setHighlights(difference.inSecond);
    if (m_found.verification.signedContent)
        m_view.content().setHighlights(difference.inFirst);
    m_firstDifference->setText(tr("first difference at byte %1").arg(QLocale().toString(cause.firstDifference + 1)));
    // Placeholders are of another length than what they stand for
    const auto differs = std::mismatch(received.begin(), received.end(), bytes.begin(), bytes.end());
    m_firstShown = differs.first - received.begin();
    m_evidence->show();
}

void WhyView::showDifference()
{
    if (m_found.verification.signedContent)
        m_view.content().select(m_firstShown, 1);
    m_bytes->select(m_firstShown, 1);
    if (auto* area = m_view.findChild<QScrollArea*>(QStringLiteral("scroll")))
        area->ensureWidgetVisible(m_evidence);
    m_bytes->setFocus(Qt::OtherFocusReason);
}

void WhyView::addLine(QVBoxLayout& layout, const QString& text, const QString& name)
{
    PlainLabel* label = wrappedLabel(m_banner, name);
    label->setText(shown(text));
    layout.addWidget(label);
}

QStringList WhyView::lines() const
{
    QStringList all;
    const Diagnosis& diagnosis = m_found.diagnosis;
    if (diagnosis.causes.size() > 1) {
        for (const Cause& cause : diagnosis.causes)
            all << tr("\u2022 %1").arg(cause.text);
    }
    for (int i = 0; i < m_seen->count(); ++i) {
        if (const auto* label = qobject_cast<const PlainLabel*>(m_seen->itemAt(i)->widget()))
            all << tr("Also seen: %1").arg(label->text());
    }
    if (m_found.diagnosis.causes.size() == 1 && !diagnosis.causes.front().ruledOut.isEmpty()) {
        QStringList names;
        for (const QByteArray& cause : diagnosis.causes.front().ruledOut)
            names << causeName(cause);
        all << tr("Ruled out: %1").arg(names.join(QStringLiteral("; ")));
    }
    return all;
}

} // namespace creel
