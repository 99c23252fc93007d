// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QIconEngine>
#include <QString>

namespace Gantry {

/// Paints one of our own icons in the colour that the palette, the mode and the state ask for.
class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(QString name, Tone tone);

    static QString path(const QString &name);
    static QString prefix();

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QString iconName() override;
    QString key() const override;
    bool isNull() override { return false; }
    QIconEngine *clone() const override;

private:
    QString m_name;
    Tone m_tone;
};

} // namespace Gantry
