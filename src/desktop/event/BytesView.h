#pragma once

#include "desktop/event/RowText.h"
#include "desktop/event/TextRows.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <utility>
#include <vector>

namespace creel
{

/**
 * Shows bytes of any size as text or as hex and paints the visible rows alone. What is selected and copied are the
 * bytes themselves; only the picture has marks for what can't be seen.
 */
class BytesView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Mode { Text, Json, Hex };
    struct Range {
        qsizetype offset = 0;
        qsizetype size = 0;
        ColorRole tint = ColorRole::StaleTint;
    };

    explicit BytesView(QWidget* parent = nullptr);

    /** The view shares the bytes. Scrolls to the start, drops the selection. */
    void setBytes(QByteArray bytes, Mode mode);
    /** The same bytes with more behind them: scroll and selection stay. */
    void setMoreBytes(QByteArray bytes);
    const QByteArray& bytes() const { return m_bytes; }
    Mode mode() const { return m_mode; }
    /** Blanks, tabs and line feeds as marks (off at first). */
    void setMarks(bool marks);
    void setHighlights(std::vector<Range> ranges);
    /** Rows that the view asks room for; 0 (as at first): as many as it gets. */
    void setVisibleRows(int rows);

    /** Selects and shows. */
    void select(qsizetype offset, qsizetype size);
    std::pair<qsizetype, qsizetype> selection() const; ///< offset and size
    /** The text of a visible row as it is painted; for accessibility and tests. */
    QString rowText(qint64 number) const;
    qint64 rowCount() const;

    QSize sizeHint() const override;

public slots:
    void copy();
    void selectAll();

signals:
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void layOutAgain();
    void layOutMore();
    void goOn();
    void updateBars();
    int rowHeight() const;
    int columns() const;
    int rowsOnScreen() const;
    RowText row(qint64 number) const;
    qint64 rowOf(qsizetype offset) const;
    void paintRow(QPainter& painter, qint64 number, int y) const;
    qsizetype byteAt(const QPoint& point) const;
    void moveTo(qsizetype offset, bool extend);
    void moveByRows(qint64 rows, bool extend);
    void showByte(qsizetype offset);

    QByteArray m_bytes;
    Mode m_mode = Mode::Text;
    bool m_marks = false;
    int m_wantedRows = 0;
    TextRows m_rows;
    QTimer m_work;
    std::vector<Range> m_highlights;
    qsizetype m_anchor = 0;
    qsizetype m_caret = 0;
    qsizetype m_showLater = -1; ///< to be scrolled to once its row is known
};

} // namespace creel
