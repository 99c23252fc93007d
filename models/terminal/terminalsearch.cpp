// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalsearch.h"

#include "terminal/terminalscreen.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int sliceMs = 4;
constexpr int mostInLine = 1000;
/// Of a line of very many rows, which is read in parts, each with the end of the one before.
constexpr int rowsBefore = 8;

} // namespace

TerminalSearch::TerminalSearch(QObject *parent)
    : QObject(parent)
{
    m_slice.setSingleShot(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &TerminalSearch::step);
}

void TerminalSearch::setScreen(const TerminalScreen *screen)
{
    m_screen = screen;
    restart();
}

void TerminalSearch::setPattern(const LogPattern &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    m_compiled = pattern.isEmpty() ? QRegularExpression() : pattern.compiled();
    restart();
}

QString TerminalSearch::problem() const
{
    return m_pattern.isEmpty() || m_compiled.isValid() ? QString() : m_compiled.errorString();
}

void TerminalSearch::restart()
{
    m_matches.clear();
    m_next = m_again = m_screen ? m_screen->firstLine() : 0;
    update();
    Q_EMIT changed();
}

void TerminalSearch::update()
{
    if (!m_screen || m_pattern.isEmpty() || !m_compiled.isValid())
        return;
    const qint64 first = m_screen->firstLine();
    while (!m_matches.empty() && m_matches.front().from.line < first)
        m_matches.pop_front();
    m_next = std::max(m_next, first);
    while (!m_matches.empty() && m_matches.back().from.line >= std::min(m_next, m_screen->screenLine()))
        m_matches.pop_back();
    m_again = m_next = std::min(m_next, m_screen->screenLine());
    m_slice.start();
}

void TerminalSearch::step()
{
    if (!m_screen)
        return;
    QElapsedTimer timer;
    timer.start();
    // The screen may have been fed since the last slice, but never without update(), which begins again with it.
    while (m_again < m_screen->endLine() && timer.elapsed() < sliceMs) {
        const qint64 after = searchLine(m_again);
        m_again = after;
        if (after <= m_screen->screenLine())
            m_next = after;
    }
    if (m_again < m_screen->endLine())
        m_slice.start();
    Q_EMIT changed();
}

qint64 TerminalSearch::searchLine(qint64 line)
{
    const TerminalText text = TerminalText::of(*m_screen, line, rowsBefore);
    const QList<LogPattern::Place> places = LogPattern::places(m_compiled, text.text(), mostInLine);
    for (const LogPattern::Place &place : places) {
        const TerminalPlace last = text.place(place.start + place.length - 1);
        if (last.line < line)
            continue; // found with the part before
        Match match{text.place(place.start), last};
        ++match.to.column;
        m_matches.push_back(match);
        if (m_matches.size() > MostMatches)
            m_matches.pop_front();
    }
    return text.lastLine() + 1;
}

} // namespace Gantry
