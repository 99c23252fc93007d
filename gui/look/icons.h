// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QIcon>
#include <QRectF>
#include <QString>

class QColor;
class QPainter;

namespace Gantry {

/// The icon resources/icons/NAME.svg, tinted from the palette in use and rendered at the device's pixel ratio.
/// Normal takes the secondary text colour, On the accent, Disabled the disabled one. Null where there is no such icon.
QIcon symbolIcon(const QString &name);
/// The same in one colour for every mode but Disabled, for instance in message boxes.
QIcon symbolIcon(const QString &name, Tone tone);
/// The name by which the icon was made with symbolIcon(); empty for other icons.
QString symbolName(const QIcon &icon);
bool hasSymbol(const QString &name);

/// Paints the symbol into the rectangle, whose left top corner is moved to the next device pixel.
void drawSymbol(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace Gantry
