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

    /// \a origin's left top corner is where the line begins, which may lie left of the view; \a viewWidth is the
    /// right end of what is seen. What \a marked finds is marked; an empty pattern finds nothing.
    void paint(const QRectF &origin, int viewWidth, const AnsiText &line, const QRegularExpression &marked);

    /// Cells that a text takes: wide East Asian characters and emoji take two.
    static int cellsOf(QStringView text);

private:
    QColor colorOf(int terminalColor) const;
    void paintPiece(const QRectF &origin, int viewWidth, QStringView text, int cell, const QColor &color, bool bold);
    void paintMarks(const QRectF &origin, const QString &text, const QRegularExpression &marked);

    QPainter *m_painter;
    const Tokens &m_tokens;
    qreal m_cellWidth;
};

} // namespace Gantry
