// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/causerule.h"
#include "diagnosis/stopevidence.h"

#include <QCoreApplication>

namespace Gantry {

/// Something that was looked at, also where it was ruled out.
struct DiagnosisCheck
{
    enum class Result { Wrong, Right, Fact };

    Result result = Result::Fact;
    QString name; ///< "Exit code 1"
    QString text;
    bool mono = false; ///< the text is a command, a path or output

    friend bool operator==(const DiagnosisCheck &, const DiagnosisCheck &) = default;
};

/// A line of a source file, and what it should be.
struct SourceChange
{
    int line = 0; ///< from 1
    QString before;
    QString after;
    QString name; ///< that the line gives now

    friend bool operator==(const SourceChange &, const SourceChange &) = default;
};

/// Why a container stopped, restarts or is unhealthy, in words, with what shows it.
struct Diagnosis
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::Diagnosis)

public:
    enum class Kind {
        Fine, ///< it ended as it should, was asked to end, or runs
        Failed,
        Unhealthy,
        NeverStarted, ///< and nobody tried
    };

    Kind kind = Kind::Failed;
    QString container; ///< its id
    QString rule; ///< id of the rule that fits; empty where the cause is not known
    CauseRule::Captures captures; ///< what the rule's pattern caught
    QString title; ///< the cause, one sentence without full stop
    QString words;
    QString fix; ///< empty where nothing is known to help
    QString place; ///< where to change it
    QString file; ///< of this machine that it speaks of; empty where none is known
    std::optional<SourceChange> change; ///< in that file
    QList<DiagnosisCheck> checks;
    QList<DiagnosisCheck> changes; ///< since it last ran, where somebody remembers (RunMemory)
    /// Lines of the log that tell something, in order.
    QList<EvidenceLine> lines;
    bool linesAreAll = false; ///< of the last life
    QString logProblem; ///< why there are none

    bool isKnown() const { return !rule.isEmpty(); }
    /// The whole in plain text, to be passed on.
    QString report() const;
    /// Takes a while where the log is long: call it in the pool.
    static Diagnosis of(const StopEvidence &evidence);

    /// Lines at the end of a log that are shown in any case, and lines that are shown at most.
    static constexpr int LastLines = 6;
    static constexpr int MostLines = 30;
};

} // namespace Gantry
