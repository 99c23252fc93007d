// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/rowtracker.h"

#include "look/celldelegate.h"
#include "look/keyboardfocus.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QAbstractItemView>
#include <QFocusEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScrollBar>

namespace Gantry {

namespace {

constexpr int rowInset = 8;

bool sameRow(const QModelIndex &a, const QModelIndex &b)
{
    return a.isValid() && b.isValid() && a.row() == b.row() && a.parent() == b.parent();
}

} // namespace

RowTracker::RowTracker(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
{
    view->installEventFilter(this);
    view->viewport()->installEventFilter(this);
    view->setProperty("paintsRows", true);
}

void RowTracker::paintRow(QPainter *painter, const QRect &row, const QModelIndex &index, bool chrome,
                          const Tokens &tokens) const
{
    const QRectF rect(rowInset, row.y() + 1, m_view->viewport()->width() - 2 * rowInset, row.height() - 2);
    constexpr qreal radius = 6;
    if (m_view->selectionModel() && m_view->selectionModel()->isSelected(index))
        fillRounded(painter, rect, radius, chrome ? tokens.chromeSelection : tokens.selection);
    else if (sameRow(m_hovered, index))
        fillRounded(painter, rect, radius, chrome ? tokens.chromeHover : tokens.hover);
    if (m_view->hasFocus() && sameRow(m_view->currentIndex(), index) && showsCurrent())
        drawRounded(painter, rect, radius, {}, tokens.accent);
}

bool RowTracker::showsCurrent() const
{
    // What is only current, and not selected, would not be seen at all.
    return m_input == Input::Keys || (m_input == Input::None && !m_view->selectionModel()->hasSelection());
}

bool RowTracker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view)
        return viewportEvent(event);
    // It also loses the focus while it is being destroyed, when it is a mere widget any more.
    return qobject_cast<QAbstractItemView *>(watched) && viewEvent(event);
}

bool RowTracker::viewEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::MouseFocusReason)
            m_input = Input::Mouse;
        else if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason
                 || KeyboardFocus::leads())
            m_input = Input::Keys;
        m_view->viewport()->update();
        break;
    }
    case QEvent::FocusOut:
        m_view->viewport()->update();
        break;
    case QEvent::KeyPress:
        m_input = Input::Keys;
        m_view->viewport()->update();
        return chooseCurrent(*static_cast<QKeyEvent *>(event));
    default:
        break;
    }
    return false;
}

bool RowTracker::chooseCurrent(const QKeyEvent &event)
{
    QItemSelectionModel *selection = m_view->selectionModel();
    const bool isOwn = event.key() == Qt::Key_Down || event.key() == Qt::Key_Up || event.key() == Qt::Key_Space;
    const bool isPlain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isOwn || !isPlain || !selection || selection->hasSelection() || !m_view->currentIndex().isValid()
        || m_view->selectionMode() == QAbstractItemView::NoSelection)
        return false;
    const QModelIndex current = m_view->currentIndex();
    selection->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_view->scrollTo(current);
    return true;
}

bool RowTracker::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const QPoint position = static_cast<QMouseEvent *>(event)->position().toPoint();
        setHovered(m_view->indexAt(position));
        m_view->viewport()->setCursor(linkAt(position).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        break;
    }
    case QEvent::Resize:
        keepCurrent(static_cast<QResizeEvent *>(event)->oldSize());
        break;
    case QEvent::Leave:
    case QEvent::Wheel:
        setHovered({});
        break;
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        m_input = Input::Mouse;
        m_pressedLink = mouse->button() == Qt::LeftButton ? linkAt(mouse->position().toPoint()) : QModelIndex();
        m_view->viewport()->update();
        break;
    }
    case QEvent::MouseButtonRelease: {
        const QModelIndex link = linkAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        if (link.isValid() && link == m_pressedLink)
            Q_EMIT linkActivated(link);
        m_pressedLink = QModelIndex();
        break;
    }
    default:
        break;
    }
    return false;
}

void RowTracker::keepCurrent(const QSize &before)
{
    const QRect row = m_view->visualRect(m_view->currentIndex());
    if (m_keeps || row.isEmpty() || row.bottom() < 0 || row.top() >= before.height())
        return;
    m_keeps = true;
    // The view itself learns of its new size only now.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_keeps = false;
            const int across = m_view->horizontalScrollBar()->value();
            m_view->scrollTo(m_view->currentIndex());
            m_view->horizontalScrollBar()->setValue(across);
        },
        Qt::QueuedConnection);
}

void RowTracker::setHovered(const QModelIndex &index)
{
    if (m_hovered == index)
        return;
    if (!sameRow(m_hovered, index))
        m_view->viewport()->update();
    m_hovered = index;
}

QModelIndex RowTracker::linkAt(const QPoint &position) const
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return {};
    if (hasLinkAt(index, position))
        return index;
    // A link may reach over the empty cells at its left.
    for (int column = index.column() + 1; column < m_view->model()->columnCount(index.parent()); ++column) {
        const QModelIndex right = index.siblingAtColumn(column);
        if (right.data(SpanLeftRole).toBool() && hasLinkAt(right, position))
            return right;
    }
    return {};
}

bool RowTracker::hasLinkAt(const QModelIndex &index, const QPoint &position) const
{
    const auto *delegate = qobject_cast<const CellDelegate *>(m_view->itemDelegateForIndex(index));
    if (!delegate)
        return false;
    QStyleOptionViewItem option;
    option.initFrom(m_view);
    option.widget = m_view;
    option.rect = m_view->visualRect(index);
    return delegate->linkRect(option, index).contains(position);
}

} // namespace Gantry
