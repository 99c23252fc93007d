// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "waiting.h"

#include <QByteArray>
#include <QMap>
#include <QSocketNotifier>

#include <cstdio>
#include <functional>

#include <unistd.h>

namespace Gantry {

/// Reads commands from standard input, a line each, and answers each with a line that begins with the same word.
class CommandLoop
{
public:
    using Handler = std::function<QByteArray(const QByteArray &argument)>;

    void on(const QByteArray &command, Handler handler) { m_handlers.insert(command, std::move(handler)); }
    static void say(const QByteArray &line)
    {
        std::puts(line.constData());
        std::fflush(stdout);
    }

    /// Until the input ends. Commands run outside of every event, so that what they wait for begins anew at depth 0.
    int run()
    {
        bool ended = false;
        QByteArray unread;
        QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(&input, &QSocketNotifier::activated, &input, [&] {
            char buffer[4096];
            const ssize_t size = ::read(STDIN_FILENO, buffer, sizeof buffer);
            ended = size <= 0;
            input.setEnabled(!ended);
            if (size > 0)
                unread.append(buffer, size);
        });
        for (;;) {
            while (!ended && !unread.contains('\n'))
                turnLoop();
            const qsizetype end = unread.indexOf('\n');
            if (end < 0)
                return 0;
            const QByteArray line = unread.left(end);
            unread.remove(0, end + 1);
            const QByteArray command = line.left(line.indexOf(' '));
            if (!m_handlers.contains(command)) {
                std::fprintf(stderr, "gantry-bench: unknown command: %s\n", line.constData());
                return 2;
            }
            const QByteArray answer = m_handlers.value(command)(line.mid(command.size() + 1));
            say(answer.isEmpty() ? command : command + ' ' + answer);
        }
    }

private:
    QMap<QByteArray, Handler> m_handlers;
};

} // namespace Gantry
