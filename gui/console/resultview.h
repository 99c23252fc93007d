// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/cellselection.h"
#include "console/gridcontent.h"
#include "console/rowgeometry.h"

#include <QAbstractScrollArea>
#include <QFontMetrics>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

class QHeaderView;

namespace Gantry {

class ResultColumnsModel;
class ResultHeader;
struct Tokens;

/// The table "Results". Rows have one height and are found by arithmetic, only cells on screen are read, the selection
/// is a few ranges: ten million rows cost what ten do. A QHeaderView carries the columns.
class ResultView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Select {
        Replace, ///< only the cell
        Extend, ///< from the anchor to the cell (Shift)
        Add, ///< the cell too (Ctrl)
    };

    struct Cell
    {
        qint64 row = -1;
        int column = -1;

        bool isValid() const { return row >= 0 && column >= 0; }
        friend bool operator==(const Cell &, const Cell &) = default;
    };

    explicit ResultView(QWidget *parent = nullptr);
    ~ResultView() override;

    /// Shows other rows; null for none. Current cell and selection are forgotten.
    void setContent(std::shared_ptr<const GridContent> content, qint64 rows);
    const GridContent *content() const { return m_content.get(); }
    /// The content has that many rows now. Cheap; the view follows at most once a frame.
    void setRowCount(qint64 rows);
    /// Names or types of the columns became known.
    void updateColumns();

    qint64 rowCount() const { return m_rows.rows(); }
    int columnCount() const;
    QHeaderView *header() const;
    /// How high a view of that width must be to show so many rows without scrolling.
    int heightOfRows(qint64 rows, int width) const;
    /// Whether a view of that width shows all columns with their values as they are.
    bool fits(int width);

    Cell current() const { return m_current; }
    void setCurrent(qint64 row, int column, Select mode = Select::Replace);
    const CellSelection &selection() const { return m_selection; }
    void selectAll();
    void selectRows(qint64 first, qint64 last);
    void selectColumns(int first, int last);
    void clearSelection();

    /// Where the cell stands in the viewport; outside of it for a cell that is not seen.
    QRect cellRect(qint64 row, int column) const;
    /// The cell at a point of the viewport; invalid beside the cells.
    Cell cellAt(const QPoint &position) const;
    /// The value as one line of printable text, at most \a maximum bytes of it; "NULL" for NULL.
    QString displayText(qint64 row, int column, qsizetype maximum = 4096) const;
    /// Cells read by the last paint event; what must not grow with the number of rows.
    int paintedCells() const { return m_paintedCells; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void selectionChanged();
    /// Enter or a double click on a cell.
    void valueRequested();
    void copyRequested(bool headers);
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Drag { None, Cells, Rows, Columns };
    /// Measures cells, many with the same fonts.
    class CellMetrics
    {
    public:
        CellMetrics();
        int fittingWidth(const GridCell &cell) const;

    private:
        QFontMetrics m_value;
        QFontMetrics m_null;
    };

    // resultview.cpp
    void applyRowCount();
    void fitColumns();
    /// \a wanted: a width for each column.
    void resizeColumns(const std::vector<int> &wanted);
    void fitColumn(int column);
    /// Widens columns for the cells that have come into view.
    void growColumns();
    /// Of the viewport, beside the scroll bars that are needed; told by what is shown alone, so that each bar does not
    /// wait for the other's answer.
    QSize room() const;
    /// The first and the last column of which something is seen.
    std::pair<int, int> visibleColumns() const;
    void updateGeometries();
    void updateScrollBars();
    void scrollTo(qint64 offset);
    void ensureVisible(const Cell &cell);
    void moveCurrent(const Cell &cell);
    void announceCurrent();

    // resultviewpaint.cpp
    int gutterWidth() const;
    void paintRow(QPainter *painter, qint64 row, int firstColumn, int lastColumn, const Tokens &tokens);
    void paintCell(QPainter *painter, const QRect &rect, const GridCell &cell, const Tokens &tokens) const;
    void paintGutter(QPainter *painter, qint64 first, qint64 last, const Tokens &tokens) const;
    void paintCurrent(QPainter *painter, const Tokens &tokens) const;

    // resultviewinput.cpp
    void pressHeader(int column, Qt::KeyboardModifiers modifiers);
    void dragTo(const QPoint &position);
    void autoScroll();
    bool isOwnKey(const QKeyEvent *event) const;
    bool moveByKey(QKeyEvent *event);
    void showToolTip(const QPoint &position, const QPoint &globalPosition);

    std::shared_ptr<const GridContent> m_content;
    ResultColumnsModel *m_columns;
    ResultHeader *m_header;
    RowGeometry m_rows;
    Cell m_current;
    Cell m_anchor;
    CellSelection m_selection;
    Drag m_drag = Drag::None;
    QPoint m_dragPosition;
    QTimer m_autoScroll;
    QTimer m_frame; ///< runs for the length of a frame after the rows grew
    qint64 m_knownRows = 0; ///< as last told; the view may be a frame behind
    int m_neededWidth = 0; ///< of all columns, for what these rows hold
    qint64 m_fittedRows = 0; ///< rows that the widths of the columns were chosen by
    std::pair<qint64, qint64> m_measuredRows{0, -1}; ///< in view when columns grew last
    std::pair<int, int> m_measuredColumns{0, -1};
    QSet<int> m_userSized;
    bool m_fitting = false;
    bool m_settingBars = false;
    int m_paintedCells = 0;
};

} // namespace Gantry
