// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/engineclient.h"

#include <QFutureWatcher>
#include <QObject>

namespace Gantry {

/// One short command in a container from create to exit code: EngineClient::runExec(). Deletes itself.
class RunExec : public QObject
{
    Q_OBJECT

public:
    /// The command may write \a limit bytes.
    RunExec(EngineClient *client, const QString &containerId, const ExecConfig &config, qsizetype limit);
    QFuture<ExecResult> future() const { return m_answer.future(); }

private:
    void begin(const QString &execId);
    void append(QByteArray *to, const QByteArray &bytes);
    void askForExitCode();
    void fail(const EngineError &error);

    EngineClient *m_client;
    Answer<ExecResult> m_answer;
    QFutureWatcher<ExecResult> m_watcher;
    ExecStream *m_stream = nullptr;
    QString m_execId;
    QString m_command;
    bool m_attachStdin;
    qsizetype m_limit;
    ExecResult m_result;
    int m_asked = 0;
};

} // namespace Gantry
