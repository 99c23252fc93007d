// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/containerlog.h"

namespace Gantry {

namespace {

// Up to the next millisecond, which is what the log call can be asked for.
QDateTime timeAfter(qint64 nanoseconds)
{
    return QDateTime::fromMSecsSinceEpoch((nanoseconds + 999'999) / 1'000'000).toUTC();
}

/// With the date: the words stay, also when the day is over.
QString wordsOf(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

ContainerLog::ContainerLog(QObject *parent)
    : ReadLog(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(FrameMs);
    connect(&m_frame, &QTimer::timeout, this, &ContainerLog::frame);
    m_catchUp.setSingleShot(true);
    m_catchUp.setInterval(CatchUpMs);
    connect(&m_catchUp, &QTimer::timeout, this, &ContainerLog::linesChanged);
    m_buffer.setTimed(true);
}

ContainerLog::~ContainerLog() = default;

void ContainerLog::open(const Source &source, const Beginning &beginning)
{
    close();
    const bool same = !source.container.isEmpty() && source.container == m_source.container;
    m_source = source;
    LogStream *stream = request(beginning);
    if (stream || !same) {
        m_beginning = beginning;
        m_clearTime = {};
        m_buffer.clear();
        m_lossIsNoted = false;
        Q_EMIT begunAnew();
    } else {
        noteLoss();
    }
    m_exitCode = source.exitCode;
    m_endTime = {};
    m_restart = {};
    if (stream && !source.opening.isEmpty())
        m_buffer.appendNote(source.opening);
    if (stream && source.lifeBegins.isValid())
        m_buffer.setBoundary(source.lifeBegins.toMSecsSinceEpoch() * 1'000'000,
                             tr("container started again at %1").arg(wordsOf(source.lifeBegins)));
    attach(stream);
    Q_EMIT linesChanged();
}

void ContainerLog::goOn(const Source &source, const Beginning &beginning)
{
    close();
    m_source = source;
    m_beginning = beginning;
    m_clearTime = {};
    m_lossIsNoted = false;
    m_exitCode = source.exitCode;
    m_endTime = {};
    m_restart = {};
    m_buffer.endLines();
    m_buffer.setBoundary(0, {});
    if (!m_buffer.isEmpty())
        m_buffer.appendNote(tr("another container took its place"));
    attach(request(beginning));
    Q_EMIT linesChanged();
}

void ContainerLog::clear()
{
    m_buffer.clearEnded();
    m_clearTime = QDateTime::currentDateTimeUtc();
    Q_EMIT begunAnew();
    Q_EMIT linesChanged();
}

void ContainerLog::close()
{
    m_frame.stop();
    m_catchUp.stop();
    m_isHeld = m_catchUpIsHeld = false;
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->cancel();
        m_stream->deleteLater();
        m_stream = nullptr;
    }
    setState(State::Closed);
}

void ContainerLog::apply(const EngineEvent &event)
{
    if (state() == State::Closed)
        return;
    if (event.action == QLatin1String("die")) {
        const int exitCode = event.attributes.value(QStringLiteral("exitCode")).toInt();
        m_endTime = timeAfter(event.timeNano);
        if (m_stream)
            m_exitCode = exitCode;
        else if (state() == State::Ended)
            noteEnd(exitCode);
    } else if (event.action == QLatin1String("start")) {
        // Output can be a little older than the event of its start, and is never older than the last end.
        const QDateTime since = m_endTime.isValid() ? m_endTime : timeAfter(event.timeNano).addSecs(-1);
        if (m_stream)
            m_restart = since;
        else
            attach(request({-1, since}));
    }
}

LogStream *ContainerLog::request(const Beginning &beginning)
{
    EngineClient::LogOptions options;
    options.timestamps = true;
    options.tail = beginning.tail;
    options.since = beginning.since;
    options.tty = m_source.tty;
    return m_source.open ? m_source.open(options, this) : nullptr;
}

void ContainerLog::attach(LogStream *stream)
{
    m_frameBytes = 0;
    m_catchUpBytes = 0;
    m_isHeld = m_catchUpIsHeld = false;
    m_problem.clear();
    m_stream = stream;
    if (!m_stream) {
        m_problem = tr("The log cannot be read: there is no connection to the engine.");
        setState(State::Failed);
        return;
    }
    setState(State::Opening);
    connect(m_stream, &EngineStream::opened, this, [this] {
        m_catchUp.start();
        setState(State::Following);
    });
    connect(m_stream, &LogStream::data, this, &ContainerLog::take);
    connect(m_stream, &EngineStream::finished, this, &ContainerLog::end);
    connect(m_stream, &EngineStream::failed, this, &ContainerLog::fail);
}

void ContainerLog::take(LogStream::Channel channel, const QByteArray &bytes, bool beginsFrame)
{
    m_buffer.append(channel, bytes, beginsFrame);
    m_frameBytes += bytes.size();
    m_catchUpBytes += bytes.size();
    if (m_catchUp.isActive() && m_catchUpBytes >= CatchUpBytes) {
        m_catchUpBytes = 0;
        m_catchUp.start();
    }
    if (m_frameBytes >= FrameBytes || m_isHeld)
        m_stream->setPaused(true);
    if (!m_frame.isActive())
        m_frame.start();
}

void ContainerLog::end()
{
    m_stream->deleteLater();
    m_stream = nullptr;
    m_catchUp.stop();
    m_catchUpIsHeld = false;
    m_buffer.endLines();
    setState(State::Ended);
    if (m_exitCode)
        noteEnd(*m_exitCode);
    if (m_restart.isValid()) {
        const QDateTime since = m_restart;
        m_restart = {};
        attach(request({-1, since}));
    }
    if (!m_frame.isActive())
        m_frame.start();
}

void ContainerLog::fail(const EngineError &error)
{
    m_stream->deleteLater();
    m_stream = nullptr;
    m_catchUp.stop();
    m_catchUpIsHeld = false;
    m_buffer.endLines();
    m_problem = error.sentence();
    if (error.kind() == EngineError::Kind::ConnectionLost)
        noteLoss();
    setState(State::Failed);
    if (!m_frame.isActive())
        m_frame.start();
}

void ContainerLog::frame()
{
    const bool isBehind = m_buffer.isBehind();
    if (m_stream && (m_frameBytes >= FrameBytes || isBehind))
        m_stream->setPaused(m_isHeld || isBehind);
    m_frameBytes = isBehind ? FrameBytes : 0;
    if (isBehind)
        m_frame.start();
    Q_EMIT linesChanged();
}

void ContainerLog::setHeld(bool held)
{
    if (m_isHeld == held)
        return;
    m_isHeld = held;
    // As long as nothing is read, silence says nothing.
    if (held && m_catchUp.isActive()) {
        m_catchUp.stop();
        m_catchUpIsHeld = true;
    } else if (!held && std::exchange(m_catchUpIsHeld, false) && m_stream) {
        m_catchUpBytes = 0;
        m_catchUp.start();
    }
    if (m_stream && (held || m_frameBytes < FrameBytes))
        m_stream->setPaused(held);
}

void ContainerLog::noteEnd(int exitCode)
{
    m_exitCode.reset();
    const QDateTime ended = m_endTime.isValid() ? m_endTime : m_source.lifeEnded;
    const QString words = ended.isValid() ? tr("container exited with code %1 at %2").arg(exitCode).arg(wordsOf(ended))
                                          : tr("container exited with code %1").arg(exitCode);
    m_buffer.appendNote(words, ended.isValid() ? ended.toMSecsSinceEpoch() * 1'000'000 : 0,
                        exitCode == 0 ? LogLevel::Kind::None : LogLevel::Kind::Error);
    if (!m_frame.isActive())
        m_frame.start();
}

void ContainerLog::noteLoss()
{
    if (m_buffer.isEmpty() || std::exchange(m_lossIsNoted, true))
        return;
    m_buffer.appendNote(tr("connection to the engine lost"));
}

} // namespace Gantry
