// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

#include <map>

namespace Gantry {

class TabBar;

/// A TabBar for assistive technology: a list of tabs with the name that it was given, where Qt's own gives every bar
/// the name of its current tab.
class TabBarAccessible : public QAccessibleWidget
{
public:
    explicit TabBarAccessible(TabBar *bar);
    ~TabBarAccessible() override;

    /// Makes Qt ask here for every TabBar.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *focusChild() const override;
    QString text(QAccessible::Text type) const override;

private:
    TabBar *bar() const;
    QList<QWidget *> buttons() const; ///< that stand in the tabs; Qt has them as children of the bar

    mutable std::map<int, QAccessible::Id> m_tabs; ///< by index, as they are asked for
};

} // namespace Gantry
