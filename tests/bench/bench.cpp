// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the benchmarks measure, put together as the program does it and driven by commands on standard input.
//
//     gantry-bench window HOST   the main window, on that engine
//     gantry-bench loop          an event loop that does nothing else
//     gantry-bench models        the console's models without a window
#include "benchapplication.h"
#include "commandloop.h"
#include "commands.h"
#include "shell/application.h"
#include "shell/mainwindow.h"

#include <QTemporaryDir>

#include <cstdio>
#include <memory>

using namespace Gantry;

int main(int argc, char **argv)
{
    const QByteArray what = argc > 1 ? argv[1] : "";
    if (what != "window" && what != "loop" && what != "models") {
        std::fputs("usage: gantry-bench window HOST | loop | models; tests/bench/run starts it.\n", stderr);
        return 2;
    }
    Application::prepare();
    const BenchApplication qt(argc, argv);
    Application::translate(QCoreApplication::instance());
    CommandLoop loop;
    StallWatch stalls;
    addStallCommands(&loop, &stalls);
    if (what == "models") {
        addSessionCommands(&loop);
        addTunnelCommands(&loop);
        return loop.run();
    }
    if (what == "loop")
        return loop.run();
    const QTemporaryDir home; // consoles, history and settings of an earlier run would be work for this one
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(QStringLiteral("data"))));
    Application application(home.filePath(QStringLiteral("state.ini")));
    application.start({QString::fromLocal8Bit(argc > 2 ? argv[2] : ""), {}, {}});
    await("the window", [&application] { return application.window(); });
    addWindowCommands(&loop, &application);
    addConsoleCommands(&loop, &application);
    addTerminalCommands(&loop, &application);
    addLogCommands(&loop, &application);
    addBuildCommands(&loop, &application);
    return loop.run();
}
