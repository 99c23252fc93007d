// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultheader.h"
#include "console/resultview.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace Gantry {

namespace {

ResultView::Select selectMode(Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ShiftModifier)
        return ResultView::Select::Extend;
    return modifiers & Qt::ControlModifier ? ResultView::Select::Add : ResultView::Select::Replace;
}

QKeySequence copyWithHeadersKey()
{
    return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
}

} // namespace

void ResultView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const qint64 row = m_rows.rowAt(position.y());
    if (row < 0 || columnCount() == 0)
        return;
    const bool inGutter = position.x() < gutterWidth();
    const int column = inGutter ? 0 : cellAt(position).column;
    if (column < 0)
        return;
    if (event->button() == Qt::RightButton) {
        // A menu for what is selected, unless the click is beside it.
        if (inGutter && !m_selection.contains(row, column))
            selectRows(row, row);
        else if (!m_selection.contains(row, column))
            setCurrent(row, column);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_dragPosition = position;
    if (!inGutter) {
        setCurrent(row, column, selectMode(event->modifiers()));
        // Ctrl on a selected cell took it out: a drag from there would bring it back.
        m_drag = m_selection.contains(row, column) ? Drag::Cells : Drag::None;
        return;
    }
    m_drag = Drag::Rows;
    const int last = columnCount() - 1;
    const Select mode = selectMode(event->modifiers());
    if (mode == Select::Extend && m_anchor.isValid()) {
        m_selection.extend(CellRange::between(m_anchor.row, 0, row, last));
    } else {
        m_anchor = {row, 0};
        if (mode == Select::Add)
            m_selection.begin({row, row, 0, last});
        else
            m_selection.set({row, row, 0, last});
    }
    moveCurrent({row, std::max(0, m_current.column)});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::pressHeader(int column, Qt::KeyboardModifiers modifiers)
{
    setFocus(Qt::MouseFocusReason);
    if (m_rows.rows() == 0)
        return;
    const qint64 last = m_rows.rows() - 1;
    const Select mode = selectMode(modifiers);
    if (mode == Select::Extend && m_anchor.isValid()) {
        m_selection.extend(CellRange::between(0, m_anchor.column, last, column));
    } else {
        m_anchor = {0, column};
        if (mode == Select::Add)
            m_selection.begin({0, last, column, column});
        else
            m_selection.set({0, last, column, column});
    }
    moveCurrent({std::max<qint64>(0, m_current.row), column});
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::dragTo(const QPoint &position)
{
    if (m_drag == Drag::None || !m_anchor.isValid() || m_rows.rows() == 0)
        return;
    const qint64 row = m_rows.nearestRow(position.y());
    if (m_drag == Drag::Rows) {
        m_selection.extend(CellRange::between(m_anchor.row, 0, row, columnCount() - 1));
        moveCurrent({row, std::max(0, m_current.column)});
    } else {
        const int x = std::clamp(position.x() - gutterWidth(), 0, std::max(0, viewport()->width() - gutterWidth() - 1));
        int column = m_header->logicalIndexAt(x);
        if (column < 0)
            column = columnCount() - 1;
        m_selection.extend(CellRange::between(m_anchor.row, m_anchor.column, row, column));
        moveCurrent({row, column});
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void ResultView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        return;
    m_dragPosition = event->position().toPoint();
    dragTo(m_dragPosition);
    const QRect inside = viewport()->rect().adjusted(gutterWidth(), 0, 0, 0);
    const bool outside = m_drag == Drag::Rows
        ? m_dragPosition.y() < inside.top() || m_dragPosition.y() > inside.bottom()
        : !inside.contains(m_dragPosition);
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start();
    else if (!outside)
        m_autoScroll.stop();
}

void ResultView::autoScroll()
{
    const QRect inside = viewport()->rect().adjusted(gutterWidth(), 0, 0, 0);
    // The farther outside, the faster: at the edge of the screen some thousand rows a second.
    const auto speed = [](int distance) { return distance * (1 + std::abs(distance) / 24); };
    if (m_dragPosition.y() < inside.top())
        scrollTo(m_rows.offset() + speed(m_dragPosition.y() - inside.top()));
    else if (m_dragPosition.y() > inside.bottom())
        scrollTo(m_rows.offset() + speed(m_dragPosition.y() - inside.bottom()));
    if (m_drag == Drag::Cells) {
        QScrollBar *bar = horizontalScrollBar();
        if (m_dragPosition.x() < inside.left())
            bar->setValue(bar->value() + std::max(-40, m_dragPosition.x() - inside.left()));
        else if (m_dragPosition.x() > inside.right())
            bar->setValue(bar->value() + std::min(40, m_dragPosition.x() - inside.right()));
    }
    dragTo(m_dragPosition);
}

void ResultView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_drag = Drag::None;
        m_autoScroll.stop();
    }
}

void ResultView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && cellAt(event->position().toPoint()).isValid())
        Q_EMIT valueRequested();
}

