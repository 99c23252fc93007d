// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"
#include "engine/httprequest.h"
#include "engine/httpresponseparser.h"
#include "engine/transport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace Gantry {

/// One connection to the engine, which serves one request after the other; after "101 UPGRADED" it carries raw bytes
/// both ways. Reads a bounded slice per turn of the event loop, so that no flood holds up the window. No signal is
/// emitted inside a call of a member.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    explicit HttpConnection(std::shared_ptr<Transport> transport, QObject *parent = nullptr);
    ~HttpConnection() override;

    /// Sends \a request, connecting first if need be. The answer to the one before must be finished.
    void send(const HttpRequest &request);
    /// Head of the answer, from headReceived() on.
    const HttpResponseParser &response() const { return m_parser; }
    /// Whether a byte of the present answer has arrived.
    bool hasAnswer() const { return m_answered; }
    /// After finished(): whether another request may be sent.
    bool isReusable() const;
    /// Milliseconds since the last answer ended.
    qint64 idleTime() const { return m_idle.elapsed(); }
    /// Stops reading: the engine feels back-pressure once the system's buffers are full.
    void setPaused(bool paused);
    /// From now on this one of many connections listens only while it is told to: the event loop asks each that does at
    /// each of its turns, which takes longer than reading.
    void setGathering(bool gathering);
    void setListening(bool listening);
    /// Most bytes that are read in one turn of the event loop.
    void setSlice(qint64 bytes) { m_slice = bytes; }

    /// Raw bytes, only after headReceived() with isUpgraded(); or those of a request's archive, from the first
    /// bytesWritten() on.
    void write(const QByteArray &bytes);
    qint64 bytesToWrite() const;
    /// Ends the stream to the engine; its own goes on.
    void closeWriting();
    /// Closes without a word; nothing is emitted afterwards.
    void abort();

Q_SIGNALS:
    void headReceived();
    /// The next bytes of the body, or of the raw stream.
    void bodyReceived(const QByteArray &bytes);
    /// The answer, or the raw stream, is complete.
    void finished();
    void failed(const Gantry::EngineError &error);
    /// An idle connection was closed by the engine.
    void closed();
    void bytesWritten(qint64 bytes);

private:
    enum class Phase { Idle, Connecting, Waiting, Raw };

    bool takesBytes() const { return m_phase == Phase::Raw || (m_phase == Phase::Waiting && m_request.hasArchive()); }
    void attach(QIODevice *device);
    /// Runs \a handler of a signal of the device, after which this object may be gone.
    template <typename Handler> void inItsSignal(const Handler &handler);
    void sendNow();
    void readSlice();
    void deliver(const QByteArray &data);
    void endOfStream();
    void finish();
    void fail(EngineError::Kind kind, const QString &message);
    void failLater(EngineError::Kind kind, const QString &message);
    void close();
    void restartStallTimer();
    /// A byte of the body stays unread while gathering: without it the device would listen.
    qint64 unread() const { return m_gathering && m_headTold && !m_ended ? 1 : 0; }

    std::shared_ptr<Transport> m_transport;
    QPointer<QIODevice> m_device;
    HttpResponseParser m_parser;
    HttpRequest m_request;
    Phase m_phase = Phase::Idle;
    bool m_inItsSignal = false; ///< of the device
    qint64 m_slice = 256 * 1024;
    bool m_answered = false;
    bool m_headTold = false;
    bool m_reusable = true;
    bool m_paused = false;
    bool m_gathering = false;
    bool m_ended = false; ///< the engine's stream has ended; bytes may still wait in the device
    QTimer m_more;
    QTimer m_stall;
    QElapsedTimer m_idle;
};

} // namespace Gantry
