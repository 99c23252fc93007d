// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/stopreader.h"

#include "diagnosis/portholders.h"
#include "diagnosis/sourcehint.h"
#include "engine/engine.h"
#include "engine/logbuffer.h"
#include "engine/onanswer.h"

#include <QtConcurrentRun>

#include <utility>

namespace Gantry {

namespace {

constexpr qint64 KeptBytes = 8 * 1024 * 1024;
constexpr int slowStartMs = 2000; ///< so late a busy engine can say that a container started
constexpr int endsMs = 3000;

} // namespace

StopReader::StopReader(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_endsLast.setSingleShot(true);
    m_endsLast.setInterval(endsMs);
    connect(&m_endsLast, &QTimer::timeout, this, &StopReader::readLog);
}

StopReader::~StopReader() = default;

void StopReader::read(const ContainerDetails &container, const QString &buildFolder)
{
    cancel();
    m_reading = true;
    m_evidence = {};
    m_evidence.container = container;
    m_evidence.filesAreLocal = m_engine->endpoint().isLocalSocket();
    m_evidence.buildFolder = buildFolder;
    m_evidence.others = m_engine->containers()->containers().values();
    m_lines = std::make_shared<LogBuffer>(LogBuffer::Limits{KeptBytes, 0});
    m_bytes = 0;
    m_readsAgain = false;
    // What it wrote in an earlier life explains nothing of this end.
    m_since = container.lastLifeBegins();
    readLog();
}

void StopReader::cancel()
{
    ++m_generation;
    m_reading = false;
    m_endsLast.stop();
    drop(std::exchange(m_ends, nullptr));
    drop(std::exchange(m_stream, nullptr));
}

void StopReader::drop(EngineStream *stream)
{
    if (!stream)
        return;
    stream->disconnect(this);
    stream->cancel();
    stream->deleteLater();
}

void StopReader::readLog()
{
    m_endsLast.stop();
    drop(std::exchange(m_ends, nullptr));
    EngineClient *client = m_engine->client();
    if (!client) {
        m_evidence.logProblem = tr("The log cannot be read: there is no connection to the engine.");
        think();
        return;
    }
    const ContainerDetails &container = m_evidence.container;
    EngineClient::LogOptions options;
    options.follow = false;
    options.timestamps = true;
    options.tail = TailLines;
    options.tty = container.tty;
    options.since = m_since;
    m_stream = client->logs(container.id, options, this);
    connect(m_stream, &LogStream::data, this,
            [this](LogStream::Channel channel, const QByteArray &bytes, bool beginsFrame) {
                m_lines->append(channel, bytes, beginsFrame);
                m_bytes += bytes.size();
                if (m_bytes > MostBytes)
                    QMetaObject::invokeMethod(this, &StopReader::endLog, Qt::QueuedConnection);
            });
    connect(m_stream, &EngineStream::finished, this, &StopReader::endLog);
    connect(m_stream, &EngineStream::failed, this, [this](const EngineError &error) {
        m_evidence.logProblem = error.sentence();
        endLog();
    });
}

void StopReader::readEarlier()
{
    const ContainerDetails &container = m_evidence.container;
    m_since = container.started.addMSecs(-slowStartMs);
    EngineClient *client = m_engine->client();
    if (!client) {
        readLog();
        return;
    }
    // So early an earlier life may have been writing still.
    m_ends = client->containerEnds(container.id, m_since, container.started, this);
    connect(m_ends, &EventStream::arrived, this, [this](const EngineEvent &end) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(end.timeNano / 1'000'000 + 1);
        if (time <= m_evidence.container.started)
            m_since = std::max(m_since, time);
    });
    connect(m_ends, &EngineStream::finished, this, &StopReader::readLog);
    connect(m_ends, &EngineStream::failed, this, &StopReader::readLog);
    m_endsLast.start();
}

void StopReader::endLog()
{
    if (!m_stream)
        return;
    drop(std::exchange(m_stream, nullptr));
    m_lines->endLines();
    const bool isEmpty = m_lines->endLine() == 0 && m_evidence.logProblem.isEmpty();
    if (isEmpty && m_evidence.container.started.isValid() && !std::exchange(m_readsAgain, true)) {
        readEarlier();
        return;
    }
    m_evidence.logIsWhole = m_bytes <= MostBytes && m_lines->firstLine() == 0 && m_lines->endLine() < TailLines;
    think();
}

void StopReader::think()
{
    QList<quint16> ports;
    if (m_engine->endpoint().isLocalSocket() && !m_evidence.container.isRunning()) {
        for (const ContainerPort &port : m_evidence.container.configuredPorts) {
            if (port.publicPort != 0 && !ports.contains(port.publicPort))
                ports.append(port.publicPort);
        }
    }
    const auto work = [evidence = m_evidence, lines = m_lines, ports]() mutable {
        evidence.log = StopEvidence::linesOf(*lines);
        if (!ports.isEmpty())
            evidence.portHolders = PortHolders::of(ports);
        Diagnosis diagnosis = Diagnosis::of(evidence);
        SourceHint::add(evidence, &diagnosis);
        return diagnosis;
    };
    onAnswer(QtConcurrent::run(work), this, [this, generation = m_generation](const Diagnosis &diagnosis) {
        if (generation != m_generation)
            return;
        m_reading = false;
        Q_EMIT diagnosed(diagnosis);
    });
}

} // namespace Gantry
