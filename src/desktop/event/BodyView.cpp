#include "desktop/event/BodyView.h"

#include "desktop/PlainText.h"
#include "payload/JsonPrinter.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace creel
{

namespace
{

constexpr qsizetype prettyLimit = 256 * 1024 * 1024; // of what is laid out

struct Pretty {
    QByteArray text;
    bool cut = false;
};

Pretty layOut(const QByteArray& body, const StopToken& stop)
{
    Pretty pretty;
    JsonPrinter printer(body);
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
             static_cast<QWidget*>(m_hex)})
        m_stack->addWidget(page);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    layout->addWidget(m_notice);
    layout->addWidget(m_problemButton, 0, Qt::AlignLeft);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeFooter());

    connect(m_problemButton, &QPushButton::clicked, this, [this] {
        if (!m_problem)
            return;
        showView(View::Raw);
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
    const std::array<QString, 4> names{tr("Tree"), tr("Pretty"), tr("Raw"), tr("Hex")};
    for (size_t i = 0; i < names.size(); ++i) {
        auto* button = new QPushButton(names[i], this);
        button->setCheckable(true);
        button->setAccessibleName(tr("Show the body as %1").arg(names[i]));
        group->addButton(button);
        bar->addWidget(button);
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
    return view == View::Raw || view == View::Hex || m_kind == PayloadKind::Json;
}

void BodyView::setBody(const QByteArray& body, const QByteArray& contentType, qint64 receivedAtUs)
{
    m_stop = StopSource();
    m_findStop = StopSource();
    m_body = body;
    m_kind = payloadKindOf(contentType, body);
    m_prettyStarted = false;
    m_problem.reset();
    m_problemButton->hide();
    m_findResult->clear();
    m_found = -1;
    m_document = m_kind == PayloadKind::Json ? std::make_shared<const JsonDocument>(body) : nullptr;
    m_tree->setDocument(m_document, receivedAtUs);
    m_pretty->setBytes({}, BytesView::Mode::Json);
    m_raw->setBytes(body, BytesView::Mode::Text);
    m_hex->setBytes(body, BytesView::Mode::Hex);
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setEnabled(has(static_cast<View>(i)));
    const bool binary =
        m_kind == PayloadKind::Binary || m_kind == PayloadKind::Image || m_kind == PayloadKind::Compressed;
    const bool noTree = m_document && !m_document->root();
    if (has(m_wish) && !(m_wish == View::Tree && noTree))
        showView(m_wish);
    else
        showView(binary ? View::Hex : View::Raw);
    if (m_document)
        startValidation();
}

void BodyView::setNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
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
    const StopToken stop = m_stop.token();
    m_jobs.run(
        stop, [body = m_body, stop] { return layOut(body, stop); },
        [this](Pretty pretty) {
            m_pretty->setBytes(std::move(pretty.text), BytesView::Mode::Json);
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
    const QByteArray haystack = bytes ? bytes->bytes() : m_body;
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
                m_tree->reveal(found);
            }
        });
}

} // namespace creel
