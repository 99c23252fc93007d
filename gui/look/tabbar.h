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

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// A count beside the tab's text; none where the text is empty.
    void setBadge(int index, const QString &text, Tone tone = Tone::Muted);

    /// Tabs that do not fit are hidden instead of scrolled to: never the current one, and never the last.
    void setFolding(bool on);
    /// Those that did not fit.
    const QList<int> &foldedTabs() const { return m_folded; }

Q_SIGNALS:
    void foldedTabsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void tabLayoutChange() override;

private:
    int tabWidth(int index) const { return tabSizeHint(index).width(); }
    std::pair<int, int> tabsThatFit() const;
    int leastFoldedWidth() const;
    void fold();

    QList<int> m_folded;
    int m_first = 0; ///< of those that are not folded
    bool m_folding = false;
    bool m_busy = false;
};

} // namespace Gantry
