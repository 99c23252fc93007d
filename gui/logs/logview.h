// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ansitext.h"
#include "engine/logbuffer.h"
#include "engine/logpattern.h"
#include "logs/logrows.h"
#include "logs/logtimes.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QTimer>

namespace Gantry {

class LogFilter;
class LogMatches;
class MarkedScrollBar;

/// Shows a LogBuffer: only the lines in sight are decoded and painted, so a million lines cost what a screenful costs.
/// Follows the end until the user scrolls away from it, and then keeps its place while lines come. Selects and copies
/// whole lines. Long lines are broken where that is wanted; JSON lines are shown by their fields (JsonLine).
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
    /// Whose lines they are, by LogBuffer::source(): named before each line where there are any.
    struct Source
    {
        QString name;
        int color = 0; ///< of Tokens::services, counted on

        friend bool operator==(const Source &, const Source &) = default;
    };
    void setSources(const QList<Source> &sources);
    const QList<Source> &sources() const { return m_sources; }
    /// Whether lines that are wider than the view are broken. The first character in sight stays in sight.
    void setWrapped(bool wrapped);
    bool isWrapped() const { return m_wrapped; }
    /// Whether JSON lines are shown as they came.
    void setRaw(bool raw);
    bool isRaw() const { return m_raw; }
    /// The buffer was cleared: forgets place and selection.
    void resetLines();

    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// Shows a line in the middle and selects it; where the filter leaves it out, the next one.
    void showLine(qint64 line);
    /// Where a search goes on: the selected line, else the first or last in sight; -1 where nothing is shown.
    qint64 currentLine() const;

    /// A match of the selected line, counted from 0, and how many it has.
    struct LineMatch
    {
        qsizetype number = -1; ///< none where no single line is selected, or not one with a match
        qsizetype count = 0;
    };
    LineMatch lineMatch() const;
    /// Makes another match of the selected line the current one, and shows it.
    void showMatch(qsizetype number);

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
    /// The user asks why the container ended that a line of our own tells of.
    void causeRequested(qint64 line);
    /// W or J was pressed, or chosen.
    void wrappedChanged(bool wrapped);
    void rawChanged(bool raw);
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
    void wheelEvent(QWheelEvent *event) override;

private:
    static constexpr int Inset = 20;
    static constexpr int TextGap = 10; ///< from the inset to the time or the text
    static constexpr int SourceGap = 14; ///< the same with a bar in the colour of the source

    /// A row that can be seen.
    struct Seen
    {
        qint64 row = 0;
        int y = 0; ///< of its first line, which may lie above the view
        int height = 0; ///< lines
    };

    qint64 rows() const;
    qint64 topLine() const;
    qint64 lineAt(int y) const;
    int linesInSight() const;
    QList<Seen> seen() const;
    LogRows::Place lastTop() const;
    int heightOf(qint64 row) const;
    /// Where the lines of a broken line begin.
    const QList<qsizetype> &startsOf(qint64 line) const;
    int columns() const;
    /// Where times begin, and texts.
    int timeLeft() const;
    int textLeft() const;
    void scrollBy(qint64 lines);
    void setTop(const LogRows::Place &top);
    /// Of the top, in a way that survives whatever comes and however lines are broken.
    void keepPlace();
    void updateScrollBars();
    void updateMarks();
    void updateMetrics();
    void forgetTexts();
    const AnsiText &textOf(qint64 line) const;
    AnsiText read(qint64 line) const;
    QList<LogPattern::Place> matchesIn(const QString &text) const;
    QString timeOf(qint64 line, qint64 now) const;
    QString nameOf(qint64 line) const;
    void paintLine(QPainter *painter, const QRect &row, qint64 line, const QString &time);
    void paintHead(QPainter *painter, const QRect &row, qint64 line, const QString &time);
    void paintText(QPainter *painter, const QRect &row, qint64 line);
    void paintNote(QPainter *painter, const QRect &row, qint64 line);
    /// Whether the line says that a container failed.
    bool isFailure(qint64 line) const;
    /// Where the question why stands in such a line; empty in others.
    QRect causeLink(const QRect &row, qint64 line) const;
    qint64 causeLinkAt(const QPoint &place) const;
    QString toolTipAt(const QPoint &place) const;
    void select(qint64 anchor, qint64 cursor);
    void moveSelection(qint64 by);
    QPair<qint64, qint64> selection() const;

    const LogBuffer *m_buffer = nullptr;
    const LogFilter *m_filter = nullptr;
    const LogMatches *m_matches = nullptr;
    QRegularExpression m_marked; ///< the pattern of the matches
    MarkedScrollBar *m_bar;
    mutable QCache<qint64, AnsiText> m_texts; ///< by line, costs in characters
    mutable QCache<qint64, QList<qsizetype>> m_starts; ///< by line, of broken lines, costs in characters
    LogRows::Place m_top; ///< what is seen first
    qint64 m_place = 0; ///< the line that the user wants on top
    qsizetype m_placeAt = 0; ///< and of its characters, where it is broken
    qint64 m_anchor = -1;
    qint64 m_cursor = -1;
    qsizetype m_match = 0; ///< which of the selected line's matches is the current one
    bool m_following = true;
    bool m_updating = false;
    int m_lineHeight = 22;
    qreal m_cellWidth = 8;
    int m_widest = 0; ///< cells of the widest line seen so far
    int m_autoScroll = 0; ///< timer
    LogTimes::Kind m_times = LogTimes::Kind::Off;
    int m_timeCells = 0; ///< room for the times in sight
    QTimer m_ageing; ///< of relative times
    QList<Source> m_sources;
    int m_nameCells = 0;
    bool m_wrapped = false;
    bool m_raw = false;
    int m_wheel = 0; ///< of a turn that was not enough for a line
};

} // namespace Gantry
