// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logpattern.h"
#include "terminal/terminaltext.h"

#include <QObject>
#include <QTimer>

#include <deque>

namespace Gantry {

/// Finds a pattern in the lines of a terminal and keeps up with it, in slices of a few milliseconds.
class TerminalSearch : public QObject
{
    Q_OBJECT

public:
    struct Match
    {
        TerminalPlace from;
        TerminalPlace to; ///< after its end
    };

    explicit TerminalSearch(QObject *parent = nullptr);

    /// Not owned; null for none.
    void setScreen(const TerminalScreen *screen);
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    /// Why the pattern is no regular expression; empty if it is.
    QString problem() const;
    /// The screen's content is another one.
    void update();

    /// In the order of the text; the newest MostMatches.
    const std::deque<Match> &matches() const { return m_matches; }
    bool isRunning() const { return m_slice.isActive(); }

    static constexpr std::size_t MostMatches = 100'000;

Q_SIGNALS:
    void changed();

private:
    void restart();
    void step();
    /// Answers the first line after the one that was looked at.
    qint64 searchLine(qint64 line);

    const TerminalScreen *m_screen = nullptr;
    LogPattern m_pattern;
    QRegularExpression m_compiled;
    std::deque<Match> m_matches;
    qint64 m_next = 0; ///< the first line that has not been looked at since it left the screen
    qint64 m_again = 0; ///< matches from there on are found anew
    QTimer m_slice;
};

} // namespace Gantry
