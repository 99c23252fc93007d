// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Gantry {

/// One instruction of a Dockerfile.
struct DockerInstruction
{
    int line = 0; ///< the first, from 1
    int lastLine = 0;
    QString keyword; ///< in capitals: "RUN"
    QString text; ///< on one line, as a builder names it
    int stage = -1; ///< from 0; -1 for an ARG before the first FROM
};

/// A stage of a Dockerfile: what begins with FROM.
struct DockerStage
{
    QString name; ///< of its AS, else empty
    QString base; ///< what its FROM names, with variables as they stand there
    bool isFromStage = false; ///< begins with another stage, not with an image
    bool isFromScratch = false;
};

/// As much of a Dockerfile as tells which step of a build stands at which of its lines. Whether it is right is the
/// builder's business.
class Dockerfile
{
public:
    Dockerfile() = default;
    explicit Dockerfile(const QString &text);

    const QStringList &lines() const { return m_lines; }
    const QList<DockerInstruction> &instructions() const { return m_instructions; }
    const QList<DockerStage> &stages() const { return m_stages; }
    /// The names that `--target` takes.
    QStringList targets() const;

    /// The images that it begins with or copies from, with its variables replaced: by \a arguments of the build, else
    /// by what ARG says before the first FROM. Stages and "scratch" are none.
    QStringList images(const QList<std::pair<QString, QString>> &arguments) const;

    /// What the classic builder counts as \a step, from 1; null if there is none.
    const DockerInstruction *classicStep(int step) const;
    /// The same within a stage, from 0.
    const DockerInstruction *stageStep(int stage, int step) const;
    /// What BuildKit counts as \a step, from 1, of a stage ("base", "stage-1", empty where there is only one): its
    /// FROM, and what makes a layer.
    const DockerInstruction *buildKitStep(const QString &stage, int step, const QString &instruction) const;

private:
    void addInstruction(const QString &text, int first, int last);
    bool isStage(const QString &name) const;
    int stageNamed(const QString &name, const QString &instruction) const;

    QStringList m_lines;
    QList<DockerInstruction> m_instructions;
    QList<DockerStage> m_stages;
};

} // namespace Gantry
