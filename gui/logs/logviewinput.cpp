// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What LogView does with the keyboard and the mouse.
#include "logs/logview.h"

#include "engine/logfilter.h"
#include "look/plaintooltip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTimerEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

namespace Gantry {

namespace {

constexpr int AutoScrollMs = 40;

} // namespace

bool LogView::event(QEvent *event)
{
    // Ctrl+F means the log while the log has the focus, not the list's filter; so do the log's own letters.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isLetter
            = key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_W || key->key() == Qt::Key_J);
        if (isLetter || key->matches(QKeySequence::Find)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = toolTipAt(help->pos());
        QToolTip::showText(help->globalPos(), text.isEmpty() ? QString() : plainToolTip(text), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString LogView::toolTipAt(const QPoint &place) const
{
    const QList<Seen> all = seen();
    if (place.x() >= textLeft() || all.isEmpty() || place.y() >= all.last().y + all.last().height * m_lineHeight)
        return {};
    const qint64 line = m_filter->line(std::min(m_filter->row(lineAt(place.y())), rows() - 1));
    QStringList facts;
    if (!m_sources.isEmpty())
        facts << nameOf(line);
    if (m_buffer->kind(line) == LogBuffer::Kind::Error)
        facts << tr("Standard error");
    if (const qint64 time = m_buffer->time(line); time != 0 && m_times != LogTimes::Kind::Off)
        facts << LogTimes::whole(m_times, time);
    return facts.join(QLatin1Char('\n'));
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
    m_starts.clear();
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
    // What was not to be seen comes into sight by as little as possible.
    if (row < m_top.row) {
        setTop({row, 0});
    } else {
        const auto height = [this](qint64 each) { return heightOf(each); };
        const LogRows::Place top = LogRows::moved({row, height(row) - 1}, 1 - linesInSight(), rows(), height);
        if (top > m_top)
            setTop(std::min(top, lastTop()));
    }
    keepPlace();
    setFollowing(m_top == lastTop());
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
    switch (event->key()) {
    case Qt::Key_Up:
        extend ? moveSelection(-1) : scrollBy(-1);
        return;
    case Qt::Key_Down:
        extend ? moveSelection(1) : scrollBy(1);
        return;
    case Qt::Key_PageUp:
        extend ? moveSelection(-linesInSight()) : scrollBy(-linesInSight());
        return;
    case Qt::Key_PageDown:
        extend ? moveSelection(linesInSight()) : scrollBy(linesInSight());
        return;
    case Qt::Key_Home:
        setTop({});
        keepPlace();
        setFollowing(m_top == lastTop());
        return;
    case Qt::Key_End:
        setFollowing(true);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor >= m_buffer->firstLine() && m_cursor < m_buffer->endLine() && isFailure(m_cursor)) {
            Q_EMIT causeRequested(m_cursor);
            return;
        }
        break;
    case Qt::Key_W:
        setWrapped(!m_wrapped);
        return;
    case Qt::Key_J:
        setRaw(!m_raw);
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
    const QList<Seen> all = seen();
    if (all.isEmpty() || y >= all.last().y + all.last().height * m_lineHeight) {
        select(-1, -1);
        return;
    }
    const qint64 line = lineAt(y);
    if (causeLinkAt(event->position().toPoint()) == line) {
        Q_EMIT causeRequested(line);
        return;
    }
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier) && m_anchor >= 0;
    select(extend ? m_anchor : line, line);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (rows() == 0)
        return;
    if (event->buttons() == Qt::NoButton)
        viewport()->setCursor(causeLinkAt(event->position().toPoint()) < 0 ? Qt::IBeamCursor : Qt::PointingHandCursor);
    if (!event->buttons().testFlag(Qt::LeftButton) || m_anchor < 0)
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
    scrollBy(y < 0 ? -2 : 2);
    if (rows() > 0 && m_anchor >= 0)
        select(m_anchor, lineAt(std::clamp(y, 0, viewport()->height() - 1)));
}

void LogView::wheelEvent(QWheelEvent *event)
{
    const QPoint turn = event->angleDelta();
    if (std::abs(turn.x()) > std::abs(turn.y()) || event->modifiers().testFlag(Qt::AltModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    constexpr int click = 120; // an eighth of a degree each (QWheelEvent::angleDelta)
    m_wheel += turn.y() * QApplication::wheelScrollLines();
    const int lines = m_wheel / click;
    m_wheel -= lines * click;
    if (lines != 0)
        scrollBy(-lines);
    event->accept();
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
    menu->addSeparator();
    QAction *wrap = menu->addAction(tr("Wrap long lines"), Qt::Key_W, this, &LogView::setWrapped);
    wrap->setCheckable(true);
    wrap->setChecked(m_wrapped);
    QAction *raw = menu->addAction(tr("JSON lines as they came"), Qt::Key_J, this, &LogView::setRaw);
    raw->setCheckable(true);
    raw->setChecked(m_raw);
    menu->popup(event->globalPos());
}

} // namespace Gantry
