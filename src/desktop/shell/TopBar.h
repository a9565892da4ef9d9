#pragma once

#include <QFrame>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace creel
{

class PlainLabel;
class Receiver;

/** State and URL of the receiver; a click, or Space, copies the URL. */
class ListeningChip : public QFrame
{
    Q_OBJECT
public:
    explicit ListeningChip(QWidget* parent = nullptr);
    void showListening(const QString& url);
    void showStopped(const QString& why);

signals:
    void copied(const QString& url);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copy();

    class Dot* m_dot;
    PlainLabel* m_state;
    PlainLabel* m_address;
    PlainLabel* m_hint;
    QString m_url;
};

/** The strip under the menu bar: what listens where, pause, follow; commands of other parts on the right. */
class TopBar : public QWidget
{
    Q_OBJECT
public:
    /** `readOnly`: nothing can be caught in this workspace. */
    TopBar(Receiver& receiver, bool readOnly, QWidget* parent = nullptr);

    /** A button at the right end, after those that are there. */
    void addRight(QWidget* button);
    void setFollowing(bool following);
    ListeningChip& chip() { return *m_chip; }
    void refresh();

signals:
    void pauseClicked();
    void followClicked(bool on);

private:
    Receiver& m_receiver;
    bool m_readOnly;
    ListeningChip* m_chip;
    QPushButton* m_pause;
    QPushButton* m_follow;
    QHBoxLayout* m_layout;
};

} // namespace creel
