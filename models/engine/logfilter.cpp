// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logfilter.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Gantry {

namespace {

/// What is looked through before the window gets its turn.
constexpr qint64 LinesAtOnce = 500'000;

} // namespace

LogFilter::LogFilter(const LogBuffer *buffer, QObject *parent)
    : QObject(parent)
    , m_buffer(buffer)
    , m_matches(buffer)
{
    connect(&m_matches, &LogMatches::changed, this, &LogFilter::follow);
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &LogFilter::follow);
}

void LogFilter::setChoice(const Choice &choice)
{
    m_choice = choice;
    restart();
    m_matches.setPattern(choice.pattern);
    follow();
    Q_EMIT changed();
}

void LogFilter::update()
{
    if (!isActive()) {
        Q_EMIT changed();
        return;
    }
    if (m_buffer->endLine() < m_doneTo) // cleared
        restart();
    m_shown.eraseBefore(m_buffer->firstLine());
    followCovered();
    m_matches.update();
    follow();
}

qint64 LogFilter::rows() const
{
    return isActive() ? qint64(m_shown.size())
                      : m_buffer->endLine() - m_buffer->firstLine() - qint64(m_buffer->coveredLines().size());
}

qint64 LogFilter::line(qint64 row) const
{
    if (isActive())
        return m_shown[size_t(row)];
    // Past as many covered lines as there are before it.
    const LineNumbers &covered = m_buffer->coveredLines();
    const qint64 first = m_buffer->firstLine();
    size_t low = 0;
    for (size_t high = covered.size(); low < high;) {
        const size_t middle = low + (high - low) / 2;
        if (covered[middle] - first - qint64(middle) <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return first + row + qint64(low);
}

qint64 LogFilter::row(qint64 line) const
{
    if (!isActive()) {
        const LineNumbers &covered = m_buffer->coveredLines();
        const auto before = std::lower_bound(covered.begin(), covered.end(), line) - covered.begin();
        return std::clamp<qint64>(line - m_buffer->firstLine() - before, 0, rows());
    }
    return std::lower_bound(m_shown.begin(), m_shown.end(), line) - m_shown.begin();
}

qint64 LogFilter::next(const LineNumbers &lines, qint64 line, bool forward) const
{
    const qint64 found = forward ? nextShown(lines, line) : previousShown(lines, line);
    if (found >= 0)
        return found;
    return forward ? nextShown(lines, m_buffer->firstLine() - 1) : previousShown(lines, m_buffer->endLine());
}

qint64 LogFilter::nextShown(const LineNumbers &lines, qint64 line) const
{
    const qint64 count = rows();
    auto at = std::upper_bound(lines.begin(), lines.end(), line);
    while (at != lines.end()) {
        const qint64 near = row(*at);
        if (near >= count)
            break;
        const qint64 shown = this->line(near);
        if (shown == *at)
            return shown;
        at = std::lower_bound(at, lines.end(), shown);
    }
    return -1;
}

qint64 LogFilter::previousShown(const LineNumbers &lines, qint64 line) const
{
    const qint64 count = rows();
    auto end = std::lower_bound(lines.begin(), lines.end(), line);
    while (end != lines.begin()) {
        const qint64 wanted = *std::prev(end);
        const qint64 near = row(wanted);
        if (near < count && this->line(near) == wanted)
            return wanted;
        if (near == 0)
            break;
        end = std::upper_bound(lines.begin(), end, this->line(near - 1));
    }
    return -1;
}

void LogFilter::restart()
{
    m_more.stop();
    m_shown.clear();
    m_doneTo = m_wantedTo = m_buffer->firstLine();
    m_coveredTo = -1;
    followCovered();
}

void LogFilter::followCovered()
{
    const LineNumbers &covered = m_buffer->coveredLines();
    const auto next = std::upper_bound(covered.begin(), covered.end(), m_coveredTo);
    if (next == covered.end())
        return;
    m_coveredTo = covered.back();
    if (*next >= m_doneTo)
        return;
    m_doneTo = *next;
    m_wantedTo = std::min(m_wantedTo, m_doneTo + m_choice.context);
    while (!m_shown.empty() && m_shown.back() >= m_doneTo)
        m_shown.pop_back();
}

void LogFilter::follow()
{
    if (!isActive())
        return;
    const qint64 end = hasPattern() ? m_matches.completeTo() : m_buffer->endedLine();
    const qint64 begin = std::max(m_doneTo, m_buffer->firstLine());
    if (end <= begin)
        return;
    const qint64 soFar = std::min(end, begin + LinesAtOnce);
    m_sources = m_choice.hidden.isEmpty() ? std::vector<quint16>() : m_buffer->sources(begin, qsizetype(soFar - begin));
    m_doneTo = begin;
    show(begin, std::min(m_wantedTo, soFar));
    const std::vector<qint64> &notes = m_buffer->noteLines();
    auto note = std::lower_bound(notes.begin(), notes.end(), begin);
    for (const qint64 line : candidates(begin, soFar)) {
        for (; note != notes.end() && *note < line; ++note)
            showAround(*note, 0, soFar);
        const bool isNote = note != notes.end() && *note == line;
        showAround(line, isNote ? 0 : m_choice.context, soFar);
    }
    for (; note != notes.end() && *note < soFar; ++note)
        showAround(*note, 0, soFar);
    m_doneTo = soFar;
    m_sources.clear();
    if (soFar < end)
        m_more.start();
    Q_EMIT changed();
}

std::vector<qint64> LogFilter::candidates(qint64 begin, qint64 end) const
{
    std::vector<qint64> fitting;
    if (hasPattern()) {
        const LineNumbers &matches = m_matches.lines();
        auto match = std::lower_bound(matches.begin(), matches.end(), begin);
        if (!m_choice.inverted) {
            fitting.assign(match, std::lower_bound(match, matches.end(), end));
        } else {
            for (qint64 line = begin; line < end; ++line) {
                if (match != matches.end() && *match == line)
                    ++match;
                else
                    fitting.push_back(line);
            }
        }
    }
    if (m_choice.least != LogLevel::Kind::None) {
        const std::vector<qint64> enough = serious(begin, end);
        if (!hasPattern())
            return enough;
        std::vector<qint64> both;
        std::set_intersection(fitting.begin(), fitting.end(), enough.begin(), enough.end(), std::back_inserter(both));
        return both;
    }
    if (!hasPattern()) {
        for (qint64 line = begin; line < end; ++line) {
            if (!isHidden(line))
                fitting.push_back(line);
        }
    }
    return fitting;
}

std::vector<qint64> LogFilter::serious(qint64 begin, qint64 end) const
{
    const auto within = [begin, end](const LineNumbers &lines) {
        return std::pair(std::lower_bound(lines.begin(), lines.end(), begin),
                         std::lower_bound(lines.begin(), lines.end(), end));
    };
    const auto [firstError, lastError] = within(m_buffer->errorLines());
    if (m_choice.least == LogLevel::Kind::Error)
        return {firstError, lastError};
    const auto [firstWarning, lastWarning] = within(m_buffer->warningLines());
    std::vector<qint64> both;
    std::merge(firstError, lastError, firstWarning, lastWarning, std::back_inserter(both));
    return both;
}

bool LogFilter::isHidden(qint64 line) const
{
    const qint64 index = line - m_doneTo;
    if (m_choice.hidden.isEmpty())
        return false;
    const bool isKnown = index >= 0 && index < qint64(m_sources.size());
    return m_choice.hidden.contains(isKnown ? m_sources[size_t(index)] : m_buffer->source(line));
}

bool LogFilter::isCovered(qint64 line) const
{
    const LineNumbers &covered = m_buffer->coveredLines();
    return !covered.empty() && std::binary_search(covered.begin(), covered.end(), line);
}

void LogFilter::showAround(qint64 line, int context, qint64 end)
{
    if (isHidden(line) || isCovered(line))
        return;
    show(std::max(line - context, m_buffer->firstLine()), std::min(line + context + 1, end));
    m_wantedTo = std::max(m_wantedTo, line + context + 1);
}

void LogFilter::show(qint64 begin, qint64 end)
{
    if (!m_shown.empty() && m_shown.back() >= end - 1)
        return; // by what came before it
    // A note may stand there already, without the lines before it.
    while (!m_shown.empty() && m_shown.back() >= begin)
        m_shown.pop_back();
    for (qint64 line = begin; line < end; ++line) {
        if (!isHidden(line) && !isCovered(line))
            m_shown.push_back(line);
    }
}

} // namespace Gantry
