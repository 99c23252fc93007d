// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/icons.h"

#include "look/symbolengine.h"
#include "look/tokens.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

QPixmap renderSymbol(const QString &name, const QColor &color, QSize pixels)
{
    const QString key
        = u"gantry/%1/%2/%3x%4"_s.arg(name, color.name(QColor::HexArgb)).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(SymbolEngine::path(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll().replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

QIcon symbolIcon(const QString &name)
{
    return hasSymbol(name) ? QIcon(new SymbolEngine(name, Tone::Normal)) : QIcon();
}

QIcon symbolIcon(const QString &name, Tone tone)
{
    return hasSymbol(name) ? QIcon(new SymbolEngine(name, tone)) : QIcon();
}

QString symbolName(const QIcon &icon)
{
    const QString name = icon.name();
    return name.startsWith(SymbolEngine::prefix()) ? name.mid(SymbolEngine::prefix().size()) : QString();
}

bool hasSymbol(const QString &name)
{
    return !name.isEmpty() && QFile::exists(SymbolEngine::path(name));
}

void drawSymbol(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color)
{
    if (name.isEmpty() || rect.isEmpty())
        return;
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QSize pixels(qRound(rect.width() * ratio), qRound(rect.height() * ratio));
    QPixmap pixmap = renderSymbol(name, color, pixels);
    pixmap.setDevicePixelRatio(ratio);
    const QPointF corner(std::round(rect.x() * ratio) / ratio, std::round(rect.y() * ratio) / ratio);
    painter->drawPixmap(corner, pixmap);
}

} // namespace Gantry
