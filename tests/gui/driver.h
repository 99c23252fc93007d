// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTreeView>

#include <functional>

/// Hands and eyes for tests that use the window as a person does: widgets are found by their accessible name, and
/// touched by mouse and keyboard events. Everything waits for a condition, up to a limit.
namespace Gantry::Driver {

inline constexpr int Patience = 30'000; // ms; an up with images at hand takes about 5 s

/// The visible widget of that class and English accessible name; null if there is none.
template <class Widget> Widget *find(const QString &accessibleName)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *candidate : all) {
        auto *widget = qobject_cast<Widget *>(candidate);
        if (widget && widget->isVisible() && widget->accessibleName() == accessibleName)
            return widget;
    }
    return nullptr;
}

/// The visible button with that text (without mnemonic) or accessible name. An enabled one is preferred.
inline QAbstractButton *findButton(const QString &name, const QWidget *within = nullptr)
{
    QAbstractButton *disabled = nullptr;
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *candidate : all) {
        auto *button = qobject_cast<QAbstractButton *>(candidate);
        if (!button || !button->isVisible() || (within && !within->isAncestorOf(button)))
            continue;
        const QString text = button->text().remove(QLatin1Char('&'));
        if (text != name && button->accessibleName() != name)
            continue;
        if (button->isEnabled())
            return button;
        disabled = button;
    }
    return disabled;
}

template <class Condition> bool waitFor(Condition condition, int patience = Patience)
{
    return QTest::qWaitFor(condition, patience);
}

/// Clicks a button once it is there and enabled.
inline bool click(const QString &name, const QWidget *within = nullptr)
{
    QAbstractButton *button = nullptr;
    if (!waitFor([&] { return (button = findButton(name, within)) && button->isEnabled(); }))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

/// The first index whose text in \a column is \a text, at any depth, in the order of the view.
inline QModelIndex findRow(const QAbstractItemModel *model, const QString &text, int column = 0,
                           const QModelIndex &parent = {})
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        const QModelIndex index = model->index(row, column, parent);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex below = findRow(model, text, column, model->index(row, 0, parent)); below.isValid())
            return below;
    }
    return {};
}

/// Clicks the row with that text; \a under names the parent row of a tree, if several rows have the text.
inline bool clickRow(QAbstractItemView *view, const QString &text, const QString &under = {})
{
    QModelIndex index;
    const bool found = waitFor([&] {
        const QModelIndex parent = under.isEmpty() ? QModelIndex() : findRow(view->model(), under);
        index = under.isEmpty() || parent.isValid() ? findRow(view->model(), text, 0, parent) : QModelIndex();
        return index.isValid();
    });
    if (!found)
        return false;
    if (auto *tree = qobject_cast<QTreeView *>(view); tree && index.parent().isValid())
        tree->expand(index.parent());
    view->scrollTo(index);
    const QRect place = view->visualRect(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place.center());
    return view->currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0);
}

/// The text of a cell of any widget that is a table to assistive programs.
inline QString cellText(QWidget *table, int row, int column)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(table);
    QAccessibleTableInterface *cells = interface ? interface->tableInterface() : nullptr;
    QAccessibleInterface *cell = cells ? cells->cellAt(row, column) : nullptr;
    return cell ? cell->text(QAccessible::Name) : QString();
}

inline int tableRows(QWidget *table)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(table);
    return interface && interface->tableInterface() ? interface->tableInterface()->rowCount() : 0;
}

} // namespace Gantry::Driver
