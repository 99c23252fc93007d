// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace Gantry {

class LogBuffer;

/// One line that a container wrote.
struct EvidenceLine
{
    QDateTime time; ///< UTC; invalid where the engine gave none
    QString text; ///< as a terminal would show it, cut where it is very long
    bool matters = false; ///< it tells of the cause
    bool isGap = false; ///< it stands for some that were left out

    friend bool operator==(const EvidenceLine &, const EvidenceLine &) = default;
};

/// Who listens at a port of this machine, as far as it can be seen.
struct PortHolder
{
    quint16 port = 0;
    QString program; ///< its name; empty where another user's
    qint64 process = 0;

    friend bool operator==(const PortHolder &, const PortHolder &) = default;
};

/// All that a diagnosis is made from.
struct StopEvidence
{
    ContainerDetails container;
    QList<EvidenceLine> log; ///< the end of the log of the last life
    bool logIsWhole = true; ///< and nothing was written in that life before it
    QString logProblem; ///< why the log could not be read, one sentence
    QList<ContainerSummary> others; ///< of the same engine
    bool filesAreLocal = false; ///< the engine's paths are those of this machine
    QString buildFolder; ///< what the service's image is built from, an absolute path; empty where nothing is known
    QList<PortHolder> portHolders; ///< programs of this machine at the ports that the container publishes

    /// A raw line of a log that was asked for with timestamps.
    static EvidenceLine lineOf(QByteArrayView raw);
    /// All lines of a buffer of such.
    static QList<EvidenceLine> linesOf(const LogBuffer &buffer);

    /// Of a line that is longer, the rest does not count.
    static constexpr qsizetype LongestLine = 2000;
};

} // namespace Gantry
