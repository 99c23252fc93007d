// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QObject>
#include <QPoint>
#include <QVariantMap>

#include <optional>

namespace Gantry {

class ContainerLogPanel;
class DetachedWindow;
class Workbench;

/// The log of a container in a window of its own: goes on with the container that takes its place, and says when it was
/// removed.
class ContainerLogWindow : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Kind = "log";

    /// Opens the window; lives as long as it does. \a container may be gone already, and its successor be there.
    ContainerLogWindow(Workbench *workbench, ContainerLogPanel *panel, const ContainerSummary &container,
                       const std::optional<QPoint> &position = {});

    DetachedWindow *window() const { return m_window; }
    ContainerLogPanel *panel() const { return m_panel; }
    const ContainerSummary &container() const { return m_container; }

    /// What tells a container, or who takes its place, on the next start.
    static QVariantMap kept(const Workbench &workbench, const ContainerSummary &container);
    static ContainerSummary fromKept(const QString &id, const QVariantMap &more);
    /// The id of it or of its successor; empty if there is none.
    static QString listed(const Workbench &workbench, const ContainerSummary &container);

private:
    void follow(const QStringList &inserted, const QStringList &updated, const QStringList &gone);
    void take(const ContainerSummary &container);
    void removed();
    void load();

    Workbench *m_workbench;
    ContainerLogPanel *m_panel;
    DetachedWindow *m_window;
    ContainerSummary m_container; ///< as it was last listed
    QString m_predecessor;
    bool m_isGone = false;
    bool m_hasSuccessor = true; ///< one may come
};

} // namespace Gantry
