// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ansitext.h"
#include "engine/logpattern.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace Gantry {

struct Tokens;

/// Paints a line of a log in cells of equal width, so that a place in the text is found by arithmetic and only what is
/// in sight is painted, however long the line.
class LogTextPainter
{
public:
    LogTextPainter(QPainter *painter, const Tokens &tokens, qreal cellWidth);

    struct Marks
    {
        QList<LogPattern::Place> places;
        QColor color;
    };

    /// The characters from \a begin to \a end of a line. \a origin's left top corner is where they begin, which may lie
    /// left of the view; \a viewWidth is the right end of what is seen.
    void paint(const QRectF &origin, int viewWidth, const AnsiText &line, const Marks &marks, qsizetype begin,
               qsizetype end);

private:
    QColor colorOf(int terminalColor) const;
    void paintPiece(const QRectF &origin, int viewWidth, QStringView text, int cell, const QColor &color, bool bold);
    void paintMarks(const QRectF &origin, QStringView text, const Marks &marks, qsizetype begin, qsizetype end);

    QPainter *m_painter;
    const Tokens &m_tokens;
    qreal m_cellWidth;
};

} // namespace Gantry
