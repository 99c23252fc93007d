// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runexec.h"

#include "engine/onanswer.h"

#include <QTimer>

namespace Gantry {

namespace {

/// The engine may still call an exec running for a moment after its output has ended.
constexpr int mostQuestions = 12;

} // namespace

RunExec::RunExec(EngineClient *client, const QString &containerId, const ExecConfig &config, qsizetype limit)
    : QObject(client)
    , m_client(client)
    , m_command(config.command.value(0))
    , m_attachStdin(config.attachStdin)
    , m_limit(limit)
{
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, &QObject::deleteLater);
    m_watcher.setFuture(m_answer.future());
    onAnswer<EngineError>(
        m_client->createExec(containerId, config), this, [this](const QString &execId) { begin(execId); },
        [this](const EngineError &error) { fail(error); });
}

void RunExec::begin(const QString &execId)
{
    m_execId = execId;
    m_stream = m_client->startExec(execId, false, this);
    if (m_attachStdin)
        m_stream->closeInput();
    connect(m_stream, &ExecStream::output, this, [this](const QByteArray &bytes) { append(&m_result.output, bytes); });
    connect(m_stream, &ExecStream::errorOutput, this,
            [this](const QByteArray &bytes) { append(&m_result.errorOutput, bytes); });
    connect(m_stream, &EngineStream::finished, this, &RunExec::askForExitCode);
    connect(m_stream, &EngineStream::failed, this, &RunExec::fail);
}

void RunExec::append(QByteArray *to, const QByteArray &bytes)
{
    *to += bytes;
    if (m_result.output.size() + m_result.errorOutput.size() > m_limit) {
        m_stream->cancel();
        fail(EngineError(EngineError::Kind::Protocol, tr("run %1 in the container").arg(m_command),
                         tr("it writes more than %n MiB", nullptr, int(m_limit / (1024 * 1024)))));
    }
}

void RunExec::askForExitCode()
{
    onAnswer<EngineError>(
        m_client->inspectExec(m_execId), this,
        [this](const ExecDetails &details) {
            if (details.exitCode) {
                m_result.exitCode = *details.exitCode;
                m_answer.succeed(m_result);
                deleteLater();
            } else if (++m_asked < mostQuestions) {
                QTimer::singleShot(10 << std::min(m_asked, 6), this, &RunExec::askForExitCode);
            } else {
                fail(EngineError(EngineError::Kind::Protocol, tr("run %1 in the container").arg(m_command),
                                 tr("the engine does not tell the exit code")));
            }
        },
        [this](const EngineError &error) { fail(error); });
}

void RunExec::fail(const EngineError &error)
{
    m_answer.fail(error);
    deleteLater();
}

} // namespace Gantry
