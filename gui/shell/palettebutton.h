// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace Gantry {

/// The field-like button at the right of the menu bar that opens the command palette.
class PaletteButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PaletteButton(QAction *action, QWidget *parent = nullptr);

    /// The magnifier alone.
    void setCompact(bool compact);
    /// So much is left beside the menus; the words take of it what they need. Where it is less, the magnifier is alone:
    /// menus come first.
    void setRoom(int room);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString keys() const;
    int wholeWidth() const;
    /// Of the field; what is longer than a usual one is elided in it.
    int leastWidth() const;
    bool isCompact() const { return m_compact || m_room < leastWidth(); }

    QAction *m_action;
    int m_room = 0;
    bool m_compact = false;
};

} // namespace Gantry
