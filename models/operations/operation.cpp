// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operation.h"

#include "operations/shellline.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype outputLimit = 1024 * 1024;

/// "docker stop web" of "docker -H unix:///x stop web", "docker-compose up" of "env DOCKER_HOST=x docker-compose up".
QStringList withoutAddress(QStringList command)
{
    const QString second = command.value(1);
    if (command.value(0) == "env"_L1 && second.contains("_HOST="_L1))
        command.remove(0, 2);
    else if (second == "-H"_L1 || second == "--url"_L1)
        command.remove(1, std::min<qsizetype>(2, command.size() - 1));
    return command;
}

} // namespace

Operation::Operation(QString title, QStringList command, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_command(std::move(command))
{
    m_timer.start();
}

QString Operation::commandLine() const
{
    QStringList lines{shellLine(m_command)};
    for (const QStringList &command : m_following)
        lines << shellLine(command);
    return lines.join(" && "_L1) + redirection();
}

QString Operation::redirection() const
{
    if (m_outputFile.isEmpty())
        return {};
    return " > "_L1 + shellWord(m_outputFile) + (m_errorsToo ? " 2>&1"_L1 : QLatin1String());
}

QString Operation::shortCommandLine() const
{
    QStringList lines{shellLine(withoutAddress(m_command))};
    for (const QStringList &command : m_following)
        lines << shellLine(withoutAddress(command));
    return lines.join(" && "_L1) + redirection();
}

qint64 Operation::elapsed() const
{
    return isRunning() ? m_timer.elapsed() : m_duration;
}

void Operation::setCanceller(std::function<void()> canceller)
{
    m_canceller = std::move(canceller);
    Q_EMIT changed();
}

void Operation::setRetry(std::function<void()> retry)
{
    m_retry = std::move(retry);
    Q_EMIT changed();
}

void Operation::cancel()
{
    if (m_state != State::Running || !m_canceller)
        return;
    m_state = State::Cancelling;
    Q_EMIT changed();
    // A copy, because the operation may end, and drop its canceller, in the middle of the call.
    const std::function<void()> canceller = m_canceller;
    canceller();
}

void Operation::retry()
{
    if (!canRetry())
        return;
    const std::function<void()> again = m_retry;
    again();
}

void Operation::setProgress(int percent, const QString &phase)
{
    if (!isRunning())
        return;
    percent = std::clamp(percent, -1, 100);
    if (percent == m_percent && phase == m_phase)
        return;
    m_percent = percent;
    m_phase = phase;
    Q_EMIT changed();
}

void Operation::setAsking(bool asking)
{
    if (m_asking == asking)
        return;
    m_asking = asking;
    Q_EMIT askingChanged();
}

void Operation::restartClock()
{
    m_started = QDateTime::currentDateTime();
    m_timer.start();
    Q_EMIT changed();
}

void Operation::appendOutput(const QString &text)
{
    if (text.isEmpty())
        return;
    m_output += text;
    // Cut with some slack, so that a long output is not moved for every line.
    if (m_output.size() > outputLimit + outputLimit / 4)
        m_output.remove(0, m_output.size() - outputLimit);
    Q_EMIT outputAppended(text);
}

void Operation::succeed()
{
    end(State::Succeeded);
}

void Operation::fail(const Failure &failure)
{
    if (!isRunning())
        return;
    m_failure = failure;
    if (m_failure.fact.isEmpty())
        m_failure.fact = tr("%1 failed.", "title of an operation").arg(m_title);
    end(State::Failed);
}

void Operation::setCancelled()
{
    end(State::Cancelled);
}

void Operation::end(State state)
{
    if (!isRunning())
        return;
    m_duration = m_timer.elapsed();
    m_state = state;
    if (state == State::Succeeded)
        m_percent = 100;
    m_canceller = nullptr;
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace Gantry
