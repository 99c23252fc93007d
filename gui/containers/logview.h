// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "containers/logtimes.h"
#include "engine/ansitext.h"
#include "engine/logbuffer.h"
#include "engine/logpattern.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QTimer>

namespace Gantry {

class LogFilter;
class LogMatches;
class MarkedScrollBar;

/// Shows a LogBuffer: only the lines in sight are decoded and painted, so a million lines cost what a screenful costs.
/// Follows the end until the user scrolls away from it, and then keeps its place while lines come. Selects and copies
/// whole lines.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    /// What is shown: the lines of \a buffer that \a filter leaves, and marked what \a matches has found. None is
    /// owned, and all outlive the view.
    void setLog(const LogBuffer *buffer, const LogFilter *filter, const LogMatches *matches);
    const LogBuffer *buffer() const { return m_buffer; }
    /// The filter's rows are others. Who does not follow sees the lines that he saw, as far as they are shown.
    void updateLines();
    /// The matches are others.
    void updateMatches();
    /// How the time of each line is written before it.
    void setTimes(LogTimes::Kind kind);
    LogTimes::Kind times() const { return m_times; }
    /// The buffer was cleared: forgets place and selection.
    void resetLines();

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Shows a line in the middle and selects it; where the filter leaves it out, the next one.
    void showLine(qint64 line);
    /// Where a search goes on: the selected line, else the first or last in sight; -1 where nothing is shown.
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
    bool viewportEvent(QEvent *event) override;
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
    static constexpr int Inset = 20;
    static constexpr int TextLeft = Inset + 10;

    qint64 rows() const;
    qint64 topLine() const;
    qint64 lineAt(int y) const;
    int linesInSight() const;
    void updateScrollBars();
    void updateMarks();
    void updateMetrics();
    const AnsiText &textOf(qint64 line) const;
    QString timeOf(qint64 line, qint64 now) const;
    void paintLine(QPainter *painter, const QRect &row, qint64 line, const QString &time);
    void paintNote(QPainter *painter, const QRect &row, const QString &text);
    void select(qint64 anchor, qint64 cursor);
    void moveSelection(qint64 by);
    QPair<qint64, qint64> selection() const;

    const LogBuffer *m_buffer = nullptr;
    const LogFilter *m_filter = nullptr;
    const LogMatches *m_matches = nullptr;
    QRegularExpression m_marked; ///< the pattern of the matches
    MarkedScrollBar *m_bar;
    mutable QCache<qint64, AnsiText> m_texts; ///< by line, costs in characters
    qint64 m_place = 0; ///< the line that the user wants on top
    qint64 m_anchor = -1;
    qint64 m_cursor = -1;
    bool m_following = true;
    bool m_updating = false;
    int m_lineHeight = 22;
    qreal m_cellWidth = 8;
    int m_widest = 0; ///< cells of the widest line seen so far
    int m_autoScroll = 0; ///< timer
    LogTimes::Kind m_times = LogTimes::Kind::Off;
    int m_timeCells = 0; ///< room for the times in sight
    QTimer m_ageing; ///< of relative times
};

} // namespace Gantry
