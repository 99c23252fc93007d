// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logtextpainter.h"

#include "logs/logrows.h"
#include "look/paint.h"
#include "look/terminalpalette.h"
#include "look/tokens.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Gantry {

namespace {

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x300; });
}

bool hasGround(const TerminalStyle &style)
{
    return style.has(TerminalStyle::Reverse) || !style.background.isDefault();
}

bool hasLines(const TerminalStyle &style)
{
    return style.has(TerminalStyle::Underline) || style.has(TerminalStyle::Strike);
}

} // namespace

LogTextPainter::LogTextPainter(QPainter *painter, const Tokens &tokens, const Row &row, qreal cellWidth)
    : m_painter(painter)
    , m_tokens(tokens)
    , m_palette(TerminalPalette::of(tokens))
    , m_row(row)
    , m_cellWidth(cellWidth)
{
}

void LogTextPainter::paint(const QRectF &origin, int viewWidth, const AnsiText &line, const Marks &marks,
                           qsizetype begin, qsizetype end)
{
    const bool hasGrounds = std::any_of(line.spans.begin(), line.spans.end(),
                                        [](const AnsiText::Span &span) { return hasGround(span.style); });
    if (hasGrounds) {
        eachPiece(origin, viewWidth, line, begin, end, [&](const Piece &piece) {
            if (piece.style && hasGround(*piece.style))
                paintGround(origin, viewWidth, piece);
        });
    }
    paintMarks(origin, line.text, marks, begin, end);
    eachPiece(origin, viewWidth, line, begin, end, [&](const Piece &piece) {
        if (piece.style)
            paintStyled(origin, viewWidth, piece, marks);
        else
            paintText(origin, viewWidth, piece.text, piece.cell, m_painter->font(), m_tokens.text);
    });
}

template <typename Take>
void LogTextPainter::eachPiece(const QRectF &origin, int viewWidth, const AnsiText &line, qsizetype begin,
                               qsizetype end, Take take) const
{
    const QStringView text(line.text);
    qsizetype done = begin;
    int cell = 0;
    const auto isBeyond = [&] { return done >= end || origin.left() + cell * m_cellWidth > viewWidth; };
    const auto piece = [&](qsizetype to, const TerminalStyle *style) {
        to = std::min(to, end);
        if (to <= done || isBeyond())
            return;
        const QStringView part = text.sliced(done, to - done);
        const int cells = LogRows::cellsOf(part);
        if (origin.left() + (cell + cells) * m_cellWidth >= 0)
            take(Piece{done, part, cell, style});
        cell += cells;
        done = to;
    };
    for (const AnsiText::Span &span : line.spans) {
        if (isBeyond())
            return;
        piece(span.start, nullptr);
        piece(span.start + span.length, &span.style);
    }
    piece(end, nullptr);
}

void LogTextPainter::paintGround(const QRectF &origin, int viewWidth, const Piece &piece)
{
    constexpr qreal selectionSeen = 4;
    const qreal inset = m_row.isSelected ? selectionSeen : 0;
    const auto x = [&](int cell) { return std::round(origin.left() + cell * m_cellWidth); };
    const qreal left = std::max(x(piece.cell), -1.0);
    const qreal right = std::min(x(piece.cell + LogRows::cellsOf(piece.text)), viewWidth + 1.0);
    m_painter->fillRect(QRectF(left, origin.y() + inset, right - left, origin.height() - 2 * inset),
                        groundOf(*piece.style));
}

