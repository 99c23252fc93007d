// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a TerminalSession ends: by its program, or because it is hung up.
#include "terminal/terminalsession.h"

#include "engine/engine.h"
#include "engine/onanswer.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The engine may call an exec or a container running for a moment after its output has ended.
constexpr int mostQuestions = 12;
constexpr int hangUpMs = 2000;

/// Writes the name of the process that has the terminal of process $1, unless it is of that one's own group.
QString foregroundScript()
{
    return uR"(read -r s </proc/$1/stat && s=${s##*) } && set -- $s && [ "$3" != "$6" ] )"_s
        + uR"(&& { n=$6; read -r n </proc/$6/comm; echo "$n"; }; exit 0)"_s;
}

} // namespace

void TerminalSession::askForExitCode()
{
    EngineClient *client = m_engine->client();
    if (!client) {
        end({}, tr("The connection to the engine was lost."));
        return;
    }
    onAnswer<EngineError>(
        client->inspectExec(m_execId), this,
        [this](const ExecDetails &details) {
            if (details.exitCode)
                end(details.exitCode);
            else if (++m_asked < mostQuestions)
                QTimer::singleShot(10 << std::min(m_asked, 6), this, &TerminalSession::askForExitCode);
            else
                end({}, tr("The engine does not tell how it ended."));
        },
        // The engine forgets what ran in a container with the container's life.
        [this](const EngineError &) { end({}, tr("The container has ended.")); });
}

void TerminalSession::askForEnd()
{
    EngineClient *client = m_engine->client();
    if (m_exitCode || !client) {
        end(m_exitCode, client ? QString() : tr("The connection to the engine was lost."));
        return;
    }
    const auto again = [this](const QString &otherwise) {
        if (++m_asked < mostQuestions)
            QTimer::singleShot(10 << std::min(m_asked, 6), this, &TerminalSession::askForEnd);
        else
            end(m_exitCode, otherwise);
    };
    onAnswer<EngineError>(
        client->inspectContainer(m_container), this,
        [this, again](const ContainerDetails &details) {
            if (details.isRunning())
                again(tr("The terminal was left; the container goes on."));
            else
                end(details.exitCode);
        },
        // One that is removed by itself may be gone before the news of its end have come.
        [again](const EngineError &) { again(tr("The container was removed.")); });
}

void TerminalSession::askForProgram(QObject *context, std::function<void(const QString &)> answer)
{
    EngineClient *client = m_engine->client();
    if (m_state != State::Running || !client || m_pid.isEmpty()) {
        answer(m_shell);
        return;
    }
    ExecConfig config;
    config.command = QStringList{u"sh"_s, u"-c"_s, foregroundScript(), u"sh"_s, m_pid};
    config.user = m_program.user;
    config.attachStdin = false;
    onAnswer<EngineError>(
        client->runExec(m_container, config), context,
        [answer](const ExecResult &result) { answer(QString::fromUtf8(result.output).trimmed()); },
        [answer, shell = m_shell](const EngineError &) { answer(shell); });
}

void TerminalSession::hangUp()
{
    EngineClient *client = m_engine->client();
    if (!isOpen() || !client || m_isAttached || !m_stream) {
        drop();
        end({}, m_isAttached ? tr("The terminal was left; the container goes on.") : QString());
        return;
    }
    if (m_pid.isEmpty()) {
        send("\x03\x04"_ba, false); // what ends most programs
    } else {
        ExecConfig config;
        config.command = QStringList{u"sh"_s, u"-c"_s, u"kill -HUP \"$1\""_s, u"sh"_s, m_pid};
        config.user = m_program.user;
        config.attachStdin = false;
        onAnswer<EngineError>(
            client->runExec(m_container, config), this, [](const ExecResult &) {}, [](const EngineError &) {});
    }
    QTimer::singleShot(hangUpMs, this, [this] {
        if (!isOpen())
            return;
        drop();
        end({}, tr("The program did not end with its terminal."));
    });
}

} // namespace Gantry
