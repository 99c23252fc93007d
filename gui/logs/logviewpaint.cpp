// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How LogView paints lines.
#include "logs/logview.h"

#include "engine/jsonline.h"
#include "engine/logfilter.h"
#include "logs/logtextpainter.h"
#include "look/fonts.h"
#include "look/statelook.h"
#include "look/tokens.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 3;
constexpr int TimeGap = 2; ///< cells
constexpr int StateSide = 12;
constexpr int StateGap = 7;
constexpr int LinkGap = 16;
constexpr int NoteGap = 10;
constexpr float ErrorTint = 0.55F;
constexpr qsizetype LeastCost = 64;
constexpr qsizetype MostCost = 2 * 1024 * 1024;

QFont noteFont()
{
    return Fonts::ui(12, QFont::Medium);
}

/// Colours the word that tells the level, as a terminal would.
void markLevel(AnsiText *line)
{
    constexpr quint8 grey = 8;
    constexpr quint8 red = 1;
    constexpr quint8 yellow = 3;
    const LogLevel level = LogLevel::of(line->text.left(LogLevel::Read).toLatin1());
    const bool serious = level.kind == LogLevel::Kind::Error || level.kind == LogLevel::Kind::Warning;
    const quint8 color = level.kind == LogLevel::Kind::Error ? red : serious ? yellow : grey;
    if (level.length > 0)
        line->spans = {{level.start, level.length, AnsiText::styleOf(color, serious)}};
}

} // namespace

AnsiText LogView::read(qint64 line) const
{
    const QByteArrayView bytes = m_buffer->line(line);
    if (!m_raw && bytes.trimmed().startsWith('{') && m_buffer->kind(line) != LogBuffer::Kind::Note) {
        if (const std::optional<JsonLine> json = JsonLine::parse(bytes))
            return json->text();
    }
    AnsiText text = AnsiText::parse(bytes);
    if (text.spans.isEmpty())
        markLevel(&text);
    return text;
}

const AnsiText &LogView::textOf(qint64 line) const
{
    // The last lines may still grow.
    const bool stable = line + 2 < m_buffer->endLine();
    if (stable) {
        if (const AnsiText *known = m_texts.object(line))
            return *known;
    }
    auto *text = new AnsiText(read(line));
    m_texts.insert(line, text, std::clamp<qsizetype>(text->text.size() * 2, LeastCost, MostCost));
    return *text;
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), Tokens::of(palette()).base);
    const int widestBefore = m_widest;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QList<Seen> all = seen();
    QStringList times;
    int timeCells = 0;
    for (const Seen &each : all) {
        times.append(timeOf(m_filter->line(each.row), now));
        if (!times.last().isEmpty())
            timeCells = std::max(timeCells, LogRows::cellsOf(times.last()) + TimeGap);
    }
    if (timeCells != m_timeCells) {
        // There is other room for the texts: they are painted when that is known.
        m_timeCells = timeCells;
        m_starts.clear();
        QMetaObject::invokeMethod(
            this,
            [this] {
                updateScrollBars();
                viewport()->update();
            },
            Qt::QueuedConnection);
        if (m_wrapped)
            return;
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRect place(0, all[i].y, viewport()->width(), all[i].height * m_lineHeight);
        if (place.intersects(event->rect()))
            paintLine(&painter, place, m_filter->line(all[i].row), times[i]);
    }
    if (m_widest > widestBefore)
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
}

void LogView::paintLine(QPainter *painter, const QRect &row, qint64 line, const QString &time)
{
    const Tokens &tokens = Tokens::of(palette());
    const bool isNote = m_buffer->kind(line) == LogBuffer::Kind::Note;
    const bool isError = m_buffer->level(line) == LogLevel::Kind::Error;
    if (isError && !isNote) {
        QColor tint = tokens.red.tint;
        tint.setAlphaF(ErrorTint);
        painter->fillRect(row, tint);
    }
    const auto [first, last] = selection();
    if (line >= first && line <= last)
        painter->fillRect(row, tokens.selection);
    paintHead(painter, row, line, time);
    if (isNote)
        paintNote(painter, row, line);
    else
        paintText(painter, row, line);
}

