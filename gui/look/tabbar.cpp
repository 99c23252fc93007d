// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tabbar.h"

#include "look/badge.h"

namespace Gantry {

TabBar::TabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize TabBar::minimumSizeHint() const
{
    // Qt's is that of a bar with scroll buttons, which is wider than a tab or two.
    return QTabBar::minimumSizeHint().boundedTo(sizeHint());
}

void TabBar::setBadge(int index, const QString &text, Tone tone)
{
    auto *badge = qobject_cast<Badge *>(tabButton(index, RightSide));
    if (text.isEmpty()) {
        setTabButton(index, RightSide, nullptr);
        if (badge)
            badge->deleteLater();
        return;
    }
    if (badge && badge->text() == text) {
        badge->setTone(tone);
        return;
    }
    setTabButton(index, RightSide, new Badge(text, tone, this));
    if (badge)
        badge->deleteLater();
}

} // namespace Gantry
