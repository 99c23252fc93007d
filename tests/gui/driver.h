// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QTest>
#include <QTreeView>
#include <QWindow>

/// Hands and eyes for tests that use the window as a person does: widgets are found by their accessible name, and the
/// events of mouse and keyboard are given to the window, which passes them on as it does with those of real devices:
/// what is covered cannot be clicked, and keys go where the focus is. Everything waits for a condition, up to a limit.
namespace Gantry::Driver {

inline constexpr int Patience = 30'000; // ms; an up with images at hand takes about 5 s

template <class Condition> bool waitFor(Condition condition, int patience = Patience)
{
    return QTest::qWaitFor(condition, patience);
}

/// The first visible widget of the class that the condition accepts; null if there is none.
template <class Widget, class Condition> Widget *findIf(Condition condition)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *candidate : all) {
        auto *widget = qobject_cast<Widget *>(candidate);
        if (widget && widget->isVisible() && condition(widget))
            return widget;
    }
    return nullptr;
}

/// The visible widget of that class and English accessible name; null if there is none.
template <class Widget> Widget *find(const QString &accessibleName)
{
    return findIf<Widget>([&](const Widget *widget) { return widget->accessibleName() == accessibleName; });
}

/// The visible and enabled button with that text (without mnemonic) or accessible name; null if there is none.
inline QAbstractButton *findButton(const QString &name)
{
    return findIf<QAbstractButton>([&](const QAbstractButton *button) {
        return button->isEnabled()
            && (button->text().remove(QLatin1Char('&')) == name || button->accessibleName() == name);
    });
}

inline void click(QWidget *widget, const QPoint &place)
{
    QTest::mouseClick(widget->window()->windowHandle(), Qt::LeftButton, {}, widget->mapTo(widget->window(), place));
}

inline void click(QWidget *widget)
{
    click(widget, widget->rect().center());
}

/// Clicks a button once it is there and enabled; at its left, since a menu may open at the right of it.
inline bool clickButton(const QString &name)
{
    QAbstractButton *button = nullptr;
    if (!waitFor([&] { return (button = findButton(name)) != nullptr; }))
        return false;
    click(button, QPoint(qMin(12, button->width() / 2), button->height() / 2));
    return true;
}

/// Presses a key in the window that has the keyboard.
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    if (QWindow *window = QGuiApplication::focusWindow())
        QTest::keyClick(window, key, modifiers);
}

/// Types into the window that has the keyboard, waiting where none has it for a moment: a list of suggestions that
/// opens takes it on Wayland, and gives it back.
inline void type(const QString &text)
{
    for (const QChar letter : text) {
        if (waitFor([] { return QGuiApplication::focusWindow() != nullptr; }))
            QTest::keyClick(QGuiApplication::focusWindow(), letter.toLatin1());
    }
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

/// The row with that text in its first column; \a under names the parent row of a tree, if several rows have the text.
inline QModelIndex findRow(const QAbstractItemView *view, const QString &text, const QString &under)
{
    const QModelIndex parent = under.isEmpty() ? QModelIndex() : findRow(view->model(), under);
    return under.isEmpty() || parent.isValid() ? findRow(view->model(), text, 0, parent) : QModelIndex();
}

/// The text of a cell of any widget that is a table to assistive programs.
inline QString cellText(QWidget *table, int row, int column)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(table);
    QAccessibleTableInterface *cells = interface ? interface->tableInterface() : nullptr;
    QAccessibleInterface *cell = cells ? cells->cellAt(row, column) : nullptr;
    return cell ? cell->text(QAccessible::Name) : QString();
}

/// The whole text of a widget that is a text to assistive programs.
inline QString text(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    QAccessibleTextInterface *text = interface ? interface->textInterface() : nullptr;
    return text ? text->text(0, text->characterCount()) : QString();
}

} // namespace Gantry::Driver
