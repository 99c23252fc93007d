// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"
#include "engine/readlog.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace Gantry {

/// The log of one container over its lives: reads the stream into a buffer, says in it when the container ended and
/// goes on when it starts again. A fast container is held back, so that whoever shows the lines keeps its frame rate.
class ContainerLog : public ReadLog
{
    Q_OBJECT

public:
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
        /// When its last life ended; invalid where it runs, or that is not known.
        QDateTime lifeEnded{};
        QString opening{}; ///< a line of our own before all others; none where empty
    };

    explicit ContainerLog(QObject *parent = nullptr);
    ~ContainerLog() override;

    /// Forgets what was read and reads from \a beginning on, then follows. Where the log cannot be opened, what was
    /// read of the same container stays.
    void open(const Source &source, const Beginning &beginning);
    /// Reads the log of the container that took the place of the one before, after the lines of that one.
    void goOn(const Source &source, const Beginning &beginning);
    void clear() override;
    void close() override;
    /// An event of this container.
    void apply(const EngineEvent &event) override;
    bool isCatchingUp() const override { return m_catchUp.isActive() || m_catchUpIsHeld; }
    bool isTail() const override
    {
        return m_beginning.tail >= 0 && m_buffer.endLine() - m_buffer.notes() >= m_beginning.tail;
    }

    /// Reads no more until it is let go: for who takes the lines from here.
    void setHeld(bool held);
    /// Lines before \a line were taken.
    void forgetBefore(qint64 line) { m_buffer.dropBefore(line); }

    /// What is taken in between two frames at most.
    static constexpr qint64 FrameBytes = 2 * 1024 * 1024;
    static constexpr int FrameMs = 16;
    /// More than so much in so much time is what was written before.
    static constexpr qint64 CatchUpBytes = 512 * 1024;
    static constexpr int CatchUpMs = 500;

private:
    LogStream *request(const Beginning &beginning);
    void attach(LogStream *stream);
    void take(LogStream::Channel channel, const QByteArray &bytes, bool beginsFrame);
    void end();
    void fail(const EngineError &error);
    void frame();
    void noteEnd(int exitCode);
    void noteLoss();

    Source m_source;
    LogStream *m_stream = nullptr;
    std::optional<int> m_exitCode; ///< told by an event or the source and not yet noted
    QDateTime m_endTime; ///< of the last life
    QDateTime m_restart; ///< the container started again before its old stream ended
    qint64 m_frameBytes = 0;
    QTimer m_frame;
    qint64 m_catchUpBytes = 0;
    QTimer m_catchUp;
    bool m_isHeld = false;
    bool m_catchUpIsHeld = false;
    bool m_lossIsNoted = false;
};

} // namespace Gantry
