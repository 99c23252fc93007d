// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logmatches.h"

#include <QObject>

namespace Gantry {

/// Which lines of a LogBuffer are shown, as rows: all, or those in which a pattern occurs, or those in which it does
/// not, with lines around them. Our own notes are always shown.
class LogFilter : public QObject
{
    Q_OBJECT

public:
    struct Choice
    {
        LogPattern pattern; ///< empty for all lines
        bool inverted = false;
        int context = 0; ///< lines before and after each

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    /// \a buffer is not owned and must outlive this.
    explicit LogFilter(const LogBuffer *buffer, QObject *parent = nullptr);

    void setChoice(const Choice &choice);
    const Choice &choice() const { return m_choice; }
    /// Whether lines are left out.
    bool isActive() const { return !m_choice.pattern.isEmpty() && m_matches.problem().isEmpty(); }
    bool isRunning() const { return m_matches.isRunning(); }
    QString problem() const { return m_matches.problem(); }
    /// The buffer got lines, lost old ones or was cleared.
    void update();

    /// The lines of the rows, in order; only while isActive().
    const std::vector<qint64> &lines() const { return m_shown; }
    qint64 rows() const;
    /// \a row lies in [0, rows()).
    qint64 line(qint64 row) const;
    /// The first row whose line is \a line or a later one; rows() when there is none.
    qint64 row(qint64 line) const;

Q_SIGNALS:
    /// Rows came or went.
    void changed();

private:
    void follow();
    void restart();
    void showAround(qint64 line, int context, qint64 end);
    void show(qint64 begin, qint64 end);

    const LogBuffer *m_buffer;
    Choice m_choice;
    LogMatches m_matches;
    std::vector<qint64> m_shown; ///< in order
    qint64 m_doneTo = 0; ///< lines before it are in m_shown or left out
    qint64 m_wantedTo = 0; ///< lines before it are shown as the context of an earlier one
};

} // namespace Gantry
