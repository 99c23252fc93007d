// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QObject>
#include <QPointer>

namespace Gantry {

/// What everything takes on the engine's disk, as it was measured last: when a user wanted to know, never by itself.
class DiskMeter : public QObject
{
    Q_OBJECT

public:
    /// \a engine and \a log are not owned and outlive this.
    DiskMeter(Engine *engine, OperationLog *log, QObject *parent = nullptr);

    /// `docker system df -v`: GET /system/df (API 1.41), as an operation that can be cancelled; the one under way where
    /// there is one.
    Operation *measure();
    /// What somebody else has measured.
    void take(const DiskUsage &usage);
    bool isMeasuring() const { return m_operation && m_operation->isRunning(); }

    /// Bytes of the volumes by name, as far as they were measured.
    const QHash<QString, qint64> &volumeSizes() const { return m_volumes; }
    /// Bytes in layers that only the image of that id has.
    const QHash<QString, qint64> &uniqueImageSizes() const { return m_images; }

Q_SIGNALS:
    void measured();

private:
    Engine *m_engine;
    OperationLog *m_log;
    QPointer<Operation> m_operation;
    QString m_address; ///< of the engine that was measured
    QHash<QString, qint64> m_volumes;
    QHash<QString, qint64> m_images;
};

} // namespace Gantry
