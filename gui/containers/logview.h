// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ansitext.h"
#include "engine/logbuffer.h"

#include <QAbstractScrollArea>
#include <QCache>

namespace Gantry {

/// Shows a LogBuffer: only the lines in sight are decoded and painted, so a million lines cost what a screenful costs.
/// Follows the end until the user scrolls away from it. Selects and copies whole lines.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    /// \a buffer is not owned and must outlive the view or be replaced; may be null.
    void setBuffer(const LogBuffer *buffer);
    const LogBuffer *buffer() const { return m_buffer; }
    /// The buffer got lines, or lost old ones.
    void updateLines();
    /// The buffer was cleared: forgets place and selection.
    void resetLines();

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Marks all occurrences in sight; an empty text marks none.
    void setMarkedText(const QString &text);
    /// Shows a line in the middle and selects it.
    void showLine(qint64 line);
    /// Where a search goes on: the selected line, else the first or last in sight; -1 for an empty log.
    qint64 currentLine() const;

    /// Lines that can be seen now, as text.
    QStringList visibleLines() const;
    /// The selected lines as text; at most MostCopied of them.
    QString selectedText() const;
    bool hasSelection() const { return m_anchor >= 0; }
    void selectAll();
    void copy();

    static constexpr qint64 MostCopied = 200'000;

Q_SIGNALS:
    void followingChanged(bool following);
    /// Ctrl+F was pressed in the view.
    void findRequested();
    /// The selection was longer than what was copied.
    void copyShortened(qint64 lines);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    qint64 topLine() const;
    qint64 lineAt(int y) const;
    int linesInSight() const;
    void updateScrollBars();
    void updateMetrics();
    const AnsiText &textOf(qint64 line) const;
    void paintLine(QPainter *painter, const QRect &row, qint64 line);
    void paintNote(QPainter *painter, const QRect &row, const QString &text);
    void select(qint64 anchor, qint64 cursor);
    void moveSelection(qint64 by);
    QPair<qint64, qint64> selection() const;

    const LogBuffer *m_buffer = nullptr;
    mutable QCache<qint64, AnsiText> m_texts; ///< by line, costs in characters
    QString m_marked;
    qint64 m_shownFirst = 0; ///< first line of the buffer when the scroll bar was last set
    qint64 m_anchor = -1;
    qint64 m_cursor = -1;
    bool m_following = true;
    bool m_updating = false;
    int m_lineHeight = 22;
    qreal m_cellWidth = 8;
    int m_widest = 0; ///< cells of the widest line seen so far
    int m_autoScroll = 0; ///< timer
};

} // namespace Gantry
