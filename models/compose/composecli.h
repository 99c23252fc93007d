// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composeprogram.h"
#include "compose/project.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QTimer>

#include <optional>

namespace Gantry {

/// Finds the Compose tools of this machine, in this order: `docker compose`, a `docker-compose` of version 2,
/// `docker-compose` 1.29, `podman compose`, `podman-compose`; and chooses the right one for a project.
class ComposeCli : public QObject
{
    Q_OBJECT

public:
    /// Looks in the PATH of \a environment.
    explicit ComposeCli(const QProcessEnvironment &environment, QObject *parent = nullptr);
    /// Looks in the PATH of this process.
    explicit ComposeCli(QObject *parent = nullptr);

    ~ComposeCli() override;

    /// Starts looking; searched() follows. The programs of an earlier search stay until then.
    void search();
    /// The same after a while, which begins anew if it is asked for again; isSearching() at once.
    void searchAfter(int milliseconds);
    /// How long a tool may take to tell its version; 10 s unless set.
    void setPatience(int milliseconds) { m_patience = milliseconds; }
    bool isSearching() const { return m_pending > 0 || m_delay.isActive(); }
    /// In the order of preference.
    const QList<ComposeProgram> &programs() const { return m_programs; }
    /// Replaces what search() would find.
    void setPrograms(const QList<ComposeProgram> &programs);
    const QProcessEnvironment &environment() const { return m_environment; }

    /// \a podmanEngine: Podman's own tools reach only Podman's engine, so they are chosen for nothing else.
    std::optional<ComposeProgram> preferred(bool podmanEngine) const;
    /// The tool of the major version that made the project: each version's `up` recreates and renames the other's
    /// containers. Nothing when that version is not at hand; the preferred one when the project names none.
    std::optional<ComposeProgram> matching(const Project &project, bool podmanEngine) const;

Q_SIGNALS:
    void searched();

private:
    void probe(int rank, ComposeProgram::Kind kind, const QString &name, const QStringList &arguments);
    void probed();

    QProcessEnvironment m_environment;
    QList<ComposeProgram> m_programs;
    QMap<int, ComposeProgram> m_found;
    QTimer m_delay;
    int m_pending = 0;
    int m_patience = 10000;
};

} // namespace Gantry
