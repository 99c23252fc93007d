// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ansitext.h"
#include "engine/logpattern.h"

#include <QColor>
#include <QRectF>

class QFont;
class QPainter;

namespace Gantry {

class TerminalPalette;
struct Tokens;

/// Paints a line of a log in cells of equal width, so that a place in the text is found by arithmetic and only what is
/// in sight is painted, however long the line. Colours and styles are those of the terminal, moved until they can be
/// read on what they stand on: the row, their own background, a mark.
class LogTextPainter
{
public:
    /// What the line stands on.
    struct Row
    {
        QColor ground;
        bool isSelected = false; ///< to be seen above and below the backgrounds of texts
    };

    LogTextPainter(QPainter *painter, const Tokens &tokens, const Row &row, qreal cellWidth);

    struct Marks
    {
        QList<LogPattern::Place> places;
        QColor color;
        qsizetype current = -1; ///< of the places the one that has another color
        QColor currentColor;

        const QColor &colorOf(qsizetype place) const { return place == current ? currentColor : color; }
    };

    /// The characters from \a begin to \a end of a line. \a origin's left top corner is where they begin, which may lie
    /// left of the view; \a viewWidth is the right end of what is seen.
    void paint(const QRectF &origin, int viewWidth, const AnsiText &line, const Marks &marks, qsizetype begin,
               qsizetype end);

private:
    /// A piece of a line that is painted alike.
    struct Piece
    {
        qsizetype start = 0;
        QStringView text;
        int cell = 0; ///< where it begins
        const TerminalStyle *style = nullptr; ///< null for the default
    };

    /// Hands on the pieces between \a begin and \a end as far as they can be seen.
    template <typename Take>
    void eachPiece(const QRectF &origin, int viewWidth, const AnsiText &line, qsizetype begin, qsizetype end,
                   Take take) const;
    void paintGround(const QRectF &origin, int viewWidth, const Piece &piece);
    void paintStyled(const QRectF &origin, int viewWidth, const Piece &piece, const Marks &marks);
    void paintText(const QRectF &origin, int viewWidth, QStringView text, int cell, const QFont &font,
                   const QColor &color);
    void paintLines(const QRectF &place, const TerminalStyle &style, const QColor &color);
    void paintMarks(const QRectF &origin, QStringView text, const Marks &marks, qsizetype begin, qsizetype end);
    QColor groundOf(const TerminalStyle &style) const;
    QColor textOf(const TerminalStyle &style, const QColor &ground) const;

    QPainter *m_painter;
    const Tokens &m_tokens;
    const TerminalPalette &m_palette;
    Row m_row;
    qreal m_cellWidth;
};

} // namespace Gantry
