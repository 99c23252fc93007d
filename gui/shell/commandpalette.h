// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/palettesource.h"

#include <QFrame>
#include <QPointer>

class QListView;

namespace Gantry {

class ActionRegistry;
class Label;
class PaletteModel;
class SearchField;
class Workbench;

/// The list over the window that finds every action, page, container, project and database by typing (Ctrl+K).
/// Return runs, Escape closes and gives the keyboard back.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// Lies over \a window and follows its size.
    CommandPalette(const Workbench *workbench, QWidget *window);

    /// Of the window alone; they come first, and those of the same name in the main window are left out. Not owned.
    void addActions(const ActionRegistry *actions) { m_own.append(actions); }

    void open();
    /// Hides it; the keyboard goes back to where it was.
    void dismiss();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<PaletteItem> items() const;
    void search(const QString &text);
    void move(int steps);
    void runCurrent();
    void place();

    const Workbench *m_workbench;
    PaletteModel *m_model;
    SearchField *m_field;
    QListView *m_list;
    Label *m_nothing;
    QList<const ActionRegistry *> m_own;
    QPointer<QWidget> m_before; ///< had the keyboard when the palette opened
};

} // namespace Gantry
