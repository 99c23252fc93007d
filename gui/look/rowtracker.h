// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QAbstractItemView;
class QKeyEvent;
class QPainter;

namespace Gantry {

struct Tokens;

/// What TreeView and TableView share: which row the pointer is over, whether the keyboard moves the current row, that
/// it stays in view, the links in cells, and how a row looks.
class RowTracker : public QObject
{
    Q_OBJECT

public:
    explicit RowTracker(QAbstractItemView *view);

    /// Paints selection, hover and keyboard focus of the index's row as one rounded rectangle.
    void paintRow(QPainter *painter, const QRect &row, const QModelIndex &index, bool chrome,
                  const Tokens &tokens) const;

Q_SIGNALS:
    void linkActivated(const QModelIndex &index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What the view was last reached or moved with.
    enum class Input { None, Keys, Mouse };

    bool showsCurrent() const;
    bool viewEvent(QEvent *event);
    /// With nothing selected, the keys that move on choose the current row first: Qt would pass it over.
    bool chooseCurrent(const QKeyEvent &event);
    bool viewportEvent(QEvent *event);
    /// The view is being resized: a current row that was in view stays there.
    void keepCurrent(const QSize &before);
    void setHovered(const QModelIndex &index);
    QModelIndex linkAt(const QPoint &position) const;
    bool hasLinkAt(const QModelIndex &index, const QPoint &position) const;

    QAbstractItemView *m_view;
    QPersistentModelIndex m_hovered;
    QPersistentModelIndex m_pressedLink;
    Input m_input = Input::None;
    bool m_keeps = false; ///< the current row is about to be scrolled to
};

} // namespace Gantry
