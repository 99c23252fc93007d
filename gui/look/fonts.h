// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace Gantry::Fonts {

/// The pixel size that the sizes below and all measures are relative to.
inline constexpr int BasePixelSize = 13;

/// The font for QApplication::setFont: the desktop's where it chose one, else Inter (or the next best) at 13 px.
QFont applicationFont();

/// The application font's size relative to the base size; 1 in the pictures.
qreal scale();
/// A length that grows with the font (and never shrinks), in device-independent pixels.
int scaled(int pixels);

/// The interface's font at a size that is given for the base of 13 px.
QFont ui(int pixels = BasePixelSize, QFont::Weight weight = QFont::Normal);
/// The font of ids, paths, commands, SQL and logs. Never joins letters, so that columns can be computed.
QFont mono(int pixels = 12, QFont::Weight weight = QFont::Normal);
/// The same with its size in points, which is all that QScintilla reads.
QFont editor(int pixels = BasePixelSize);

/// Width of a line of text in whole pixels, measured once.
int advance(const QFont &font, const QString &text);
/// Paints one line from the left of the rectangle, in its middle, in the painter's font and pen. It is not clipped.
void drawLine(QPainter *painter, const QRect &rect, const QString &text);
/// Width of a text whose digits all take the width of the widest (QFont::setFeature is Qt 6.7).
qreal tabularWidth(const QFont &font, const QString &text);
/// Paints one line with digits of equal width in the painter's font and pen.
void drawTabular(QPainter *painter, const QRectF &rect, const QString &text,
                 Qt::Alignment alignment = Qt::AlignRight | Qt::AlignVCenter);

} // namespace Gantry::Fonts
