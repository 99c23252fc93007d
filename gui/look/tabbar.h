// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QHash>
#include <QSet>
#include <QTabBar>

namespace Gantry {

/// Property of a bar whose tabs stand closer to each other, and what is left beside their texts then.
inline constexpr auto tightTabs = "tightTabs";
inline constexpr int tightPad = 8;

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

    /// Where there is no room for the texts of all tabs, those that have a symbol show it alone, the last first, with
    /// their text in the tooltip.
    void setSymbol(int index, const QString &symbol);
    bool showsSymbol(int index) const { return m_alone.contains(index); }

    /// A tab that is dragged out of the bar and let go of tells of it.
    void setDragsOut(bool on) { m_dragsOut = on; }

Q_SIGNALS:
    void foldedTabsChanged();
    /// Its tabs stand closer to each other, or as usual again.
    void tightened(bool tight);
    /// By the left button, out of the bar; the current tab is that one.
    void draggedOut(int index, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void initStyleOption(QStyleOptionTab *option, int index) const override;
    QSize tabSizeHint(int index) const override;
    void resizeEvent(QResizeEvent *event) override;
    void tabLayoutChange() override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int tabWidth(int index) const { return tabSizeHint(index).width(); }
    std::pair<int, int> tabsThatFit() const;
    int leastFoldedWidth() const;
    void fold();
    int widthOfAll() const;
    int leastSymbolWidth() const;
    void setTight(bool tight);
    void fitTexts();
    bool isOut(const QPoint &position) const;

    QHash<int, QString> m_symbols;
    QSet<int> m_alone; ///< whose symbols are shown alone
    bool m_tight = false;
    bool m_wasLaidOut = false; ///< while texts were measured, which may be before they are chosen
    int m_wholeWidth = 0; ///< with all texts
    QList<int> m_folded;
    int m_first = 0; ///< of those that are not folded
    bool m_dragsOut = false;
    int m_dragged = -1; ///< a tab that the left button is on
    bool m_folding = false;
    bool m_busy = false;
};

} // namespace Gantry
