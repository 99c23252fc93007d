// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildstep.h"
#include "build/dockerfile.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QSet>

namespace Gantry {

/// How far a build has come, whichever builder tells of it: its parsers write here, everyone else reads.
class BuildProgress
{
public:
    BuildProgress() = default;
    explicit BuildProgress(const Dockerfile &dockerfile)
        : m_dockerfile(dockerfile)
    {
    }

    const Dockerfile &dockerfile() const { return m_dockerfile; }
    const QList<BuildStep> &steps() const { return m_steps; }
    /// The one that failed, else -1.
    int failedStep() const;
    /// The one that runs, the last if there are several; -1 while there is none.
    int runningStep() const;
    /// How many steps of the Dockerfile have ended, and how many there are as far as is known.
    int endedSteps() const;
    int allSteps() const;
    /// The whole image's: "sha256:…" or its beginning; empty until it is made.
    const QString &imageId() const { return m_imageId; }
    /// The builder's last word on why it failed; empty while it did not.
    const QString &problem() const { return m_problem; }
    /// What is new in the steps() since this was last asked: their indexes, in order.
    QList<int> takeChanged();
    /// What is new in the builder's words since this was last asked, to be read by people.
    QString takeText();

    // What parsers say:
    /// The step's index; a new one comes at the end.
    int step(const QString &key);
    BuildStep &change(int index);
    void start(int index);
    /// \a duration in milliseconds; measured here from start() where negative.
    void end(int index, BuildStep::State state, qint64 duration = -1);
    void fail(int index, const QString &problem, qint64 duration = -1);
    void addOutput(int index, const QString &text);
    void place(int index, const DockerInstruction *instruction);
    void setTotal(int total) { m_total = total; }
    void setImageId(const QString &id) { m_imageId = id; }
    void setProblem(const QString &problem) { m_problem = problem; }
    void say(const QString &text) { m_text += text; }
    /// Nothing for an empty one.
    void sayLine(const QString &line);
    /// Nothing more comes: what still runs failed, or was cancelled.
    void finish(bool succeeded, bool cancelled);

private:
    Dockerfile m_dockerfile;
    QList<BuildStep> m_steps;
    QHash<QString, int> m_index;
    QHash<int, QElapsedTimer> m_clocks;
    QSet<int> m_changed;
    QString m_text;
    QString m_imageId;
    QString m_problem;
    int m_total = 0;
};

} // namespace Gantry
