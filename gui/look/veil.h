// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gantry {

/// Fades everything of its parent, which stays usable: what is shown is what was last known.
class Veil : public QWidget
{
    Q_OBJECT

public:
    explicit Veil(QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Gantry
