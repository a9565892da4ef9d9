#include "desktop/event/BodyView.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/FieldsView.h"
#include "desktop/list/EventText.h"
#include "http/ContentDecoder.h"
#include "payload/JsonPrinter.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <functional>

namespace creel
{

namespace
{

constexpr qsizetype prettyLimit = 256 * 1024 * 1024; // of what is laid out
constexpr qsizetype prettyStart = 256 * 1024; // shown before the rest
constexpr qint64 decodedLimit = 64 * 1024 * 1024; // a small body can be coded to any size
constexpr qsizetype decodedPiece = 64 * 1024;

struct Pretty {
    QByteArray text;
    bool cut = false;
};

/** `first` gets the start of a long one. */
Pretty layOut(const QByteArray& body, const StopToken& stop, const std::function<void(QByteArray)>& first)
{
    Pretty pretty;
    JsonPrinter printer(body);
    if (!printer.next(pretty.text, prettyStart))
        return pretty;
    first(pretty.text);
    pretty.text.reserve(std::min(prettyLimit, body.size() + body.size() / 2));
    while (printer.next(pretty.text, 1024 * 1024)) {
        if (stop.stopRequested())
            return pretty;
        if (pretty.text.size() > prettyLimit) {
            pretty.cut = true;
            break;
        }
    }
    return pretty;
}

/** As decodeContent(), but it can be stopped. */
DecodedContent undoCoding(const QByteArray& coding, const QByteArray& body, const StopToken& stop)
{
    DecodedContent content;
    Result<ContentDecoder> decoder = ContentDecoder::make(coding, decodedLimit);
    if (!decoder.ok()) {
        content.error = decoder.error();
        return content;
    }
    for (qsizetype at = 0; at < body.size() && !stop.stopRequested(); at += decodedPiece) {
        const QByteArrayView piece = QByteArrayView(body).sliced(at, std::min(decodedPiece, body.size() - at));
        if (const Result<void> done = decoder->decode(piece, content.bytes); !done.ok()) {
            content.error = done.error();
            content.limitReached = decoder->limitReached();
            return content;
        }
    }
    if (const Result<void> end = decoder->finish(); !end.ok())
        content.error = end.error();
    return content;
}

/** `7b 22` as the bytes, where hex is looked at and the text is pairs of digits. */
QByteArray needleOf(const QString& text, bool hex)
{
    const QByteArray plain = text.toUtf8();
    QByteArray digits = plain;
    digits.replace(' ', "");
    const QByteArray bytes = QByteArray::fromHex(digits);
    return hex && !digits.isEmpty() && bytes.toHex() == digits.toLower() ? bytes : plain;
}

} // namespace

BodyView::BodyView(QWidget* parent)
    : QWidget(parent)
    , m_notice(new PlainLabel(this))
    , m_problemButton(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_tree(new JsonTreeView(this))
    , m_pretty(new BytesView(this))
    , m_raw(new BytesView(this))
    , m_hex(new BytesView(this))
    , m_fields(new FieldsView(this))
{
    m_notice->setProperty("kind", QStringLiteral("secondary"));
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(14, 4, 14, 4);
    m_notice->hide();
    m_problemButton->setProperty("kind", QStringLiteral("link"));
    m_problemButton->setAccessibleName(tr("Show where the body stops being JSON"));
    m_problemButton->hide();
    m_pretty->setAccessibleName(tr("Body, laid out"));
    m_raw->setAccessibleName(tr("Body, as it came"));
    m_hex->setAccessibleName(tr("Body in hex"));
    for (QWidget* page : {static_cast<QWidget*>(m_tree), static_cast<QWidget*>(m_pretty), static_cast<QWidget*>(m_raw),
             static_cast<QWidget*>(m_hex), static_cast<QWidget*>(m_fields)})
        m_stack->addWidget(page);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    layout->addWidget(m_notice);
    auto* problemRow = new QHBoxLayout;
    problemRow->setContentsMargins(11, 0, 14, 0);
    problemRow->addWidget(m_problemButton);
    problemRow->addStretch(1);
    layout->addLayout(problemRow);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeFooter());

    connect(m_problemButton, &QPushButton::clicked, this, [this] {
        if (!m_problem)
            return;
        // Offsets are those of the content; where a coding hides it, the tree says it all.
        showView(m_decoded ? View::Tree : View::Raw);
        if (!m_decoded)
            m_raw->select(m_problem->offset, 1);
    });
    setBody({}, {}, 0);
}

QHBoxLayout* BodyView::makeBar()
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(14, 8, 14, 8);
    bar->setSpacing(8);
    auto* group = new QButtonGroup(this);
    const std::array<QString, 5> names{tr("Tree"), tr("Pretty"), tr("Raw"), tr("Hex"), tr("Fields")};
    for (size_t i = 0; i < names.size(); ++i) {
        auto* button = new QPushButton(names[i], this);
        button->setCheckable(true);
        button->setAccessibleName(tr("Show the body as %1").arg(names[i]));
        group->addButton(button);
        // Fields stand where a tree would.
        bar->insertWidget(static_cast<View>(i) == View::Fields ? 0 : static_cast<int>(i), button);
        m_buttons[i] = button;
        connect(button, &QPushButton::clicked, this, [this, i] { setView(static_cast<View>(i)); });
    }
    bar->addStretch(1);
    m_findResult = new PlainLabel(this);
    m_findResult->setProperty("kind", QStringLiteral("secondary"));
    bar->addWidget(m_findResult);
    m_find = new QLineEdit(this);
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in the body"));
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(180);
    m_find->setMaxLength(1000);
    bar->addWidget(m_find);
    connect(m_find, &QLineEdit::returnPressed, this, &BodyView::findNext);
    connect(m_find, &QLineEdit::textEdited, this, [this] { find(false, false); });
    auto* back = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Return), m_find, {}, {}, Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, &BodyView::findPrevious);
    return bar;
}

