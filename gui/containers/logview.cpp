// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/logview.h"

#include "containers/logtextpainter.h"
#include "engine/logfilter.h"
#include "look/fonts.h"
#include "look/markedscrollbar.h"
#include "look/tokens.h"

#include <QClipboard>
#include <QDateTime>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 3;
constexpr int CachedCharacters = 8 * 1024 * 1024;
constexpr int AgeingMs = 1000;
constexpr int TimeGap = 2; ///< cells
constexpr float ErrorTint = 0.55F;

/// Colours the word that tells the level, as a terminal would.
void markLevel(AnsiText *line)
{
    constexpr int grey = 8;
    constexpr int red = 1;
    constexpr int yellow = 3;
    const LogLevel level = LogLevel::of(line->text.left(LogLevel::Read).toLatin1());
    const bool serious = level.kind == LogLevel::Kind::Error || level.kind == LogLevel::Kind::Warning;
    const int color = level.kind == LogLevel::Kind::Error ? red : serious ? yellow : grey;
    if (level.length > 0)
        line->spans = {{level.start, level.length, color, serious}};
}

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_bar(new MarkedScrollBar(this))
    , m_texts(CachedCharacters)
{
    setVerticalScrollBar(m_bar);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    updateMetrics();
    m_ageing.setInterval(AgeingMs);
    connect(&m_ageing, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // The user moved: at the end the view follows again.
        if (m_updating)
            return;
        m_place = topLine();
        setFollowing(value == verticalScrollBar()->maximum());
    });
}

void LogView::setLog(const LogBuffer *buffer, const LogFilter *filter, const LogMatches *matches)
{
    m_buffer = buffer;
    m_filter = filter;
    m_matches = matches;
    resetLines();
    updateMatches();
}

void LogView::resetLines()
{
    m_texts.clear();
    m_anchor = m_cursor = -1;
    m_widest = 0;
    m_place = 0;
    updateScrollBars();
    setFollowing(true);
    viewport()->update();
}

void LogView::updateLines()
{
    if (m_buffer && m_anchor >= 0 && std::max(m_anchor, m_cursor) < m_buffer->firstLine())
        m_anchor = m_cursor = -1;
    updateScrollBars();
    viewport()->update();
}

void LogView::updateMatches()
{
    m_marked = m_matches->pattern().isEmpty() ? QRegularExpression() : m_matches->compiled();
    updateMarks();
    viewport()->update();
}

void LogView::setTimes(LogTimes::Kind kind)
{
    m_times = kind;
    if (kind == LogTimes::Kind::Relative)
        m_ageing.start();
    else
        m_ageing.stop();
    viewport()->update();
}

QString LogView::timeOf(qint64 line, qint64 now) const
{
    return m_times == LogTimes::Kind::Off ? QString() : LogTimes::text(m_times, m_buffer->time(line), now);
}

void LogView::setFollowing(bool following)
{
    if (following) {
        m_updating = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_updating = false;
    }
    if (m_following == following)
        return;
    if (!following)
        m_place = topLine();
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::showLine(qint64 line)
{
    if (rows() == 0)
        return;
    setFollowing(false);
    select(line, line);
    const qint64 top = m_filter->row(line) - linesInSight() / 2;
    m_updating = true;
    verticalScrollBar()->setValue(int(std::clamp<qint64>(top, 0, verticalScrollBar()->maximum())));
    m_updating = false;
    m_place = topLine();
    viewport()->update();
}

qint64 LogView::currentLine() const
{
    if (rows() == 0)
        return -1;
    if (m_cursor >= 0)
        return std::clamp(m_cursor, m_buffer->firstLine(), m_buffer->endLine() - 1);
    return m_following ? m_filter->line(rows() - 1) : topLine();
}

qint64 LogView::rows() const
{
    return m_filter ? m_filter->rows() : 0;
}

qint64 LogView::topLine() const
{
    const qint64 row = std::min<qint64>(verticalScrollBar()->value(), rows() - 1);
    return row < 0 ? 0 : m_filter->line(row);
}

int LogView::linesInSight() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

qint64 LogView::lineAt(int y) const
{
    const qint64 row = verticalScrollBar()->value() + (y < 0 ? -1 : y / m_lineHeight);
    return m_filter->line(std::clamp<qint64>(row, 0, rows() - 1));
}

void LogView::updateMetrics()
{
    setFont(Fonts::mono(12));
    const QFontMetricsF metrics(font());
    m_cellWidth = metrics.horizontalAdvance(u'0');
    m_lineHeight = std::max(Fonts::scaled(22), int(metrics.height()) + 2);
    updateScrollBars();
}

void LogView::updateScrollBars()
{
    const qint64 count = rows();
    const int page = linesInSight();
    m_updating = true;
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(page);
    vertical->setRange(0, int(std::clamp<qint64>(count - page, 0, std::numeric_limits<int>::max())));
    const qint64 place = count == 0 ? 0 : m_filter->row(m_place);
    vertical->setValue(m_following ? vertical->maximum() : int(std::min<qint64>(place, vertical->maximum())));
    const int width = TextLeft + Inset + int((m_timeCells + m_widest) * m_cellWidth);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(m_cellWidth * 4));
    m_updating = false;
    updateMarks();
}

void LogView::updateMarks()
{
    // A mark a pixel at most, whatever the number of matches.
    const int places = m_bar->height();
    const qint64 count = rows();
    const auto marksOf = [&](const std::vector<qint64> &lines) {
        QList<double> marks;
        auto next = lines.begin();
        for (int place = 0; place < places && next != lines.end() && count > 0; ++place) {
            const qint64 end = count * (place + 1) / places;
            const qint64 line = end == count ? m_filter->line(count - 1) + 1 : m_filter->line(end);
            const auto after = std::lower_bound(next, lines.end(), line);
            if (after != next)
                marks.append(double(place) / places);
            next = after;
        }
        return marks;
    };
    if (!m_buffer)
        return;
    const Tokens &tokens = Tokens::of(palette());
    m_bar->setMarks(
        {{marksOf(m_buffer->errorLines()), tokens.red.text}, {marksOf(m_matches->lines()), tokens.currentMatch}});
}

