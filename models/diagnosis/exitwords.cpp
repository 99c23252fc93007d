// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/exitwords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Gantry {

namespace {

// Linux signals by number, the same on all processors that engines run on.
constexpr std::array signalNames{
    std::pair{1, "SIGHUP"},   std::pair{2, "SIGINT"},   std::pair{3, "SIGQUIT"},  std::pair{4, "SIGILL"},
    std::pair{6, "SIGABRT"},  std::pair{7, "SIGBUS"},   std::pair{8, "SIGFPE"},   std::pair{9, "SIGKILL"},
    std::pair{10, "SIGUSR1"}, std::pair{11, "SIGSEGV"}, std::pair{12, "SIGUSR2"}, std::pair{13, "SIGPIPE"},
    std::pair{14, "SIGALRM"}, std::pair{15, "SIGTERM"}, std::pair{24, "SIGXCPU"}, std::pair{25, "SIGXFSZ"},
    std::pair{31, "SIGSYS"},
};

} // namespace

QString ExitWords::signalName(int code)
{
    const auto it = std::find_if(signalNames.begin(), signalNames.end(),
                                 [code](const auto &each) { return each.first == code - 128; });
    return it == signalNames.end() ? QString() : QString::fromLatin1(it->second);
}

QString ExitWords::meaning(int code, bool outOfMemory)
{
    if (outOfMemory && code == 137)
        return tr("The kernel killed it (SIGKILL), because it wanted more memory than it may use.");
    if (outOfMemory)
        return tr(
            "The kernel killed one of its processes, because they wanted more memory than the container may use.");
    switch (code) {
    case 0:
        return tr("The program ended by itself and reported no error.");
    case 1:
        return tr("The program reported an error of its own. The engine did not kill it.");
    case 2:
        return tr("The program reported an error of its own; many mean wrong arguments by this code.");
    case 125:
        return tr("The engine itself failed before the command was run.");
    case 126:
        return tr("The command was found but could not be run: it is no program, or may not be executed.");
    case 127:
        return tr("The command was not found in the image.");
    case 128:
        return tr("The engine failed before the command was run.");
    case 130:
        return tr("It was interrupted (SIGINT), as by Ctrl+C in its terminal.");
    case 132:
        return tr("The program crashed (SIGILL): it was made for another processor, or is damaged.");
    case 134:
        return tr("The program gave up by itself (SIGABRT), after an error that it did not expect.");
    case 137:
        return tr("It was killed (SIGKILL), and not for its memory limit: by 'kill', by 'stop' after it did not end in "
                  "time, or by the system when the whole machine had no memory left.");
    case 139:
        return tr("The program crashed (SIGSEGV): it used memory that was not its own.");
    case 143:
        return tr("It was asked to end (SIGTERM), as 'stop' does, and ended.");
    case 255:
        return tr("The program ended with 255, which stands for -1: an error of its own.");
    default:
        break;
    }
    const QString signal = signalName(code);
    return signal.isEmpty()
        ? tr("The program reported an error of its own. What %1 means, only its documentation says.").arg(code)
        : tr("It was ended by a signal (%1).").arg(signal);
}

} // namespace Gantry
