#include "desktop/compose/TimingsView.h"

#include "base/Text.h"
#include "desktop/compose/Outcome.h"
#include "desktop/theme/Theme.h"

#include <QPainter>

#include <algorithm>

namespace creel
{
namespace
{

constexpr int barMargin = 14;
constexpr int phaseHeight = 24;
constexpr int phaseNameWidth = 96;
constexpr int valueWidth = 80;
constexpr int barHeight = 8;

} // namespace

TimingsView::TimingsView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timings"));
    setAccessibleName(tr("Timings"));
    setMinimumHeight(barMargin * 2 + phaseHeight * 6);
}

void TimingsView::setTimings(const HttpTimings& timings, const QByteArray& tlsVersion)
{
    const QString tls = tlsVersion.isEmpty() ? tr("TLS") : toVisible(toText(tlsVersion), 20);
    m_phases = {{tr("Lookup"), timings.lookupUs}, {tr("Connect"), timings.connectUs}, {tls, timings.tlsUs},
        {tr("Send"), timings.sendUs}, {tr("First byte"), timings.firstByteUs}, {tr("Receive"), timings.receiveUs}};
    QStringList words;
    for (const Phase& phase : m_phases) {
        if (phase.us >= 0)
            words << tr("%1: %2").arg(phase.name, durationText(phase.us));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    update();
}

QSize TimingsView::sizeHint() const
{
    return {400, barMargin * 2 + phaseHeight * 6};
}

void TimingsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qint64 total = 1;
    for (const Phase& phase : m_phases)
        total += std::max<qint64>(phase.us, 0);
    const int left = barMargin + phaseNameWidth;
    const int room = std::max(width() - left - valueWidth - barMargin, 40);
    qint64 begun = 0;
    int y = barMargin;
    for (const Phase& phase : m_phases) {
        painter.setPen(themeColor(palette(), ColorRole::Secondary));
        painter.drawText(
            QRect(barMargin, y, phaseNameWidth, phaseHeight), Qt::AlignVCenter | Qt::AlignLeft, phase.name);
        const QRect value(width() - barMargin - valueWidth, y, valueWidth, phaseHeight);
        if (phase.us >= 0) {
            const double from = double(begun) * room / double(total);
            const double size = std::max(double(phase.us) * room / double(total), 2.0);
            const QRectF bar(left + from, y + (phaseHeight - barHeight) / 2.0, size, barHeight);
            painter.setPen(Qt::NoPen);
            painter.setBrush(themeColor(palette(), ColorRole::Accent));
            painter.drawRoundedRect(bar, 2, 2);
            painter.setPen(themeColor(palette(), ColorRole::Text));
            painter.drawText(value, Qt::AlignVCenter | Qt::AlignRight, durationText(phase.us));
            begun += phase.us;
        } else {
            painter.drawText(value, Qt::AlignVCenter | Qt::AlignRight, QStringLiteral("\u2014"));
        }
        y += phaseHeight;
    }
}

} // namespace creel
