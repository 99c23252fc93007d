// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QWidget>

namespace Gantry {

/// A symbol that only decorates, in a tone that follows the theme. Assistive technology skips it.
class SymbolLabel : public QWidget
{
    Q_OBJECT

public:
    explicit SymbolLabel(const QString &name, Tone tone = Tone::Muted, QWidget *parent = nullptr);

    void setSymbol(const QString &name, Tone tone);
    /// Side of the symbol, and with tile of the tinted tile around it; both relative to the base of 13 px.
    void setSide(int side, int tile = 0);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Tone m_tone;
    int m_side = 16;
    int m_tile = 0;
};

} // namespace Gantry
