// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/endrequest.h"

#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Gantry {

namespace {

constexpr int Signals[] = {SIGTERM, SIGINT, SIGHUP};

int pipeEnds[2] = {-1, -1}; // for the handler, which can use nothing else

void tell(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

} // namespace

EndRequest::EndRequest(QObject *parent)
    : QObject(parent)
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals end the program, as they do without a handler
    const auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (read(pipeEnds[0], &byte, 1) == 1)
            Q_EMIT arrived();
    });
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = int(SA_RESTART | SA_RESETHAND);
    for (const int signal : Signals)
        sigaction(signal, &action, nullptr);
}

EndRequest::~EndRequest()
{
    for (const int signal : Signals)
        std::signal(signal, SIG_DFL);
    close(pipeEnds[0]);
    close(pipeEnds[1]);
}

} // namespace Gantry
