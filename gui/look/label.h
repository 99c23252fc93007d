// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QLabel>

namespace Gantry {

/// Plain text in a size, weight and colour of the look; the colour follows the theme.
class Label : public QLabel
{
    Q_OBJECT

public:
    enum class Face { Ui, Mono };

    explicit Label(const QString &text, QWidget *parent = nullptr);
    explicit Label(QWidget *parent = nullptr);

    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    /// Size relative to the base of 13 px.
    void setLook(int pixels, QFont::Weight weight = QFont::Normal, Face face = Face::Ui);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColor();

    Tone m_tone = Tone::Normal;
};

} // namespace Gantry
