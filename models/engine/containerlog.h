// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "engine/event.h"
#include "engine/logbuffer.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace Gantry {

/// The log of one container over its lives: reads the stream into a buffer, says in it when the container ended and
/// goes on when it starts again. A fast container is held back, so that whoever shows the lines keeps its frame rate.
class ContainerLog : public QObject
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
        int tail = -1; ///< last lines; -1 for all
        QDateTime since{}; ///< invalid for the beginning of the log
    };

    struct Source
    {
        QString container; ///< its id
        /// Opens the log (EngineClient::logs); may answer null when there is no engine.
        std::function<LogStream *(const EngineClient::LogOptions &options, QObject *parent)> open;
        bool tty = false;
        /// Of a container that does not run.
        std::optional<int> exitCode;
        /// When its last life began (ContainerDetails::lastLifeBegins()); invalid where that is not known.
        QDateTime lifeBegins{};
    };

    explicit ContainerLog(QObject *parent = nullptr);
    ~ContainerLog() override;

    /// Forgets what was read and reads from \a beginning on, then follows. Where the log cannot be opened, what was
    /// read of the same container stays.
    void open(const Source &source, const Beginning &beginning);
    /// Reads the log of the container that took the place of the one before, after the lines of that one.
    void goOn(const Source &source, const Beginning &beginning);
    /// Forgets the lines that have ended; reading goes on.
    void clear();
    /// Stops reading; the lines stay.
    void close();
    /// An event of this container, in the order of the engine.
    void apply(const EngineEvent &event);

    const LogBuffer &buffer() const { return m_buffer; }
    State state() const { return m_state; }
    /// Whether what the container wrote before is still coming: the engine does not tell where that ends, but it comes
    /// much faster than what follows.
    bool isCatchingUp() const { return m_catchUp.isActive(); }
    /// Why reading failed, one sentence.
    const QString &problem() const { return m_problem; }
    /// Whether the lines before the oldest one were left out by open() because of their number.
    bool isTail() const { return m_beginning.tail >= 0 && m_buffer.endLine() - m_buffer.notes() >= m_beginning.tail; }
    /// Whether lines before the oldest one were or may have been left out.
    bool isPart() const { return isTail() || m_beginning.since.isValid() || m_clearTime.isValid(); }
    const Beginning &beginning() const { return m_beginning; }
    /// When clear() was called since open(); else invalid.
    const QDateTime &clearTime() const { return m_clearTime; }

    /// What is taken in between two frames at most.
    static constexpr qint64 FrameBytes = 2 * 1024 * 1024;
    static constexpr int FrameMs = 16;
    /// More than so much in so much time is what was written before.
    static constexpr qint64 CatchUpBytes = 512 * 1024;
    static constexpr int CatchUpMs = 500;

Q_SIGNALS:
    /// Lines came or went, or isCatchingUp() ended; once a frame at most.
    void linesChanged();
    void stateChanged();

private:
    LogStream *request(const Beginning &beginning);
    void attach(LogStream *stream);
    void take(LogStream::Channel channel, const QByteArray &bytes);
    void end();
    void fail(const EngineError &error);
    void frame();
    void noteEnd(int exitCode);
    void noteLoss();
    void setState(State state);

    LogBuffer m_buffer;
    Source m_source;
    Beginning m_beginning;
    QDateTime m_clearTime;
    State m_state = State::Closed;
    QString m_problem;
    LogStream *m_stream = nullptr;
    std::optional<int> m_exitCode; ///< told by an event or the source and not yet noted
    QDateTime m_endTime; ///< of the last life
    QDateTime m_restart; ///< the container started again before its old stream ended
    qint64 m_frameBytes = 0;
    QTimer m_frame;
    qint64 m_catchUpBytes = 0;
    QTimer m_catchUp;
    bool m_lossIsNoted = false;
};

} // namespace Gantry
