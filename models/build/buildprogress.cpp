// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildprogress.h"

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr qsizetype mostOutput = 256 * 1024;

} // namespace

int BuildProgress::failedStep() const
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].state == BuildStep::State::Failed)
            return i;
    }
    return -1;
}

int BuildProgress::runningStep() const
{
    for (int i = int(m_steps.size()) - 1; i >= 0; --i) {
        if (m_steps[i].state == BuildStep::State::Running)
            return i;
    }
    return -1;
}

int BuildProgress::endedSteps() const
{
    return int(std::count_if(m_steps.cbegin(), m_steps.cend(),
                             [](const BuildStep &step) { return step.line > 0 && step.hasEnded(); }));
}

int BuildProgress::allSteps() const
{
    const auto seen
        = std::count_if(m_steps.cbegin(), m_steps.cend(), [](const BuildStep &step) { return step.line > 0; });
    return std::max(m_total, int(seen));
}

QList<int> BuildProgress::takeChanged()
{
    QList<int> changed(m_changed.cbegin(), m_changed.cend());
    m_changed.clear();
    std::sort(changed.begin(), changed.end());
    return changed;
}

QString BuildProgress::takeText()
{
    return std::exchange(m_text, {});
}

int BuildProgress::step(const QString &key)
{
    if (const auto it = m_index.constFind(key); it != m_index.constEnd())
        return *it;
    const int index = int(m_steps.size());
    m_steps.append(BuildStep());
    m_steps.last().key = key;
    m_index.insert(key, index);
    m_changed.insert(index);
    return index;
}

BuildStep &BuildProgress::change(int index)
{
    m_changed.insert(index);
    return m_steps[index];
}

void BuildProgress::start(int index)
{
    BuildStep &step = change(index);
    step.state = BuildStep::State::Running;
    m_clocks[index].start();
}

void BuildProgress::end(int index, BuildStep::State state, qint64 duration)
{
    BuildStep &step = change(index);
    if (duration < 0 && m_clocks.contains(index))
        duration = m_clocks[index].elapsed();
    step.state = state;
    step.duration = duration;
}

void BuildProgress::fail(int index, const QString &problem, qint64 duration)
{
    change(index).problem = problem;
    end(index, BuildStep::State::Failed, duration);
}

void BuildProgress::addOutput(int index, const QString &text)
{
    QString &output = change(index).output;
    output += text;
    if (output.size() > mostOutput + mostOutput / 4)
        output.remove(0, output.size() - mostOutput);
    say(text);
}

void BuildProgress::place(int index, const DockerInstruction *instruction)
{
    if (!instruction)
        return;
    BuildStep &step = change(index);
    step.line = instruction->line;
    step.lastLine = instruction->lastLine;
}

void BuildProgress::sayLine(const QString &line)
{
    if (!line.isEmpty())
        say(line + u'\n');
}

void BuildProgress::finish(bool succeeded, bool cancelled)
{
    using State = BuildStep::State;
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].state == State::Running)
            end(i, cancelled ? State::Cancelled : succeeded ? State::Done : State::Failed);
    }
    if (!succeeded && !cancelled && failedStep() >= 0 && m_steps[failedStep()].problem.isEmpty())
        change(failedStep()).problem = m_problem;
}

} // namespace Gantry
