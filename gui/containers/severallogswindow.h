// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QStringList>

#include <optional>

namespace Gantry {

class DetachedWindow;
class SeveralLogs;
class Workbench;

/// The logs of several containers in a window of its own: of those names in this engine, whoever has them.
class SeveralLogsWindow : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Kind = "logs";

    /// Opens the window; lives as long as it does.
    SeveralLogsWindow(Workbench *workbench, SeveralLogs *logs, const QStringList &names,
                      const std::optional<QPoint> &position = {});

    DetachedWindow *window() const { return m_window; }
    /// Of the containers that have these names now.
    static QStringList idsOf(const Workbench &workbench, const QStringList &names);
    /// What names the window of these containers of the engine.
    static QString idOf(const Workbench &workbench, const QStringList &names);

private:
    void follow();

    Workbench *m_workbench;
    SeveralLogs *m_logs;
    QStringList m_names;
    DetachedWindow *m_window;
};

} // namespace Gantry
