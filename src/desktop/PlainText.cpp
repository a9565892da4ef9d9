#include "desktop/PlainText.h"

#include "base/Text.h"

#include <QMessageBox>
#include <QPushButton>

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