void LogTextPainter::paintStyled(const QRectF &origin, int viewWidth, const Piece &piece, const Marks &marks)
{
    const TerminalStyle &style = *piece.style;
    QFont font = m_painter->font();
    font.setBold(style.has(TerminalStyle::Bold));
    font.setItalic(style.has(TerminalStyle::Italic));
    const QColor ground = groundOf(style);
    qsizetype done = 0;
    int cell = piece.cell;
    const auto paintTo = [&](qsizetype to, const QColor &under) {
        to = std::min(to, piece.text.size());
        if (to <= done)
            return;
        const QStringView part = piece.text.sliced(done, to - done);
        const QColor color = textOf(style, under);
        paintText(origin, viewWidth, part, cell, font, color);
        const int cells = LogRows::cellsOf(part);
        if (hasLines(style))
            paintLines({origin.left() + cell * m_cellWidth, origin.y(), cells * m_cellWidth, origin.height()}, style,
                       color);
        cell += cells;
        done = to;
    };
    // What is marked stands on the mark.
    for (qsizetype i = 0; i < marks.places.size(); ++i) {
        const LogPattern::Place &place = marks.places[i];
        if (place.start + place.length <= piece.start)
            continue;
        if (place.start >= piece.start + piece.text.size())
            break;
        paintTo(place.start - piece.start, ground);
        paintTo(place.start + place.length - piece.start, marks.colorOf(i));
    }
    paintTo(piece.text.size(), ground);
}

void LogTextPainter::paintText(const QRectF &origin, int viewWidth, QStringView text, int cell, const QFont &font,
                               const QColor &color)
{
    const qreal left = origin.left() + cell * m_cellWidth;
    if (left > viewWidth)
        return;
    const QFont before = m_painter->font();
    m_painter->setFont(font);
    m_painter->setPen(color);
    qreal x = left;
    qsizetype start = 0;
    if (isPlain(text)) {
        // One cell a character: what lies left of the view is skipped.
        start = std::clamp<qsizetype>(qsizetype(-left / m_cellWidth) - 1, 0, text.size());
        x += qreal(start) * m_cellWidth;
    }
    const auto room = qsizetype((viewWidth - x) / m_cellWidth) + 2;
    const QStringView seen = text.sliced(start, std::clamp<qsizetype>(room, 0, text.size() - start));
    m_painter->drawText(QRectF(x, origin.y(), qreal(viewWidth) - x + 100, origin.height()),
                        int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, seen.toString());
    m_painter->setFont(before);
}

void LogTextPainter::paintLines(const QRectF &place, const TerminalStyle &style, const QColor &color)
{
    const QFontMetricsF metrics(m_painter->font());
    const qreal baseline = place.y() + (place.height() - metrics.height()) / 2 + metrics.ascent();
    const auto lineAt
        = [&](qreal y) { m_painter->fillRect(QRectF(place.x(), std::floor(y), place.width(), 1), color); };
    if (style.has(TerminalStyle::Underline))
        lineAt(baseline + 2);
    if (style.has(TerminalStyle::DoubleUnderline))
        lineAt(baseline + 4);
    if (style.has(TerminalStyle::Strike))
        lineAt(baseline - metrics.xHeight() / 2);
}

void LogTextPainter::paintMarks(const QRectF &origin, QStringView text, const Marks &marks, qsizetype begin,
                                qsizetype end)
{
    for (qsizetype i = 0; i < marks.places.size(); ++i) {
        const LogPattern::Place &place = marks.places[i];
        const qsizetype from = std::max(place.start, begin);
        const qsizetype to = std::min(place.start + place.length, end);
        if (from >= to)
            continue;
        const qreal x = origin.left() + LogRows::cellsOf(text.sliced(begin, from - begin)) * m_cellWidth;
        const qreal width = LogRows::cellsOf(text.sliced(from, to - from)) * m_cellWidth;
        fillRounded(m_painter, QRectF(x, origin.y() + 2, width, origin.height() - 4), 3, marks.colorOf(i));
    }
}

QColor LogTextPainter::groundOf(const TerminalStyle &style) const
{
    if (style.has(TerminalStyle::Reverse))
        return m_palette.foreground(style.foreground);
    return style.background.isDefault() ? m_row.ground : m_palette.background(style.background);
}

QColor LogTextPainter::textOf(const TerminalStyle &style, const QColor &ground) const
{
    const bool isReverse = style.has(TerminalStyle::Reverse);
    const QColor text = isReverse ? m_palette.background(style.background) : m_palette.foreground(style.foreground);
    return style.has(TerminalStyle::Dim) ? m_palette.dimmed(text, ground) : m_palette.readable(text, ground);
}

} // namespace Gantry
