#pragma once

#include <QWidget>

namespace creel
{

/** Full: listening. Ring: not. */
class Dot : public QWidget
{
    Q_OBJECT
public:
    explicit Dot(QWidget* parent);
    void setOn(bool on);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_on = false;
};

} // namespace creel
