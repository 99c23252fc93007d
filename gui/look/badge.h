// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QLabel>

namespace Gantry {

/// A count or a short word beside a tab's text, on the tint of its state.
class Badge : public QLabel
{
    Q_OBJECT

public:
    explicit Badge(const QString &text, Tone tone = Tone::Muted, QWidget *parent = nullptr);

    void setTone(Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace Gantry
