#include "desktop/compose/BodyEditor.h"

#include "base/Text.h"
#include "desktop/PlainText.h"
#include "desktop/event/BytesView.h"
#include "desktop/theme/Theme.h"

#include <QEvent>
#include <QFontInfo>
#include <QPushButton>
#include <QVBoxLayout>

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
    : QStackedWidget(parent)
    , m_editor(new QsciScintilla(this))
    , m_note(new PlainLabel(this))
    , m_bytes(new BytesView(this))
{
    setUpEditor();
    addWidget(m_editor);
    auto* fixed = new QWidget(this);
    auto* layout = new QVBoxLayout(fixed);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 14, 8);
    m_note->setWordWrap(true);
    m_note->setProperty("kind", QStringLiteral("secondary"));
    auto* take = new QPushButton(tr("Take from a file\u2026"), fixed);
    auto* empty = new QPushButton(tr("Empty"), fixed);
    empty->setAccessibleName(tr("Empty the body"));
    row->addWidget(m_note, 1);
    row->addWidget(take);
    row->addWidget(empty);
    m_bytes->setAccessibleName(tr("Bytes of the body"));
    layout->addLayout(row);
    layout->addWidget(m_bytes, 1);
    addWidget(fixed);
    connect(take, &QPushButton::clicked, this, &BodyEditor::fileWanted);
    connect(empty, &QPushButton::clicked, this, [this] {
        setBody({});
        emit changed();
    });
    m_marking.setSingleShot(true);
    m_marking.setInterval(50);
    connect(&m_marking, &QTimer::timeout, this, &BodyEditor::markVariables);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        m_marking.start();
        if (!m_loading)
            emit changed();
    });
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
    m_editor->setMarginWidth(0, QStringLiteral("00000"));
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
    m_editor->indicatorDefine(QsciScintilla::StraightBoxIndicator, variableIndicator);
    m_editor->setIndicatorForegroundColor(color(ColorRole::Accent), variableIndicator);
}

void BodyEditor::changeEvent(QEvent* event)
{
    QStackedWidget::changeEvent(event);
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
    if (reason.isEmpty()) {
        m_fixed.clear();
        m_bytes->setBytes({}, BytesView::Mode::Hex);
        load(body);
        setCurrentIndex(0);
        return;
    }
    load({});
    m_fixed = body;
    m_note->setText(reason);
    m_bytes->setBytes(body, isUtf8(body) && !body.contains('\0') ? BytesView::Mode::Text : BytesView::Mode::Hex);
    setCurrentIndex(1);
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
    return currentIndex() == 0;
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
