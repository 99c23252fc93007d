// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composejob.h"

#include "quoted.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLinesRead = 50;

} // namespace

ComposeJob::ComposeJob(const QList<ComposeInvocation> &invocations, Operation *operation, QObject *parent)
    : QObject(parent)
    , m_invocations(invocations)
    , m_operation(operation)
{
    connect(operation, &Operation::finished, this, &QObject::deleteLater);
    connect(operation, &QObject::destroyed, this, &QObject::deleteLater);
    operation->setCanceller([this] {
        m_invocations.clear();
        if (m_run)
            m_run->cancel();
        if (m_operation)
            m_operation->setProgress(-1, tr("Cancelling"));
    });
}

void ComposeJob::start()
{
    next();
}

void ComposeJob::next()
{
    const ComposeInvocation invocation = m_invocations.takeFirst();
    m_programName = invocation.program.shown().join(u' ');
    m_line.clear();
    m_run = new ComposeRun(invocation, false, this);
    connect(m_run, &ComposeRun::output, this, &ComposeJob::onOutput);
    connect(m_run, &ComposeRun::finished, this, &ComposeJob::onFinished);
    m_run->start();
}

void ComposeJob::onOutput(const QString &text)
{
    if (!m_operation)
        return;
    m_operation->appendOutput(text);
    QStringList lines = (m_line + text).split(u'\n');
    m_line = lines.takeLast().right(4096);
    if (m_operation->state() != Operation::State::Running)
        return;
    const qsizetype looked = std::min(lines.size(), mostLinesRead); // of a flood, only the end
    for (auto it = lines.crbegin(); it != lines.crbegin() + looked; ++it) {
        const QString phase = composePhase(*it);
        if (!phase.isEmpty()) {
            m_operation->setProgress(-1, phase);
            break;
        }
    }
}

void ComposeJob::onFinished(ComposeRun::End end)
{
    ComposeRun *run = m_run;
    run->deleteLater();
    if (!m_operation)
        return;
    if (end == ComposeRun::End::Cancelled
        || (m_operation->state() == Operation::State::Cancelling && !run->succeeded())) {
        m_operation->setCancelled();
    } else if (!run->succeeded()) {
        m_operation->fail(failure(m_operation->title(), *run, m_programName));
        Q_EMIT failed();
    } else if (m_invocations.isEmpty()) {
        m_operation->succeed();
    } else {
        next();
    }
}

Failure ComposeJob::failure(const QString &title, const ComposeRun &run, const QString &programName)
{
    const QString words = composeWords(run.tail());
    const QString fact = run.exitCode() >= 0
        ? tr("%1 failed: %2 ended with code %3.").arg(title, programName, QString::number(run.exitCode()))
        : tr("%1 failed: %2 did not run to its end.").arg(title, programName);
    return {fact, quoted(words), composeAdvice(run.tail())};
}

} // namespace Gantry
