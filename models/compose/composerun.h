// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composeoutput.h"
#include "compose/composeprogram.h"

#include <QObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTimer>

namespace Gantry {

/// One run of a Compose tool, as data: an argument list, never a shell.
struct ComposeInvocation
{
    ComposeProgram program;
    QStringList arguments; ///< without the program's prefix
    QProcessEnvironment environment;
    QString workingDirectory;
};

/// Runs a Compose tool in a process group of its own, because a signal to `docker` alone leaves its plugin running.
/// cancel() sends SIGINT to the group, then SIGTERM, then SIGKILL; the run has ended when the whole group has.
class ComposeRun : public QObject
{
    Q_OBJECT

public:
    enum class End { Exited, Cancelled, FailedToStart };
    Q_ENUM(End)

    /// With \a capture standard output is kept for standardOutput() instead of being emitted (for `config`).
    explicit ComposeRun(const ComposeInvocation &invocation, bool capture = false, QObject *parent = nullptr);
    /// Ends the group without waiting for it: SIGTERM, then SIGKILL, with capture after 1 s; also when the program ends
    /// meanwhile.
    ~ComposeRun() override;

    void start();
    void cancel();
    bool isRunning() const { return m_process->state() != QProcess::NotRunning || m_lingering.isActive(); }
    /// Time from SIGINT to SIGTERM, and from SIGTERM to SIGKILL; 10 s and 5 s unless set.
    void setGrace(int interruptMs, int terminateMs);

    int exitCode() const { return m_exitCode; }
    bool succeeded() const { return m_end == End::Exited && m_exitCode == 0; }
    /// What was captured, at most 16 MiB.
    const QByteArray &standardOutput() const { return m_captured; }
    bool failedToStart() const { return m_end == End::FailedToStart; }
    /// The last 64 KiB of everything that was emitted, or why the program could not be started.
    const QString &tail() const { return m_tail; }

Q_SIGNALS:
    /// Plain text, see ComposeOutput; at most 64 KiB at a time.
    void output(const QString &text);
    void finished(Gantry::ComposeRun::End end);

private:
    void readSlice();
    void escalate();
    void onProcessFinished(int code, QProcess::ExitStatus status);
    void checkGroup();
    void end(End how);
    void emitOutput(const QByteArray &bytes);
    bool signalGroup(int number) const;

    ComposeInvocation m_invocation;
    bool m_capture;
    QProcess *m_process;
    qint64 m_group = 0;
    ComposeOutput m_text;
    QByteArray m_captured;
    QString m_tail;
    QTimer m_slice;
    QTimer m_escalation;
    QTimer m_lingering; ///< polls for processes of the group that outlive the first one
    int m_interruptMs = 10000;
    int m_terminateMs = 5000;
    int m_signalsSent = 0;
    int m_exitCode = -1;
    End m_end = End::FailedToStart;
    bool m_ended = false;
};

} // namespace Gantry
