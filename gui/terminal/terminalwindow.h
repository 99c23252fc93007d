// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QObject>
#include <QPoint>

#include <optional>

namespace Gantry {

class DetachedWindow;
class TerminalPanel;
class Workbench;

/// Terminals of a container in a window of their own. It goes when the last of them is closed.
class TerminalWindow : public QObject
{
    Q_OBJECT

public:
    static constexpr auto Kind = "terminal";

    /// Opens the window, that of the last run if \a windowId names it; lives as long as it does.
    TerminalWindow(Workbench *workbench, TerminalPanel *panel, const ContainerSummary &container,
                   const std::optional<QPoint> &position = {}, const QString &windowId = {});

    DetachedWindow *window() const { return m_window; }
    /// By what DetachedWindow calls its id: a container may have several.
    static QString containerOf(const QString &windowId) { return windowId.section(QLatin1Char('/'), 0, 0); }

private:
    void follow();
    void keep();

    Workbench *m_workbench;
    TerminalPanel *m_panel;
    DetachedWindow *m_window;
    ContainerSummary m_container; ///< as it was last listed
};

} // namespace Gantry
