// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How TerminalView paints: runs of cells of the same style, whatever is in sight.
#include "terminal/terminalview.h"

#include "look/oneline.h"
#include "look/tokens.h"
#include "terminal/terminalsearch.h"
#include "terminal/terminalsession.h"

#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QStyleHints>

#include <algorithm>

namespace Gantry {

/// Cells of one row that are painted alike.
struct TerminalView::Span
{
    int column = 0;
    int cells = 0;
    QColor text;
    QColor ground;
    quint32 flags = 0;
    bool plain = true; ///< of characters that the font has in the width of a cell

    bool isLike(const Span &other) const
    {
        return plain && other.plain && text == other.text && ground == other.ground && flags == other.flags;
    }
    bool has(TerminalStyle::Flag flag) const { return flags & flag; }
};

namespace {

constexpr int FlashMs = 150;
constexpr int BetweenFlashesMs = 1000;
constexpr int FastestBlinkMs = 400;

/// Letters of Latin, and the frames and blocks that a terminal's font draws to the edges of its cell.
bool isPlain(TerminalCell cell)
{
    const char32_t c = cell.character();
    return !cell.isHalf() && !cell.isCluster() && (c < 0x300 || (c >= 0x2500 && c < 0x25a0));
}

} // namespace

QList<TerminalView::Span> TerminalView::spansOf(qint64 line) const
{
    const Tokens &tokens = Tokens::of(palette());
    const std::span<const TerminalCell> cells = screen()->line(line);
    const bool reversed = screen()->isReversed();
    const auto marked = [line](TerminalPlace from, TerminalPlace to, int column) {
        const TerminalPlace place{line, column};
        return place >= from && place < to;
    };
    const auto &matches = m_search->matches();
    auto match
        = std::lower_bound(matches.begin(), matches.end(), line,
                           [](const TerminalSearch::Match &each, qint64 wanted) { return each.to.line < wanted; });
    QList<Span> spans;
    const int end = hasSelection() && m_selectionBegin.line <= line && m_selectionEnd.line >= line ? screen()->columns()
                                                                                                   : int(cells.size());
    const bool isMarked = match != matches.end() && match->from.line <= line;
    const bool isSelected = m_selectionBegin.line <= line && m_selectionEnd.line >= line;
    TerminalStyle before;
    for (int column = 0; column < end; ++column) {
        const TerminalCell cell = std::size_t(column) < cells.size() ? cells[std::size_t(column)] : TerminalCell();
        const TerminalStyle style = cell.style();
        if (!isMarked && !isSelected && !spans.isEmpty() && style == before && spans.last().plain && isPlain(cell)) {
            ++spans.last().cells;
            continue;
        }
        before = style;
        Span span;
        span.column = column;
        span.cells = 1;
        span.flags = style.flags;
        span.text = m_palette->foreground(style.foreground);
        span.ground = m_palette->background(style.background);
        if (style.has(TerminalStyle::Reverse) != reversed)
            std::swap(span.text, span.ground);
        while (match != matches.end() && match->to <= TerminalPlace{line, column})
            ++match;
        if (match != matches.end() && marked(match->from, match->to, column))
            span.ground = tokens.match;
        if (marked(m_selectionBegin, m_selectionEnd, column))
            span.ground = m_selectsMatch ? tokens.currentMatch : tokens.selection;
        span.text = m_palette->readable(span.text, span.ground);
        span.plain = isPlain(cell);
        if (cell.isRightHalf() && !spans.isEmpty() && !spans.last().plain)
            ++spans.last().cells;
        else if (!spans.isEmpty() && spans.last().isLike(span))
            ++spans.last().cells;
        else
            spans.append(span);
    }
    return spans;
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = Tokens::of(palette());
    if (!m_palette)
        m_palette.emplace(tokens);
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), screen()->isReversed() ? tokens.text : tokens.base);
    const qint64 top = topLine();
    bool blinks = false;
    for (int row = 0; row < screen()->rows(); ++row)
        blinks = paintRow(&painter, top + row, TopInset + row * m_cellHeight) || blinks;
    paintCursor(&painter);
    if (m_flash.isActive())
        paintFlash(&painter);
    // As the desktop's cursors do, which may be not at all.
    const int period = QGuiApplication::styleHints()->cursorFlashTime();
    if (blinks && period > 0 && isActiveWindow()) {
        if (!m_blink.isActive())
            m_blink.start(std::max(period / 2, FastestBlinkMs), this);
    } else {
        m_blink.stop();
        m_blinkHides = false;
    }
}

void TerminalView::flash()
{
    if (m_sinceFlash.isValid() && m_sinceFlash.elapsed() < BetweenFlashesMs)
        return;
    m_sinceFlash.start();
    m_flash.start(FlashMs, this);
    viewport()->update();
}

void TerminalView::paintFlash(QPainter *painter)
{
    painter->setPen(QPen(Tokens::of(palette()).accent, 3));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(viewport()->rect()).adjusted(1.5, 1.5, -1.5, -1.5));
}

