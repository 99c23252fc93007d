// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/driver.h"

#include <QTabBar>

namespace Gantry {

/// Thrown by what failed in the tour, with what was expected.
struct Failure
{
    QString expected;
};

inline void require(bool condition, const QString &expected)
{
    if (!condition)
        throw Failure{expected};
}

/// Requires that the condition becomes true within the patience (ms). \a expected is a text or, where it tells what was
/// seen at last, a function that makes it.
template <class Condition, class Expected>
void await(Condition condition, Expected expected, int patience = Driver::Patience)
{
    if (Driver::waitFor(condition, patience))
        return;
    if constexpr (std::is_invocable_v<Expected>)
        throw Failure{expected()};
    else
        throw Failure{expected};
}

/// The visible widget of that accessible name, once it is there.
template <class Widget> Widget *see(const QString &name)
{
    Widget *found = nullptr;
    await([&] { return (found = Driver::find<Widget>(name)) != nullptr; }, QStringLiteral("to see \"%1\"").arg(name));
    return found;
}

/// The same in the window that is used, which a dialog is while it is open.
template <class Widget> Widget *seeHere(const QString &name)
{
    Widget *found = nullptr;
    await(
        [&] {
            found = Driver::findIf<Widget>([&](const Widget *widget) {
                return widget->accessibleName() == name && widget->window()->isActiveWindow();
            });
            return found != nullptr;
        },
        QStringLiteral("to see \"%1\" in the window that is used").arg(name));
    return found;
}

/// The button of that text or accessible name that can be used, in the window that is.
inline QAbstractButton *seeButton(const QString &name)
{
    QAbstractButton *found = nullptr;
    await(
        [&] {
            found = Driver::findIf<QAbstractButton>([&](const QAbstractButton *button) {
                return button->isEnabled() && button->window()->isActiveWindow()
                    && (button->text().remove(u'&') == name || button->accessibleName() == name);
            });
            return found != nullptr;
        },
        QStringLiteral("a button \"%1\" that can be used").arg(name));
    return found;
}

/// The index of the tab, once the bar has it.
inline int awaitTab(const QTabBar *bar, const QString &tab)
{
    int found = -1;
    await(
        [&] {
            for (int i = 0; i < bar->count(); ++i)
                found = bar->tabText(i) == tab ? i : found;
            return found >= 0;
        },
        QStringLiteral("a tab \"%1\"").arg(tab));
    return found;
}

/// The row of a view whose first column has check boxes, once it is there.
inline QModelIndex findTicked(const QString &view, const QString &row, const QString &under)
{
    const auto *list = see<QAbstractItemView>(view);
    QModelIndex index;
    await([&] { return (index = Driver::findRow(list, row, under)).isValid(); },
          QStringLiteral("\"%1\" in \"%2\"").arg(row, view));
    return index;
}

inline bool isTicked(const QModelIndex &row)
{
    return row.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

/// What a person does with the window in the tour: by mouse, or by the keyboard alone. What cannot be done is a
/// Failure.
class TourHands
{
public:
    TourHands() = default;
    virtual ~TourHands() = default;
    Q_DISABLE_COPY_MOVE(TourHands)

    virtual void goTo(const QString &page) = 0;
    /// By the command palette.
    virtual void find(const QString &name) = 0;
    /// Types into the page's filter, in place of what is there.
    virtual void filter(const QString &text) = 0;
    virtual void openComposeFile(const QString &path) = 0;
    /// Makes the row of the view current; \a under names its parent row.
    virtual void choose(const QString &view, const QString &row, const QString &under = {}) = 0;
    /// What a button of the page does with what is chosen, and a letter of the keyboard: Up, Down, Stop, or "Why did it
    /// stop?".
    virtual void act(const QString &verb) = 0;
    /// By an entry of the menu that is at the side of a button.
    virtual void actByMenu(const QString &button, const QString &entry) = 0;
    /// The same with the service of the project that is chosen: Restart, Terminal, Logs or "Why did it stop?".
    virtual void actOnService(const QString &project, const QString &service, const QString &verb) = 0;
    /// What a button at the head of a page begins.
    virtual void begin(const QString &page, const QString &action) = 0;

    /// In the window that is used, a dialog for instance: a button, a field whose text is replaced, a check box.
    virtual void press(const QString &button) = 0;
    virtual void write(const QString &field, const QString &text) = 0;
    virtual void tick(const QString &box) = 0;
    /// One of a row of buttons of which one is always chosen.
    virtual void pick(const QString &chip) = 0;
    /// Ticks the check box of a row or takes the tick away, where that is not so already; \a under as in choose().
    virtual void tickRow(const QString &view, const QString &row, const QString &under, bool on) = 0;
    /// By what the row offers in a column, or the keys for copying.
    virtual void copyFrom(const QString &view, const QModelIndex &row, int linkColumn) = 0;
    /// Types a line into the terminal that is open.
    virtual void typeLine(const QString &line) = 0;
    /// Of the service of a project.
    virtual void openConsole(const QString &project, const QString &service) = 0;
    /// Types into the SQL editor and runs all of it.
    virtual void ask(const QString &sql) = 0;
    virtual void openTab(const QString &bar, const QString &tab) = 0;
    /// Copies the first cell of the result that is shown to the clipboard.
    virtual void copyCell() = 0;
    virtual void showOperations() = 0;
};

} // namespace Gantry