QWidget* BodyView::makeFooter()
{
    m_footer = new QWidget(this);
    m_footer->setProperty("kind", QStringLiteral("bottombar"));
    m_footer->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(m_footer);
    row->setContentsMargins(14, 4, 14, 4);
    m_path = new PlainLabel(m_footer);
    m_path->setFont(wireFont());
    m_path->setAccessibleName(tr("Path of the selected value"));
    m_path->setMinimumWidth(40);
    row->addWidget(m_path, 1);
    const auto add = [&](const QString& text, void (JsonTreeView::*slot)()) {
        auto* button = new QPushButton(text, m_footer);
        button->setProperty("kind", QStringLiteral("plain"));
        connect(button, &QPushButton::clicked, m_tree, slot);
        row->addWidget(button);
    };
    add(tr("Copy value"), &JsonTreeView::copyValue);
    add(tr("Copy path"), &JsonTreeView::copyPath);
    connect(m_tree, &JsonTreeView::currentPathChanged, this,
        [this](const QString& path) { m_path->setSenderText(path, 200); });
    return m_footer;
}

bool BodyView::has(View view) const
{
    switch (view) {
    case View::Raw:
    case View::Hex:
        return true;
    case View::Tree:
        return m_kind == PayloadKind::Json;
    case View::Fields:
        return m_kind == PayloadKind::Form;
    case View::Pretty:
        break;
    }
    const bool text = m_kind != PayloadKind::Binary && m_kind != PayloadKind::Image && m_kind != PayloadKind::Compressed
        && m_kind != PayloadKind::Form && m_kind != PayloadKind::Empty;
    return m_kind == PayloadKind::Json || (m_decoded && text);
}

void BodyView::setBody(
    const QByteArray& body, const QByteArray& contentType, qint64 receivedAtUs, const QByteArray& coding)
{
    m_stop = StopSource();
    m_body = body;
    m_receivedAtUs = receivedAtUs;
    m_coding = mediaType(coding) == "identity" ? QByteArray() : coding.trimmed();
    m_content = body;
    m_decoded = false;
    m_codingText.clear();
    m_raw->setBytes(body, BytesView::Mode::Text);
    m_hex->setBytes(body, BytesView::Mode::Hex);
    showContent(contentType);
    if (!m_coding.isEmpty() && !body.isEmpty())
        startDecoding(contentType, m_coding);
    updateNotice();
}

/** Tree, laid out text or fields of the content as far as it is known. */
void BodyView::showContent(const QByteArray& contentType)
{
    m_findStop = StopSource();
    m_kind = payloadKindOf(contentType, m_content);
    m_prettyStarted = false;
    m_problem.reset();
    m_problemButton->hide();
    m_findResult->clear();
    m_found = -1;
    // curl -d says that everything is a form.
    const QByteArrayView start = QByteArrayView(m_content).trimmed();
    if (m_kind == PayloadKind::Form && (start.startsWith('{') || start.startsWith('['))
        && JsonDocument(m_content).root())
        m_kind = PayloadKind::Json;
    m_document = m_kind == PayloadKind::Json ? std::make_shared<const JsonDocument>(m_content) : nullptr;
    m_tree->setDocument(m_document, m_receivedAtUs);
    m_pretty->setBytes({}, BytesView::Mode::Json);
    m_fields->setForm(m_kind == PayloadKind::Form ? m_content : QByteArray());
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setVisible(has(static_cast<View>(i)));
    const bool binary =
        m_kind == PayloadKind::Binary || m_kind == PayloadKind::Image || m_kind == PayloadKind::Compressed;
    const bool noTree = m_document && !m_document->root();
    if (m_kind == PayloadKind::Form && (m_wish == View::Tree || m_wish == View::Pretty))
        showView(View::Fields);
    else if (has(m_wish) && !(m_wish == View::Tree && noTree))
        showView(m_wish);
    else if (m_decoded && has(View::Pretty))
        showView(View::Pretty);
    else
        showView(binary ? View::Hex : View::Raw);
    if (m_document)
        startValidation();
}

