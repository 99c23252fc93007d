// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logview.h"

#include "engine/logfilter.h"
#include "look/fonts.h"
#include "look/markedscrollbar.h"
#include "look/tokens.h"

#include <QClipboard>
#include <QDateTime>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int CachedCharacters = 8 * 1024 * 1024;
constexpr int AgeingMs = 1000;
constexpr int NameGap = 2; ///< cells
constexpr int MostNameCells = 24;
constexpr int MostMarks = 200; ///< in a line

using Line = LineNumbers::const_iterator;

bool haveOneInCommon(Line one, Line oneEnd, Line other, Line otherEnd)
{
    while (one != oneEnd && other != otherEnd) {
        if (*one == *other)
            return true;
        if (*one < *other)
            one = std::lower_bound(one, oneEnd, *other);
        else
            other = std::lower_bound(other, otherEnd, *one);
    }
    return false;
}

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_bar(new MarkedScrollBar(this))
    , m_texts(CachedCharacters)
    , m_starts(CachedCharacters)
{
    setVerticalScrollBar(m_bar);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    updateMetrics();
    m_ageing.setInterval(AgeingMs);
    connect(&m_ageing, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // The user moved: at the end the view follows again.
        if (m_updating)
            return;
        const bool isEnd = value == verticalScrollBar()->maximum();
        m_top = isEnd ? lastTop() : LogRows::Place{value, 0};
        keepPlace();
        setFollowing(isEnd);
        viewport()->update();
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
    forgetTexts();
    m_anchor = m_cursor = -1;
    m_widest = 0;
    m_place = m_placeAt = 0;
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
    const QRegularExpression before = m_marked;
    m_marked = m_matches->pattern().isEmpty() ? QRegularExpression() : m_matches->compiled();
    if (m_marked != before)
        m_match = 0;
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

QString LogView::nameOf(qint64 line) const
{
    return m_sources.value(m_buffer->source(line)).name;
}

void LogView::setSources(const QList<Source> &sources)
{
    if (m_sources == sources)
        return;
    m_sources = sources;
    m_nameCells = 0;
    for (const Source &source : sources)
        m_nameCells = std::max(m_nameCells, std::min(LogRows::cellsOf(source.name), MostNameCells) + NameGap);
    m_starts.clear();
    updateScrollBars();
    viewport()->update();
}

void LogView::setWrapped(bool wrapped)
{
    if (m_wrapped == wrapped)
        return;
    m_wrapped = wrapped;
    horizontalScrollBar()->setValue(0);
    updateScrollBars();
    viewport()->update();
    Q_EMIT wrappedChanged(wrapped);
}

void LogView::setRaw(bool raw)
{
    if (m_raw == raw)
        return;
    m_raw = raw;
    forgetTexts();
    m_widest = 0;
    updateScrollBars();
    viewport()->update();
    Q_EMIT rawChanged(raw);
}

void LogView::forgetTexts()
{
    m_texts.clear();
    m_starts.clear();
}

void LogView::setFollowing(bool following)
{
    if (following)
        setTop(lastTop());
    if (m_following == following)
        return;
    if (!following)
        keepPlace();
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::setTop(const LogRows::Place &top)
{
    m_top = top;
    m_updating = true;
    verticalScrollBar()->setValue(top == lastTop() ? verticalScrollBar()->maximum() : int(top.row));
    m_updating = false;
    viewport()->update();
}

void LogView::keepPlace()
{
    m_place = topLine();
    m_placeAt = m_top.part > 0 ? startsOf(m_place).value(m_top.part) : 0;
}

void LogView::scrollBy(qint64 lines)
{
    if (rows() == 0)
        return;
    const LogRows::Place last = lastTop();
    const LogRows::Place wanted = LogRows::moved(m_top, lines, rows(), [this](qint64 row) { return heightOf(row); });
    const bool isEnd = wanted >= last;
    setTop(isEnd ? last : wanted);
    keepPlace();
    setFollowing(isEnd);
}

void LogView::showLine(qint64 line)
{
    if (rows() == 0)
        return;
    setFollowing(false);
    select(line, line);
    const qint64 row = std::min(m_filter->row(line), rows() - 1);
    const LogRows::Place top
        = LogRows::moved({row, 0}, -(linesInSight() / 2), rows(), [this](qint64 each) { return heightOf(each); });
    setTop(std::min(top, lastTop()));
    keepPlace();
    viewport()->update();
}

QList<LogPattern::Place> LogView::matchesIn(const QString &text) const
{
    if (m_marked.pattern().isEmpty())
        return {};
    return LogPattern::places(m_marked, text, MostMarks);
}

LogView::LineMatch LogView::lineMatch() const
{
    if (m_anchor < 0 || m_anchor != m_cursor || !m_matches || !m_matches->has(m_cursor))
        return {};
    const qsizetype count = matchesIn(textOf(m_cursor).text).size();
    return {std::min(m_match, count - 1), count};
}

void LogView::showMatch(qsizetype number)
{
    if (lineMatch().count == 0 || rows() == 0
        || m_filter->line(std::min(m_filter->row(m_cursor), rows() - 1)) != m_cursor)
        return;
    const QString text = textOf(m_cursor).text;
    const QList<LogPattern::Place> places = matchesIn(text);
    m_match = std::clamp<qsizetype>(number, 0, places.size() - 1);
    const LogPattern::Place place = places[m_match];
    viewport()->update();
    if (m_wrapped) {
        const int part = LogRows::partOf(startsOf(m_cursor), place.start);
        if (part < linesInSight() / 2)
            return; // as showLine() has it
        setTop(std::min(LogRows::moved({m_filter->row(m_cursor), part}, -(linesInSight() / 2), rows(),
                                       [this](qint64 row) { return heightOf(row); }),
                        lastTop()));
        keepPlace();
        return;
    }
    m_widest = std::max(m_widest, LogRows::cellsOf(text));
    updateScrollBars();
    QScrollBar *bar = horizontalScrollBar();
    const int room = viewport()->width() - textLeft() - Inset;
    const auto x = [&](qsizetype end) { return int(LogRows::cellsOf(QStringView(text).first(end)) * m_cellWidth); };
    const int left = x(place.start);
    if (left < bar->value() || x(place.start + place.length) > bar->value() + room)
        bar->setValue(left < room / 2 ? 0 : left - room / 2);
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
    const qint64 row = std::min<qint64>(m_top.row, rows() - 1);
    return row < 0 ? 0 : m_filter->line(row);
}

int LogView::linesInSight() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

int LogView::columns() const
{
    return int((viewport()->width() - textLeft() - TextGap) / m_cellWidth);
}

int LogView::timeLeft() const
{
    return Inset + (m_sources.isEmpty() ? TextGap : SourceGap);
}

int LogView::textLeft() const
{
    return timeLeft() + int((m_timeCells + m_nameCells) * m_cellWidth);
}

const QList<qsizetype> &LogView::startsOf(qint64 line) const
{
    const bool stable = line + 2 < m_buffer->endLine();
    if (stable) {
        if (const QList<qsizetype> *known = m_starts.object(line))
            return *known;
    }
    auto *starts = new QList<qsizetype>(m_buffer->kind(line) == LogBuffer::Kind::Note
                                            ? QList<qsizetype>{0}
                                            : LogRows::startsOf(textOf(line).text, columns()));
    m_starts.insert(line, starts, 64 + starts->size() * 8);
    return *starts;
}

int LogView::heightOf(qint64 row) const
{
    return m_wrapped ? int(startsOf(m_filter->line(row)).size()) : 1;
}

LogRows::Place LogView::lastTop() const
{
    return LogRows::lastTop(rows(), linesInSight(), [this](qint64 row) { return heightOf(row); });
}

QList<LogView::Seen> LogView::seen() const
{
    QList<Seen> all;
    int y = -m_top.part * m_lineHeight;
    for (qint64 row = m_top.row; row < rows() && y < viewport()->height(); ++row) {
        const int height = heightOf(row);
        all.append({row, y, height});
        y += height * m_lineHeight;
    }
    return all;
}

qint64 LogView::lineAt(int y) const
{
    const QList<Seen> all = seen();
    qint64 row = y < 0 ? m_top.row - 1 : rows() - 1;
    for (const Seen &each : all) {
        if (y >= each.y && y < each.y + each.height * m_lineHeight)
            row = each.row;
    }
    return m_filter->line(std::clamp<qint64>(row, 0, rows() - 1));
}

void LogView::updateMetrics()
{
    setFont(Fonts::mono(12));
    const QFontMetricsF metrics(font());
    m_cellWidth = metrics.horizontalAdvance(u'0');
    m_lineHeight = std::max(Fonts::scaled(22), int(metrics.height()) + 2);
    m_starts.clear();
    updateScrollBars();
}

void LogView::updateScrollBars()
{
    const qint64 count = rows();
    const LogRows::Place last = lastTop();
    m_updating = true;
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(linesInSight());
    vertical->setRange(0,
                       int(std::clamp<qint64>(last.row + (last.part > 0 ? 1 : 0), 0, std::numeric_limits<int>::max())));
    LogRows::Place top = last;
    if (!m_following && count > 0) {
        top = {std::min(m_filter->row(m_place), count - 1), 0};
        if (m_wrapped && m_placeAt > 0 && m_filter->line(top.row) == m_place)
            top.part = LogRows::partOf(startsOf(m_place), m_placeAt);
    }
    m_top = std::min(top, last);
    vertical->setValue(m_top == last ? vertical->maximum() : int(m_top.row));
    const int width = textLeft() + Inset + int(m_widest * m_cellWidth);
    horizontalScrollBar()->setRange(0, m_wrapped ? 0 : std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(m_cellWidth * 4));
    m_updating = false;
    updateMarks();
}

void LogView::updateMarks()
{
    if (!m_buffer)
        return;
    // A mark a pixel at most, whatever the number of matches, and none of a line that is hidden.
    const int places = m_bar->height();
    const qint64 count = rows();
    const LineNumbers &shown = m_filter->lines();
    const auto marksOf = [&](const LineNumbers &lines) {
        QList<double> marks;
        auto next = lines.begin();
        for (int place = 0; place < places && next != lines.end() && count > 0; ++place) {
            const qint64 begin = count * place / places;
            const qint64 end = count * (place + 1) / places;
            const qint64 line = end == count ? m_filter->line(count - 1) + 1 : m_filter->line(end);
            const auto after = std::lower_bound(next, lines.end(), line);
            if (m_filter->isActive() ? haveOneInCommon(next, after, shown.begin() + begin, shown.begin() + end)
                                     : after != next)
                marks.append(double(place) / places);
            next = after;
        }
        return marks;
    };
    const Tokens &tokens = Tokens::of(palette());
    m_bar->setMarks(
        {{marksOf(m_buffer->errorLines()), tokens.red.text}, {marksOf(m_matches->lines()), tokens.currentMatch}});
}

QStringList LogView::visibleLines() const
{
    QStringList lines;
    const QList<Seen> all = seen();
    for (const Seen &each : all) {
        if (each.y + m_lineHeight > viewport()->height() && !lines.isEmpty())
            break; // cut off
        const qint64 line = m_filter->line(each.row);
        lines << (m_sources.isEmpty() ? QString() : nameOf(line) + u"  "_s) + textOf(line).text;
    }
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
    QString text;
    qint64 before = -1;
    const qint64 begin = last < first ? 0 : m_filter->row(first);
    const qint64 end = last < first ? 0 : std::min(m_filter->row(last + 1), begin + MostCopied);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (qint64 row = begin; row < end; ++row) {
        const qint64 line = m_filter->line(row);
        const QString time = timeOf(line, now);
        const bool goesOn = before >= 0 && line == before + 1 && m_buffer->end(before) == LogBuffer::End::Cut
            && m_buffer->kind(line) == m_buffer->kind(before) && m_buffer->source(line) == m_buffer->source(before);
        if (!goesOn) {
            text += (before < 0 ? QString() : u"\n"_s) + (m_sources.isEmpty() ? QString() : nameOf(line) + u" | "_s)
                + (time.isEmpty() ? QString() : time + u' ');
        }
        text += read(line).text;
        before = line;
    }
    return text;
}

void LogView::select(qint64 anchor, qint64 cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    m_match = 0;
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
