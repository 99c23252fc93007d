// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QPoint>
#include <QRectF>
#include <QString>

class QPainter;

namespace Gantry {

struct Tokens;

/// The symbol that stands for a state; empty for None.
QString stateSymbol(StateLook look);
/// Paints the state's shape in its colour into a square (12 px in pills and lists).
void drawState(QPainter *painter, const QRectF &square, StateLook look, const Tokens &tokens);

int pillHeight();
int pillWidth(StateLook look, const QString &text);
/// Paints shape and word on the tint. The pill keeps its height and is centred in the rectangle, at its left end
/// (right end in right-to-left layouts); a text that does not fit is elided.
void drawPill(QPainter *painter, const QRectF &rect, StateLook look, const QString &text, const Tokens &tokens);

} // namespace Gantry
