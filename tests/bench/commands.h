// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gantry {

class Application;
class CommandLoop;
class StallWatch;

/// stalls begin, stalls end: the longest stall of the event loop between the two, in ms.
void addStallCommands(CommandLoop *loop, StallWatch *watch);
/// What is done with lists and projects in the window.
void addWindowCommands(CommandLoop *loop, Application *application);
/// What is done with builds of images, without their dialog.
void addBuildCommands(CommandLoop *loop, Application *application);
/// What is done with the log of a container in the window.
void addLogCommands(CommandLoop *loop, Application *application);
/// What is done with an SQL console in the window.
void addConsoleCommands(CommandLoop *loop, Application *application);
/// What is done with a session and its results, without a window.
void addSessionCommands(CommandLoop *loop);
/// What is done with a terminal in the window.
void addTerminalCommands(CommandLoop *loop, Application *application);
/// Connections through the exec tunnel and direct ones.
void addTunnelCommands(CommandLoop *loop);

} // namespace Gantry
