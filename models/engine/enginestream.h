// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"
#include "engine/event.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>

namespace Gantry {

/// A long answer of the engine that arrives piece by piece on a connection of its own. Delete it or call cancel()
/// to close the connection; nothing is emitted after that.
class EngineStream : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void cancel() = 0;

Q_SIGNALS:
    /// The engine accepted the request; data follows.
    void opened();
    /// The engine ended the stream in order.
    void finished();
    void failed(const Gantry::EngineError &error);
};

/// GET /events (API 1.41).
class EventStream : public EngineStream
{
    Q_OBJECT

public:
    using EngineStream::EngineStream;

Q_SIGNALS:
    void arrived(const Gantry::EngineEvent &event);
};

/// The progress of long work, one JSON object a line: POST /images/create (API 1.41). A failure of the work itself is
/// one of the objects.
class ProgressStream : public EngineStream
{
    Q_OBJECT

public:
    using EngineStream::EngineStream;

Q_SIGNALS:
    void arrived(const QJsonObject &message);
};

/// Output of a container: GET /containers/{id}/logs (API 1.41), demultiplexed. Chunks are as they came: a line may
/// be cut anywhere. Reading stops while paused, so that a fast container cannot fill the memory.
class LogStream : public EngineStream
{
    Q_OBJECT

public:
    enum class Channel { Output, Error };
    Q_ENUM(Channel)

    using EngineStream::EngineStream;
    virtual void setPaused(bool paused) = 0;

Q_SIGNALS:
    /// A line that a container's end has cut short has no end: only the frame that follows it tells. \a beginsFrame is
    /// told within a line alone.
    void data(Gantry::LogStream::Channel channel, const QByteArray &bytes, bool beginsFrame = false);
};

/// GET /containers/{id}/stats?stream=1 (API 1.41): one JSON object about once a second.
class StatsStream : public EngineStream
{
    Q_OBJECT

public:
    using EngineStream::EngineStream;
    /// Of many streams: what comes is read only while it is told to listen, and late by that.
    virtual void setGathering(bool gathering) = 0;
    virtual void setListening(bool listening) = 0;

Q_SIGNALS:
    void arrived(const QByteArray &json);
};

/// An archive of images: GET /images/get (API 1.41), as its bytes come. Reading stops while paused.
class ArchiveStream : public EngineStream
{
    Q_OBJECT

public:
    using EngineStream::EngineStream;
    virtual void setPaused(bool paused) = 0;

Q_SIGNALS:
    void data(const QByteArray &bytes);
};

/// An archive on its way to the engine: POST /images/load, POST /build (API 1.41), and what the engine answers, piece
/// by piece.
class UploadStream : public EngineStream
{
    Q_OBJECT

public:
    using EngineStream::EngineStream;
    /// The next bytes of the archive; only after wantsBytes().
    virtual void write(const QByteArray &bytes) = 0;
    /// The archive is complete; only where its size was not told before.
    virtual void writeEnd() = 0;
    /// Bytes accepted by write() and not yet handed to the system.
    virtual qint64 bytesToWrite() const = 0;

Q_SIGNALS:
    /// At the beginning, and whenever some bytes have left.
    void wantsBytes();
    void answered(const QByteArray &bytes);
};

/// A hijacked exec: POST /exec/{id}/start with Upgrade (API 1.41). Without a TTY the output is demultiplexed.
class ExecStream : public EngineStream
{
    Q_OBJECT

public:
    using EngineStream::EngineStream;

    virtual QString execId() const = 0;
    /// Sends bytes to the process's standard input.
    virtual void write(const QByteArray &bytes) = 0;
    /// Bytes accepted by write() and not yet handed to the system.
    virtual qint64 bytesToWrite() const = 0;
    /// Ends the process's standard input; its output goes on.
    virtual void closeInput() = 0;
    /// Stops reading, so that the other side feels back-pressure.
    virtual void setPaused(bool paused) = 0;

Q_SIGNALS:
    void output(const QByteArray &bytes);
    void errorOutput(const QByteArray &bytes);
    void bytesWritten(qint64 bytes);
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::EngineError)
