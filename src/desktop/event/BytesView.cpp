#include "desktop/event/BytesView.h"

#include "base/Text.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <limits>

namespace creel
{

namespace
{

constexpr qsizetype sliceBytes = 1024 * 1024; // of row finding in one go, a few milliseconds
constexpr int edge = 8;

void layOut(QTextLayout& layout, const QString& text, const QList<QTextLayout::FormatRange>& formats = {})
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setText(text);
    layout.setFormats(formats);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(std::numeric_limits<int>::max());
    layout.endLayout();
}

QTextLayout::FormatRange colored(int start, int length, const QColor& color, bool ground)
{
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    if (ground)
        range.format.setBackground(color);
    else
        range.format.setForeground(color);
    return range;
}

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'
        || static_cast<quint8>(c) >= 0x80;
}

} // namespace

BytesView::BytesView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFont(wireFont());
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_work.setInterval(0);
    connect(&m_work, &QTimer::timeout, this, &BytesView::goOn);
    m_rows.start({}, columns());
}

void BytesView::setBytes(QByteArray bytes, Mode mode)
{
    m_bytes = std::move(bytes);
    m_mode = mode;
    m_highlights.clear();
    m_anchor = m_caret = 0;
    m_showLater = -1;
    layOutAgain();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    emit selectionChanged();
}

void BytesView::setMoreBytes(QByteArray bytes)
{
    m_bytes = std::move(bytes);
    m_rows.grow(m_bytes);
    layOutMore();
}

void BytesView::setMarks(bool marks)
{
    m_marks = marks;
    viewport()->update();
}

void BytesView::setHighlights(std::vector<Range> ranges)
{
    m_highlights = std::move(ranges);
    viewport()->update();
}

void BytesView::setVisibleRows(int rows)
{
    m_wantedRows = rows;
    updateGeometry();
}

QSize BytesView::sizeHint() const
{
    const int rows = m_wantedRows > 0 ? m_wantedRows : 20;
    return {columns() * fontMetrics().horizontalAdvance(QLatin1Char('0')), rows * rowHeight() + 2 * edge};
}

int BytesView::rowHeight() const
{
    return fontMetrics().height() + 2;
}

int BytesView::columns() const
{
    const double advance = std::max(1.0, QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0')));
    // Marks of a line end stand behind the last column
    const int ends = m_marks ? 3 : 0;
    return std::max(20, static_cast<int>((viewport()->width() - 2 * edge) / advance) - ends);
}

int BytesView::rowsOnScreen() const
{
    return std::max(1, (viewport()->height() - edge) / rowHeight());
}

void BytesView::layOutAgain()
{
    m_work.stop();
    m_rows.start(m_bytes, columns());
    layOutMore();
}

/** The first screens at once; the rest in the pauses of the event loop, and only of what is on the screen. */
void BytesView::layOutMore()
{
    if (m_mode != Mode::Hex && m_rows.extend(sliceBytes) && isVisible())
        m_work.start();
    updateBars();
    viewport()->update();
}

void BytesView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    if (m_mode != Mode::Hex && !m_rows.done())
        m_work.start();
}

void BytesView::goOn()
{
    if (!m_rows.extend(sliceBytes))
        m_work.stop();
    updateBars();
    if (m_showLater >= 0 && (m_rows.done() || rowOf(m_showLater) + 1 < rowCount()))
        showByte(std::exchange(m_showLater, -1));
}

qint64 BytesView::rowCount() const
{
    if (m_mode == Mode::Hex)
        return std::max<qint64>(1, (m_bytes.size() + hexLayout::bytesInRow - 1) / hexLayout::bytesInRow);
    return m_rows.count();
}

