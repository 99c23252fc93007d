// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace Gantry {

/// A rounded box around things that belong together. Give it a layout with the margins that its content needs.
class Card : public QFrame
{
    Q_OBJECT

public:
    enum class Kind {
        Plain, ///< base with a border
        Sunken, ///< code, evidence
        Strong, ///< base with the stronger border: the card that matters
    };

    explicit Card(Kind kind = Kind::Plain, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

} // namespace Gantry
