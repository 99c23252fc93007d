// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/tabbaraccessible.h"

#include "look/tabbar.h"

#include <QPointer>

namespace Gantry {

namespace {

/// One tab.
class TabAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    TabAccessible(TabBar *bar, int index)
        : m_bar(bar)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_bar && m_index < m_bar->count(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return isValid() ? m_bar->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_bar); }
    QAccessible::Role role() const override { return QAccessible::PageTab; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool current = m_bar->currentIndex() == m_index;
        state.selectable = true;
        state.selected = current;
        state.focusable = m_bar->focusPolicy() != Qt::NoFocus;
        state.focused = current && m_bar->hasFocus();
        state.disabled = !m_bar->isTabEnabled(m_index);
        state.invisible = !m_bar->isVisible() || !m_bar->isTabVisible(m_index);
        return state;
    }

    QRect rect() const override
    {
        if (!isValid() || !m_bar->isTabVisible(m_index))
            return {};
        const QRect tab = m_bar->tabRect(m_index);
        return {m_bar->mapToGlobal(tab.topLeft()), tab.size()};
    }

    QString text(QAccessible::Text type) const override
    {
        if (!isValid())
            return {};
        if (type == QAccessible::Description)
            return m_bar->tabToolTip(m_index);
        if (type != QAccessible::Name)
            return {};
        QString given = m_bar->accessibleTabName(m_index);
        if (!given.isEmpty())
            return given;
        QString text = m_bar->tabText(m_index);
        for (qsizetype i = text.indexOf(u'&'); i >= 0; i = text.indexOf(u'&', i + 1))
            text.remove(i, 1); // of "&&" the first
        return text;
    }
    void setText(QAccessible::Text, const QString &) override { }

    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_bar->setCurrentIndex(m_index);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<TabBar> m_bar;
    int m_index;
};

QAccessibleInterface *makeTabBar(const QString &className, QObject *object)
{
    auto *bar = qobject_cast<TabBar *>(object);
    return bar && className == QLatin1String("Gantry::TabBar") ? new TabBarAccessible(bar) : nullptr;
}

} // namespace

TabBarAccessible::TabBarAccessible(TabBar *bar)
    : QAccessibleWidget(bar, QAccessible::PageTabList)
{
}

TabBarAccessible::~TabBarAccessible()
{
    for (const auto &[index, id] : m_tabs)
        QAccessible::deleteAccessibleInterface(id);
}

void TabBarAccessible::install()
{
    // Qt keeps one entry for a factory, however often it is installed.
    QAccessible::installFactory(makeTabBar);
}

TabBar *TabBarAccessible::bar() const
{
    return qobject_cast<TabBar *>(object());
}

QList<QWidget *> TabBarAccessible::buttons() const
{
    QList<QWidget *> result;
    for (int i = 0; bar() && i < bar()->count(); ++i) {
        for (const auto side : {QTabBar::LeftSide, QTabBar::RightSide}) {
            if (QWidget *button = bar()->tabButton(i, side))
                result.append(button);
        }
    }
    return result;
}

int TabBarAccessible::childCount() const
{
    return bar() ? bar()->count() + int(buttons().size()) : 0;
}

QAccessibleInterface *TabBarAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (index >= bar()->count())
        return QAccessible::queryAccessibleInterface(buttons().value(index - bar()->count()));
    const auto known = m_tabs.find(index);
    if (known != m_tabs.end())
        return QAccessible::accessibleInterface(known->second);
    auto *tab = new TabAccessible(bar(), index);
    m_tabs[index] = QAccessible::registerAccessibleInterface(tab);
    return tab;
}

int TabBarAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (const auto &[index, id] : m_tabs) {
        if (QAccessible::accessibleInterface(id) == child)
            return index;
    }
    const qsizetype button = child ? buttons().indexOf(qobject_cast<QWidget *>(child->object())) : -1;
    return button < 0 ? -1 : bar()->count() + int(button);
}

QAccessibleInterface *TabBarAccessible::focusChild() const
{
    return bar() && bar()->hasFocus() ? child(bar()->currentIndex()) : nullptr;
}

QString TabBarAccessible::text(QAccessible::Text type) const
{
    if (type == QAccessible::Name && bar() && bar()->accessibleName().isEmpty())
        return bar()->tabText(bar()->currentIndex()); // as Qt's own
    return QAccessibleWidget::text(type);
}

} // namespace Gantry
