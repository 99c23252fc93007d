// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QMenu;

namespace Gantry {

/// Opens the menu below the button, without waiting until it is closed.
void popupBelow(QMenu *menu, const QWidget *button);

/// A button that opens a menu below itself when pressed or by the Down key. Unlike QPushButton::setMenu(), which runs
/// an event loop of its own until the menu is closed: an assistive program that opens the menu would wait for its
/// answer.
class MenuButton : public QPushButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget *parent = nullptr);

    /// Empty at first; the button owns it.
    QMenu *entries() const { return m_entries; }
    /// How wide it is with that text and no icon.
    int widthWith(const QString &text) const;

protected:
    void initStyleOption(QStyleOptionButton *option) const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();

    QMenu *m_entries;
};

} // namespace Gantry
