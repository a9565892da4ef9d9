#include "desktop/compose/BodyEditor.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/BytesView.h"
#include "desktop/theme/Theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int variableIndicator = 8; // 0 to 7 belong to lexers

bool hasLongLine(const QByteArray& body)
{
    qsizetype start = 0;
    while (start < body.size()) {
        qsizetype end = body.indexOf('\n', start);
        end = end < 0 ? body.size() : end;
        if (end - start > BodyEditor::maxLine)
            return true;
        start = end + 1;
    }
    return false;
}

/** Why bytes can't be edited as text; empty where they can. */
QString whyNot(const QByteArray& body)
{
    if (body.contains('\0') || !isUtf8(body))
        return BodyEditor::tr("This body is not UTF-8 text. It is sent exactly as it stands here.");
    if (body.size() > BodyEditor::maxEdited || hasLongLine(body))
        return BodyEditor::tr("This body is too large, or has lines too long, to be edited here. It is sent exactly as "
                              "it stands here.");
    return {};
}

} // namespace

BodyEditor::BodyEditor(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_hex(new QPlainTextEdit(this))
    , m_hexNote(new PlainLabel(this))
    , m_editor(new QsciScintilla(this))
    , m_lexer(new QsciLexerJSON(m_editor))
    , m_note(new PlainLabel(this))
    , m_bytes(new BytesView(this))
{
    setUpEditor();
    setUpHex();
    m_stack->addWidget(m_editor);
    m_stack->addWidget(makeBytesPage());
    auto* hexPage = new QWidget(this);
    auto* hexLayout = new QVBoxLayout(hexPage);
    hexLayout->setContentsMargins(0, 0, 0, 0);
    hexLayout->setSpacing(0);
    hexLayout->addWidget(m_hexNote);
    hexLayout->addWidget(m_hex, 1);
    m_stack->addWidget(hexPage);
    makeBar();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addLayout(m_actions);
    m_marking.setSingleShot(true);
    m_marking.setInterval(50);
    connect(&m_marking, &QTimer::timeout, this, &BodyEditor::markVariables);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        m_marking.start();
        if (!m_loading)
            emit changed();
    });
}

