// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/symbolengine.h"

#include "look/icons.h"
#include "look/tokens.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace Gantry {

SymbolEngine::SymbolEngine(QString name, Tone tone)
    : m_name(std::move(name))
    , m_tone(tone)
{
}

QString SymbolEngine::path(const QString &name)
{
    return u":/icons/%1.svg"_s.arg(name);
}

QString SymbolEngine::prefix()
{
    return u"gantry-"_s;
}

void SymbolEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const QPalette palette = QGuiApplication::palette();
    const Tokens &tokens = Tokens::of(palette);
    QColor color = tokens.color(m_tone == Tone::Normal ? Tone::Muted : m_tone);
    if (mode == QIcon::Disabled)
        color = tokens.disabled;
    else if (m_tone == Tone::Normal && state == QIcon::On)
        color = tokens.accent;
    const int side = std::min(rect.width(), rect.height());
    const QRectF square(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side);
    drawSymbol(painter, square, m_name, color);
}

QPixmap SymbolEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SymbolEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // QIcon sets the ratio on what it gets. Before Qt 6.8 it asks for device pixels.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    const QSize pixels = (QSizeF(size) * scale).toSize();
#else
    Q_UNUSED(scale)
    const QSize pixels = size;
#endif
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), pixels), mode, state);
    return pixmap;
}

QString SymbolEngine::iconName()
{
    return prefix() + m_name;
}

QString SymbolEngine::key() const
{
    return u"GantrySymbolEngine"_s;
}

QIconEngine *SymbolEngine::clone() const
{
    return new SymbolEngine(*this);
}

} // namespace Gantry
