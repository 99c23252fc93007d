// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logbuffer.h"
#include "engine/logpattern.h"

#include <QHash>
#include <QObject>

#include <atomic>
#include <memory>
#include <vector>

class QThreadPool;

namespace Gantry {

/// The lines of a LogBuffer in which a pattern occurs: all of them, counted, and kept up with lines that come and go.
/// Looks for them in threads, a block of lines each. Our own notes and lines that have not ended are not looked at.
class LogMatches : public QObject
{
    Q_OBJECT

public:
    /// \a buffer is not owned and must outlive this.
    explicit LogMatches(const LogBuffer *buffer, QObject *parent = nullptr);
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
    /// How many lines before \a line have it.
    qint64 countBefore(qint64 line) const;
    /// Of \a lines in order, the nearest after (before) \a line, going round at the end; -1 when there is none.
    static qint64 next(const LineNumbers &lines, qint64 line, bool forward);

Q_SIGNALS:
    /// lines() or isRunning() is another.
    void changed();

private:
    struct Found
    {
        qint64 firstLine = 0;
        qint64 endLine = 0;
        std::vector<quint32> lines; ///< counted from the first
    };

    /// Whom the threads tell what they found, as long as it is there.
    struct Receiver;

    void take(int generation, int number, const Found &found);

    const LogBuffer *m_buffer;
    LogPattern m_pattern;
    QRegularExpression m_compiled;
    LineNumbers m_lines;
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