QWidget* BodyEditor::makeBytesPage()
{
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_note->setWordWrap(true);
    m_note->setProperty("kind", QStringLiteral("secondary"));
    auto* empty = new QPushButton(tr("Empty"), page);
    empty->setAccessibleName(tr("Empty the body"));
    connect(empty, &QPushButton::clicked, this, [this] {
        setBody({});
        emit changed();
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 14, 8);
    row->addWidget(m_note, 1);
    row->addWidget(empty);
    m_bytes->setAccessibleName(tr("Bytes of the body"));
    layout->addLayout(row);
    layout->addWidget(m_bytes, 1);
    return page;
}

void BodyEditor::makeBar()
{
    m_actions = new QHBoxLayout;
    m_actions->setContentsMargins(14, 8, 14, 8);
    m_actions->setSpacing(8);
    auto* take = new QPushButton(tr("File\u2026"), this);
    take->setAccessibleName(tr("Take the body from a file"));
    m_hexButton = new QPushButton(tr("Hex"), this);
    m_hexButton->setObjectName(QStringLiteral("bodyHex"));
    m_hexButton->setAccessibleName(tr("Edit the body as hex"));
    m_hexButton->setCheckable(true);
    for (QPushButton* button : {take, m_hexButton})
        m_actions->addWidget(button);
    connect(take, &QPushButton::clicked, this, &BodyEditor::fileWanted);
    connect(m_hexButton, &QPushButton::clicked, this, &BodyEditor::setHex);
}

void BodyEditor::setUpHex()
{
    m_hex->setObjectName(QStringLiteral("bodyHexEditor"));
    m_hex->setAccessibleName(tr("Body of the request in hex"));
    m_hex->setFrameShape(QFrame::NoFrame);
    m_hex->setFont(wireFont());
    m_hex->setTabChangesFocus(true);
    m_hexNote->setWordWrap(true);
    m_hexNote->setContentsMargins(14, 8, 14, 8);
    connect(m_hex, &QPlainTextEdit::textChanged, this, &BodyEditor::hexEdited);
}

void BodyEditor::hexEdited()
{
    if (m_loading)
        return;
    QByteArray digits = m_hex->toPlainText().toLatin1().simplified();
    digits.replace(' ', "");
    const QByteArray bytes = QByteArray::fromHex(digits);
    const bool right = bytes.toHex() == digits.toLower();
    m_problem = right ? QString() : tr("The body is not whole pairs of hex digits.");
    m_hexNote->setProperty("kind", right ? QStringLiteral("secondary") : QStringLiteral("problem"));
    m_hexNote->style()->polish(m_hexNote);
    m_hexNote->setText(right ? tr("Two hex digits for each byte; blanks do not count.") : m_problem);
    if (right)
        m_fixed = bytes;
    emit changed();
}

void BodyEditor::setHex(bool hex)
{
    const QByteArray bytes = body();
    if (!hex || bytes.size() > maxHex) {
        setBody(bytes);
        return;
    }
    m_fixed = bytes;
    QByteArray lines;
    for (qsizetype at = 0; at < bytes.size(); at += 16)
        lines += bytes.mid(at, 16).toHex(' ') + '\n';
    m_loading = true;
    m_hex->setPlainText(QString::fromLatin1(lines));
    m_loading = false;
    m_problem.clear();
    m_hexNote->setProperty("kind", QStringLiteral("secondary"));
    m_hexNote->style()->polish(m_hexNote);
    m_hexNote->setText(tr("Two hex digits for each byte; blanks do not count."));
    m_stack->setCurrentIndex(HexPage);
    m_hexButton->setChecked(true);
}

void BodyEditor::setUpEditor()
{
    m_editor->setAccessibleName(tr("Body of the request"));
    m_editor->setObjectName(QStringLiteral("bodyEditor"));
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setUtf8(true);
    m_editor->setEolMode(QsciScintilla::EolUnix);
    // Line ends that are pasted stay what they are.
    m_editor->SendScintilla(QsciScintilla::SCI_SETPASTECONVERTENDINGS, 0UL);
    m_editor->setMarginType(0, QsciScintilla::NumberMargin);
    m_editor->setMarginWidth(1, 0);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setTabWidth(2);
    m_editor->setAutoIndent(true);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    applyColors();
}

void BodyEditor::applyColors()
{
    const auto color = [this](ColorRole role) { return themeColor(palette(), role); };
    // Scintilla reads sizes in points, the theme gives pixels.
    QFont font = wireFont();
    font.setPointSizeF(QFontInfo(font).pointSizeF());
    m_editor->setFont(font);
    m_editor->setColor(color(ColorRole::Text));
    m_editor->setPaper(color(ColorRole::Base));
    m_editor->setCaretForegroundColor(color(ColorRole::Text));
    m_editor->setMarginsFont(font);
    m_editor->setMarginsForegroundColor(color(ColorRole::Secondary));
    m_editor->setMarginsBackgroundColor(color(ColorRole::Base));
    m_editor->setSelectionBackgroundColor(color(ColorRole::Selection));
    m_editor->setSelectionForegroundColor(color(ColorRole::Text));
    m_lexer->setDefaultFont(font);
    m_lexer->setFont(font);
    m_lexer->setColor(color(ColorRole::Text));
    m_lexer->setPaper(color(ColorRole::Base));
    m_lexer->setDefaultPaper(color(ColorRole::Base));
    m_lexer->setColor(color(ColorRole::JsonName), QsciLexerJSON::Property);
    m_lexer->setColor(color(ColorRole::JsonNumber), QsciLexerJSON::Number);
    m_lexer->setColor(color(ColorRole::Accent), QsciLexerJSON::Keyword);
    for (const int style : {QsciLexerJSON::String, QsciLexerJSON::UnclosedString, QsciLexerJSON::EscapeSequence,
             QsciLexerJSON::IRI, QsciLexerJSON::IRICompact})
        m_lexer->setColor(color(ColorRole::JsonString), style);
    for (const int style : {QsciLexerJSON::UnclosedString, QsciLexerJSON::Error})
        m_lexer->setPaper(color(ColorRole::Base), style);
    m_editor->setMarginType(0, QsciScintilla::NumberMargin);
    m_editor->setMarginWidth(0, QFontMetrics(font).horizontalAdvance(QStringLiteral("00000")) + 8);
    m_editor->indicatorDefine(QsciScintilla::StraightBoxIndicator, variableIndicator);
    m_editor->setIndicatorForegroundColor(color(ColorRole::Accent), variableIndicator);
}

/** Colors for what looks like JSON; an own lexer never changes a byte. */
void BodyEditor::chooseLexer(const QByteArray& body)
{
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 256)).trimmed();
    const bool json = start.isEmpty() || start.startsWith('{') || start.startsWith('[');
    QsciLexer* wanted = json ? m_lexer : nullptr;
    if (m_editor->lexer() == wanted)
        return;
    m_editor->setLexer(wanted);
    applyColors();
}

void BodyEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_editor != nullptr)
        applyColors();
}

void BodyEditor::load(const QByteArray& body)
{
    m_loading = true;
    m_editor->SendScintilla(QsciScintilla::SCI_CLEARALL);
    // The only ways in and out that change no byte.
    m_editor->SendScintilla(QsciScintilla::SCI_ADDTEXT, static_cast<unsigned long>(body.size()), body.constData());
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->SendScintilla(QsciScintilla::SCI_GOTOPOS, 0UL);
    const qsizetype end = body.indexOf('\n');
    m_editor->setEolMode(end > 0 && body[end - 1] == '\r' ? QsciScintilla::EolWindows : QsciScintilla::EolUnix);
    m_loading = false;
}

void BodyEditor::setBody(const QByteArray& body)
{
    const QString reason = whyNot(body);
    m_problem.clear();
    m_hexButton->setChecked(false);
    if (reason.isEmpty()) {
        m_fixed.clear();
        m_bytes->setBytes({}, BytesView::Mode::Hex);
        chooseLexer(body);
        load(body);
        m_stack->setCurrentIndex(TextPage);
        return;
    }
    load({});
    m_fixed = body;
    m_note->setText(reason);
    m_bytes->setBytes(body, isUtf8(body) && !body.contains('\0') ? BytesView::Mode::Text : BytesView::Mode::Hex);
    m_stack->setCurrentIndex(BytesPage);
}

QByteArray BodyEditor::body() const
{
    if (!isEditable())
        return m_fixed;
    const long size = m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH);
    QByteArray bytes(static_cast<qsizetype>(size) + 1, Qt::Uninitialized);
    m_editor->SendScintilla(QsciScintilla::SCI_GETTEXT, static_cast<unsigned long>(size) + 1, bytes.data());
    bytes.chop(1);
    return bytes;
}

bool BodyEditor::isEditable() const
{
    return m_stack->currentIndex() == TextPage;
}

void BodyEditor::setVariablesShown(bool shown)
{
    m_variables = shown;
    m_marking.start();
}

void BodyEditor::markVariables()
{
    const QByteArray text = isEditable() ? body() : QByteArray();
    const auto size = static_cast<unsigned long>(text.size());
    m_editor->SendScintilla(QsciScintilla::SCI_SETINDICATORCURRENT, static_cast<unsigned long>(variableIndicator));
    m_editor->SendScintilla(QsciScintilla::SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(size));
    if (!m_variables)
        return;
    constexpr int maxMarks = 1000;
    qsizetype from = 0;
    for (int marks = 0; marks < maxMarks; ++marks) {
        const qsizetype start = text.indexOf("{{", from);
        const qsizetype end = start < 0 ? -1 : text.indexOf("}}", start);
        if (end < 0)
            return;
        m_editor->SendScintilla(QsciScintilla::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start),
            static_cast<long>(end + 2 - start));
        from = end + 2;
    }
}

} // namespace creel
