// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/projectcommands.h"
#include "projects/servicedelegate.h"

#include <QObject>

namespace Gantry {

class Workbench;

/// The actions on projects and their services: registers them, keeps them available or not for what is selected, asks
/// where something would be lost, and runs them.
class ProjectActions : public QObject
{
    Q_OBJECT

public:
    /// \a page is the parent of the questions.
    ProjectActions(Workbench *workbench, QWidget *page);

    /// What the actions act on: a project, and a service of it where one is selected.
    void setSelection(const QString &project, const QString &service);
    const QString &project() const { return m_project; }
    const QString &service() const { return m_service; }
    /// Why a service alone cannot be started, stopped or restarted now, translated; empty if it can.
    static QString obstacle(const Workbench &workbench, const QString &project, const ProjectService &service,
                            ServiceDelegate::Button verb);
    /// Brings the availability of all actions up to date.
    void update();
    /// Asks first about what would be recreated.
    void up(const QString &project, const UpOptions &options = {});

Q_SIGNALS:
    void logsRequested();

private:
    void addActions();
    void updateProject();
    void updateService();
    /// What stands in the way of all that can be done to a service.
    static QString common(const Workbench &workbench, const QString &project, const ProjectService &service);
    void confirmUp(const UpPlan &plan, const ProjectCommands::Answer &answer);
    void askForDownWithVolumes();

    Workbench *m_workbench;
    QWidget *m_page;
    QString m_project;
    QString m_service;
};

} // namespace Gantry
