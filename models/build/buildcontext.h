// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/dockerfile.h"
#include "files/localfiles.h"

#include <QCoreApplication>

#include <atomic>

namespace Gantry {

class DockerIgnore;

/// What of a folder goes to the engine for a build: what .dockerignore does not leave out, or in its place the file
/// that is named like the Dockerfile with that ending, as BuildKit has it.
class BuildContext
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::BuildContext)

public:
    /// Reads the folder's names, not the content of its files; blocks: for the thread pool. Ends early once
    /// \a cancelled is set.
    static BuildContext read(const QString &folder, const QString &dockerfile, const std::atomic_bool &cancelled);

    /// Why nothing can be built of it, a translated sentence: no Dockerfile, files that cannot be read. Empty if it
    /// can.
    const QString &problem() const { return m_problem; }
    const LocalFiles &files() const { return m_files; }
    const Dockerfile &dockerfile() const { return m_dockerfile; }
    /// "1,204 files, 3.4 MB" and what was left out; translated.
    QString summary() const;

private:
    void readRules(const QString &dockerfile, DockerIgnore *rules);
    QString textOf(const QString &path);
    void failToOpen(const QString &words);
    void judge();

    QString m_folder;
    LocalFiles m_files;
    Dockerfile m_dockerfile;
    QString m_problem;
};

} // namespace Gantry
