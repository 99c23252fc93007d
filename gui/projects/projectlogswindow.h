// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QString>

#include <optional>

namespace Gantry {

class DetachedWindow;
class ProjectLogs;
class Workbench;

/// The logs of a project of this engine in a window of their own.
class ProjectLogsWindow : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Kind = "projectLogs";

    /// Opens the window; lives as long as it does.
    ProjectLogsWindow(Workbench *workbench, ProjectLogs *logs, const QString &project,
                      const std::optional<QPoint> &position = {});

    DetachedWindow *window() const { return m_window; }
    static DetachedWindow *of(const Workbench &workbench, const QString &project);
    static QString projectOf(const QVariantMap &more);

private:
    /// What names the window of the project of the engine.
    static QString idOf(const Workbench &workbench, const QString &project);
    void follow();

    Workbench *m_workbench;
    ProjectLogs *m_logs;
    QString m_project;
    DetachedWindow *m_window;
};

} // namespace Gantry
