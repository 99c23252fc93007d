// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "engine/engineclient.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace Gantry {

class Engine;

/// Gathers what a diagnosis is made from, and makes it: reads the end of the log of a container's last life, looks who
/// uses its ports, and thinks in the pool.
class StopReader : public QObject
{
    Q_OBJECT

public:
    explicit StopReader(Engine *engine, QObject *parent = nullptr);
    ~StopReader() override;

    /// Answers with diagnosed(), unless another container or cancel() comes first.
    /// \a buildFolder: what the service's image is built from on this machine, as far as known.
    void read(const ContainerDetails &container, const QString &buildFolder = {});
    void cancel();
    bool isReading() const { return m_reading; }

    /// Lines at the end of the log that are looked at.
    static constexpr int TailLines = 400;
    /// So much is read of them at most, should they be very long.
    static constexpr qint64 MostBytes = 32 * 1024 * 1024;

Q_SIGNALS:
    void diagnosed(const Gantry::Diagnosis &diagnosis);

private:
    void readLog();
    void readEarlier();
    void endLog();
    void drop(EngineStream *stream);
    void think();

    Engine *m_engine;
    StopEvidence m_evidence;
    std::shared_ptr<LogBuffer> m_lines;
    qint64 m_bytes = 0;
    QDateTime m_since; ///< from where the log is read
    bool m_readsAgain = false; ///< from a little earlier, because there was nothing
    LogStream *m_stream = nullptr;
    EventStream *m_ends = nullptr;
    QTimer m_endsLast; ///< an engine that does not end the stream is not waited for
    bool m_reading = false;
    int m_generation = 0;
};

} // namespace Gantry
