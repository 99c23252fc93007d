// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operationlog.h"

#include <QList>
#include <QObject>

namespace Gantry {

class Workbench;

/// The operations that failed while Operations was closed and that nothing has made good since: what FailureBar
/// says of them. What a dialog that is open tells is not said twice. Opening Operations, where they can be read, clears
/// it.
class FailureNotice : public QObject
{
    Q_OBJECT

public:
    /// The action "shell.operations" is there already. \a workbench is not owned and outlives this.
    explicit FailureNotice(Workbench *workbench, QObject *parent = nullptr);

    /// The newest of them; null if there is none.
    Operation *operation() const { return m_failed.isEmpty() ? nullptr : m_failed.last(); }
    /// What failed, one sentence.
    QString fact() const;
    /// The server's words and what to do, cut where they are long.
    QString consequence() const;
    void clear();

Q_SIGNALS:
    void changed();
    void showRequested(Gantry::Operation *operation);

private:
    void registerActions();
    void onFinished(Operation *operation);
    void forget(Operation *operation);
    void tell();
    void updateActions();

    Workbench *m_workbench;
    QList<Operation *> m_failed; ///< oldest first
};

} // namespace Gantry
