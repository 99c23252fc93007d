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

} // namespace

StopReader::StopReader(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
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
    m_lines = std::make_shared<LogBuffer>(KeptBytes);
    m_bytes = 0;
    m_readsAgain = false;
    readLog();
}

void StopReader::cancel()
{
    ++m_generation;
    m_reading = false;
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->cancel();
        m_stream->deleteLater();
        m_stream = nullptr;
    }
}

void StopReader::readLog()
{
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
    // What it wrote in an earlier life explains nothing of this end.
    options.since = m_readsAgain ? container.started.addMSecs(-slowStartMs) : container.lastLifeBegins();
    m_stream = client->logs(container.id, options, this);
    connect(m_stream, &LogStream::data, this, [this](LogStream::Channel channel, const QByteArray &bytes) {
        m_lines->append(channel, bytes);
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

void StopReader::endLog()
{
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream->cancel();
    m_stream->deleteLater();
    m_stream = nullptr;
    m_lines->endLines();
    const bool isEmpty = m_lines->endLine() == 0 && m_evidence.logProblem.isEmpty();
    if (isEmpty && m_evidence.container.started.isValid() && !std::exchange(m_readsAgain, true)) {
        readLog();
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