void BodyView::startDecoding(const QByteArray& contentType, const QByteArray& coding)
{
    const StopToken stop = m_stop.token();
    m_jobs.run(
        stop, [body = m_body, coding, stop] { return undoCoding(coding, body, stop); },
        [this, contentType](DecodedContent content) {
            const QString name = toVisible(toText(m_coding), 60);
            if (content.bytes.isEmpty()) {
                m_codingText = content.error
                    ? tr("Sent as %1, which could not be undone: %2").arg(name, toVisible(content.error->text, 300))
                    : QString();
                updateNotice();
                return;
            }
            const QString size = localizedSize(content.bytes.size());
            if (content.limitReached)
                m_codingText =
                    tr("Sent as %1. Decoded here: its first %2; Raw and Hex show what came.").arg(name, size);
            else if (content.error)
                m_codingText = tr("Sent as %1. Decoded here up to an error after %2: %3")
                                   .arg(name, size, toVisible(content.error->text, 300));
            else
                m_codingText = tr("Sent as %1. Decoded here, %2; Raw and Hex show what came.").arg(name, size);
            m_content = std::move(content.bytes);
            m_decoded = true;
            showContent(contentType);
            updateNotice();
        });
}

void BodyView::setNotice(const QString& text)
{
    m_noticeText = text;
    updateNotice();
}

void BodyView::updateNotice()
{
    QStringList lines{m_noticeText, m_codingText};
    lines.removeAll(QString());
    m_notice->setText(lines.join(QLatin1Char('\n')));
    m_notice->setVisible(!lines.isEmpty());
}

void BodyView::setView(View view)
{
    m_wish = view;
    if (has(view))
        showView(view);
}

void BodyView::showView(View view)
{
    m_view = view;
    m_buttons[static_cast<size_t>(view)]->setChecked(true);
    m_stack->setCurrentIndex(static_cast<int>(view));
    m_footer->setVisible(view == View::Tree);
    if (view == View::Pretty && !m_prettyStarted)
        startPretty();
    emit viewChanged(view);
}

void BodyView::startValidation()
{
    const StopToken stop = m_stop.token();
    m_jobs.run(
        stop, [document = m_document, stop] { return document->validate(stop); },
        [this](const JsonReport& report) { showProblem(report); });
}

void BodyView::showProblem(const JsonReport& report)
{
    m_problem = report.error ? report.error : report.note;
    if (!m_problem)
        return;
    const QLocale locale;
    m_problemButton->setText(tr("Line %1, column %2 (byte %3): %4")
                                 .arg(locale.toString(m_problem->line), locale.toString(m_problem->column),
                                     locale.toString(m_problem->offset), m_problem->text));
    m_problemButton->show();
}

void BodyView::startPretty()
{
    m_prettyStarted = true;
    if (m_kind != PayloadKind::Json) {
        m_pretty->setBytes(m_content, BytesView::Mode::Text);
        return;
    }
    const StopToken stop = m_stop.token();
    m_jobs.run(
        stop,
        [this, body = m_content, stop, post = m_jobs.poster()] {
            return layOut(body, stop, [&](QByteArray start) {
                post([this, stop, start = std::move(start)] {
                    if (!stop.stopRequested())
                        m_pretty->setBytes(start, BytesView::Mode::Json);
                });
            });
        },
        [this](Pretty pretty) {
            if (m_pretty->bytes().isEmpty())
                m_pretty->setBytes(std::move(pretty.text), BytesView::Mode::Json);
            else
                m_pretty->setMoreBytes(std::move(pretty.text));
            if (pretty.cut)
                setNotice(tr("The body is too large to be laid out as a whole: this is its start."));
        });
}

BytesView* BodyView::currentBytes() const
{
    return qobject_cast<BytesView*>(m_stack->currentWidget());
}

void BodyView::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void BodyView::findNext()
{
    find(false, true);
}

void BodyView::findPrevious()
{
    find(true, true);
}

void BodyView::find(bool backward, bool again)
{
    m_findStop = StopSource();
    const QByteArray needle = needleOf(m_find->text(), m_view == View::Hex);
    if (needle.isEmpty()) {
        m_findResult->clear();
        return;
    }
    BytesView* bytes = currentBytes();
    const QByteArray haystack = bytes ? bytes->bytes() : m_content;
    const qsizetype at = bytes ? bytes->selection().first : m_found;
    const bool fromSelection = again && (bytes ? bytes->selection().second > 0 : m_found >= 0);
    const qsizetype from = at + (fromSelection ? (backward ? -1 : 1) : 0);
    const StopToken stop = m_findStop.token();
    m_jobs.run(
        stop, [=] { return findBytes(haystack, needle, from, backward, stop); },
        [this, bytes, size = needle.size()](qsizetype found) {
            m_findResult->setText(found < 0 ? tr("Not found") : QString());
            if (found < 0)
                return;
            if (bytes) {
                bytes->select(found, size);
            } else {
                m_found = found;
                if (m_view == View::Fields)
                    m_fields->reveal(found);
                else
                    m_tree->reveal(found);
            }
        });
}

} // namespace creel
