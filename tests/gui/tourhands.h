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
    /// Up or Stop of the project that is chosen.
    virtual void act(const QString &verb) = 0;
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
