// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/event.h"
#include "engine/logbuffer.h"

#include <QDateTime>
#include <QObject>
#include <QString>

namespace Gantry {

/// A log that is being read into a buffer: of one container, or of several.
class ReadLog : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,
        Opening,
        Following,
        Ended, ///< the container stopped, or the engine ended the log
        Failed, ///< see problem()
    };
    Q_ENUM(State)

    /// Where reading begins.
    struct Beginning
    {
        int tail = -1; ///< last lines of each container; -1 for all
        QDateTime since{}; ///< invalid for the beginning of the log

        friend bool operator==(const Beginning &, const Beginning &) = default;
    };

    using QObject::QObject;

    /// Forgets the lines that have ended; reading goes on.
    virtual void clear() = 0;
    /// Stops reading; the lines stay.
    virtual void close() = 0;
    /// An event of a container, in the order of the engine.
    virtual void apply(const EngineEvent &event) = 0;
    /// Whether what was written before is still coming: the engine does not tell where that ends, but it comes much
    /// faster than what follows.
    virtual bool isCatchingUp() const = 0;
    /// Whether the lines before the oldest one were left out because of their number.
    virtual bool isTail() const = 0;

    const LogBuffer &buffer() const { return m_buffer; }
    State state() const { return m_state; }
    /// Why reading failed, one sentence.
    const QString &problem() const { return m_problem; }
    /// Whether lines before the oldest one were or may have been left out.
    bool isPart() const { return isTail() || m_beginning.since.isValid() || m_clearTime.isValid(); }
    const Beginning &beginning() const { return m_beginning; }
    /// When clear() was called since reading began; else invalid.
    const QDateTime &clearTime() const { return m_clearTime; }

Q_SIGNALS:
    /// All lines were forgotten: those that follow are others, with the same numbers.
    void begunAnew();
    /// Lines came or went, or isCatchingUp() ended; once a frame at most.
    void linesChanged();
    void stateChanged();

protected:
    void setState(State state)
    {
        if (m_state == state)
            return;
        m_state = state;
        Q_EMIT stateChanged();
    }

    LogBuffer m_buffer;
    Beginning m_beginning;
    QDateTime m_clearTime;
    QString m_problem;

private:
    State m_state = State::Closed;
};

} // namespace Gantry
