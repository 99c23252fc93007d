// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composerun.h"

#include "engine/middleleftout.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include <unistd.h>

namespace Gantry {

namespace {

constexpr qint64 sliceSize = 64 * 1024;
constexpr qsizetype capturedLimit = 16 * 1024 * 1024;
constexpr qsizetype tailLimit = 64 * 1024;
constexpr int lingeringMs = 100;
constexpr int readerGraceMs = 1000;

void signalProcessGroup(const QProcess *process, int number)
{
    // A group of 0 would be our own.
    if (const qint64 group = process->processId(); group > 0)
        ::kill(pid_t(-group), number);
}

/// SIGKILL to what is left of the group after that time, by a process of its own: this program may end before.
void leaveKiller(qint64 group, int milliseconds)
{
    const QString script = QStringLiteral("left=$2; while [ $left -gt 0 ] && kill -0 -$1; do sleep 0.1; "
                                          "left=$((left - 100)); done; kill -KILL -$1");
    QProcess killer;
    killer.setProgram(QStringLiteral("/bin/sh"));
    killer.setArguments(
        {QStringLiteral("-c"), script, QStringLiteral("sh"), QString::number(group), QString::number(milliseconds)});
    killer.setWorkingDirectory(QStringLiteral("/"));
    killer.setStandardInputFile(QProcess::nullDevice());
    killer.setStandardOutputFile(QProcess::nullDevice());
    killer.setStandardErrorFile(QProcess::nullDevice());
    killer.startDetached();
}

} // namespace

ComposeRun::ComposeRun(const ComposeInvocation &invocation, bool capture, QObject *parent)
    : QObject(parent)
    , m_invocation(invocation)
    , m_capture(capture)
    , m_process(new QProcess(this))
{
    m_slice.setSingleShot(true);
    m_escalation.setSingleShot(true);
    m_lingering.setInterval(lingeringMs);
    connect(&m_slice, &QTimer::timeout, this, &ComposeRun::readSlice);
    connect(&m_escalation, &QTimer::timeout, this, &ComposeRun::escalate);
    connect(&m_lingering, &QTimer::timeout, this, &ComposeRun::checkGroup);

    if (!m_capture)
        m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setProcessEnvironment(m_invocation.environment);
    m_process->setWorkingDirectory(m_invocation.workingDirectory);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] {
        ::setpgid(0, 0);
        // Started in the background of a script, Gantry and all that it starts would ignore it: no Cancel.
        ::signal(SIGINT, SIG_DFL);
    });
    connect(m_process, &QProcess::started, this, [this] {
        m_group = m_process->processId();
        if (m_signalsSent > 0)
            signalGroup(SIGINT);
    });
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] { m_slice.start(0); });
    connect(m_process, &QProcess::readyReadStandardError, this, [this] { m_slice.start(0); });
    connect(m_process, &QProcess::finished, this, &ComposeRun::onProcessFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        const QString &folder = m_invocation.workingDirectory;
        m_tail = folder.isEmpty() || QFileInfo(folder).isDir()
            ? m_process->errorString()
            : tr("%1 was not found on this machine.").arg(middleLeftOut(folder));
        end(End::FailedToStart);
    });
}

ComposeRun::~ComposeRun()
{
    if (!isRunning())
        return;
    signalGroup(SIGTERM);
    // What is captured was only read: nothing is left half done.
    if (const qint64 group = m_group > 0 ? m_group : m_process->processId(); group > 0)
        leaveKiller(group, m_capture ? std::min(m_terminateMs, readerGraceMs) : m_terminateMs);
    if (m_process->state() == QProcess::NotRunning)
        return;
    // The destructor of a running QProcess would wait.
    m_process->disconnect(this);
    m_process->setParent(nullptr);
    connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
    connect(m_process, &QProcess::errorOccurred, m_process, [process = m_process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
    connect(m_process, &QProcess::started, m_process, [process = m_process] { signalProcessGroup(process, SIGTERM); });
}

void ComposeRun::start()
{
    m_process->start(m_invocation.program.program, m_invocation.program.prefix() + m_invocation.arguments);
    // As the child does: whoever comes first, from here on there is a group that can be ended.
    if (const qint64 group = m_process->processId(); group > 0)
        ::setpgid(pid_t(group), pid_t(group));
}

void ComposeRun::setGrace(int interruptMs, int terminateMs)
{
    m_interruptMs = interruptMs;
    m_terminateMs = terminateMs;
}

void ComposeRun::cancel()
{
    if (m_ended || m_signalsSent > 0)
        return;
    m_signalsSent = 1;
    signalGroup(SIGINT);
    m_escalation.start(m_interruptMs);
}

void ComposeRun::escalate()
{
    signalGroup(++m_signalsSent == 2 ? SIGTERM : SIGKILL);
    m_escalation.start(m_terminateMs);
}

bool ComposeRun::signalGroup(int number) const
{
    return m_group > 0 && ::kill(pid_t(-m_group), number) == 0;
}

void ComposeRun::readSlice()
{
    if (m_capture) {
        m_captured += m_process->readAllStandardOutput();
        m_captured.truncate(capturedLimit);
        emitOutput(m_process->readAllStandardError());
        return;
    }
    emitOutput(m_process->read(sliceSize));
    // The rest waits for the next turn of the event loop.
    if (m_process->bytesAvailable() > 0)
        m_slice.start(0);
}

void ComposeRun::emitOutput(const QByteArray &bytes)
{
    const QString text = m_text.feed(bytes);
    if (text.isEmpty())
        return;
    m_tail += text;
    if (m_tail.size() > tailLimit)
        m_tail.remove(0, m_tail.size() - tailLimit);
    Q_EMIT output(text);
}

void ComposeRun::onProcessFinished(int code, QProcess::ExitStatus status)
{
    m_exitCode = status == QProcess::NormalExit ? code : -1;
    // The plugin may outlive its `docker`; only a cancelled run has a reason to.
    if (m_signalsSent > 0 && signalGroup(0))
        m_lingering.start();
    else
        checkGroup();
}

void ComposeRun::checkGroup()
{
    if (m_signalsSent > 0 && m_signalsSent < 5 && signalGroup(0))
        return;
    m_lingering.stop();
    while (!m_capture && m_process->bytesAvailable() > 0)
        emitOutput(m_process->read(sliceSize));
    readSlice();
    // It may have been done just before the signal came.
    end(m_signalsSent > 0 && m_exitCode != 0 ? End::Cancelled : End::Exited);
}

void ComposeRun::end(End how)
{
    if (m_ended)
        return;
    m_ended = true;
    m_end = how;
    m_slice.stop();
    m_escalation.stop();
    Q_EMIT finished(how);
}

} // namespace Gantry
