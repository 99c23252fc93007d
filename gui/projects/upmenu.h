// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace Gantry {

class Workbench;

/// The menu of Up: its kinds, and the project's profiles as boxes to tick, which leave the menu open.
class UpMenu : public QMenu
{
    Q_OBJECT

public:
    explicit UpMenu(Workbench *workbench, QWidget *parent = nullptr);

    void setProject(const QString &name) { m_project = name; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void addProfile(const QString &profile, bool active);
    /// Ticks or unticks the action if it is a profile's; false for others.
    static bool toggle(QAction *action);

    Workbench *m_workbench;
    QString m_project;
};

} // namespace Gantry