void LogView::paintHead(QPainter *painter, const QRect &row, qint64 line, const QString &time)
{
    const Tokens &tokens = Tokens::of(palette());
    const auto bar = [&](int x, int inset, const QColor &color) {
        painter->fillRect(QRect(x, row.y() + inset, BarWidth, row.height() - 2 * inset), color);
    };
    const bool isError = m_buffer->kind(line) == LogBuffer::Kind::Error;
    const int flags = int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    const QRect first(row.topLeft(), QSize(row.width(), m_lineHeight)); // of a broken line
    if (!m_sources.isEmpty()) {
        const Source source = m_sources.value(m_buffer->source(line));
        const QColor &color = tokens.services[size_t(source.color) % tokens.services.size()];
        bar(Inset, 3, color);
        if (isError)
            bar(Inset + BarWidth + 2, 7, tokens.orange.text);
        const int left = timeLeft() + int(m_timeCells * m_cellWidth);
        const int width = int(m_nameCells * m_cellWidth);
        painter->setPen(color);
        painter->drawText(QRect(left, first.y(), width, first.height()), flags,
                          painter->fontMetrics().elidedText(source.name, Qt::ElideMiddle, width - int(m_cellWidth)));
    } else if (isError) {
        bar(Inset - 4, 3, tokens.orange.text);
    }
    painter->setPen(tokens.text3);
    painter->drawText(first.adjusted(timeLeft(), 0, 0, 0), flags, time);
}

void LogView::paintText(QPainter *painter, const QRect &row, qint64 line)
{
    const Tokens &tokens = Tokens::of(palette());
    const QList<qsizetype> starts = m_wrapped ? startsOf(line) : QList<qsizetype>();
    const AnsiText &text = textOf(line);
    const auto [first, last] = selection();
    LogTextPainter::Row under;
    under.isSelected = line >= first && line <= last;
    under.ground = under.isSelected                      ? tokens.selection
        : m_buffer->level(line) == LogLevel::Kind::Error ? tokens.red.tint
                                                         : tokens.base;
    LogTextPainter cells(painter, tokens, under, m_cellWidth);
    LogTextPainter::Marks marks;
    marks.places = matchesIn(text.text);
    marks.color = tokens.match;
    marks.currentColor = tokens.currentMatch;
    if (line == m_cursor && m_anchor == m_cursor)
        marks.current = std::min(m_match, marks.places.size() - 1);
    m_widest = std::max(m_widest, LogRows::cellsOf(text.text));
    painter->save();
    painter->setClipRect(row.adjusted(textLeft() - 4, 0, 0, 0), Qt::IntersectClip);
    if (!m_wrapped) {
        cells.paint(QRectF(textLeft() - horizontalScrollBar()->value(), row.y(), 0, row.height()), row.width(), text,
                    marks, 0, text.text.size());
    } else {
        for (qsizetype part = 0; part < starts.size(); ++part) {
            const int y = row.y() + int(part) * m_lineHeight;
            if (y + m_lineHeight <= 0 || y >= viewport()->height())
                continue;
            cells.paint(QRectF(textLeft(), y, 0, m_lineHeight), row.width(), text, marks, starts[part],
                        starts.value(part + 1, text.text.size()));
        }
    }
    painter->restore();
}

void LogView::paintNote(QPainter *painter, const QRect &row, qint64 line)
{
    const Tokens &tokens = Tokens::of(palette());
    const QFont font = noteFont();
    const QString text = QString::fromUtf8(m_buffer->line(line));
    const bool failed = isFailure(line);
    QRect place = row.adjusted(textLeft(), 0, 0, 0);
    if (failed) {
        const QRect icon(place.left(), place.top() + (place.height() - StateSide) / 2, StateSide, StateSide);
        drawState(painter, icon, StateLook::Failed, tokens);
        place.setLeft(icon.right() + 1 + StateGap);
    }
    const int flags = int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine;
    int end = place.left() + QFontMetrics(font).horizontalAdvance(text);
    painter->save();
    painter->setFont(font);
    painter->setPen(failed ? tokens.red.text : tokens.text3);
    painter->drawText(place, flags, text);
    if (const QRect link = causeLink(row, line); !link.isEmpty()) {
        painter->setPen(tokens.accent);
        painter->drawText(link, flags, tr("Why did it stop?"));
        end = link.right();
    }
    end += NoteGap;
    painter->fillRect(QRect(end, row.center().y(), row.right() - 20 - end, 1), tokens.line);
    painter->restore();
}

bool LogView::isFailure(qint64 line) const
{
    return m_buffer->kind(line) == LogBuffer::Kind::Note && m_buffer->level(line) == LogLevel::Kind::Error;
}

QRect LogView::causeLink(const QRect &row, qint64 line) const
{
    if (!isFailure(line))
        return {};
    const QFontMetrics metrics(noteFont());
    const int left = textLeft() + StateSide + StateGap
        + metrics.horizontalAdvance(QString::fromUtf8(m_buffer->line(line))) + LinkGap;
    return {left, row.y(), metrics.horizontalAdvance(tr("Why did it stop?")), row.height()};
}

qint64 LogView::causeLinkAt(const QPoint &place) const
{
    const QList<Seen> all = seen();
    for (const Seen &each : all) {
        const qint64 line = m_filter->line(each.row);
        if (causeLink({0, each.y, viewport()->width(), m_lineHeight}, line).contains(place))
            return line;
    }
    return -1;
}

} // namespace Gantry
