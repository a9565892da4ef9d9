#pragma once

#include <QByteArray>
#include <QLabel>
#include <QString>
#include <QStringView>

#include <functional>

class QWidget;

namespace creel
{

/** A label that never reads its text as markup. Sender data goes through `setSenderText`. */
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr);
    explicit PlainLabel(const QString& text, QWidget* parent = nullptr);

    /** Control and direction characters become visible; one line; at most `maxChars`. */
    void setSenderText(QStringView text, qsizetype maxChars = 1000);
    /** One line that ends in an ellipsis where there is no room for it. */
    void setElided(bool elided);
    /** A text that changes all the time, of one line: the label keeps its size while the text fits well, so that a new
     * text paints this label and lays out nothing. */
    void setSteadyText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    QSize minimumSizeHint() const override;

private:
    bool m_elided = false;
};

/** A tool tip that shows its text as it is: tool tips have no switch for plain text. At most 1 000 characters. */
QString plainToolTip(QStringView text);

/** Text for an action, a tab or a menu: `&` is no mnemonic, control and direction characters are visible. */
QString plainMenuText(QStringView text);

/** Sender data as they are, in UTF-8 where they are that. */
void copyToClipboard(const QByteArray& bytes);

/** A message that needs no answer; plain text; does not block. */
void tell(QWidget* parent, const QString& title, const QString& text);

/** A question with the verb on its button; `yes` is called when that was chosen; plain text; does not block. */
void ask(
    QWidget* parent, const QString& title, const QString& text, const QString& verb, const std::function<void()>& yes);

} // namespace creel
