// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logmatches.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace Gantry {

/// Which lines of a LogBuffer are shown, as rows: all, or those in which a pattern occurs, or those in which it does
/// not, and that are serious enough, with lines around them; of them those whose sources are not hidden. Our own notes
/// are shown like lines of their source that fit, and LogBuffer::coveredLines() never.
class LogFilter : public QObject
{
    Q_OBJECT

public:
    struct Choice
    {
        LogPattern pattern; ///< empty for all lines
        bool inverted = false;
        int context = 0; ///< lines before and after each
        LogLevel::Kind least = LogLevel::Kind::None; ///< Warning or Error; None for lines of any level
        QSet<quint16> hidden{}; ///< sources (LogBuffer::source())

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    /// \a buffer is not owned and must outlive this.
    explicit LogFilter(const LogBuffer *buffer, QObject *parent = nullptr);

    void setChoice(const Choice &choice);
    const Choice &choice() const { return m_choice; }
    /// Whether lines are left out.
    bool isActive() const
    {
        return hasPattern() || m_choice.least != LogLevel::Kind::None || !m_choice.hidden.isEmpty();
    }
    bool isRunning() const { return m_matches.isRunning(); }
    QString problem() const { return m_matches.problem(); }
    /// The buffer got lines, lost old ones or was cleared.
    void update();

    /// The lines of the rows, in order; only while isActive().
    const LineNumbers &lines() const { return m_shown; }
    qint64 rows() const;
    /// \a row lies in [0, rows()).
    qint64 line(qint64 row) const;
    /// The first row whose line is \a line or a later one; rows() when there is none.
    qint64 row(qint64 line) const;
    /// Of \a lines in order, the nearest that is shown after (before) \a line, going round at the end; -1 for none.
    qint64 next(const LineNumbers &lines, qint64 line, bool forward) const;

Q_SIGNALS:
    /// Rows came or went.
    void changed();

private:
    bool hasPattern() const { return !m_choice.pattern.isEmpty() && m_matches.problem().isEmpty(); }
    void follow();
    void restart();
    /// Lines that are shown already were written over: begins again with the first of them.
    void followCovered();
    bool isCovered(qint64 line) const;
    std::vector<qint64> candidates(qint64 begin, qint64 end) const;
    std::vector<qint64> serious(qint64 begin, qint64 end) const;
    bool isHidden(qint64 line) const;
    qint64 nextShown(const LineNumbers &lines, qint64 line) const;
    qint64 previousShown(const LineNumbers &lines, qint64 line) const;
    void showAround(qint64 line, int context, qint64 end);
    void show(qint64 begin, qint64 end);

    const LogBuffer *m_buffer;
    Choice m_choice;
    LogMatches m_matches;
    LineNumbers m_shown;
    qint64 m_doneTo = 0; ///< lines before it are in m_shown or left out
    qint64 m_coveredTo = -1; ///< of the covered lines the last one that is known
    qint64 m_wantedTo = 0; ///< lines before it are shown as the context of an earlier one
    std::vector<quint16> m_sources; ///< of the lines from m_doneTo on, while they are looked through
    QTimer m_more;
};

} // namespace Gantry