void BytesView::updateBars()
{
    const qint64 last = std::max<qint64>(0, rowCount() - rowsOnScreen());
    verticalScrollBar()->setRange(0, static_cast<int>(std::min<qint64>(last, std::numeric_limits<int>::max())));
    verticalScrollBar()->setPageStep(rowsOnScreen());
    verticalScrollBar()->setSingleStep(3);
    const int width = m_mode == Mode::Hex ? hexLayout::width * fontMetrics().horizontalAdvance(QLatin1Char('0')) : 0;
    horizontalScrollBar()->setRange(0, std::max(0, width + 2 * edge - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

RowText BytesView::row(qint64 number) const
{
    if (m_mode == Mode::Hex)
        return hexRow(m_bytes, std::min<qsizetype>(number * hexLayout::bytesInRow, m_bytes.size()));
    const TextRows::Row place = m_rows.row(number);
    RowText text = textRow(m_bytes, place.offset, place.size, m_marks);
    if (m_mode == Mode::Json)
        colorJson(m_bytes, place.offset, text);
    return text;
}

qint64 BytesView::rowOf(qsizetype offset) const
{
    return m_mode == Mode::Hex ? offset / hexLayout::bytesInRow : m_rows.rowOf(offset);
}

QString BytesView::rowText(qint64 number) const
{
    return row(number).text;
}

void BytesView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setFont(font());
    const qint64 first = verticalScrollBar()->value();
    const qint64 last = std::min(rowCount(), first + rowsOnScreen() + 2);
    int y = edge;
    for (qint64 number = first; number < last; ++number, y += rowHeight())
        paintRow(painter, number, y);
}

void BytesView::paintRow(QPainter& painter, qint64 number, int y) const
{
    const RowText text = row(number);
    const ThemeColors colors = ThemeColors::of(palette());
    QList<QTextLayout::FormatRange> formats;
    for (const RowColor& part : text.colors)
        formats.append(colored(part.from, part.size, colors[part.role], false));
    const auto tint = [&](qsizetype offset, qsizetype size, const QColor& color) {
        const int from = text.charOf(offset);
        const int to = text.charOf(offset + size);
        if (size > 0 && to > from)
            formats.append(colored(from, to - from, color, true));
    };
    const auto mark = [&](qsizetype offset, qsizetype size, const QColor& color) {
        if (m_mode != Mode::Hex) {
            tint(offset, size, color);
            return;
        }
        const qsizetype start = text.byteOf.front();
        for (qsizetype at = std::max(offset, start); at < std::min(offset + size, text.byteOf.back()); ++at) {
            const int index = static_cast<int>(at - start);
            formats.append(colored(hexLayout::pairColumn(index), 2, color, true));
            formats.append(colored(hexLayout::letters + index, 1, color, true));
        }
    };
    for (const Range& range : m_highlights)
        mark(range.offset, range.size, colors[range.tint]);
    const auto [offset, size] = selection();
    mark(offset, size, colors[ColorRole::Selection]);

    QTextLayout layout;
    layout.setFont(font());
    layOut(layout, text.text, formats);
    painter.setPen(colors[ColorRole::Text]);
    const QPointF place(edge - horizontalScrollBar()->value(), y);
    layout.draw(&painter, place);
    if (hasFocus() && size == 0 && m_mode != Mode::Hex && m_caret >= text.byteOf.front()
        && (m_caret < text.byteOf.back() || number + 1 == rowCount()))
        layout.drawCursor(&painter, place, text.charOf(m_caret));
}

qsizetype BytesView::byteAt(const QPoint& point) const
{
    const qint64 number = verticalScrollBar()->value() + std::max(0, point.y() - edge) / rowHeight();
    if (number >= rowCount())
        return m_bytes.size();
    const RowText text = row(number);
    QTextLayout layout;
    layout.setFont(font());
    layOut(layout, text.text);
    const double x = point.x() - edge + horizontalScrollBar()->value();
    int character = layout.lineAt(0).xToCursor(x);
    if (m_mode == Mode::Hex && character < hexLayout::letters)
        character = std::max(character, hexLayout::pairs);
    // Behind the text of a row, but before its line feed.
    if (character >= text.text.size() && m_mode != Mode::Hex && text.byteOf.back() > text.byteOf.front()
        && m_bytes.at(text.byteOf.back() - 1) == '\n')
        return text.byteOf.back() - 1;
    return text.byteOf[static_cast<size_t>(std::clamp<int>(character, 0, static_cast<int>(text.text.size())))];
}

std::pair<qsizetype, qsizetype> BytesView::selection() const
{
    return {std::min(m_anchor, m_caret), std::max(m_anchor, m_caret) - std::min(m_anchor, m_caret)};
}

void BytesView::select(qsizetype offset, qsizetype size)
{
    m_anchor = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    m_caret = std::clamp<qsizetype>(offset + size, m_anchor, m_bytes.size());
    m_showLater = m_anchor;
    if (m_mode == Mode::Hex || m_rows.done() || rowOf(m_anchor) + 1 < rowCount())
        showByte(std::exchange(m_showLater, -1));
    viewport()->update();
    emit selectionChanged();
}

void BytesView::showByte(qsizetype offset)
{
    const qint64 number = rowOf(std::min(offset, std::max<qsizetype>(0, m_bytes.size() - 1)));
    const qint64 first = verticalScrollBar()->value();
    if (number < first || number >= first + rowsOnScreen())
        verticalScrollBar()->setValue(static_cast<int>(std::max<qint64>(0, number - rowsOnScreen() / 3)));
    viewport()->update();
}

void BytesView::moveTo(qsizetype offset, bool extend)
{
    m_caret = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    if (!extend)
        m_anchor = m_caret;
    showByte(m_caret);
    emit selectionChanged();
}

void BytesView::moveByRows(qint64 rows, bool extend)
{
    const qint64 from = rowOf(m_caret);
    const qint64 to = std::clamp<qint64>(from + rows, 0, rowCount() - 1);
    const RowText before = row(from);
    const RowText after = row(to);
    const int column = before.charOf(m_caret);
    moveTo(after.byteOf[static_cast<size_t>(std::min<qsizetype>(column, after.text.size()))], extend);
}

void BytesView::copy()
{
    const auto [offset, size] = selection();
    if (size == 0)
        return;
    const QByteArray part = m_bytes.mid(offset, size);
    auto* mime = new QMimeData;
    if (m_mode == Mode::Hex) {
        mime->setText(QString::fromLatin1(part.toHex(' ')));
    } else {
        mime->setText(toText(part));
        if (!isUtf8(part))
            mime->setData(QStringLiteral("application/octet-stream"), part);
    }
    QApplication::clipboard()->setMimeData(mime);
}

void BytesView::selectAll()
{
    m_anchor = 0;
    m_caret = m_bytes.size();
    viewport()->update();
    emit selectionChanged();
}

void BytesView::keyPressEvent(QKeyEvent* event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool whole = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Home) {
        moveTo(whole ? 0 : row(rowOf(m_caret)).byteOf.front(), extend);
    } else if (event->key() == Qt::Key_End) {
        moveTo(whole ? m_bytes.size() : std::max<qsizetype>(0, row(rowOf(m_caret)).byteOf.back() - 1), extend);
    } else if (event->key() == Qt::Key_Left) {
        const auto before = m_caret > 0 ? m_caret - 1 : 0;
        const RowText text = row(rowOf(before));
        moveTo(text.byteOf[static_cast<size_t>(std::max(0, text.charOf(m_caret) - 1))], extend);
    } else if (event->key() == Qt::Key_Right) {
        moveTo(row(rowOf(m_caret)).byteOf[0] > m_caret ? m_caret : [this] {
            const RowText text = row(rowOf(m_caret));
            const auto next = std::upper_bound(text.byteOf.begin(), text.byteOf.end(), m_caret);
            return next == text.byteOf.end() ? m_caret : *next;
        }(), extend);
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        moveByRows(event->key() == Qt::Key_Up ? -1 : 1, extend);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        moveByRows(event->key() == Qt::Key_PageUp ? -rowsOnScreen() : rowsOnScreen(), extend);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void BytesView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(byteAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void BytesView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(byteAt(event->position().toPoint()), true);
}

void BytesView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const qsizetype at = byteAt(event->position().toPoint());
    qsizetype from = at;
    qsizetype to = at;
    while (from > 0 && at - from < 4096 && isWordByte(m_bytes.at(from - 1)))
        --from;
    while (to < m_bytes.size() && to - at < 4096 && isWordByte(m_bytes.at(to)))
        ++to;
    select(from, to - from);
}

void BytesView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copyAction = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &BytesView::copy);
    copyAction->setEnabled(selection().second > 0);
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &BytesView::selectAll);
    menu->popup(event->globalPos());
}

void BytesView::resizeEvent(QResizeEvent*)
{
    if (m_mode != Mode::Hex && columns() != m_rows.columns()) {
        const qsizetype top = m_rows.row(verticalScrollBar()->value()).offset;
        layOutAgain();
        verticalScrollBar()->setValue(top > 0 ? static_cast<int>(rowOf(top)) : 0);
    }
    updateBars();
}

void BytesView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOutAgain();
}

} // namespace creel