const AnsiText &LogView::textOf(qint64 line) const
{
    // The last lines may still grow.
    const bool stable = line + 2 < m_buffer->endLine();
    if (stable) {
        if (const AnsiText *known = m_texts.object(line))
            return *known;
    }
    auto *text = new AnsiText(AnsiText::parse(m_buffer->line(line)));
    if (text->spans.isEmpty())
        markLevel(text);
    m_texts.insert(line, text, std::clamp<qsizetype>(text->text.size() * 2, 64, CachedCharacters / 4));
    return *text;
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), Tokens::of(palette()).base);
    const int before = m_widest;
    const int timesBefore = m_timeCells;
    const qint64 top = verticalScrollBar()->value();
    const qint64 end = std::min<qint64>(rows(), top + linesInSight() + 1);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QStringList times;
    m_timeCells = 0;
    for (qint64 row = top; row < end; ++row) {
        times.append(timeOf(m_filter->line(row), now));
        if (!times.last().isEmpty())
            m_timeCells = std::max(m_timeCells, LogTextPainter::cellsOf(times.last()) + TimeGap);
    }
    for (qint64 row = top; row < end; ++row) {
        const QRect place(0, int(row - top) * m_lineHeight, viewport()->width(), m_lineHeight);
        if (place.intersects(event->rect()))
            paintLine(&painter, place, m_filter->line(row), times[row - top]);
    }
    if (m_widest > before || m_timeCells != timesBefore)
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
}

void LogView::paintLine(QPainter *painter, const QRect &row, qint64 line, const QString &time)
{
    const Tokens &tokens = Tokens::of(palette());
    const LogBuffer::Kind kind = m_buffer->kind(line);
    if (m_buffer->level(line) == LogLevel::Kind::Error) {
        QColor tint = tokens.red.tint;
        tint.setAlphaF(ErrorTint);
        painter->fillRect(row, tint);
    }
    const auto [first, last] = selection();
    if (line >= first && line <= last)
        painter->fillRect(row, tokens.selection);
    const int textLeft = TextLeft + int(m_timeCells * m_cellWidth);
    if (kind == LogBuffer::Kind::Note) {
        paintNote(painter, row.adjusted(textLeft, 0, 0, 0), QString::fromUtf8(m_buffer->line(line)));
        return;
    }
    painter->setPen(tokens.text3);
    painter->drawText(row.adjusted(TextLeft, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      time);
    if (kind == LogBuffer::Kind::Error)
        painter->fillRect(QRect(Inset - 4, row.y() + 3, BarWidth, row.height() - 6), tokens.orange.text);
    const AnsiText &text = textOf(line);
    LogTextPainter cells(painter, tokens, m_cellWidth);
    m_widest = std::max(m_widest, LogTextPainter::cellsOf(text.text));
    painter->save();
    painter->setClipRect(row.adjusted(textLeft - 4, 0, 0, 0), Qt::IntersectClip);
    cells.paint(QRectF(textLeft - horizontalScrollBar()->value(), row.y(), 0, row.height()), row.width(), text,
                m_marked);
    painter->restore();
}

void LogView::paintNote(QPainter *painter, const QRect &row, const QString &text)
{
    const Tokens &tokens = Tokens::of(palette());
    const QFont font = Fonts::ui(12, QFont::Medium);
    const int width = QFontMetrics(font).horizontalAdvance(text);
    painter->save();
    painter->setFont(font);
    painter->setPen(tokens.text3);
    painter->drawText(row, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    painter->fillRect(QRect(row.left() + width + 10, row.center().y(), row.width() - width - 30, 1), tokens.line);
    painter->restore();
}

QStringList LogView::visibleLines() const
{
    QStringList lines;
    const qint64 top = verticalScrollBar()->value();
    const qint64 end = std::min<qint64>(rows(), top + linesInSight());
    for (qint64 row = top; row < end; ++row)
        lines << textOf(m_filter->line(row)).text;
    return lines;
}

QPair<qint64, qint64> LogView::selection() const
{
    if (m_anchor < 0 || !m_buffer)
        return {-1, -2};
    return {std::max(std::min(m_anchor, m_cursor), m_buffer->firstLine()), std::max(m_anchor, m_cursor)};
}

QString LogView::selectedText() const
{
    const auto [first, last] = selection();
    QStringList lines;
    const qint64 begin = last < first ? 0 : m_filter->row(first);
    const qint64 end = last < first ? 0 : std::min(m_filter->row(last + 1), begin + MostCopied);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (qint64 row = begin; row < end; ++row) {
        const qint64 line = m_filter->line(row);
        const QString time = timeOf(line, now);
        lines << (time.isEmpty() ? QString() : time + u' ') + AnsiText::parse(m_buffer->line(line)).text;
    }
    return lines.join(u'\n');
}

void LogView::select(qint64 anchor, qint64 cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    viewport()->update();
}

void LogView::selectAll()
{
    if (rows() > 0)
        select(m_filter->line(0), m_filter->line(rows() - 1));
}

void LogView::copy()
{
    if (!hasSelection())
        return;
    const auto [first, last] = selection();
    QGuiApplication::clipboard()->setText(selectedText());
    if (m_filter->row(last + 1) - m_filter->row(first) > MostCopied)
        Q_EMIT copyShortened(MostCopied);
}

} // namespace Gantry
