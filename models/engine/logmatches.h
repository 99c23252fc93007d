// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logbuffer.h"
#include "engine/logpattern.h"
#include "engine/logsearch.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <deque>
#include <memory>

class QThreadPool;

namespace Gantry {

/// The lines of a LogBuffer in which a pattern occurs: all of them, counted, and kept up with lines that come and go.
/// Looks for them in threads, a block of lines each. Our own notes and lines that have not ended are not looked at.
class LogMatches : public QObject
{
    Q_OBJECT

public:
    /// What is counted: the lines alone take less time, and memory.
    enum class Count { Lines, All };

    /// \a buffer is not owned and must outlive this.
    explicit LogMatches(const LogBuffer *buffer, Count count = Count::Lines, QObject *parent = nullptr);
    /// Does not wait for what is under way: that ends by itself.
    ~LogMatches() override;

    /// Begins anew, also for the same pattern. An empty one occurs nowhere.
    void setPattern(const LogPattern &pattern);
    const LogPattern &pattern() const { return m_pattern; }
    /// The pattern as it is looked for.
    const QRegularExpression &compiled() const { return m_compiled; }
    /// Why the pattern cannot be looked for; empty when it can.
    QString problem() const;
    /// The buffer got lines, lost old ones or was cleared.
    void update();

    /// Whether lines are left to look at.
    bool isRunning() const { return m_blocks > 0; }
    /// In order, each between firstLine() and endLine() of the buffer as it was at the last update(). Complete up to
    /// where blocks have come back without a gap.
    const LineNumbers &lines() const { return m_lines; }
    /// Lines before it have been looked at, all of them.
    qint64 completeTo() const { return m_completeTo; }
    /// Whether \a line is one of lines().
    bool has(qint64 line) const;
    /// How many there are, where all are counted; else how many lines have it. Empty ones count as one a line.
    qint64 count() const;
    /// How many of them are in lines before \a line.
    qint64 countBefore(qint64 line) const;

Q_SIGNALS:
    /// lines() or isRunning() is another.
    void changed();

private:
    struct Found
    {
        qint64 firstLine = 0;
        qint64 endLine = 0;
        LogSearch::Found inBlock; ///< lines counted from the first
    };

    /// A line that has it more than once.
    struct Further
    {
        qint64 line = 0;
        qint64 upTo = 0; ///< all but the first of their line, up to this line and since the pattern was set
    };

    /// Whom the threads tell what they found, as long as it is there.
    struct Receiver;

    void take(int generation, int number, const Found &found);
    void add(const Found &found);
    void forgetBefore(qint64 line);
    void clear();
    qint64 furtherBefore(std::deque<Further>::const_iterator end) const;

    const LogBuffer *m_buffer;
    Count m_count;
    LogPattern m_pattern;
    QRegularExpression m_compiled;
    LineNumbers m_lines;
    std::deque<Further> m_further; ///< in order
    qint64 m_furtherGone = 0; ///< those up to the last line that was forgotten
    QHash<int, Found> m_ahead; ///< of blocks whose predecessors are under way, by number
    qint64 m_searchedTo = 0; ///< the first line that is in no block yet
    qint64 m_completeTo = 0;
    int m_generation = 0;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< for the searches of this generation
    int m_nextBlock = 0; ///< number of the next block to be sent
    int m_nextTaken = 0; ///< and of the next to be taken
    int m_blocks = 0; ///< under way
    std::shared_ptr<Receiver> m_receiver;
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace Gantry
