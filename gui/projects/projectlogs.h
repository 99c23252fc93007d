// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/project.h"

#include <QWidget>

namespace Gantry {

class ActionButton;
class MergedLogPanel;
class Workbench;

/// The logs of a project's services as one. It makes its panel when it is shown first.
class ProjectLogs : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectLogs(Workbench *workbench, QWidget *parent = nullptr);

    void setProject(const Project &project);
    /// What reads the same in a shell.
    static QStringList command(const Workbench &workbench, const QString &project);
    void startFinding();
    bool hasFocusWithin() const;
    void takeFocus();
    QWidget *focusTarget() const;
    ActionButton *detachButton();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makePanel();
    void fill();

    Workbench *m_workbench;
    Project m_project;
    MergedLogPanel *m_panel = nullptr;
};

} // namespace Gantry
