// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"

namespace Gantry {

/// What was looked at for a diagnosis, one line each.
class DiagnosisChecks
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::DiagnosisChecks)

public:
    static QList<DiagnosisCheck> of(const StopEvidence &evidence, const Diagnosis &diagnosis);

    /// Who uses a published port of this machine, a sentence.
    static QString holderOf(const StopEvidence &evidence, quint16 port);
    /// Path and arguments as one line of a shell.
    static QString commandOf(const ContainerDetails &container);
    /// How much memory it may use: "20 MB", or that of the machine.
    static QString limitOf(const ContainerDetails &container);

private:
    static void addEnd(const StopEvidence &evidence, QList<DiagnosisCheck> *checks);
    static void addHealth(const ContainerDetails &container, QList<DiagnosisCheck> *checks);
    static void addRestarts(const ContainerDetails &container, QList<DiagnosisCheck> *checks);
    static void addPorts(const StopEvidence &evidence, QList<DiagnosisCheck> *checks);
    static void addDependencies(const StopEvidence &evidence, QList<DiagnosisCheck> *checks);
};

} // namespace Gantry
