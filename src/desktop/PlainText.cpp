#include "desktop/PlainText.h"

#include "base/Text.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QPushButton>
#include <QStylePainter>

#include <algorithm>

namespace creel
{
namespace
{

QMessageBox* plainBox(QWidget* parent, const QString& title, const QString& text)
{
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setWindowModality(Qt::WindowModal);
    return box;
}

} // namespace

PlainLabel::PlainLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

PlainLabel::PlainLabel(const QString& text, QWidget* parent)
    : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setSenderText(QStringView text, qsizetype maxChars)
{
    setText(toVisible(text, maxChars));
}

void PlainLabel::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
}

void PlainLabel::setSteadyText(const QString& text)
{
    const QMargins around = contentsMargins();
    const int width =
        fontMetrics().horizontalAdvance(text) + around.left() + around.right() + 2 * (margin() + frameWidth());
    const int step = fontMetrics().averageCharWidth() * 3;
    // Qt asks nobody about a widget whose size is fixed
    if (width > minimumWidth() || width + 2 * step < minimumWidth())
        setFixedWidth((width + step - 1) / step * step);
    const int height = fontMetrics().height() + around.top() + around.bottom() + 2 * (margin() + frameWidth());
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
    setText(text);
}

QSize PlainLabel::minimumSizeHint() const
{
    const QSize usual = QLabel::minimumSizeHint();
    return m_elided ? QSize(std::min(usual.width(), fontMetrics().averageCharWidth() * 6), usual.height()) : usual;
}

void PlainLabel::paintEvent(QPaintEvent* event)
{
    if (!m_elided || fontMetrics().horizontalAdvance(text()) <= contentsRect().width()) {
        QLabel::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawItemText(
        contentsRect(), int(alignment() | Qt::TextSingleLine), palette(), isEnabled(), shown, foregroundRole());
}

QString plainToolTip(QStringView text)
{
    if (text.isEmpty())
        return {};
    return QStringLiteral("<p style=\"white-space:pre-wrap\">%1</p>").arg(toVisible(text, 1000, true).toHtmlEscaped());
}

QString plainMenuText(QStringView text)
{
    return toVisible(text, 200).replace(QLatin1Char('&'), QLatin1String("&&"));
}

void copyToClipboard(const QByteArray& bytes)
{
    QApplication::clipboard()->setText(toText(bytes));
}

void tell(QWidget* parent, const QString& title, const QString& text)
{
    plainBox(parent, title, text)->open();
}

void ask(
    QWidget* parent, const QString& title, const QString& text, const QString& verb, const std::function<void()>& yes)
{
    QMessageBox* box = plainBox(parent, title, text);
    QPushButton* button = box->addButton(verb, QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(button);
    QObject::connect(button, &QPushButton::clicked, parent, yes);
    box->open();
}

} // namespace creel
