// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tabbar.h"

#include "look/badge.h"
#include "look/fonts.h"
#include "look/tabbaraccessible.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace Gantry {

TabBar::TabBar(QWidget *parent)
    : QTabBar(parent)
{
    TabBarAccessible::install();
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QTabBar::currentChanged, this, &TabBar::fold);
}

QSize TabBar::sizeHint() const
{
    QSize size = QTabBar::sizeHint();
    for (const int index : m_folded)
        size.rwidth() += tabWidth(index);
    return size;
}

QSize TabBar::minimumSizeHint() const
{
    // Qt's is that of a bar with scroll buttons, which is wider than a tab or two, or of all tabs without them.
    const QSize least = m_folding ? QSize(leastFoldedWidth(), 0) : QTabBar::minimumSizeHint();
    const QSize wanted = sizeHint();
    return {std::min(least.width(), wanted.width()), wanted.height()};
}

int TabBar::leastFoldedWidth() const
{
    // Any of them may be the current one, beside the last.
    int widest = 0;
    for (int i = 0; i + 1 < count(); ++i)
        widest = std::max(widest, tabWidth(i));
    return widest + (count() > 0 ? tabWidth(count() - 1) : 0);
}

void TabBar::setBadge(int index, const QString &text, Tone tone)
{
    auto *badge = qobject_cast<Badge *>(tabButton(index, RightSide));
    if (text.isEmpty()) {
        if (!badge)
            return;
        setTabButton(index, RightSide, nullptr);
        badge->deleteLater();
        return;
    }
    if (!badge) {
        setTabButton(index, RightSide, new Badge(text, tone, this));
        return;
    }
    badge->setTone(tone);
    if (badge->text() == text)
        return;
    badge->setText(text);
    if (badge->size() == badge->sizeHint())
        return;
    badge->adjustSize();
    setTabText(index, tabText(index)); // lays the tabs out anew
}

void TabBar::setFolding(bool on)
{
    m_folding = on;
    setUsesScrollButtons(!on);
    fold();
}

void TabBar::resizeEvent(QResizeEvent *event)
{
    QTabBar::resizeEvent(event);
    fold();
}

void TabBar::tabLayoutChange()
{
    QTabBar::tabLayoutChange();
    fold();
}

std::pair<int, int> TabBar::tabsThatFit() const
{
    const int foldable = count() - 1;
    const int current = currentIndex() < foldable ? currentIndex() : -1;
    const int room = width() - tabWidth(foldable);
    int first = std::clamp(m_first, 0, std::max(0, foldable - 1));
    if (current >= 0)
        first = std::min(first, current);
    int end = first;
    int used = 0;
    const auto fits = [&](int index) { return used + tabWidth(index) <= room; };
    for (; end < foldable && fits(end); ++end)
        used += tabWidth(end);
    if (current >= end) {
        // The current one is the last that is seen.
        end = current + 1;
        first = current;
        used = tabWidth(current);
    }
    for (; first > 0 && fits(first - 1); --first)
        used += tabWidth(first - 1);
    return {first, end};
}

void TabBar::fold()
{
    if (!m_folding || m_busy || count() == 0)
        return;
    const QScopedValueRollback busy(m_busy, true);
    const auto [first, end] = tabsThatFit();
    m_first = first;
    QList<int> folded;
    for (int i = 0; i + 1 < count(); ++i) {
        const bool shown = i >= first && i < end;
        if (isTabVisible(i) != shown)
            setTabVisible(i, shown);
        if (!shown)
            folded.append(i);
    }
    if (folded == m_folded)
        return;
    m_folded = folded;
    updateGeometry();
    Q_EMIT foldedTabsChanged();
}

} // namespace Gantry
