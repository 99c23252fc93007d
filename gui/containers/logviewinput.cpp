// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What LogView does with the keyboard and the mouse.
#include "containers/logview.h"

#include "engine/logfilter.h"
#include "look/plaintooltip.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimerEvent>
#include <QToolTip>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int AutoScrollMs = 40;

} // namespace

bool LogView::event(QEvent *event)
{
    // Ctrl+F means the log while the log has the focus, not the list's filter.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_times != LogTimes::Kind::Off) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const qint64 row = verticalScrollBar()->value() + help->y() / m_lineHeight;
        const bool isOnTime = help->x() < TextLeft + int(m_timeCells * m_cellWidth) && row < rows();
        const qint64 time = isOnTime ? m_buffer->time(m_filter->line(row)) : 0;
        QToolTip::showText(help->globalPos(), time == 0 ? QString() : plainToolTip(LogTimes::whole(m_times, time)),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    QAbstractScrollArea::changeEvent(event);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void LogView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LogView::moveSelection(qint64 by)
{
    if (rows() == 0)
        return;
    const qint64 from = currentLine();
    const qint64 row = std::clamp<qint64>(m_filter->row(from) + by, 0, rows() - 1);
    select(m_anchor < 0 ? from : m_anchor, m_filter->line(row));
    if (row < verticalScrollBar()->value())
        verticalScrollBar()->setValue(int(row));
    else if (row >= verticalScrollBar()->value() + linesInSight())
        verticalScrollBar()->setValue(int(row) - linesInSight() + 1);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        extend ? moveSelection(-1) : bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Down:
        extend ? moveSelection(1) : bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_PageUp:
        extend ? moveSelection(-linesInSight()) : bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        extend ? moveSelection(linesInSight()) : bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        setFollowing(true);
        return;
    case Qt::Key_Escape:
        if (hasSelection()) {
            select(-1, -1);
            return;
        }
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || rows() == 0)
        return;
    const int y = event->position().toPoint().y();
    if (verticalScrollBar()->value() + y / m_lineHeight >= rows()) {
        select(-1, -1);
        return;
    }
    const qint64 line = lineAt(y);
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier) && m_anchor >= 0;
    select(extend ? m_anchor : line, line);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_anchor < 0 || rows() == 0)
        return;
    const int y = event->position().toPoint().y();
    select(m_anchor, lineAt(y));
    const bool outside = y < 0 || y >= viewport()->height();
    if (outside && m_autoScroll == 0) {
        m_autoScroll = startTimer(AutoScrollMs);
    } else if (!outside && m_autoScroll != 0) {
        killTimer(m_autoScroll);
        m_autoScroll = 0;
    }
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    if (m_autoScroll != 0)
        killTimer(m_autoScroll);
    m_autoScroll = 0;
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll)
        return;
    const int y = viewport()->mapFromGlobal(QCursor::pos()).y();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -2 : 2));
    if (rows() > 0 && m_anchor >= 0)
        select(m_anchor, lineAt(std::clamp(y, 0, viewport()->height() - 1)));
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyLines = menu->addAction(tr("Copy"), QKeySequence::Copy, this, &LogView::copy);
    copyLines->setEnabled(hasSelection());
    QAction *all = menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &LogView::selectAll);
    all->setEnabled(rows() > 0);
    menu->addAction(tr("Find…"), QKeySequence::Find, this, &LogView::findRequested);
    menu->popup(event->globalPos());
}

} // namespace Gantry