/// Answers whether there is text in it that blinks.
bool TerminalView::paintRow(QPainter *painter, qint64 line, qreal top)
{
    bool blinks = false;
    const QColor base = m_palette->background({});
    const std::span<const TerminalCell> cells = screen()->line(line);
    const QList<Span> spans = spansOf(line);
    const auto x = [this](int column) { return qRound(Inset + column * m_cellWidth); };
    for (const Span &span : spans) {
        if (span.ground != base || screen()->isReversed())
            painter->fillRect(QRectF(x(span.column), top, x(span.column + span.cells) - x(span.column), m_cellHeight),
                              span.ground);
    }
    for (const Span &span : spans) {
        if (span.has(TerminalStyle::Blink)) {
            blinks = true;
            if (m_blinkHides)
                continue;
        }
        QString text;
        for (int i = span.column; i < span.column + span.cells && std::size_t(i) < cells.size(); ++i)
            screen()->appendText(cells[std::size_t(i)], &text);
        paintText(painter, top, span.column, text, span);
    }
    return blinks;
}

void TerminalView::paintText(QPainter *painter, qreal top, int column, const QString &text, const Span &span)
{
    const bool lined = span.has(TerminalStyle::Underline) || span.has(TerminalStyle::Strike);
    if (!lined && text.trimmed().isEmpty())
        return;
    QFont styled = font();
    styled.setBold(span.has(TerminalStyle::Bold));
    styled.setItalic(span.has(TerminalStyle::Italic));
    if (painter->font() != styled)
        painter->setFont(styled);
    painter->setPen(span.text);
    const QPointF start(Inset + column * m_cellWidth, top + m_ascent);
    // In cells there is no direction to turn, nor room for symbols of what would.
    QString shown = text;
    if (!span.plain)
        shown.removeIf([](QChar c) { return visible(c) != c; });
    painter->drawText(start, shown);
    const qreal width = span.cells * m_cellWidth;
    const auto lineAt = [&](qreal y) { painter->fillRect(QRectF(start.x(), std::floor(y), width, 1), span.text); };
    if (span.has(TerminalStyle::Underline))
        lineAt(top + m_ascent + 2);
    if (span.has(TerminalStyle::DoubleUnderline))
        lineAt(top + m_ascent);
    if (span.has(TerminalStyle::Strike))
        lineAt(top + m_ascent * 0.65);
}

QRectF TerminalView::cellRect(TerminalPlace place) const
{
    return {Inset + place.column * m_cellWidth, TopInset + qreal(place.line - topLine()) * m_cellHeight, m_cellWidth,
            qreal(m_cellHeight)};
}

void TerminalView::paintCursor(QPainter *painter)
{
    const TerminalScreen::Cursor &cursor = screen()->cursor();
    const TerminalPlace place{screen()->screenLine() + cursor.row, std::min(cursor.column, screen()->columns() - 1)};
    QRectF cell = cellRect(place);
    if (!m_preedit.isEmpty()) {
        paintPreedit(painter, cell);
        return;
    }
    if (!cursor.visible || !m_session->isOpen() || cell.top() >= viewport()->height())
        return;
    const std::span<const TerminalCell> cells = screen()->line(place.line);
    const bool isOnText = std::size_t(place.column) < cells.size();
    const TerminalCell under = isOnText ? cells[std::size_t(place.column)] : TerminalCell();
    if (under.isWide())
        cell.setWidth(2 * m_cellWidth);
    const Tokens &tokens = Tokens::of(palette());
    const QColor color = tokens.accent;
    if (!hasFocus()) {
        painter->setPen(color);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.adjusted(0.5, 0.5, -0.5, -0.5));
        return;
    }
    switch (cursor.shape) {
    case TerminalScreen::CursorShape::Underline:
        painter->fillRect(QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), color);
        break;
    case TerminalScreen::CursorShape::Bar:
        painter->fillRect(QRectF(cell.left(), cell.top(), 2, cell.height()), color);
        break;
    case TerminalScreen::CursorShape::Block: {
        painter->fillRect(cell, color);
        QString text;
        screen()->appendText(under, &text);
        Span span;
        span.cells = under.isWide() ? 2 : 1;
        span.plain = false;
        span.flags = under.style().flags & ~quint32(TerminalStyle::Underline | TerminalStyle::Strike);
        span.text = m_palette->readable(tokens.base, color);
        paintText(painter, cell.top(), place.column, text, span);
        break;
    }
    }
}

/// What an input method is composing, over what is there.
void TerminalView::paintPreedit(QPainter *painter, const QRectF &cell)
{
    const Tokens &tokens = Tokens::of(palette());
    painter->setFont(font());
    const qreal width = painter->fontMetrics().horizontalAdvance(m_preedit);
    const QRectF place(cell.left(), cell.top(), width, cell.height());
    painter->fillRect(place, tokens.accentTint);
    painter->setPen(tokens.text);
    painter->drawText(QPointF(place.left(), place.top() + m_ascent), m_preedit);
    painter->fillRect(QRectF(place.left(), place.bottom() - 1, width, 1), tokens.accent);
}

} // namespace Gantry
