// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/composerun.h"
#include "operations/operation.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace Gantry {

/// Runs Compose, once or several times one after the other, for one operation: streams the output to it, tells its
/// phases, ends it, and lets it cancel. Deletes itself afterwards.
class ComposeJob : public QObject
{
    Q_OBJECT

public:
    /// \a operation is the one to report to; \a invocations run until the first that fails.
    ComposeJob(const QList<ComposeInvocation> &invocations, Operation *operation, QObject *parent);
    void start();

Q_SIGNALS:
    /// Compose refused or failed; the operation has failed already.
    void failed();

private:
    void next();
    void onOutput(const QString &text);
    void onFinished(ComposeRun::End end);
    static Failure failure(const QString &title, const ComposeRun &run, const QString &programName);

    QList<ComposeInvocation> m_invocations;
    QPointer<Operation> m_operation;
    QPointer<ComposeRun> m_run;
    QString m_programName;
    QString m_line; ///< the last one, as far as it came
};

} // namespace Gantry
