// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpconnection.h"

#include "engine/onanswer.h"

#include <algorithm>
#include <utility>

namespace Gantry {

HttpConnection::HttpConnection(std::shared_ptr<Transport> transport, QObject *parent)
    : QObject(parent)
    , m_transport(std::move(transport))
{
    // A timer and not a posted event: those are all handled before anything else gets its turn.
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, &HttpConnection::readSlice);
    m_stall.setSingleShot(true);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        fail(EngineError::Kind::ConnectionLost, tr("no answer for %n second(s)", nullptr, m_stall.interval() / 1000));
    });
}

HttpConnection::~HttpConnection()
{
    close();
}

void HttpConnection::send(const HttpRequest &request)
{
    m_request = request;
    m_parser = HttpResponseParser(request.method == "HEAD");
    m_answered = false;
    m_headTold = false;
    m_reusable = false;
    if (m_device) {
        sendNow();
        return;
    }
    m_phase = Phase::Connecting;
    onAnswer<EngineError>(
        m_transport->open(this), this, [this](QIODevice *device) { attach(device); },
        [this](const EngineError &error) {
            if (m_phase == Phase::Connecting)
                fail(error.kind(), error.message());
        });
}

bool HttpConnection::isReusable() const
{
    return m_phase == Phase::Idle && m_reusable && !m_ended && m_device && m_device->isOpen()
        && m_device->bytesAvailable() == 0;
}

void HttpConnection::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && m_device)
        m_more.start();
}

void HttpConnection::setGathering(bool gathering)
{
    if (std::exchange(m_gathering, gathering) == gathering || gathering || !m_device)
        return;
    m_transport->setListening(m_device, true);
    m_more.start();
}

void HttpConnection::setListening(bool listening)
{
    if (m_device && m_gathering && (listening || m_device->bytesAvailable() > 0))
        m_transport->setListening(m_device, listening);
}

void HttpConnection::write(const QByteArray &bytes)
{
    if (takesBytes() && m_device && m_device->write(bytes) != bytes.size())
        failLater(EngineError::Kind::ConnectionLost, m_device->errorString());
}

qint64 HttpConnection::bytesToWrite() const
{
    return m_device ? m_device->bytesToWrite() : 0;
}

void HttpConnection::closeWriting()
{
    if (m_device)
        m_transport->closeWriting(m_device);
}

void HttpConnection::abort()
{
    m_phase = Phase::Idle;
    close();
}

void HttpConnection::attach(QIODevice *device)
{
    if (m_phase != Phase::Connecting) {
        // Aborted while it was connecting.
        device->deleteLater();
        return;
    }
    m_device = device;
    m_ended = false;
    connect(device, &QIODevice::readyRead, this, [this] {
        if (!m_more.isActive())
            inItsSignal([this] { readSlice(); });
    });
    connect(device, &QIODevice::readChannelFinished, this, [this] {
        m_ended = true;
        // Later, because bytes may still be read, and because this may come from inside a write.
        m_more.start();
    });
    connect(device, &QIODevice::bytesWritten, this, [this](qint64 bytes) {
        restartStallTimer();
        if (takesBytes())
            inItsSignal([this, bytes] { Q_EMIT bytesWritten(bytes); });
    });
    sendNow();
}

template <typename Handler> void HttpConnection::inItsSignal(const Handler &handler)
{
    const QPointer<HttpConnection> guard(this);
    const bool before = std::exchange(m_inItsSignal, true);
    handler();
    if (guard)
        m_inItsSignal = before;
}

void HttpConnection::sendNow()
{
    m_phase = Phase::Waiting;
    const QByteArray bytes = m_request.toBytes();
    if (m_device->write(bytes) != bytes.size()) {
        failLater(EngineError::Kind::ConnectionLost, tr("the engine closed the connection"));
        return;
    }
    m_transport->flush(m_device);
    if (m_request.stallTimeoutMs > 0)
        m_stall.start(m_request.stallTimeoutMs);
    // What came while nobody listened would not be announced again.
    m_more.start();
}

void HttpConnection::readSlice()
{
    if (!m_device)
        return;
    if (m_phase == Phase::Idle) {
        // Nobody asked: closed by the engine, or a protocol error.
        if (m_ended || m_device->bytesAvailable() > 0) {
            m_reusable = false;
            close();
            Q_EMIT closed();
        }
        return;
    }
    if (m_paused)
        return;

    // A socket that broke while it was written to is open and cannot be read.
    const qint64 size = std::min(m_slice, m_device->bytesAvailable() - unread());
    const QByteArray data = size > 0 ? m_device->read(size) : QByteArray();
    if (!data.isEmpty()) {
        // Armed before the delivery, whose receiver may delete this object.
        if (m_ended || m_device->bytesAvailable() > unread())
            m_more.start();
        m_answered = true;
        restartStallTimer();
        deliver(data);
    } else if (m_ended) {
        endOfStream();
    }
}

void HttpConnection::deliver(const QByteArray &data)
{
    const QPointer<HttpConnection> guard(this);
    if (m_phase == Phase::Raw) {
        Q_EMIT bodyReceived(data);
        return;
    }

    QByteArray body;
    const bool valid = m_parser.feed(data, &body);
    const auto live = [&guard, this] { return guard && m_phase == Phase::Waiting; };
    if (m_parser.hasHead() && !m_headTold) {
        m_headTold = true;
        if (m_parser.isUpgraded()) {
            m_phase = Phase::Raw;
            m_stall.stop();
            const QByteArray rest = m_parser.takeRest();
            Q_EMIT headReceived();
            if (guard && m_phase == Phase::Raw && !rest.isEmpty())
                Q_EMIT bodyReceived(rest);
            return;
        }
        Q_EMIT headReceived();
        if (!live())
            return;
    }
    if (!body.isEmpty()) {
        Q_EMIT bodyReceived(body);
        if (!live())
            return;
    }
    if (!valid)
        fail(EngineError::Kind::Protocol, tr("the answer is not HTTP (%1)").arg(m_parser.error()));
    else if (m_parser.isDone())
        finish();
}

void HttpConnection::endOfStream()
{
    if (m_phase == Phase::Raw || m_parser.finish())
        finish();
    else
        fail(EngineError::Kind::ConnectionLost, tr("the engine closed the connection"));
}

void HttpConnection::finish()
{
    m_reusable = m_phase == Phase::Waiting && m_parser.keepsAlive() && m_parser.takeRest().isEmpty();
    m_phase = Phase::Idle;
    m_stall.stop();
    m_idle.start();
    if (!m_reusable)
        close();
    Q_EMIT finished();
}

void HttpConnection::fail(EngineError::Kind kind, const QString &message)
{
    if (m_phase == Phase::Idle)
        return;
    abort();
    Q_EMIT failed(EngineError(kind, m_request.attempted, message));
}

void HttpConnection::failLater(EngineError::Kind kind, const QString &message)
{
    QMetaObject::invokeMethod(
        this, [this, kind, message] { fail(kind, message); }, Qt::QueuedConnection);
}

void HttpConnection::close()
{
    m_more.stop();
    m_stall.stop();
    if (!m_device)
        return;
    m_device->disconnect(this);
    m_transport->abort(m_device);
    // Not with us, who may be deleted in the middle of its signal; else it is, since its thread may be at its end.
    if (m_inItsSignal)
        m_device->setParent(nullptr);
    m_device->deleteLater();
    m_device = nullptr;
}

void HttpConnection::restartStallTimer()
{
    if (m_stall.isActive())
        m_stall.start();
}

} // namespace Gantry
