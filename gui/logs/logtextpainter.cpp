// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logtextpainter.h"

#include "logs/logrows.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QPainter>

#include <algorithm>

namespace Gantry {

namespace {

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x300; });
}

} // namespace

LogTextPainter::LogTextPainter(QPainter *painter, const Tokens &tokens, qreal cellWidth)
    : m_painter(painter)
    , m_tokens(tokens)
    , m_cellWidth(cellWidth)
{
}

void LogTextPainter::paint(const QRectF &origin, int viewWidth, const AnsiText &line, const Marks &marks,
                           qsizetype begin, qsizetype end)
{
    paintMarks(origin, line.text, marks, begin, end);
    const QStringView text(line.text);
    qsizetype done = begin;
    int cell = 0;
    const auto piece = [&](qsizetype to, int color, bool bold) {
        to = std::min(to, end);
        if (to <= done)
            return;
        const QStringView part = text.sliced(done, to - done);
        paintPiece(origin, viewWidth, part, cell, colorOf(color), bold);
        cell += LogRows::cellsOf(part);
        done = to;
    };
    for (const AnsiText::Span &span : line.spans) {
        piece(span.start, -1, false);
        if (span.start + span.length > begin)
            piece(span.start + span.length, span.color, span.bold);
    }
    piece(end, -1, false);
}

void LogTextPainter::paintPiece(const QRectF &origin, int viewWidth, QStringView text, int cell, const QColor &color,
                                bool bold)
{
    const qreal left = origin.left() + cell * m_cellWidth;
    if (left > viewWidth)
        return;
    QFont font = m_painter->font();
    font.setBold(bold);
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
    font.setBold(false);
    m_painter->setFont(font);
}

void LogTextPainter::paintMarks(const QRectF &origin, QStringView text, const Marks &marks, qsizetype begin,
                                qsizetype end)
{
    for (const LogPattern::Place &place : marks.places) {
        const qsizetype from = std::max(place.start, begin);
        const qsizetype to = std::min(place.start + place.length, end);
        if (from >= to)
            continue;
        const qreal x = origin.left() + LogRows::cellsOf(text.sliced(begin, from - begin)) * m_cellWidth;
        const qreal width = LogRows::cellsOf(text.sliced(from, to - from)) * m_cellWidth;
        fillRounded(m_painter, QRectF(x, origin.y() + 2, width, origin.height() - 4), 3, marks.color);
    }
}

QColor LogTextPainter::colorOf(int terminalColor) const
{
    switch (terminalColor) {
    case 0: // black on a dark terminal, the opposite of what is readable in both themes
    case 8:
        return m_tokens.text3;
    case 1:
    case 9:
        return m_tokens.red.text;
    case 2:
    case 10:
        return m_tokens.green.text;
    case 3:
    case 11:
        return m_tokens.amber.text;
    case 4:
    case 12:
        return m_tokens.blue.text;
    case 5:
    case 13:
        return m_tokens.violet.text;
    case 6:
    case 14:
        return m_tokens.services[4];
    default:
        return m_tokens.text;
    }
}

} // namespace Gantry
