// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QTabBar>

namespace Gantry {

/// Tabs of text only, left-aligned, with badges. A Separator below it carries the accent bar of the current tab.
class TabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

    /// A count beside the tab's text; none where the text is empty.
    void setBadge(int index, const QString &text, Tone tone = Tone::Muted);
};

} // namespace Gantry
