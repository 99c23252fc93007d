// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tabbar.h"

#include "look/badge.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/plaintooltip.h"
#include "look/tabbaraccessible.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleOptionTab>
#include <QToolTip>

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
    if (!m_symbols.isEmpty())
        size.setWidth(std::max(size.width(), m_wholeWidth));
    for (const int index : m_folded)
        size.rwidth() += tabWidth(index);
    return size;
}

QSize TabBar::minimumSizeHint() const
{
    // Qt's is that of a bar with scroll buttons, which is wider than a tab or two, or of all tabs without them.
    if (!m_symbols.isEmpty())
        return {std::min(leastSymbolWidth(), sizeHint().width()), sizeHint().height()};
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

void TabBar::setSymbol(int index, const QString &symbol)
{
    m_symbols.insert(index, symbol);
    setUsesScrollButtons(false);
    fitTexts();
}

void TabBar::initStyleOption(QStyleOptionTab *option, int index) const
{
    QTabBar::initStyleOption(option, index);
    if (!m_alone.contains(index))
        return;
    option->text.clear();
    option->icon = symbolIcon(m_symbols.value(index));
}

QSize TabBar::tabSizeHint(int index) const
{
    const QSize size = QTabBar::tabSizeHint(index);
    if (!m_alone.contains(index))
        return size;
    QStyleOptionTab option;
    initStyleOption(&option, index);
    const int text = fontMetrics().size(Qt::TextShowMnemonic, tabText(index)).width();
    const QSize contents(size.width() - text + Fonts::scaled(16), size.height());
    return style()->sizeFromContents(QStyle::CT_TabBarTab, &option, contents, this);
}

bool TabBar::event(QEvent *event)
{
    const auto *help = event->type() == QEvent::ToolTip ? static_cast<QHelpEvent *>(event) : nullptr;
    const int tab = help ? tabAt(help->pos()) : -1;
    if (!m_alone.contains(tab))
        return QTabBar::event(event);
    const QString tip = toolTipText(tabToolTip(tab));
    QToolTip::showText(help->globalPos(), plainToolTip(tip.isEmpty() ? tabText(tab) : tabText(tab) + u'\n' + tip),
                       this);
    return true;
}

int TabBar::widthOfAll() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += isTabVisible(i) ? tabWidth(i) : 0;
    return width;
}

int TabBar::leastSymbolWidth() const
{
    // What a tab of this bar takes with its symbol alone.
    const int symbol = Fonts::scaled(16) + 2 * tightPad;
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += !isTabVisible(i) ? 0 : m_symbols.contains(i) ? symbol : tabWidth(i);
    return width;
}

void TabBar::fitTexts()
{
    if (m_symbols.isEmpty() || m_busy)
        return;
    const QScopedValueRollback busy(m_busy, true);
    const bool wasTight = m_tight;
    const int wholeBefore = m_wholeWidth;
    const QSet<int> aloneBefore = std::exchange(m_alone, {});
    m_wasLaidOut = false;
    setTight(false);
    m_wholeWidth = widthOfAll();
    const auto leaveSymbol = [this](int i) {
        if (m_symbols.contains(i) && isTabVisible(i))
            m_alone.insert(i);
    };
    // The last one, which may come and go, leaves the others as they are if it can.
    if (m_wholeWidth > width())
        leaveSymbol(count() - 1);
    if (widthOfAll() > width())
        setTight(true);
    for (int i = count() - 1; i >= 0 && widthOfAll() > width(); --i)
        leaveSymbol(i);
    if (m_alone == aloneBefore && m_tight == wasTight && m_wholeWidth == wholeBefore && !m_wasLaidOut)
        return;
    setTabText(0, tabText(0)); // lays the tabs out anew
    updateGeometry();
    update();
    if (m_tight != wasTight)
        Q_EMIT tightened(m_tight);
}

void TabBar::setTight(bool tight)
{
    m_tight = tight;
    setProperty(tightTabs, tight);
}

void TabBar::resizeEvent(QResizeEvent *event)
{
    QTabBar::resizeEvent(event);
    fold();
    fitTexts();
}

void TabBar::tabLayoutChange()
{
    QTabBar::tabLayoutChange();
    m_wasLaidOut = true;
    fold();
    fitTexts();
}

bool TabBar::isOut(const QPoint &position) const
{
    // As far again as it is high: nobody gets there by a click.
    return !rect().adjusted(-height(), -height(), height(), height()).contains(position);
}

void TabBar::mousePressEvent(QMouseEvent *event)
{
    QTabBar::mousePressEvent(event);
    const int tab = event->button() == Qt::LeftButton && m_dragsOut ? tabAt(event->pos()) : -1;
    m_dragged = tab >= 0 && tab == currentIndex() ? tab : -1;
}

void TabBar::mouseMoveEvent(QMouseEvent *event)
{
    QTabBar::mouseMoveEvent(event);
    if (m_dragged >= 0)
        setCursor(isOut(event->pos()) ? Qt::DragMoveCursor : Qt::ArrowCursor);
}

void TabBar::mouseReleaseEvent(QMouseEvent *event)
{
    QTabBar::mouseReleaseEvent(event);
    const int tab = std::exchange(m_dragged, -1);
    if (tab < 0)
        return;
    unsetCursor();
    if (isOut(event->pos()) && tab == currentIndex())
        Q_EMIT draggedOut(tab, event->globalPosition().toPoint());
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
