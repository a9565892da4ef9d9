#include "desktop/shell/Dot.h"

#include "desktop/theme/Theme.h"

#include <QPainter>

namespace creel
{

Dot::Dot(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(8, 8);
}

void Dot::setOn(bool on)
{
    m_on = on;
    update();
}

void Dot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = themeColor(palette(), m_on ? ColorRole::Valid : ColorRole::Neutral);
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(m_on ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7));
}

} // namespace creel
