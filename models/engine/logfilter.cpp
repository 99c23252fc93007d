// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logfilter.h"

#include <algorithm>

namespace Gantry {

LogFilter::LogFilter(const LogBuffer *buffer, QObject *parent)
    : QObject(parent)
    , m_buffer(buffer)
    , m_matches(buffer)
{
    connect(&m_matches, &LogMatches::changed, this, &LogFilter::follow);
}

void LogFilter::setChoice(const Choice &choice)
{
    m_choice = choice;
    restart();
    m_matches.setPattern(choice.pattern);
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
    m_shown.erase(m_shown.begin(), std::lower_bound(m_shown.begin(), m_shown.end(), m_buffer->firstLine()));
    m_matches.update();
    follow();
}

qint64 LogFilter::rows() const
{
    return isActive() ? qint64(m_shown.size()) : m_buffer->endLine() - m_buffer->firstLine();
}

qint64 LogFilter::line(qint64 row) const
{
    return isActive() ? m_shown[size_t(row)] : m_buffer->firstLine() + row;
}

qint64 LogFilter::row(qint64 line) const
{
    if (!isActive())
        return std::clamp<qint64>(line - m_buffer->firstLine(), 0, rows());
    return std::lower_bound(m_shown.begin(), m_shown.end(), line) - m_shown.begin();
}

void LogFilter::restart()
{
    m_shown.clear();
    m_doneTo = m_wantedTo = m_buffer->firstLine();
}

void LogFilter::follow()
{
    const qint64 end = m_matches.completeTo();
    const qint64 begin = std::max(m_doneTo, m_buffer->firstLine());
    if (!isActive() || end <= begin)
        return;
    show(begin, std::min(m_wantedTo, end));
    const std::vector<qint64> &matches = m_matches.lines();
    auto match = std::lower_bound(matches.begin(), matches.end(), begin);
    if (m_choice.inverted) {
        for (qint64 line = begin; line < end; ++line) {
            if (match != matches.end() && *match == line)
                ++match;
            else
                showAround(line, m_choice.context, end);
        }
    } else {
        const std::vector<qint64> &notes = m_buffer->noteLines();
        auto note = std::lower_bound(notes.begin(), notes.end(), begin);
        while ((match != matches.end() && *match < end) || (note != notes.end() && *note < end)) {
            const bool isMatch = note == notes.end() || (match != matches.end() && *match < *note);
            if (isMatch)
                showAround(*match++, m_choice.context, end);
            else
                showAround(*note++, 0, end);
        }
    }
    m_doneTo = end;
    Q_EMIT changed();
}

void LogFilter::showAround(qint64 line, int context, qint64 end)
{
    show(std::max(line - context, m_buffer->firstLine()), std::min(line + context + 1, end));
    m_wantedTo = std::max(m_wantedTo, line + context + 1);
}

void LogFilter::show(qint64 begin, qint64 end)
{
    for (qint64 line = m_shown.empty() ? begin : std::max(begin, m_shown.back() + 1); line < end; ++line)
        m_shown.push_back(line);
}

} // namespace Gantry
