// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QLabel>

namespace Gantry {

/// A state as shape, word and colour. To assistive technology it is a text: the word.
class Pill : public QLabel
{
    Q_OBJECT

public:
    explicit Pill(StateLook look = StateLook::None, const QString &text = {}, QWidget *parent = nullptr);

    void setState(StateLook look, const QString &text);
    StateLook look() const { return m_look; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateLook m_look;
};

} // namespace Gantry