void ResultView::wheelEvent(QWheelEvent *event)
{
    QPoint pixels = event->pixelDelta();
    if (pixels.isNull())
        pixels = event->angleDelta() * (3 * m_rows.rowHeight()) / 120;
    if (event->modifiers() & Qt::ShiftModifier && pixels.x() == 0)
        pixels = pixels.transposed();
    if (pixels.x() != 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - pixels.x());
    if (pixels.y() != 0)
        scrollTo(m_rows.offset() - pixels.y());
    event->accept();
}

bool ResultView::isOwnKey(const QKeyEvent *event) const
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll)
        || QKeySequence(event->keyCombination()) == copyWithHeadersKey())
        return true;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return !(event->modifiers() & Qt::AltModifier);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return !(event->modifiers() & ~Qt::KeypadModifier);
    default:
        return false;
    }
}

void ResultView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested(false);
    else if (QKeySequence(event->keyCombination()) == copyWithHeadersKey())
        Q_EMIT copyRequested(true);
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && isOwnKey(event)) {
        if (m_current.isValid())
            Q_EMIT valueRequested();
    } else if (!moveByKey(event))
        event->ignore();
}

bool ResultView::moveByKey(QKeyEvent *event)
{
    if (!isOwnKey(event) || m_rows.rows() == 0 || columnCount() == 0)
        return false;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    if (event->key() == Qt::Key_Space) {
        if (control && m_current.isValid())
            selectColumns(m_anchor.column, m_current.column);
        else if (shift && m_current.isValid())
            selectRows(m_anchor.row, m_current.row);
        return control || shift;
    }
    const Select mode = shift ? Select::Extend : Select::Replace;
    const qint64 lastRow = m_rows.rows() - 1;
    const int lastColumn = columnCount() - 1;
    if (!m_current.isValid() && event->key() != Qt::Key_End) {
        setCurrent(0, 0);
        return true;
    }
    qint64 row = std::max<qint64>(0, m_current.row);
    int column = std::max(0, m_current.column);
    switch (event->key()) {
    case Qt::Key_Up:
        row = control ? 0 : row - 1;
        break;
    case Qt::Key_Down:
        row = control ? lastRow : row + 1;
        break;
    case Qt::Key_Left:
        column = control ? 0 : column - 1;
        break;
    case Qt::Key_Right:
        column = control ? lastColumn : column + 1;
        break;
    case Qt::Key_PageUp:
        row -= m_rows.rowsPerPage();
        break;
    case Qt::Key_PageDown:
        row += m_rows.rowsPerPage();
        break;
    case Qt::Key_Home:
        column = 0;
        row = control ? 0 : row;
        break;
    case Qt::Key_End:
        column = lastColumn;
        row = control ? lastRow : row;
        break;
    default:
        return false;
    }
    setCurrent(row, column, mode);
    return true;
}

bool ResultView::event(QEvent *event)
{
    // Else a shortcut of the window for the same key would come first.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::Paint) {
        const Tokens &tokens = Tokens::of(palette());
        QPainter painter(this);
        const int height = m_header->height();
        painter.fillRect(rect(), tokens.base);
        painter.fillRect(0, height - 1, width(), 1, tokens.line);
        if (m_content)
            painter.fillRect(gutterWidth() - 1, 0, 1, height, tokens.line);
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        // The corner above the row numbers: everything.
        const QPoint position = static_cast<QMouseEvent *>(event)->position().toPoint();
        if (position.y() < m_header->height() && position.x() < gutterWidth()) {
            setFocus(Qt::MouseFocusReason);
            selectAll();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool ResultView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ResultView::showToolTip(const QPoint &position, const QPoint &globalPosition)
{
    const Cell cell = cellAt(position);
    if (!cell.isValid() || !m_content) {
        QToolTip::hideText();
        return;
    }
    const GridCell value = m_content->cell(cell.row, cell.column, 2000);
    const QRect rect = cellRect(cell.row, cell.column);
    if (value.isNull || (!value.isCut() && CellMetrics().fittingWidth(value) <= rect.width())) {
        QToolTip::hideText();
        return;
    }
    QString text = QString::fromUtf8(value.text);
    if (value.isCut())
        text += QChar(0x2026);
    QToolTip::showText(globalPosition, plainToolTip(text), viewport(), rect);
}

void ResultView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() != QContextMenuEvent::Mouse && m_current.isValid())
        position = viewport()->mapToGlobal(cellRect(m_current.row, m_current.column).bottomLeft());
    Q_EMIT menuRequested(position);
    event->accept();
}

void ResultView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!m_current.isValid() && event->reason() != Qt::MouseFocusReason)
        setCurrent(0, 0);
    viewport()->update();
    announceCurrent();
}

void ResultView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace Gantry
